/** Small random tables and properties for laws: few configurations, so that slow and obvious references can keep up. */
import fc from 'fast-check';
import type { Assignment, Fairness, Guard, Predicate, Property, Row, Table } from '../../model/table/types.ts';

const STATES = ['a', 'b', 'c', 'd'] as const;
const EVENTS = ['x', 'y', 'z'] as const;

const state = fc.constantFrom(...STATES);
const event = fc.constantFrom(...EVENTS);
const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(of, { minLength: 1, maxLength: 2 });

const guard: fc.Arbitrary<Guard> = fc.oneof(
  fc.record({ n: fc.integer({ min: 0, max: 1 }) }),
  fc.record({ n: fc.record({ lt: fc.constant(1) }) }),
  fc.record({ saved: fc.option(state, { nil: null }) }),
  fc.record({ not: fc.record({ saved: fc.constant(null) }) }),
) as fc.Arbitrary<Guard>;

const assignments = fc.record(
  {
    n: fc.constantFrom<Assignment>(0, 1, { add: 1 }, { add: -1 }),
    saved: fc.constantFrom<Assignment>(null, { save: 'state' }, 'a'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, Assignment>>;

const row = fc.record(
  {
    from: some(state),
    on: some(event),
    to: fc.oneof(
      { weight: 6, arbitrary: state },
      { weight: 1, arbitrary: fc.constant('stay') },
      { weight: 1, arbitrary: fc.constant({ recall: 'saved' }) },
    ),
    when: guard,
    set: assignments,
  },
  { requiredKeys: ['from', 'on', 'to'] },
) as fc.Arbitrary<Row>;

/** Tables of four states and three events, some with memory: at most four times two times five configurations. */
export const smallTable: fc.Arbitrary<Table> = fc
  .record({
    rows: fc.array(row, { maxLength: 8 }),
    initial: some(state),
    final: fc.subarray([...STATES], { maxLength: 1 }),
    plain: fc.boolean(),
  })
  .map(({ rows, initial, final, plain }) => ({
    name: 'small',
    states: Object.fromEntries(
      STATES.map((name) => [
        name,
        {
          ...(initial.includes(name) && { initial: true as const }),
          ...(final.includes(name) && { final: true as const }),
        },
      ]),
    ),
    events: Object.fromEntries(EVENTS.map((name) => [name, {}])),
    ...(plain
      ? { transitions: rows.map(({ from, on, to }) => ({ from, on, to: typeof to === 'string' ? to : 'stay' })) }
      : {
          memory: { n: { range: [0, 1] as const, initial: 0 }, saved: { states: [...STATES], initial: null } },
          transitions: rows,
        }),
  }));

/** Tables without memory and with many steps between few states, in which cycles cross and fairness bites. */
export const tangle: fc.Arbitrary<Table> = fc
  .array(fc.record({ from: state, on: event, to: state }), { minLength: 5, maxLength: 10 })
  .map((transitions) => ({
    name: 'tangle',
    states: Object.fromEntries(
      [...STATES, 'goal'].map((name) => [name, name === 'a' ? { initial: true as const } : {}]),
    ),
    events: Object.fromEntries(EVENTS.map((name) => [name, {}])),
    transitions: [...transitions, { from: 'd', on: 'z', to: 'goal' }],
  }));

/** Predicates that read no memory, so that they suit every small table. */
export const predicate: fc.Arbitrary<Predicate> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ state: some(state) }) },
  { weight: 1, arbitrary: fc.record({ not: fc.record({ state }) }) },
  { weight: 1, arbitrary: fc.record({ enabled: event }) },
  { weight: 1, arbitrary: fc.record({ final: fc.boolean() }) },
) as fc.Arbitrary<Predicate>;

export const fairness: fc.Arbitrary<Fairness> = fc.record({
  weak: fc.subarray([...EVENTS]),
  strong: fc.subarray([...EVENTS]),
});

const optional = { requiredKeys: [] as never[] };
const after = fc.record({ after: predicate }, optional);

/** Properties of every kind. */
export const property: fc.Arbitrary<Property> = fc.oneof(
  fc.record({ invariant: predicate }),
  fc.tuple(fc.record({ never: predicate }), after).map(([one, other]) => ({ ...one, ...other })),
  fc.record({ reachable: predicate }),
  fc.tuple(fc.record({ alwaysCanReach: predicate }), after).map(([one, other]) => ({ ...one, ...other })),
  fc
    .tuple(fc.record({ eventually: predicate }), after, fc.record({ fair: fairness }, optional))
    .map(([one, two, three]) => ({ ...one, ...two, ...three })),
  fc
    .tuple(fc.record({ when: predicate, leadsTo: predicate }), fc.record({ fair: fairness }, optional))
    .map(([one, two]) => ({ ...one, ...two })),
) as fc.Arbitrary<Property>;

/** The table with these properties, named by their index. */
export const withProperties = (table: Table, properties: readonly Property[]): Table => ({
  ...table,
  properties: Object.fromEntries(properties.map((each, index) => [`p${index}`, each])),
});
