/** Everything that can happen in a system, said in one way: what tables do on their own becomes a synchronised event of one instance. */
import type { Described, Event } from '../table/types.ts';
import { type Binding, denoted, tableOf } from './instances.ts';
import type { Participants, System, SystemAssignment, SystemEvent } from './types.ts';

/** A declared event, or an event of a table that nothing synchronises. Its own name, which is unique in the system. */
export type NamedEvent = SystemEvent & { readonly name: string };

/**
 * The events of a system in the order in which its steps are listed: the declared ones, then those that the tables of the sets do on their own, as
 * `set.event` with the instance as its parameter, called like the set.
 */
export function eventsOf(system: System): readonly NamedEvent[] {
  const declared = Object.entries(system.events ?? {}).map(([name, event]) => ({ ...event, name }));
  const moved = new Set(declared.flatMap((event) => movedBy(system, event)));
  const own = Object.entries(system.instances).flatMap(([set, instances]) =>
    Object.entries(tableOf(system, instances)?.events ?? {}).flatMap(([event, words]): readonly NamedEvent[] =>
      moved.has(ownEvent(set, event)) ? [] : [alone(set, event, words)],
    ),
  );
  return [...declared, ...own];
}

function alone(set: string, event: string, { label, description, by, after }: Event & Described): NamedEvent {
  return {
    name: ownEvent(set, event),
    ...(label !== undefined && { label }),
    ...(description !== undefined && { description }),
    ...(by !== undefined && { by }),
    ...(after !== undefined && { after }),
    with: { [set]: set },
    moves: { [set]: event },
  };
}

/** The events of tables that a synchronised event moves, as `set.event`. */
export function movedBy(system: System, event: SystemEvent): readonly string[] {
  const named = (participants: Pick<Participants, 'moves'>, parameters: SystemEvent['with']): readonly string[] =>
    Object.entries(participants.moves ?? {}).map(([reference, taken]) => {
      const set = setOf(system, reference, parameters ?? {});
      return ownEvent(String(set), taken);
    });
  return [
    ...named(event, event.with),
    ...(event.each ?? []).flatMap((each) => named(each, { ...event.with, ...each.with })),
  ];
}

/** The set of the instance that a reference denotes, whatever the binding. `undefined` where it denotes no instance. */
export function setOf(
  system: System,
  reference: string,
  parameters: NonNullable<SystemEvent['with']>,
): string | undefined {
  const parameter = Object.hasOwn(parameters, reference) ? parameters[reference] : undefined;
  if (parameter === undefined)
    return Object.keys(system.instances).find((set) => {
      const { count, per } = system.instances[set] ?? {};
      if (per !== undefined) return reference.startsWith(`${set}.`);
      if (count === undefined) return reference === set;
      const index = reference.startsWith(set) ? reference.slice(set.length) : '';
      return /^[1-9]\d*$/.test(index) && Number(index) <= count;
    });
  if (typeof parameter === 'string') return parameter;
  if ('values' in parameter || 'range' in parameter) return undefined;
  if ('next' in parameter) return setOf(system, parameter.next as string, parameters);
  return Object.keys(parameter)[0];
}

/** One instance that takes part in a step: the event of its table that it takes, if any, and what is set in the memory added to it. */
export type Participant = {
  readonly instance: string;
  /** The values that its assignments may use. */
  readonly binding: Binding;
  readonly takes?: string;
  readonly set?: { readonly [variable: string]: SystemAssignment };
};

/**
 * The instances that the event names in `moves` and `set`, in that order, each once; `undefined` where two references denote one instance, so that
 * the binding is none.
 */
export function participantsOf(
  system: System,
  { moves = {}, set = {} }: Pick<SystemEvent, 'moves' | 'set'>,
  binding: Binding,
): readonly Participant[] | undefined {
  const shared = system.memory ?? {};
  const references = [
    ...new Set([...Object.keys(moves), ...Object.keys(set).filter((target) => !Object.hasOwn(shared, target))]),
  ];
  const all = references.map(
    (reference): Participant => ({
      instance: denoted(reference, binding),
      binding,
      ...(Object.hasOwn(moves, reference) && { takes: moves[reference] as string }),
      ...(Object.hasOwn(set, reference) && {
        set: set[reference] as { readonly [variable: string]: SystemAssignment },
      }),
    }),
  );
  return new Set(all.map(({ instance }) => instance)).size === all.length ? all : undefined;
}

/** The event of a table that nothing moves, as an event of the system. */
export const ownEvent = (set: string, event: string): string => `${set}.${event}`;

/** The event by which a lossy channel loses a message. */
export const loseEvent = (channel: string): string => `${channel}.lose`;
