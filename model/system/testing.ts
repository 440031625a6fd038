/** A small system to put mistakes into. For tests only. */
import { formatPath } from '../table/diagnostic.ts';
import { diagnosticsOf } from '../table/testing.ts';
import type { Table } from '../table/types.ts';
import { parseSystem } from './parse.ts';
import type { System } from './types.ts';

const call: Table = {
  name: 'call',
  states: {
    waiting: { initial: true, tags: ['open'] },
    answered: { group: 'live' },
    over: { final: true },
  },
  events: { answer: {}, hangUp: {} },
  memory: { rings: { range: [0, 3], initial: 0 }, mood: { values: ['calm', 'cross'], initial: 'calm' } },
  transitions: [
    { from: 'waiting', on: 'answer', to: 'answered' },
    { from: 'answered', on: 'hangUp', to: 'over' },
  ],
};

/** Two calls, two agents, what each agent sees of each call, one desk, a line for messages, and an event that moves a call. */
export const DESK = {
  name: 'office',
  tables: [call],
  instances: {
    call: {
      table: 'call',
      count: 2,
      memory: { agent: { instance: 'agent' }, noted: { flag: true }, tries: { range: [0, 3], initial: 0 } },
    },
    agent: { count: 2 },
    view: { per: ['call', 'agent'] },
    desk: { table: 'call', memory: { guest: { instance: 'call' } } },
  },
  memory: {
    votes: { range: [0, 3], initial: 0 },
    leader: { instance: 'agent' },
    hue: { values: ['red'], initial: 'red' },
  },
  channels: {
    line: { message: { bit: { range: [0, 1] }, to: { instance: 'agent' } }, capacity: 2, lossy: true },
  },
  events: {
    answer: {
      with: { c: 'call', a: 'agent' },
      moves: { c: 'answer' },
      set: { c: { agent: 'a' } },
      send: { line: { bit: 0, to: 'a' } },
    },
  },
  properties: {
    'one at a time': {
      forAll: { a: 'agent' },
      invariant: { count: { of: { c: 'call' }, is: { c: { state: 'answered', agent: 'a' } }, le: 1 } },
    },
  },
} as const satisfies System;

/** The system with other parts. */
export const office = (parts: object): object => ({ ...DESK, ...parts });

/** The system with one more event, which sets a shared variable unless it says what is set. */
export const happening = (event: object): object =>
  office({ events: { ...DESK.events, test: { set: { votes: 0 }, ...event } } });

/** The system in which an event has this guard, with parameters of each kind. */
export const guarded = (when: object): object =>
  happening({
    with: { c: 'call', a: 'agent', v: { view: ['c', 'a'] }, n: { range: [0, 2] }, w: { values: ['red', 'blue'] } },
    when,
  });

/** `path code text → suggestion` of everything that is wrong with a system. */
export const problemsOf = (value: unknown): readonly string[] =>
  diagnosticsOf(parseSystem(value)).map(({ code, path, text = '', suggestion }) =>
    `${formatPath(path)} ${code} ${text}${suggestion === undefined ? '' : ` → ${suggestion}`}`.trim(),
  );
