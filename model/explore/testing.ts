/** A small help desk to explore and to judge. For tests only. */
import type { System } from '../system/types.ts';
import type { Table } from '../table/types.ts';

/** A session, which is picked up, can be put on hold, and ends. */
const session: Table = {
  name: 'session',
  states: { waiting: { initial: true }, active: {}, onHold: {}, over: { final: true } },
  events: { pickUp: {}, hold: {}, resume: {}, close: {} },
  transitions: [
    { from: 'waiting', on: 'pickUp', to: 'active' },
    { from: 'active', on: 'hold', to: 'onHold' },
    { from: 'onHold', on: 'resume', to: 'active' },
    { from: ['active', 'onHold'], on: 'close', to: 'over' },
  ],
};

/** Two sessions and one technician, who picks up while working on no other, and resumes whatever is going on. */
export const desk: System = {
  name: 'desk',
  tables: [session],
  instances: {
    session: { table: 'session', count: 2, memory: { owner: { instance: 'technician' } } },
    technician: { count: 1 },
  },
  events: {
    pickUp: {
      with: { s: 'session', t: 'technician' },
      when: { count: { of: { other: 'session' }, is: { other: { state: 'active', owner: 't' } }, lt: 1 } },
      moves: { s: 'pickUp' },
      set: { s: { owner: 't' } },
    },
    resume: { with: { s: 'session', t: 'technician' }, when: { s: { owner: 't' } }, moves: { s: 'resume' } },
  },
};
