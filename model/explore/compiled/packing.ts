/**
 * Configurations as words of 32 bits. A word is a number in mixed radix: each component's local id times a weight of
 * its own, which is the product of the numbers of local ids of the components before it. So a change of a component
 * is a difference to be added, and words have no gaps.
 */
import type { Compiled } from '../../compile/index.ts';

/** Where the local id of each component stands. */
export type Packing = {
  readonly words: number;
  /** How many different numbers the last word can be, from 0. */
  readonly span: number;
  readonly word: Int32Array;
  readonly weight: Int32Array;
  readonly size: Int32Array;
};

/** Words are less than this, so that they are never negative. */
const MOST = 2 ** 31;

/**
 * Packs components in their order, each into the first word with room for it; no word shall have more values than
 * `room`, where it can be helped. At least one word.
 */
export function packingOf({ components }: Pick<Compiled, 'components'>, room: number = MOST): Packing {
  const spans: number[] = [1];
  const places = components.map(({ values: { length: size } }) => {
    const found = spans.findIndex((span) => span * size <= room);
    const word = found < 0 ? spans.push(1) - 1 : found;
    const weight = spans[word] as number;
    spans[word] = weight * size;
    return { word, weight, size };
  });
  return {
    words: spans.length,
    span: spans.at(-1) as number,
    word: Int32Array.from(places, ({ word }) => word),
    weight: Int32Array.from(places, ({ weight }) => weight),
    size: Int32Array.from(places, ({ size }) => size),
  };
}

/** Reads the local ids of a configuration whose words begin at a place. */
export function unpack({ word, weight, size }: Packing, keys: Int32Array, from: number, locals: Int32Array): void {
  for (let component = 0; component < locals.length; component++) {
    const packed = keys[from + (word[component] as number)] as number;
    locals[component] = ((packed / (weight[component] as number)) | 0) % (size[component] as number);
  }
}
