/** Reviews of small documents: what is found, where, and what is not. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../model/import/index.ts';
import type { Ruling, Table } from '../../model/table/types.ts';
import { reviewOf, undecided } from './index.ts';
import { readingOf, reviewOfText, subjectsOf, tableOf } from './testing.ts';

const HEAD = '| Status | Description | Previous status | Next status |\n|---|---|---|---|\n';
const document = (...rows: readonly string[]): string => `${HEAD}${rows.join('\n')}`;

const NEW = '| New | A customer has written. | none | Open |';
const OPEN = '| Open | An agent works on it. | New | Solved |';
const SOLVED = '| Solved | The answer was sent. | Open | none |';
const CLEAN = document(NEW, OPEN, SOLVED);

const ticket = (parts: Partial<Table> = {}): Table => ({
  name: 'ticket',
  states: { new: { initial: true, label: 'New' }, open: { label: 'Open' }, solved: { final: true, label: 'Solved' } },
  events: { take: { by: 'agent' }, solve: { by: 'agent' } },
  transitions: [
    { from: 'new', on: 'take', to: 'open' },
    { from: 'open', on: 'solve', to: 'solved' },
  ],
  ...parts,
});

const found = (text: string, table?: Table): readonly string[] => subjectsOf(reviewOfText(text, table && { table }));

describe('a document', () => {
  test('that agrees with itself and with the table has no findings', () => {
    expect(found(CLEAN)).toEqual([]);
    expect(found(CLEAN, ticket())).toEqual([]);
    expect(reviewOfText(CLEAN, { table: ticket() }).documents[0]).toMatchObject({
      means: { new: 'new', open: 'open', solved: 'solved' },
      agreement: ['agrees', 'agrees', 'agrees', 'agrees', 'agrees', 'agrees'],
    });
  });

  test('is quoted on both sides, with what follows and what to do', () => {
    const text = document(NEW, '| Open | An agent works on it. | | Solved |', SOLVED);
    const { findings } = reviewOfText(text, { table: ticket() });
    expect(findings.map(({ code }) => code)).toEqual(['SA324', 'SA320']);
    expect(findings.slice(1)).toEqual([
      {
        code: 'SA320',
        severity: 'warning',
        document: 'document.md',
        line: 3,
        column: 42,
        length: 4,
        cell: { row: 2, column: 4 },
        message: '“New” lists “Open” as next, but “Open” does not list “New” as previous; the table has it, on take',
        states: ['new', 'open'],
        labels: [],
        events: [],
        quotes: [
          expect.objectContaining({ line: 3, column: 42, text: 'Open', says: '“New” lists “Open” as next' }),
          { document: 'document.md', line: 4, column: 1, text: 'Open', says: 'its previous column is empty' },
        ],
        consequences: [
          {
            if: 'not believed',
            sentence: '“Open” and “Solved” can then never be reached',
          },
          {
            if: 'not believed',
            sentence: '“New” can then be stuck',
            trace: { initial: { state: 'new', memory: {} }, steps: [] },
          },
        ],
        remedies: [
          'List “New” as previous in the row of “Open” (line 4).',
          'Take “Open” out of the next column of “New” (line 3).',
        ],
        sayings: expect.objectContaining({
          message: {
            kind: 'oneSided',
            of: [
              { label: expect.anything() },
              { label: expect.anything() },
              'next',
              { events: [{ label: expect.anything(), name: 'take' }] },
            ],
          },
        }),
      },
    ]);
  });

  test('has findings with the same consequences where there is no table: in the lifecycle that it describes by itself', () => {
    const text = document(NEW, '| Open | An agent works on it. | | Solved |', SOLVED);
    const finding = reviewOfText(text).findings.find(({ code }) => code === 'SA320');
    expect([finding?.states, finding?.labels]).toEqual([[], ['New', 'Open']]);
    expect(finding?.consequences.map(({ sentence }) => sentence)).toEqual([
      '“Open” and “Solved” can then never be reached',
      '“New” can then be stuck',
    ]);
  });

  test('may say under a condition that there is none, beside a list with conditions: that is stuck, not contradictory', () => {
    const text = document(
      NEW,
      '| Open | An agent works on it. | New | Solved (if the agent answers)<br>none (after a year) |',
      '| Solved | The answer was sent. | | none |',
    );
    expect(found(text).filter((each) => each.startsWith('SA322'))).toEqual([]);
    expect(found(text)).toContain('SA330 Open');
  });

  test('without a next column is not asked for one', () => {
    const text =
      '| Status | Description | Previous status |\n|---|---|---|\n| New | Written. | none |\n| Open | Taken. | New |\n| Solved | Sent. | Open |';
    expect(found(text, ticket())).toEqual([]);
  });

  test('that only lists states is asked for no arrows', () => {
    const text = '| Status | Description |\n|---|---|\n| New | Written. |\n| Open | Taken. |\n| Gone | Sent. |';
    expect(found(text, ticket())).toEqual(['SA346 solved', 'SA345 Gone']);
  });

  test('in Mermaid is held against the table by its arrows', () => {
    const text = 'stateDiagram-v2\n  [*] --> New\n  New --> Open\n  Open --> New\n  Solved --> [*]\n';
    const reading = readDocument({ name: 'ticket.mmd', text });
    if ('problem' in reading) throw new Error(reading.problem);
    const review = reviewOf({ table: ticket(), documents: [{ name: 'ticket.mmd', text, reading }] });
    expect(subjectsOf(review)).toContain('SA340 open new');
    expect(subjectsOf(review)).toContain('SA342 open solved solve');
  });
});

describe('a document of another layout', () => {
  const layouts: readonly (readonly [string, string, string])[] = [
    [
      'matrix.md',
      '| Event | New | Open | Solved |\n|---|---|---|---|\n| take | Open | - | - |\n| solve | - | Solved | - |\n',
      '| Solved |',
    ],
    ['from-to.csv', 'From,New,Open,Solved\nNew,,take,\nOpen,,,solve\nSolved,,,\n', 'solve'],
    ['transitions.csv', 'Prior state,Event,Next state\nNew,take,Open\nOpen,solve,Solved\n', 'solve'],
    [
      'diagram.mmd',
      'stateDiagram-v2\n  [*] --> New\n  New --> Open: take\n  Open --> Solved: solve\n  Solved --> [*]\n',
      'solve',
    ],
    [
      'definitions.md',
      '- **New**: Can transition to Open through take.\n- **Open**: Can transition to Solved through solve.\n- **Solved**: The answer was sent.\n',
      'solve',
    ],
  ];
  const of = (name: string, text: string): readonly string[] => {
    const reading = readDocument({ name, text });
    if ('problem' in reading) throw new Error(reading.problem);
    return subjectsOf(reviewOf({ table: ticket(), documents: [{ name, text, reading }] }));
  };

  test.each(layouts)('%s: agrees with the table', (name, text) => {
    expect(of(name, text)).toEqual([]);
  });

  test.each(layouts.slice(1))('%s: has another event than the table', (name, text, event) => {
    expect(of(name, text.replace(event, 'take'))).toEqual(['SA349 open solved take']);
  });

  test('matrix.md: has an arrow in the row of another event', () => {
    const text =
      '| Event | New | Open | Solved |\n|---|---|---|---|\n| take | Open | Solved | - |\n| solve | - | - | - |\n';
    expect(of('matrix.md', text)).toEqual(['SA349 open solved take']);
  });
});

describe('labels', () => {
  const cell = (label: string): string => document(`| New | A customer has written. | none | ${label} |`, OPEN, SOLVED);

  test.each([
    ['opened', '“Open” is also called “opened” (nearly the same)'],
    ['Open (by an agent)', '“Open” is also called “Open (by an agent)” (without its parenthesis)'],
  ])('%s is another label of a state', (label, message) => {
    const { findings } = reviewOfText(cell(label), { table: ticket() });
    expect(findings.map(({ code, message: told }) => [code, told])).toEqual([['SA326', message]]);
  });

  test('that differ in letters’ size and accents alone are the same', () => {
    expect(found(cell('ÓPEN'), ticket())).toEqual([]);
  });

  test('of two states of the table are told apart mention by mention where the document has one row for both', () => {
    const table = ticket({
      states: {
        new: { initial: true, label: 'New' },
        queued: { label: 'Waiting' },
        held: { label: 'Waiting' },
        solved: { final: true, label: 'Solved' },
      },
      events: { arrive: {}, hold: {}, solve: {} },
      transitions: [
        { from: 'new', on: 'arrive', to: 'queued' },
        { from: 'queued', on: 'hold', to: 'held' },
        { from: 'held', on: 'solve', to: 'solved' },
      ],
    });
    const text = document(
      '| New | Written. | none | Waiting |',
      '| Waiting | Not yet. | New | Solved |',
      '| Solved | Sent. | Waiting | none |',
    );
    const shared = reviewOfText(text, { table }).findings.find(({ code }) => code === 'SA325');
    expect(shared?.states).toEqual(['held', 'queued']);
    expect(shared?.quotes.map(({ line, says }) => `${line} ${says}`)).toEqual([
      '4 the row of queued',
      '3 taken as queued: its row lists “New” as previous',
      '5 taken as held: its row lists “Solved” as next',
    ]);
    expect(found(text, table).filter((each) => each.startsWith('SA340'))).toEqual([]);
  });
});

test('a reference that leads nowhere is found where no row could be meant', () => {
  expect(found(document('| New | A customer has written. | none | see below |'))).toEqual(['SA328 New']);
});

describe('descriptions', () => {
  const described = (description: string, previous: string): readonly string[] =>
    found(
      document(
        '| New | A customer has written. | none | Open<br>Lost |'.replace(
          '<br>Lost',
          previous.includes('New') ? '<br>Lost' : '',
        ),
        `| Open | It was answered. | New | Solved${previous.includes('Open') ? '<br>Lost' : ''} |`,
        SOLVED,
        `| Lost | ${description} | ${previous} | none |`,
      ),
    );

  test.each([
    ['Nobody answered it.', 'Open', ['SA329 Open Lost']],
    ['Nobody answered it.', 'New', []],
    ['It is no longer answered.', 'Open', []],
    ['The customer left before it was Open.', 'Open', ['SA329 Open Lost']],
    ['The customer left before it was Open.', 'New', []],
    ['The customer left after it was Solved.', 'Open', ['SA329 Solved Lost']],
    ['The customer left after it was New.', 'Open', []],
    ['It was never Open.', 'New<br>Open', ['SA329 Open Lost']],
    ['The answer was sent.', 'Open', []],
  ])('“%s” after %s', (description, previous, expected) => {
    expect(described(description, previous)).toEqual(expected);
  });

  test('that deny the act of an actor are asked about where only the other row lists the state', () => {
    const table = ticket({
      actors: { agent: { label: 'Agent' }, customer: { label: 'Customer' } },
      states: { ...ticket().states, lost: { final: true, label: 'Lost' } },
      events: { ...ticket().events, leave: { by: 'customer' } },
      transitions: [...ticket().transitions, { from: ['new', 'open'], on: 'leave', to: 'lost' }],
    });
    const text = document(
      '| New | A customer has written. | none | Open<br>Lost |',
      '| Open | Work is done on it. | New | Solved<br>Lost |',
      SOLVED,
      '| Lost | The agent has not come. | New | none |',
    );
    expect(found(text, table)).toEqual(['SA320 open lost', 'SA329 open lost']);
  });
});

describe('sources and rulings', () => {
  const claims = [
    { line: 3, column: 'previous', of: 'new', names: null, text: 'none' },
    { line: 3, column: 'next', of: 'new', names: 'open', text: 'Open' },
    { line: 4, column: 'previous', of: 'open', names: 'new', text: 'New' },
    { line: 4, column: 'next', of: 'open', names: 'solved', text: 'Solved' },
    { line: 4, column: 'next', of: 'open', names: 'new', text: 'New' },
    { line: 5, column: 'previous', of: 'solved', names: 'open', text: 'Open' },
    { line: 5, column: 'next', of: 'solved', names: null, text: 'none' },
  ] as const;
  const because = 'It is meant so.';
  const manual = (...rulings: readonly Ruling[]): Table =>
    ticket({ sources: { manual: { title: 'Manual', claims } }, rulings });
  const text = document(NEW, '| Open | An agent works on it. | New | Solved<br>New |', SOLVED);
  const claim: Ruling = {
    claim: { source: 'manual', line: 4, column: 'next', of: 'open', names: 'new' },
    decision: 'reject',
    because,
  };
  const none: Ruling = { claim: { source: 'manual', line: 3, column: 'previous', of: 'new', names: null }, because };

  test('what a table restates is reviewed like the document', () => {
    const keys = ['SA320 open new', 'SA340 open new'];
    expect(subjectsOf(reviewOf({ table: manual() }))).toEqual(keys);
    expect(found(text, manual())).toEqual(keys);
    expect(reviewOf({ table: manual() }).documents.map(({ name, text: given }) => [name, given])).toEqual([
      ['manual', undefined],
    ]);
  });

  test('a ruling on a claim decides all that is found about it, in both forms, and says so of the claim', () => {
    for (const review of [reviewOf({ table: manual(claim) }), reviewOfText(text, { table: manual(claim) })]) {
      expect(undecided(review)).toEqual([]);
      expect(review.findings.map(({ ruling }) => ruling)).toEqual([claim, claim]);
      expect(review.documents[0]?.agreement.filter((each) => each === 'decided')).toHaveLength(1);
    }
    expect(reviewOfText(text, { table: manual() }).documents[0]?.agreement).toContain('unsupported');
  });

  test('a claim is also found when the document has moved', () => {
    expect(undecided(reviewOfText(`# Tickets\n\n${text}`, { table: manual(claim) }))).toEqual([]);
  });

  test('a ruling names an arrow by its ends in order, and nothing else', () => {
    const decides = (ruling: Omit<Extract<Ruling, { finding: string }>, 'because'>): boolean =>
      undecided(reviewOfText(text, { table: manual(none, { ...ruling, because }) })).every(
        ({ code }) => code !== 'SA340',
      );
    expect(decides({ finding: 'SA340', states: ['open', 'new'] })).toBe(true);
    expect(decides({ finding: 'SA340', states: ['open', 'new'], source: 'manual' })).toBe(true);
    expect(decides({ finding: 'SA340', states: ['new', 'open'] })).toBe(false);
    expect(decides({ finding: 'SA340', states: ['open', 'new'], labels: 'New' })).toBe(false);
    expect(decides({ finding: 'SA340', states: 'open' })).toBe(false);
    expect(decides({ finding: 'SA320', states: ['open', 'new'] })).toBe(false);
  });

  test('rulings that match nothing are findings, which no ruling decides', () => {
    const idle: Ruling = { finding: 'SA321', states: ['open', 'new'], because };
    const own: Ruling = { finding: 'SA348', because };
    const { findings } = reviewOfText(text, { table: manual(claim, idle, own) });
    expect(findings.filter(({ code }) => code === 'SA348').map(({ message, ruling }) => [message, ruling])).toEqual([
      ['rulings[1] of the table matches nothing: there is no finding SA321 open new', undefined],
      ['rulings[2] of the table matches nothing: no ruling can decide SA348', undefined],
    ]);
  });

  test('rulings on sources that are not reviewed are left alone', () => {
    const elsewhere: Ruling = { finding: 'SA321', states: ['open', 'new'], source: 'manual', because };
    const reading = readingOf(CLEAN, 'other.md');
    const request = {
      table: manual(claim, elsewhere),
      documents: [{ name: 'other.md', reading }],
      sources: { 'other.md': '' },
    };
    expect(reviewOf(request).findings).toEqual([]);
  });

  test('a document is the source that is told, or whose location it has, or the only one that it resembles', () => {
    const sourced = (name: string, location?: string, sources: Record<string, string> = {}, shown = text): boolean => {
      const source = { title: 'Manual', claims, ...(location !== undefined && { location }) };
      const table = ticket({ sources: { manual: source }, rulings: [claim] });
      return (
        undecided(reviewOf({ table, documents: [{ name, reading: readingOf(shown, name) }], sources })).length === 0
      );
    };
    expect(sourced('a.md')).toBe(true);
    expect(sourced('docs/a.md', 'a.md')).toBe(true);
    expect(sourced('a.md', 'b.md', { 'a.md': 'manual' })).toBe(true);
  });

  test('the severity that fails can be chosen', () => {
    const review = reviewOfText(text, { table: manual() });
    expect(undecided(review, 'error').map(({ code }) => code)).toEqual(['SA340']);
    expect(undecided(review, 'warning').map(({ code }) => code)).toEqual(['SA320', 'SA340']);
  });
});

test('labels of any length stay short in messages', () => {
  const label = 'x'.repeat(15_000);
  const { findings } = reviewOfText(
    document(NEW, `| Open | An agent works on it. | New | Solved<br>${label} |`, SOLVED),
    { table: ticket() },
  );
  expect(findings.map(({ code }) => code)).toContain('SA345');
  for (const { message } of findings) expect(message.length).toBeLessThan(400);
});

test('the rulings of the language guide decide all that is found about its manual', () => {
  const page = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8');
  const example = [...page.matchAll(/^```yaml\n(.*?)^```/gms)].find(([, text]) =>
    text?.includes('location: manual.md'),
  );
  const review = reviewOf({ table: tableOf(example?.[1] ?? '') });
  expect(subjectsOf(review)).toEqual(['SA342 off broken on fail', 'SA324 broken', 'SA340 broken off']);
  expect(undecided(review)).toEqual([]);
});

test.each(['ja', 'fr-CA', 'constructor'])('a source may be in any language, such as %s', (language) => {
  const claims = [{ line: 1, column: 'next', of: 'new', names: 'open', text: 'Open' }] as const;
  const table = ticket({ sources: { manual: { title: 'Manual', language, claims } } });
  expect(reviewOf({ table }).documents[0]?.agreement).toHaveLength(1);
});
