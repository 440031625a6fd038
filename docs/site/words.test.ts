import { expect, test } from 'vitest';
import { wordsOf as inDiagrams } from '../../generators/mermaid/words.ts';
import { wordsOf as aroundDiagrams } from './diagrams/words.ts';
import { wordsOf as aroundMatrices } from './matrix/words.ts';
import { wordsOf as ofSimulator } from './simulator/words.ts';
import { wordsOf } from './words.ts';

const ANY = [['2'], ['2'], ['2'], ['2']];

/** Every text of a dictionary; those with something put in, with a list of one number for it, which stands for a number and for names. */
const textsOf = (words: object): readonly string[] =>
  Object.values(words).map((text) => String(typeof text === 'function' ? text(...ANY) : text));

test.each([
  ['the site', wordsOf('fr')],
  ['the simulator', ofSimulator('fr')],
  ['what stands around diagrams', aroundDiagrams('fr')],
  ['what stands around matrices', aroundMatrices('fr')],
  ['diagrams', inDiagrams('fr')],
])('in the French words of %s no space before a mark of punctuation breaks', (_, words) => {
  const texts = textsOf(words);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => / [:;?!»%]|« /.test(text))).toEqual([]);
});
