/** Sets that are mostly empty, as lists. */

/** A set as the indices of its words of 32 bits that are not 0, ascending, and these words. */
export type Sparse = { readonly index: Uint32Array; readonly bits: Uint32Array };

const FIRST_ROOM = 1024;

/** Nothing. */
export const NONE: Sparse = { index: new Uint32Array(), bits: new Uint32Array() };

/** The words of a set that are not 0. */
export function sparse(words: Uint32Array): Sparse {
  let index = new Uint32Array(FIRST_ROOM);
  let count = 0;
  for (let word = 0; word < words.length; word++) {
    if (words[word] === 0) continue;
    if (count === index.length) {
      const known = index;
      index = new Uint32Array(2 * count);
      index.set(known);
    }
    index[count++] = word;
  }
  index = index.slice(0, count);
  return { index, bits: index.map((word) => words[word] as number) };
}

/** What a sparse set has in common with another one. */
export function meeting({ index, bits }: Sparse, words: Uint32Array): Sparse {
  const kept: number[] = [];
  for (let at = 0; at < index.length; at++)
    if (((bits[at] as number) & (words[index[at] as number] as number)) !== 0) kept.push(at);
  return {
    index: Uint32Array.from(kept, (at) => index[at] as number),
    bits: Uint32Array.from(kept, (at) => (bits[at] as number) & (words[index[at] as number] as number)),
  };
}

/** What is in at least one of two sparse sets. */
export function joined(one: Sparse, other: Sparse): Sparse {
  if (one.index.length === 0) return other;
  if (other.index.length === 0) return one;
  const words = new Map<number, number>();
  for (const { index, bits } of [one, other])
    for (let at = 0; at < index.length; at++) {
      const word = index[at] as number;
      words.set(word, ((words.get(word) ?? 0) | (bits[at] as number)) >>> 0);
    }
  const index = Uint32Array.from(words.keys()).sort();
  return { index, bits: index.map((word) => words.get(word) as number) };
}

/** Whether a sparse set has a bit of a word. */
export function has({ index, bits }: Sparse, [word, bit]: readonly [word: number, bit: number]): boolean {
  let [from, end] = [0, index.length];
  while (from < end) {
    const middle = (from + end) >> 1;
    if ((index[middle] as number) < word) from = middle + 1;
    else end = middle;
  }
  return index[from] === word && (((bits[from] as number) >>> bit) & 1) === 1;
}
