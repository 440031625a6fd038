import { describe, expect, test } from 'vitest';
import { explore } from '../explore/explorer.ts';
import { actionKey } from '../explore/machine.ts';
import { machineOf } from '../explore/of.ts';
import { fleetS } from '../gallery/fleet-s.atlas.ts';
import { helpDeskOf } from '../rescue/helpDesk.ts';
import { session } from '../rescue/session.atlas.ts';
import type { Model, System } from '../system/types.ts';
import type { Row, Table } from '../table/types.ts';
import { compile } from './compile.ts';
import type { Compiled, Occasion } from './compiled.ts';
import { SIZES, type Sizes } from './sizes.ts';

const compiledOf = (model: Model, sizes?: Sizes): Compiled => {
  const compiled = compile(model, sizes);
  if (compiled === undefined) throw new Error(`${model.name} cannot be compiled`);
  return compiled;
};

/** The names of the fields of each component, with the number of its local ids. */
const shape = ({ components }: Compiled): readonly string[] =>
  components.map(({ fields, values }) => `${fields.map(({ name }) => name).join(' ')}: ${values.length}`);

const grid = (size: number, transitions: readonly Row[] = []): Table => ({
  name: 'grid',
  states: { on: { initial: true } },
  events: { a: {}, b: {}, c: {}, d: {} },
  memory: {
    a: { range: [0, size - 1], initial: 0 },
    b: { range: [0, size - 1], initial: 0 },
    c: { range: [0, size - 1], initial: 0 },
  },
  transitions: [
    ...['a', 'b', 'c'].map((name) => ({
      from: 'on',
      on: name,
      when: { [name]: { lt: size - 1 } },
      to: 'stay',
      set: { [name]: { add: 1 } },
    })),
    ...transitions,
  ],
});

/** Every field is numbered alone. */
const apart: Sizes = { ...SIZES, several: { ...SIZES.several, ids: 1 } };

describe('components', () => {
  test('a table is one component, and its local ids are its configurations', () => {
    expect(shape(compiledOf(session)).map((each) => each.split(': ')[1])).toEqual(['57']);
  });

  test('an instance is one component with the memory that the system adds, and has only what it can come to', () => {
    expect(shape(compiledOf(fleetS))).toEqual(Array.from({ length: 3 }, () => 'state resume idle owner: 46'));
  });

  test('fields that take too many values together are taken apart, the largest first', () => {
    expect(shape(compiledOf(grid(4)))).toEqual(['state a b c: 64']);
    expect(
      shape(compiledOf(grid(20)))
        .map((each) => Number(each.split(': ')[1]))
        .toSorted(),
    ).toEqual([20, 400]);
    expect(shape(compiledOf(grid(60))).map((each) => Number(each.split(': ')[1]))).toEqual([60, 60, 60]);
  });

  test('all instances of a set are taken apart alike', () => {
    const system: System = {
      name: 'grids',
      tables: [grid(20)],
      instances: { grid: { table: 'grid', count: 3 } },
    };
    const [first, second] = shape(compiledOf(system));
    expect(shape(compiledOf(system))).toEqual(Array.from({ length: 3 }, () => [first, second]).flat());
  });

  test('a field that one is copied from takes part with the values that occur', () => {
    const copying = grid(4, [{ from: 'on', on: 'd', to: 'stay', set: { a: { memory: 'b' } } }]);
    expect(shape(compiledOf(copying, apart)).toSorted()).toEqual(['a: 4', 'b: 4', 'c: 4', 'state: 1']);
  });

  test('shared variables and channels are components of their own', () => {
    const system: System = {
      name: 'line',
      tables: [],
      instances: { end: { count: 2 } },
      memory: { turn: { instance: 'end' }, on: { flag: true } },
      channels: { line: { message: { bit: { range: [0, 1] } }, capacity: 2 } },
      events: {
        send: { with: { b: { range: [0, 1] } }, send: { line: { bit: { parameter: 'b' } } } },
        pass: { with: { e: 'end' }, set: { turn: 'e' } },
      },
    };
    // Nothing, 0, 1, and two messages in four ways.
    expect(shape(compiledOf(system))).toEqual(['turn: 3', 'on: 1', 'place place: 7']);
  });
});

describe('conditions', () => {
  const generalOf = ({ occasions }: Compiled, event: string): readonly number[] =>
    occasions.find((each) => each.event === event)?.common.guard.general ?? [];

  test('what one component decides is a lookup, however it is said', () => {
    const guarded = grid(4, [
      { from: 'on', on: 'd', when: { any: [{ a: { lt: { memory: 'b' } } }, { not: { c: 2 } }] }, to: 'stay' },
    ]);
    expect(generalOf(compiledOf(guarded), 'd')).toEqual([]);
    expect(generalOf(compiledOf(guarded, apart), 'd')).toHaveLength(1);
  });

  test('what several components decide each for itself is a lookup in each', () => {
    // Nobody else works for the technician: said by a count, and true where it is true of each session.
    const { occasions } = compiledOf(fleetS);
    const pickUp = occasions.find(({ event }) => event === 'pickUp') as Occasion;
    expect(pickUp.common.guard.general).toEqual([]);
    expect(pickUp.common.guard.local.map(({ component }) => component).toSorted()).toEqual([0, 1, 2]);
  });

  test('conditions that say the same are one', () => {
    const guarded = (on: string): Row => ({ from: 'on', on, when: { a: { lt: { memory: 'b' } } }, to: 'stay' });
    const { conditions } = compiledOf(grid(4, [guarded('a'), guarded('b'), guarded('d')]), apart);
    expect(conditions).toHaveLength(1);
  });

  test('an occasion that can never be taken is none', () => {
    const never = grid(4, [
      { from: 'on', on: 'd', when: { a: { gt: { memory: 'b' }, lt: { memory: 'b' } } }, to: 'stay' },
    ]);
    expect(compiledOf(never).occasions.map(({ event }) => event)).toEqual(['a', 'b', 'c']);
  });
});

describe('choices', () => {
  const lamp: Table = {
    name: 'lamp',
    states: { off: { initial: true }, on: { initial: true } },
    events: { flip: {} },
    transitions: [
      { from: 'off', on: 'flip', to: 'on' },
      { from: 'on', on: 'flip', to: 'off' },
    ],
  };
  const lamps = (count: number): System => ({
    name: 'lamps',
    tables: [lamp],
    instances: { lamp: { table: 'lamp', count } },
    events: { storm: { each: [{ with: { l: 'lamp' }, is: { l: { state: 'on' } }, moves: { l: 'flip' } }] } },
  });

  test('few combinations of rows are occasions of their own, many are left to the engine', () => {
    // Each lamp takes no part, or the row that turns it off. Never the other one: only those that are on take part.
    expect(compiledOf(lamps(6)).occasions).toHaveLength(2 ** 6);
    expect(compiledOf(lamps(7)).occasions.map(({ choices }) => choices.map(({ length }) => length))).toEqual([
      [2, 2, 2, 2, 2, 2, 2],
    ]);
  });
});

describe('instances that move together', () => {
  const desk = helpDeskOf({ sessions: 2, technicians: 2, capacity: 1 });
  const sizesOf = ({ components }: Compiled): readonly number[] => components.map(({ values }) => values.length);

  test('are one component: a session with all its consoles has as many local ids as a desk of one session has configurations', () => {
    const alone = explore(machineOf(helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 }))).size;
    expect(sizesOf(compiledOf(desk))).toEqual([alone, alone]);
  });

  test('can take the combinations of rows that they do take, and no others', () => {
    const alone = helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 });
    const { occasions } = compiledOf(alone, { ...SIZES, together: { ...SIZES.together, least: 0 } });
    const taken = occasions.map(({ event, binding, rows }) => actionKey({ event, ...(binding && { binding }), rows }));
    expect(taken.toSorted()).toEqual(explore(machineOf(alone)).actions.map(actionKey).toSorted());
  });

  test('are apart where they gain nothing, grow too far, or leave too many combinations of rows', () => {
    const { together } = SIZES;
    for (const sizes of [
      { ...SIZES, together: { ...together, gain: 1e6 } },
      { ...SIZES, together: { ...together, ids: 100 } },
      { ...SIZES, combinations: 1 },
    ])
      expect(sizesOf(compiledOf(desk, sizes))).toEqual([93, 93, 32, 32, 32, 32]);
  });
});

test('only rows that can leave a domain are blocked, and only where their guards let them', () => {
  const leaving = grid(2, [{ from: 'on', on: 'd', to: 'stay', set: { a: { add: 1 } } }]);
  expect(compiledOf(leaving).blames).toEqual([{ reason: 'outside', at: { row: 3 }, variable: 'a', value: 2 }]);
});

test('is not worth it where thousands of states have as many rows', () => {
  const chain = (length: number): Table => ({
    name: 'chain',
    states: Object.fromEntries(
      Array.from({ length }, (_, index) => [`s${index}`, index === 0 ? { initial: true as const } : {}]),
    ),
    events: { go: {} },
    transitions: Array.from({ length: length - 1 }, (_, index) => ({
      from: `s${index}`,
      on: 'go',
      to: `s${index + 1}`,
    })),
  });
  expect([compile(chain(200)), compile(chain(3000))].map((each) => each === undefined)).toEqual([false, true]);
});
