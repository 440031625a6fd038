import fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../testing.ts';
import { decomposer, membersOf } from './components.ts';
import { finish } from './work.ts';

/** The components of a graph with these edges between the numbers below `size`, among its members. */
function componentsOf(
  size: number,
  edges: readonly (readonly [number, number])[],
  members: readonly number[],
): readonly (readonly number[])[] {
  const from = Map.groupBy(edges, ([at]) => at);
  const target = Array.from({ length: size }, (_, id) => (from.get(id) ?? []).map(([, to]) => to));
  const offset = [0];
  for (const out of target) offset.push((offset.at(-1) as number) + out.length);
  const parts = new Int32Array(size);
  for (const id of members) parts[id] = 1;
  const components = decomposer({ size, expanded: size, offset, target: target.flat() });
  const found = finish(components(parts, 1, Int32Array.from(members)));
  return Array.from({ length: found.start.length - 1 }, (_, index) => [...membersOf(found, index)]);
}
const sorted = (ids: readonly number[]): readonly number[] => ids.toSorted((one, other) => one - other);

const SIZE = 7;
const id = fc.nat({ max: SIZE - 1 });

law.prop([fc.array(fc.tuple(id, id), { maxLength: 14 }), fc.uniqueArray(id)])(
  'are the classes of members that lead to each other, each after those it leads to',
  (edges, members) => {
    const leads = Array.from({ length: SIZE }, (_, from) => Array.from({ length: SIZE }, (_, to) => from === to));
    const row = (from: number): boolean[] => leads[from] as boolean[];
    for (const [from, to] of edges) if (members.includes(from) && members.includes(to)) row(from)[to] = true;
    for (let via = 0; via < SIZE; via++)
      for (const each of leads) if (each[via]) for (let to = 0; to < SIZE; to++) each[to] ||= row(via)[to] as boolean;

    const found = componentsOf(SIZE, edges, members);
    expect(sorted(found.flat())).toEqual(sorted(members));
    found.forEach((component, index) => {
      const [first] = component as [number];
      expect(sorted(component)).toEqual(sorted(members.filter((each) => row(first)[each] && row(each)[first])));
      for (const later of found.slice(index + 1)) expect(row(first)[later[0] as number]).toBe(false);
    });
  },
);

test('of one part after another are found by one decomposer', () => {
  const offset = [0, 1, 2, 3];
  const components = decomposer({ size: 3, expanded: 3, offset, target: [1, 0, 0] });
  const parts = Int32Array.from([1, 1, 2]);
  const sizes = (part: number, ids: readonly number[]) =>
    [...finish(components(parts, part, Int32Array.from(ids))).start].slice(1);
  expect(sizes(1, [0, 1])).toEqual([2]);
  expect(sizes(2, [2])).toEqual([1]);
  parts[2] = 1;
  expect(sizes(1, [2, 1, 0])).toEqual([2, 3]);
});

test('of a ring of 100,000 and of a chain as long are found without recursion', () => {
  const size = 100_000;
  const ids = [...Array(size).keys()];
  const chain = ids.slice(1).map((at) => [at - 1, at] as const);
  expect(componentsOf(size, chain, ids)).toHaveLength(size);
  expect(componentsOf(size, [...chain, [size - 1, 0]], ids)).toHaveLength(1);
});
