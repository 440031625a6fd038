/** Which strategy is planned: tiny tables as they are written, small ones as graphs. */
import { expect, test } from 'vitest';
import { helpDeskOf } from '../rescue/helpDesk.ts';
import type { State, Table } from '../table/types.ts';
import { plan } from './planning.ts';

/** A state and a counter with so many values. */
const counter = (values: number): Table => ({
  name: 'counter',
  states: { on: { initial: true } },
  events: { tick: {} },
  memory: { count: { range: [1, values], initial: 1 } },
  transitions: [{ from: 'on', on: 'tick', to: 'stay', when: { count: { lt: values } }, set: { count: { add: 1 } } }],
});

test('a table of 256 possible configurations is explored as it is written, one of 257 is compiled', () => {
  expect(plan(counter(256))).toMatchObject({ strategy: 'naive', product: 256 });
  expect(plan(counter(257))).toMatchObject({ strategy: 'graph', product: 257 });
});

test('a saved state can be any state, or none', () => {
  const states = Object.fromEntries(
    Array.from({ length: 12 }, (_, at): [string, State] => [`s${at}`, at === 0 ? { initial: true } : {}]),
  );
  const table: Table = {
    name: 'saving',
    states,
    events: { go: {} },
    transitions: [{ from: 's0', on: 'go', to: 's1' }],
  };
  const saved = { states: ['s0'] } as const;
  expect(plan({ ...table, memory: { saved } })).toMatchObject({ strategy: 'naive', product: 156 });
  expect(plan({ ...table, memory: { saved, seen: { flag: true } } })).toMatchObject({ strategy: 'graph' });
});

test('what must happen takes more sets', () => {
  const desk = helpDeskOf({ sessions: 2, technicians: 2, capacity: 1 });
  // A row of 101 numbers takes two words.
  const set = 101 * 2 * 8;
  expect(plan(desk, 'bitmap').memory).toBe(17 * set + 2 ** 20);
  expect(plan({ ...desk, properties: {}, rulings: [] }, 'bitmap').memory).toBe(11 * set + 2 ** 20);
});

test('a help desk is held as bits, also with four sessions and three technicians', () => {
  expect(plan(helpDeskOf({ sessions: 3, technicians: 2, capacity: 1 }))).toMatchObject({
    strategy: 'bitmap',
    product: 101 ** 3,
  });
  const { strategy, product, components } = plan(helpDeskOf({ sessions: 4, technicians: 3, capacity: 1 }));
  expect({ strategy, product }).toEqual({ strategy: 'bitmap', product: 224 ** 4 });
  expect(components[0]?.name).toBe(
    'session1 (state, resume, timeout, taken, owner, colleague, invited) with view.session1.technician1 (state, before, returned)' +
      ' with view.session1.technician2 (state, before, returned) with view.session1.technician3 (state, before, returned)',
  );
});
