/**
 * Instances that nothing tells apart. Renaming them turns every run of the system into another run of it, so what is found out about one binding of
 * parameters is true of every binding with the same pattern. (C. N. Ip, D. L. Dill, “Better verification through symmetry”, Formal
 * Methods in System Design 9, 1996: a scalarset is a set whose members are only compared for equality.)
 */
import type { Value } from '../table/types.ts';
import { setOf } from './events.ts';
import type { Binding, Instance } from './instances.ts';
import type { Parameters, System, SystemProperty } from './types.ts';

/** Every text in a value, keys of objects and texts themselves, with the path to it. */
function* textsIn(
  value: unknown,
  path: readonly string[],
): Generator<readonly [text: string, path: readonly string[]]> {
  if (typeof value === 'string') yield [value, path];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    yield [key, path];
    yield* textsIn(inside, [...path, key]);
  }
}

/** Every object in a value. */
function* objectsIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const inside of Object.values(value)) yield* objectsIn(inside);
}

/** The sets of which some parameter is the next instance, so that they have an order. */
function orderedSets(system: System, said: unknown): ReadonlySet<string> {
  const sets = [...objectsIn(said)].flatMap((each) => {
    const parameters = each as Parameters;
    return Object.entries(parameters).flatMap(([name, parameter]) =>
      typeof parameter === 'object' && parameter !== null && 'next' in parameter
        ? [setOf(system, name, parameters)]
        : [],
    );
  });
  return new Set(sets.flatMap((set) => set ?? Object.keys(system.instances)));
}

/** What something that is said of a system tells apart. */
export type ToldApart = {
  /** Sets whose instances it puts in order. */
  readonly ordered: ReadonlySet<string>;
  /** Instances that it names, themselves or by one that was made for them, with the first place where it does. */
  readonly named: ReadonlyMap<string, string>;
};

/** What a part of a system, or a property of it, tells apart. A text that merely looks like the name of an instance counts as one. */
export function toldApart(system: System, instances: ReadonlyMap<string, Instance>, said: object): ToldApart {
  const named = new Map<string, string>();
  for (const [text, path] of textsIn(said, []))
    for (const name of namedIn(instances, text)) if (!named.has(name)) named.set(name, path.join('.'));
  return { ordered: orderedSets(system, said), named };
}

/** What a system says of instances beside its tables and its properties. */
const saidBy = ({ instances, memory, channels, events }: System): object => ({
  instances: Object.values(instances),
  ...(memory && { memory }),
  ...(channels && { channels }),
  ...(events && { events }),
});

/**
 * The sets whose instances nothing tells apart: they are counted, neither the system nor the property names one of them, and none is the next of
 * another.
 */
export function interchangeableSets(
  system: System,
  instances: ReadonlyMap<string, Instance>,
  property: SystemProperty,
): ReadonlySet<string> {
  const { ordered, named } = toldApart(system, instances, { ...saidBy(system), property });
  const sets = new Set([...named.keys()].map((name) => instances.get(name)?.set));
  return new Set(
    Object.keys(system.instances).filter(
      (set) => system.instances[set]?.count !== undefined && !sets.has(set) && !ordered.has(set),
    ),
  );
}

/** Why the instances of some sets cannot be exchanged for each other, by set: nothing where they can. */
export function reasonsApart(
  system: System,
  instances: ReadonlyMap<string, Instance>,
): ReadonlyMap<string, string | undefined> {
  const { ordered, named } = toldApart(system, instances, saidBy(system));
  const reasonOf = (set: string): string | undefined => {
    if ((system.instances[set]?.count ?? 1) < 2) return 'there is only one of it';
    if (ordered.has(set)) return 'one of its instances is the next of another';
    const [name, path] = [...named].find(([each]) => instances.get(each)?.set === set) ?? [];
    return name === undefined ? undefined : `${path} names ${name}`;
  };
  const counted = Object.keys(system.instances).filter((set) => system.instances[set]?.per === undefined);
  return new Map(counted.map((set) => [set, reasonOf(set)]));
}

/** The instances that a text names: one itself, or those that one was made for. */
export function namedIn(instances: ReadonlyMap<string, Instance>, text: string): readonly string[] {
  const instance = instances.get(text);
  if (instance === undefined) return [];
  return instance.per === undefined ? [text] : instance.per.flatMap((each) => namedIn(instances, each));
}

/** The pattern of a binding: interchangeable instances are numbered in the order in which they first occur. Two bindings with one pattern are images of each other. */
export function patternOf(
  instances: ReadonlyMap<string, Instance>,
  interchangeable: ReadonlySet<string>,
  binding: Binding,
): string {
  return patternAmong(instances, ({ set }) => interchangeable.has(set), binding);
}

/** The same where only some of the instances are interchangeable. */
export function patternAmong(
  instances: ReadonlyMap<string, Instance>,
  isInterchangeable: (instance: Instance) => boolean,
  binding: Binding,
): string {
  const numbers = new Map<string, number>();
  const show = (value: Value): unknown => {
    const instance = typeof value === 'string' ? instances.get(value) : undefined;
    if (instance?.per !== undefined) return [instance.set, ...instance.per.map(show)];
    if (instance === undefined || !isInterchangeable(instance)) return value;
    const number = numbers.get(instance.name) ?? numbers.size;
    numbers.set(instance.name, number);
    return { [instance.set]: number };
  };
  return JSON.stringify(Object.values(binding).map(show));
}
