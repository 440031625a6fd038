/** What single instances can be in, read off a set of configurations. */
import type { Digit } from '../../compile/digits.ts';
import type { Owner } from '../../compile/index.ts';
import type { Value } from '../../table/types.ts';
import type { InstanceConfiguration } from '../machine.ts';
import { type Owned, owned } from '../owned.ts';
import { pausing, type Work } from '../work.ts';
import type { Configurations } from './space.ts';
import type { Store } from './store.ts';

/** What an instance (without a name: the table, or the shared memory) is in somewhere in a set, each once. */
export function* occurring(
  store: Store,
  set: Configurations,
  instance: string | undefined,
): Work<readonly InstanceConfiguration[]> {
  const { components, fields } = store.compiled;
  const owner = fields.owners.get(instance) as Owner;
  const parts = [...components.keys()].flatMap((component) => {
    const own = owned(store.compiled, owner, component);
    return own === undefined ? [] : [{ component, ...own }];
  });
  const held = parts.map(({ component }) => component);
  const [only] = parts;
  const found =
    held.length === 1 && only !== undefined
      ? firstOf(only, yield* singly(store, set, only.component)).map((id) => [id])
      : yield* together(store, set, parts);
  const valuesIn = (ids: readonly number[]): ReadonlyMap<unknown, Value> =>
    new Map(
      held.flatMap((component, place) => {
        const { fields: inside, values } = components[component] as (typeof components)[number];
        return inside.map((field, index) => [field, values[ids[place] as number]?.[index] as Value] as const);
      }),
    );
  return found.map((ids) => {
    const values = valuesIn(ids);
    return {
      ...(owner.state && { state: values.get(owner.state) as string }),
      memory: Object.fromEntries([...owner.variables].map(([name, field]) => [name, values.get(field) as Value])),
    };
  });
}

/** The local ids of one component that occur. */
function* singly(store: Store, { place: set }: Configurations, component: number): Work<readonly number[]> {
  const { places, all } = store.moves.digits;
  const { digit, place } = places[component] as { digit: number; place: number };
  const { ids } = all[digit] as Digit;
  const numbers = yield* store.occurring(set, digit);
  return [...new Set(numbers.map((number) => ids[place]?.[number] as number))];
}

/** For each thing that an owner has in some local ids of a component, the first local id in which it has that. */
const firstOf = ({ numbers, ids }: Owned, some: readonly number[]): readonly number[] =>
  [...new Set(some.map((id) => numbers[id] as number))].map((number) => ids[number] as number);

/** The combinations of what an owner has in several components, as local ids of these. */
function* together(
  store: Store,
  { place: set }: Configurations,
  parts: readonly (Owned & { readonly component: number })[],
): Work<readonly (readonly number[])[]> {
  const found = new Map<string, readonly number[]>();
  const { places, all } = store.moves.digits;
  const read = parts.map(({ component, numbers, ids }) => {
    const { digit, place } = places[component] as { digit: number; place: number };
    const local = all[digit]?.ids[place] as Int32Array;
    return { digit, firsts: local.map((id) => ids[numbers[id] as number] as number) };
  });
  let looked = 0;
  for (const position of store.sets.positions(set)) {
    yield* pausing(++looked);
    const numbers = store.numbersAt(position);
    const ids = read.map(({ digit, firsts }) => firsts[numbers[digit] as number] as number);
    found.set(ids.join(), ids);
  }
  return [...found.values()];
}
