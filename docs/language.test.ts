/** The page on the language: every example on it reads as a table without a diagnostic, every form that it names is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '../cli/load/load.ts';
import { fencesOf, rowsOf, sectionOf } from '../cli/pages/testing.ts';
import { folderWith } from '../cli/testing.ts';
import { readTable } from '../model/table/read.ts';
import { PROPERTY_KINDS } from '../model/table/types.ts';

const page = readFileSync(new URL('language.md', import.meta.url), 'utf8');
const DEFINE = join(import.meta.dirname, '../model/table/index.ts');
const ENDINGS: { readonly [language: string]: string } = { yaml: 'yaml', json: 'json', ts: 'ts' };

/** The diagnostics of a table in YAML. */
function problemsIn(text: string): readonly string[] {
  const read = readTable(text, { file: 'language.atlas.yaml', format: 'yaml' });
  return read.ok ? [] : read.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

test('every fenced example is a whole table that reads without a diagnostic', async () => {
  const fences = fencesOf(page);
  expect(fences.length).toBeGreaterThan(0);
  for (const { language, text } of fences) {
    const name = `example.atlas.${ENDINGS[language]}`;
    const folder = folderWith({ [name]: text.replace("'stateatlas'", `'${DEFINE}'`) });
    const { loaded, problems } = await load([join(folder, name)]);
    expect(problems, text).toEqual([]);
    expect(loaded, text).toHaveLength(1);
  }
});

/** What stands in code in the cells of a section's first column. */
const firstColumn = (heading: string): readonly string[] =>
  rowsOf(sectionOf(page, heading)).map(([cell = '']) => /^`([^`]*)`/.exec(cell)?.[1] ?? cell);

test('every declaration of memory can be declared', () => {
  const declarations = firstColumn('Memory');
  expect(declarations).toHaveLength(4);
  for (const declaration of declarations)
    expect(
      problemsIn(`name: m
states: { waiting: { initial: true }, active: { final: true } }
events: { go: {} }
memory: { variable: ${declaration} }
transitions: [{ from: waiting, on: go, to: active }]
`),
      declaration,
    ).toEqual([]);
});

test('every key of a state can be written there, and every key of a row', () => {
  const states = { initial: 'true', final: 'true', group: 'live', tags: '[over]' } as const;
  expect(firstColumn('States')).toEqual(Object.keys(states));
  const row = { from: 'a', on: 'go', when: '{ n: 1 }', to: 'a', set: '{ n: 0 }', because: 'x', cites: '{ doc: [1] }' };
  expect(firstColumn('Rows')).toEqual(Object.keys(row));
  const flow = (keys: object): string =>
    `{ ${Object.entries(keys)
      .map(([key, value]) => `${key}: ${value}`)
      .join(', ')} }`;
  expect(
    problemsIn(`name: k
states: { a: ${flow(states)} }
events: { go: {} }
memory: { n: { range: [0, 1], initial: 0 } }
sources: { doc: { title: A document } }
transitions: [${flow(row)}]
`),
  ).toEqual([]);
});

test('every kind of property is on the page', () => {
  const kinds = rowsOf(sectionOf(page, 'Properties')).map(([cell = '']) => /(\w+): p`/.exec(cell)?.[1]);
  expect(kinds.sort()).toEqual([...PROPERTY_KINDS].sort());
});
