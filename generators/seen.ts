/** The tables of a system as its readers see them: with the events marked that happen only together with others. */
import { tableOf } from '../model/system/instances.ts';
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

/** The tables of a system, each with the words of its events marked, and its places found in those of the system. */
export const tablesSeen = ({ model: system, language, places }: Shown<System>): readonly Shown<Table>[] =>
  system.tables.map((table, index) => ({
    model: { ...table, events: marked(system, table, language) },
    language,
    places: (path) => places(['tables', index, ...path]),
  }));

function marked(system: System, table: Table, language: string): Table['events'] {
  const moving = new Map<string, Set<string>>();
  for (const { event, parts } of vectorsOf(system))
    for (const { set, takes } of parts) {
      const declared = system.instances[set];
      if (takes === undefined || declared === undefined || tableOf(system, declared)?.name !== table.name) continue;
      const taken = takenText(system, set, takes, language);
      const words = eventText(event, language);
      const others = moving.get(takes) ?? new Set();
      moving.set(takes, words === taken ? others : others.add(words));
    }
  return Object.fromEntries(
    Object.entries(table.events).map(([name, event]): [string, Event] => {
      const others = moving.get(name);
      if (others === undefined) return [name, event];
      const named = others.size > MOST_NAMES ? `${others.size} events` : [...others].join(', ');
      const words = [textIn(event.label, language, name), TOGETHER, named];
      return [name, { ...event, label: words.filter((word) => word !== '').join(' ') }];
    }),
  );
}
