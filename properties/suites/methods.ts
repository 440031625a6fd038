/**
 * Suites that find every fault of an implementation with at most so many states more than the machine: the W method (Chow, Testing software
 * design modeled by finite-state machines, 1978; Vasilevskii 1973), the Wp method (Fujiwara et al., Test selection based on finite state models,
 * 1991), and harmonised state identifiers (Luo, Petrenko, Bochmann, Selecting test sequences for partially-specified nondeterministic finite state
 * machines, 1994).
 */
import { type Identifying, longest, type Sequence } from './identifying.ts';
import type { TestMachine } from './test-machine.ts';

export const METHODS = ['w', 'wp', 'hsi'] as const;
export type Method = (typeof METHODS)[number];

/** A sequence of inputs that begins in one of the states the machine can start in. */
export type Test = { readonly start: number; readonly sequence: Sequence };

/** More inputs than this, over all tests, are not written down. */
const MOST_INPUTS = 20_000_000;

/** A shortest way to every state: the state cover, in the order of discovery. */
export function stateCover({
  inputs,
  size,
  starts,
  next,
}: TestMachine): readonly (Test & { readonly state: number })[] {
  const isKnown = new Uint8Array(size);
  const found = starts.map((start) => ({ start, sequence: [] as Sequence, state: start }));
  for (const start of starts) isKnown[start] = 1;
  for (const { start, sequence, state } of found)
    for (let input = 0; input < inputs.length; input++) {
      const to = next[state * inputs.length + input] as number;
      if (isKnown[to] === 1) continue;
      isKnown[to] = 1;
      found.push({ start, sequence: [...sequence, input], state: to });
    }
  return found;
}

/**
 * The tests of a method for a minimal machine and implementations with up to `extra` more states than it has. No test is the beginning of another.
 *
 * @throws {RangeError} where they would hold more than twenty million inputs.
 */
export function testsOf(machine: TestMachine, sets: Identifying, method: Method, extra: number): readonly Test[] {
  const cover = stateCover(machine);
  const { length } = machine.inputs;
  const widest = Math.max(...sets.characterising.map((sequence) => sequence.length)) + extra + 1 + machine.size;
  const number = cover.length * length ** (extra + 1) * Math.max(1, sets.characterising.length);
  if (number * widest > MOST_INPUTS * 10)
    throw new RangeError(
      `${cover.length} states, ${length} inputs and ${extra} more states make about ${Math.round(number).toLocaleString('en')} tests; ask for fewer extra states`,
    );
  const tests: Test[] = [];
  let inputs = 0;
  const add = (start: number, sequence: Sequence, endings: readonly Sequence[]): void => {
    for (const ending of endings) {
      tests.push({ start, sequence: [...sequence, ...ending] });
      inputs += sequence.length + ending.length;
      if (inputs > MOST_INPUTS)
        throw new RangeError(`the tests would hold more than ${MOST_INPUTS} inputs; ask for fewer extra states`);
    }
  };
  for (const { start, sequence, state } of cover)
    for (const { middle, end } of continued(machine, state, extra + 1)) {
      const isLast = middle.length === extra + 1;
      const own = method === 'hsi' ? sets.harmonised[end] : sets.ofState[end];
      add(
        start,
        [...sequence, ...middle],
        method === 'w' || (method === 'wp' && !isLast) ? sets.characterising : (own as readonly Sequence[]),
      );
    }
  return [...Map.groupBy(tests, ({ start }) => start)].flatMap(([start, all]) =>
    longest(all.map(({ sequence }) => sequence)).map((sequence) => ({ start, sequence })),
  );
}

/** All sequences of at most so many inputs from a state, shorter ones first, with the state they end in. */
function continued(
  { inputs, next }: TestMachine,
  state: number,
  most: number,
): readonly { readonly middle: Sequence; readonly end: number }[] {
  let last: { middle: Sequence; end: number }[] = [{ middle: [], end: state }];
  const all = [...last];
  for (let length = 0; length < most; length++) {
    last = last.flatMap(({ middle, end }) =>
      inputs.map((_, input) => ({ middle: [...middle, input], end: next[end * inputs.length + input] as number })),
    );
    all.push(...last);
  }
  return all;
}

/** What a method promises, for readers. */
export function guaranteeOf(method: Method, states: number, extra: number): string {
  const name = { w: 'W method', wp: 'Wp method', hsi: 'method of harmonised state identifiers' }[method];
  return `${name}: an implementation that passes behaves like the table in every sequence of events, if it is deterministic, starts afresh for every test, and has at most ${states + extra} states (${states} of the table${extra === 0 ? '' : ` and ${extra} more`}).`;
}
