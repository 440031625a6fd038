/** Choosing the next step of a run: any of the enabled ones alike, or rather one that covers something new, or leads to where something is. */
import { type Configuration, rowKey, type Step } from '../../model/explore/machine.ts';
import { type Coverage, pairKey } from './coverage.ts';
import type { Roads } from './runs.ts';

/** A number from 0 up to, not including, another one. */
export type Chance = (below: number) => number;

/** Chooses among the steps that are enabled in a configuration. */
export type Chooser = (steps: readonly Step[], at: Configuration, before: Step | undefined, chance: Chance) => Step;

export const uniform: Chooser = (steps, _at, _before, chance) => steps[chance(steps.length)] as Step;

/** So often a step is taken by chance alone, so that no run is ruled out. */
const BY_CHANCE = 8;
/** How far it is looked for something new: configurations per step. */
const LOOKOUT = 64;
/** So many configurations are looked into that no run has come to, and one more for each step: in a large model each of them costs. */
const MOST_UNKNOWN = 3_000;

/** A step with what is found out of it once. What was new is never new again, so that what is found to be old stays so. */
type Known = {
  readonly step: Step;
  readonly rows: readonly string[];
  /** The steps that can follow, once they were looked at. */
  onward?: readonly Known[];
  /** Whether each of its rows has fired. */
  isOld: boolean;
  /** Those after which none of its rows is new. */
  readonly oldAfter: Set<Known>;
  /** Whether each row of each step that can follow has followed it. */
  isSpent: boolean;
};

/** What is looked for: whether it is there right after a step, and whether it is known not to be. */
type Wanted = {
  isNew(step: Known, before: Known | undefined): boolean;
  hasNothingAfter(step: Known): boolean;
  /** Where nothing was found as far as can be seen. */
  readonly barren: WeakSet<readonly Step[]>;
};

/**
 * Takes what is new: a row that never fired, else a pair of rows that never followed each other; where nothing new is enabled, the first step of
 * a shortest way to something new, as far as can be seen; else what was taken least. Now and then any step.
 */
export function guided(roads: Roads, coverage: Coverage): Chooser {
  const places = new WeakMap<readonly Step[], readonly Known[]>();
  const known = new WeakMap<Step, Known>();

  function of(step: Step): Known {
    const found = known.get(step);
    if (found !== undefined) return found;
    const each: Known = { step, rows: step.rows.map(rowKey), isOld: false, oldAfter: new Set(), isSpent: false };
    known.set(step, each);
    return each;
  }
  function at(steps: readonly Step[]): readonly Known[] {
    const found = places.get(steps) ?? steps.map(of);
    places.set(steps, found);
    return found;
  }
  /** What can follow; nothing is known of it where too much was looked into already. */
  function after(each: Known): readonly Known[] | undefined {
    if (each.onward === undefined && (roads.size < MOST_UNKNOWN + coverage.steps || roads.isKnown(each.step.to)))
      each.onward = at(roads.from(each.step.to));
    return each.onward;
  }

  const newRows: Wanted = {
    isNew: (step) => {
      if (!step.isOld) step.isOld = step.rows.every((row) => coverage.rows.has(row));
      return !step.isOld;
    },
    hasNothingAfter: () => false,
    barren: new WeakSet(),
  };
  const newPairs: Wanted = {
    isNew: (step, before) => {
      if (before === undefined || step.oldAfter.has(before)) return false;
      const isOld = before.rows.every((first) => step.rows.every((row) => coverage.pairs.has(pairKey(first, row))));
      if (isOld) step.oldAfter.add(before);
      return !isOld;
    },
    hasNothingAfter: (step) => {
      if (!step.isSpent) step.isSpent = after(step)?.every((each) => !newPairs.isNew(each, step)) ?? false;
      return step.isSpent;
    },
    barren: new WeakSet(),
  };

  /** The first steps of the shortest ways to what is wanted. */
  function towards(steps: readonly Step[], before: Step | undefined, wanted: Wanted): readonly Step[] {
    const firsts = at(steps);
    const last = before && of(before);
    const now = firsts.filter((each) => wanted.isNew(each, last));
    if (now.length > 0) return now.map(({ step }) => step);
    if (wanted.barren.has(steps)) return [];
    const seen = new Set<Known>();
    let isWhole = true;
    let level = firsts.map((each) => ({ first: each, last: each }));
    for (let left = LOOKOUT; left > 0 && level.length > 0; ) {
      const found = new Set<Step>();
      const next: typeof level = [];
      for (const way of level) {
        if (left-- <= 0) break;
        const onward = after(way.last);
        if (onward === undefined) {
          isWhole = false;
          continue;
        }
        const isSpent = wanted.hasNothingAfter(way.last);
        for (const each of onward) {
          if (!isSpent && wanted.isNew(each, way.last)) found.add(way.first.step);
          if (seen.has(each)) continue;
          seen.add(each);
          next.push({ first: way.first, last: each });
        }
      }
      if (found.size > 0) return [...found];
      level = next;
    }
    if (isWhole) wanted.barren.add(steps);
    return [];
  }

  return (steps, from, before, chance) => {
    if (steps.length === 1 || chance(BY_CHANCE) === 0) return uniform(steps, from, before, chance);
    const rows = towards(steps, before, newRows);
    const wanted = rows.length > 0 ? rows : towards(steps, before, newPairs);
    if (wanted.length > 0) return uniform(wanted, from, before, chance);
    const visits = steps.map((step) => coverage.configurations.get(roads.key(step.to)) ?? 0);
    const least = Math.min(...visits);
    return uniform(
      steps.filter((_, index) => visits[index] === least),
      from,
      before,
      chance,
    );
  };
}
