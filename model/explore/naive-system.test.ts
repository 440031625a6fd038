import { describe, expect, test } from 'vitest';
import type { System } from '../system/types.ts';
import type { Table } from '../table/types.ts';
import { explore } from './explorer.ts';
import { labelOf, type SystemConfiguration } from './machine.ts';
import { systemMachine } from './naive-system.ts';
import { desk } from './testing.ts';

/** A token that can be on or off, and a system of some of them. */
const token: Table = {
  name: 'token',
  states: { off: { initial: true }, on: { final: true } },
  events: { put: {}, take: {} },
  transitions: [
    { from: 'off', on: 'put', to: 'on' },
    { from: 'on', on: 'take', to: 'off' },
  ],
};
const tokens = (parts: Partial<System>): System => ({
  name: 'tokens',
  tables: [token],
  instances: { token: { table: 'token', count: 3 } },
  ...parts,
});

const labels = (system: System, at?: SystemConfiguration): readonly string[] => {
  const machine = systemMachine(system);
  return machine.moves(at ?? (machine.initial[0] as SystemConfiguration)).steps.map(labelOf);
};
const reached = (system: System, ...taken: readonly string[]): SystemConfiguration => {
  const machine = systemMachine(system);
  let at = machine.initial[0] as SystemConfiguration;
  for (const label of taken) {
    const step = machine.moves(at).steps.find((each) => labelOf(each) === label);
    if (step === undefined) throw new Error(`${label} is not enabled`);
    at = step.to as SystemConfiguration;
  }
  return at;
};

describe('the desk', () => {
  /*
   * By hand. Each session is in one of four states, its owner follows from it, and all pairs are reachable: 16. Steps of one session: two
   * when it is active (hold, close) or on hold (resume, close), whatever the other is in: 16; one when it waits and the other is not
   * active: 3. So 19 for each of the two.
   */
  test('has 16 configurations and 38 transitions', () => {
    const graph = explore(systemMachine(desk));
    expect([graph.initial, graph.size, graph.transitions]).toEqual([1, 16, 38]);
  });

  test('lists its events in order of declaration, then those of the tables, with the last parameter fastest', () => {
    const both = reached(
      desk,
      'pickUp(session1, technician1)',
      'session.hold(session1)',
      'pickUp(session2, technician1)',
    );
    expect(labels(desk, both)).toEqual([
      'resume(session1, technician1)',
      'session.hold(session2)',
      'session.close(session1)',
      'session.close(session2)',
    ]);
  });

  test('says which rows were taken, by whom', () => {
    const machine = systemMachine(desk);
    expect(machine.moves(machine.initial[0] as SystemConfiguration).steps[0]).toMatchObject({
      event: 'pickUp',
      binding: { s: 'session1', t: 'technician1' },
      rows: [{ row: 0, instance: 'session1' }],
    });
  });

  test('is final when all instances with a table are, and described without what is unset', () => {
    const machine = systemMachine(desk);
    const pickUpAndClose = (s: string) => [`pickUp(${s}, technician1)`, `session.close(${s})`];
    const one = reached(desk, ...pickUpAndClose('session1'));
    expect([machine.isFinal(one), machine.describe(one)]).toEqual([
      false,
      'session1 over (owner technician1); session2 waiting',
    ]);
    expect(machine.isFinal(reached(desk, ...pickUpAndClose('session1'), ...pickUpAndClose('session2')))).toBe(true);
  });
});

describe('who takes part', () => {
  test('moves together, or not at all', () => {
    const pair = tokens({ events: { swap: { with: { a: 'token', b: 'token' }, moves: { a: 'put', b: 'take' } } } });
    const started = tokens({
      ...pair,
      instances: { token: { table: 'token', count: 2 }, first: { table: 'token' } },
      events: { swap: { with: { a: 'token' }, moves: { a: 'put', first: 'take' } } },
    });
    expect(labels(pair)).toEqual([]);
    expect(labels(started, reached(started, 'first.put(first)'))).toEqual(['swap(token1)', 'swap(token2)']);
  });

  test('is never one instance twice', () => {
    const twice = tokens({ events: { both: { with: { a: 'token', b: 'token' }, moves: { a: 'put', b: 'put' } } } });
    expect(labels(twice)).toHaveLength(3 * 2);
  });

  test('is the next one of the set, the first after the last', () => {
    const ring = tokens({
      events: { pass: { with: { a: 'token', b: { next: 'a' } }, moves: { a: 'put', b: 'put' } } },
    });
    expect(labels(ring)).toEqual(['pass(token1, token2)', 'pass(token2, token3)', 'pass(token3, token1)']);
  });

  test('is the instance made for others', () => {
    const views = tokens({
      instances: { token: { count: 2 }, seat: { count: 2 }, view: { table: 'token', per: ['token', 'seat'] } },
      events: { show: { with: { t: 'token', s: 'seat', v: { view: ['t', 's'] } }, moves: { v: 'put' } } },
    });
    expect(labels(views).slice(0, 2)).toEqual([
      'show(token1, seat1, view.token1.seat1)',
      'show(token1, seat2, view.token1.seat2)',
    ]);
  });

  test('are all others that meet the condition, those that take part already left out', () => {
    const all = tokens({
      events: {
        only: {
          with: { a: 'token' },
          moves: { a: 'put' },
          each: [{ with: { b: 'token' }, is: { b: { state: 'on' } }, moves: { b: 'take' } }],
        },
        put: { with: { a: 'token' }, moves: { a: 'put' } },
      },
    });
    const two = reached(all, 'put(token1)', 'put(token2)');
    const machine = systemMachine(all);
    const step = machine.moves(two).steps.find(({ event }) => event === 'only');
    expect(machine.describe(step?.to as SystemConfiguration)).toBe('token1 off; token2 off; token3 on');
    expect(step?.rows.map(({ instance }) => instance)).toEqual(['token3', 'token1', 'token2']);
  });
});

describe('memory of the system', () => {
  const voting = tokens({
    memory: { votes: { range: [0, 2], initial: 0 }, last: { instance: 'token' } },
    events: {
      vote: {
        with: { t: 'token', w: { values: ['yes', 'no'] } },
        moves: { t: 'put' },
        set: { votes: { add: 1 }, last: 't' },
      },
    },
  });

  test('is set from the configuration before, and refers to instances', () => {
    const { memory } = reached(voting, 'vote(token2, yes)');
    expect(memory).toEqual({ votes: 1, last: 'token2' });
  });

  test('blocks a step that would leave its domain', () => {
    const machine = systemMachine(voting);
    const { steps, blocked } = machine.moves(reached(voting, 'vote(token1, no)', 'vote(token2, no)'));
    expect(steps.map(labelOf)).toEqual(['token.take(token1)', 'token.take(token2)']);
    expect(blocked).toEqual([
      {
        event: 'vote',
        binding: { t: 'token3', w: 'yes' },
        rows: [{ row: 0, instance: 'token3' }],
        reason: 'outside',
        variable: 'votes',
        value: 3,
      },
      {
        event: 'vote',
        binding: { t: 'token3', w: 'no' },
        rows: [{ row: 0, instance: 'token3' }],
        reason: 'outside',
        variable: 'votes',
        value: 3,
      },
    ]);
  });

  test('of one instance is read by another', () => {
    const copying = tokens({
      instances: { token: { table: 'token', count: 2, memory: { mark: { range: [0, 1], initial: 0 } } } },
      events: {
        mark: { with: { t: 'token' }, when: { t: { mark: 0 } }, set: { t: { mark: 1 } } },
        swap: {
          with: { a: 'token', b: 'token' },
          when: { a: { mark: { gt: { memory: 'mark', of: 'b' } } } },
          set: { a: { mark: { memory: 'mark', of: 'b' } }, b: { mark: { memory: 'mark', of: 'a' } } },
        },
      },
    });
    expect(systemMachine(copying).describe(reached(copying, 'mark(token1)', 'swap(token1, token2)'))).toBe(
      'token1 off (mark 0); token2 off (mark 1)',
    );
  });
});

describe('a channel', () => {
  const line = (more: object): System => ({
    name: 'line',
    tables: [],
    instances: { end: {} },
    channels: { wire: { message: { n: { range: [0, 1] } }, capacity: 2, ...more } },
    events: {
      send: { with: { n: { range: [0, 1] } }, send: { wire: { n: { parameter: 'n' } } } },
      get: { with: { n: { range: [0, 1] } }, receive: { wire: { n: { parameter: 'n' } } } },
    },
  });

  // Ordered: 1 empty, 2 of one message, 4 of two: 7. Unordered: 1 + 2 + 3 = 6.
  test('holds sequences, or unordered collections, of messages', () => {
    const sizes = [{}, { ordered: false }].map((more) => {
      const { size, transitions } = explore(systemMachine(line(more)));
      return [size, transitions];
    });
    /* Ordered: sending twice from 3, receiving once from 6. Unordered: sending twice from 3; receiving one of each kind there: 2 + 4. */
    expect(sizes).toEqual([
      [7, 2 * 3 + 6],
      [6, 2 * 3 + 2 + 1 + 2 + 1],
    ]);
  });

  test('gives the oldest first, waits when it is full, and knows how many it holds', () => {
    const full = reached(line({}), 'send(1)', 'send(0)');
    expect(labels(line({}), full)).toEqual(['get(1)']);
    expect(labels(line({ ordered: false }), full)).toEqual(['get(0)', 'get(1)']);
    const machine = systemMachine(line({}));
    expect([{ wire: 2 }, { wire: { lt: 2 } }].map((each) => machine.holds(each, full))).toEqual([true, false]);
  });

  test('that is lossy loses any of its messages', () => {
    const lossy = line({ lossy: true });
    const full = reached(lossy, 'send(1)', 'send(1)');
    expect(labels(lossy, full)).toEqual(['get(1)', 'wire.lose(1)', 'wire.lose(2)']);
    const bag = line({ lossy: true, ordered: false });
    expect(labels(bag, reached(bag, 'send(1)', 'send(1)'))).toEqual(['get(1)', 'wire.lose(1)']);
  });
});

test('what a system starts in are all combinations, the shared memory running fastest', () => {
  const machine = systemMachine(
    tokens({
      instances: { token: { table: 'token', initial: 'off', memory: { m: { flag: true, initial: [false, true] } } } },
      memory: { n: { range: [0, 1], initial: [0, 1] } },
    }),
  );
  expect(machine.initial.map(machine.describe)).toEqual([
    'token off (m false); n 0',
    'token off (m false); n 1',
    'token off (m true); n 0',
    'token off (m true); n 1',
  ]);
});
