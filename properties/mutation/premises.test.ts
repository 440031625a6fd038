/** Premises that never occur, of every kind of property, of tables and of systems. */
import { expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/index.ts';
import { finish } from '../../model/explore/work.ts';
import type { System, SystemProperty } from '../../model/system/types.ts';
import type { Property, Table } from '../../model/table/types.ts';
import { lamps } from '../judge/testing.ts';
import { behaving } from './breakers.ts';
import { idleProperties } from './premises.ts';

/** A door that is never removed, and never locked twice. */
const door: Table = {
  name: 'door',
  states: { open: { initial: true, tags: ['passable'] }, shut: { final: true }, removed: { tags: ['gone'] } },
  events: { push: {}, pull: {} },
  memory: { locks: { range: [0, 2], initial: 0 } },
  transitions: [
    { from: 'open', on: 'push', to: 'shut', set: { locks: 1 } },
    { from: 'shut', on: 'pull', to: 'open', set: { locks: 0 } },
  ],
};

const idleOf = (model: Table | System, property: Property | SystemProperty): 'whole' | 'part' | undefined => {
  const [found] = finish(idleProperties(behaving(model, exploreModel(model)), [['it', property]]));
  return found && (found.isWhole ? 'whole' : 'part');
};

test.each<[Property, 'whole' | 'part' | undefined]>([
  [{ never: { state: 'open' }, after: { state: 'removed' } }, 'whole'],
  [{ never: { state: 'removed' }, after: { state: 'shut' } }, undefined],
  [{ alwaysCanReach: { state: 'open' }, after: { locks: 2 } }, 'whole'],
  [{ alwaysCanReach: { state: 'open' } }, undefined],
  [{ eventually: { state: 'open' }, after: { tag: 'gone' } }, 'whole'],
  [{ when: { state: 'removed' }, leadsTo: { state: 'open' } }, 'whole'],
  [{ when: { state: 'shut' }, leadsTo: { state: 'shut' } }, undefined],
  [{ reachable: { state: 'shut' } }, undefined],
  [{ invariant: { any: [{ not: { state: 'removed' } }, { enabled: 'push' }] } }, 'whole'],
  [{ invariant: { any: [{ not: { state: 'open' } }, { enabled: 'push' }] } }, undefined],
  [{ invariant: { any: [{ not: { state: 'open' } }, { not: { locks: 1 } }, { final: true }] } }, 'whole'],
  [
    {
      invariant: {
        any: [
          { state: 'shut', locks: 1 },
          { not: { state: 'shut' }, locks: 0 },
        ],
      },
    },
    undefined,
  ],
  [
    {
      invariant: {
        all: [
          { any: [{ not: { state: 'removed' } }, { enabled: 'push' }] },
          { any: [{ not: { state: 'open' } }, { enabled: 'push' }] },
        ],
      },
    },
    'part',
  ],
  [{ invariant: { not: { state: 'removed', locks: 0 } } }, 'whole'],
  [{ never: { state: 'removed', enabled: 'pull' } }, 'whole'],
  [{ never: { state: 'open', enabled: 'pull' } }, undefined],
  [{ never: { state: 'removed' } }, undefined],
  [{ never: { locks: { gt: 1 } } }, undefined],
  [{ never: { all: [{ tag: 'gone' }, { locks: 0 }] } }, 'whole'],
  [
    {
      never: {
        any: [
          { state: 'removed', locks: 0 },
          { state: 'open', locks: 1 },
        ],
      },
    },
    'part',
  ],
  [{ never: { final: true, locks: 0 } }, undefined],
  [{ never: { not: { any: [{ not: { state: 'removed' } }, { locks: 0 }] } } }, 'whole'],
])('of a table: %j', (property, idle) => {
  expect(idleOf(door, property)).toBe(idle);
});

test('ends are a premise where nothing is ever one', () => {
  const { final: _, ...shut } = door.states.shut as { readonly final: true };
  const endless: Table = { ...door, states: { ...door.states, shut } };
  expect(idleOf(endless, { never: { final: true, locks: 0 } })).toBe('whole');
});

test('a variable of a table may be called like a word of systems', () => {
  const { locks, ...memory } = door.memory as { readonly locks: { readonly range: [0, 2]; readonly initial: 0 } };
  const called: Table = {
    ...door,
    memory: { ...memory, forAll: locks, exists: locks },
    transitions: [{ from: 'open', on: 'push', to: 'shut' }],
  };
  expect(idleOf(called, { invariant: { forAll: { le: 2 } } })).toBeUndefined();
  expect(idleOf(called, { never: { exists: { gt: 2 } } })).toBeUndefined();
});

const two = lamps({}, { states: { off: { initial: true, final: true }, on: {}, broken: {} } });
const forAll = { x: 'light' } as const;

test.each<[SystemProperty, 'whole' | 'part' | undefined]>([
  [{ forAll, never: { x: { state: 'on' } }, after: { x: { state: 'broken' } } }, 'whole'],
  [{ forAll, never: { x: { state: 'broken' } }, after: { x: { state: 'on' } } }, undefined],
  [{ forAll, alwaysCanReach: { x: { state: 'off' } }, after: { x: { state: 'broken' } } }, 'whole'],
  [{ forAll, eventually: { x: { state: 'off' } }, after: { x: { state: 'broken' } } }, 'whole'],
  [{ forAll, when: { x: { state: 'broken' } }, leadsTo: { x: { state: 'off' } } }, 'whole'],
  [{ forAll: { x: 'light', y: 'light' }, distinct: ['x', 'y'], reachable: { x: { state: 'on' } } }, undefined],
  [
    {
      forAll: { x: 'light', y: 'light', z: 'light' },
      distinct: ['x', 'y', 'z'],
      reachable: { x: { state: 'broken' } },
    },
    'whole',
  ],
  [{ forAll, invariant: { any: [{ not: { x: { state: 'broken' } } }, { enabled: 'press' }] } }, 'whole'],
  [{ forAll, invariant: { any: [{ x: { not: { state: 'broken' } } }, { enabled: 'press' }] } }, 'whole'],
  [{ forAll, invariant: { any: [{ x: { not: { state: 'on' } } }, { enabled: 'fade' }] } }, undefined],
  [{ forAll, invariant: { x: { any: [{ not: { state: 'broken' } }, { final: true }] } } }, 'whole'],
  [
    { invariant: { forAll: { of: forAll, is: { any: [{ not: { x: { state: 'broken' } } }, { final: true }] } } } },
    'whole',
  ],
  [
    { invariant: { forAll: { of: forAll, is: { any: [{ not: { x: { state: 'on' } } }, { final: false }] } } } },
    undefined,
  ],
  [{ never: { exists: { of: forAll, is: { x: { state: 'broken', final: false } } } } }, 'whole'],
  [{ forAll, never: { x: { state: 'broken', final: true }, enabled: 'fade' } }, 'whole'],
  [{ forAll, never: { x: { state: 'broken' } } }, undefined],
  [{ never: { light1: { state: 'on', final: true } } }, undefined],
])('of a system: %j', (property, idle) => {
  expect(idleOf(two, property)).toBe(idle);
});
