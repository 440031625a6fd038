import { fc, test as law } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import type { Table } from '../table/types.ts';
import { components } from './components.ts';
import { explore, type StateGraph } from './graph.ts';
import { tableMachine } from './naive.ts';

/** A graph with these edges between the numbers below `size`. */
const graphOf = (size: number, edges: readonly (readonly [number, number])[]): StateGraph => {
  const table: Table = { name: 'g', states: { s: { initial: true } }, events: {}, transitions: [] };
  const graph = explore(tableMachine(table));
  const steps = Array.from({ length: size }, (_, id) =>
    edges.filter(([from]) => from === id).map(([, to], row) => ({ event: 'e', row, to })),
  );
  return { ...graph, steps };
};
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

    const found = components(graphOf(SIZE, edges), members);
    expect(sorted(found.flat())).toEqual(sorted(members));
    found.forEach((component, index) => {
      const [first] = component as [number];
      expect(sorted(component)).toEqual(sorted(members.filter((each) => row(first)[each] && row(each)[first])));
      for (const later of found.slice(index + 1)) expect(row(first)[later[0] as number]).toBe(false);
    });
  },
);

test('of a ring of 100,000 and of a chain as long are found without recursion', () => {
  const size = 100_000;
  const ids = [...Array(size).keys()];
  const chain: StateGraph = { ...graphOf(0, []), steps: ids.map((at) => [{ event: 'e', row: 0, to: at + 1 }]) };
  const ring: StateGraph = { ...chain, steps: ids.map((at) => [{ event: 'e', row: 0, to: (at + 1) % size }]) };
  expect(components(chain, ids)).toHaveLength(size);
  expect(components(ring, ids)).toHaveLength(1);
});
