/**
 * States that no sequence of inputs tells apart, and the shortest sequences that tell others apart.
 *
 * Partition refinement after Moore, Gedanken-experiments on sequential machines (1956): round k separates what sequences of k + 1 inputs separate.
 */
import type { TestMachine } from './test-machine.ts';

/** The rounds of the refinement: for each the class of every state. The last one is stable. */
export type Partition = { readonly rounds: readonly Int32Array[]; readonly classes: number };

/** Numbers by what they are numbers of, in order of first occurrence. */
function numbered(size: number, keyOf: (state: number) => string): { readonly of: Int32Array; readonly count: number } {
  const known = new Map<string, number>();
  const of = Int32Array.from({ length: size }, (_, state) => {
    const key = keyOf(state);
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
  return { of, count: known.size };
}

/** Separates the states of a machine as far as inputs can. */
export function partition({ size, inputs, next, output }: TestMachine): Partition {
  const { length } = inputs;
  const row = (numbers: Int32Array, state: number): Int32Array =>
    numbers.subarray(state * length, (state + 1) * length);
  let { of, count } = numbered(size, (state) => row(output, state).join());
  const rounds = [of];
  for (;;) {
    const before = of;
    const refined = numbered(size, (state) => `${before[state]}:${row(next, state).map((to) => before[to] as number)}`);
    if (refined.count === count) return { rounds, classes: count };
    ({ of, count } = refined);
    rounds.push(of);
  }
}

/** The machine in which states that cannot be told apart are one, and the state that each state became. Of a minimal machine the same with the same numbers. */
export function minimised(
  machine: TestMachine,
  { rounds, classes }: Partition,
): { readonly machine: TestMachine; readonly classOf: Int32Array } {
  const classOf = rounds.at(-1) as Int32Array;
  const first = new Int32Array(classes).fill(-1);
  classOf.forEach((each, state) => {
    if (first[each] === -1) first[each] = state;
  });
  const { inputs } = machine;
  const entries = <T extends Int32Array | Uint8Array>(numbers: T, of: (number: number) => number): readonly number[] =>
    [...first].flatMap((state) => [...numbers.subarray(state * inputs.length, (state + 1) * inputs.length)].map(of));
  return {
    classOf,
    machine: {
      inputs,
      size: classes,
      starts: [...new Set(machine.starts.map((state) => classOf[state] as number))],
      next: Int32Array.from(entries(machine.next, (to) => classOf[to] as number)),
      output: Int32Array.from(entries(machine.output, (output) => output)),
      accepts: Uint8Array.from(entries(machine.accepts, (accepted) => accepted)),
    },
  };
}

/** A shortest sequence of inputs that tells two states apart; `undefined` where none does. Among the shortest the first in the order of inputs. */
export function tellsApart(
  { inputs, next, output }: TestMachine,
  { rounds }: Partition,
  one: number,
  other: number,
): readonly number[] | undefined {
  const sequence: number[] = [];
  let [left, right] = [one * inputs.length, other * inputs.length];
  for (let round = rounds.findIndex((of) => of[one] !== of[other]); round >= 0; round--) {
    const before = rounds[round - 1];
    const differs = (input: number): boolean =>
      before === undefined
        ? output[left + input] !== output[right + input]
        : before[next[left + input] as number] !== before[next[right + input] as number];
    const input = inputs.findIndex((_, number) => differs(number));
    sequence.push(input);
    left = (next[left + input] as number) * inputs.length;
    right = (next[right + input] as number) * inputs.length;
  }
  return sequence.length === 0 ? undefined : sequence;
}
