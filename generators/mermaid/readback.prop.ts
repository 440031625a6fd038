/** The diagrams that are drawn from a table, read as documents, say what the rows of the table say. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { arrowsOf, laid } from '../../model/import/layouts/testing.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { calledIn } from '../../model/table/called.ts';
import { textIn } from '../../model/table/text.ts';
import type { Event, Predicate, Table, Variable } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { durationText, predicateText } from '../words.ts';
import { edgesOf } from './edges.ts';
import { voiceOf } from './names.ts';
import { overview } from './state-diagram.ts';

const WORDS = [
  'customer',
  'Technician',
  'closes',
  'the long forgotten',
  'Ticket',
  'again',
  'über',
  'a, b',
  'x (y)',
  '#1;',
];

const guardOf = (table: Table, when: Predicate): string => predicateText(when, voiceOf(table, 'en'));

/** Tables whose states, events, groups and values have labels of one word or several, short or long enough to be broken. */
const labelled = fc
  .tuple(
    tableArbitrary({ words: false, states: 6, events: 5, rows: 10 }),
    fc.infiniteStream(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })),
  )
  .map(([table, phrases]): Table => {
    const label = (kind: string, index: number): string => `${phrases.next().value.join(' ')} ${kind}${index}`;
    const all = <Thing extends object>(things: Readonly<Record<string, Thing>>, kind: string) =>
      Object.fromEntries(
        Object.entries(things).map(([name, thing], index) => [name, { ...thing, label: label(kind, index) }]),
      );
    const groups = Object.fromEntries(
      Object.keys(table.states)
        .flatMap((state) => table.states[state]?.group ?? [])
        .map((group, index) => [group, { label: label('G', index) }]),
    );
    const memory = Object.fromEntries(
      Object.entries(table.memory ?? {}).map(([name, variable]): [string, Variable] => {
        if (!('values' in variable)) return [name, variable];
        const labels = variable.values.map((value, index) => [value, label('v', index)]);
        return [name, { ...variable, labels: Object.fromEntries(labels) }];
      }),
    );
    return { ...table, states: all(table.states, 'S'), events: all(table.events, 'e'), groups, memory };
  })
  .filter((table) =>
    edgesOf(table).every(({ row }) => row.when === undefined || guardOf(table, row.when).length < 200),
  );

/** Every row between two states as an arrow with its event and its conditions, told from the table itself. */
const rowsOf = (table: Table): readonly string[] =>
  edgesOf(table).map(({ from, to, event, row }) => {
    const { label, after } = table.events[event] as Event;
    const end =
      'state' in to
        ? textIn(table.states[to.state]?.label, 'en')
        : `back to: ${calledIn(table.memory, to.recall, 'en')}`;
    const conditions = [
      ...(after === undefined ? [] : [`after ${durationText(after)}`]),
      ...(row.when === undefined ? [] : [guardOf(table, row.when).replace(/\s+/g, ' ').trim()]),
    ].filter((condition) => condition !== '');
    const arrow = `${textIn(table.states[from]?.label, 'en')} → ${end}`;
    return [arrow, textIn(label, 'en'), ...(conditions.length > 0 ? [conditions.join('; ')] : [])].join(' | ');
  });

law.prop([labelled])(
  'the overview has every row with its event, its condition and the state it leaves, groups included',
  (table) => {
    const { source } = overview({ model: table, places: () => undefined, language: 'en' });
    const { found } = laid(source, 'mermaid');
    const arrows = arrowsOf(found).filter((arrow) => !arrow.startsWith('none →') && !arrow.includes('→ none'));
    expect([...new Set(arrows)].toSorted()).toEqual([...new Set(rowsOf(table))].toSorted());
  },
);
