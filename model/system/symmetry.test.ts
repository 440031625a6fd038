import { expect, test } from 'vitest';
import { bindingsOf, instancesOf } from './instances.ts';
import { interchangeableSets, patternOf } from './symmetry.ts';
import type { System, SystemProperty } from './types.ts';

const desk: System = {
  name: 'desk',
  tables: [],
  instances: {
    session: { count: 3, memory: { owner: { instance: 'technician' } } },
    technician: { count: 2 },
    queue: {},
    view: { per: ['session', 'technician'] },
  },
  events: { take: { with: { s: 'session', t: 'technician' }, set: { s: { owner: 't' } } } },
};
const property: SystemProperty = { invariant: {} };
const setsOf = (system: System, asked: SystemProperty = property): readonly string[] => [
  ...interchangeableSets(system, instancesOf(system), asked),
];

test('counted instances that nobody names are interchangeable', () => {
  expect(setsOf(desk)).toEqual(['session', 'technician']);
});

test.each<[string, Partial<System>]>([
  ['an event', { events: { take: { when: { session1: { owner: null } } } } }],
  [
    'an operand',
    { memory: { n: { range: [0, 1], initial: 0 } }, events: { e: { when: { n: { memory: 'm', of: 'session2' } } } } },
  ],
  ['an initial value', { memory: { first: { instance: 'session', initial: 'session3' } } }],
  ['what is distinct', { events: { e: { with: { s: 'session' }, distinct: ['s', 'session1'] } } }],
  ['an instance made for it', { events: { e: { when: { 'view.session1.technician1': {} } } } }],
  ['the next one', { events: { pass: { with: { s: 'session', u: { next: 's' } } } } }],
])('sessions are told apart by %s', (_, parts) => {
  expect(setsOf({ ...desk, ...parts })).not.toContain('session');
});

test('and by the property that is asked', () => {
  expect(setsOf(desk, { invariant: { not: { technician1: {} } } })).toEqual(['session']);
});

test('bindings have one pattern exactly when a renaming turns one into the other', () => {
  const instances = instancesOf(desk);
  const patterns = (parameters: Parameters<typeof bindingsOf>[1], sets: readonly string[]): number =>
    new Set(bindingsOf(instances, parameters).map((each) => patternOf(instances, new Set(sets), each))).size;
  const both = ['session', 'technician'];
  expect(patterns({ s: 'session' }, both)).toBe(1);
  expect(patterns({ s: 'session', u: 'session' }, both)).toBe(2);
  expect(patterns({ s: 'session', t: 'technician', v: { view: ['s', 't'] } }, both)).toBe(1);
  // A view and a session: the view's own, or another; and with the technicians told apart, each of these for both.
  expect(patterns({ v: 'view', s: 'session' }, both)).toBe(2);
  expect(patterns({ v: 'view', s: 'session' }, ['session'])).toBe(4);
  expect(patterns({ s: 'session', t: 'technician' }, [])).toBe(6);
});
