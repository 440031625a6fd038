/**
 * How short shrinking alone makes failures: fast-check finds a run and shrinks it, and only then the exhaustive exploration says how long a shortest one is.
 */
import fc from 'fast-check';
import { exploreModel, machineOf, type StateGraph } from '../model/explore/index.ts';
import type { Model } from '../model/system/types.ts';
import { tableArbitrary } from '../model/table/arbitrary.ts';
import { shrunkOver, wrongsIn } from '../properties/random/testing.ts';

/** How many failures are shrunk. */
const FAILURES = 100;
/** Random tables with more configurations are left out. */
const MOST_CONFIGURATIONS = 20_000;

/** The lengths of shrunk failures over the shortest. */
type Ratios = readonly number[];

/** Shrinks failures of one model until there are enough, or so many seconds are over. */
export function shrinksOf(model: Model, graph: StateGraph, patience: number): Ratios {
  const wrongs = wrongsIn(graph, machineOf(model));
  return collected(patience, (seed) => {
    const wrong = wrongs(seed);
    return wrong && shrunkOver(model, wrong, seed);
  });
}

/** Shrinks one failure of each of many random tables. */
export const shrinksOfRandom = (patience: number): Ratios =>
  collected(patience, (seed) => {
    const [table] = fc.sample(tableArbitrary({ rows: 12 }), { seed, numRuns: 1 });
    if (table === undefined) return undefined;
    const graph = exploreModel(table, { maxConfigurations: MOST_CONFIGURATIONS });
    const wrong = graph.stopped === undefined ? wrongsIn(graph, machineOf(table))(seed) : undefined;
    return wrong && shrunkOver(table, wrong, seed);
  });

function collected(patience: number, ratioOf: (seed: number) => number | undefined): Ratios {
  const until = performance.now() + 1000 * patience;
  const ratios: number[] = [];
  for (let seed = 0; ratios.length < FAILURES && seed < 10 * FAILURES && performance.now() < until; seed++) {
    const ratio = ratioOf(seed);
    if (ratio !== undefined) ratios.push(ratio);
  }
  return ratios;
}

/** How many of them are as short as can be, and how long they are over that. */
export function said(ratios: Ratios): readonly [shortest: string, over: string] {
  if (ratios.length === 0) return ['none found', ''];
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  return [`${ratios.filter((ratio) => ratio === 1).length} of ${ratios.length}`, mean.toFixed(3)];
}
