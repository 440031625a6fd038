/** Who takes part in a system: its instances by name, and the bindings of parameters that range over them. */
import type { Table, Value } from '../table/types.ts';
import { choices } from './choices.ts';
import type { InstanceSet, Parameter, Parameters, System } from './types.ts';

/** One instance: its name, the set it belongs to, and the table it follows (none: it has no behaviour of its own). */
export type Instance = {
  readonly name: string;
  readonly set: string;
  readonly table?: Table;
  /** Its place in its set, from 0. */
  readonly index: number;
  /** The instances it was made for, where its set is `per` others. */
  readonly per?: readonly string[];
};

/** Values of parameters: instances by name, or plain values. */
export type Binding = { readonly [parameter: string]: Value };

/** The table of a set, if it has one. */
export const tableOf = (system: System, { table }: InstanceSet): Table | undefined =>
  system.tables.find(({ name }) => name === table);

const memberName = (set: string, per: readonly string[]): string => [set, ...per].join('.');

/** All instances by name, set by set in the order of declaration. A set that is `per` others stands after them, wherever it is declared. */
export function instancesOf(system: System): ReadonlyMap<string, Instance> {
  const bySet = new Map<string, readonly Instance[]>();
  const make = (set: string): readonly Instance[] => {
    const made = bySet.get(set);
    if (made !== undefined) return made;
    const declared = system.instances[set] as InstanceSet;
    const table = tableOf(system, declared);
    const one = (name: string, index: number, per?: readonly string[]): Instance => ({
      name,
      set,
      index,
      ...(table && { table }),
      ...(per && { per }),
    });
    const members =
      declared.per !== undefined
        ? choices(declared.per.map((other) => make(other).map(({ name }) => name))).map((per, index) =>
            one(memberName(set, per), index, per),
          )
        : declared.count === undefined
          ? [one(set, 0)]
          : Array.from({ length: declared.count }, (_, index) => one(`${set}${index + 1}`, index));
    bySet.set(set, members);
    return members;
  };
  return new Map(
    Object.keys(system.instances)
      .flatMap(make)
      .map((each) => [each.name, each]),
  );
}

/** What a parameter that ranges over something ranges over; `undefined` for one that is computed from others. */
function rangeOf(instances: ReadonlyMap<string, Instance>, parameter: Parameter): readonly Value[] | undefined {
  if (typeof parameter === 'string')
    return [...instances.values()].filter(({ set }) => set === parameter).map(({ name }) => name);
  if ('values' in parameter) return parameter.values as readonly string[];
  if ('range' in parameter) {
    const [from, to] = parameter.range as readonly [number, number];
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  }
  return undefined;
}

/** The instance that a computed parameter denotes: the next one of the same set, or the one made for others. */
function computed(instances: ReadonlyMap<string, Instance>, parameter: object, known: Binding): string {
  if ('next' in parameter) {
    const { set, index } = instances.get(known[parameter.next as string] as string) as Instance;
    const members = [...instances.values()].filter((each) => each.set === set);
    return (members[(index + 1) % members.length] as Instance).name;
  }
  const [[set, of]] = Object.entries(parameter) as [[string, readonly string[]]];
  return memberName(
    set,
    of.map((each) => denoted(each, known)),
  );
}

/**
 * All bindings of parameters, those around them kept, in the order of declaration with the last parameter running fastest. Those that are said
 * to be distinct differ.
 */
export function bindingsOf(
  instances: ReadonlyMap<string, Instance>,
  parameters: Parameters,
  distinct: readonly string[] = [],
  around: Binding = {},
): readonly Binding[] {
  let all: readonly Binding[] = [around];
  for (const [name, parameter] of Object.entries(parameters)) {
    const values = rangeOf(instances, parameter);
    all = all.flatMap((known): readonly Binding[] =>
      values === undefined
        ? [{ ...known, [name]: computed(instances, parameter as object, known) }]
        : values.map((value) => ({ ...known, [name]: value })),
    );
  }
  return all.filter((binding) => {
    const values = distinct.map((name) => (Object.hasOwn(binding, name) ? binding[name] : name));
    return new Set(values).size === values.length;
  });
}

/** The name of the instance that a reference denotes: a parameter's value, or the instance of that name. */
export const denoted = (reference: string, binding: Binding): string =>
  Object.hasOwn(binding, reference) ? String(binding[reference]) : reference;
