import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { consistency, type Network } from './consistent.ts';

const network: fc.Arbitrary<Network> = fc
  .array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 4 }), { maxLength: 5 })
  .chain((alone) =>
    fc.infiniteStream(fc.integer({ min: -3, max: 3 })).map((stream) => {
      const known = new Map<string, number>();
      const together = (...key: number[]): number => {
        const name = key.join(' ');
        const worth = known.get(name) ?? (stream.next().value as number);
        known.set(name, worth);
        return worth;
      };
      return { alone, together };
    }),
  );

const worthOf = ({ alone, together }: Network, options: readonly number[]): number =>
  options.reduce((sum, a, i) => {
    const pairs = options.slice(i + 1).map((b, more) => together(i, a, i + 1 + more, b));
    return pairs.reduce((one, other) => one + other, sum + (alone[i]?.[a] as number));
  }, 0);

const allChoices = ({ alone }: Network): readonly (readonly number[])[] =>
  alone.reduce<readonly (readonly number[])[]>(
    (all, options) => all.flatMap((one) => options.map((_, option) => [...one, option])),
    [[]],
  );

test.prop([network])('the most consistent choice is the best of all', (given) => {
  const { best } = consistency(given);
  expect(best.proved).toBe(true);
  expect(worthOf(given, best.options)).toBe(best.worth);
  expect(best.worth).toBe(Math.max(...allChoices(given).map((each) => worthOf(given, each))));
});

test.prop([network, fc.nat(), fc.nat(), fc.integer({ min: -20, max: 20 })])(
  'the best choice with some options of a variable is the best of those, where it is worth enough',
  (given, which, some, least) => {
    fc.pre(given.alone.length > 0);
    const variable = which % given.alone.length;
    const options = (given.alone[variable] as readonly number[]).flatMap((_, option) =>
      option === 0 || (some >> option) & 1 ? [option] : [],
    );
    const found = consistency(given).bestWith({ variable, options }, least);
    const asked = allChoices(given).filter((each) => options.includes(each[variable] as number));
    const top = Math.max(...asked.map((each) => worthOf(given, each)));
    expect(found?.worth).toBe(top >= least ? top : undefined);
    if (found !== undefined) {
      expect(options).toContain(found.options[variable]);
      expect(worthOf(given, found.options)).toBe(found.worth);
    }
  },
);
