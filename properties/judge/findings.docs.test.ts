/** The page of codes: one section per code, and every example on it does what the page says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readModel } from '../../model/system/read.ts';
import type { Model } from '../../model/system/types.ts';
import { check } from './checking.ts';
import { FINDINGS } from './codes.ts';

const page = readFileSync(new URL('../../docs/codes/findings.md', import.meta.url), 'utf8');
const sections = page.split(/^## /m).slice(1);
const codes = Object.keys(FINDINGS);

/** An example of a code, and the rulings that stand after it. */
type Example = { readonly code: string; readonly name: string; readonly text: string; rulings: string };

const examples = codes.flatMap((code) => {
  const section = sections.find((each) => each.startsWith(code)) ?? '';
  const blocks = [...section.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text]) => text as string);
  return blocks.reduce<Example[]>((all, text) => {
    const last = all.at(-1);
    if (text.startsWith('rulings:') && last !== undefined) last.rulings += text;
    else all.push({ code, name: /^name: (.*)$/m.exec(text)?.[1] ?? '', text, rulings: '' });
    return all;
  }, []);
});

function read(code: string, text: string): Model {
  const parsed = readModel(text, { file: `${code}.atlas.yaml`, format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

test('every code has its section, in order, under its title', () => {
  const titles = sections.map((each) => each.split('\n')[0]);
  expect(titles).toEqual(Object.entries(FINDINGS).map(([code, { title }]) => `${code} ${title}`));
});

test('every code has an example, and all but that on rulings have a ruling', () => {
  expect([...new Set(examples.map(({ code }) => code))]).toEqual(codes);
  expect(examples.filter(({ rulings }) => rulings === '').map(({ code }) => code)).toEqual(['SA213']);
});

const findingsOf = (model: Model, code: string) => check(model).findings.filter((finding) => finding.code === code);

test.each(examples)('the example $name of $code gives that finding, open', ({ code, text }) => {
  expect(findingsOf(read(code, text), code).map(({ ruling }) => ruling)).toEqual([undefined]);
});

test.each(examples.filter(({ rulings }) => rulings !== ''))(
  'the ruling beside the example $name of $code decides it',
  ({ code, text, rulings }) => {
    const model = read(code, text + rulings);
    expect(findingsOf(model, code).map(({ ruling }) => ruling)).toEqual(model.rulings);
    expect(model.rulings).toHaveLength(1);
    expect(findingsOf(model, 'SA213')).toEqual([]);
  },
);

test('the examples give no findings beside their own but those that the page explains', () => {
  const others = examples.map(({ code, name, text }) => [
    name,
    check(read(code, text)).findings.flatMap((finding) => (finding.code === code ? [] : [finding.code])),
  ]);
  expect(others.filter(([, found]) => found?.length !== 0)).toEqual([
    ['call', ['SA208', 'SA211']],
    ['poll', ['SA204']],
  ]);
});
