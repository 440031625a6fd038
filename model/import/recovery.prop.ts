/** Laws of recovery: what is known of a lifecycle is found again in what is read of its document, or the document says where it could be read otherwise. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { parseTable } from '../table/index.ts';
import { law } from '../testing.ts';
import { draftOf } from './draft.ts';
import { foundInText } from './flat.ts';
import { reading } from './reading.ts';
import { claimsOf, flattened, type Lifecycle, lifecycles, rowsOf } from './testing.ts';
import type { Found, Reading } from './types.ts';

const read = (lifecycle: Lifecycle): Reading => {
  const text = flattened(rowsOf(lifecycle));
  return reading({ name: 'known.txt', text }, foundInText(text) as Found, 'text');
};

/** Claims as they are compared: where, which column, which ends; states by the order of their rows. */
const said = (line: number, kind: string, from: number | null, to: number | null): string =>
  `${line} ${kind} ${from} → ${to}`;

const doubtful = ({ ambiguities }: Reading): ReadonlySet<number> => new Set(ambiguities.map(({ line }) => line));

law.prop([lifecycles()], { numRuns: 200 })(
  'every claim of a known lifecycle is read, or its place is said to be doubtful; and nothing else is read without saying so',
  (lifecycle) => {
    const result = read(lifecycle);
    const rowOf = new Map(result.states.map(({ id }, row) => [id, row]));
    const row = (id: string | null): number | null => (id === null ? null : (rowOf.get(id) as number));
    expect(result.states.map(({ label }) => label)).toEqual(lifecycle.states.map(({ label }) => label));
    const machine = new Set(
      result.claims.map(({ line, column_kind, from, to }) => said(line, column_kind, row(from), row(to))),
    );
    const known = new Set(claimsOf(lifecycle).map(({ line, kind, from, to }) => said(line, kind, from, to)));
    const lines = doubtful(result);
    const silent = (claim: string): boolean => !lines.has(Number(claim.split(' ')[0]));
    expect([...known].filter((claim) => !machine.has(claim)).filter(silent)).toEqual([]);
    expect([...machine].filter((claim) => !known.has(claim)).filter(silent)).toEqual([]);
  },
);

law.prop([lifecycles()], { numRuns: 100 })('what is sure to 1 is what the lifecycle says', (lifecycle) => {
  const result = read(lifecycle);
  const rowOf = new Map(result.states.map(({ id }, row) => [id, row]));
  const row = (id: string | null): number | null => (id === null ? null : (rowOf.get(id) as number));
  const known = new Set(claimsOf(lifecycle).map(({ line, kind, from, to }) => said(line, kind, from, to)));
  for (const { line, column_kind, from, to, confidence } of result.claims)
    if (confidence === 1) expect(known).toContain(said(line, column_kind, row(from), row(to)));
});

law.prop([lifecycles()], { numRuns: 100 })(
  'without shared labels and references the conditions are read, too',
  (lifecycle) => {
    fc.pre(new Set(lifecycle.states.map(({ label }) => label)).size === lifecycle.states.length);
    fc.pre(lifecycle.states.every(({ copies }) => copies === undefined));
    const conditions = lifecycle.arrows.flatMap(({ condition }) =>
      condition === undefined ? [] : [condition, condition],
    );
    const found = read(lifecycle).claims.flatMap(({ condition }) => (condition === undefined ? [] : [condition]));
    expect(found.toSorted()).toEqual(conditions.toSorted());
  },
);

law.prop([lifecycles()], { numRuns: 100 })(
  'the draft of a reading is a table, and its claims are those of the reading',
  (lifecycle) => {
    const result = read(lifecycle);
    const draft = draftOf([result]);
    if ('problem' in draft) throw new Error(draft.problem);
    const parsed = parseTable(JSON.parse(JSON.stringify(draft.table)));
    expect(parsed.ok, JSON.stringify(parsed)).toBe(true);
    const restated = (draft.table.sources?.known?.claims ?? []).map(({ line, column, of, names }) =>
      column === 'previous' ? `${line} ${column} ${names} → ${of}` : `${line} ${column} ${of} → ${names}`,
    );
    expect(restated).toEqual(
      result.claims.map(({ line, column_kind, from, to }) => `${line} ${column_kind} ${from} → ${to}`),
    );
    const arrows = new Set(
      result.claims.flatMap(({ from, to }) => (from === null || to === null ? [] : [`${from} → ${to}`])),
    );
    expect(new Set(draft.table.transitions.map(({ from, to }) => `${from} → ${to}`))).toEqual(arrows);
    const asked = draft.questions.map((question) => question.text).join('\n');
    for (const { text, chosen } of result.ambiguities) expect(asked).toContain(`“${text}”: ${chosen}`);
  },
);
