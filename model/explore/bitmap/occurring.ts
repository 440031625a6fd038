/** What single instances can be in, read off a set of configurations. */
import type { Digit } from '../../compile/digits.ts';
import { fieldsOf, type Owner } from '../../compile/index.ts';
import type { Value } from '../../table/types.ts';
import type { InstanceConfiguration } from '../machine.ts';
import type { Configurations } from '../space/space.ts';
import { pausing, type Work } from '../work.ts';
import type { Board } from './board.ts';
import type { Sets } from './sets.ts';

/** What an instance (without a name: the table, or the shared memory) is in somewhere in a set, each once. */
export function* occurring(
  board: Board,
  sets: Sets,
  set: Configurations,
  instance: string | undefined,
): Work<readonly InstanceConfiguration[]> {
  const { components, fields } = board.compiled;
  const owner = fields.owners.get(instance) as Owner;
  const own = new Set(fieldsOf(owner));
  const held = [...components.keys()].filter((index) => components[index]?.fields.some((field) => own.has(field)));
  const [only] = held;
  const found =
    held.length === 1 && only !== undefined
      ? (yield* singly(board, sets, set, only)).map((id) => [id])
      : yield* together(board, sets, set, held);
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
function* singly(board: Board, sets: Sets, set: Configurations, component: number): Work<readonly number[]> {
  const { kernel, space, guards, digits, places } = board;
  const { digit, place } = digits.places[component] as { digit: number; place: number };
  const outer = digits.all.slice(0, -1);
  const count = outer.reduce((sum, { size }) => sum + size, 0);
  const seen = places.take(count);
  const row = places.take(digits.words * 8);
  yield* sets.overRows((from, end) => {
    kernel.occurring(space, guards, set.place, seen, row, from, end);
    return 0;
  });
  const { ids, size } = digits.all[digit] as Digit;
  const bytes = new Uint8Array(kernel.memory.buffer, seen, count);
  const bits = new Uint32Array(kernel.memory.buffer, row, digits.words * 2);
  const from = outer.slice(0, digit).reduce((sum, each) => sum + each.size, 0);
  const occurs = (number: number): boolean =>
    digit === outer.length ? (((bits[number >> 5] as number) >>> (number & 31)) & 1) === 1 : bytes[from + number] === 1;
  const known = ids[place] as Int32Array;
  return [
    ...new Set(
      Array.from({ length: size }, (_, number) => number)
        .filter(occurs)
        .map((each) => known[each] as number),
    ),
  ];
}

/** The combinations of local ids of some components that occur together. */
function* together(
  board: Board,
  sets: Sets,
  set: Configurations,
  held: readonly number[],
): Work<readonly (readonly number[])[]> {
  const found = new Map<string, readonly number[]>();
  const readers = held.map((component) => board.localOf(component));
  let looked = 0;
  for (const position of sets.positions(set.place)) {
    yield* pausing(++looked);
    const ids = readers.map((localOf) => localOf(position));
    found.set(ids.join(), ids);
  }
  return [...found.values()];
}
