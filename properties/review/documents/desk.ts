/** Defects of prose that names states and events, with a list of all states and a diagram of some. For tests only. */
import type { Against, Planted } from './planting.ts';

const DESK: Against = { documents: [], prose: 'desk.md', table: 'loan.atlas.yaml' };

export const desk: readonly Planted[] = [
  {
    kind: 'prose: state that the table does not have',
    document: 'desk.md',
    replace: 'a copy in the state “Missing”',
    with: 'a copy in the state “Mouldy”',
    expect: { code: 'SA380', line: 7 },
    against: DESK,
  },
  {
    kind: 'prose: event that the table does not have',
    document: 'desk.md',
    replace: 'the event `reserve`',
    with: 'the event `request`',
    expect: { code: 'SA381', line: 3 },
    against: DESK,
  },
  {
    kind: 'prose: name that is nearly one of the table',
    document: 'desk.md',
    replace: '`Overdue`',
    with: '`Ovredue`',
    expect: { code: 'SA382', line: 5 },
    against: DESK,
  },
  {
    kind: 'prose: arrow without a row',
    document: 'desk.md',
    replace: 'On the shelf → On loan → On the shelf',
    with: 'On the shelf → On loan → Missing',
    expect: { code: 'SA383', line: 7 },
    against: DESK,
  },
  {
    kind: 'copied list: state missing',
    document: 'desk.md',
    replace: '- Overdue\n',
    with: '',
    expect: { code: 'SA384', line: 11 },
    against: DESK,
  },
  {
    kind: 'copied list: state too many',
    document: 'desk.md',
    replace: '- Withdrawn\n',
    with: '- Withdrawn\n- Pulped\n',
    expect: { code: 'SA385', line: 17 },
    against: DESK,
  },
  {
    kind: 'hand-drawn diagram: arrow without a row',
    document: 'desk.md',
    replace: 'Overdue --> Missing : give up',
    with: 'Overdue --> loan : give up',
    expect: { code: 'SA386', line: 26 },
    against: DESK,
  },
];
