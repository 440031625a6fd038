/** Failures whose shortest runs are known, to hold shrinking against. For tests and measurements. */
import fc from 'fast-check';
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Machine } from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import { pairsOf } from './coverage.ts';
import type { Run } from './runs.ts';
import { runsOf } from './sequences.ts';

/** A failure: whether a run shows it, and how many steps a shortest run has that does. */
export type Wrong = { readonly shortest: number; isShown(run: Run): boolean };

/** A failure that so many runs did not show is left out. */
const MOST_RUNS = 2000;

/** Finds a run that shows a failure and shrinks it, both with fast-check alone: how many steps it has over the shortest. None where none was found. */
export function shrunkOver(model: Model, { shortest, isShown }: Wrong, seed: number): number | undefined {
  const property = fc.property(runsOf(model), (run) => !isShown(run));
  const steps = fc.check(property, { seed, numRuns: MOST_RUNS }).counterexample?.[0].steps.length;
  return steps === undefined ? undefined : steps / shortest;
}

/**
 * What can go wrong, one thing for each seed: a configuration that must not be reached, in turns with two rows that must not follow each other. None where
 * it takes no step.
 */
export function wrongsIn(graph: StateGraph, machine: Machine): (seed: number) => Wrong | undefined {
  const depths = depthsIn(graph);
  const pairs = [...shortestPairs(graph, depths)];
  const beyond = graph.size - graph.initial;
  return (seed) => {
    const pick = (seed >> 1) * 7919;
    if (seed % 2 === 0) {
      if (beyond === 0) return undefined;
      const id = graph.initial + (pick % beyond);
      const key = machine.key(graph.configuration(id));
      return {
        shortest: depths[id] as number,
        isShown: ({ steps }) => steps.some(({ to }) => machine.key(to) === key),
      };
    }
    const [pair, shortest] = pairs[pick % pairs.length] ?? [];
    if (pair === undefined || shortest === undefined) return undefined;
    return {
      shortest,
      isShown: ({ steps }) => steps.some((step, index) => pairsOf(steps[index - 1], step).includes(pair)),
    };
  };
}

/** How far each configuration is from the start. */
function depthsIn({ size, parent }: StateGraph): readonly number[] {
  const depths: number[] = [];
  for (let id = 0; id < size; id++)
    depths.push((parent[id] as number) < 0 ? 0 : (depths[parent[id] as number] as number) + 1);
  return depths;
}

/** The pairs of rows that can follow each other, with the length of a shortest run that ends so. */
function shortestPairs(graph: StateGraph, depths: readonly number[]): ReadonlyMap<string, number> {
  const { actions, action, offset, target } = graph;
  const steps = actions.map((each) => ({ ...each, to: graph.configuration(0) }));
  const nearest = new Map<string, number>();
  const from = (edge: number): number => offset[edge] as number;
  for (let id = 0; id < graph.size; id++)
    for (let edge = from(id); edge < from(id + 1); edge++) {
      const at = target[edge] as number;
      for (let next = from(at); next < from(at + 1); next++) {
        const key = `${action[edge]} ${action[next]}`;
        const length = (depths[id] as number) + 2;
        if (length < (nearest.get(key) ?? Number.POSITIVE_INFINITY)) nearest.set(key, length);
      }
    }
  const pairs = new Map<string, number>();
  for (const [key, length] of nearest) {
    const [first, second] = key.split(' ').map((each) => steps[Number(each)]);
    if (second === undefined) continue;
    for (const pair of pairsOf(first, second))
      if (length < (pairs.get(pair) ?? Number.POSITIVE_INFINITY)) pairs.set(pair, length);
  }
  return pairs;
}
