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

/**
 * Takes what is new: a row that never fired, else a pair of rows that never followed each other; where nothing new is enabled, the first step of
 * a shortest way to something new, as far as can be seen; else what was taken least. Now and then any step.
 */
export function guided(roads: Roads, coverage: Coverage): Chooser {
  const rowsOf = remembered((step: Step) => step.rows.map(rowKey));
  const numberOf = numbering();
  const isNewRow = (step: Step): boolean => rowsOf(step).some((row) => !coverage.rows.has(row));
  const isNewPair = (step: Step, before: Step | undefined): boolean =>
    before !== undefined &&
    rowsOf(before).some((first) => rowsOf(step).some((second) => !coverage.pairs.has(pairKey(first, second))));

  /** The first steps of the shortest ways to something new. */
  function towards(
    steps: readonly Step[],
    before: Step | undefined,
    isNew: (step: Step, before: Step | undefined) => boolean,
  ): readonly Step[] {
    const now = steps.filter((step) => isNew(step, before));
    if (now.length > 0) return now;
    const seen = new Set<number>();
    let level = steps.map((step) => ({ first: step, last: step }));
    for (let left = LOOKOUT; left > 0 && level.length > 0; ) {
      const found = new Set<Step>();
      const next: { first: Step; last: Step }[] = [];
      for (const { first, last } of level) {
        if (left-- <= 0) break;
        for (const step of roads.from(last.to)) {
          if (isNew(step, last)) found.add(first);
          if (seen.has(numberOf(step))) continue;
          seen.add(numberOf(step));
          next.push({ first, last: step });
        }
      }
      if (found.size > 0) return [...found];
      level = next;
    }
    return [];
  }

  return (steps, at, before, chance) => {
    if (steps.length === 1 || chance(BY_CHANCE) === 0) return uniform(steps, at, before, chance);
    const rows = towards(steps, before, isNewRow);
    const wanted = rows.length > 0 ? rows : towards(steps, before, isNewPair);
    if (wanted.length > 0) return uniform(wanted, at, before, chance);
    const visits = steps.map((step) => coverage.configurations.get(roads.key(step.to)) ?? 0);
    const least = Math.min(...visits);
    return uniform(
      steps.filter((_, index) => visits[index] === least),
      at,
      before,
      chance,
    );
  };
}

/** What is computed of a step once. The steps that a machine remembers are always the same objects. */
function remembered<T>(compute: (step: Step) => T): (step: Step) => T {
  const known = new WeakMap<Step, { readonly value: T }>();
  return (step) => {
    const found = known.get(step) ?? { value: compute(step) };
    known.set(step, found);
    return found.value;
  };
}

/** A number for each step. */
function numbering(): (step: Step) => number {
  let next = 0;
  return remembered(() => next++);
}
