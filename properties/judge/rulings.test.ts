import { describe, expect, test } from 'vitest';
import type { Ruling, Table } from '../../model/table/types.ts';
import { check } from './checking.ts';
import { isOpen, isUndecided } from './judge.ts';

const because = 'It is meant so.';
const claims = [
  { line: 4, column: 'next', of: 'a', names: 'b', text: 'B' },
  { line: 5, column: 'next', of: 'a', text: 'Gone' },
  { line: 6, column: 'previous', of: 'a', names: null, text: 'none' },
] as const;

/** `a` leads to the trap of `b` and `c`; the properties are one violated, one that holds. */
const table = (...rulings: readonly Ruling[]): Table => ({
  name: 'table',
  states: { a: { initial: true }, b: {}, c: {}, end: { final: true } },
  events: { go: {}, on: {} },
  transitions: [
    { from: 'a', on: 'go', to: 'end' },
    { from: 'a', on: 'on', to: 'b' },
    { from: 'b', on: 'on', to: 'c' },
    { from: 'c', on: 'on', to: 'b' },
  ],
  properties: { ends: { alwaysCanReach: { final: true } }, starts: { reachable: { state: 'a' } } },
  sources: { article: { title: 'Article', claims }, note: { title: 'Note' } },
  rulings,
});
const trap: Ruling = { finding: 'SA205', states: ['c', 'b'], because };
const ends: Ruling = { property: 'ends', because };
const unmatched = (...rulings: readonly Ruling[]): readonly string[] =>
  check(table(...rulings)).findings.flatMap(({ code, message }) => (code === 'SA213' ? [message] : []));

test('a ruling is attached to what it decides, and then nothing is open', () => {
  expect(isOpen(check(table()))).toBe(true);
  expect(isOpen(check(table(trap)))).toBe(true);
  expect(isOpen(check(table(ends)))).toBe(true);
  const judgement = check(table(trap, ends));
  expect(isOpen(judgement)).toBe(false);
  expect(judgement.findings.map(({ code, ruling }) => [code, ruling])).toEqual([['SA205', trap]]);
  expect(judgement.verdicts.map(({ result, ruling }) => [result, ruling])).toEqual([
    ['violated', ends],
    ['holds', undefined],
  ]);
});

describe('a ruling matches nothing', () => {
  test.each<[string, Ruling, string]>([
    ['with a state too few', { finding: 'SA205', states: 'b', because }, 'there is no finding SA205 b'],
    [
      'with a state too many',
      { finding: 'SA205', states: ['a', 'b', 'c'], because },
      'there is no finding SA205 a b c',
    ],
    ['without any names', { finding: 'SA205', because }, 'there is no finding SA205'],
    [
      'with an event that the finding does not have',
      { finding: 'SA205', states: ['b', 'c'], events: 'on', because },
      'there is no finding SA205 b c on',
    ],
    ['of another code', { finding: 'SA204', states: ['b', 'c'], because }, 'there is no finding SA204 b c'],
    ['of a code that does not exist', { finding: 'SA299', because }, 'no ruling can decide SA299'],
    ['that would decide itself', { finding: 'SA213', because }, 'no ruling can decide SA213'],
    ['of a property that holds', { property: 'starts', because }, 'the property “starts” holds'],
    ['of no property', { property: 'toString', because }, 'there is no property “toString”'],
    [
      'of a line without such a claim',
      { claim: { source: 'article', line: 9, column: 'next', of: 'a', names: 'b' }, because },
      'article claims no such thing of a in line 9 (next)',
    ],
    [
      'of another name than is claimed',
      { claim: { source: 'article', line: 4, column: 'next', of: 'a', names: 'c' }, because },
      'article claims no such thing of a in line 4 (next)',
    ],
    [
      'of no source',
      { claim: { source: 'constructor', line: 4, column: 'next', of: 'a' }, because },
      'constructor claims no such thing of a in line 4 (next)',
    ],
  ])('%s', (_, ruling, reason) => {
    expect(unmatched(trap, ruling)).toEqual([`rulings[1] matches nothing: ${reason}`]);
  });

  test.each<[string, Ruling]>([
    [
      'a claim that names a state',
      { claim: { source: 'article', line: 4, column: 'next', of: 'a', names: 'b' }, because },
    ],
    [
      'a claim that names no state of the table',
      { claim: { source: 'article', line: 5, column: 'next', of: 'a' }, because },
    ],
    [
      'a claim that there is none',
      { claim: { source: 'article', line: 6, column: 'previous', of: 'a', names: null }, because },
    ],
    ['a source whose claims are not given', { claim: { source: 'note', line: 1, column: 'next', of: 'a' }, because }],
  ])('but not where it rules on %s', (_, ruling) => {
    expect(unmatched(ruling)).toEqual([]);
  });
});

test('an idle ruling is open, whatever else is decided', () => {
  expect(isOpen(check(table(trap, ends, { property: 'starts', because })))).toBe(true);
});

test('where a limit was hit, rulings on what may still be found are left alone', () => {
  const rulings: readonly Ruling[] = [trap, { finding: 'SA299', because }, ends, { property: 'nothing', because }];
  const judgement = check(table(...rulings), { maxConfigurations: 2 });
  expect(judgement.findings.map(({ code, path }) => [code, path])).toEqual([
    ['SA213', ['rulings', 1]],
    ['SA213', ['rulings', 3]],
  ]);
  expect(isUndecided(judgement)).toBe(true);
  expect(isUndecided(check(table()))).toBe(false);
});
