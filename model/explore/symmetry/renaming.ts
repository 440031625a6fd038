/** Renaming instances: in bindings and rows, and in initial configurations, whose channels are empty. */
import type { Fields } from '../../compile/fields.ts';
import type { Instance } from '../../system/instances.ts';
import type { Value } from '../../table/types.ts';
import type { Action, InstanceConfiguration, SystemConfiguration } from '../machine.ts';

/** For every instance the one that takes its place. */
export type Renaming = ReadonlyMap<string, string>;

/** The renaming of all instances where some of those that were not made for others are renamed: what was made for them goes with them. */
export function renamingOf(instances: ReadonlyMap<string, Instance>, some: Renaming): Renaming {
  const nameOf = (name: string): string => {
    const { set, per } = instances.get(name) as Instance;
    return per === undefined ? (some.get(name) ?? name) : [set, ...per.map(nameOf)].join('.');
  };
  return new Map([...instances.keys()].map((name) => [name, nameOf(name)]));
}

/** One renaming after another. */
export const after = (last: Renaming, first: Renaming): Renaming =>
  new Map([...first].map(([name, to]) => [name, last.get(to) as string]));

export const inverse = (renaming: Renaming): Renaming => new Map([...renaming].map(([name, to]) => [to, name]));

const renamed = (value: Value, renaming: Renaming): Value =>
  typeof value === 'string' ? (renaming.get(value) ?? value) : value;

/** What fairness is about, with its instances renamed. */
export const renamedLabel = (
  { event, binding }: Pick<Action, 'event' | 'binding'>,
  renaming: Renaming,
): Pick<Action, 'event' | 'binding'> => ({
  event,
  ...(binding && {
    binding: Object.fromEntries(Object.entries(binding).map(([name, value]) => [name, renamed(value, renaming)])),
  }),
});

/** A key that is the same for actions of the same rows in any order: of several participants the order depends on their names. */
export function unorderedKey({ event, binding, rows }: Action, renaming: Renaming): string {
  const values = Object.values(binding ?? {}).map((value) => renamed(value, renaming));
  const taken = rows.map(({ row, instance }) => `${renamed(instance ?? null, renaming)} ${row}`);
  return JSON.stringify([event, values, taken.sort()]);
}

/** An initial configuration with its instances renamed. */
export function renamedStart(
  { owners }: Fields,
  { instances, memory, channels }: SystemConfiguration,
  renaming: Renaming,
): SystemConfiguration {
  const memoryOf = (name: string | undefined, values: SystemConfiguration['memory']) => {
    const variables = owners.get(name)?.variables;
    return Object.fromEntries(
      Object.entries(values).map(([variable, value]) => [
        variable,
        variables?.get(variable)?.refers ? renamed(value, renaming) : value,
      ]),
    );
  };
  const before = inverse(renaming);
  const local = (name: string): InstanceConfiguration => {
    const from = before.get(name) as string;
    const one = instances[from] as InstanceConfiguration;
    return { ...one, memory: memoryOf(from, one.memory) };
  };
  return {
    instances: Object.fromEntries(Object.keys(instances).map((name) => [name, local(name)])),
    memory: memoryOf(undefined, memory),
    channels,
  };
}
