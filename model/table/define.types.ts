/**
 * Tables that must compile, and mistakes that must not. `tsc` checks that each mistake is one; `define.test.ts` checks that
 * its error stands on the wrong literal, which a comment names: `wrong: 'literal'`.
 */
import { defineTable } from './define.ts';
import type { MemoryOf, NextState, StateOf } from './transition.ts';
import type { Row, Table } from './types.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => {};

// The table of the design, as it stands there.
export const order = defineTable({
  name: 'order',
  states: { cart: { initial: true }, placed: {}, paid: {}, shipped: { final: true }, cancelled: { final: true } },
  events: {
    place: { by: 'customer' },
    pay: { by: 'customer' },
    decline: { by: 'bank' },
    ship: { by: 'shop' },
    cancel: { by: 'customer' },
    expire: { after: 'PT30M' },
  },
  memory: { attempts: { range: [0, 3], initial: 0 } },
  transitions: [
    { from: 'cart', on: 'place', to: 'placed' },
    { from: 'placed', on: 'decline', when: { attempts: { lt: 3 } }, to: 'placed', set: { attempts: { add: 1 } } },
    { from: 'placed', on: 'decline', when: { attempts: { eq: 3 } }, to: 'cancelled' },
    { from: 'placed', on: 'pay', to: 'paid' },
    { from: 'paid', on: 'ship', to: 'shipped' },
    { from: ['cart', 'placed'], on: ['cancel', 'expire'], to: 'cancelled' },
  ],
  properties: {
    'an order can be shipped': { reachable: { state: 'shipped' } },
    'no order is trapped': { alwaysCanReach: { final: true } },
    'a placed order settles': {
      eventually: { final: true },
      after: { state: 'placed' },
      fair: { weak: ['pay', 'ship', 'expire'] },
    },
  },
});
same<StateOf<typeof order>, 'cart' | 'placed' | 'paid' | 'shipped' | 'cancelled'>(true);
same<MemoryOf<typeof order>, { readonly attempts: 0 | 1 | 2 | 3 }>(true);
same<NextState<typeof order, 'cart', 'place'>, 'placed'>(true);
same<NextState<typeof order, 'placed', 'decline'>, 'placed' | 'cancelled'>(true);
same<NextState<typeof order, 'cart', 'expire'>, 'cancelled'>(true);
same<NextState<typeof order, 'cart', 'pay'>, never>(true);

/** One table with everything in it. */
const whole = {
  name: 'call',
  title: { en: 'A call' },
  actors: { agent: { label: 'Agent' }, caller: {} },
  groups: { live: { label: 'Live' } },
  states: {
    ringing: { initial: { memory: { kind: 'private' } }, group: 'live', tags: ['new'] },
    talking: { group: 'live', tags: ['busy'] },
    lost: { tags: ['odd', 'new'] },
    over: { final: { when: { urgent: false } }, label: { en: 'Over', fr: 'Terminé' } },
  },
  events: { answer: { by: 'agent' }, lose: { after: 'PT5M' }, return: { by: 'caller' } },
  memory: {
    tries: { range: [0, 3], initial: [0, 1] },
    left: { range: [-5, 5], initial: -2 },
    kind: { values: ['open', 'private'], initial: 'open' },
    other: { values: ['open', 'closed'], initial: 'closed' },
    urgent: { flag: true },
    back: { states: { group: 'live' }, initial: null },
    also: { states: { except: 'over' } },
  },
  transitions: [
    {
      from: 'ringing',
      on: 'answer',
      to: 'talking',
      when: { kind: 'private', tries: { lt: 3, ge: { memory: 'left' } } },
    },
    {
      from: { group: 'live' },
      on: 'lose',
      to: 'lost',
      set: { back: { save: 'state' }, tries: { add: 1 }, urgent: true },
    },
    { from: { tag: ['odd'] }, on: 'return', to: { recall: 'back' }, set: { back: null, also: { memory: 'back' } } },
    {
      from: { except: { group: 'live' } },
      on: 'answer',
      to: 'stay',
      when: { any: [{ back: 'talking' }, { not: { back: null } }] },
    },
    {
      from: { except: ['over', 'lost'] },
      on: ['lose', 'answer'],
      to: 'over',
      when: { kind: { in: ['open'] } },
      set: { kind: 'open', left: -3 },
    },
    {
      from: 'talking',
      on: 'lose',
      to: 'lost',
      when: { kind: { ne: { memory: 'other' } } },
      because: 'cut',
      cites: { manual: [4] },
    },
  ],
  properties: {
    a: { invariant: { all: [{ group: 'live' }, { not: { tag: 'odd' } }] } },
    b: { never: { state: ['lost', 'over'] }, after: { final: false } },
    c: {
      when: { enabled: 'answer' },
      leadsTo: { tries: { in: [0, 2] } },
      fair: { weak: ['lose'], strong: ['answer'] },
    },
  },
  sources: {
    manual: {
      title: 'Manual',
      date: '2024-05-31',
      claims: [{ line: 4, column: 'next', of: 'ringing', names: 'lost', text: 'Lost' }],
    },
    letter: { title: 'Letter' },
  },
  rulings: [
    { finding: 'SA204', states: 'lost', events: ['lose'], memory: 'back', because: 'agreed' },
    { property: 'a', decision: 'defer', because: 'later' },
    { claim: { source: 'manual', line: 4, column: 'next', of: 'ringing', names: null }, because: 'a slip' },
  ],
} as const;

export const call = defineTable(whole);
same<NextState<typeof call, 'lost', 'return'>, 'ringing' | 'talking'>(true);
same<NextState<typeof call, 'lost', 'answer'>, 'lost'>(true);
same<NextState<typeof call, 'talking', 'lose'>, 'lost' | 'over'>(true);
same<MemoryOf<typeof call>['back'], 'ringing' | 'talking' | null>(true);
same<MemoryOf<typeof call>['also'], 'ringing' | 'talking' | 'lost' | null>(true);
same<MemoryOf<typeof call>['left'], number>(true);
same<MemoryOf<typeof call>['kind'], 'open' | 'private'>(true);

// Every table that is declared is a table, and a wide table can be declared too.
export const tables: readonly Table[] = [order, call];
export const wide: Table = defineTable(order as Table);

// Computed rows: with literal names, and as values of the wide type, whose names are left to `parseTable`.
const floors = ['ground', 'first', 'second'] as const;
export const lift = defineTable({
  name: 'lift',
  states: { ground: { initial: true }, first: {}, second: {} },
  events: { call: {}, fall: {} },
  transitions: [
    ...floors.map((to) => ({ from: { except: to }, on: 'call', to }) as const),
    ...floors.map((from) => ({ from, on: 'fall', to: 'ground' }) as const),
    { from: 'ground', on: 'call', to: 'stay' },
  ],
});
same<NextState<typeof lift, 'ground', 'fall'>, 'ground'>(true);
const someRows: readonly Row[] = [];
export const computed = defineTable({
  name: 'computed',
  states: { a: { initial: true } },
  events: { x: {} },
  transitions: someRows,
});
export const byNumber = defineTable({
  name: 'byNumber',
  states: Object.fromEntries(floors.map((floor) => [floor, { initial: true as const }])),
  events: { x: {} },
  transitions: floors.map((from) => ({ from, on: 'x', to: 'stay' })),
});
