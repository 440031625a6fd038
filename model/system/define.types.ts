/**
 * Systems that must compile, and mistakes that must not. `tsc` checks that each mistake is one; `define.test.ts` checks that
 * its error stands on the wrong literal, which a comment names: `wrong: 'literal'`.
 */
import { defineTable } from '../table/define.ts';
import { defineSystem } from './define.ts';
import type { System, SystemEvent } from './types.ts';

const call = defineTable({
  name: 'call',
  states: { waiting: { initial: true, tags: ['open'] }, answered: { group: 'live' }, over: { final: true } },
  events: { answer: {}, hangUp: {} },
  memory: { rings: { range: [0, 3], initial: 0 }, mood: { values: ['calm', 'cross'], initial: 'calm' } },
  transitions: [
    { from: 'waiting', on: 'answer', to: 'answered' },
    { from: 'answered', on: 'hangUp', to: 'over' },
  ],
});
const screen = defineTable({
  name: 'screen',
  states: { dark: { initial: true }, lit: {} },
  events: { show: {}, clear: {} },
  transitions: [
    { from: 'dark', on: 'show', to: 'lit' },
    { from: 'lit', on: 'clear', to: 'dark' },
  ],
});

/** One system with everything in it. */
export const office = defineSystem({
  name: 'office',
  title: { en: 'An office' },
  actors: { clerk: {} },
  tables: [call, screen],
  instances: {
    call: {
      table: 'call',
      count: 2,
      initial: ['waiting'],
      memory: {
        agent: { instance: 'agent', initial: null },
        tries: { range: [0, 3], initial: [0, 1] },
        note: { values: ['none', 'some'], initial: 'none' },
      },
    },
    agent: { count: 2 },
    view: { table: 'screen', per: ['call', 'agent'] },
    desk: { table: 'call', memory: { guest: { instance: 'call' }, open: { flag: true } } },
  },
  memory: { votes: { range: [0, 3], initial: 0 }, leader: { instance: 'agent', initial: 'agent1' } },
  channels: {
    line: { message: { bit: { range: [0, 1] }, to: { instance: 'agent' } }, capacity: 2, ordered: false, lossy: true },
  },
  events: {
    answer: {
      by: 'clerk',
      with: { c: 'call', a: 'agent', v: { view: ['c', 'a'] }, n: { next: 'a' }, k: { range: [0, 1] } },
      distinct: ['a', 'n'],
      when: {
        c: { agent: null, rings: { lt: 3 }, mood: 'calm', not: { tag: 'open' } },
        a: {},
        votes: { lt: { memory: 'tries', of: 'c' } },
        leader: { ne: 'n' },
        line: { lt: 2 },
        any: [{ desk: { open: true } }, { call1: { state: ['answered', 'over'] } }],
        count: { of: { other: 'call' }, is: { other: { agent: 'a', group: 'live' } }, lt: { parameter: 'k' } },
        forAll: { of: { o: 'agent', w: { view: ['c', 'o'] } }, distinct: ['o', 'a'], is: { w: { state: 'dark' } } },
      },
      moves: { c: 'answer', v: 'show', desk: 'hangUp', 'view.call1.agent1': 'clear' },
      set: {
        votes: { add: 1 },
        leader: 'a',
        c: { agent: 'a', tries: { memory: 'rings' }, note: 'some' },
        desk: { guest: 'c', open: { memory: 'open' } },
      },
      receive: { line: { bit: 0, to: 'a' } },
      send: { line: { bit: { parameter: 'k' }, to: { memory: 'leader' } } },
      each: [
        {
          with: { o: 'agent', w: { view: ['c', 'o'] } },
          is: { w: { state: 'lit' } },
          moves: { w: 'clear' },
          set: { c: { tries: 0 } },
        },
      ],
    },
  },
  properties: {
    'one at a time': {
      forAll: { a: 'agent' },
      invariant: { count: { of: { c: 'call' }, is: { c: { agent: 'a' } }, le: 1 } },
    },
    ends: {
      eventually: { final: true },
      after: { enabled: 'answer' },
      fair: { weak: ['answer', 'call.hangUp', 'line.lose'] },
    },
    asked: { when: { line: 1 }, leadsTo: { exists: { of: { c: 'call' }, is: { c: { final: true } } } } },
  },
  rulings: [
    { finding: 'SA204', states: ['call.over', 'screen.dark'], events: 'answer', because: 'so' },
    { property: 'ends', because: 'so' },
  ],
});

// Every system that is declared is a system, and a wide system can be declared too.
export const systems: readonly System[] = [office];
export const wide: System = defineSystem(office as System);

// What the compiler has lost is left to `parseSystem`.
const sessions = ['call'].join();
const oneOfThese = { c: sessions };
const someEvents: { readonly [event: string]: SystemEvent } = {};
const busy = { count: { of: { other: 'call' }, is: { other: { state: 'answered', agent: 'a' } }, lt: 1 } };
export const computed: System = defineSystem({
  name: 'computed',
  tables: [call],
  instances: { call: { table: sessions, count: 2, memory: { agent: { instance: 'agent' } } }, agent: { count: 3 } },
  events: {
    ...someEvents,
    answer: { with: oneOfThese, when: busy, moves: { c: 'answer' }, set: { c: { agent: null } } },
  },
  properties: { 'one at a time': { forAll: { a: 'agent' }, invariant: busy } },
});
export const spread = defineSystem({
  name: 'spread',
  tables: [call],
  instances: { call: { table: 'call', count: sessions.length } },
  events: {
    ...(sessions.length > 1 ? { hangUp: { with: { c: 'call' }, moves: { c: 'hangUp' } } as const } : {}),
    answer: { with: { c: 'call' }, moves: { c: 'answer' } },
  },
});

// Mistakes. Each line after a comment has exactly one, and its error stands on the part that the comment quotes.
const base = {
  name: 'base',
  tables: [call, screen],
  instances: {
    call: { table: 'call', count: 2, memory: { agent: { instance: 'agent' }, tries: { range: [0, 3], initial: 0 } } },
    agent: { count: 2 },
    view: { table: 'screen', per: ['call', 'agent'] },
    desk: { table: 'call' },
  },
  memory: { votes: { range: [0, 3], initial: 0 }, hue: { values: ['red'], initial: 'red' } },
  channels: { line: { message: { bit: { range: [0, 1] } }, capacity: 1 } },
} as const;
const both = { c: 'call', a: 'agent', v: { view: ['c', 'a'] } } as const;

/** Tables written out inside the system: what their sources say stays what it is. */
export const inside: System = defineSystem({
  name: 'inside',
  tables: [
    {
      name: 'door',
      states: { shut: { initial: true }, open: {} },
      events: { push: {} },
      sources: {
        manual: {
          title: 'The manual',
          claims: [
            { line: 3, column: 'next', of: 'shut', names: 'open', text: 'Open' },
            { line: 4, column: 'previous', of: 'shut', names: null, text: 'None' },
            { line: 5, column: 'description', of: 'open', text: 'Stands open', note: { en: 'so it says' } },
          ],
        },
      },
      transitions: [{ from: 'shut', on: 'push', to: 'open', cites: { manual: [3] } }],
      rulings: [
        { claim: { source: 'manual', line: 4, column: 'previous', of: 'shut', names: null }, because: 'It is.' },
      ],
    },
  ],
  instances: { door: { table: 'door', count: 2 } },
});

// @ts-expect-error no such table: `table: 'calls'`
defineSystem({ ...base, instances: { call: { table: 'calls' } } });
// @ts-expect-error no such key of a set: `cout: 2`
defineSystem({ ...base, instances: { call: { table: 'call', cout: 2 } } });
// @ts-expect-error no such set to be made for: `'agents'`
defineSystem({ ...base, instances: { agent: {}, view: { per: ['agents'] } } });
// @ts-expect-error no such state to start in: `initial: 'wait'`
defineSystem({ ...base, instances: { call: { table: 'call', initial: 'wait' } } });
// @ts-expect-error no such state to start in, in a list: `'wait'`
defineSystem({ ...base, instances: { call: { table: 'call', initial: ['waiting', 'wait'] } } });
// @ts-expect-error a set with a reserved name: `next: {}`
defineSystem({ ...base, instances: { next: {} } });
// @ts-expect-error refers to no set: `instance: 'agents'`
defineSystem({ ...base, instances: { agent: { memory: { m: { instance: 'agents' } } } } });
// @ts-expect-error starts with no word of the variable: `initial: 'rad'`
defineSystem({ ...base, memory: { hue: { values: ['red'], initial: 'rad' } } });
// @ts-expect-error two kinds of variable: `flag: true`
defineSystem({ ...base, memory: { hue: { values: ['red'], initial: 'red', flag: true } } });
// @ts-expect-error a range without an initial value: `n: { range: [0, 1] }`
defineSystem({ ...base, memory: { n: { range: [0, 1] } } });
// @ts-expect-error a shared variable with a reserved name: `count: { flag: true }`
defineSystem({ ...base, memory: { count: { flag: true } } });
// @ts-expect-error a field that refers to no set: `instance: 'agents'`
defineSystem({ ...base, channels: { line: { message: { to: { instance: 'agents' } }, capacity: 1 } } });
// @ts-expect-error no such key of a channel: `capcity: 1`
defineSystem({ ...base, channels: { line: { message: {}, capacity: 1, capcity: 1 } } });
// @ts-expect-error a parameter over no set: `c: 'calls'`
defineSystem({ ...base, events: { e: { with: { c: 'calls' } } } });
// @ts-expect-error next to no parameter: `next: 'b'`
defineSystem({ ...base, events: { e: { with: { a: 'agent', n: { next: 'b' } } } } });
// @ts-expect-error made by no set: `vew: ['call1', 'agent1']`
defineSystem({ ...base, events: { e: { with: { v: { vew: ['call1', 'agent1'] } } } } });
// @ts-expect-error a parameter with a reserved name: `all: 'call'`
defineSystem({ ...base, events: { e: { with: { all: 'call' } } } });
// @ts-expect-error no such key of an event: `move: { c: 'answer' }`
defineSystem({ ...base, events: { e: { with: both, move: { c: 'answer' } } } });
// @ts-expect-error no such event of the table: `c: 'anser'`
defineSystem({ ...base, events: { e: { with: both, moves: { c: 'anser' } } } });
// @ts-expect-error an event of another table: `v: 'answer'`
defineSystem({ ...base, events: { e: { with: both, moves: { c: 'answer', v: 'answer' } } } });
// @ts-expect-error no such event of the table of the only instance: `desk: 'show'`
defineSystem({ ...base, events: { e: { moves: { desk: 'show' } } } });
// @ts-expect-error moves what is not there: `d: 'answer'`
defineSystem({ ...base, events: { e: { with: both, moves: { d: 'answer' } } } });
// @ts-expect-error moves an identity: `a: 'answer'`
defineSystem({ ...base, events: { e: { with: both, moves: { a: 'answer' } } } });
// @ts-expect-error sets what is not there: `vote: 1`
defineSystem({ ...base, events: { e: { with: both, set: { vote: 1 } } } });
// @ts-expect-error sets no word of a shared variable: `hue: 'rad'`
defineSystem({ ...base, events: { e: { set: { hue: 'rad' } } } });
// @ts-expect-error sets a number outside the range: `votes: 4`
defineSystem({ ...base, events: { e: { set: { votes: 4 } } } });
// @ts-expect-error sets a variable that only rows write: `rings: 1`
defineSystem({ ...base, events: { e: { with: both, set: { c: { rings: 1 } } } } });
// @ts-expect-error sets a variable that is not added: `agnt: 'a'`
defineSystem({ ...base, events: { e: { with: both, set: { c: { agnt: 'a' } } } } });
// @ts-expect-error refers to an instance of another set: `agent: 'c'`
defineSystem({ ...base, events: { e: { with: both, set: { c: { agent: 'c' } } } } });
// @ts-expect-error no such parameter: `parameter: 'n'`
defineSystem({ ...base, events: { e: { with: both, set: { c: { tries: { parameter: 'n' } } } } } });
// @ts-expect-error copies an unknown variable: `memory: 'tris'`
defineSystem({ ...base, events: { e: { with: both, set: { c: { tries: { memory: 'tris' } } } } } });
// @ts-expect-error copies an unknown shared variable: `memory: 'vote'`
defineSystem({ ...base, events: { e: { with: both, set: { c: { tries: { memory: 'vote', of: 'shared' } } } } } });
// @ts-expect-error adds a text: `add: '1'`
defineSystem({ ...base, events: { e: { set: { votes: { add: '1' } } } } });
// @ts-expect-error no such channel: `lin: { bit: 0 }`
defineSystem({ ...base, events: { e: { send: { lin: { bit: 0 } } } } });
// @ts-expect-error no such field: `bits: 0`
defineSystem({ ...base, events: { e: { send: { line: { bit: 0, bits: 0 } } } } });
// @ts-expect-error a field is missing: `line: {}`
defineSystem({ ...base, events: { e: { receive: { line: {} } } } });
// @ts-expect-error a value outside the field: `bit: 2`
defineSystem({ ...base, events: { e: { receive: { line: { bit: 2 } } } } });
// @ts-expect-error a condition on what is not there: `d: {}`
defineSystem({ ...base, events: { e: { with: both, when: { d: {} } } } });
// @ts-expect-error no such state: `state: 'ovr'`
defineSystem({ ...base, events: { e: { with: both, when: { c: { state: 'ovr' } } } } });
// @ts-expect-error no such state in a list, under any: `'ovr'`
defineSystem({ ...base, events: { e: { with: both, when: { any: [{ c: { state: ['over', 'ovr'] } }] } } } });
// @ts-expect-error a state of another table: `state: 'over'`
defineSystem({ ...base, events: { e: { with: both, when: { v: { state: 'over' } } } } });
// @ts-expect-error a state of an instance by name: `state: 'lit'`
defineSystem({ ...base, events: { e: { when: { call2: { not: { state: 'lit' } } } } } });
// @ts-expect-error no such group: `group: 'life'`
defineSystem({ ...base, events: { e: { with: both, when: { c: { group: 'life' } } } } });
// @ts-expect-error the state of an identity: `state: 'over'`
defineSystem({ ...base, events: { e: { with: both, when: { a: { state: 'over' } } } } });
// @ts-expect-error no such variable of an instance: `agnt: 'a'`
defineSystem({ ...base, events: { e: { with: both, when: { c: { agnt: 'a' } } } } });
// @ts-expect-error no word of a table's variable: `mood: 'clam'`
defineSystem({ ...base, events: { e: { with: both, when: { c: { mood: 'clam' } } } } });
// @ts-expect-error compared with no word: `ne: 'clam'`
defineSystem({ ...base, events: { e: { with: both, when: { c: { mood: { ne: 'clam' } } } } } });
// @ts-expect-error compared with an instance of another set: `ne: 'c'`
defineSystem({ ...base, events: { e: { with: both, when: { c: { agent: { ne: 'c' } } } } } });
// @ts-expect-error no such comparison: `less: 1`
defineSystem({ ...base, events: { e: { when: { votes: { less: 1 } } } } });
// @ts-expect-error messages counted by a word: `lt: 'two'`
defineSystem({ ...base, events: { e: { when: { line: { lt: 'two' } } } } });
// @ts-expect-error quantified over no set: `x: 'calls'`
defineSystem({ ...base, events: { e: { when: { exists: { of: { x: 'calls' }, is: {} } } } } });
// @ts-expect-error no such state in a quantifier: `state: 'ovr'`
defineSystem({ ...base, events: { e: { when: { forAll: { of: { x: 'call' }, is: { x: { state: 'ovr' } } } } } } });
// @ts-expect-error counted with an unknown reference: `y: {}`
defineSystem({ ...base, events: { e: { when: { count: { of: { x: 'call' }, is: { y: {} }, lt: 1 } } } } });
// @ts-expect-error compared with no number: `lt: 'one'`
defineSystem({ ...base, events: { e: { when: { count: { of: { x: 'call' }, is: {}, lt: 'one' } } } } });
// @ts-expect-error a guard that asks what is enabled: `enabled: 'e'`
defineSystem({ ...base, events: { e: { when: { enabled: 'e' } } } });
// @ts-expect-error no such event of others: `x: 'show'`
defineSystem({ ...base, events: { e: { each: [{ with: { x: 'call' }, moves: { x: 'show' } }] } } });
// @ts-expect-error a condition of others on what is not there: `y: {}`
defineSystem({ ...base, events: { e: { with: both, each: [{ with: { x: 'call' }, is: { y: {} } }] } } });
// @ts-expect-error others set what is shared: `votes: {}`
defineSystem({ ...base, events: { e: { each: [{ with: { x: 'call' }, set: { votes: {} } }] } } });
// @ts-expect-error a property for all of no set: `c: 'calls'`
defineSystem({ ...base, properties: { p: { forAll: { c: 'calls' }, reachable: {} } } });
// @ts-expect-error no such state in a property: `state: 'ovr'`
defineSystem({ ...base, properties: { p: { forAll: { c: 'call' }, reachable: { c: { state: 'ovr' } } } } });
// @ts-expect-error a property of an unknown kind: `allways: {}`
defineSystem({ ...base, properties: { p: { allways: {} } } });
// @ts-expect-error asks of no event: `enabled: 'call.anser'`
defineSystem({ ...base, properties: { p: { reachable: { enabled: 'call.anser' } } } });
// @ts-expect-error fair to no event: `'anser'`
defineSystem({ ...base, properties: { p: { eventually: {}, fair: { weak: ['anser'] } } } });
// @ts-expect-error a ruling on no state: `states: 'over'`
defineSystem({ ...base, rulings: [{ finding: 'SA204', states: 'over', because: 'so' }] });
// @ts-expect-error a ruling on no event: `'anser'`
defineSystem({ ...base, rulings: [{ finding: 'SA204', events: ['call.answer', 'anser'], because: 'so' }] });
// @ts-expect-error a ruling on no property: `property: 'q'`
defineSystem({ ...base, properties: { p: { reachable: {} } }, rulings: [{ property: 'q', because: 'so' }] });
// @ts-expect-error no such key of a system: `event: {}`
defineSystem({ ...base, event: {} });
