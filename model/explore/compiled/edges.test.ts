import { expect, test } from 'vitest';
import { Edges } from './edges.ts';

const plain = (edges: Edges) =>
  Object.fromEntries(Object.entries(edges.arrays).map(([name, array]) => [name, [...array]]));

test('steps of configurations that were not finished are left out, and what they led to is kept', () => {
  const edges = new Edges();
  edges.reach(-1, -1);
  edges.reach(0, 7);
  edges.add(1, 7);
  edges.add(0, 8);
  edges.keep();
  edges.keep();
  edges.reach(1, 9);
  edges.add(2, 9);
  expect(plain(edges)).toEqual({
    offset: [0, 2, 2],
    target: [1, 0],
    action: [7, 8],
    parent: [-1, 0, 1],
    arrival: [-1, 7, 9],
  });
  expect([edges.kept, edges.expanded]).toEqual([2, 2]);
});

test('actions are numbered beyond 16 bits, and arrays grow', () => {
  const edges = new Edges();
  const count = 70_000;
  for (let step = 0; step < count; step++) edges.add(count - step, step);
  edges.keep();
  const { target, action } = edges.arrays;
  expect([...action]).toEqual(Array.from({ length: count }, (_, step) => step));
  expect([target[0], target[count - 1]]).toEqual([count, 1]);
});
