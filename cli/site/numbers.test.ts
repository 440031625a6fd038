/** The numbers of a site: of the properties none where there is nothing to say, or where it would take long; that is told then. */
import { expect, test } from 'vitest';
import type { System } from '../../model/system/types.ts';
import { defineTable } from '../../model/table/index.ts';
import type { Table } from '../../model/table/types.ts';
import { numbersOf } from './numbers.ts';

const lamp = defineTable({
  name: 'lamp',
  states: { off: { initial: true }, on: {} },
  events: { press: {} },
  transitions: [
    { from: 'off', on: 'press', to: 'on' },
    { from: 'on', on: 'press', to: 'off' },
  ],
  properties: { 'it can be lit': { reachable: { state: 'on' } } },
});

/** A ring of states; its mutants have some fifty million configurations together. */
function ring(size: number): Table {
  const name = (index: number): string => `s${index % size}`;
  const all = Array.from({ length: size }, (_, index) => index);
  return {
    name: 'ring',
    states: Object.fromEntries(all.map((index) => [name(index), index === 0 ? { initial: true } : {}])),
    events: { next: {} },
    transitions: all.map((index) => ({ from: name(index), on: 'next', to: name(index + 1) })),
    properties: { 'it begins': { reachable: { state: 's0' } } },
  };
}

test('a small table with properties has both', async () => {
  const { coverage, mutation } = await numbersOf(lamp);
  expect(coverage?.covered.rows).toEqual({ covered: 2, of: 2 });
  expect(mutation?.survivors.length).toBeGreaterThan(0);
});

test('without properties there is nothing for mutants to break', async () => {
  const { properties: _, ...plain } = lamp;
  expect(Object.keys(await numbersOf(plain))).toEqual(['coverage']);
});

test('too many mutants are not tried', async () => {
  const { coverage, ...others } = await numbersOf(ring(300));
  expect(coverage).toBeDefined();
  expect(others).toEqual({ leftOut: { isMutation: true } });
});

test('of a large system it is told what the first configurations cover', async () => {
  const large: System = {
    name: 'lamps',
    tables: [{ ...lamp, states: { ...lamp.states, broken: {} } }],
    instances: { light: { table: 'lamp', count: 12 } },
    properties: { 'all can be lit': { reachable: { forAll: { of: { x: 'light' }, is: { x: { state: 'on' } } } } } },
  };
  const { coverage, mutation, leftOut } = await numbersOf(large);
  expect([coverage, mutation]).toEqual([undefined, undefined]);
  // 2 to the power of 12 configurations; each of 12 lamps has two rows, both fire, and three states, of which two occur.
  expect(leftOut?.first).toEqual({
    configurations: 4096,
    rows: { covered: 24, of: 24 },
    states: { covered: 24, of: 36 },
  });
  expect(leftOut?.isMutation).toBe(true);
});
