/** Defects of a matrix of events and states with footnotes, split over two pages. For tests only. */
import { type Planted, row } from './planting.ts';

export const printer: readonly Planted[] = [
  {
    kind: 'claim without a row',
    document: 'printer.md',
    replace: '| eject/Ready | eject/Ready |',
    with: '| eject/Ready | eject/Off |',
    expect: { code: 'SA340', line: 13 },
  },
  {
    kind: 'row without a claim',
    document: 'printer.md',
    replace: row('load paper', 'Printing', '-', '-'),
    with: row('load paper', '-', '-', '-'),
    expect: { code: 'SA342', line: 24 },
  },
  {
    kind: 'undocumented transition',
    document: 'printer.md',
    replace: row('cancel', 'Ready', '-', '-'),
    with: row('cancel', '-', '-', '-'),
    expect: { code: 'SA343', line: 24 },
  },
  {
    kind: 'condition that cannot be told: the mark of a footnote at the wrong cell',
    document: 'printer.md',
    replace: 'go on/Printing',
    with: 'go on/Printing¹',
    expect: { code: 'SA344', line: 11 },
  },
  {
    kind: 'state that the table does not have',
    document: 'printer.md',
    replace: 'warn/Out of paper',
    with: 'warn/Smoking',
    expect: { code: 'SA345', line: 14 },
  },
  {
    kind: 'state named, never described',
    document: 'printer.md',
    replace: 'warn/Out of paper',
    with: 'warn/Smoking',
    expect: { code: 'SA323', line: 14 },
  },
  {
    kind: 'wrong event',
    document: 'printer.md',
    replace: '| run dry | - | warn/Out of paper |',
    with: '| load paper | - | warn/Out of paper |',
    expect: { code: 'SA349', line: 14 },
  },
  {
    kind: 'unknown event',
    document: 'printer.md',
    replace: '| clear the path | - | Printing¹',
    with: '| clear teh path | - | Printing¹',
    expect: { code: 'SA350', line: 35 },
  },
  {
    kind: 'two labels for one state: near-miss',
    document: 'printer.md',
    replace: row('load paper', 'Printing', '-', '-'),
    with: row('load paper', 'Prining', '-', '-'),
    expect: { code: 'SA326', line: 32 },
  },
  {
    kind: 'stuck state',
    document: 'printer.md',
    replace: 'test/Ready',
    with: '-',
    expect: { code: 'SA330', line: 24 },
  },
  {
    kind: 'unreachable state',
    document: 'printer.md',
    replace: 'hold/Paused',
    with: '-',
    expect: { code: 'SA331', line: 7 },
  },
  {
    kind: 'state named, never described: a heading of the wrong name',
    document: 'printer.md',
    replace: row('Event \\\\ State', 'Out of paper', 'Jammed', 'Off'),
    with: row('Event \\\\ State', 'Out of paper', 'Paused', 'Off'),
    expect: { code: 'SA323', line: 16 },
  },
];
