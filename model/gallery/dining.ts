/**
 * Dijkstra’s dining philosophers, who all take the left fork first: alone, and with a waiter who lets all but one of them begin.
 *
 * Philosophers sit in a ring. The fork on the left of each is their own (`per`); the one on the right belongs to the next (`next`).
 */
import { defineSystem } from '../system/define.ts';
import type { System } from '../system/types.ts';
import { defineTable } from '../table/define.ts';

const philosopher = defineTable({
  name: 'philosopher',
  states: { thinking: { initial: true }, hasLeft: { label: 'Has the left fork' }, eating: {} },
  events: {
    takeLeft: { label: 'take the left fork' },
    takeRight: { label: 'take the right fork' },
    putDown: { label: 'put both forks down' },
  },
  transitions: [
    { from: 'thinking', on: 'takeLeft', to: 'hasLeft' },
    { from: 'hasLeft', on: 'takeRight', to: 'eating' },
    { from: 'eating', on: 'putDown', to: 'thinking' },
  ],
});

const fork = defineTable({
  name: 'fork',
  states: { free: { initial: true }, taken: {} },
  events: { take: {}, putDown: { label: 'be put down' } },
  transitions: [
    { from: 'free', on: 'take', to: 'taken' },
    { from: 'taken', on: 'putDown', to: 'free' },
  ],
});

const PROPERTIES = {
  'neighbours never eat at the same time': {
    forAll: { p: 'philosopher', n: { next: 'p' } },
    never: { p: { state: 'eating' }, n: { state: 'eating' } },
  },
  'everybody can eat': { forAll: { p: 'philosopher' }, reachable: { p: { state: 'eating' } } },
  'everybody can always eat once more': {
    forAll: { p: 'philosopher' },
    alwaysCanReach: { p: { state: 'eating' } },
  },
} as const satisfies System['properties'];

const waits = {
  forAll: { p: 'philosopher' },
  when: { p: { state: 'hasLeft' } },
  leadsTo: { p: { state: 'eating' } },
} as const;

/** So many philosophers; with a waiter, one fewer of them may have forks at the same time. */
function dining(
  name: string,
  count: number,
  waiter: boolean,
): Pick<System, 'name' | 'tables' | 'instances' | 'events'> {
  const beginning = { of: { other: 'philosopher' }, is: { other: { state: ['hasLeft', 'eating'] } }, lt: count - 1 };
  return {
    name,
    tables: [philosopher, fork],
    instances: {
      philosopher: { table: 'philosopher', count },
      fork: { table: 'fork', per: ['philosopher'] },
    },
    events: {
      takeLeft: {
        with: { p: 'philosopher', left: { fork: ['p'] } },
        ...(waiter && { when: { count: beginning } }),
        moves: { p: 'takeLeft', left: 'take' },
      },
      takeRight: {
        with: { p: 'philosopher', n: { next: 'p' }, right: { fork: ['n'] } },
        moves: { p: 'takeRight', right: 'take' },
      },
      putDown: {
        with: { p: 'philosopher', left: { fork: ['p'] }, n: { next: 'p' }, right: { fork: ['n'] } },
        moves: { p: 'putDown', left: 'putDown', right: 'putDown' },
      },
    },
  };
}

/** Philosophers who can all be stuck with one fork each. */
export function diningAlone(name: string, count: number): System {
  return defineSystem({
    ...dining(name, count, false),
    title: `${count} dining philosophers`,
    properties: PROPERTIES,
    rulings: [
      {
        finding: 'SA204',
        states: 'philosopher.hasLeft',
        because:
          'The deadlock that the philosophers are known for: each has the left fork and waits for the right one.',
      },
      { finding: 'SA204', states: 'fork.taken', because: 'The same deadlock, as the forks are in it.' },
      { property: 'everybody can always eat once more', because: 'Nobody eats after the deadlock.' },
    ],
  });
}

/** Philosophers with a waiter, who are never stuck. */
export function diningWithWaiter(name: string, count: number): System {
  return defineSystem({
    ...dining(name, count, true),
    title: `${count} dining philosophers and a waiter`,
    properties: {
      ...PROPERTIES,
      'whoever has one fork eats, if forks that are free again and again are taken': {
        ...waits,
        fair: { strong: ['takeRight'], weak: ['putDown'] },
      },
      'whoever has one fork eats, if forks that stay free are taken': {
        ...waits,
        fair: { weak: ['takeRight', 'putDown'] },
      },
    },
    rulings: [
      {
        property: 'whoever has one fork eats, if forks that stay free are taken',
        because:
          'A neighbour may take the fork each time before the one who waits: weak fairness does not prevent starving.',
      },
    ],
  });
}
