/** What a configuration consists of: its fields, each of which holds one value at a time. */
import { choices } from '../system/choices.ts';
import { type Instance, instancesOf } from '../system/instances.ts';
import type { Channel, InstanceSet, MessageField, System, SystemVariable } from '../system/types.ts';
import { listOf, selectStates } from '../table/select.ts';
import type { Table, Value, Variable } from '../table/types.ts';

/** Something that holds one value: the state of an instance (or of the table), a variable, or a place of a channel. */
export type Field = {
  /** The variable's name; for the state and for places, what they are. */
  readonly name: string;
  /** Whether the field can hold a value. */
  readonly fits: (value: Value) => boolean;
  /** The variable refers to an instance, so that a word as its value is a reference. */
  readonly refers?: true;
};

/** Who has memory: an instance, the shared memory, or the table where there is but one. */
export type Owner = {
  readonly instance?: string;
  readonly table?: Table;
  readonly state?: Field;
  readonly variables: ReadonlyMap<string, Field>;
  /**
   * What it can start in: values of the state, if it has one, and of the variables in their order, without
   * repetition.
   */
  readonly starts: readonly (readonly Value[])[];
};

/**
 * A channel as places, one for each message it can hold. A place holds the number of a message, from 1, or 0:
 * nothing. Of an ordered channel the oldest message stands in the first place; an unordered one keeps its messages by
 * number. There are no gaps.
 */
export type ChannelFields = {
  readonly name: string;
  readonly channel: Channel;
  readonly places: readonly Field[];
  readonly fields: readonly MessageDomain[];
};

/** The domain of one field of a message. */
export type MessageDomain = { readonly name: string; readonly values: Domain; readonly refers: boolean };

/** A finite domain whose values are numbered from 0, in the order of declaration. */
export type Domain = {
  readonly size: number;
  /** The number of a value, -1 where it is none of the domain. */
  readonly indexOf: (value: Value) => number;
  readonly at: (index: number) => Value;
};

/** The fields of a model. */
export type Fields = {
  readonly system?: System;
  readonly instances: ReadonlyMap<string, Instance>;
  /** In the order in which their starts are combined; without a name the table, or the shared memory of a system. */
  readonly owners: ReadonlyMap<string | undefined, Owner>;
  readonly channels: ReadonlyMap<string, ChannelFields>;
};

/** The fields of an owner in the order of its {@link Owner.starts}. */
export const fieldsOf = ({ state, variables }: Owner): readonly Field[] => [
  ...(state === undefined ? [] : [state]),
  ...variables.values(),
];

const isInRange = ([from, to]: readonly [number, number], value: Value): boolean =>
  typeof value === 'number' && Number.isInteger(value) && from <= value && value <= to;

function listed(values: readonly Value[]): Domain {
  const numbers = new Map(values.map((value, index) => [value, index]));
  return {
    size: values.length,
    indexOf: (value) => numbers.get(value) ?? -1,
    at: (index) => values[index] as Value,
  };
}

const ranging = (range: readonly [number, number]): Domain => ({
  size: range[1] - range[0] + 1,
  indexOf: (value) => (isInRange(range, value) ? (value as number) - range[0] : -1),
  at: (index) => range[0] + index,
});

/** The domain of a variable or of a field of a message; for a variable that refers to an instance, without `null`. */
function domainOf(
  declared: Variable | SystemVariable | MessageField,
  states: Table['states'],
  instances: Fields['instances'],
): Domain {
  if ('flag' in declared) return listed([false, true]);
  if ('range' in declared) return ranging(declared.range);
  if ('values' in declared) return listed(declared.values);
  if ('states' in declared) return listed([null, ...selectStates(states, declared.states)]);
  return listed([...instances.values()].filter(({ set }) => set === declared.instance).map(({ name }) => name));
}

function variableField(
  name: string,
  declared: Variable | SystemVariable,
  states: Table['states'],
  instances: Fields['instances'],
): Field {
  const { indexOf } = domainOf(declared, states, instances);
  if (!('instance' in declared)) return { name, fits: (value) => indexOf(value) >= 0 };
  return { name, fits: (value) => value === null || indexOf(value) >= 0, refers: true };
}

/** The declared initial values of a variable: a flag starts false, others without a declaration are unset. */
function initialValues(variable: { readonly initial?: unknown }): readonly Value[] {
  const initial = variable.initial ?? ('flag' in variable ? false : null);
  return Array.isArray(initial) ? initial : [initial as Value];
}

/** The lists without repetitions. */
function distinct(lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return [...new Map(lists.map((list) => [JSON.stringify(list), list])).values()];
}

/** What a table can start in, a state first, in declaration order. */
function startsOf(table: Table, wanted: (state: string) => boolean): readonly (readonly Value[])[] {
  return Object.entries(table.states).flatMap(([state, { initial }]) => {
    if (initial === undefined || !wanted(state)) return [];
    const given = initial === true ? {} : initial.memory;
    const values = Object.entries(table.memory ?? {}).map(([name, variable]) =>
      Object.hasOwn(given, name) ? [given[name] as Value] : initialValues(variable),
    );
    return choices([[state], ...values]);
  });
}

function instanceOwner(fields: Pick<Fields, 'instances'>, { initial, memory = {} }: InstanceSet, one: Instance): Owner {
  const { name: instance, table } = one;
  const added = Object.entries(memory);
  const variables = [...Object.entries(table?.memory ?? {}), ...added].map(
    ([name, each]) => [name, variableField(name, each, table?.states ?? {}, fields.instances)] as const,
  );
  const own =
    table === undefined ? [[]] : startsOf(table, (state) => initial === undefined || listOf(initial).includes(state));
  const more = choices(added.map(([, each]) => initialValues(each)));
  return {
    instance,
    ...(table && { table, state: { name: 'state', fits: (value) => Object.hasOwn(table.states, String(value)) } }),
    variables: new Map(variables),
    starts: distinct(own.flatMap((start) => more.map((each) => [...start, ...each]))),
  };
}

/** The fields of one table alone. */
export function fieldsOfTable(table: Table): Fields {
  const { instance: _, ...owner } = instanceOwner(
    { instances: new Map() },
    {},
    { name: table.name, set: table.name, table, index: 0 },
  );
  return { instances: new Map(), owners: new Map([[undefined, owner]]), channels: new Map() };
}

/** The fields of a system. */
export function fieldsOfSystem(system: System): Fields {
  const instances = instancesOf(system);
  const owners = new Map<string | undefined, Owner>(
    [...instances.values()].map((one) => [
      one.name,
      instanceOwner({ instances }, system.instances[one.set] as InstanceSet, one),
    ]),
  );
  const shared = Object.entries(system.memory ?? {});
  owners.set(undefined, {
    variables: new Map(shared.map(([name, each]) => [name, variableField(name, each, {}, instances)])),
    starts: distinct(choices(shared.map(([, each]) => initialValues(each)))),
  });
  const channels = Object.entries(system.channels ?? {}).map(([name, channel]): [string, ChannelFields] => {
    const fields = Object.entries(channel.message).map(([field, declared]) => ({
      name: field,
      values: domainOf(declared, {}, instances),
      refers: 'instance' in declared,
    }));
    const places = Array.from({ length: channel.capacity }, () => ({ name: 'place', fits: () => true }));
    return [name, { name, channel, places, fields }];
  });
  return { system, instances, owners, channels: new Map(channels) };
}
