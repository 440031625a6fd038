/** Texts in a language. */
import { describe, expect, test } from 'vitest';
import { forLanguage, textIn } from './text.ts';

const all = { de: 'Tisch', fr: 'table', en: 'table (en)' };

describe('what there is for a language', () => {
  test.each([
    ['fr', 'table'],
    ['fr-CA', 'table'],
    ['de-AT', 'Tisch'],
    ['ja', 'table (en)'],
    ['constructor', 'table (en)'],
    ['toString-CA', 'table (en)'],
  ])('%s', (language, found) => {
    expect(forLanguage(all, language)).toBe(found);
    expect(textIn(all, language)).toBe(found);
  });

  test('nothing where neither it nor English is there; of a text the first one', () => {
    expect(forLanguage({ de: 'Tisch' }, 'fr')).toBeUndefined();
    expect(textIn({ de: 'Tisch' }, 'fr', 'name')).toBe('Tisch');
    expect(textIn({}, 'fr', 'name')).toBe('name');
  });
});
