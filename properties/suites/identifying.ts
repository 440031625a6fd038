/** Sets of input sequences by which the states of a minimal machine are recognised. */
import { type Partition, tellsApart } from './partition.ts';
import type { TestMachine } from './test-machine.ts';

/** A sequence of inputs, by their numbers. */
export type Sequence = readonly number[];

/** What recognises states: one set for all of them, one for each, and one for each such that any two share a sequence that tells them apart. */
export type Identifying = {
  /** A characterisation set: for every two states some sequence in it tells them apart. */
  readonly characterising: readonly Sequence[];
  /** For each state a part of the characterisation set that tells it from every other state. */
  readonly ofState: readonly (readonly Sequence[])[];
  /** For each state its harmonised identifier: the sequences that tell it from each other state, the same for both. */
  readonly harmonised: readonly (readonly Sequence[])[];
};

/** What is seen of a sequence that begins in a state. */
export function seen({ inputs, next, output }: TestMachine, state: number, sequence: Sequence): string {
  let at = state;
  return sequence
    .map((input) => {
      const place = at * inputs.length + input;
      at = next[place] as number;
      return output[place];
    })
    .join();
}

/** The sequences that are not the beginning of another one, each once, in order. Of none at all the empty sequence remains. */
export function longest(sequences: readonly Sequence[]): readonly Sequence[] {
  const keys = new Set<string>();
  const beginnings = new Set<string>();
  for (const sequence of sequences)
    for (let length = 0; length <= sequence.length; length++) {
      const key = sequence.slice(0, length).join();
      (length < sequence.length ? beginnings : keys).add(key);
    }
  const kept = sequences.filter((sequence) => !beginnings.has(sequence.join()) && keys.delete(sequence.join()));
  return kept.length === 0 ? [[]] : kept;
}

/** The sets that recognise the states of a minimal machine. */
export function identifying(machine: TestMachine, partition: Partition): Identifying {
  const { size } = machine;
  const states = Array.from({ length: size }, (_, state) => state);
  const pairs = states.flatMap((one) => states.slice(one + 1).map((other) => [one, other] as const));
  const apart = new Map(
    pairs.map(([one, other]) => [`${one} ${other}`, tellsApart(machine, partition, one, other) as Sequence]),
  );
  const between = (one: number, other: number): Sequence =>
    apart.get(one < other ? `${one} ${other}` : `${other} ${one}`) as Sequence;
  const characterising: Sequence[] = [];
  let groups = [states];
  while (groups.some(({ length }) => length > 1)) {
    const [one, other] = groups.find(({ length }) => length > 1) as [number, number];
    const sequence = between(one, other);
    characterising.push(sequence);
    groups = groups.flatMap((group) => [...Map.groupBy(group, (state) => seen(machine, state, sequence)).values()]);
  }
  const all = longest(characterising);
  return {
    characterising: all,
    ofState: states.map((state) => ownPart(machine, states, state, all)),
    harmonised: states.map((state) =>
      longest(states.filter((other) => other !== state).map((other) => between(state, other))),
    ),
  };
}

/** A part of a characterisation set that tells a state from all others: the sequence that tells it from most of those that are left, again and again. */
function ownPart(
  machine: TestMachine,
  states: readonly number[],
  state: number,
  all: readonly Sequence[],
): readonly Sequence[] {
  const chosen: Sequence[] = [];
  let left = states.filter((other) => other !== state);
  while (left.length > 0) {
    const alike = (sequence: Sequence): readonly number[] => {
      const own = seen(machine, state, sequence);
      return left.filter((other) => seen(machine, other, sequence) === own);
    };
    const best = all
      .map((sequence) => ({ sequence, rest: alike(sequence) }))
      .reduce((one, other) => (other.rest.length < one.rest.length ? other : one));
    chosen.push(best.sequence);
    left = [...best.rest];
  }
  return chosen.length === 0 ? [[]] : chosen;
}
