/** The tables of a system as its readers see them: with the events marked that happen only together with others. */
import type { System } from '../model/system/types.ts';
import { textIn } from '../model/table/text.ts';
import type { Event, Table } from '../model/table/types.ts';
import type { Shown } from './artefact.ts';
import { eventText, takenText, vectorsOf } from './synchronisation.ts';

/** The mark of an event that an event of the system moves. */
export const TOGETHER = '⇄';

/** What the mark says, for a legend. */
export const TOGETHER_MEANS = 'happens only as an event of the system, which is named where it is called otherwise';

/** More events than these are counted, so that labels stay short. */
const MOST_NAMES = 2;

/** A table with the words of its events marked, and its places found in those of the system. */
export type TableSeen = Shown<Table> & {
  /** The table as it is. */
  readonly table: Table;
  /** The events that are marked. */
  readonly moved: ReadonlySet<string>;
};

/** The tables of a system as its readers see them. */
export const tablesSeen = ({ model: system, language, places }: Shown<System>): readonly TableSeen[] =>
  system.tables.map((table, index) => {
    const moving = movingEvents(system, table, language);
    const marked = Object.entries(table.events).map(([name, event]): readonly [string, Event] => {
      const others = moving.get(name);
      return [
        name,
        others === undefined ? event : { ...event, label: markedText(textIn(event.label, language, name), others) },
      ];
    });
    return {
      model: { ...table, events: Object.fromEntries(marked) },
      language,
      places: (path) => places(['tables', index, ...path]),
      table,
      moved: new Set(moving.keys()),
    };
  });

function markedText(words: string, others: ReadonlySet<string>): string {
  const named = others.size > MOST_NAMES ? `${others.size} events` : [...others].join(', ');
  return `${words} ${TOGETHER}${named === '' ? '' : ` ${named}`}`;
}

/** The events of a table that events of the system move, each with the words of those that are called otherwise. */
function movingEvents(system: System, table: Table, language: string): ReadonlyMap<string, ReadonlySet<string>> {
  const moving = new Map<string, Set<string>>();
  for (const { event, parts } of vectorsOf(system))
    for (const { set, takes } of parts) {
      if (takes === undefined || system.instances[set]?.table !== table.name) continue;
      const others = moving.get(takes) ?? new Set();
      const words = eventText(event, language);
      moving.set(takes, words === takenText(system, set, takes, language) ? others : others.add(words));
    }
  return moving;
}
