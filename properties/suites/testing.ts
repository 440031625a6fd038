/**
 * Every small machine and every implementation of it, for what the methods promise. Implementations are not listed but built while a suite runs: where it asks for
 * a step that is not decided yet, every possible target is tried, and what is seen must be right.
 */
import { identifying } from './identifying.ts';
import { METHODS, type Method, type Test, testsOf } from './methods.ts';
import { partition } from './partition.ts';
import type { TestMachine } from './test-machine.ts';

/** A machine that starts in state 0. */
export const machine = (next: readonly number[], output: readonly number[], inputs = 2): TestMachine => ({
  inputs: Array.from({ length: inputs }, (_, input) => ({ event: `e${input}` })),
  size: next.length / inputs,
  starts: [0],
  next: Int32Array.from(next),
  output: Int32Array.from(output),
  accepts: Uint8Array.from(output, (each) => each & 1),
});

/** What an input can do in a state: where it leads, and what is seen of it. */
type Move = readonly [to: number, output: number];

/** A kind of machines: how many inputs they have, and what each can do in a state of a machine with so many states. */
export type Kind = {
  readonly inputs: number;
  readonly moves: (size: number, state: number, input: number) => readonly Move[];
};

/** Any target, seen as 0 or 1. What is seen of an input can be exchanged everywhere and tells as much, so in the first state it is 0. */
export const TOTAL: Kind = {
  inputs: 2,
  moves: (size, state) =>
    Array.from({ length: state === 0 ? size : 2 * size }, (_, code) => [code % size, code < size ? 0 : 1]),
};

/** A lifecycle of which nothing is observed but what it accepts: a refused input leads nowhere. */
export const PARTIAL: Kind = {
  inputs: 2,
  moves: (size, state) => [[state, 0], ...Array.from({ length: size }, (_, to): Move => [to, 1])],
};

/** The same with a third input, which is accepted everywhere and leads back to the start. */
export const RESET: Kind = {
  inputs: 3,
  moves: (size, state, input) => (input === 2 ? [[0, 1]] : PARTIAL.moves(size, state, input)),
};

/** A lifecycle of which it is seen whether its state is the first one. */
export const OBSERVED: Kind = {
  inputs: 2,
  moves: (size, state) =>
    PARTIAL.moves(size, state, 0).map(([to, accepted]) => [to, to === 0 ? accepted : accepted + 2]),
};

/** Every minimal machine of a kind with so many states, once: they are all reachable, and numbered in the order in which they are reached. */
export function* machinesOf({ inputs, moves }: Kind, size: number): Generator<TestMachine> {
  const next: number[] = [];
  const output: number[] = [];
  function* goOn(place: number, reached: number): Generator<TestMachine> {
    if (place === inputs * size) {
      const made = machine(next, output, inputs);
      if (reached === size && partition(made).classes === size) yield made;
      return;
    }
    const state = Math.floor(place / inputs);
    if (state >= reached) return;
    for (const [to, seen] of moves(size, state, place % inputs)) {
      if (to > reached) continue;
      next[place] = to;
      output[place] = seen;
      yield* goOn(place + 1, Math.max(reached, to + 1));
    }
    next.length = output.length = place;
  }
  yield* goOn(0, 1);
}

/** An implementation with at most so many states that passes and still differs, by where its steps lead; `undefined` where there is none. */
export function survivor(spec: TestMachine, tests: readonly Test[], most: number): readonly number[] | undefined {
  const { length } = spec.inputs;
  const next = new Int32Array(most * length).fill(-1);
  const output = new Int32Array(most * length);
  let states = 1;
  return goOn(0, 0, 0, 0);

  /** Goes on with a test from where it stands; what is undecided is decided in every way. */
  function goOn(test: number, index: number, at: number, expected: number): readonly number[] | undefined {
    for (;;) {
      const sequence = tests[test]?.sequence;
      if (sequence === undefined) return differs() ? [...next] : undefined;
      if (index === sequence.length) {
        test++;
        index = at = expected = 0;
        continue;
      }
      const input = sequence[index] as number;
      const place = at * length + input;
      const wanted = expected * length + input;
      if (next[place] === -1) return decided(test, index, place, wanted);
      if (output[place] !== spec.output[wanted]) return undefined;
      index++;
      at = next[place] as number;
      expected = spec.next[wanted] as number;
    }
  }

  /** Every target in its turn. A state that was not entered before is like any other such state. */
  function decided(test: number, index: number, place: number, wanted: number): readonly number[] | undefined {
    const before = states;
    output[place] = spec.output[wanted] as number;
    for (let to = 0; to < Math.min(before + 1, most); to++) {
      next[place] = to;
      states = Math.max(before, to + 1);
      const found = goOn(test, index + 1, to, spec.next[wanted] as number);
      if (found !== undefined) return found;
    }
    states = before;
    next[place] = -1;
    return undefined;
  }

  /** Whether the implementation differs from the machine: what no test asked for is free, so it may. */
  function differs(): boolean {
    const seen = new Uint8Array(most * spec.size);
    const queue = [0];
    seen[0] = 1;
    for (const pair of queue) {
      const [at, expected] = [Math.floor(pair / spec.size), pair % spec.size];
      for (let input = 0; input < length; input++) {
        const to = next[at * length + input] as number;
        const wanted = expected * length + input;
        if (to < 0 || output[at * length + input] !== spec.output[wanted]) return true;
        const then = to * spec.size + (spec.next[wanted] as number);
        if (seen[then] === 1) continue;
        seen[then] = 1;
        queue.push(then);
      }
    }
    return false;
  }
}

/** An implementation that differs from a machine, and passes all the same. */
export type Survivor = {
  readonly method: Method;
  readonly extra: number;
  readonly spec: TestMachine;
  readonly next: readonly number[];
};

/** How many machines of a kind there are with so many states, and what survives the suites of all methods for implementations with up to so many states more. */
export function tried(
  kind: Kind,
  size: number,
  most: number,
): { readonly machines: number; readonly survivors: readonly Survivor[] } {
  const survivors: Survivor[] = [];
  let machines = 0;
  for (const spec of machinesOf(kind, size)) {
    machines++;
    const sets = identifying(spec, partition(spec));
    for (const method of METHODS)
      for (let extra = 0; extra <= most; extra++) {
        const next = survivor(spec, testsOf(spec, sets, method, extra), size + extra);
        if (next !== undefined) survivors.push({ method, extra, spec, next });
      }
  }
  return { machines, survivors };
}
