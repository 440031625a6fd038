/** Two versions by hand: what is said to differ is what was changed. */
import { expect, test } from 'vitest';
import { exploreModel, labelOf, machineOf, replay } from '../../model/explore/index.ts';
import { finish } from '../../model/explore/work.ts';
import type { Table } from '../../model/table/types.ts';
import { judge } from '../judge/index.ts';
import { differing, type Told } from './index.ts';

const order: Table = {
  name: 'order',
  states: { cart: { initial: true }, placed: {}, shipped: { final: true }, lost: {} },
  events: { place: {}, ship: {}, lose: {} },
  transitions: [
    { from: 'cart', on: 'place', to: 'placed' },
    { from: 'placed', on: 'ship', to: 'shipped' },
    { from: 'placed', on: 'lose', to: 'lost' },
  ],
  properties: { 'an order can be shipped': { alwaysCanReach: { state: 'shipped' } } },
};

const difference = (old: Table, now: Table) => {
  const version = (model: Table) => {
    const graph = exploreModel(model);
    return { model, graph, judgement: judge(model, graph) };
  };
  return finish(differing(version(old), version(now)));
};

const events = (told: Told | 'gave up' | undefined) =>
  typeof told === 'object' ? told.trace.steps.map(labelOf) : told;

test('a new row is a step gained, a verdict changed, and the shortest sequence that only the new table takes', () => {
  const now: Table = { ...order, transitions: [...order.transitions, { from: 'lost', on: 'place', to: 'placed' }] };
  const { structure, behaviour, gained, lost, verdicts, onlyOld, onlyNew } = difference(order, now);
  expect(structure.tables[0]?.rows.added.map(({ path }) => path)).toEqual([['transitions', 3]]);
  expect(behaviour).toBe('changed');
  expect(gained).toEqual([{ from: 'lost', event: 'place', to: 'placed' }]);
  expect(lost).toEqual([]);
  expect(verdicts).toEqual([{ property: 'an order can be shipped', old: 'violated', new: 'holds' }]);
  expect(onlyOld).toBeUndefined();
  expect(events(onlyNew)).toEqual(['place', 'lose', 'place']);
  const told = onlyNew as Told;
  expect(replay(machineOf(now), told.trace)).toBeUndefined();
  expect(replay(machineOf(order), told.trace)).toEqual({ step: 2, reason: expect.any(String) });
  expect(told.beside?.steps.map(labelOf)).toEqual(['place', 'lose']);
  expect(told.instead).toBe('place is not possible in lost');
});

test('other names of states, and rows that are written differently, are told from other behaviour', () => {
  const renamed = JSON.parse(JSON.stringify(order).replaceAll('lost', 'gone')) as Table;
  const { structure, onlyOld, onlyNew, told } = difference(order, renamed);
  expect(structure.tables[0]?.states).toEqual({ added: ['gone'], removed: ['lost'], changed: [] });
  expect(structure.tables[0]?.renames).toEqual([{ kind: 'state', from: 'lost', to: 'gone', alike: 1 }]);
  expect([onlyOld, onlyNew]).toEqual([undefined, undefined]);
  expect(events(told)).toEqual(['place', 'lose']);

  const grouped: Table = {
    ...order,
    states: { ...order.states, placed: { group: 'open' } },
    transitions: order.transitions.map((row) => (row.from === 'placed' ? { ...row, from: { group: 'open' } } : row)),
  };
  const same = difference(order, grouped);
  expect(same.behaviour).toBe('same');
  expect(same.structure.tables[0]?.rows).toEqual({ added: [], removed: [], changed: [] });
});

test('a choice that is made earlier is another behaviour, though no run tells', () => {
  const table = (transitions: Table['transitions']): Table => ({
    name: 'choice',
    states: { start: { initial: true }, one: {}, two: {} },
    events: { go: {}, left: {}, right: {} },
    memory: { chosen: { values: ['none', 'left', 'right'], initial: 'none' } },
    transitions,
  });
  const late = table([
    { from: 'start', on: 'go', to: 'one' },
    { from: 'one', on: ['left', 'right'], to: 'two' },
  ]);
  const early = table([
    { from: 'start', on: 'go', to: 'one', set: { chosen: 'left' } },
    { from: 'start', on: 'go', to: 'one', set: { chosen: 'right' } },
    { from: 'one', on: 'left', when: { chosen: 'left' }, to: 'two' },
    { from: 'one', on: 'right', when: { chosen: 'right' }, to: 'two' },
  ]);
  const { behaviour, gained, lost, onlyOld, onlyNew, told } = difference(late, early);
  expect({ behaviour, gained, lost, onlyOld, onlyNew }).toEqual({ behaviour: 'changed', gained: [], lost: [] });
  expect([told?.side, events(told), told?.instead, told?.beside?.steps.map(labelOf)]).toEqual([
    'one',
    ['go'],
    'what is possible there is never just left, right',
    ['go'],
  ]);
});

test('memory that nobody sees makes no difference', () => {
  const counted: Table = {
    ...order,
    memory: { times: { range: [0, 3], initial: 0 } },
    transitions: order.transitions.map((row) => ({ ...row, set: { times: { add: 1 } } })),
  };
  expect(difference(order, counted).behaviour).toBe('same');
});

test('memory may be called like the words about a thing', () => {
  const called = (value: string): Table => ({
    name: 'called',
    states: { a: { initial: true, final: { when: { title: value } } } },
    events: { e: {} },
    memory: { title: { values: ['x', 'y'], initial: 'x' }, label: { values: ['x', 'y'], initial: 'x' } },
    transitions: [{ from: 'a', on: 'e', to: 'stay', set: { label: value } }],
  });
  const [table] = difference(called('x'), called('y')).structure.tables;
  expect(table?.states.changed).toEqual(['a']);
  expect(table?.rows.changed).toHaveLength(1);
});
