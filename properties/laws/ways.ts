/** Small models explored without steps, in every way that there is. */
import fc from 'fast-check';
import { compile, TooLarge } from '../../model/compile/index.ts';
import { SIZES } from '../../model/compile/sizes.ts';
import { BitmapStore, draw } from '../../model/explore/bitmap/bitmap-store.ts';
import { drawKeys, HashStore } from '../../model/explore/hash/hash-store.ts';
import { exploringStore } from '../../model/explore/space/set-space.ts';
import type { Space } from '../../model/explore/space/space.ts';
import { finish } from '../../model/explore/work.ts';
import type { Model } from '../../model/system/types.ts';

/**
 * A model cut into components of at most so many local ids, instances joined up to so many, and how what is reached is
 * held.
 */
export type Way = { readonly ids: number; readonly together: number; readonly strategy: 'bitmap' | 'hash' };

/** A model explored without steps; none where its steps are not of the form that takes. */
export function spaceOf(model: Model, { ids, together, strategy }: Way): Space {
  const compiled = compile(model, {
    ...SIZES,
    several: { ...SIZES.several, ids },
    together: { ...SIZES.together, ids: together, least: 0, gain: 1 },
  });
  if (compiled === undefined) throw new Error('a small model can be compiled');
  try {
    const store = strategy === 'hash' ? new HashStore(drawKeys(compiled)) : new BitmapStore(draw(compiled));
    return finish(exploringStore(store));
  } catch (error) {
    fc.pre(!(error instanceof TooLarge));
    throw error;
  }
}

export const way: fc.Arbitrary<Way> = fc.record({
  ids: fc.constantFrom(1, 2, 5, SIZES.several.ids),
  together: fc.constantFrom(0, 20, SIZES.together.ids),
  strategy: fc.constantFrom('bitmap', 'hash'),
});
