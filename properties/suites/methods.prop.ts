/**
 * What the methods promise, proved: every implementation with so many states that passes a suite behaves like the machine. Implementations are not
 * listed but built while the suite runs: where it asks for a step that is not decided yet, every possible target is tried, and what is seen must be right.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../model/testing.ts';
import { identifying, type Sequence } from './identifying.ts';
import { METHODS, type Method, stateCover, type Test, testsOf } from './methods.ts';
import { minimised, partition, tellsApart } from './partition.ts';
import type { TestMachine } from './test-machine.ts';
import { type Kind, machine, OBSERVED, PARTIAL, RESET, survivor, TOTAL, tried } from './testing.ts';

const KINDS = { total: TOTAL, partial: PARTIAL, 'with a reset': RESET, 'seen to be at the start': OBSERVED } as const;

/** Machines of two inputs by hand: of one state, twelve ways to reach two states, times what is seen of three steps where both states do not look alike. */
test.each([
  ['total', 1, 3, 1],
  ['total', 2, 2, 12 * (4 - 1)],
  ['total', 3, 1, 2_838],
  ['total', 4, 0, 287_967],
  // One state that accepts both inputs, one of them, or none.
  ['partial', 1, 3, 4],
  ['partial', 2, 2, 29],
  ['partial', 3, 1, 485],
  ['partial', 4, 0, 11_513],
  ['with a reset', 1, 3, 4],
  ['with a reset', 2, 2, 29],
  ['with a reset', 3, 1, 485],
  ['with a reset', 4, 0, 11_513],
  ['seen to be at the start', 1, 3, 4],
  ['seen to be at the start', 2, 2, 42],
  ['seen to be at the start', 3, 1, 640],
  ['seen to be at the start', 4, 0, 14_868],
] as const)(
  'every implementation that differs fails: of all machines (%s) with %i states, and up to %i more',
  { timeout: 600_000 },
  (kind, size, most, expected) => {
    expect(tried(KINDS[kind], size, most)).toEqual({ machines: expected, survivors: [] });
  },
);

/** The minimal machine of what is reachable. */
function reachable(given: TestMachine): TestMachine {
  const order = stateCover(given).map(({ state }) => state);
  const { length } = given.inputs;
  const entries = (numbers: Int32Array): readonly number[] =>
    order.flatMap((state) => [...numbers.subarray(state * length, (state + 1) * length)]);
  const all = machine(
    entries(given.next).map((to) => order.indexOf(to)),
    entries(given.output),
    length,
  );
  return minimised(all, partition(all)).machine;
}

/** Machines of a kind with as many states as are reachable and differ, of so many. */
const random = (kind: Kind, size: number): fc.Arbitrary<TestMachine> =>
  fc
    .tuple(
      ...Array.from({ length: size * kind.inputs }, (_, place) =>
        fc.constantFrom(...kind.moves(size, Math.floor(place / kind.inputs), place % kind.inputs)),
      ),
    )
    .map((moves) =>
      reachable(
        machine(
          moves.map(([to]) => to),
          moves.map(([, seen]) => seen),
          kind.inputs,
        ),
      ),
    );

const kinds = fc.constantFrom(...Object.values(KINDS));

const suiteOf = (given: TestMachine, method: Method, extra: number): readonly Test[] =>
  testsOf(given, identifying(given, partition(given)), method, extra);

describe.each(METHODS)('the suite of method %s fails every implementation that differs', (method) => {
  law.prop([kinds.chain((kind) => random(kind, 3)), fc.nat(1)])(
    'of random machines with up to three states, and one more',
    (spec, extra) => {
      expect(survivor(spec, suiteOf(spec, method, extra), spec.size + extra)).toBeUndefined();
    },
  );

  law.prop([kinds.chain((kind) => random(kind, 4))])('of random machines with up to four states', (spec) => {
    expect(survivor(spec, suiteOf(spec, method, 0), spec.size)).toBeUndefined();
  });

  law.prop([random(TOTAL, 6)], { numRuns: 20 })('of random machines with up to six states', (spec) => {
    expect(survivor(spec, suiteOf(spec, method, 0), spec.size)).toBeUndefined();
  });

  test('and one with a state more than promised passes', () => {
    // Two states that a single input swaps: after three times too many the implementation forgets to.
    const spec = machine([1, 0], [0, 1], 1);
    const found = survivor(spec, suiteOf(spec, method, 0), 5);
    expect(found).toBeDefined();
  });
});

const any = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc
      .tuple(
        fc.array(fc.nat(size - 1), { minLength: size * 2, maxLength: size * 2 }),
        fc.array(fc.nat(1), { minLength: size * 2, maxLength: size * 2 }),
      )
      .map(([next, output]) => machine(next, output)),
  );

const answers = ({ inputs, next, output }: TestMachine, state: number, sequence: Sequence): readonly number[] => {
  let at = state;
  return sequence.map((input) => {
    const place = at * inputs.length + input;
    at = next[place] as number;
    return output[place] as number;
  });
};

/** Every sequence of so many inputs. */
const sequences = (length: number): readonly Sequence[] =>
  Array.from({ length: 2 ** length }, (_, code) => Array.from({ length }, (_, at) => (code >> at) & 1));

law.prop([any])('the sequence that tells two states apart does, and none that is shorter', (given) => {
  const refined = partition(given);
  for (let one = 0; one < given.size; one++)
    for (let other = 0; other < one; other++) {
      const found = tellsApart(given, refined, one, other);
      const apart = (sequence: Sequence): boolean =>
        answers(given, one, sequence).join() !== answers(given, other, sequence).join();
      if (found !== undefined) expect(apart(found)).toBe(true);
      const shorter = found === undefined ? given.size : found.length - 1;
      expect(sequences(Math.min(shorter, 7)).some(apart)).toBe(false);
    }
});

law.prop([any])('the minimised machine answers alike', (given) => {
  const { machine: small, classOf } = minimised(given, partition(given));
  expect(partition(small).classes).toBe(small.size);
  for (let state = 0; state < given.size; state++)
    for (const sequence of sequences(6))
      expect(answers(small, classOf[state] as number, sequence)).toEqual(answers(given, state, sequence));
});
