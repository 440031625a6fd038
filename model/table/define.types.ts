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

// Mistakes. Each line after a comment has exactly one, and its error stands on the part that the comment quotes.
const base = {
  name: 'base',
  states: { a: { initial: true, group: 'live' }, b: { tags: ['odd'] }, c: {} },
  events: { x: {}, y: {} },
  memory: {
    n: { range: [0, 3], initial: 0 },
    hue: { values: ['red', 'green'], initial: 'red' },
    lit: { flag: true },
    back: { states: ['a', 'b'] },
  },
  transitions: [{ from: 'a', on: 'x', to: 'b' }],
  sources: { manual: { title: 'Manual', claims: [{ line: 2, column: 'next', of: 'a', text: 'B' }] } },
} as const;
const claim = { line: 1, column: 'next', text: 'B' } as const;
const bare = { ...base, memory: {} } as const;
const { memory: _, ...none } = base;
const lamp = { name: 'lamp', states: { off: { initial: true } }, events: { press: {} }, transitions: [] } as const;

// @ts-expect-error no such state: `from: 'b0'`
defineTable({ ...base, transitions: [{ from: 'b0', on: 'x', to: 'b' }] });
// @ts-expect-error no such state in a list: `'b0'`
defineTable({ ...base, transitions: [{ from: ['a', 'b0'], on: 'x', to: 'b' }] });
// @ts-expect-error no such group: `group: 'life'`
defineTable({ ...base, transitions: [{ from: { group: 'life' }, on: 'x', to: 'b' }] });
// @ts-expect-error no such group in a list: `'life'`
defineTable({ ...base, transitions: [{ from: { group: ['live', 'life'] }, on: 'x', to: 'b' }] });
// @ts-expect-error no such tag: `tag: 'od'`
defineTable({ ...base, transitions: [{ from: { tag: 'od' }, on: 'x', to: 'b' }] });
// @ts-expect-error no such state left out: `except: 'b0'`
defineTable({ ...base, transitions: [{ from: { except: 'b0' }, on: 'x', to: 'b' }] });
// @ts-expect-error no such group left out: `group: 'life'`
defineTable({ ...base, transitions: [{ from: { except: { group: 'life' } }, on: 'x', to: 'b' }] });
// @ts-expect-error no such way to select: `grup: 'live'`
defineTable({ ...base, transitions: [{ from: { grup: 'live' }, on: 'x', to: 'b' }] });
// @ts-expect-error no such event: `on: 'z'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'z', to: 'b' }] });
// @ts-expect-error no such event in a list: `'z'`
defineTable({ ...base, transitions: [{ from: 'a', on: ['x', 'z'], to: 'b' }] });
// @ts-expect-error no such target: `to: 'b0'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b0' }] });
// @ts-expect-error no such key of a row: `becuase: 'so'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', becuase: 'so' }] });
// @ts-expect-error recalls what saves no state: `recall: 'n'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: { recall: 'n' } }] });
// @ts-expect-error recalls an unknown variable: `recall: 'bak'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: { recall: 'bak' } }] });
// @ts-expect-error guards an unknown variable: `m: 1`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { m: 1 } }] });
// @ts-expect-error guards an unknown variable beside a known one: `m: 1`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { n: 1, m: 1 } }] });
// @ts-expect-error guards an unknown variable under not: `m: 1`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { not: { m: 1 } } }] });
// @ts-expect-error guards an unknown variable under any: `m: 1`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { any: [{ n: 1 }, { m: 1 }] } }] });
// @ts-expect-error no such comparison: `less: 1`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { n: { less: 1 } } }] });
// @ts-expect-error a text for a number: `n: '1'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { n: '1' } }] });
// @ts-expect-error a text ordered with a number: `lt: '1'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { n: { lt: '1' } } }] });
// @ts-expect-error a number outside the range: `n: 4`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { n: 4 } }] });
// @ts-expect-error an order of words: `lt: 'red'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { hue: { lt: 'red' } } }] });
// @ts-expect-error no word of the variable: `hue: 'rad'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { hue: 'rad' } }] });
// @ts-expect-error no word of the variable, compared: `ne: 'rad'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { hue: { ne: 'rad' } } }] });
// @ts-expect-error no word of the variable, in a list: `'rad'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { hue: { in: ['red', 'rad'] } } }] });
// @ts-expect-error a number for a flag: `lit: 1`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { lit: 1 } }] });
// @ts-expect-error no state that the variable saves: `back: 'c'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { back: 'c' } }] });
// @ts-expect-error compared with a variable of another kind: `memory: 'hue'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { n: { eq: { memory: 'hue' } } } }] });
// @ts-expect-error compared with an unknown variable: `memory: 'm'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', when: { n: { lt: { memory: 'm' } } } }] });
// @ts-expect-error sets an unknown variable: `m: 1`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', set: { m: 1 } }] });
// @ts-expect-error sets no word of the variable: `hue: 'rad'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', set: { hue: 'rad' } }] });
// @ts-expect-error sets a number outside the range: `n: 9`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', set: { n: 9 } }] });
// @ts-expect-error adds to a word: `add: 1`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', set: { hue: { add: 1 } } }] });
// @ts-expect-error adds a text: `add: '1'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', set: { n: { add: '1' } } }] });
// @ts-expect-error saves a state in a number: `save: 'state'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', set: { n: { save: 'state' } } }] });
// @ts-expect-error saves something else: `save: 'event'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', set: { back: { save: 'event' } } }] });
// @ts-expect-error copies a variable of another kind: `memory: 'n'`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', set: { hue: { memory: 'n' } } }] });
// @ts-expect-error unsets what is no saved state: `n: null`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', set: { n: null } }] });
// @ts-expect-error cites an unknown source: `book: [1]`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', cites: { book: [1] } }] });
// @ts-expect-error cites a line without a claim: `3`
defineTable({ ...base, transitions: [{ from: 'a', on: 'x', to: 'b', cites: { manual: [2, 3] } }] });
// @ts-expect-error an initial value outside the range: `initial: 5`
defineTable({ ...base, memory: { n: { range: [0, 3], initial: 5 } } });
// @ts-expect-error an initial value of another kind: `initial: 'none'`
defineTable({ ...base, memory: { n: { range: [0, 3], initial: 'none' } } });
// @ts-expect-error an initial value that is no word: `initial: 'blue'`
defineTable({ ...base, memory: { hue: { values: ['red', 'green'], initial: 'blue' } } });
// @ts-expect-error a second initial value that is no word: `'blue'`
defineTable({ ...base, memory: { hue: { values: ['red', 'green'], initial: ['red', 'blue'] } } });
// @ts-expect-error an initial value that is no such state: `initial: 'b0'`
defineTable({ ...base, memory: { back: { states: ['a', 'b'], initial: 'b0' } } });
// @ts-expect-error saves an unknown state: `'b0'`
defineTable({ ...base, memory: { back: { states: ['a', 'b0'] } } });
// @ts-expect-error two kinds of variable: `flag: true`
defineTable({ ...base, memory: { n: { range: [0, 3], initial: 0, flag: true } } });
// @ts-expect-error a range without an initial value: `n: { range: [0, 3] }`
defineTable({ ...base, memory: { n: { range: [0, 3] } } });
// @ts-expect-error a variable with a reserved name: `state: { flag: true }`
defineTable({ ...base, memory: { state: { flag: true } } });
// @ts-expect-error a state with a reserved name: `stay: {}`
defineTable({ ...base, states: { a: { initial: true }, stay: {} } });
// @ts-expect-error no such key of a state: `inital: true`
defineTable({ ...base, states: { a: { initial: true }, b: { inital: true } } });
// @ts-expect-error starts with an unknown variable: `m: 1`
defineTable({ ...base, states: { a: { initial: { memory: { m: 1 } } } } });
// @ts-expect-error starts with no word of the variable: `hue: 'rad'`
defineTable({ ...base, states: { a: { initial: { memory: { hue: 'rad' } } } } });
// @ts-expect-error final by an unknown variable: `m: 1`
defineTable({ ...base, states: { a: { initial: true, final: { when: { m: 1 } } } } });
// @ts-expect-error final by a state: `state: 'a'`
defineTable({ ...base, states: { a: { initial: true, final: { when: { state: 'a' } } } } });
// @ts-expect-error words about a group that no state is in: `life: {}`
defineTable({ ...base, groups: { life: {} } });
// @ts-expect-error an actor that is not declared: `by: 'cook'`
defineTable({ ...base, actors: { guest: {} }, events: { x: { by: 'cook' } } });
// @ts-expect-error no such key of an event: `affter: 'PT1M'`
defineTable({ ...base, events: { x: { affter: 'PT1M' } } });
// @ts-expect-error no such state in a property: `state: 'b0'`
defineTable({ ...base, properties: { p: { invariant: { state: 'b0' } } } });
// @ts-expect-error no such group in a property: `group: 'life'`
defineTable({ ...base, properties: { p: { never: { group: 'life' } } } });
// @ts-expect-error no such tag in a property: `'od'`
defineTable({ ...base, properties: { p: { reachable: { tag: ['odd', 'od'] } } } });
// @ts-expect-error no such event in a property: `enabled: 'z'`
defineTable({ ...base, properties: { p: { invariant: { enabled: 'z' } } } });
// @ts-expect-error no such variable in a property: `m: 1`
defineTable({ ...base, properties: { p: { alwaysCanReach: { m: 1 } } } });
// @ts-expect-error no such state in after: `state: 'b0'`
defineTable({ ...base, properties: { p: { eventually: { final: true }, after: { state: 'b0' } } } });
// @ts-expect-error no such state in leadsTo: `state: 'b0'`
defineTable({ ...base, properties: { p: { when: { state: 'a' }, leadsTo: { state: 'b0' } } } });
// @ts-expect-error no such event in fair: `'z'`
defineTable({ ...base, properties: { p: { eventually: { final: true }, fair: { weak: ['x', 'z'] } } } });
// @ts-expect-error fair where it means nothing: `fair: { weak: ['x'] }`
defineTable({ ...base, properties: { p: { invariant: { final: true }, fair: { weak: ['x'] } } } });
// @ts-expect-error a property of two kinds: `never: {}`
defineTable({ ...base, properties: { p: { invariant: {}, never: {} } } });
// @ts-expect-error a property of no kind: `p: {}`
defineTable({ ...base, properties: { p: {} } });
// @ts-expect-error a claim in the row of no state: `of: 'b0'`
defineTable({ ...base, sources: { s: { title: 'S', claims: [{ ...claim, of: 'b0' }] } } });
// @ts-expect-error a claim that names no state: `names: 'b0'`
defineTable({ ...base, sources: { s: { title: 'S', claims: [{ ...claim, of: 'a', names: 'b0' }] } } });
// @ts-expect-error a ruling about no state: `states: 'b0'`
defineTable({ ...base, rulings: [{ finding: 'SA204', states: 'b0', because: 'so' }] });
// @ts-expect-error a ruling about no event: `'z'`
defineTable({ ...base, rulings: [{ finding: 'SA203', events: ['z'], because: 'so' }] });
// @ts-expect-error a ruling about no variable: `memory: 'm'`
defineTable({ ...base, rulings: [{ finding: 'SA208', memory: 'm', because: 'so' }] });
// @ts-expect-error a ruling about no property: `property: 'q'`
defineTable({ ...base, rulings: [{ property: 'q', because: 'so' }] });
// @ts-expect-error a ruling about no source: `source: 'book'`
defineTable({ ...base, rulings: [{ claim: { source: 'book', line: 2, column: 'next', of: 'a' }, because: 'so' }] });
// @ts-expect-error no such key of a table: `transition: []`
defineTable({ name: 'q', states: { a: {} }, events: {}, transitions: [], transition: [] });
// @ts-expect-error guards a variable where none is declared: `m: 1`
defineTable({ ...none, transitions: [{ from: 'a', on: 'x', to: 'b', when: { m: 1 } }] });
// @ts-expect-error guards a variable where memory is empty: `m: 1`
defineTable({ ...bare, transitions: [{ from: 'a', on: 'x', to: 'b', when: { m: 1 } }] });
// @ts-expect-error sets a variable where none is declared: `m: 1`
defineTable({ ...none, transitions: [{ from: 'a', on: 'x', to: 'b', set: { m: 1 } }] });
// @ts-expect-error starts with a variable where none is declared: `m: 1`
defineTable({ ...none, states: { a: { initial: { memory: { m: 1 } } } }, transitions: [] });
// @ts-expect-error cites a source where none is declared: `s: [1]`
defineTable({ ...lamp, transitions: [{ from: 'off', on: 'press', to: 'off', cites: { s: [1] } }] });
// @ts-expect-error words about a group where no state is in any: `g: {}`
defineTable({ ...lamp, groups: { g: {} } });

// @ts-expect-error no such state to ask about: `'d'`
export type Wrong = NextState<typeof order, 'd', 'place'>;
