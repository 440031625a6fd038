/** What things are called beside others: by their labels, and by their names too where two labels look alike. */
import { expect, test } from 'vitest';
import { calledIn, isSharedLabel, valueIn } from './called.ts';

const states = {
  waiting: { label: { en: 'Waiting', fr: 'En attente' } },
  onHold: { label: { en: 'On hold', fr: 'En  attente' } },
  active: { label: 'Active' },
  Active: {},
  bare: {},
  empty: { label: '' },
};

const all = (language: string): readonly string[] =>
  Object.keys(states).map((name) => calledIn(states, name, language));

test('a label of its own is enough, and two that look alike have their names beside', () => {
  expect(all('en')).toEqual(['Waiting', 'On hold', 'Active (active)', 'Active', 'bare', 'empty']);
  expect(all('fr-CA').slice(0, 2)).toEqual(['En attente (waiting)', 'En  attente (onHold)']);
  expect(isSharedLabel(states, 'onHold', 'en')).toBe(false);
});

test('what nobody declares is called by its name, and names of objects are names', () => {
  expect(calledIn(undefined, 'x', 'en')).toBe('x');
  expect(calledIn(states, 'constructor', 'en')).toBe('constructor');
});

test('a shortened label keeps the name', () => {
  expect(calledIn(states, 'onHold', 'fr', (label) => `${label.slice(0, 2)}…`)).toBe('En… (onHold)');
});

test('a value is shown by its label where it has one', () => {
  const variable = { values: ['none', 'system', 'bare'], labels: { none: { en: 'none', fr: 'aucun' }, system: '' } };
  expect(['none', 'system', 'bare', 'constructor'].map((value) => valueIn(variable, value, 'fr'))).toEqual([
    'aucun',
    'system',
    'bare',
    'constructor',
  ]);
  expect(valueIn(variable, 'none', 'fr', (label) => label.toUpperCase())).toBe('AUCUN');
  expect(valueIn(undefined, 'none', 'fr')).toBe('none');
});
