import { describe, expect, test } from 'vitest';
import { session } from '../../model/rescue/session.atlas.ts';
import type { Table } from '../../model/table/types.ts';
import { made, wrongWith } from './testing.ts';

const flagship: Table = session;

describe.each(['en', 'fr'])('the flagship in %s', (language) => {
  const site = made(flagship, language);

  test('leads every link to a page, a place or a file, and tells every diagram', () => {
    expect(wrongWith(site)).toEqual([]);
  });
});
