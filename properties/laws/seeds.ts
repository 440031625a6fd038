/**
 * How often laws run, and with which seeds: read from the environment once for all test files, and printed whatever comes of it.
 *
 * `LAW_RUNS` is how many times the usual number of runs is taken (1 unless it is given; 0.1 and 20 are numbers too). `LAW_SEED` is the
 * one seed to run with, as a failure names it; without it laws run with a few fixed seeds and a fresh one.
 */
import type { TestProject } from 'vitest/node';
import type { LawSettings } from '../../model/testing.ts';

const FIXED = [1, 2, 3];

/** The settings that an environment asks for. @throws {Error} where it asks for none that there are. */
export function settingsIn({ LAW_RUNS, LAW_SEED }: NodeJS.ProcessEnv, fresh: number): LawSettings {
  const times = LAW_RUNS === undefined ? 1 : Number(LAW_RUNS);
  if (!(times > 0 && times < Number.POSITIVE_INFINITY))
    throw new Error(`LAW_RUNS is “${LAW_RUNS}”; it must be a number greater than 0`);
  if (LAW_SEED === undefined) return { times, fixed: FIXED, seed: fresh };
  if (!/^-?\d+$/.test(LAW_SEED)) throw new Error(`LAW_SEED is “${LAW_SEED}”; it must be a whole number`);
  return { times, fixed: [], seed: Number(LAW_SEED) | 0 };
}

/** What is printed of settings, before anything runs. */
export function seedsLine({ times, fixed, seed }: LawSettings): string {
  const often = times === 1 ? '' : `, ${times} times their usual runs`;
  const seeds = fixed.length === 0 ? `seed ${seed}` : `seeds ${fixed.join(', ')} and a fresh one, ${seed}`;
  return `laws run with ${seeds}${often} (again: LAW_SEED=${seed})`;
}

/** The settings that this process was given. Where it was given none that there are, it says so in one sentence, and ends. */
export function settingsGiven(): LawSettings {
  try {
    return settingsIn(process.env, (Math.random() * 0x7fffffff) | 0);
  } catch (thrown) {
    console.error((thrown as Error).message);
    process.exit(2);
  }
}

export default function provideSeeds(project: TestProject): void {
  const settings = settingsGiven();
  project.provide('laws', settings);
  console.error(seedsLine(settings));
}
