/** A fair part of a graph, for cycles in it. */
import type { Parts } from '../../model/explore/components.ts';
import type { StateGraph, Walked } from '../../model/explore/graph.ts';
import { forEach, inPieces, type Work } from '../../model/explore/work.ts';
import { pays, type Ring } from './cycle.ts';
import { type Duties, isEnabled } from './fair.ts';

/** The configurations of a part that `fairParts` has found. */
type Fair = { readonly graph: StateGraph; readonly duties: Duties; readonly parts: Parts; readonly part: number };

/** A fair part as a ring. */
export function ringIn(fair: Fair): Ring<Walked> {
  const { graph, duties } = fair;
  const walk = walker(fair);
  const known: Pick<Ring<Walked>, 'label' | 'isEnabled'> = {
    label: ({ action }) => duties.ofAction[action] as number,
    isEnabled: (id, label) => isEnabled(graph, id, duties, label),
  };
  return {
    ...known,
    weak: duties.weak,
    strong: duties.strong,
    *enabledSomewhere() {
      const somewhere = yield* enabledSomewhere(fair);
      return (label) => somewhere[label] === 1;
    },
    walk: (from, aim) =>
      walk(from, 'to' in aim ? ({ to }) => to === aim.to : (step) => aim.debts.some((debt) => pays(known, step, debt))),
  };
}

/** Marks the labels that are enabled in some configuration of a part. */
function* enabledSomewhere({ graph, duties, parts, part }: Fair): Work<Uint8Array> {
  const { expanded, offset, action } = graph;
  const marked = new Uint8Array(duties.count);
  yield* forEach(expanded, (id) => {
    if (parts[id] !== part) return;
    const end = offset[id + 1] as number;
    for (let edge = offset[id] as number; edge < end; edge++) {
      const label = duties.ofAction[action[edge] as number] as number;
      if (label >= 0) marked[label] = 1;
    }
  });
  return marked;
}

/**
 * Finds the shortest walks of at least one step from a configuration, staying in the part, whose last step meets a
 * test.
 */
function walker({ graph, parts, part }: Fair) {
  const { size, expanded, offset, target, action } = graph;
  const queue = new Int32Array(size);
  const from = new Int32Array(size).fill(-1);
  const by = new Int32Array(size);

  return function* (start: number, isGoal: (step: Walked) => boolean): Work<readonly Walked[] | undefined> {
    let [head, tail] = [0, 0];
    let found: readonly Walked[] | undefined;
    const enter = (id: number, before: number, arrival: number): void => {
      from[id] = before;
      by[id] = arrival;
      queue[tail++] = id;
    };
    const walkTo = (id: number, last: Walked): readonly Walked[] => {
      const walk = [last];
      for (let at = id; at !== start; at = from[at] as number) walk.push({ action: by[at] as number, to: at });
      return walk.reverse();
    };
    const visit = (id: number): void => {
      const end = id < expanded ? (offset[id + 1] as number) : 0;
      for (let edge = id < expanded ? (offset[id] as number) : 0; edge < end && found === undefined; edge++) {
        const step = { action: action[edge] as number, to: target[edge] as number };
        if (parts[step.to] !== part) continue;
        if (isGoal(step)) found = walkTo(id, step);
        else if (from[step.to] === -1) enter(step.to, id, step.action);
      }
    };
    enter(start, start, -1);
    yield* inPieces((most) => {
      for (let left = most; left > 0 && head < tail && found === undefined; left--) visit(queue[head++] as number);
      return head < tail && found === undefined;
    });
    for (let at = 0; at < tail; at++) from[queue[at] as number] = -1;
    return found;
  };
}
