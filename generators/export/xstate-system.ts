/**
 * A system as a module for XState v5: a machine for each table, and what of the system can happen.
 *
 * A configuration holds XState's snapshots of the instances; what the system remembers beside them and the messages under
 * way are plain data. Every event with every binding is a step, whose conditions and values are functions of the
 * configuration, rebuilt from data. Rows are taken by XState, so of several that an instance could take on one event it
 * takes the first.
 */

import type { SystemConfiguration } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { eventsOf, type NamedEvent, type Participant, participantsOf } from '../../model/system/events.ts';
import { type Binding, bindingsOf, type Instance, instancesOf } from '../../model/system/instances.ts';
import { valuesOf } from '../../model/system/messages.ts';
import type { Channel, Message, MessageField, System, SystemAssignment } from '../../model/system/types.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import { plural } from '../../model/table/text.ts';
import type { Table, Value } from '../../model/table/types.ts';
import { propertiesOf } from './claims.ts';
import { assigned } from './commands.ts';
import { type Conditions, conditionsOf } from './conditions.ts';
import { all, any, type Condition, compare, fits, type Operand, type Variable, value } from './expressions.ts';
import type { Assigned } from './statements.ts';
import { type Local, type Variables, variablesOf } from './variables.ts';
import { type Writing, writing } from './xstate-expressions.ts';
import { TAKING_STEPS } from './xstate-steps.ts';
import { json, keysOf, leftOut, machineText } from './xstate-table.ts';

/** What steps are written with. */
type Context = {
  readonly system: System;
  readonly instances: ReadonlyMap<string, Instance>;
  readonly variables: Variables;
  readonly conditions: Conditions;
  readonly write: Writing;
};

const object = (entries: readonly (readonly [key: string, text: string])[]): string =>
  `{ ${entries.map(([key, text]) => `${json(key)}: ${text}`).join(', ')} }`;

/** A key with a function of the configuration; left out where nothing is to be said. */
const asked = (key: string, condition: Condition, { condition: text }: Writing): readonly string[] =>
  condition === true ? [] : [`${key}: (at) => ${text(condition)}`];

/** A key with a function of the configuration that gives values; left out where there are none. */
const given = (key: string, entries: readonly (readonly [key: string, text: string])[]): readonly string[] =>
  entries.length === 0 ? [] : [`${key}: (at) => (${object(entries)})`];

/** Assignments, and that their values fit. */
type Setting = { readonly sets: readonly (readonly [name: string, text: string])[]; readonly fit: Condition };

function setting(
  context: Context,
  owner: string | undefined,
  set: { readonly [variable: string]: unknown },
  binding: Binding,
): Setting {
  const { shared, instances } = context.variables;
  const memory = owner === undefined ? shared : (instances.get(owner) as Local).memory;
  const assignments = Object.entries(set).map(([name, assignment]): readonly [string, Assigned] => {
    const target = memory.get(name) as Variable;
    return [name, assigned(context, owner, name, target, assignment as SystemAssignment, binding)];
  });
  return {
    sets: assignments.map(([name, { term }]) => [name, context.write.term(term)]),
    fit: all(assignments.map(([, { target, term }]) => fits(target, term))),
  };
}

/** One who takes part: the event that it takes, and what is set beside it. */
function participant(context: Context, { instance, takes, set = {}, binding }: Participant): string {
  const { sets, fit } = setting(context, instance, set, binding);
  const parts = [
    `instance: ${json(instance)}`,
    ...(takes === undefined ? [] : [`type: ${json(takes)}`]),
    ...asked('fits', fit, context.write),
    ...given('set', sets),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** The others of an event who can take part, each with its condition. */
function others(
  context: Context,
  event: NamedEvent,
  binding: Binding,
  named: readonly Participant[],
): readonly string[] {
  const { system, instances, conditions, write } = context;
  return (event.each ?? []).flatMap((group) =>
    bindingsOf(instances, group.with, group.distinct, binding).flatMap((inner) => {
      const members = participantsOf(system, group, inner) ?? [];
      const isNamed = members.some(({ instance }) => named.some((each) => each.instance === instance));
      const is = group.is === undefined || conditions.holds(group.is, inner);
      if (members.length === 0 || isNamed || is === false) return [];
      const texts = members.map((each) => participant(context, each));
      return [`{ ${[...asked('is', is, write), `members: [${texts.join(', ')}]`].join(', ')} }`];
    }),
  );
}

/** The fields of messages by channel, and that all of them are in their domains. */
function messages(context: Context, of: { readonly [channel: string]: Message }, bound: Binding): Setting {
  const { system, instances, conditions, write } = context;
  const passing = Object.entries(of).map(([name, message]) => {
    const { message: fields } = (system.channels as { readonly [channel: string]: Channel })[name] as Channel;
    const terms = Object.entries(fields).map(([field, declared]) => ({
      field,
      declared,
      term: conditions.term(message[field] ?? null, { bound }, 'instance' in declared),
    }));
    return { name, terms };
  });
  return {
    sets: passing.map(({ name, terms }) => [name, object(terms.map(({ field, term }) => [field, write.term(term)]))]),
    fit: all(passing.flatMap(({ terms }) => terms.map(({ declared, term }) => isIn(instances, declared, term)))),
  };
}

/** Whether a value is in the domain of a field. */
function isIn(instances: Context['instances'], declared: MessageField, term: Operand): Condition {
  if ('range' in declared)
    return all([compare('ge', term, value(declared.range[0])), compare('le', term, value(declared.range[1]))]);
  return any(valuesOf(instances, declared).map((each) => compare('eq', term, value(each))));
}

/** A binding of an event as a step; none where it is no binding or can never happen. */
function step(context: Context, event: NamedEvent, binding: Binding): readonly string[] {
  const { system, conditions, write } = context;
  const named = participantsOf(system, event, binding);
  if (named === undefined) return [];
  const shared = Object.entries(event.set ?? {}).filter(([name]) => Object.hasOwn(system.memory ?? {}, name));
  const memory = setting(context, undefined, Object.fromEntries(shared), binding);
  const received = messages(context, event.receive ?? {}, binding);
  const sent = messages(context, event.send ?? {}, binding);
  const guard = event.when === undefined || conditions.holds(event.when, binding);
  const when = all([guard, memory.fit, sent.fit]);
  if (when === false) return [];
  const taken = others(context, event, binding, named);
  const parts = [
    `event: ${json(event.name)}`,
    ...(event.with === undefined ? [] : [`binding: ${json(binding)}`]),
    ...asked('when', when, write),
    `participants: [${named.map((each) => participant(context, each)).join(', ')}]`,
    ...(taken.length === 0 ? [] : [`others: [${taken.join(', ')}]`]),
    ...given('memory', memory.sets),
    ...given('receives', received.sets),
    ...given('sends', sent.sets),
  ];
  return [`  { ${parts.join(', ')} },`];
}

/** The first initial configuration. */
function initialText({ instances }: Context, { instances: locals, memory, channels }: SystemConfiguration): string {
  const starts = [...instances.values()].map(({ name, table }) => {
    const { state, memory: held = {} } = locals[name] ?? {};
    const entries = Object.entries(held);
    const isOwn = ([variable]: readonly [string, Value]): boolean => Object.hasOwn(table?.memory ?? {}, variable);
    const context = Object.fromEntries(entries.filter(isOwn));
    const added = Object.fromEntries(entries.filter((each) => !isOwn(each)));
    const start = table && json({ value: keysOf(table).get(state as string), context });
    return { name, added, start };
  });
  const snapshots = starts.flatMap(({ name, start }) =>
    start === undefined ? [] : [`    ${json(name)}: instances[${json(name)}].resolveState(${start}),`],
  );
  const added = Object.fromEntries(starts.map((each) => [each.name, each.added]));
  return [
    '{',
    '  instances: {',
    ...snapshots,
    '  },',
    `  added: ${json(added)},`,
    `  memory: ${json(memory)},`,
    `  channels: ${json(channels)},`,
    '}',
  ].join('\n');
}

/** The events on which an instance of a table could have to choose among rows, as the state and the event. */
function choicesOf({ states, transitions }: Table): readonly string[] {
  const number = new Map<string, number>();
  for (const row of transitions)
    for (const state of new Set(selectStates(states, row.from)))
      for (const event of new Set(listOf(row.on))) {
        const key = `${event} in ${state}`;
        number.set(key, (number.get(key) ?? 0) + 1);
      }
  return [...number].flatMap(([key, rows]) => (rows > 1 ? [key] : []));
}

/** What of a system the module cannot say, one line each. */
export function systemLeavesOut(system: System): readonly string[] {
  const { length } = machineOf(system).initial;
  return [
    ...(length > 1 ? [`${plural(length - 1, 'other initial configuration')}; a machine starts in one`] : []),
    ...system.tables.flatMap((table) =>
      choicesOf(table).map(
        (key) => `${table.name}: rows on ${key} after the first that is enabled, which is the one that XState takes`,
      ),
    ),
    ...system.tables.flatMap(({ name, states }) =>
      Object.entries(states).flatMap(([state, { final }]) =>
        final !== undefined && final !== true
          ? [`${name}.${state} is final only while a guard holds; here it is not final`]
          : [],
      ),
    ),
    ...propertiesOf(system).map(([name]) => `the property “${name}”: a machine makes its steps and asks nothing`),
    ...eventsOf(system).flatMap(({ name, after }) =>
      after === undefined ? [] : [`the duration ${after} of ${name}; take the step yourself`],
    ),
    ...(system.rulings === undefined ? [] : ['rulings: they are about findings, and a machine has none']),
  ];
}

/** The module of a system. */
export function xstateOfSystem(system: System): string {
  const instances = instancesOf(system);
  const variables = variablesOf(system, false);
  const conditions = conditionsOf(system, variables, () => false);
  const context: Context = { system, instances, variables, conditions, write: writing(system, variables) };
  const steps = eventsOf(system).flatMap((event) =>
    bindingsOf(instances, event.with ?? {}, event.distinct).flatMap((binding) => step(context, event, binding)),
  );
  const followers = [...instances.values()].flatMap(({ name, table }) =>
    table === undefined ? [] : [`  ${json(name)}: machines[${json(table.name)}],`],
  );
  const channels = Object.entries(system.channels ?? {}).map(
    ([name, { capacity, ordered = true, lossy = false }]) => `  ${json(name)}: ${json({ capacity, ordered, lossy })},`,
  );
  const [first] = machineOf(system).initial as readonly SystemConfiguration[];
  return [
    `// ${system.name}: generated from its definition, for XState v5.`,
    '// Of several enabled rows of an instance XState takes the first.',
    ...leftOut(systemLeavesOut(system)),
    `import { assign, createMachine, getNextSnapshot } from 'xstate';`,
    '',
    '// The machines of the tables.',
    'export const machines = {',
    ...system.tables.map((table) => `  ${json(table.name)}: ${machineText(table).replaceAll('\n', '\n  ')},`),
    '};',
    '',
    '// The machine that each instance follows.',
    'export const instances = {',
    ...followers,
    '};',
    '',
    '// Snapshots of the instances, what the system remembers beside them, the shared memory, and the messages under way.',
    `export const initial = ${first === undefined ? 'undefined' : initialText(context, first)};`,
    '',
    'const channels = {',
    ...channels,
    '};',
    '',
    '// Every event with every binding; what it needs and does reads the configuration before the step.',
    'const steps = [',
    ...steps,
    '];',
    '',
    TAKING_STEPS,
    '',
  ].join('\n');
}
