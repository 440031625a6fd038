/** Properties that hold of a table and that nobody has written: one of them may break on a mutant that survives. */
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Question } from '../../model/explore/machine.ts';
import { forEach, type Work } from '../../model/explore/work.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model, type System, type SystemProperty } from '../../model/system/types.ts';
import type { Property, Table, Value } from '../../model/table/types.ts';

/** A property with a name for it, as it would be written into the `properties` of the model. */
export type Suggestion = { readonly name: string; readonly property: Property | SystemProperty };

/**
 * What is true of a table or system, as far as a graph of it tells: general things first, then those about single
 * states.
 */
export function* truths(model: Model, graph: StateGraph): Work<readonly Suggestion[]> {
  return isSystem(model) ? systemTruths(model, graph) : yield* tableTruths(model, graph);
}

const named = (names: Iterable<string>): string | readonly string[] => {
  const all = [...names];
  return all.length === 1 ? (all[0] as string) : all;
};

const orOf = (names: Iterable<string>): string => [...names].join(' or ');

/** So many names are spelt out in the name of a property; more are counted. */
const MOST_NAMED = 4;

const anyOf = (names: readonly string[]): string =>
  names.length <= MOST_NAMED ? orOf(names) : `any of ${names.length} states`;

/** What occurs in the configurations of a table. */
type Seen = {
  readonly occurring: ReadonlySet<string>;
  /** By state, the events enabled somewhere, and those enabled everywhere. */
  readonly some: ReadonlyMap<string, ReadonlySet<string>>;
  readonly every: ReadonlyMap<string, ReadonlySet<string>>;
  /** By state, those that some step leads to. */
  readonly next: ReadonlyMap<string, ReadonlySet<string>>;
  readonly final: ReadonlyMap<string, ReadonlySet<boolean>>;
};

function* seenIn(graph: StateGraph): Work<Seen> {
  const state = graph.read({ state: true }) as (id: number) => string;
  const some = new Map<string, Set<string>>();
  const every = new Map<string, Set<string>>();
  const next = new Map<string, Set<string>>();
  const final = new Map<string, Set<boolean>>();
  const add = <T>(map: Map<string, Set<T>>, key: string, value: T): void => {
    const set = map.get(key);
    if (set === undefined) map.set(key, new Set([value]));
    else set.add(value);
  };
  yield* forEach(graph.expanded, (id) => {
    const at = state(id);
    add(final, at, graph.isFinal(id));
    const enabled = new Set<string>();
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++) {
      const { event } = graph.actions[graph.action[edge] as number] as StateGraph['actions'][number];
      enabled.add(event);
      add(some, at, event);
      add(next, at, state(graph.target[edge] as number));
    }
    const before = every.get(at);
    every.set(at, before === undefined ? enabled : new Set([...before].filter((event) => enabled.has(event))));
  });
  return { occurring: new Set(final.keys()), some, every, next, final };
}

function* tableTruths(table: Table, graph: StateGraph): Work<readonly Suggestion[]> {
  const seen = yield* seenIn(graph);
  const states = Object.keys(table.states);
  return [
    ...aboutStarts(table),
    ...aboutStates(states, seen),
    ...aboutOrder(states, seen),
    ...aboutEvents(Object.keys(table.events), states, seen),
    ...aboutLeaving(states, seen),
    ...(yield* aboutMemory(table, states, graph)),
  ];
}

/** Where every run begins. */
function aboutStarts({ states }: Table): readonly Suggestion[] {
  const starts = Object.keys(states).filter((state) => states[state]?.initial !== undefined);
  return [{ name: `it starts in ${anyOf(starts)}`, property: { eventually: { state: named(starts) } } }];
}

/** Which states occur, and which are final. */
function aboutStates(states: readonly string[], { occurring, final }: Seen): readonly Suggestion[] {
  const absent = states.filter((state) => !occurring.has(state));
  const finals = (value: boolean): readonly string[] =>
    states.filter((state) => final.get(state)?.size === 1 && final.get(state)?.has(value));
  const [ends, others] = [finals(true), finals(false)];
  return [
    ...(absent.length === 0
      ? []
      : [{ name: `nothing is ever ${anyOf(absent)}`, property: { never: { state: named(absent) } } }]),
    ...(ends.length === 0
      ? []
      : [{ name: `${anyOf(ends)} is always an end`, property: { never: { state: named(ends), final: false } } }]),
    ...(others.length === 0
      ? []
      : [{ name: `${anyOf(others)} is no end`, property: { never: { state: named(others), final: true } } }]),
    ...[...occurring].map((state) => ({ name: `${state} can be reached`, property: { reachable: { state } } })),
    ...[...final].flatMap(([state, marks]) =>
      marks.size === 1
        ? []
        : [true, false].map((mark) => ({
            name: `${state} can be ${mark ? 'an end' : 'no end'}`,
            property: { reachable: { state, final: mark } },
          })),
    ),
  ];
}

/** Which states can follow which, at any distance. */
function aboutOrder(states: readonly string[], { occurring, next }: Seen): readonly Suggestion[] {
  const after = new Map([...occurring].map((state) => [state, closure(state, next)]));
  return [...after].flatMap(([state, reached]) => {
    const lost = states.filter((each) => each !== state && occurring.has(each) && !reached.has(each));
    const kept = [...reached].filter((each) => each !== state);
    return [
      ...(lost.length === 0
        ? []
        : [
            {
              name: `after ${state} nothing is ever ${anyOf(lost)} again`,
              property: { never: { state: named(lost) }, after: { state } },
            },
          ]),
      ...kept.map((goal) => ({
        name: `from ${state} it always stays possible to come to ${goal}`,
        property: { alwaysCanReach: { state: goal }, after: { state } },
      })),
    ];
  });
}

function closure(start: string, next: Seen['next']): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const state of reached) for (const to of next.get(state) ?? []) reached.add(to);
  return reached;
}

/** Where events are possible. */
function aboutEvents(
  events: readonly string[],
  states: readonly string[],
  { some, every }: Seen,
): readonly Suggestion[] {
  return events.flatMap((event): readonly Suggestion[] => {
    const possible = states.filter((state) => some.get(state)?.has(event));
    const certain = states.filter((state) => every.get(state)?.has(event));
    if (possible.length === 0) return [{ name: `${event} never happens`, property: { never: { enabled: event } } }];
    return [
      {
        name: `${event} happens only in ${anyOf(possible)}`,
        property: { never: { not: { state: named(possible) }, enabled: event } },
      },
      ...(certain.length === 0
        ? []
        : [
            {
              name: `${event} is always possible in ${anyOf(certain)}`,
              property: { invariant: { any: [{ not: { state: named(certain) } }, { enabled: event }] } },
            },
          ]),
      ...possible.map((state) => ({
        name: `${event} can happen in ${state}`,
        property: { reachable: { state, enabled: event } },
      })),
    ];
  });
}

/** What comes next where an event that is always possible is not ignored for ever. */
function aboutLeaving(states: readonly string[], { every, next }: Seen): readonly Suggestion[] {
  return states.flatMap((state) => {
    const others = [...(next.get(state) ?? [])].filter((each) => each !== state);
    return [...(every.get(state) ?? [])].flatMap((event) => [
      {
        name: `${state} does not last where ${event} is not ignored`,
        property: { when: { state }, leadsTo: { not: { state } }, fair: { weak: [event] } },
      },
      ...(others.length === 0
        ? []
        : [
            {
              name: `what comes after ${state} is ${anyOf(others)}`,
              property: { when: { state }, leadsTo: { state: named(others) }, fair: { weak: [event] } },
            },
          ]),
    ]);
  });
}

/** Which values the memory has in which states, and what is possible with them. */
function* aboutMemory(table: Table, states: readonly string[], graph: StateGraph): Work<readonly Suggestion[]> {
  const state = graph.read({ state: true }) as (id: number) => string;
  const found: Suggestion[] = [];
  for (const variable of Object.keys(table.memory ?? {})) {
    const read = graph.read({ variable });
    const places = new Map<Value, Set<string>>();
    const enabled = new Map<
      string,
      { readonly value: Value; readonly at: string; some: Set<string>; every: Set<string> }
    >();
    yield* forEach(graph.expanded, (id) => {
      const [value, at] = [read(id), state(id)];
      places.set(value, (places.get(value) ?? new Set()).add(at));
      const events = new Set(eventsAt(graph, id));
      const key = JSON.stringify([value, at]);
      const known = enabled.get(key);
      if (known === undefined) enabled.set(key, { value, at, some: new Set(events), every: events });
      else {
        for (const event of events) known.some.add(event);
        known.every = new Set([...known.every].filter((event) => events.has(event)));
      }
    });
    for (const [value, at] of places) {
      const rest = states.filter((each) => !at.has(each));
      if (rest.length > 0)
        found.push({
          name: `${variable} is ${value} only in ${anyOf([...at])}`,
          property: { never: { not: { state: named(at) }, [variable]: value } as Question } as Property,
        });
    }
    const all = [...enabled.values()];
    for (const { value, at, some, every } of all) {
      const elsewhere = new Set(all.filter((each) => each.at === at).flatMap((each) => [...each.some]));
      const where = { state: at, [variable]: value };
      const when = `in ${at} with ${variable} ${value}`;
      for (const event of elsewhere)
        if (!some.has(event))
          found.push({
            name: `${event} does not happen ${when}`,
            property: { never: { ...where, enabled: event } } as Property,
          });
      for (const event of every)
        found.push({
          name: `${event} is possible ${when}`,
          property: { invariant: { any: [{ not: where }, { enabled: event }] } } as Property,
        });
      found.push({ name: `it can be ${when.slice(3)}`, property: { reachable: where } as Property });
    }
  }
  return found;
}

const eventsAt = (graph: StateGraph, id: number): readonly string[] =>
  Array.from(
    { length: (graph.offset[id + 1] as number) - (graph.offset[id] as number) },
    (_, index) =>
      (graph.actions[graph.action[(graph.offset[id] as number) + index] as number] as StateGraph['actions'][number])
        .event,
  );

/** Which states the instances of each set come to, and which events happen. */
function systemTruths(system: System, graph: StateGraph): readonly Suggestion[] {
  const found: Suggestion[] = [];
  const sets = new Map<string, { readonly states: readonly string[]; readonly seen: Set<string> }>();
  for (const { name, set, table } of instancesOf(system).values()) {
    if (table === undefined) continue;
    const known = sets.get(set) ?? { states: Object.keys(table.states), seen: new Set<string>() };
    sets.set(set, known);
    for (const { local } of graph.occurrences(name)) known.seen.add(local.state as string);
  }
  for (const [set, { states, seen }] of sets) {
    const absent = states.filter((state) => !seen.has(state));
    const forAll = { x: set };
    if (absent.length > 0)
      found.push({
        name: `no ${set} is ever ${anyOf(absent)}`,
        property: { forAll, never: { x: { state: named(absent) } } },
      });
    for (const state of seen)
      found.push({ name: `every ${set} can be ${state}`, property: { forAll, reachable: { x: { state } } } });
    for (const state of seen)
      found.push({
        name: `every ${set} can be ${state} again and again`,
        property: { forAll, alwaysCanReach: { x: { state } } },
      });
  }
  const events = new Set(graph.actions.map(({ event }) => event));
  for (const event of events)
    if (Object.hasOwn(system.events ?? {}, event))
      found.push({ name: `${event} can happen`, property: { reachable: { enabled: event } } });
  return found;
}
