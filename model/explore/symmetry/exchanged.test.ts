import { expect, test } from 'vitest';
import { fleetS } from '../../gallery/fleet-s.atlas.ts';
import { twoPhase5 } from '../../gallery/twoPhase-5.atlas.ts';
import type { System, SystemProperty } from '../../system/types.ts';
import { exchangedFor, symmetryOf } from './exchanged.ts';

/** The sets that are exchanged, with how many of each; those that are tried in all orders with a mark. */
const told = (system: System): readonly string[] =>
  symmetryOf(system).exchanged.map(({ set, members, isTried }) => `${members.length} ${set}${isTried ? ' tried' : ''}`);

const desk = (sessions: number, technicians: number, more: Partial<System> = {}): System => ({
  name: 'desk',
  tables: [],
  instances: {
    session: { count: sessions },
    technician: { count: technicians },
    view: { per: ['session', 'technician'] },
  },
  ...more,
});

test('what others refer to is tried in all orders, the rest is sorted', () => {
  expect(told(fleetS)).toEqual(['2 technician tried', '3 session']);
  expect(told(twoPhase5)).toEqual(['5 resource']);
  // What was made for two of them can follow one that is sorted only: the larger set.
  expect(told(desk(4, 2))).toEqual(['2 technician tried', '4 session']);
  expect(told(desk(2, 4))).toEqual(['2 session tried', '4 technician']);
  const channels = { c: { message: { from: { instance: 'session' } }, capacity: 1 } };
  expect(told(desk(4, 2, { channels }))).toEqual(['2 technician', '4 session tried']);
  const memory = { shown: { instance: 'view' } };
  expect(told(desk(4, 2, { memory }))).toEqual(['2 technician tried', '4 session tried']);
});

test('sets that are not exchanged are told with the reason', () => {
  expect([...symmetryOf(twoPhase5).apart]).toEqual([['manager', 'there is only one of it']]);
  const events = { first: { when: { session1: {} } }, pass: { with: { t: 'technician', u: { next: 't' } } } };
  expect([...symmetryOf(desk(2, 2, { events })).apart]).toEqual([
    ['session', 'events.first.when names session1'],
    ['technician', 'one of its instances is the next of another'],
  ]);
});

test('too many orders are neither tried nor counted', () => {
  const memory = { chosen: { instance: 'technician' } };
  expect(symmetryOf(desk(2, 8, { memory }))).toMatchObject({
    exchanged: [{ set: 'session' }],
    apart: new Map([['technician', 'the 40320 orders of its instances are too many to be tried']]),
  });
  expect(symmetryOf(desk(12, 2)).apart).toEqual(
    new Map([['session', 'the 479001600 orders of its instances are too many to be counted exactly']]),
  );
});

test.each<[string, SystemProperty, readonly string[], readonly string[]]>([
  ['nothing', { invariant: {} }, [], ['technician1 technician2', 'session1 session2 session3']],
  ['an instance it names', { invariant: { session2: {} } }, [], ['technician1 technician2', 'session1 session3']],
  ['what it is bound to', { invariant: {} }, ['technician1'], ['session1 session2 session3']],
  ['what has an order', { forAll: { s: 'session', n: { next: 's' } }, invariant: {} }, [], ['technician1 technician2']],
])('a property tells apart %s', (_, property, bound, left) => {
  const { exchanged } = symmetryOf(fleetS);
  expect(exchangedFor(fleetS, exchanged, property, bound).map(({ members }) => members.join(' '))).toEqual(left);
});
