/** The laws of packing local ids into words. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Component } from '../../compile/growing.ts';
import { law } from '../../testing.ts';
import { packingOf, unpack } from './packing.ts';

/** Components of these sizes; nothing but the number of local ids matters here. */
const components = (sizes: readonly number[]): readonly Component[] =>
  sizes.map((size) => ({
    fields: [],
    isJoined: false,
    values: Array.from({ length: size }, () => []),
    idOf: () => undefined,
    occurring: new Map(),
  }));

describe('packing', () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 70_000 })), {
    maxLength: 12,
  });
  const room = fc.constantFrom(2, 40, 2 ** 20, 2 ** 31);

  law.prop([sizes, room, fc.array(fc.nat(), { minLength: 12, maxLength: 12 })])(
    'what is packed is read again',
    (all, most, seeds) => {
      const packing = packingOf({ components: components(all) }, most);
      const ids = all.map((size, component) => (seeds[component] as number) % size);
      const words = new Int32Array(packing.words + 1);
      for (const [component, id] of ids.entries())
        (words[1 + (packing.word[component] as number)] as number) += id * (packing.weight[component] as number);
      const read = new Int32Array(all.length);
      unpack(packing, words, 1, read);
      expect([...read]).toEqual(ids);
    },
  );

  law.prop([sizes, room])('words have no gaps, and are never negative', (all, most) => {
    const packing = packingOf({ components: components(all) }, most);
    const largest = new Array<number>(packing.words).fill(0);
    for (const [component, size] of all.entries())
      (largest[packing.word[component] as number] as number) += (size - 1) * (packing.weight[component] as number);
    expect(packing.span).toBe((largest.at(-1) as number) + 1);
    expect(Math.max(...largest)).toBeLessThan(2 ** 31);
  });
});
