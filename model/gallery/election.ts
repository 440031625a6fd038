/**
 * The election of a leader as in Raft (Ongaro and Ousterhout, 2014), without the log: three nodes, terms up to two.
 *
 * Asking for a vote and getting it is one step. A node that crashes comes back as a follower, with what it wrote down before: its term, and
 * whom it voted for. Both must be written down; the second form of the system forgets the vote, and two leaders share a term.
 */
import { defineSystem } from '../system/define.ts';
import type { System } from '../system/types.ts';
import { defineTable } from '../table/define.ts';

const LAST_TERM = 2;

const node = defineTable({
  name: 'node',
  states: { follower: { initial: true }, candidate: {}, leader: {} },
  events: {
    stand: { after: 'PT0.2S', label: 'hear from no leader, and stand' },
    win: { label: 'have most of the votes' },
    follow: { label: 'follow another' },
    crash: { label: 'crash and come back' },
  },
  transitions: [
    { from: ['follower', 'candidate'], on: 'stand', to: 'candidate' },
    { from: 'candidate', on: 'win', to: 'leader' },
    { from: ['follower', 'candidate', 'leader'], on: ['follow', 'crash'], to: 'follower' },
  ],
});

const isLed = { exists: { of: { n: 'node' }, is: { n: { state: 'leader' } } } } as const;

/** The parts that both forms have in common. */
const election = {
  tables: [node],
  instances: {
    node: {
      table: 'node',
      count: 3,
      memory: {
        term: { range: [0, LAST_TERM], initial: 0 },
        votedFor: { instance: 'node', label: 'whom it voted for in its term' },
      },
    },
    ballot: {
      per: ['node', 'node'],
      memory: { granted: { flag: true } },
      description: 'What a candidate, the first node, knows of the vote of the second in its own term.',
    },
  },
  events: {
    stand: {
      after: 'PT0.2S',
      with: { c: 'node', own: { ballot: ['c', 'c'] } },
      when: { c: { term: { lt: LAST_TERM } } },
      moves: { c: 'stand' },
      set: { c: { term: { add: 1 }, votedFor: 'c' }, own: { granted: true } },
      each: [{ with: { v: 'node', old: { ballot: ['c', 'v'] } }, set: { old: { granted: false } } }],
    },
    vote: {
      with: { c: 'node', v: 'node', ballot: { ballot: ['c', 'v'] } },
      distinct: ['c', 'v'],
      when: {
        c: { state: 'candidate' },
        v: {
          any: [{ term: { lt: { memory: 'term', of: 'c' } } }, { term: { memory: 'term', of: 'c' }, votedFor: null }],
        },
      },
      moves: { v: 'follow' },
      set: { v: { term: { memory: 'term', of: 'c' }, votedFor: 'c' }, ballot: { granted: true } },
    },
    win: {
      with: { c: 'node' },
      when: {
        count: { of: { v: 'node', ballot: { ballot: ['c', 'v'] } }, is: { ballot: { granted: true } }, ge: 2 },
      },
      moves: { c: 'win' },
    },
    hear: {
      label: 'hear from the leader of the same term',
      with: { l: 'node', f: 'node' },
      when: { l: { state: 'leader' }, f: { state: ['follower', 'candidate'], term: { memory: 'term', of: 'l' } } },
      moves: { f: 'follow' },
    },
    catchUp: {
      label: 'hear from the leader of a later term',
      with: { l: 'node', f: 'node' },
      when: { l: { state: 'leader' }, f: { term: { lt: { memory: 'term', of: 'l' } } } },
      moves: { f: 'follow' },
      set: { f: { term: { memory: 'term', of: 'l' }, votedFor: null } },
    },
  },
  properties: {
    'a term has one leader at most': {
      forAll: { a: 'node', b: 'node' },
      distinct: ['a', 'b'],
      never: { a: { state: 'leader', term: { memory: 'term', of: 'b' } }, b: { state: 'leader' } },
    },
    'every node can be elected': { forAll: { n: 'node' }, reachable: { n: { state: 'leader' } } },
    'a leader of an old term can be left over': {
      reachable: {
        exists: {
          of: { a: 'node', b: 'node' },
          is: { a: { state: 'leader', term: { lt: { memory: 'term', of: 'b' } } }, b: { state: 'leader' } },
        },
      },
    },
    'nobody leads the term before the first': {
      forAll: { n: 'node' },
      never: { n: { state: 'leader', term: 0 } },
    },
    'a leader is elected at some time': {
      eventually: isLed,
      fair: { weak: ['stand', 'hear', 'catchUp'], strong: ['vote', 'win'] },
    },
    'a leader can be elected from everywhere': { alwaysCanReach: isLed },
  },
} as const satisfies Omit<System, 'name'>;

const RULINGS = [
  {
    property: 'a leader is elected at some time',
    because:
      'Consensus cannot be guaranteed when nothing is known of time (Fischer, Lynch and Paterson, 1985): votes can be split and candidates crash in every term. Raft makes that improbable by waiting a random time.',
  },
  {
    property: 'a leader can be elected from everywhere',
    because:
      'The model ends with the second term: when its votes are split, or its leader crashed, nobody can stand any more.',
  },
] as const;

/** Nodes that remember their vote. */
export function electionWithMemory(name: string): System {
  return defineSystem({ name, title: 'The election of a leader', ...election, rulings: RULINGS });
}

/** Nodes that forget their vote when they crash. */
export function electionForgetful(name: string): System {
  return defineSystem({
    name,
    title: 'The election of a leader by nodes that forget',
    ...election,
    events: {
      ...election.events,
      crash: { with: { n: 'node' }, moves: { n: 'crash' }, set: { n: { votedFor: null } } },
    },
    rulings: [
      ...RULINGS,
      {
        property: 'a term has one leader at most',
        because: 'Kept to show why a vote must be written down before it is given: whoever forgets it votes again.',
      },
    ],
  });
}
