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

/** A machine of two inputs, all of whose states are reachable from the first. */
function machine(next: readonly number[], output: readonly number[], inputs = 2): TestMachine {
  return {
    inputs: Array.from({ length: inputs }, (_, input) => ({ event: `e${input}` })),
    size: next.length / inputs,
    starts: [0],
    next: Int32Array.from(next),
    output: Int32Array.from(output),
    accepts: Uint8Array.from(output),
  };
}

const minimal = (given: TestMachine): TestMachine => minimised(given, partition(given)).machine;

/** The minimal machine of what is reachable. */
function reachable(given: TestMachine): TestMachine {
  const order = stateCover(given).map(({ state }) => state);
  const { length } = given.inputs;
  const entries = (numbers: Int32Array): readonly number[] =>
    order.flatMap((state) => [...numbers.subarray(state * length, (state + 1) * length)]);
  return minimal(
    machine(
      entries(given.next).map((to) => order.indexOf(to)),
      entries(given.output),
      length,
    ),
  );
}

const suiteOf = (given: TestMachine, method: Method, extra: number): readonly Test[] =>
  testsOf(given, identifying(given, partition(given)), method, extra);

/** An implementation that passes and still differs; `undefined` where there is none with at most so many states. */
function survivor(spec: TestMachine, tests: readonly Test[], most: number): readonly number[] | undefined {
  const { length } = spec.inputs;
  const next: number[] = [];
  const output: number[] = [];
  let states = 1;
  /** Goes on with a test from where it stands; what is undecided is decided in every way. */
  function goOn(test: number, index: number, at: number, expected: number): readonly number[] | undefined {
    const sequence = tests[test]?.sequence;
    if (sequence === undefined) return differs() ? [...next] : undefined;
    if (index === sequence.length) return goOn(test + 1, 0, 0, 0);
    const input = sequence[index] as number;
    const right = spec.output[expected * length + input] as number;
    const place = at * length + input;
    const then = spec.next[expected * length + input] as number;
    if (next[place] !== undefined)
      return output[place] === right ? goOn(test, index + 1, next[place] as number, then) : undefined;
    output[place] = right;
    // A state that was not entered before is like any other such state.
    const before = states;
    for (let to = 0; to < Math.min(before + 1, most); to++) {
      next[place] = to;
      states = Math.max(before, to + 1);
      const found = goOn(test, index + 1, to, then);
      if (found !== undefined) return found;
      states = before;
    }
    delete next[place];
    delete output[place];
    return undefined;
  }
  /** Whether the implementation differs from the machine: what no test asked for is free, so it may. */
  function differs(): boolean {
    const seen = new Set(['0 0']);
    const queue: (readonly [number, number])[] = [[0, 0]];
    for (const [at, expected] of queue)
      for (let input = 0; input < length; input++) {
        const to = next[at * length + input];
        if (to === undefined || output[at * length + input] !== spec.output[expected * length + input]) return true;
        const pair = [to, spec.next[expected * length + input] as number] as const;
        if (seen.has(pair.join(' '))) continue;
        seen.add(pair.join(' '));
        queue.push(pair);
      }
    return false;
  }
  return goOn(0, 0, 0, 0);
}

/** What an input can do in a state of a machine with so many states: any target, seen as 0 or 1. */
const ANY = (size: number): readonly (readonly [to: number | undefined, output: number])[] =>
  Array.from({ length: 2 * size }, (_, code) => [code >> 1, code & 1] as const);

/** The same in a lifecycle of which nothing is observed: a refused input leads nowhere. */
const LIFECYCLE = (size: number): readonly (readonly [to: number | undefined, output: number])[] => [
  [undefined, 0],
  ...Array.from({ length: size }, (_, to) => [to, 1] as const),
];

/** Every minimal machine with so many states and two inputs, once: its states are numbered in the order in which they are reached. */
function* machines(size: number, kind: typeof ANY): Generator<TestMachine> {
  const choices = kind(size);
  const next: number[] = [];
  const output: number[] = [];
  function* goOn(place: number, reached: number): Generator<TestMachine> {
    if (place === 2 * size) {
      const made = machine(next, output);
      if (reached === size && partition(made).classes === size) yield made;
      return;
    }
    const state = place >> 1;
    if (state >= reached) return;
    for (const [to = state, seen] of choices) {
      if (to > reached) continue;
      next[place] = to;
      output[place] = seen;
      yield* goOn(place + 1, Math.max(reached, to + 1));
    }
    next.length = output.length = place;
  }
  yield* goOn(0, 1);
}

describe.each(METHODS)('the suite of method %s fails every implementation that differs', (method) => {
  test.each([
    [1, 3, 'any', 4],
    // Twelve ways to reach two states by two inputs, times what is seen of four steps, less where both states look alike: 12 · (16 − 4).
    [2, 2, 'any', 144],
    [3, 1, 'any', 11_352],
    [4, 0, 'lifecycle', 11_513],
  ] as const)('of every machine with %i states, and up to %i more (%s)', (size, most, kind, expected) => {
    let count = 0;
    for (const spec of machines(size, kind === 'any' ? ANY : LIFECYCLE)) {
      count++;
      for (let extra = 0; extra <= most; extra++)
        expect(survivor(spec, suiteOf(spec, method, extra), size + extra)).toBeUndefined();
    }
    expect(count).toBe(expected);
  });

  const random = (size: number): fc.Arbitrary<TestMachine> =>
    fc
      .tuple(
        fc.array(fc.nat(size - 1), { minLength: size * 2, maxLength: size * 2 }),
        fc.array(fc.nat(1), { minLength: size * 2, maxLength: size * 2 }),
      )
      .map(([next, output]) => reachable(machine(next, output)));

  law.prop([random(3), fc.nat(1)])('of random machines with up to three states, and one more', (spec, extra) => {
    expect(survivor(spec, suiteOf(spec, method, extra), spec.size + extra)).toBeUndefined();
  });

  law.prop([random(6)], { numRuns: 20 })('of random machines with up to six states', (spec) => {
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
