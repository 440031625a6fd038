/** The page of codes: one section per code, and every example on it does what the page says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readModel } from '../system/read.ts';
import { READING_CODES, type ReadingCode } from './codes.ts';
import { formatDiagnostic } from './diagnostic.ts';
import type { TextFormat } from './read.ts';
import { diagnosticsOf, FILE } from './testing.ts';

const page = readFileSync(new URL('../../docs/codes/reading.md', import.meta.url), 'utf8');
const [opening = '', ...sections] = page.split(/^## /m);
const codes = Object.keys(READING_CODES) as ReadingCode[];

/** The example of a code, and its correction as written. */
function blocks(code: string): readonly { readonly format: TextFormat; readonly text: string }[] {
  const section = sections.find((each) => each.startsWith(code)) ?? '';
  return [...section.matchAll(/^```(yaml|json)\n(.*?)^```/gms)].map(([, format, text]) => ({
    format: format as TextFormat,
    text: text as string,
  }));
}

const diagnose = ({ text, format }: { text: string; format: TextFormat }) =>
  diagnosticsOf(readModel(text, { file: FILE, format }));

test('every code has its section, in order, under its title', () => {
  const titles = sections.map((each) => each.split('\n')[0]);
  expect(titles).toEqual(Object.entries(READING_CODES).map(([code, { title }]) => `${code} ${title}`));
});

test.each(codes)('the example of %s gives that diagnostic alone, at its place', (code) => {
  const [example] = blocks(code);
  if (example === undefined) throw new Error('no example');
  const found = diagnose(example);
  expect(found.map((each) => each.code)).toEqual([code]);
  const { place, text = '' } = found[0] as (typeof found)[number];
  const line = example.text.split('\n')[(place?.line ?? 0) - 1] as string;
  expect(line.slice((place?.column ?? 0) - 1).length).toBeGreaterThan(0);
  if (/^[\w.-]+$/.test(text)) expect(line.slice((place?.column ?? 0) - 1).startsWith(text)).toBe(true);
});

test.each(codes)('the correction beside the example of %s has no diagnostics', (code) => {
  const [example, correction, ...others] = blocks(code);
  if (example === undefined || correction === undefined) throw new Error('no example, or no correction');
  expect(others).toEqual([]);
  const isWhole = /^(name:|\{)/.test(correction.text);
  const lines = example.text.split('\n');
  if (!isWhole) lines[(diagnose(example)[0]?.place?.line ?? 0) - 1] = correction.text.replace(/\n$/, '');
  const text = isWhole ? correction.text : lines.join('\n');
  expect(text).not.toBe(example.text);
  expect(diagnose({ ...example, text })).toEqual([]);
});

test('the page opens with what is printed for the example of SA130', () => {
  const [example] = blocks('SA130');
  if (example === undefined) throw new Error('no example');
  const printed = diagnosticsOf(readModel(example.text, { file: 'lamp.atlas.yaml', format: 'yaml' }));
  expect(opening).toContain(`\`\`\`text\n${printed.map(formatDiagnostic).join('\n')}\n\`\`\``);
});
