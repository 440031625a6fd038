/** Random systems for laws: valid, varied and small, with everything the language has. For tests only. */
import fc from 'fast-check';
import {
  decided,
  described,
  distinct,
  initialOf,
  keyed,
  made,
  name,
  names,
  oneOf,
  oneOrSeveral,
  plainDomain,
  plainVariable,
  propertyOf,
  several,
  text,
  titles,
} from '../arbitrary.ts';
import { type TableOptions, tableArbitrary } from '../table/arbitrary.ts';
import { initialCount, startsIn } from '../table/names.ts';
import { listOf } from '../table/select.ts';
import type { Table } from '../table/types.ts';
import { parameters, systemEvent, systemPredicate, type World } from './events/arbitrary.ts';
import { eventsOf, loseEvent } from './events.ts';
import { type Instance, instancesOf } from './instances.ts';
import type { Channel, InstanceSet, MessageField, System, SystemProperty, SystemVariable } from './types.ts';

/** How large the systems are, and which parts they have. */
export type SystemOptions = {
  /** Most tables; at least 1. Default 2. */
  readonly tables?: number;
  /** What the tables are like. Default: 3 states, 3 events, 1 variable, 9 rows, 1 property. */
  readonly table?: TableOptions;
  /** Most sets of instances that are not made for others; at least 1. Default 2. */
  readonly sets?: number;
  /** Most instances of one set; at least 1. Default 2. */
  readonly count?: number;
  /** Most shared variables, and most variables added to the instances of one set. Default 1. */
  readonly variables?: number;
  /** Most channels. Default 1. */
  readonly channels?: number;
  /** Most events. Default 3. */
  readonly events?: number;
  /** Most properties. Default 3. */
  readonly properties?: number;
  /** Whether there are texts for readers and rulings, which no behaviour depends on. Default true. */
  readonly words?: boolean;
};

/** Names that can be keys of conditions: no two of them are alike when a number is put behind one. */
const POOL = [
  ...['pump', 'crew', 'ward', 'lane', 'desk', 'gate', 'rail', 'tank', 'kiln', 'mast', 'plot', 'loom'],
  ...['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'null', 'true', 'no', 'naïve'],
];

type Sizes = Required<SystemOptions>;

/** A variable that is given to a system: a plain one, or one that refers to an instance. */
const variable = (most: Sizes, instances: ReadonlyMap<string, string>): fc.Arbitrary<SystemVariable> => {
  const referring = fc.constantFrom(...new Set(instances.values())).chain((set) => {
    const members = [...instances].filter(([, other]) => other === set).map(([instance]) => instance);
    return made<SystemVariable>(fc.constant({ instance: set }), { initial: initialOf([null, ...members]) });
  });
  const either = fc.oneof(plainVariable, referring) as fc.Arbitrary<SystemVariable>;
  return fc.tuple(described(most.words), either).map(([one, more]) => ({ ...one, ...more }) as SystemVariable);
};

const channel = (most: Sizes, sets: readonly string[]): fc.Arbitrary<Channel> => {
  const field = oneOf<MessageField>(plainDomain, fc.record({ instance: fc.constantFrom(...sets) }));
  const message = names('f', 1, 2).chain((fields) => keyed(fields, () => field));
  const required = fc.record({ message, capacity: fc.integer({ min: 1, max: 2 }) });
  return fc
    .tuple(described(most.words), made<Channel>(required, { ordered: fc.boolean(), lossy: fc.boolean() }))
    .map(([one, more]) => ({ ...one, ...more }));
};

/** The sets, the first of which has a table; the last one may be made for instances of the others. */
const setsOf = (
  most: Sizes,
  tables: readonly Table[],
  [last, ...plain]: readonly string[],
): fc.Arbitrary<{ [set: string]: InstanceSet }> => {
  const starts = (table: Table): readonly string[] =>
    Object.keys(table.states).filter((state) => table.states[state]?.initial !== undefined);
  const following = (table: Table): fc.Arbitrary<object> =>
    made<object>(fc.constant({ table: table.name }), { initial: oneOrSeveral(starts(table)) });
  const withTable = fc.constantFrom(...tables).chain(following);
  const kind = fc.oneof({ weight: 3, arbitrary: withTable }, { weight: 1, arbitrary: fc.constant({}) });
  const count = fc.integer({ min: 1, max: most.count });
  const set = (index: number): fc.Arbitrary<InstanceSet> =>
    fc
      .tuple(described(most.words), index === 0 ? withTable : kind, made<object>(fc.constant({}), { count }))
      .map(([one, more, counted]) => ({ ...one, ...more, ...counted }));
  const simple = keyed(plain, (each) => set(plain.indexOf(each)));
  if (last === undefined) return simple;
  const made_ = fc.tuple(kind, fc.record({ per: several(plain) })).map(([one, per]) => ({ ...one, ...per }));
  return fc
    .tuple(simple, fc.option(made_), fc.boolean())
    .map(([all, one, first]) => (one === null ? all : first ? { [last]: one, ...all } : { ...all, [last]: one }));
};

/** What is declared: tables, sets with the memory added to their instances, shared variables, channels. */
const world = (most: Sizes, tables: readonly Table[]): fc.Arbitrary<World> =>
  fc
    .record({
      pool: fc.shuffledSubarray(POOL, { minLength: POOL.length }),
      sets: fc.integer({ min: 1, max: most.sets }),
      shared: fc.nat(most.variables),
      channels: fc.nat(most.channels),
    })
    .chain(({ pool, sets, shared, channels }) => {
      const left = [...pool];
      const [ofSets, ofShared, ofChannels] = [sets + 1, shared, channels].map((count) => left.splice(0, count));
      return setsOf(most, tables, ofSets ?? []).chain((declared) => {
        const instances = new Map(
          [...instancesOf({ name: 's', tables: [], instances: declared }).values()].map((each) => [
            each.name,
            each.set,
          ]),
        );
        const added = (set: string): fc.Arbitrary<InstanceSet> => {
          const own = Object.keys(tables.find((each) => each.name === declared[set]?.table)?.memory ?? {});
          return names('m', 0, most.variables)
            .map((each) => each.filter((one) => !own.includes(one)))
            .chain((each) => keyed(each, () => variable(most, instances)))
            .map((memory) => ({ ...declared[set], ...(Object.keys(memory).length > 0 && { memory }) }));
        };
        return fc
          .record({
            sets: keyed(Object.keys(declared), added),
            shared: keyed(ofShared ?? [], () => variable(most, instances)),
            channels: keyed(ofChannels ?? [], () => channel(most, Object.keys(declared))),
          })
          .map((all) => ({
            tables: new Map(tables.map((table) => [table.name, table])),
            sets: new Map(Object.entries(all.sets)),
            instances,
            shared: new Map(Object.entries(all.shared)),
            channels: new Map(Object.entries(all.channels)),
            free: left,
          }));
      });
    });

const property = (all: World, events: readonly string[], described: boolean): fc.Arbitrary<SystemProperty> =>
  fc.oneof(fc.constant({}), parameters(all, new Map(), 1, 2)).chain((forAll) => {
    const scope = new Map(Object.entries(forAll));
    const quantified =
      scope.size === 0 ? fc.constant({}) : distinct([...scope.keys()]).map((more) => ({ forAll, ...more }));
    return fc
      .tuple(quantified, propertyOf(systemPredicate(all, scope, 1, events), events, described))
      .map(([one, more]) => ({ ...one, ...more }) as SystemProperty);
  });

/** Valid systems. */
export function systemArbitrary(options: SystemOptions = {}): fc.Arbitrary<System> {
  const defaults = { tables: 2, sets: 2, count: 2, variables: 1, channels: 1, events: 3, properties: 3, words: true };
  const small = { states: 3, events: 3, variables: 1, rows: 9, properties: 1 };
  const most: Sizes = { ...defaults, ...options, table: { ...small, words: options.words ?? true, ...options.table } };
  const tables = fc.uniqueArray(tableArbitrary(most.table), {
    minLength: 1,
    maxLength: most.tables,
    selector: (table) => table.name,
  });
  return tables
    .chain((each) => world(most, each))
    .chain((all) => {
      const events = names('x', 0, most.events).chain((each) => keyed(each, () => systemEvent(all, most.words)));
      return events.chain((declared) => assembled(most, all, declared));
    })
    .filter((system) => startsOf(system) <= MOST_STARTS);
}

/** The most initial configurations of a random system: laws look at many systems. */
const MOST_STARTS = 1000;

/** How many initial configurations a system has: combinations of what its instances and its shared memory start with. */
function startsOf(system: System): number {
  const added = (memory: InstanceSet['memory'] = {}): number =>
    Object.values(memory).reduce((product, each) => product * initialCount(each), 1);
  const local = ({ set, table }: Instance): number => {
    const { initial, memory } = system.instances[set] as InstanceSet;
    const states = Object.entries(table?.states ?? {}).filter(
      ([state]) => initial === undefined || listOf(initial).includes(state),
    );
    const own = states.reduce((sum, [, state]) => sum + startsIn(table as Table, state), 0);
    return Math.max(own, 1) * added(memory);
  };
  return [...instancesOf(system).values()].reduce((product, each) => product * local(each), added(system.memory));
}

/** The whole, with properties and rulings that name its events. */
function assembled(most: Sizes, all: World, events: NonNullable<System['events']>): fc.Arbitrary<System> {
  const base: System = {
    name: 'whole',
    tables: [...all.tables.values()],
    instances: Object.fromEntries(all.sets),
    ...(all.shared.size > 0 && { memory: Object.fromEntries(all.shared) }),
    ...(all.channels.size > 0 && { channels: Object.fromEntries(all.channels) }),
    events,
  };
  const losses = [...all.channels].filter(([, { lossy }]) => lossy === true).map(([each]) => loseEvent(each));
  const happening = [...eventsOf(base).map((each) => each.name), ...losses];
  const named = titles(most.properties);
  return named.chain((properties) =>
    made<System>(
      fc.record({
        ...Object.fromEntries(Object.entries(base).map(([part, value]) => [part, fc.constant(value)])),
        name: name('y'),
        properties: keyed(properties, () => property(all, happening, most.words)),
      }),
      most.words
        ? {
            title: text,
            description: text,
            actors: keyed(['clerk', 'valueOf'], () => described(true)),
            rulings: fc.array(ruling(all, happening, properties), { maxLength: 2 }),
          }
        : {},
    ),
  );
}

function ruling(all: World, events: readonly string[], properties: readonly string[]) {
  const within = (owners: Iterable<readonly [string, object | undefined]>): readonly string[] =>
    [...owners].flatMap(([owner, parts]) => Object.keys(parts ?? {}).map((part) => `${owner}.${part}`));
  const states = within([...all.tables].map(([table, { states: each }]) => [table, each]));
  const memory = [
    ...all.shared.keys(),
    ...within([...all.tables].map(([table, each]) => [table, each.memory])),
    ...within([...all.sets].map(([set, each]) => [set, each.memory])),
  ];
  const finding = made<object>(fc.record({ finding: fc.constantFrom('SA204', 'SA213') }), {
    states: oneOrSeveral(states),
    ...(events.length > 0 && { events: oneOrSeveral(events) }),
    ...(memory.length > 0 && { memory: oneOrSeveral(memory) }),
  });
  return decided(
    oneOf<object>(finding, properties.length > 0 ? fc.record({ property: fc.constantFrom(...properties) }) : undefined),
  );
}
