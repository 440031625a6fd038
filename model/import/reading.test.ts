/** What is read of documents with arrows, declared states and cells; expectations are written by hand. */
import { describe, expect, test } from 'vitest';
import { draftOf } from './draft.ts';
import { reading } from './reading.ts';
import type { Arrow, Entry, Found, Reading, Written } from './types.ts';

const at = (text: string, line: number, column = 1): Written => ({ text, line, column });

const arrow = (line: number, from: string, to: string, rest: Partial<Arrow> = {}): Arrow => ({
  line,
  column: 1,
  text: `${from} -> ${to}`,
  from: from === '' ? [] : [at(from, line)],
  to: to === '' ? [] : [at(to, line, 9)],
  ...rest,
});

const entry = (
  line: number,
  label: string,
  previous: readonly string[],
  next: readonly string[],
  about = '',
): Entry => ({
  label: at(label, line),
  deals: [
    {
      description: about === '' ? [] : [at(about, line, 20)],
      previous: previous.map((text, index) => at(text, line, 40 + 10 * index)),
      next: next.map((text, index) => at(text, line, 80 + 10 * index)),
      cost: 0,
    },
  ],
});

const read = (found: Partial<Found>): Reading =>
  reading(
    { name: 'a.md', text: 'the state is the one' },
    { layout: 'diagram', declares: false, entries: [], arrows: [], named: [], unread: [], ...found },
    'markdown',
  );

const shown = ({ claims }: Reading): readonly string[] =>
  claims.map(({ line, column_kind, from, to, event, condition }) =>
    [line, column_kind, from, to, event, condition].filter((each) => each !== undefined).join(' '),
  );

describe('arrows', () => {
  test('are claims of the column edge, with event, condition and cell; an empty side is null', () => {
    const cell = { row: 2, column: 3 };
    const result = read({
      arrows: [
        arrow(1, '', 'Draft'),
        arrow(2, 'Draft', 'Sent', { event: 'send', condition: 'if it is complete', cell }),
        arrow(3, 'Sent', 'none'),
      ],
    });
    expect(shown(result)).toEqual(['1 edge  draft', '2 edge draft sent send if it is complete', '3 edge sent ']);
    expect(result.claims.map(({ from, to }) => [from, to])).toEqual([
      [null, 'draft'],
      ['draft', 'sent'],
      ['sent', null],
    ]);
    expect(result.claims[1]?.cell).toEqual(cell);
    expect(result.findings).toEqual([]);
  });

  test('lead from each beginning to each end, and stand in the column that is given', () => {
    const both = arrow(4, 'A, B', 'C', { kind: 'previous' });
    expect(shown(read({ arrows: [both] }))).toEqual(['4 previous a c', '4 previous b c']);
  });

  test('a label that two rows share is the row that lists the arrow as well', () => {
    const entries = [
      entry(1, 'Waiting', ['none'], ['Active'], 'Before anybody answered.'),
      entry(2, 'Active', ['Waiting'], ['Waiting'], 'Somebody answered.'),
      entry(3, 'Waiting', ['Active'], ['none'], 'Paused for later.'),
    ];
    const result = read({ declares: true, entries, arrows: [arrow(9, 'Active', 'Waiting', { event: 'pause' })] });
    expect(shown(result).at(-1)).toBe('9 edge active waiting-paused pause');
    expect(result.ambiguities).toEqual([]);
  });

  test('two alike could be either: each is doubted, none is sure', () => {
    const named = [at('Active', 1)];
    const entries = [entry(2, 'Waiting', [], [], 'First of them.'), entry(3, 'Waiting', [], [], 'Other one.')];
    const result = read({
      declares: true,
      entries,
      named,
      arrows: [arrow(9, 'Active', 'Waiting', { event: 'pause' })],
    });
    expect(result.ambiguities.map(({ line, instead }) => [line, instead.map(({ loses }) => loses)])).toEqual([
      [9, [0]],
    ]);
    expect(result.claims.at(-1)?.confidence).toBe(0.5);
  });
});

describe('declared states', () => {
  test('have descriptions, and only those that are not declared are missing', () => {
    const named = [{ ...at('Open', 3), description: [at('It is new.', 3, 9)] }, at('Closed', 4), at('open', 8)];
    const found = { named, arrows: [arrow(9, 'Open', 'Lost')] };
    expect(read({ ...found, declares: true }).states).toEqual([
      { id: 'open', label: 'Open', line: 3, descriptions: ['It is new.'] },
      { id: 'closed', label: 'Closed', line: 4, descriptions: [] },
      { id: 'lost', label: 'Lost', line: 9, descriptions: [] },
    ]);
    expect(read({ ...found, declares: true }).findings.map(({ code, line }) => [code, line])).toEqual([['SA303', 9]]);
    expect(read(found).findings).toEqual([]);
  });
});

test('a reference where there is no other row leads nowhere, and says so', () => {
  const result = read({ declares: true, entries: [entry(1, 'Open', ['See Closed'], [])] });
  expect(result.claims).toEqual([]);
  expect(result.findings.map(({ code, severity }) => [code, severity])).toEqual([['SA304', 'warning']]);
});

test('thousands of rows with cells and sure labels are read as they stand', () => {
  const size = 3000;
  const label = (row: number): string => `State ${row % size}`;
  const entries = Array.from({ length: size }, (_, row) =>
    entry(row + 1, label(row), [label(row + size - 1)], [label(row + 1)]),
  );
  const { claims, ambiguities, findings } = read({ declares: true, entries });
  expect([claims.length, ambiguities.length, findings.length]).toEqual([2 * size, 0, 0]);
  expect(claims.every(({ confidence }) => confidence === 1)).toBe(true);
});

test('so many rows with one label that not all can be told apart are said to be', () => {
  const entries = Array.from({ length: 30 }, (_, row) => entry(row + 1, 'Same', ['Same'], ['Same'], `The ${row}.`));
  const { claims, findings } = read({ declares: true, entries });
  expect(findings.map(({ code }) => code)).toContain('SA301');
  expect(claims.every(({ confidence }) => confidence <= 0.5)).toBe(true);
});

test('an arrow keeps how it spells its ends, where that is not how their states are spelled', () => {
  const { claims } = read({
    declares: true,
    named: [at('On loan', 1), at('On the shelf', 2)],
    arrows: [
      arrow(3, 'On laon', 'on the shelf'),
      arrow(4, 'On loan (late)', 'On the shel'),
      arrow(5, 'On loan', 'Gone'),
    ],
  });
  expect(claims.map(({ from, to, called }) => [from, to, called])).toEqual([
    ['on-loan', 'on-the-shelf', { from: 'On laon' }],
    ['on-loan', 'on-the-shelf', { from: 'On loan (late)', to: 'On the shel' }],
    ['on-loan', 'gone', undefined],
  ]);
});

test('the keywords of a diagram are of no language', () => {
  const found: Found = { layout: 'diagram', declares: true, entries: [], named: [], unread: [], arrows: [] };
  const languageOf = (text: string, ...arrows: readonly Arrow[]) =>
    reading({ name: 'a.mmd', text }, { ...found, arrows }, 'mermaid').language;
  expect(languageOf('state "On loan" as loan', arrow(1, 'On loan', 'On the shelf'))).toBe('en');
  expect(languageOf('state "Auf" as das', arrow(1, 'Auf', 'Zu', { event: 'die Tür wird zugemacht' }))).toBe('de');
});

describe('drafts', () => {
  const one = read({
    arrows: [arrow(1, '', 'Open'), arrow(2, 'Open', 'Closed', { event: 'close' }), arrow(3, 'Open', 'Open')],
  });

  test('have the events of the document, and ask for those that it does not name', () => {
    const draft = draftOf([one]);
    if ('problem' in draft) throw new Error(draft.problem);
    expect(draft.table.events).toEqual({ close: { label: { en: 'close' } }, 'to-open': {} });
    expect(draft.table.transitions).toEqual([
      { from: 'open', on: 'close', to: 'closed', cites: { a: [2] } },
      { from: 'open', on: 'to-open', to: 'open', cites: { a: [3] } },
    ]);
    expect(draft.table.states).toEqual({
      open: { label: { en: 'Open' }, initial: true },
      closed: { label: { en: 'Closed' }, final: true },
    });
    expect(draft.questions).toEqual([
      { path: ['events', 'to-open'], text: 'no document names what leads to open: give the event its name' },
      { path: ['states', 'closed'], text: 'final is a guess: nothing leaves this state' },
    ]);
  });

  test('of two documents about one lifecycle have two sources; of strangers there are none', () => {
    const two = { ...read({ arrows: [arrow(5, 'Open', 'Closed')] }), document: 'b.md', language: 'fr' };
    const draft = draftOf([one, two]);
    if ('problem' in draft) throw new Error(draft.problem);
    expect(Object.keys(draft.table.sources ?? {})).toEqual(['a', 'b']);
    expect(draft.table.states.open?.label).toEqual({ en: 'Open', fr: 'Open' });
    expect(draft.table.transitions[0]?.cites).toEqual({ a: [2], b: [5] });
    const stranger = { ...read({ arrows: [arrow(5, 'Egg', 'Hen')] }), document: 'c.md' };
    expect(draftOf([one, stranger])).toMatchObject({ problem: expect.stringContaining('c.md has 0 of 2 labels') });
    expect(draftOf([])).toMatchObject({ problem: 'no state is named' });
  });
});
