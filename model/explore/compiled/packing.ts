/** Configurations as words of 32 bits: each component's local id takes the bits that it needs, and none stands across two words. */
import type { Compiled } from '../../compile/index.ts';

/** Where the local id of each component stands. */
export type Packing = {
  readonly words: number;
  /** The bits that are used of the last word. */
  readonly bits: number;
  readonly word: Int32Array;
  readonly shift: Int32Array;
  readonly mask: Int32Array;
};

const WORD = 32;

/** Packs components in their order, each into the first word with room for it; words are left when so many of their bits are used. At least one word. */
export function packingOf({ components }: Pick<Compiled, 'components'>, room: number = WORD): Packing {
  const used: number[] = [0];
  const places = components.map(({ values }) => {
    const bits = WORD - Math.clz32(Math.max(0, values.length - 1));
    const found = used.findIndex((taken) => taken + bits <= room);
    const word = found < 0 ? used.push(0) - 1 : found;
    const shift = used[word] as number;
    used[word] = shift + bits;
    return { word, shift: shift % WORD, mask: bits === 0 ? 0 : -1 >>> (WORD - bits) };
  });
  return {
    words: used.length,
    bits: used.at(-1) as number,
    word: Int32Array.from(places, ({ word }) => word),
    shift: Int32Array.from(places, ({ shift }) => shift),
    mask: Int32Array.from(places, ({ mask }) => mask),
  };
}

/** Reads the local ids of a configuration whose words begin at a place. */
export function unpack({ word, shift, mask }: Packing, keys: Int32Array, from: number, locals: Int32Array): void {
  for (let component = 0; component < locals.length; component++)
    locals[component] =
      ((keys[from + (word[component] as number)] as number) >>> (shift[component] as number)) &
      (mask[component] as number);
}
