/**
 * Two-phase commit, as Jim Gray and Leslie Lamport specify it in “Consensus on Transaction Commit” (TLA+ module TwoPhase).
 *
 * Messages are never taken away: a message is a flag that is raised when it is sent, and whoever reads it may read it again.
 */
import { defineSystem } from '../system/define.ts';
import type { System } from '../system/types.ts';
import { defineTable } from '../table/define.ts';

const resource = defineTable({
  name: 'resource',
  title: 'A resource manager',
  states: {
    working: { initial: true },
    prepared: {},
    committed: { final: true },
    aborted: { final: true },
  },
  events: {
    prepare: {},
    giveUp: { label: 'abort of its own' },
    hearCommit: { label: 'hear that all commit' },
    hearAbort: { label: 'hear that all abort' },
  },
  transitions: [
    { from: 'working', on: 'prepare', to: 'prepared' },
    { from: 'working', on: 'giveUp', to: 'aborted' },
    { from: ['working', 'prepared', 'committed', 'aborted'], on: 'hearCommit', to: 'committed' },
    { from: ['working', 'prepared', 'committed', 'aborted'], on: 'hearAbort', to: 'aborted' },
  ],
});

const manager = defineTable({
  name: 'manager',
  title: 'The transaction manager',
  states: { deciding: { initial: true }, committed: { final: true }, aborted: { final: true } },
  events: { hearPrepared: { label: 'hear that one is prepared' }, commit: {}, abort: {} },
  transitions: [
    { from: 'deciding', on: 'hearPrepared', to: 'stay' },
    { from: 'deciding', on: 'commit', to: 'committed' },
    { from: 'deciding', on: 'abort', to: 'aborted' },
  ],
});

/** Two-phase commit among so many resource managers. */
export function twoPhase(name: string, resources: number): System {
  const each = { r: 'resource' } as const;
  return defineSystem({
    name,
    title: `Two-phase commit with ${resources} resource managers`,
    tables: [resource, manager],
    instances: {
      resource: {
        table: 'resource',
        count: resources,
        memory: {
          saidPrepared: { flag: true, label: 'its message that it is prepared is sent' },
          known: { flag: true, label: 'the manager knows that it is prepared' },
        },
      },
      manager: { table: 'manager' },
    },
    memory: {
      commitSent: { flag: true, label: 'the message to commit is sent' },
      abortSent: { flag: true, label: 'the message to abort is sent' },
    },
    events: {
      hearPrepared: {
        by: 'manager',
        with: each,
        when: { r: { saidPrepared: true } },
        moves: { manager: 'hearPrepared' },
        set: { r: { known: true } },
      },
      commit: {
        by: 'manager',
        when: { forAll: { of: each, is: { r: { known: true } } } },
        moves: { manager: 'commit' },
        set: { commitSent: true },
      },
      abort: { by: 'manager', moves: { manager: 'abort' }, set: { abortSent: true } },
      prepare: { by: 'resource', with: each, moves: { r: 'prepare' }, set: { r: { saidPrepared: true } } },
      hearCommit: { by: 'resource', with: each, when: { commitSent: true }, moves: { r: 'hearCommit' } },
      hearAbort: { by: 'resource', with: each, when: { abortSent: true }, moves: { r: 'hearAbort' } },
    },
    properties: {
      'no one aborts what another commits': {
        forAll: { a: 'resource', b: 'resource' },
        never: { a: { state: 'aborted' }, b: { state: 'committed' } },
      },
      'all can commit': { reachable: { forAll: { of: each, is: { r: { state: 'committed' } } } } },
      'all can abort': { reachable: { forAll: { of: each, is: { r: { state: 'aborted' } } } } },
      'what is committed stays committed': {
        forAll: each,
        never: { not: { r: { state: 'committed' } } },
        after: { r: { state: 'committed' } },
      },
      'the transaction ends, if the manager decides and all hear of it': {
        eventually: { final: true },
        fair: { weak: ['abort', 'hearCommit', 'hearAbort'] },
      },
      'the transaction ends even if the manager fails': {
        eventually: { final: true },
        fair: { weak: ['prepare', 'resource.giveUp', 'hearCommit', 'hearAbort'] },
      },
    },
    rulings: [
      {
        property: 'the transaction ends even if the manager fails',
        because:
          'The known weakness of two-phase commit: whoever is prepared waits for the manager. Paxos Commit, in the same paper, is the remedy.',
      },
    ],
  });
}
