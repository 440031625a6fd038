/** How a run comes from a state to an end: the shortest way to each. */
import { type StateGraph, type Trace, traceAlong, traceTo } from '../../model/explore/graph.ts';
import { memo } from '../../model/table/memo.ts';
import { breadthFirst } from './breadth-first.ts';

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

/** The shortest endings from all configurations of the state at once. */
function endingsOf(graph: StateGraph, state: string): ReadonlyMap<string, Ending> {
  const read = graph.read({ state: true });
  const ids = Array.from({ length: graph.size }, (_, id) => id);
  const { order, way } = breadthFirst(
    graph,
    ids.filter((id) => read(id) === state),
  );
  const first = new Map<string, number>();
  for (const id of order) {
    const here = read(id) as string;
    if (here !== state && graph.isFinal(id) && !first.has(here)) first.set(here, id);
  }
  return new Map(
    [...first].map(([end, id]) => {
      const { start, walked } = way(id);
      const before = traceTo(graph, start);
      const steps = [...before.steps, ...traceAlong(graph, start, walked).steps];
      return [end, { trace: { initial: before.initial, steps }, passed: before.steps.length }];
    }),
  );
}
