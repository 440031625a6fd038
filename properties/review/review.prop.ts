/** Laws of reviews: what is printed from a table agrees with it, order does not matter, and everything can be decided. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { readDocument } from '../../model/import/index.ts';
import type { Ruling, Table } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { arbitraryDamage, arbitraryLifecycle, documentFor, labelOf, nameOf, rowsFor, tableFor } from './arbitrary.ts';
import { reviewOf, rulingFor, undecided } from './index.ts';
import { reviewOfText, subjectsOf } from './testing.ts';

const damaged = arbitraryLifecycle.chain((lifecycle) =>
  arbitraryDamage(lifecycle).map((rows) => ({ lifecycle, rows, text: documentFor(lifecycle, rows) })),
);

/** Some runs: each reviews a document, and explores the table once for every arrow in question. */
const RUNS = { numRuns: 40 };

law.prop([arbitraryLifecycle], RUNS)(
  'a document that was printed from a table agrees with it, and with itself',
  (lifecycle) => {
    const text = documentFor(lifecycle);
    const review = reviewOfText(text, { table: tableFor(lifecycle) });
    expect(subjectsOf(review)).toEqual([]);
    expect(review.documents[0]?.agreement.every((each) => each === 'agrees')).toBe(true);
    expect(subjectsOf(reviewOfText(text))).toEqual([]);
  },
);

law.prop([arbitraryLifecycle, fc.nat(), fc.boolean()], RUNS)(
  'an item that is left out of one column is found, and it alone',
  (lifecycle, which, isNext) => {
    const [from, to] = lifecycle.arrows[which % lifecycle.arrows.length] as readonly [number, number];
    const without = (list: readonly number[], item: number) => list.filter((each) => each !== item);
    const rows = rowsFor(lifecycle).map((row) =>
      isNext && row.state === from
        ? { ...row, next: without(row.next, to) }
        : !isNext && row.state === to
          ? { ...row, previous: without(row.previous, from) }
          : row,
    );
    const unnamed = isNext ? to : from;
    const isNamed = rows.some(({ previous, next }) => [...previous, ...next].includes(unnamed));
    expect(subjectsOf(reviewOfText(documentFor(lifecycle, rows), { table: tableFor(lifecycle) })).toSorted()).toEqual([
      `${isNext ? 'SA321' : 'SA320'} ${nameOf(from)} ${nameOf(to)}`,
      ...(isNamed ? [] : [`SA324 ${nameOf(unnamed)}`]),
    ]);
  },
);

law.prop(
  [
    damaged.chain((each) =>
      fc.tuple(fc.constant(each), fc.shuffledSubarray([...each.rows], { minLength: each.rows.length })),
    ),
  ],
  RUNS,
)('the order of the rows does not matter', ([{ lifecycle, text }, shuffled]) => {
  for (const table of [undefined, tableFor(lifecycle)]) {
    const [one, other] = [text, documentFor(lifecycle, shuffled)].map((each) =>
      subjectsOf(reviewOfText(each, table && { table })).toSorted(),
    );
    expect(other).toEqual(one);
  }
});

law.prop([damaged], RUNS)('what is found can be decided, one by one', ({ lifecycle, text }) => {
  const table = tableFor(lifecycle);
  const { findings } = reviewOfText(text, { table });
  const rulings = findings.flatMap((finding) => rulingFor(finding, 'It is meant so.') ?? []);
  expect(rulings).toHaveLength(findings.length);
  expect(undecided(reviewOfText(text, { table: { ...table, rulings } }))).toEqual([]);
  const [first, ...others] = rulings;
  if (first === undefined) return;
  const open = undecided(reviewOfText(text, { table: { ...table, rulings: others } }));
  expect(open.map((finding) => rulingFor(finding, 'It is meant so.'))).toEqual([first]);
});

law.prop([arbitraryLifecycle, fc.nat()], RUNS)(
  'a ruling on a claim is idle once the claim is gone',
  (lifecycle, which) => {
    const [from, to] = lifecycle.arrows[which % lifecycle.arrows.length] as readonly [number, number];
    const claim = { source: 'manual', line: from + 3, column: 'next' as const, of: nameOf(from), names: nameOf(to) };
    const rulings: readonly Ruling[] = [{ claim, because: 'It is meant so.' }];
    const sources = { manual: { title: 'Manual', location: 'document.md' } };
    const table: Table = { ...tableFor(lifecycle), sources, rulings };
    const idle = (text: string): readonly string[] =>
      reviewOfText(text, { table }).findings.flatMap(({ code, line, message }) =>
        code === 'SA348' ? [`${line} ${message}`] : [],
      );
    const rows = rowsFor(lifecycle).map((row) =>
      row.state === from ? { ...row, next: row.next.filter((each) => each !== to) } : row,
    );
    expect(idle(documentFor(lifecycle))).toEqual([]);
    expect(idle(documentFor(lifecycle, rows))).toEqual([
      `${from + 3} rulings[0] of the table matches nothing: manual claims no such thing: ${nameOf(from)} does not list ${nameOf(to)} as next`,
    ]);
    expect(labelOf(from)).not.toBe(labelOf(to));
  },
);

const arbitraryCell = fc.oneof(
  fc.constantFrom('none', 'See above', 'Draft', 'Ordered (if paid)', 'Draft or Billed', 'constructor', '__proto__', ''),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[|\n\r]/g, ' ')),
);

law.prop(
  [
    arbitraryLifecycle,
    fc.array(fc.tuple(arbitraryCell, arbitraryCell, arbitraryCell, arbitraryCell), { minLength: 1, maxLength: 6 }),
  ],
  RUNS,
)(
  'whatever stands in a document is reviewed, with places in it, alike each time, and can be decided',
  (lifecycle, rows) => {
    const text = [
      '| Status | Description | Previous status | Next status |',
      '|---|---|---|---|',
      ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    ].join('\n');
    const reading = readDocument({ name: 'document.md', text });
    if ('problem' in reading) return;
    const lines = text.split('\n').length;
    for (const table of [undefined, tableFor(lifecycle)]) {
      const review = () => reviewOf({ ...(table && { table }), documents: [{ name: 'document.md', text, reading }] });
      const once = review();
      for (const { line, column, quotes } of once.findings)
        for (const place of [{ line, column }, ...quotes])
          expect(place.line >= 1 && place.line <= lines && place.column >= 1).toBe(true);
      expect(once.documents[0]?.agreement).toHaveLength(reading.claims.length);
      expect(review()).toEqual(once);
      if (table === undefined) continue;
      const rulings = once.findings.flatMap((finding) => rulingFor(finding, 'It is meant so.') ?? []);
      const ruled = reviewOf({ table: { ...table, rulings }, documents: [{ name: 'document.md', text, reading }] });
      expect(undecided(ruled)).toEqual([]);
    }
  },
);
