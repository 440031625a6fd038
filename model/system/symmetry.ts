/**
 * Instances that nothing tells apart. Renaming them turns every run of the system into another run of it, so what is found out about one binding of
 * parameters is true of every binding with the same pattern. (C. N. Ip, D. L. Dill, “Better verification through symmetry”, Formal
 * Methods in System Design 9, 1996: a scalarset is a set whose members are only compared for equality.)
 */
import type { Value } from '../table/types.ts';
import { setOf } from './events.ts';
import type { Binding, Instance } from './instances.ts';
import type { Parameters, System, SystemProperty } from './types.ts';

/** Every text in a value: keys of objects, and texts themselves. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    yield key;
    yield* textsIn(inside);
  }
}

/** Every object in a value. */
function* objectsIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const inside of Object.values(value)) yield* objectsIn(inside);
}

/** The sets of which some parameter is the next instance, so that they have an order. */
function orderedSets(system: System, said: unknown): ReadonlySet<string | undefined> {
  return new Set(
    [...objectsIn(said)].flatMap((each) => {
      const parameters = each as Parameters;
      return Object.entries(parameters).flatMap(([name, parameter]) =>
        typeof parameter === 'object' && parameter !== null && 'next' in parameter
          ? [setOf(system, name, parameters)]
          : [],
      );
    }),
  );
}

/**
 * The sets whose instances nothing tells apart: they are counted, neither the system nor the property names one of them, and none is the next of
 * another. A text that merely looks like such a name counts as one.
 */
export function interchangeableSets(
  system: System,
  instances: ReadonlyMap<string, Instance>,
  property: SystemProperty,
): ReadonlySet<string> {
  const { memory, channels, events } = system;
  const said = [Object.values(system.instances), memory, channels, events, property];
  const ordered = orderedSets(system, said);
  const named = new Set([...textsIn(said)].flatMap((text) => namedIn(instances, text)));
  return new Set(
    Object.keys(system.instances).filter(
      (set) =>
        system.instances[set]?.count !== undefined && !named.has(set) && !ordered.has(set) && !ordered.has(undefined),
    ),
  );
}

/** The sets of the instances that a text names: one itself, or those that one was made for. */
function namedIn(instances: ReadonlyMap<string, Instance>, text: string): readonly string[] {
  const instance = instances.get(text);
  if (instance === undefined) return [];
  return instance.per === undefined ? [instance.set] : instance.per.flatMap((each) => namedIn(instances, each));
}

/** The pattern of a binding: interchangeable instances are numbered in the order in which they first occur. Two bindings with one pattern are images of each other. */
export function patternOf(
  instances: ReadonlyMap<string, Instance>,
  interchangeable: ReadonlySet<string>,
  binding: Binding,
): string {
  const numbers = new Map<string, number>();
  const show = (value: Value): unknown => {
    const instance = typeof value === 'string' ? instances.get(value) : undefined;
    if (instance?.per !== undefined) return [instance.set, ...instance.per.map(show)];
    if (instance === undefined || !interchangeable.has(instance.set)) return value;
    const number = numbers.get(instance.name) ?? numbers.size;
    numbers.set(instance.name, number);
    return { [instance.set]: number };
  };
  return JSON.stringify(Object.values(binding).map(show));
}
