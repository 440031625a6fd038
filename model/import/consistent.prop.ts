import fc from 'fast-check';
import { expect } from 'vitest';
import { law } from '../testing.ts';
import { boundsOf } from './bounds.ts';
import { consistency } from './consistent.ts';
import { worthOf } from './search.ts';
import type { Network, Pair } from './weighted.ts';

/** Kinds of `count` options, numbered in the order in which they first stand. */
const kinds = (count: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.nat(3), { minLength: count, maxLength: count }).map((all) => {
    const seen = [...new Set(all)];
    return all.map((kind) => seen.indexOf(kind));
  });

const pair = (alone: readonly (readonly number[])[], i: number, j: number): fc.Arbitrary<Pair> =>
  fc
    .tuple(kinds((alone[i] as readonly number[]).length), kinds((alone[j] as readonly number[]).length))
    .chain(([ofI, ofJ]) => {
      const [height, width] = [Math.max(...ofI) + 1, Math.max(...ofJ) + 1];
      const worth = fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: -3, max: 3 }) },
        { weight: 1, arbitrary: fc.constant(-100_000) },
      );
      const line = fc.array(worth, { minLength: width, maxLength: width });
      return fc
        .array(line, { minLength: height, maxLength: height })
        .map((lines) => ({ between: [i, j] as const, kinds: [ofI, ofJ] as const, worth: lines }));
    });

const network: fc.Arbitrary<Network> = fc
  .array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 4 }), { maxLength: 5 })
  .chain((alone) => {
    const places = alone.flatMap((_, i) => alone.slice(i + 1).map((__, more) => [i, i + 1 + more] as const));
    return fc
      .subarray(places)
      .chain((some) => fc.tuple(...some.map(([i, j]) => pair(alone, i, j))))
      .map((pairs) => ({ alone, pairs }));
  });

/** What a choice is worth, by asking every pair of options for itself. */
const plainWorth = ({ alone, pairs }: Network, options: readonly number[]): number => {
  let sum = 0;
  for (const [variable, option] of options.entries()) sum += alone[variable]?.[option] as number;
  for (const { between, kinds: of, worth } of pairs) {
    const [a, b] = between.map((variable, side) => of[side]?.[options[variable] as number] as number) as [
      number,
      number,
    ];
    sum += worth[a]?.[b] as number;
  }
  return sum;
};

const allChoices = ({ alone }: Network): readonly (readonly number[])[] =>
  alone.reduce<readonly (readonly number[])[]>(
    (all, options) => all.flatMap((one) => options.map((_, option) => [...one, option])),
    [[]],
  );

law.prop([network])('the most consistent choice is the best of all', (given) => {
  const { best } = consistency(given);
  expect(best.proved).toBe(true);
  expect(plainWorth(given, best.options)).toBe(best.worth);
  expect(best.worth).toBe(Math.max(...allChoices(given).map((each) => plainWorth(given, each))));
});

law.prop([network])('no choice is worth more than the bound, and moving worths changes no sum', (given) => {
  const { own, sides, total } = boundsOf(given);
  for (const options of allChoices(given)) {
    const worth = worthOf(given, options);
    expect(worth).toBe(plainWorth(given, options));
    expect(worth).toBeLessThanOrEqual(total + 1e-4);
    const moved = options.reduce((sum, option, variable) => {
      const rests = (sides[variable] ?? [])
        .filter(({ other }) => other > variable)
        .map(
          ({ other, mine, theirs, rest }) => rest[mine[option] as number]?.[theirs[options[other] as number] as number],
        );
      return rests.reduce<number>((one, rest) => one + (rest as number), sum + (own[variable]?.[option] as number));
    }, 0);
    expect(Math.abs(moved - worth)).toBeLessThan(1e-4);
  }
});

law.prop([network, fc.nat(), fc.nat(), fc.nat(3), fc.integer({ min: -20, max: 20 })])(
  'the best choice with some options of a variable is the best of those, where it is worth enough',
  (given, which, some, penalty, least) => {
    fc.pre(given.alone.length > 0);
    const variable = which % given.alone.length;
    const options = (given.alone[variable] as readonly number[]).flatMap((_, option) =>
      option === 0 || (some >> option) & 1 ? [[option, option * penalty] as const] : [],
    );
    const lessOf = new Map(options);
    const answers = consistency(given);
    const found = answers.bestWith({ variable, options }, least);
    const asked = allChoices(given).filter((each) => lessOf.has(each[variable] as number));
    const worth = (each: readonly number[]): number =>
      plainWorth(given, each) - (lessOf.get(each[variable] as number) as number);
    const top = Math.max(...asked.map(worth));
    expect(found?.worth).toBe(top >= least ? top : undefined);
    expect(answers.isCut(variable)).toBe(false);
    if (found !== undefined) {
      expect([...lessOf.keys()]).toContain(found.options[variable]);
      expect(worth(found.options)).toBe(found.worth);
    }
  },
);
