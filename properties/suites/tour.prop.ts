/** The tour is as short as any: on small tables every closed walk is tried, shortest first. */

import { expect } from 'vitest';
import type { StateGraph } from '../../model/explore/graph.ts';
import { explore, machineOf } from '../../model/explore/index.ts';
import { law } from '../../model/testing.ts';
import { smallTable } from '../laws/tables.ts';
import { sourcesOf } from './roads.ts';
import { tourOf } from './tour.ts';

const MOST_EDGES = 9;

/** The length of the shortest closed walk through every edge, by breadth-first search over where one is and what was taken. */
function shortest(graph: StateGraph): number {
  const sources = sourcesOf(graph);
  const all = 2 ** graph.transitions - 1;
  const reach = (from: number, seen = new Set([from])): ReadonlySet<number> => {
    sources.forEach((source, edge) => {
      const to = graph.target[edge] as number;
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
          .map((edge) => ({ at: graph.target[edge] as number, taken: taken | (1 << edge) })),
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
  expect(steps + resets).toBe(shortest(graph));
});

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
