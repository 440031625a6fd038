/** Conditions lose what is known already, and mean the same. */
import { expect, test } from 'vitest';
import type { Value } from '../../model/table/types.ts';
import { all, any, type Condition, compare, not, read, type Variable, value } from './expressions.ts';
import { simplify } from './simplify.ts';

const state: Variable = {
  id: 'state',
  type: {
    kind: 'names',
    id: 'states',
    members: new Map([
      ['new', 'a'],
      ['open', 'b'],
      ['over', 'c'],
    ]),
  },
};
const is = (name: string): Condition => compare('eq', read(state), value(name));

test.each<[string, Condition, Condition]>([
  ['what is said twice', all([is('new'), is('new')]), is('new')],
  ['what excludes itself', all([is('new'), is('open')]), false],
  ['what covers all values', any([is('new'), is('open'), is('over')]), true],
  ['all values but one', any([is('new'), is('open')]), compare('ne', read(state), value('over'))],
  ['what is denied of all but one', all([not(is('new')), not(is('open'))]), is('over')],
])('%s', (_, given, expected) => {
  expect(simplify(given, new Map())).toEqual(expected);
});

test('what is known already is not asked', () => {
  const known = new Map([[state, new Set<Value>(['new', 'open'])]]);
  expect(simplify(not(is('over')), known)).toBe(true);
  expect(simplify(is('over'), known)).toBe(false);
});
