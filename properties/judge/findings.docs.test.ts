/** The page of codes: one section per code, and every example on it does what the page says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTable } from '../../model/table/read.ts';
import type { Table } from '../../model/table/types.ts';
import { FINDINGS } from './codes.ts';
import { check } from './judge.ts';

const page = readFileSync(new URL('../../docs/codes/findings.md', import.meta.url), 'utf8');
const sections = page.split(/^## /m).slice(1);
const section = (code: string): string => sections.find((each) => each.startsWith(code)) ?? '';
const examples = (code: string): readonly string[] =>
  [...section(code).matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text]) => text as string);

/** The table of an example, with the rulings of another where they are given. */
function read(code: string, rulings = ''): Table {
  const parsed = readTable((examples(code)[0] as string) + rulings, { file: `${code}.atlas.yaml`, format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.table;
}

test('every code has its section, in order, under its title', () => {
  const titles = sections.map((each) => each.split('\n')[0]);
  expect(titles).toEqual(Object.entries(FINDINGS).map(([code, { title }]) => `${code} ${title}`));
});

const codes = Object.keys(FINDINGS);
const findingsOf = (table: Table, code: string) => check(table).findings.filter((finding) => finding.code === code);

test.each(codes)('the example of %s gives that finding, open', (code) => {
  expect(findingsOf(read(code), code).map(({ ruling }) => ruling)).toEqual([undefined]);
});

test.each(codes.filter((code) => code !== 'SA213'))('the ruling beside the example of %s decides it', (code) => {
  const table = read(code, examples(code)[1]);
  expect(findingsOf(table, code).map(({ ruling }) => ruling)).toEqual(table.rulings);
  expect(table.rulings).toHaveLength(1);
  expect(findingsOf(table, 'SA213')).toEqual([]);
});

test('the examples give no findings beside their own but those that the page explains', () => {
  const others = codes.map((code) => [
    code,
    check(read(code)).findings.flatMap((finding) => (finding.code === code ? [] : [finding.code])),
  ]);
  expect(others.filter(([, found]) => found?.length !== 0)).toEqual([['SA202', ['SA208', 'SA211']]]);
});
