/** The laws of the set of seen configurations, for every number of words. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { law } from '../../testing.ts';
import { type Seen, seenOf } from './seen.ts';

/** Sets of one word are of two kinds, by the bits that are used of it. */
const kinds = [
  { name: 'one word of few values', words: 1, bits: 12 },
  { name: 'one word', words: 1, bits: 32 },
  { name: 'two words', words: 2, bits: 32 },
  { name: 'three words', words: 3, bits: 7 },
] as const;

const key = (words: number, bits: number): fc.Arbitrary<number[]> =>
  fc
    .tuple(
      fc.array(fc.oneof(fc.integer(), fc.integer({ min: 0, max: 3 })), { minLength: words - 1, maxLength: words - 1 }),
      bits === 32 ? fc.integer() : fc.nat(2 ** bits - 1),
    )
    .map(([others, last]) => [...others, last]);

const addAll = (
  seen: Seen,
  keys: readonly (readonly number[])[],
  most = Number.POSITIVE_INFINITY,
): readonly number[] => {
  const words = Int32Array.from(keys.flat());
  seen.touch(words, keys.length);
  return keys.map((each, index) => seen.add(words, index * each.length, most));
};

describe.each(kinds)('a set of configurations of $name', ({ words, bits }) => {
  const keys = fc.array(key(words, bits), { maxLength: 200 });

  law.prop([keys])('gives ids in order of discovery, equal ones for equal words, and keeps the words', (all) => {
    const seen = seenOf(words, 2 ** bits);
    const distinct = [...new Map(all.map((each) => [each.join(), each])).values()];
    const ids = new Map(distinct.map((each, id) => [each.join(), id]));
    expect(addAll(seen, all)).toEqual(all.map((each) => ids.get(each.join())));
    expect(seen.size).toBe(distinct.length);
    expect([...seen.keys.subarray(0, seen.size * words)]).toEqual(distinct.flat());
  });

  law.prop([keys, fc.nat(20)])('refuses what would be too many, and still knows what it has', (all, most) => {
    const seen = seenOf(words, 2 ** bits);
    const known = new Map<string, number>();
    const expected = all.map((each) => {
      const id = known.get(each.join()) ?? (known.size < most ? known.size : -1);
      if (id >= 0) known.set(each.join(), id);
      return id;
    });
    expect(addAll(seen, all, most)).toEqual(expected);
  });

  law.prop([fc.integer(), fc.constantFrom(1, 64, 0x10001)], { numRuns: 5 })('grows', (start, step) => {
    const count = Math.min(5000, 2 ** bits);
    const seen = seenOf(words, 2 ** bits);
    const all = Array.from({ length: count }, (_, index) => {
      const last = bits === 32 ? (start + index * step) | 0 : index % 2 ** bits;
      return [...Array.from({ length: words - 1 }, () => (start ^ Math.floor(index / 100)) | 0), last];
    });
    const ids = addAll(seen, all);
    expect(addAll(seen, all)).toEqual(ids);
    expect(seen.size).toBe(new Set(all.map((each) => each.join())).size);
  });
});
