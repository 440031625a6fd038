/** How a run comes from a state to an end: the shortest way to each. */
import { type StateGraph, type Trace, traceAlong, traceTo, type Walked } from '../../model/explore/graph.ts';
import { memo } from '../../model/table/memo.ts';

/** A run to an end, from an initial configuration; `passed` steps lead to the state in question. */
export type Ending = { readonly trace: Trace; readonly passed: number };

/** So many configurations at most are gone through for all states together. */
const MOST_VISITED = 2e7;

/** The shortest endings after each state of a graph, in any of its configurations, by the state of the end; found when first asked for. */
export const endingsAfter = memo((graph: StateGraph) => {
  const known = new Map<string, ReadonlyMap<string, Ending>>();
  return (state: string, states: number): ReadonlyMap<string, Ending> => {
    if (graph.stopped !== undefined || graph.size * states > MOST_VISITED) return new Map();
    const found = known.get(state) ?? endingsOf(graph, state);
    known.set(state, found);
    return found;
  };
});

/** Goes through the graph breadth first, from all configurations of the state at once. */
function endingsOf(graph: StateGraph, state: string): ReadonlyMap<string, Ending> {
  const read = graph.read({ state: true });
  const parent = new Int32Array(graph.size).fill(-2);
  const arrival = new Int32Array(graph.size);
  const queue: number[] = [];
  for (let id = 0; id < graph.size; id++)
    if (read(id) === state) {
      parent[id] = -1;
      queue.push(id);
    }
  const first = new Map<string, number>();
  for (let next = 0; next < queue.length; next++) {
    const id = queue[next] as number;
    const here = read(id) as string;
    if (here !== state && graph.isFinal(id) && !first.has(here)) first.set(here, id);
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++) {
      const to = graph.target[edge] as number;
      if (parent[to] !== -2) continue;
      parent[to] = id;
      arrival[to] = graph.action[edge] as number;
      queue.push(to);
    }
  }
  return new Map(
    [...first].map(([end, id]) => {
      const walked: Walked[] = [];
      let at = id;
      for (; (parent[at] as number) >= 0; at = parent[at] as number)
        walked.push({ action: arrival[at] as number, to: at });
      const before = traceTo(graph, at);
      const steps = [...before.steps, ...traceAlong(graph, at, walked.reverse()).steps];
      return [end, { trace: { initial: before.initial, steps }, passed: before.steps.length }];
    }),
  );
}
