/**
 * What must be refused: an input that is not enabled is a step too, which leads back to where it begins. Where a run may try it: once in every
 * configuration, or once in every state in some configuration of which it is not enabled.
 */
import type { StateGraph } from '../../model/explore/graph.ts';
import { statesIn } from '../../model/explore/machine.ts';
import { type Input, inputNumbers } from './inputs.ts';

/** Where everything that must be refused is sent: in every configuration, in every state (of every instance of a system), or nowhere. */
export const REFUSALS = ['configurations', 'states', 'none'] as const;
/** One of them. */
export type Refusals = (typeof REFUSALS)[number];

/** More refusals than this are not written down. */
const MOST_REFUSALS = 2_000_000;

/** The inputs that are refused in a configuration, by their numbers. */
export function refusedIn(graph: StateGraph, inputs: readonly Input[]): (id: number) => readonly number[] {
  const inputOf = inputNumbers(graph, inputs);
  return (id) => {
    const isEnabled = new Uint8Array(inputs.length);
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++)
      isEnabled[inputOf[graph.action[edge] as number] as number] = 1;
    return [...inputs.keys()].filter((input) => isEnabled[input] === 0);
  };
}

/** The refusals that are left while runs are made. */
export type Left = {
  /** Whether nothing is left anywhere. */
  readonly isEmpty: () => boolean;
  /** Whether something is left that can be tried in a configuration. */
  readonly isAt: (id: number) => boolean;
  /** What is left to try in a configuration; from then on it is tried. */
  readonly take: (id: number) => readonly Input[];
};

/**
 * What is to be refused in a graph, as far as it was expanded. Each call of what it gives begins afresh, with everything left.
 *
 * @throws {RangeError} where more than so many inputs would have to be refused, two million unless given.
 */
export function refusalsIn(
  graph: StateGraph,
  inputs: readonly Input[],
  where: Refusals,
  most = MOST_REFUSALS,
): () => Left {
  const refused = refusedIn(graph, inputs);
  const numbers = new Map<string, number>();
  const placesOf = (id: number): readonly number[] => {
    if (where === 'configurations') return [id];
    const states = statesIn(graph.configuration(id));
    return (states.length === 0 ? [''] : states).map((state) => {
      const number = numbers.get(state) ?? numbers.size;
      numbers.set(state, number);
      return number;
    });
  };
  /** What trying each input that is refused in a configuration is good for. */
  const goodFor = (id: number): readonly (readonly [input: number, keys: readonly number[]])[] => {
    const places = placesOf(id);
    return refused(id).map((input) => [input, places.map((place) => place * inputs.length + input)]);
  };
  const all = new Set<number>();
  for (let id = 0; where !== 'none' && id < graph.expanded; id++)
    for (const [, keys] of goodFor(id))
      for (const key of keys) {
        all.add(key);
        if (all.size > most)
          throw new RangeError(
            `more than ${most.toLocaleString('en')} events would have to be refused; ask for refusals in states, or for none`,
          );
      }
  return () => {
    const left = new Set(all);
    /** Nothing is left there, and nothing comes back. */
    const isDone = new Uint8Array(graph.size);
    const leftAt = (id: number) =>
      left.size === 0 || isDone[id] === 1 ? [] : goodFor(id).filter(([, keys]) => keys.some((key) => left.has(key)));
    return {
      isEmpty: () => left.size === 0,
      isAt: (id) => {
        const isLeft = leftAt(id).length > 0;
        if (!isLeft) isDone[id] = 1;
        return isLeft;
      },
      take: (id) => {
        const taken = leftAt(id);
        for (const [, keys] of taken) for (const key of keys) left.delete(key);
        isDone[id] = 1;
        return taken.map(([input]) => inputs[input] as Input);
      },
    };
  };
}
