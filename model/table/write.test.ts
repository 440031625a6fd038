import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../testing.ts';
import { tableArbitrary } from './arbitrary.ts';
import { formatDiagnostic } from './diagnostic.ts';
import { type Parsed, parseTable } from './parse.ts';
import { readTable } from './read.ts';
import type { Table } from './types.ts';
import { tableToJson, tableToYaml } from './write.ts';

const tableOf = (parsed: Parsed): Table => {
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'));
  return parsed.table;
};
const runs = { numRuns: 300 };

describe('what is written reads back', () => {
  law.prop([tableArbitrary()], runs)('from YAML', (table) => {
    expect(tableOf(readTable(tableToYaml(table), { file: 't.atlas.yaml', format: 'yaml' }))).toEqual(table);
  });

  law.prop([tableArbitrary()], runs)('from JSON', (table) => {
    expect(tableOf(readTable(tableToJson(table), { file: 't.atlas.json', format: 'json' }))).toEqual(table);
  });

  const anyText = fc.string({ unit: 'binary' });

  law.prop([anyText, fc.uniqueArray(anyText, { maxLength: 4 })], runs)('with any text for readers', (title, names) => {
    const properties = Object.fromEntries(
      names.filter((each) => each !== '__proto__').map((each) => [each, { reachable: {} }]),
    );
    const table: Table = {
      name: 't',
      title,
      states: { a: { initial: true } },
      events: {},
      transitions: [],
      properties,
    };
    expect(tableOf(readTable(tableToYaml(table), { file: 't', format: 'yaml' }))).toEqual(table);
    expect(tableOf(readTable(tableToJson(table), { file: 't', format: 'json' }))).toEqual(table);
    const tabbed = JSON.stringify(table, null, '\t');
    expect(tableOf(readTable(tabbed, { file: 't', format: 'json' }))).toEqual(table);
  });
});

describe('reading a value', () => {
  law.prop([tableArbitrary()], runs)('accepts every valid table, as it is, and accepts the result again', (table) => {
    const once = tableOf(parseTable(table));
    expect(once).toEqual(table);
    expect(tableOf(parseTable(once))).toEqual(once);
  });
});

test('YAML is written as a person would', () => {
  const table: Table = {
    name: 'lamp',
    states: { off: { initial: true, label: { en: 'Off', fr: 'Éteint' } }, on: {} },
    events: { press: { by: 'user' } },
    transitions: [
      { from: 'off', on: 'press', to: 'on' },
      { from: 'on', on: 'press', to: 'off', because: 'a: b' },
    ],
  };
  expect(tableToYaml(table)).toBe(`name: lamp

states:
  off: { initial: true, label: { en: Off, fr: Éteint } }
  on: {}

events:
  press: { by: user }

transitions:
  - { from: off, on: press, to: on }
  - { from: on, on: press, to: off, because: "a: b" }
`);
});

test('keys with escapes keep apart in JSON', () => {
  const text = String.raw`{"name": "t", "states": {"a": {"initial": true}}, "events": {}, "transitions": [],
    "title": {" ": "1", "\\": "2"}, "description": {" ": "1", "\t": "2"}}`;
  const { title, description } = tableOf(readTable(text, { file: 't', format: 'json' }));
  expect([title, description]).toEqual([
    { ' ': '1', '\\': '2' },
    { ' ': '1', '\t': '2' },
  ]);
});
