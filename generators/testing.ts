/** A table and a system whose texts look like the syntax of everything that is generated from them. For tests. */
import type { System } from '../model/system/types.ts';
import type { Table } from '../model/table/types.ts';

/** Labels that are likely to break a format. */
export const NASTY = [
  '"quoted"',
  'a: b; c',
  'end',
  '# 50%% of [x] {y} |z|',
  'two\nlines',
  '<script>alert(1)</script>',
  'a `b` **c** _d_',
  '&lt; \\ ~',
  'emoji 🎉',
  'שלום',
  '*/ @see {x}',
  '',
];

/** A ring of states and events with nasty labels. */
export const nasty: Table = {
  name: 'nasty',
  states: Object.fromEntries(
    NASTY.map((label, index) => [
      `s${index}`,
      { label, description: label, ...(index === 0 ? { initial: true as const } : {}) },
    ]),
  ),
  events: Object.fromEntries(NASTY.map((label, index) => [`e${index}`, { label, by: 'someone' }])),
  transitions: NASTY.map((_, index) => ({
    from: `s${index}`,
    on: [`e${index}`, 'e0'],
    to: `s${(index + 1) % NASTY.length}`,
  })),
};

const [QUOTED, COLONS, END, PERCENTS, LINES, SCRIPT, MARKUP] = NASTY as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

/** Two states of which one is left alone, and an event that nothing moves. */
const pair: Table = {
  name: 'pair',
  title: SCRIPT,
  states: { off: { label: END, initial: true }, on: { label: LINES, final: true } },
  events: { flip: { label: PERCENTS }, drop: { label: MARKUP, by: 'someone' } },
  transitions: [
    { from: 'off', on: 'flip', to: 'on' },
    { from: 'on', on: 'drop', to: 'off' },
  ],
};

/** The ring in a system: an event for each of its own, which speaks a nasty word, and two others that are taken along. */
export const nastySystem: System = {
  name: 'nastySystem',
  title: SCRIPT,
  description: NASTY.join(' '),
  actors: { someone: { label: COLONS } },
  tables: [nasty, pair],
  instances: {
    ring: { table: 'nasty', label: MARKUP, memory: { met: { instance: 'pair', label: PERCENTS } } },
    pair: { table: 'pair', count: 2, label: QUOTED, description: LINES },
  },
  memory: { said: { values: [COLONS, SCRIPT, END], initial: COLONS, label: SCRIPT } },
  channels: { line: { message: { word: { values: [SCRIPT, QUOTED] } }, capacity: 1, lossy: true, label: END } },
  events: Object.fromEntries(
    NASTY.map((label, index) => [
      `say${index}`,
      {
        label,
        description: label,
        by: 'someone',
        with: { w: { values: [SCRIPT, QUOTED] }, p: 'pair' },
        moves: { ring: `e${index}` },
        set: { ring: { met: 'p' }, said: END },
        send: { line: { word: { parameter: 'w' } } },
        each: [{ with: { o: 'pair' }, is: { o: { state: 'off' } }, moves: { o: 'flip' } }],
      },
    ]),
  ),
  properties: {
    [SCRIPT]: { reachable: { ring: { state: 's9' } } },
    [MARKUP]: { forAll: { p: 'pair' }, eventually: { p: { state: 'on' } }, after: { said: END } },
    [COLONS]: { eventually: { ring: { state: 's3' } } },
  },
};
