/** The events and rows that steps speak of: their words, and where they stand in the value of their table or system. */
import type { Action, RowTaken } from '../../model/explore/machine.ts';
import { eventsOf, loseEvent } from '../../model/system/events.ts';
import { type Instance, instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model, type System } from '../../model/system/types.ts';
import { formatPath, type Path, visible } from '../../model/table/diagnostic.ts';
import type { Places } from '../../model/table/places.ts';
import type { Described, Event, Table } from '../../model/table/types.ts';

/** A row by the table it is in and its place in the model. */
export type RowPlace = { readonly table: string; readonly path: Path };

/** What reports ask about the actions of a model. */
export type Events = {
  /** Who causes an event, or after what time it comes; nothing of a message that is lost. */
  words(event: string): Event & Described;
  /** Where an event is declared. */
  declared(event: string): Path;
  row(taken: RowTaken): RowPlace;
};

/** The events and rows of a table or system. */
export const eventsIn = (model: Model): Events => (isSystem(model) ? inSystem(model) : inTable(model));

function inTable({ name, events }: Table): Events {
  return {
    words: (event) => events[event] ?? {},
    declared: (event) => ['events', event],
    row: ({ row }) => ({ table: name, path: ['transitions', row] }),
  };
}

function inSystem(system: System): Events {
  const instances = instancesOf(system);
  const events = new Map(eventsOf(system).map((event) => [event.name, event]));
  const tables = new Map(system.tables.map(({ name }, index) => [name, index]));
  const tablePath = (table: string): Path => ['tables', tables.get(table) as number];
  /** An event that nothing synchronises stands in the table of its set; the loss of a message is a matter of its channel. */
  const elsewhere = (event: string): Path => {
    const [[set, own] = []] = Object.entries(events.get(event)?.moves ?? {});
    const table = set === undefined ? undefined : system.instances[set]?.table;
    if (table !== undefined) return [...tablePath(table), 'events', own as string];
    return ['channels', Object.keys(system.channels ?? {}).find((channel) => loseEvent(channel) === event) as string];
  };
  return {
    words: (event) => events.get(event) ?? {},
    declared: (event) => (Object.hasOwn(system.events ?? {}, event) ? ['events', event] : elsewhere(event)),
    row: ({ row, instance }) => {
      const { name } = (instances.get(instance as string) as Instance).table as Table;
      return { table: name, path: [...tablePath(name), 'transitions', row] };
    },
  };
}

/** The places to show for an action: those of its rows, or that of its event where no row moved. */
export const pathsOf = (events: Events, { event, rows }: Action): readonly Path[] =>
  rows.length === 0 ? [events.declared(event)] : rows.map((row) => events.row(row).path);

/** Where a part of the model stands, as `file:line`; with its path where it is computed and has no line of its own. */
export function at(places: Places, path: Path): string {
  const place = places(path);
  if (place === undefined) return visible(formatPath(path));
  return `${place.file}:${place.line}${place.computed ? ` ${visible(formatPath(path))}` : ''}`;
}
