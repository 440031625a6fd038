/** The ways back to a state that was left: drawn where it is remembered, held against the explored graph of the flagship. */
import { expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/index.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import { defineTable } from '../../model/table/index.ts';
import { waysOf } from '../site/ways.ts';
import { returnsTo } from './returns.ts';

const back = (state: string): readonly string[] =>
  returnsTo(session, state).map(({ from, event }) => `${from} ${event}`);

test('a held session comes back from rebooting, from reconnecting, and from being offline', () => {
  expect(back('onHold').toSorted()).toEqual([
    'offline reachedAgain',
    'rebooting rebootDone',
    'reconnecting connectionRestored',
  ]);
});

test('the ways back to every state of the flagship are those that its runs take', () => {
  const ways = waysOf(session, exploreModel(session)).filter(({ row }) => typeof row.to === 'object');
  for (const state of Object.keys(session.states)) {
    const taken = ways.filter(({ to }) => to.includes(state)).map(({ from, event }) => `${from} ${event}`);
    expect([state, [...back(state)].sort()]).toEqual([state, taken.sort()]);
  }
});

test('what forgets the state on the way, or never meets a row that recalls it, does not come back', () => {
  const table = defineTable({
    name: 't',
    states: { a: { initial: true }, b: {}, c: {}, d: {} },
    events: { leave: {}, lose: {}, back: {} },
    memory: { before: { states: ['a', 'b'] } },
    transitions: [
      { from: ['a', 'b'], on: 'leave', to: 'c', set: { before: { save: 'state' } } },
      { from: 'c', on: 'lose', to: 'd', set: { before: null } },
      { from: ['c', 'd'], on: 'back', to: { recall: 'before' }, when: { before: { ne: 'b' } } },
    ],
  });
  const edges = (state: string) =>
    returnsTo(table, state).map(({ from, to, event, index }) => ({ from, to, event, index }));
  expect(edges('a')).toEqual([{ from: 'c', to: { state: 'a' }, event: 'back', index: 2 }]);
  expect(edges('b')).toEqual([]);
  expect(edges('c')).toEqual([]);
});
