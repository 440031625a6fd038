/** Defects of a list of starts, ends and ways to get there, and of its diagram. For tests only. */
import { type Against, type Planted, row } from './planting.ts';

const LOAN: Against = { documents: ['loan.md'], table: 'loan.atlas.yaml' };
const DRAWN: Against = { documents: ['loan.mmd'], table: 'loan.atlas.yaml' };
const DRAWN_BESIDE: Against = { documents: ['loan.md', 'loan.mmd'] };

export const loan: readonly Planted[] = [
  {
    kind: 'claim without a row',
    document: 'loan.md',
    replace: row('Missing', 'Withdrawn', 'write off'),
    with: `${row('Missing', 'Withdrawn', 'write off')}\n${row('Withdrawn', 'On the shelf', 'find')}`,
    expect: { code: 'SA340', line: 29 },
  },
  {
    kind: 'row without a claim',
    document: 'loan.md',
    replace: `${row('Set aside', 'On the shelf', 'let go')}\n`,
    with: '',
    expect: { code: 'SA342', line: 8 },
  },
  {
    kind: 'undocumented transition',
    document: 'loan.md',
    replace: `${row('Overdue', 'On the shelf', 'return')}\n`,
    with: '',
    expect: { code: 'SA343', line: 10 },
  },
  {
    kind: 'wrong event',
    document: 'loan.md',
    replace: 'pass the date',
    with: 'give up',
    expect: { code: 'SA349', line: 24 },
  },
  {
    kind: 'unknown event',
    document: 'loan.md',
    replace: 'write off',
    with: 'wriet off',
    expect: { code: 'SA350', line: 28 },
  },
  {
    kind: 'state named, never described',
    document: 'loan.md',
    replace: `${row('Missing', 'The copy was looked for in vain.')}\n`,
    with: '',
    expect: { code: 'SA323', line: 25 },
  },
  {
    kind: 'two labels for one state: near-miss',
    document: 'loan.md',
    replace: row('On loan', 'Overdue', 'pass the date'),
    with: row('On laon', 'Overdue', 'pass the date'),
    expect: { code: 'SA326', line: 24 },
  },
  {
    kind: 'state that the table does not have',
    document: 'loan.md',
    replace: row('Missing', 'Withdrawn', 'write off'),
    with: row('Missing', 'Pulped', 'write off'),
    expect: { code: 'SA345', line: 28 },
    also: ['SA342', 'SA323'],
  },
  {
    kind: 'condition that cannot be told',
    document: 'loan.md',
    replace: row('On the shelf', 'On loan', 'lend'),
    with: row('On the shelf', 'On loan (if the card is valid)', 'lend'),
    expect: { code: 'SA344', line: 19 },
  },
  {
    kind: 'stuck state',
    document: 'loan.md',
    replace: `${row('Set aside', 'On loan', 'lend')}\n${row('Set aside', 'On the shelf', 'let go')}\n`,
    with: '',
    expect: { code: 'SA330', line: 8 },
    also: ['SA342', 'SA343'],
  },
  {
    kind: 'unreachable state',
    document: 'loan.md',
    replace: `${row('On the shelf', 'Set aside', 'reserve')}\n`,
    with: '',
    expect: { code: 'SA331', line: 8 },
    also: ['SA342'],
  },
  {
    kind: 'state that no document names',
    document: 'loan.atlas.yaml',
    replace: '  overdue: { label: Overdue }',
    with: '  overdue: { label: Overdue }\n  on_display: { initial: true, final: true, label: On display }',
    expect: { code: 'SA346', line: 1, document: 'loan.md' },
    against: LOAN,
  },
  {
    kind: 'row added to the table',
    document: 'loan.atlas.yaml',
    replace: '  - { from: missing, on: find, to: on_the_shelf }',
    with: '  - { from: missing, on: find, to: on_the_shelf }\n  - { from: set_aside, on: discard, to: withdrawn }',
    expect: { code: 'SA342', line: 8, document: 'loan.md' },
    against: LOAN,
  },
  {
    kind: 'row taken out of the table',
    document: 'loan.atlas.yaml',
    replace: '  - { from: missing, on: find, to: on_the_shelf }\n',
    with: '',
    expect: { code: 'SA340', line: 27, document: 'loan.md' },
    against: LOAN,
  },
  {
    kind: 'stale ruling: its claim is gone',
    document: 'loan.atlas.yaml',
    replace: '  - { from: missing, on: write_off, to: withdrawn }\n',
    with: `  - { from: missing, on: write_off, to: withdrawn }
rulings:
  - { finding: SA340, states: [withdrawn, on_the_shelf], because: A copy that was discarded may turn out to be wanted. }
`,
    expect: { code: 'SA348', line: 1, document: 'loan.md' },
    against: LOAN,
  },
  {
    kind: 'stale ruling: the claim it decides is gone',
    document: 'loan.atlas.yaml',
    replace: '  - { from: missing, on: write_off, to: withdrawn }\n',
    with: `  - { from: missing, on: write_off, to: withdrawn }
sources:
  guide:
    title: How a book of the town library comes and goes
    location: loan.md
rulings:
  - claim: { source: guide, line: 23, column: next, of: on_loan, names: missing }
    decision: reject
    because: A copy that is lost by its reader is overdue first.
`,
    expect: { code: 'SA348', line: 23, document: 'loan.md' },
    against: LOAN,
  },
  {
    kind: 'diagram against table: arrow too many',
    document: 'loan.mmd',
    replace: '  Withdrawn --> [*]',
    with: '  Withdrawn --> shelf : find',
    expect: { code: 'SA340', line: 17 },
  },
  {
    kind: 'diagram against table: wrong event',
    document: 'loan.mmd',
    replace: 'aside --> loan : lend',
    with: 'aside --> loan : find',
    expect: { code: 'SA349', line: 9 },
  },
  {
    kind: 'diagram against table: arrow missing',
    document: 'loan.mmd',
    replace: '  loan --> Overdue : pass the date\n',
    with: '',
    expect: { code: 'SA342', line: 4 },
    also: ['SA331'],
    against: DRAWN,
  },
  {
    kind: 'diagram against document: arrow missing',
    document: 'loan.mmd',
    replace: '  aside --> shelf : let go\n',
    with: '',
    expect: { code: 'SA361', line: 22, document: 'loan.md' },
    against: DRAWN_BESIDE,
  },
  {
    kind: 'diagram against document: arrow too many',
    document: 'loan.mmd',
    replace: '  Withdrawn --> [*]',
    with: '  Withdrawn --> shelf : find',
    expect: { code: 'SA361', line: 17 },
    against: DRAWN_BESIDE,
  },
  {
    kind: 'diagram against document: another event',
    document: 'loan.mmd',
    replace: 'aside --> loan : lend',
    with: 'aside --> loan : hand out',
    expect: { code: 'SA363', line: 9 },
    against: DRAWN_BESIDE,
  },
  {
    kind: 'diagram against document: another label',
    document: 'loan.mmd',
    replace: '"Set aside"',
    with: '"Put aside"',
    expect: { code: 'SA362', line: 3 },
    against: DRAWN_BESIDE,
  },
  {
    kind: 'diagram against document: state missing',
    document: 'loan.mmd',
    replace: '  Overdue --> Missing : give up\n  Missing --> shelf : find\n  Missing --> Withdrawn : write off\n',
    with: '',
    expect: { code: 'SA360', line: 11, document: 'loan.md' },
    against: DRAWN_BESIDE,
  },
];
