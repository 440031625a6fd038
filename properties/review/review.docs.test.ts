/** The page of codes: one section per code, and every example on it does what the page says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROSE_FINDINGS, REVIEW_FINDINGS } from './codes.ts';
import { reviewOfProse, reviewOfTexts, subjectsOf, tableOf } from './testing.ts';
import type { Review } from './types.ts';

const page = readFileSync(new URL('../../docs/codes/review.md', import.meta.url), 'utf8');
const sections = page.split(/^## /m).slice(1);
const codes = Object.keys(REVIEW_FINDINGS);

/** Codes of documents that are compared without a table. */
const WITHOUT_TABLE = ['SA362', 'SA363', 'SA364', 'SA370', 'SA371'];

const examples = codes.map((code) => {
  const section = sections.find((each) => each.startsWith(code)) ?? '';
  const documents = [...section.matchAll(/^(```+)markdown\n(.*?)^\1/gms)].map(([, , text]) => text as string);
  const [table = '', rulings = ''] = [...section.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text]) => text as string);
  return { code, documents, table, rulings };
});

const isProse = (code: string): boolean => Object.hasOwn(PROSE_FINDINGS, code);
const review = (code: string, documents: readonly string[], table: string): Review =>
  isProse(code)
    ? reviewOfProse(documents.join('\n'), tableOf(table))
    : reviewOfTexts(documents, table === '' ? {} : { table: tableOf(table) });
const found = ({ findings }: Review, code: string) => findings.filter((finding) => finding.code === code);

test('every code has its section, in order, under its title', () => {
  const titles = sections.map((each) => each.split('\n')[0]);
  expect(titles).toEqual(Object.entries(REVIEW_FINDINGS).map(([code, { title }]) => `${code} ${title}`));
});

test('every code has an example; all but that on rulings, and those of documents without a table, have a table and a ruling', () => {
  expect(
    examples.flatMap(({ code, documents, table }) => (documents.length === 0 || table === '' ? [code] : [])),
  ).toEqual(WITHOUT_TABLE);
  expect(examples.filter(({ rulings }) => rulings === '').map(({ code }) => code)).toEqual(['SA348', ...WITHOUT_TABLE]);
});

test.each(examples)('the example of $code gives that finding, open, and it alone', ({ code, documents, table }) => {
  const all = review(code, documents, table);
  expect(found(all, code).map(({ ruling }) => ruling)).toEqual([undefined]);
  const explained = code === 'SA332' ? ['SA320', 'SA325'] : code === 'SA370' ? ['SA332'] : [];
  expect(subjectsOf(all).filter((each) => ![code, ...explained].includes(each.slice(0, 5)))).toEqual([]);
});

test.each(examples.filter(({ rulings }) => rulings !== ''))(
  'the ruling beside the example of $code decides it',
  ({ code, documents, table, rulings }) => {
    const with_ = tableOf(table + rulings);
    const all = review(code, documents, table + rulings);
    expect(found(all, code).map(({ ruling }) => ruling)).toEqual(with_.rulings);
    expect(found(all, 'SA348')).toEqual([]);
  },
);
