import { describe, expect, test } from 'vitest';
import { alternatingBit } from '../../model/gallery/alternatingBit.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { helpDeskOf } from '../../model/rescue/helpDesk.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import type { Model } from '../../model/system/types.ts';
import { made, wrongWith } from './testing.ts';

const MODELS: { readonly [name: string]: Model } = {
  session,
  order,
  helpDesk: helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 }),
  alternatingBit: alternatingBit('alternatingBit'),
};

describe.each(Object.entries(MODELS))('the part of %s', (_, model) => {
  test.each(['en', 'fr'])(
    'in %s leads every link to a page, a place or a file, and tells every diagram',
    (language) => {
      expect(wrongWith(made(model, language))).toEqual([]);
    },
  );
});
