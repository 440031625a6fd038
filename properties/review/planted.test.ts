/** Documents about three lifecycles in several layouts: clean, nothing is found in them; and every defect that is planted in them is found, where it is. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { desk } from './documents/desk.ts';
import { editions } from './documents/editions.ts';
import { loan } from './documents/loan.ts';
import { parcel } from './documents/parcel.ts';
import type { Against, Planted } from './documents/planting.ts';
import { printer } from './documents/printer.ts';
import { reviewOf } from './index.ts';
import { readingOf, tableOf } from './testing.ts';
import type { Review } from './types.ts';

type TextOf = (file: string) => string;

const clean: TextOf = (file) => readFileSync(new URL(`documents/${file}`, import.meta.url), 'utf8');

function reviewed({ documents, prose, table }: Against, textOf: TextOf): Review {
  return reviewOf({
    ...(table !== undefined && { table: tableOf(textOf(table)) }),
    ...(prose !== undefined && { prose: [{ name: prose, text: textOf(prose) }] }),
    documents: documents.map((name) => ({ name, text: textOf(name), reading: readingOf(textOf(name), name) })),
  });
}

const planted: readonly Planted[] = [...loan, ...printer, ...parcel, ...editions, ...desk];

const tableFor = (document: string): string => `${document.split('.', 1)[0]}.atlas.yaml`;

const againstOf = ({ document, against }: Planted): Against =>
  against ?? { documents: [document], table: tableFor(document) };

const withDefect =
  ({ document, replace, with: instead }: Omit<Planted, 'kind' | 'expect'>): TextOf =>
  (file) => {
    const text = clean(file);
    return file === document ? text.split(replace).join(instead) : text;
  };

describe('clean documents', () => {
  const together = [
    ['loan.md', 'loan.mmd'],
    ['printer.md', 'printer.mmd'],
    ['parcel.html', 'parcel.de.html'],
  ];
  const files = [...new Set(together.flat())];

  test.each(files)('%s is read without a doubt', (name) => {
    const { ambiguities, findings, claims } = readingOf(clean(name), name);
    expect([ambiguities, findings]).toEqual([[], []]);
    expect(claims.filter(({ confidence }) => confidence < 1)).toEqual([]);
  });

  const ways = [...files.map((name) => [name]), ...together].flatMap((documents): readonly Against[] => [
    { documents },
    { documents, table: tableFor(documents[0] as string) },
  ]);

  test.each(ways)('nothing is found in $documents against $table', (against) => {
    const { findings, documents } = reviewed(against, clean);
    expect(findings).toEqual([]);
    expect(new Set(documents.flatMap(({ agreement }) => agreement))).toEqual(new Set(['agrees']));
  });

  test.each([['desk.md'], ['loan.md']])('nothing is found in the prose of %s', (prose) => {
    expect(reviewed({ documents: [], prose, table: 'loan.atlas.yaml' }, clean).findings).toEqual([]);
  });
});

describe('planted defects', () => {
  test('are at least 40 of 15 kinds', () => {
    expect(planted.length).toBeGreaterThanOrEqual(40);
    expect(new Set(planted.map(({ kind }) => kind.split(':', 1)[0])).size).toBeGreaterThanOrEqual(15);
    expect(new Set(planted.map(({ expect: { code } }) => code)).size).toBeGreaterThanOrEqual(15);
  });

  test.each(planted)('$document: $kind', (defect) => {
    const { document, replace, expect: wanted, also = [] } = defect;
    expect(clean(document).split(replace)).toHaveLength(2);
    const { findings } = reviewed(againstOf(defect), withDefect(defect));
    const places = findings.map((each) => `${each.code} ${each.document}:${each.line}`);
    const place = `${wanted.code} ${wanted.document ?? document}:${wanted.line}`;
    expect(places).toContain(place);
    if (also === 'more') return;
    expect(places.filter((each) => each !== place).map((each) => each.slice(0, 'SA000'.length))).toEqual(also);
  });
});

test.each([
  { document: 'loan.mmd', replace: '  aside --> shelf : let go\n', with: '', open: ['loan.md:22'] },
  {
    document: 'loan.mmd',
    replace: 'aside --> loan : lend',
    with: 'aside --> loan : hand out',
    open: ['loan.md:21', 'loan.mmd:9'],
  },
])('what another document says otherwise is open: $open', ({ open, ...change }) => {
  const against = { documents: ['loan.md', 'loan.mmd'] };
  const { documents } = reviewed(against, withDefect(change));
  const unsettled = documents.flatMap(({ name, reading, agreement }) =>
    reading.claims.flatMap(({ line }, index) =>
      agreement[index] === 'agrees' ? [] : [`${name}:${line} ${agreement[index]}`],
    ),
  );
  expect(unsettled).toEqual(open.map((place) => `${place} open`));
});

test('another label is quoted where it stands, at either end of an arrow', () => {
  const change = { document: 'loan.md', replace: '| On loan | Overdue |', with: '| On laon | Overdeu |' };
  const { findings } = reviewed({ documents: ['loan.md'] }, withDefect(change));
  expect(findings.map(({ code, column, quotes }) => [code, column, quotes.map(({ text }) => text)])).toEqual([
    ['SA326', 3, ['On loan', 'On laon']],
    ['SA326', 13, ['Overdue', 'Overdeu']],
  ]);
});

test('the name of a state in the table is as good as its label', () => {
  const change = {
    document: 'printer.mmd',
    replace: 'state "Out of paper" as empty',
    with: 'state "out_of_paper" as empty',
  };
  const against = { documents: ['printer.mmd'], table: 'printer.atlas.yaml' };
  expect(reviewed(against, withDefect(change)).findings).toEqual([]);
});
