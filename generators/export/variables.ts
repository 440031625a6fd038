/** What a model remembers, as variables of an exported model: states and memory of all instances, shared memory, messages under way. */
import { type Configuration, isSystemConfiguration, type MessageValue } from '../../model/explore/machine.ts';
import { type Instance, instancesOf } from '../../model/system/instances.ts';
import { messagesOf } from '../../model/system/messages.ts';
import type { Channel, MessageField, System, SystemVariable } from '../../model/system/types.ts';
import { selectStates } from '../../model/table/select.ts';
import type { Variable as Declared, Table, Value } from '../../model/table/types.ts';
import type { Names, Type, Variable } from './expressions.ts';

/** What an instance is in. One without a table has no state. */
export type Local = { readonly state?: Variable; readonly memory: ReadonlyMap<string, Variable> };

/**
 * The messages under way. Of an ordered channel the places from the oldest on, each a variable per field, those that are empty all
 * alike; of an unordered one how often each message is there. In both, how many there are.
 */
export type Line = {
  readonly declared: Channel;
  readonly size: Variable;
  readonly places: readonly ReadonlyMap<string, Variable>[];
  readonly kinds: readonly { readonly message: { readonly [field: string]: Value }; readonly held: Variable }[];
};

export type Variables = {
  readonly all: readonly Variable[];
  readonly names: readonly Names[];
  readonly instances: ReadonlyMap<string, Local>;
  readonly shared: ReadonlyMap<string, Variable>;
  readonly lines: ReadonlyMap<string, Line>;
};

/** Gives each text an identifier of its own, in letters that every language reads. */
function namer(): (text: string) => string {
  const taken = new Set<string>();
  return (text) => {
    const plain = text.replace(/[^A-Za-z0-9_]/g, '_');
    let identifier = plain;
    for (let count = 2; taken.has(identifier); count++) identifier = `${plain}__${count}`;
    taken.add(identifier);
    return identifier;
  };
}

/** The variables of a system; of one that stands for a single table they are called without the name of its instance. */
export function variablesOf(system: System, isTable: boolean): Variables {
  const fresh = namer();
  const all: Variable[] = [];
  const instances = instancesOf(system);
  const known = new Map<string, Names & { readonly members: Map<Value, string> }>();

  /** The type with these values, `null` as the last one where they can be unset. Types of equal values are one. */
  function namesOf(kind: string, values: readonly string[]): Names {
    const key = JSON.stringify([kind, values]);
    const members = () => [...values, null].map((each) => [each, fresh(`${kind}_${each ?? 'unset'}`)] as const);
    const type = known.get(key) ?? {
      kind: 'names' as const,
      id: fresh(`T_${kind}`),
      members: new Map<Value, string>(members()),
    };
    known.set(key, type);
    return type;
  }
  const statesOf = ({ name, states }: Table): Names => namesOf(isTable ? 's' : `s_${name}`, Object.keys(states));
  const membersOf = (set: string): readonly string[] =>
    [...instances.values()].filter((each) => each.set === set).map(({ name }) => name);

  function variable(text: string, type: Type, values?: readonly Value[]): Variable {
    const made = { id: fresh(`v_${text}`), type, ...(values && { holds: new Set(values) }) };
    all.push(made);
    return made;
  }
  function declared(text: string, of: Declared | SystemVariable | MessageField, table?: Table): Variable {
    if ('flag' in of) return variable(text, { kind: 'flag' });
    if ('range' in of) return variable(text, { kind: 'range', from: of.range[0], to: of.range[1] });
    if ('values' in of) return variable(text, namesOf('w', of.values), of.values);
    if ('instance' in of) {
      const members = membersOf(of.instance);
      return variable(text, namesOf(`i_${of.instance}`, members), [...members, null]);
    }
    const { states } = table as Table;
    return variable(text, statesOf(table as Table), [...selectStates(states, of.states), null]);
  }

  /** A field of a message, which always has a value. */
  function written(text: string, of: MessageField): Variable {
    if (!('instance' in of)) return declared(text, of);
    const members = membersOf(of.instance);
    return variable(text, namesOf(`i_${of.instance}`, members), members);
  }

  function localOf({ name, set, table }: Instance): Local {
    const text = (of: string): string => (isTable ? of : `${name}_${of}`);
    const state = table && variable(text('state'), statesOf(table), Object.keys(table.states));
    const own = Object.entries(table?.memory ?? {}).map(([key, of]) => [key, declared(text(key), of, table)] as const);
    const added = Object.entries(system.instances[set]?.memory ?? {}).map(
      ([key, of]) => [key, declared(text(key), of)] as const,
    );
    return { ...(state && { state }), memory: new Map([...own, ...added]) };
  }

  function lineOf(name: string, channel: Channel): Line {
    const counted = { kind: 'range', from: 0, to: channel.capacity } as const;
    const size = variable(`${name}_size`, counted);
    if (channel.ordered === false) {
      const kinds = messagesOf(system, instances, name).map((message) => ({
        message,
        held: variable(`${name}_${Object.values(message).join('_')}`, counted),
      }));
      return { declared: channel, size, places: [], kinds };
    }
    const places = Array.from(
      { length: channel.capacity },
      (_, place) =>
        new Map(
          Object.entries(channel.message).map(
            ([field, of]) => [field, written(`${name}_${place + 1}_${field}`, of)] as const,
          ),
        ),
    );
    return { declared: channel, size, places, kinds: [] };
  }

  const locals = new Map([...instances.values()].map((each) => [each.name, localOf(each)] as const));
  const shared = new Map(Object.entries(system.memory ?? {}).map(([key, of]) => [key, declared(key, of)] as const));
  const lines = new Map(Object.entries(system.channels ?? {}).map(([key, of]) => [key, lineOf(key, of)] as const));
  const names = [...known.values()];
  for (const { members } of names)
    if (!all.some(({ type, holds }) => type.kind === 'names' && type.members === members && holds?.has(null)))
      members.delete(null);
  return { all, names, instances: locals, shared, lines };
}

/** What an empty place holds in a field: always the same, so that equal channels are equal. */
export function emptyValue({ type }: Variable): Value {
  if (type.kind === 'flag') return false;
  return type.kind === 'range' ? type.from : ([...type.members.keys()][0] as Value);
}

/** The value of every variable in a configuration. */
export function valuesIn(
  { instances, shared, lines }: Variables,
  configuration: Configuration,
): ReadonlyMap<Variable, Value> {
  const values = new Map<Variable, Value>();
  for (const [name, { state, memory }] of instances) {
    const local = isSystemConfiguration(configuration) ? configuration.instances[name] : configuration;
    if (state !== undefined) values.set(state, local?.state as string);
    for (const [key, variable] of memory) values.set(variable, local?.memory[key] as Value);
  }
  for (const [key, variable] of shared) values.set(variable, configuration.memory[key] as Value);
  const channels = isSystemConfiguration(configuration) ? configuration.channels : {};
  for (const [name, { size, kinds, places }] of lines) {
    const held = channels[name] ?? [];
    values.set(size, held.length);
    for (const { message, held: number } of kinds) values.set(number, held.filter(isSame(message)).length);
    for (const [index, place] of places.entries())
      for (const [field, variable] of place) values.set(variable, held[index]?.[field] ?? emptyValue(variable));
  }
  return values;
}

const isSame = (one: MessageValue) => (other: MessageValue) =>
  Object.keys(one).every((field) => one[field] === other[field]);
