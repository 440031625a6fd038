/** Reviews as reports are given them: one of a small document with open and decided findings, and one whose every text is given. For tests. */
import type { Review, ReviewFinding } from '../../properties/review/types.ts';

const DOCUMENT = 'ticket.txt';

/** A document in four lines, whose `Closed` row does not list what `Open` says. */
export const TICKET = `Status\tPrevious\tNext
Open\tnone\tWaiting, Closed
Waiting\tOpen\tOpen
Closed\tWaiting\tnone`;

const claim = (line: number, column: number, text: string, from: string | null, to: string | null) => ({
  document: DOCUMENT,
  line,
  column,
  cell: { row: line, column: column < 10 && line !== 2 ? 2 : 3 },
  text,
  column_kind: line === 2 ? ('next' as const) : ('previous' as const),
  from,
  to,
  confidence: 1,
});

/** The next list of Open names Closed, whose own row does not list Open. */
export const OPEN: ReviewFinding = {
  document: DOCUMENT,
  line: 2,
  column: 20,
  length: 6,
  cell: { row: 2, column: 3 },
  code: 'SA320',
  severity: 'error',
  message: 'Open lists Closed as next, but Closed does not list Open as previous',
  states: ['open', 'closed'],
  labels: [],
  events: [],
  quotes: [
    { document: DOCUMENT, line: 2, column: 20, text: 'Closed', says: 'lists it as next' },
    { document: DOCUMENT, line: 4, column: 8, length: 7, text: 'Waiting', says: 'all that Closed lists' },
  ],
  consequences: [
    {
      if: 'not believed',
      sentence: 'closed can then never be reached',
      trace: {
        initial: { state: 'open', memory: {} },
        steps: [
          { event: 'ask', rows: [{ row: 0 }], to: { state: 'waiting', memory: {} } },
          { event: 'answer', rows: [{ row: 1 }], to: { state: 'open', memory: {} } },
        ],
        loop: 0,
      },
    },
  ],
  remedies: ['Add Open to the previous list of Closed, in line 4.', 'Reject the claim with a ruling in the table.'],
};

/** The same the other way round, decided. */
export const DECIDED: ReviewFinding = {
  ...OPEN,
  line: 4,
  column: 8,
  length: 7,
  cell: { row: 4, column: 2 },
  code: 'SA321',
  severity: 'warning',
  message: 'Closed lists Waiting as previous, but Waiting does not list Closed as next',
  states: ['waiting', 'closed'],
  quotes: [],
  consequences: [],
  ruling: {
    finding: 'SA321',
    states: ['waiting', 'closed'],
    because: 'A ticket is closed by us.',
    decision: 'reject',
    by: 'Ada',
    date: '2026-03-01',
  },
};

/** A finding that nothing can be quoted for. */
export const NOTE: ReviewFinding = {
  ...OPEN,
  line: 3,
  column: 1,
  length: 7,
  code: 'SA324',
  severity: 'note',
  message: 'nobody names Waiting',
  states: ['waiting'],
  quotes: [],
  consequences: [],
  remedies: [],
};

/** A review of that document, and of a source that the table restates, without its text. */
export const review: Review = {
  table: 'ticket',
  documents: [
    {
      name: DOCUMENT,
      text: TICKET,
      reading: {
        document: DOCUMENT,
        language: 'en',
        ambiguities: [],
        states: ['Open', 'Waiting', 'Closed'].map((label, index) => ({
          id: label.toLowerCase(),
          label,
          line: index + 2,
          descriptions: [],
        })),
        claims: [
          claim(2, 6, 'none', null, 'open'),
          claim(2, 11, 'Waiting', 'open', 'waiting'),
          claim(2, 20, 'Closed', 'open', 'closed'),
          claim(3, 9, 'Open', 'open', 'waiting'),
          claim(4, 8, 'Waiting', 'waiting', 'closed'),
        ],
      },
      means: { open: 'open', waiting: 'waiting' },
      agreement: ['agrees', 'agrees', 'contradicted', 'agrees', 'decided'],
    },
    {
      name: 'handbook',
      reading: {
        document: 'handbook',
        language: 'en',
        ambiguities: [],
        states: [],
        claims: [{ ...claim(7, 1, 'Open', 'open', 'waiting'), document: 'handbook' }],
      },
      means: {},
      agreement: ['unsupported'],
    },
  ],
  findings: [OPEN, NOTE, DECIDED],
};

/** A review in which every text of a document, a table or a ruling is the given one. */
export function reviewSaying(text: string): Review {
  const place = { document: text, line: 1, column: 1, length: 3 };
  const finding: ReviewFinding = {
    ...OPEN,
    ...place,
    message: text,
    states: [text],
    labels: [text],
    events: [text],
    quotes: [{ ...place, text, says: text }],
    consequences: [
      {
        if: 'believed',
        sentence: text,
        trace: {
          initial: { state: text, memory: { m: text } },
          steps: [{ event: text, rows: [], to: { state: text, memory: { m: '' } } }],
        },
      },
    ],
    remedies: [text, text],
  };
  const claimed = { ...claim(1, 1, text, text, text), ...place, event: text, condition: text };
  const read = {
    document: text,
    language: text,
    ambiguities: [],
    states: [{ id: text, label: text, line: 1, descriptions: [text] }],
    claims: [claimed, { ...claimed, column: 2 }],
  };
  const means = Object.fromEntries([[text, text]]);
  return {
    table: text,
    documents: [{ name: text, text, reading: read, means, agreement: ['contradicted', 'decided'] }],
    findings: [finding, { ...finding, ruling: { finding: 'SA320', because: text, by: text, date: text } }],
  };
}
