/** Strongly connected components of a part of the graph. */
import type { StateGraph } from './graph.ts';
import { inPieces, type Work } from './work.ts';

/** Disjoint parts of the configurations: for each the number of the part it is in, 0 for none. */
export type Parts = Int32Array;

/** The members of all components, one component after the other, each after all those it leads to. */
export type Components = {
  readonly members: Int32Array;
  /** Where the members of each component begin, with one more entry at the end. */
  readonly start: Int32Array;
};

/** The members of one component. */
export const membersOf = ({ members, start }: Components, index: number): Int32Array =>
  members.subarray(start[index], start[index + 1]);

type Edges = Pick<StateGraph, 'size' | 'expanded' | 'offset' | 'target'>;

/** The order of those whose component is known: after every other. */
const CLOSED = 2 ** 31 - 1;

/**
 * Decomposes parts of a graph: gives the strongly connected components of the steps that stay in one part, whose
 * members must be given. A configuration that no step leads back to is a component of its own. Configurations that
 * were not expanded have no steps. What is needed for that, five numbers per configuration, is used again from one
 * part to the next.
 *
 * R. E. Tarjan, “Depth-first search and linear graph algorithms”, SIAM Journal on Computing 1(2), 1972; with an
 * explicit stack, so that a long chain cannot overflow the call stack.
 */
export function decomposer({ size, expanded, offset, target }: Edges) {
  const order = new Int32Array(size);
  const low = new Int32Array(size);
  const edge = new Int32Array(size);
  const open = new Int32Array(size);
  const frames = new Int32Array(size);

  return function* components(parts: Parts, part: number, ids: Int32Array): Work<Components> {
    const members = new Int32Array(ids.length);
    const start = new Int32Array(ids.length + 1);
    let [root, entered, opened, depth, closed, count] = [0, 0, 0, 0, 0, 0];
    for (const id of ids) order[id] = 0;

    const enter = (id: number): void => {
      low[id] = order[id] = ++entered;
      edge[id] = id < expanded ? (offset[id] as number) : 0;
      open[opened++] = id;
      frames[depth++] = id;
    };
    const close = (id: number): void => {
      let member: number;
      do {
        member = open[--opened] as number;
        order[member] = CLOSED;
        members[closed++] = member;
      } while (member !== id);
      start[++count] = closed;
    };
    const leave = (id: number): void => {
      depth--;
      const least = low[id] as number;
      const caller = frames[depth - 1] as number;
      if (depth > 0 && least < (low[caller] as number)) low[caller] = least;
      if (least === order[id]) close(id);
    };
    /**
     * The next configuration of the part that a step leads to and that was not entered before; -1 where there is
     * none.
     */
    const next = (id: number): number => {
      const end = id < expanded ? (offset[id + 1] as number) : 0;
      let least = low[id] as number;
      let found = -1;
      let at = edge[id] as number;
      for (; at < end && found < 0; at++) {
        const to = target[at] as number;
        if (parts[to] !== part) continue;
        const known = order[to] as number;
        if (known === 0) found = to;
        else if (known < least) least = known;
      }
      low[id] = least;
      edge[id] = at;
      return found;
    };

    yield* inPieces((most) => {
      for (let left = most; left > 0; left--) {
        if (depth === 0) {
          while (root < ids.length && order[ids[root] as number] !== 0) root++;
          if (root === ids.length) return false;
          enter(ids[root] as number);
        }
        const id = frames[depth - 1] as number;
        const to = next(id);
        if (to < 0) leave(id);
        else enter(to);
      }
      return true;
    });
    return { members, start: start.subarray(0, count + 1) };
  };
}
