/**
 * Shortest ways through the graph. Everything is held as numbers in typed arrays: graphs have millions of
 * configurations.
 */
import { type StateGraph, type Trace, traceAlong, type Walked } from '../../model/explore/graph.ts';
import { inPieces, type Work } from '../../model/explore/work.ts';

/** A question about a configuration, by id. */
export type Test = (id: number) => boolean;

/** What a way must be like. */
export type Way = {
  /** The way turns at a configuration that meets this; where it is absent, it turns at an initial configuration. */
  readonly turn?: Test | undefined;
  /** From its turn on, the turn included, the way stays among these. */
  readonly within: Test;
  /** After its turn the way ends at one of these. */
  readonly goal: Test;
  /** Or at one of these, where no way to the goal is as short. */
  readonly otherwise?: Test;
};

/** A way that was found: its steps as a trace, and the id of the configuration it ends in. */
export type Found = { readonly trace: Trace; readonly end: number };

/**
 * The shortest way: any steps to the turn, then only steps among `within`, to a goal. The search is breadth first
 * over pairs of a configuration and whether the turn has been made; among equally short ways the first in the order
 * of moves is found.
 */
export function* shortestWay(graph: StateGraph, { turn, within, goal, otherwise }: Way): Work<Found | undefined> {
  const { size, expanded, offset, target, action } = graph;
  // Before the turn a configuration is the node of its own id, after it that of its id and the base.
  const base = turn === undefined ? 0 : size;
  const seen = new Uint8Array(base + size);
  const queue = new Int32Array(base + size);
  const from = new Int32Array(base + size);
  const by = new Int32Array(base + size);
  let [head, tail, level, levelEnd] = [0, 0, 0, 0];
  let second: { readonly at: number; readonly level: number } | undefined;
  let found: number | undefined;

  const push = (node: number, before: number, arrival: number): void => {
    if (seen[node] === 1) return;
    seen[node] = 1;
    from[tail] = before;
    by[tail] = arrival;
    queue[tail++] = node;
  };
  const arrive = (id: number, turned: boolean, before: number, arrival: number): void => {
    if (seen[turned ? base + id : id] === 1) return;
    const turns = turned || (turn === undefined ? before < 0 : turn(id));
    if (turns && within(id)) push(base + id, before, arrival);
    if (!turned && turn !== undefined) push(id, before, arrival);
  };
  const unwind = (last: number): Found => {
    const id = (at: number): number => {
      const node = queue[at] as number;
      return node >= base ? node - base : node;
    };
    const walked: Walked[] = [];
    let at = last;
    for (; (from[at] as number) >= 0; at = from[at] as number) walked.push({ action: by[at] as number, to: id(at) });
    return { trace: traceAlong(graph, id(at), walked.reverse()), end: id(last) };
  };
  /** Looks at one node; whether the search goes on. */
  const visit = (at: number): boolean => {
    if (at === levelEnd) {
      level++;
      levelEnd = tail;
    }
    if (second !== undefined && level > second.level) return false;
    const node = queue[at] as number;
    const turned = node >= base;
    const id = turned ? node - base : node;
    if (turned) {
      if (goal(id)) {
        found = at;
        return false;
      }
      if (second === undefined && otherwise?.(id)) second = { at, level };
    }
    const end = id < expanded ? (offset[id + 1] as number) : 0;
    for (let edge = id < expanded ? (offset[id] as number) : 0; edge < end; edge++)
      arrive(target[edge] as number, turned, at, action[edge] as number);
    return true;
  };

  for (let id = 0; id < graph.initial; id++) arrive(id, false, -1, -1);
  levelEnd = tail;
  yield* inPieces((most) => {
    for (let left = most; left > 0; left--) if (head === tail || !visit(head++)) return false;
    return true;
  });
  const last = found ?? second?.at;
  return last === undefined ? undefined : unwind(last);
}

/**
 * The steps of a graph the other way round: those to configuration `id` come from `source[offset[id]]` up to
 * `source[offset[id + 1] - 1]`.
 */
export type Reversed = { readonly offset: Int32Array; readonly source: Int32Array };

/** The steps of a graph the other way round, made once and only when they are asked for. */
export function reversing(graph: StateGraph): () => Work<Reversed> {
  let known: Reversed | undefined;
  return function* () {
    known ??= yield* reverse(graph);
    return known;
  };
}

/** Sorts the steps by the configuration they lead to, by counting. */
function* reverse({ size, expanded, transitions, offset, target }: StateGraph): Work<Reversed> {
  const place = new Int32Array(size + 1);
  const source = new Int32Array(transitions);
  let edge = 0;
  yield* inPieces((most) => {
    const end = Math.min(transitions, edge + most);
    for (; edge < end; edge++) {
      const to = target[edge] as number;
      place[to] = (place[to] as number) + 1;
    }
    return edge < transitions;
  });
  for (let id = 0, sum = 0; id <= size; id++) {
    sum += place[id] as number;
    place[id] = sum;
  }
  // Filled from the end, so that each place ends up where the steps to its configuration begin.
  let id = expanded - 1;
  yield* inPieces((most) => {
    const end = Math.max(-1, id - most);
    for (; id > end; id--)
      for (let at = (offset[id + 1] as number) - 1; at >= (offset[id] as number); at--) {
        const to = target[at] as number;
        const slot = (place[to] as number) - 1;
        place[to] = slot;
        source[slot] = id;
      }
    return id >= 0;
  });
  return { offset: place, source };
}

/** Marks the configurations from which one of the given ones can be reached, by steps of the graph; 1 is marked. */
export function* canReach(size: number, { offset, source }: Reversed, isGoal: Test): Work<Uint8Array> {
  const marked = new Uint8Array(size);
  const queue = new Int32Array(size);
  let [head, tail, next] = [0, 0, 0];
  const mark = (id: number): void => {
    if (marked[id] === 1) return;
    marked[id] = 1;
    queue[tail++] = id;
  };
  yield* inPieces((most) => {
    const end = Math.min(size, next + most);
    for (; next < end; next++) if (isGoal(next)) mark(next);
    return next < size;
  });
  yield* inPieces((most) => {
    const end = Math.min(tail, head + most);
    for (; head < end; head++) {
      const id = queue[head] as number;
      const last = offset[id + 1] as number;
      for (let at = offset[id] as number; at < last; at++) mark(source[at] as number);
    }
    return head < tail;
  });
  return marked;
}

/**
 * Finds a configuration that passes a test among those that a given one leads to, itself included, by going forwards.
 */
export function* leadsTo(graph: StateGraph, start: number, test: Test): Work<number | undefined> {
  const { size, expanded, offset, target } = graph;
  const seen = new Uint8Array(size);
  const queue = [start];
  seen[start] = 1;
  let head = 0;
  let found: number | undefined;
  yield* inPieces((most) => {
    for (let left = most; left > 0 && head < queue.length && found === undefined; left--) {
      const id = queue[head++] as number;
      if (test(id)) found = id;
      const end = id < expanded ? (offset[id + 1] as number) : 0;
      for (let edge = id < expanded ? (offset[id] as number) : 0; edge < end; edge++) {
        const to = target[edge] as number;
        if (seen[to] === 1) continue;
        seen[to] = 1;
        queue.push(to);
      }
    }
    return head < queue.length && found === undefined;
  });
  return found;
}
