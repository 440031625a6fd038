import { describe, expect, test } from 'vitest';
import type { Assignment, Table, Value, Variable } from '../table/types.ts';
import { explore } from './explorer.ts';
import { type StateGraph, type Trace, traceTo } from './graph.ts';
import type { TableConfiguration } from './machine.ts';
import { tableMachine } from './naive.ts';
import { replay } from './replay.ts';

const order: Table = {
  name: 'order',
  states: { cart: { initial: true }, placed: {}, paid: {}, shipped: { final: true }, cancelled: { final: true } },
  events: { place: {}, pay: {}, decline: {}, ship: {}, cancel: {}, expire: { after: 'PT30M' } },
  memory: { attempts: { range: [0, 3], initial: 0 } },
  transitions: [
    { from: 'cart', on: 'place', to: 'placed' },
    { from: 'placed', on: 'decline', when: { attempts: { lt: 3 } }, to: 'placed', set: { attempts: { add: 1 } } },
    { from: 'placed', on: 'decline', when: { attempts: { eq: 3 } }, to: 'cancelled' },
    { from: 'placed', on: 'pay', to: 'paid' },
    { from: 'paid', on: 'ship', to: 'shipped' },
    { from: ['cart', 'placed'], on: ['cancel', 'expire'], to: 'cancelled' },
  ],
};

/** One state `on`, with the rows, memory and initial values that a test is about. */
const one = (parts: Partial<Table>): Table => ({
  name: 'one',
  states: { on: { initial: true }, off: {} },
  events: { go: {}, back: {} },
  transitions: [],
  ...parts,
});

/** All configurations of a graph of a table, in order of discovery. */
const configurationsOf = (graph: StateGraph): readonly TableConfiguration[] =>
  Array.from({ length: graph.size }, (_, id) => graph.configuration(id) as TableConfiguration);

const movesOf = (table: Table, at?: TableConfiguration) => {
  const machine = tableMachine(table);
  return machine.moves(at ?? (machine.initial[0] as TableConfiguration));
};

describe('the order', () => {
  /*
   * By hand. Configurations: the cart, with no attempts; placed, paid, shipped and cancelled with 0 to 3 attempts: 1 + 4 × 4 = 17.
   * Steps: from the cart 3 (place, cancel, expire); from each placed one 4 (one of the declines, pay, cancel, expire); from
   * each paid one 1: 3 + 16 + 4 = 23. Farthest: place, three declines, pay, ship: 6.
   */
  test('has 17 configurations, 23 transitions and depth 6', () => {
    const graph = explore(tableMachine(order));
    expect([graph.initial, graph.size, graph.transitions, graph.depth]).toEqual([1, 17, 23, 6]);
    expect(graph.stopped).toBeUndefined();
  });

  test('is counted the same by a program of its own that knows no table', () => {
    const next = ([state, attempts]: [string, number]): [string, number][] => {
      const out = [`cancelled ${attempts}`, `cancelled ${attempts}`];
      if (state === 'cart') out.push(`placed ${attempts}`);
      else if (state === 'placed')
        out.push(`paid ${attempts}`, attempts < 3 ? `placed ${attempts + 1}` : 'cancelled 3');
      else return state === 'paid' ? [['shipped', attempts]] : [];
      return out.map((text) => [text.split(' ')[0] as string, Number(text.split(' ')[1])]);
    };
    const seen = new Set<string>();
    let steps = 0;
    const visit = (at: [string, number]): void => {
      if (seen.has(at.join(' '))) return;
      seen.add(at.join(' '));
      for (const to of next(at)) {
        steps++;
        visit(to);
      }
    };
    visit(['cart', 0]);
    const graph = explore(tableMachine(order));
    expect(new Set(configurationsOf(graph).map(({ state, memory }) => `${state} ${memory.attempts}`))).toEqual(seen);
    expect(graph.transitions).toBe(steps);
  });

  test('keeps the first shortest trace in row order', () => {
    const graph = explore(tableMachine(order));
    const id = configurationsOf(graph).findIndex(({ state }) => state === 'cancelled');
    expect(traceTo(graph, id).steps).toEqual([
      { event: 'cancel', rows: [{ row: 5 }], to: { state: 'cancelled', memory: { attempts: 0 } } },
    ]);
  });
});

describe('initial configurations', () => {
  test('are every initial state with every combination of initial values, each once', () => {
    const { initial } = tableMachine(
      one({
        states: { on: { initial: true }, off: { initial: { memory: { seat: 'guest', lit: true } } } },
        memory: {
          seat: { values: ['owner', 'guest'], initial: ['owner', 'guest', 'owner'] },
          lit: { flag: true },
          back: { states: ['on'] },
        },
      }),
    );
    expect(initial).toEqual([
      { state: 'on', memory: { seat: 'owner', lit: false, back: null } },
      { state: 'on', memory: { seat: 'guest', lit: false, back: null } },
      { state: 'off', memory: { seat: 'guest', lit: true, back: null } },
    ]);
  });
});

describe('a row', () => {
  test('stands for each of its states with each of its events, once, however often they are named', () => {
    const table = one({ transitions: [{ from: ['on', 'on', 'off'], on: ['go', 'back', 'go'], to: 'off' }] });
    expect(movesOf(table).steps.map(({ event, rows }) => [event, rows])).toEqual([
      ['go', [{ row: 0 }]],
      ['back', [{ row: 0 }]],
    ]);
    expect(explore(tableMachine(table)).transitions).toBe(4);
  });

  test('has no precedence over a later one, and steps with equal targets count each', () => {
    const table = one({
      transitions: [
        { from: 'on', on: 'go', to: 'off' },
        { from: 'on', on: 'go', to: 'off' },
        { from: 'on', on: 'go', to: 'stay' },
      ],
    });
    expect(movesOf(table).steps.map(({ rows, to }) => [rows[0]?.row, (to as TableConfiguration).state])).toEqual([
      [0, 'off'],
      [1, 'off'],
      [2, 'on'],
    ]);
  });

  test('reads all values before it writes any', () => {
    const table = one({
      memory: { left: { range: [0, 9], initial: 1 }, right: { range: [0, 9], initial: 2 } },
      transitions: [
        { from: 'on', on: 'go', to: 'stay', set: { left: { memory: 'right' }, right: { memory: 'left' } } },
      ],
    });
    expect(movesOf(table).steps[0]?.to).toEqual({ state: 'on', memory: { left: 2, right: 1 } });
  });

  test('saves the state it leaves, and recalls the one that was saved', () => {
    const table = one({
      memory: { back: { states: { except: 'off' } } },
      transitions: [
        { from: 'on', on: 'go', to: 'off', set: { back: { save: 'state' } } },
        { from: 'off', on: 'back', to: { recall: 'back' }, set: { back: null } },
      ],
    });
    const graph = explore(tableMachine(table));
    expect(configurationsOf(graph)).toEqual([
      { state: 'on', memory: { back: null } },
      { state: 'off', memory: { back: 'on' } },
    ]);
    expect(graph.transitions).toBe(2);
  });

  test('recalls the state saved before the step, not the one it saves', () => {
    const table = one({
      memory: { back: { states: ['on', 'off'], initial: 'off' } },
      transitions: [{ from: 'on', on: 'go', to: { recall: 'back' }, set: { back: { save: 'state' } } }],
    });
    expect(movesOf(table).steps[0]?.to).toEqual({ state: 'off', memory: { back: 'on' } });
  });

  test('is blocked where it would recall unset memory', () => {
    const table = one({
      memory: { back: { states: ['on'] } },
      transitions: [{ from: 'on', on: 'go', to: { recall: 'back' } }],
    });
    expect(movesOf(table)).toEqual({
      steps: [],
      blocked: [{ event: 'go', rows: [{ row: 0 }], at: { row: 0 }, reason: 'unset', variable: 'back' }],
    });
  });

  test.each<[Variable, Assignment, Value]>([
    [{ range: [0, 3], initial: 3 }, { add: 1 }, 4],
    [{ range: [0, 3], initial: 0 }, { add: -1 }, -1],
    [{ range: [0, 3], initial: 0 }, 0.5, 0.5],
    [{ range: [0, 3], initial: 0 }, { memory: 'other' }, 7],
    [{ values: ['a'], initial: 'a' }, 'b', 'b'],
    [{ flag: true }, 1, 1],
    [{ flag: true }, null, null],
    [{ states: { except: 'on' } }, { save: 'state' }, 'on'],
  ])('is blocked where %j would be set by %j', (variable, assignment, value) => {
    const table = one({
      memory: { v: variable, other: { range: [0, 9], initial: 7 } },
      transitions: [{ from: 'on', on: ['go', 'back'], to: 'off', set: { v: assignment } }],
    });
    expect(movesOf(table)).toEqual({
      steps: [],
      blocked: ['go', 'back'].map((event) => ({
        event,
        rows: [{ row: 0 }],
        at: { row: 0 },
        reason: 'outside',
        variable: 'v',
        value,
      })),
    });
  });

  test('of a final state can fire', () => {
    const table = one({
      states: { on: { initial: true, final: true }, off: {} },
      transitions: [{ from: 'on', on: 'go', to: 'off' }],
    });
    expect(configurationsOf(explore(tableMachine(table))).map(({ state }) => state)).toEqual(['on', 'off']);
  });
});

describe('names', () => {
  test('that every object inherits are names like any other', () => {
    // Written as a file would give it: TypeScript gives such keys of a literal the types they have in every object.
    const table = {
      name: 'toString',
      states: { constructor: { initial: true }, valueOf: {} },
      events: { hasOwnProperty: {} },
      memory: { toString: { range: [0, 1], initial: 0 } },
      transitions: [
        {
          from: 'constructor',
          on: 'hasOwnProperty',
          when: { toString: 0 },
          to: 'valueOf',
          set: { toString: { add: 1 } },
        },
      ],
    } as unknown as Table;
    expect(configurationsOf(explore(tableMachine(table)))).toEqual([
      { state: 'constructor', memory: { toString: 0 } },
      { state: 'valueOf', memory: { toString: 1 } },
    ]);
  });

  test('and values that look alike make different keys', () => {
    const { key } = tableMachine(one({ memory: { v: { flag: true }, w: { flag: true } } }));
    const keys = [true, 'true', null, 'null', 1, '1', 'a","b'].map((v) => key({ state: 'on', memory: { v, w: 'b' } }));
    expect(new Set(keys).size).toBe(keys.length);
    expect(key({ state: 'on', memory: { w: true, v: false } })).toBe(
      key({ state: 'on', memory: { v: false, w: true } }),
    );
  });

  test('are described in one line', () => {
    const { describe: line } = tableMachine(order);
    expect(line({ state: 'paid', memory: {} })).toBe('paid');
    expect(line({ state: 'on', memory: { attempts: 2, back: null } })).toBe('on (attempts 2, back unset)');
  });
});

describe('a limit', () => {
  test('keeps what was found and says what is left', () => {
    const graph = explore(tableMachine(order), { maxConfigurations: 4 });
    expect(configurationsOf(graph).map(({ state }) => state)).toEqual(['cart', 'placed', 'cancelled', 'placed']);
    expect([graph.expanded, graph.transitions]).toEqual([1, 3]);
    expect(graph.stopped).toEqual({ limit: '4 configurations', queue: 3 });
  });

  // The last two in order of discovery are shipped with 2 and with 3 attempts; the latter is found from paid with 3 attempts.
  test('that is just enough is not hit', () => {
    expect(explore(tableMachine(order), { maxConfigurations: 17 }).stopped).toBeUndefined();
    expect(explore(tableMachine(order), { maxConfigurations: 16 }).stopped).toEqual({
      limit: '16 configurations',
      queue: 2,
    });
  });

  test('can be on transitions, which are all held', () => {
    const graph = explore(tableMachine(order), { maxTransitions: 3 });
    expect([graph.expanded, graph.transitions, graph.stopped]).toEqual([
      1,
      3,
      { limit: '3 transitions', queue: graph.size - 1 },
    ]);
    expect(explore(tableMachine(order), { maxTransitions: 24 }).stopped).toBeUndefined();
  });

  test('can be an interruption with its reason, told how far the exploration is', () => {
    const seen: unknown[] = [];
    const interrupt = (progress: unknown) => {
      seen.push(progress);
      return 'the user';
    };
    const { stopped, expanded } = explore(tableMachine(order), { interrupt });
    expect([stopped, expanded]).toEqual([{ limit: 'the user', queue: 1 }, 0]);
    expect(seen).toEqual([{ configurations: 1, transitions: 0, depth: 0, queue: 1 }]);
  });
});

test('a chain of 100,000 states with saved states is explored without recursion or a search per step', () => {
  const size = 100_000;
  const names = Array.from({ length: size }, (_, index) => `s${index}`);
  const table: Table = {
    name: 'chain',
    states: Object.fromEntries(names.map((name, index) => [name, index === 0 ? { initial: true as const } : {}])),
    events: { go: {} },
    memory: { back: { states: { except: { group: 'none' } } } },
    transitions: names
      .slice(1)
      .map((to, index) => ({ from: `s${index}`, on: 'go', to, set: { back: { save: 'state' } } })),
  };
  const graph = explore(tableMachine(table));
  expect([graph.size, graph.transitions, graph.depth]).toEqual([size, size - 1, size - 1]);
  expect(traceTo(graph, size - 1).steps.at(-1)?.to).toEqual({ state: 's99999', memory: { back: 's99998' } });
});

describe('replaying', () => {
  const machine = tableMachine(order);
  const at = (state: string, attempts = 0): TableConfiguration => ({ state, memory: { attempts } });
  const placed = { event: 'place', rows: [{ row: 0 }], to: at('placed') };
  const declined = { event: 'decline', rows: [{ row: 1 }], to: at('placed', 1) };

  test('accepts a run', () => {
    expect(replay(machine, { initial: at('cart'), steps: [placed, declined] })).toBeUndefined();
  });

  test.each<[string, Trace, number]>([
    ['another start', { initial: at('placed'), steps: [] }, -1],
    ['memory that does not start so', { initial: at('cart', 1), steps: [] }, -1],
    ['an event that is not enabled', { initial: at('cart'), steps: [placed, { ...placed, event: 'ship' }] }, 1],
    ['another row', { initial: at('cart'), steps: [{ ...placed, rows: [{ row: 3 }] }] }, 0],
    ['another target', { initial: at('cart'), steps: [placed, { ...declined, to: at('placed', 2) }] }, 1],
    ['a cycle that does not close', { initial: at('cart'), steps: [placed, declined], loop: 1 }, 1],
    ['a cycle without steps', { initial: at('cart'), steps: [placed], loop: 1 }, 0],
    ['a cycle from before the start', { initial: at('cart'), steps: [placed], loop: -1 }, 0],
  ])('refuses %s, and says at which step', (_, trace, step) => {
    expect(replay(machine, trace)?.step).toBe(step);
  });

  test('accepts a cycle that closes, and not one that is said to stop as well', () => {
    const spin = tableMachine(one({ transitions: [{ from: 'on', on: 'go', to: 'stay' }] }));
    const start = spin.initial[0] as TableConfiguration;
    const trace: Trace = { initial: start, steps: [{ event: 'go', rows: [{ row: 0 }], to: start }], loop: 0 };
    expect(replay(spin, trace)).toBeUndefined();
    expect(replay(spin, { ...trace, stutters: true })?.step).toBe(0);
  });
});
