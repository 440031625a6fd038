/** Laws run as often and with the seeds that are asked for, and a failure says the command that repeats it. */
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { commandFor, holds, sharesOf } from '../../model/testing.ts';
import { seedsLine, settingsIn } from './seeds.ts';

describe('what the environment asks for', () => {
  test('nothing: the usual runs, with fixed seeds and a fresh one', () => {
    const settings = settingsIn({}, 77);
    expect(settings).toEqual({ times: 1, fixed: [1, 2, 3], seed: 77 });
    expect(seedsLine(settings)).toBe('laws run with seeds 1, 2, 3 and a fresh one, 77 (again: LAW_SEED=77)');
  });

  test('one seed and more runs', () => {
    const settings = settingsIn({ LAW_RUNS: '20', LAW_SEED: '-5' }, 77);
    expect(settings).toEqual({ times: 20, fixed: [], seed: -5 });
    expect(seedsLine(settings)).toBe('laws run with seed -5, 20 times their usual runs (again: LAW_SEED=-5)');
  });

  test.each([
    { LAW_RUNS: '0' },
    { LAW_RUNS: 'many' },
    { LAW_RUNS: '' },
    { LAW_RUNS: 'Infinity' },
    { LAW_SEED: '1.5' },
    { LAW_SEED: '' },
  ])('not %o', (environment) => {
    expect(() => settingsIn(environment, 77)).toThrow(/must be a/);
  });
});

test('each fixed seed has a tenth of the runs, and the fresh one has the rest', () => {
  const settings = { times: 1, fixed: [1, 2, 3], seed: 77 };
  const shares = [
    [1, 10],
    [2, 10],
    [3, 10],
    [77, 70],
  ];
  expect(sharesOf(settings)).toEqual(shares);
  expect(sharesOf({ ...settings, times: 2 }, 50)).toEqual(shares);
  expect(sharesOf({ ...settings, times: 0.01 }, 10)).toEqual([1, 2, 3, 77].map((seed) => [seed, 1]));
  expect(sharesOf({ times: 1, fixed: [], seed: 5 })).toEqual([[5, 100]]);
});

test('the command names the file and the test, as a shell and a regular expression read them', () => {
  expect(commandFor(9, { times: 3, fixed: [], seed: 9 }, 'a/b.prop.ts', "it's (so) + more")).toBe(
    "LAW_RUNS=3 LAW_SEED=9 npx vitest run a/b.prop.ts -t 'it'\\''s \\(so\\) \\+ more'",
  );
});

test('a failure shows the smallest counterexample and how to repeat it, and the same seed finds it again', async () => {
  const found: string[] = [];
  for (let time = 0; time < 2; time++)
    found.push(
      await holds(fc.property(fc.nat(), (number) => number < 5)).then(
        () => 'it held',
        ({ message }: Error) => message,
      ),
    );
  expect(found[0]).toMatch(/Counterexample: \[5\]/);
  const { times, fixed, seed } = inject('laws');
  const often = times === 1 ? '' : `LAW_RUNS=${times} `;
  expect(
    [...fixed, seed].map((each) => `${often}LAW_SEED=${each} npx vitest run properties/laws/seeds.test.ts`),
  ).toContain(/Repeat it: (.*) -t '.*'$/m.exec(found[0] as string)?.[1]);
  expect(found[1]).toBe(found[0]);
});
