/** Shortest ways through the graph. */
import { type GraphStep, type StateGraph, type Trace, traceAlong } from '../../model/explore/graph.ts';

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
 * The shortest way: any steps to the turn, then only steps among `within`, to a goal. The search is breadth first over
 * pairs of a configuration and whether the turn has been made; among equally short ways the first in row order is found.
 */
export function shortestWay(graph: StateGraph, { turn, within, goal, otherwise }: Way): Found | undefined {
  const size = graph.configurations.length;
  const seen = new Uint8Array(2 * size);
  const queue: number[] = [];
  const from: number[] = [];
  const by: (GraphStep | undefined)[] = [];
  const length: number[] = [];

  const push = (id: number, turned: boolean, before: number, step: GraphStep | undefined): void => {
    const node = turned ? size + id : id;
    if (seen[node] === 1) return;
    seen[node] = 1;
    queue.push(node);
    from.push(before);
    by.push(step);
    length.push(before < 0 ? 0 : (length[before] as number) + 1);
  };
  const arrive = (id: number, turned: boolean, before: number, step?: GraphStep): void => {
    const turns = turned || (turn === undefined ? before < 0 : turn(id));
    if (turns && within(id)) push(id, true, before, step);
    if (!turned && turn !== undefined) push(id, false, before, step);
  };
  const unwind = (last: number): Found => {
    const steps: GraphStep[] = [];
    let at = last;
    for (; (from[at] as number) >= 0; at = from[at] as number) steps.push(by[at] as GraphStep);
    const id = (node: number): number => (queue[node] as number) % size;
    return { trace: traceAlong(graph, id(at), steps.reverse()), end: id(last) };
  };

  for (let id = 0; id < graph.initial; id++) arrive(id, false, -1);
  let second: number | undefined;
  for (let at = 0; at < queue.length; at++) {
    if (second !== undefined && (length[at] as number) > (length[second] as number)) break;
    const node = queue[at] as number;
    const [id, turned] = node >= size ? [node - size, true] : [node, false];
    if (turned) {
      if (goal(id)) return unwind(at);
      if (otherwise?.(id)) second ??= at;
    }
    for (const step of graph.steps[id] ?? []) arrive(step.to, turned, at, step);
  }
  return second === undefined ? undefined : unwind(second);
}

/** The shortest walk of at least one step from a configuration, staying among `inside`, whose last step meets the test. */
export function shortestWalk(
  graph: StateGraph,
  inside: ReadonlySet<number>,
  start: number,
  isGoal: (step: GraphStep) => boolean,
): readonly GraphStep[] | undefined {
  const queue = [start];
  const arrivals = new Map<number, { readonly from: number; readonly step: GraphStep }>();
  for (const id of queue) {
    for (const step of graph.steps[id] ?? []) {
      if (!inside.has(step.to)) continue;
      if (isGoal(step)) {
        const walk = [step];
        for (let at = id; at !== start; ) {
          const arrival = arrivals.get(at) as { from: number; step: GraphStep };
          walk.push(arrival.step);
          at = arrival.from;
        }
        return walk.reverse();
      }
      if (step.to === start || arrivals.has(step.to)) continue;
      arrivals.set(step.to, { from: id, step });
      queue.push(step.to);
    }
  }
  return undefined;
}

/** Marks the configurations from which one of the given ones can be reached, by steps of the graph; 1 is marked. */
export function canReach(graph: StateGraph, isGoal: Test): Uint8Array {
  const size = graph.configurations.length;
  const before: number[][] = graph.configurations.map(() => []);
  graph.steps.forEach((steps, id) => {
    for (const { to } of steps) before[to]?.push(id);
  });
  const marked = new Uint8Array(size);
  const queue: number[] = [];
  const mark = (id: number): void => {
    if (marked[id] === 1) return;
    marked[id] = 1;
    queue.push(id);
  };
  for (let id = 0; id < size; id++) if (isGoal(id)) mark(id);
  for (const id of queue) for (const earlier of before[id] as number[]) mark(earlier);
  return marked;
}
