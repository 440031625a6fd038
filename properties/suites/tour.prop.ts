/** The tour is as short as any: on small tables every closed walk is tried, shortest first. */
import { expect } from 'vitest';
import type { StateGraph } from '../../model/explore/graph.ts';
import { explore, labelOf, machineOf } from '../../model/explore/index.ts';
import { law } from '../../model/testing.ts';
import { smallTable } from '../laws/tables.ts';
import { sourcesOf } from './roads.ts';
import { suiteOf } from './suite.ts';
import { tourOf } from './tour.ts';

const MOST_EDGES = 9;
const MOST_WITH_REFUSALS = 12;

/** The edges of a graph by their ends, and with them a loop for each event that is refused somewhere. */
function withRefusals(graph: StateGraph): { readonly sources: readonly number[]; readonly targets: readonly number[] } {
  const { machine, size } = graph;
  const events = new Set(graph.actions.map(labelOf));
  const loops = Array.from({ length: size }, (_, id) => {
    const enabled = new Set(machine.moves(graph.configuration(id)).steps.map(labelOf));
    return [...events].filter((event) => !enabled.has(event)).map(() => id);
  }).flat();
  return { sources: [...sourcesOf(graph), ...loops], targets: [...Array.from(graph.target), ...loops] };
}

/** The length of the shortest closed walk through every edge, by breadth-first search over where one is and what was taken. */
function shortest(graph: StateGraph, { sources, targets } = withRefusals(graph)): number {
  const all = 2 ** sources.length - 1;
  const reach = (from: number, seen = new Set([from])): ReadonlySet<number> => {
    sources.forEach((source, edge) => {
      const to = targets[edge] as number;
      if (source === from && !seen.has(to)) reach(to, seen.add(to));
    });
    return seen;
  };
  const canReturn = Array.from({ length: graph.size }, (_, id) => [...reach(id)].some((to) => to < graph.initial));
  const seen = new Set(['0 0']);
  let level = [{ at: 0, taken: 0 }];
  for (let length = 0; level.length > 0; length++) {
    if (level.some(({ at, taken }) => at === 0 && taken === all)) return length;
    level = level
      .flatMap(({ at, taken }) => [
        ...[...sources.keys()]
          .filter((edge) => sources[edge] === at)
          .map((edge) => ({ at: targets[edge] as number, taken: taken | (1 << edge) })),
        ...(canReturn[at] ? [] : [{ at: 0, taken }]),
      ])
      .filter(({ at, taken }) => {
        const key = `${at} ${taken}`;
        return !seen.has(key) && seen.add(key);
      });
  }
  return Number.NaN;
}

const graphs = smallTable
  .map((table) => explore(machineOf(table), { maxConfigurations: 50 }))
  .filter((graph) => graph.stopped === undefined && graph.initial === 1 && graph.transitions <= MOST_EDGES);

law.prop([graphs])('no closed walk through every transition is shorter', (graph) => {
  const { steps, resets } = tourOf(graph);
  expect(steps + resets).toBe(shortest(graph, { sources: [...sourcesOf(graph)], targets: Array.from(graph.target) }));
});

law.prop([graphs.filter((graph) => withRefusals(graph).sources.length <= MOST_WITH_REFUSALS)])(
  'and none that tries every refusal too',
  (graph) => {
    expect(suiteOf(graph, 'tour').steps + tourOf(graph).resets).toBe(shortest(graph));
  },
);

const larger = smallTable
  .map((table) => explore(machineOf(table), { maxConfigurations: 300 }))
  .filter(({ stopped }) => stopped === undefined);

law.prop([larger])('its runs are runs of the graph and take every transition', (graph) => {
  const { runs, steps } = tourOf(graph);
  const sources = sourcesOf(graph);
  const taken = new Set<number>();
  for (const { start, edges } of runs) {
    let at = start;
    for (const edge of edges) {
      expect(sources[edge]).toBe(at);
      at = graph.target[edge] as number;
      taken.add(edge);
    }
  }
  expect(taken.size).toBe(graph.transitions);
  expect(runs.reduce((sum, { edges }) => sum + edges.length, 0)).toBe(steps);
  expect(new Set(runs.map(({ start }) => start)).size).toBe(graph.initial);
});
