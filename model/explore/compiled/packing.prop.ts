/** The laws of packing local ids into words. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Component } from '../../compile/components.ts';
import { packingOf, unpack } from './packing.ts';

/** Components of these sizes; nothing but the number of local ids matters here. */
const components = (sizes: readonly number[]): readonly Component[] =>
  sizes.map((size) => ({
    fields: [],
    values: Array.from({ length: size }, () => []),
    idOf: () => undefined,
    occurring: new Map(),
  }));

describe('packing', () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 70_000 })), {
    maxLength: 12,
  });
  const room = fc.constantFrom(1, 5, 31, 32);

  test.prop([sizes, room, fc.array(fc.nat(), { minLength: 12, maxLength: 12 })])(
    'what is packed is read again',
    (all, bits, seeds) => {
      const packing = packingOf({ components: components(all) }, bits);
      const ids = all.map((size, component) => (seeds[component] as number) % size);
      const words = new Int32Array(packing.words + 1);
      for (const [component, id] of ids.entries())
        (words[1 + (packing.word[component] as number)] as number) |= id << (packing.shift[component] as number);
      const read = new Int32Array(all.length);
      unpack(packing, words, 1, read);
      expect([...read]).toEqual(ids);
    },
  );

  test.prop([sizes])('no more bits are used of the last word than it says', (all) => {
    const packing = packingOf({ components: components(all) });
    const top = all.map((_, component) =>
      packing.word[component] === packing.words - 1
        ? (packing.shift[component] as number) + Math.ceil(Math.log2(all[component] as number))
        : 0,
    );
    expect(packing.bits).toBe(Math.max(0, ...top));
  });
});
