/** Random conditions and events of systems, given what is declared. For tests only. */
import fc from 'fast-check';
import { described, distinct, keyed, made, nested, oneOf, oneOrSeveral, partly, valuesIn } from '../../arbitrary.ts';
import { selectStates } from '../../table/select.ts';
import type { Table, Value, Variable } from '../../table/types.ts';
import type {
  Channel,
  InstanceSet,
  MessageField,
  Parameter,
  Parameters,
  Participants,
  SystemCondition,
  SystemEvent,
  SystemOperand,
  SystemPredicate,
  SystemVariable,
} from '../types.ts';

/** What is declared, from which everything else takes its names. */
export type World = {
  readonly tables: ReadonlyMap<string, Table>;
  readonly sets: ReadonlyMap<string, InstanceSet>;
  /** The set of each instance. */
  readonly instances: ReadonlyMap<string, string>;
  readonly shared: ReadonlyMap<string, SystemVariable>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** Names that nothing has yet. */
  readonly free: readonly string[];
};

/** The parameters of a place. */
type Scope = ReadonlyMap<string, Parameter>;

/** A variable or a field: its kind (with the set it refers to), and the values that it can hold. */
type Cell = { readonly kind: string; readonly values: readonly Value[]; readonly refersTo?: string };

const tableOf = (world: World, set: string): Table | undefined => world.tables.get(world.sets.get(set)?.table ?? '');

function cellOf(declared: SystemVariable | MessageField, nothing: readonly null[] = []): Cell {
  if ('instance' in declared)
    return { kind: `instance ${declared.instance}`, values: nothing, refersTo: declared.instance };
  const kind = ['range', 'values', 'flag'].find((each) => each in declared) as string;
  return { kind, values: valuesIn(declared) };
}

const cellOfTable = (table: Table, variable: Variable): Cell =>
  'states' in variable
    ? { kind: 'states', values: [null, ...selectStates(table.states, variable.states)] }
    : cellOf(variable);

/** The variables of an instance of a set (its table's and those added), or the shared ones. */
function variablesOf(world: World, set: string | undefined): ReadonlyMap<string, Cell> {
  const added = set === undefined ? world.shared : Object.entries(world.sets.get(set)?.memory ?? {});
  const table = set === undefined ? undefined : tableOf(world, set);
  return new Map([
    ...Object.entries(table?.memory ?? {}).map(([name, each]) => [name, cellOfTable(table as Table, each)] as const),
    ...[...added].map(([name, each]) => [name, cellOf(each, [null])] as const),
  ]);
}

/** The set that a parameter denotes an instance of, or the kind of its values. */
function kindOf(world: World, scope: Scope, parameter: Parameter): string {
  if (typeof parameter === 'string') return `instance ${parameter}`;
  if ('values' in parameter) return 'values';
  if ('range' in parameter) return 'range';
  if ('next' in parameter) return kindOf(world, scope, scope.get(parameter.next as string) as Parameter);
  return `instance ${Object.keys(parameter)[0]}`;
}

/** The references that can be made in a place, with the set of each. */
function references(world: World, scope: Scope): readonly (readonly [reference: string, set: string])[] {
  const parameters = [...scope].flatMap(([name, parameter]) => {
    const kind = kindOf(world, scope, parameter);
    return kind.startsWith('instance ') ? [[name, kind.slice('instance '.length)] as const] : [];
  });
  const shadowed = [...world.instances].filter(([name]) => !scope.has(name));
  return [...parameters, ...shadowed];
}

/** Everything that can stand for a value of a cell, where the memory of a set's instance (or the shared one) is spoken of. */
function operands(world: World, scope: Scope, cell: Cell, owner: string | undefined): readonly SystemOperand[] {
  const known = references(world, scope);
  const alike = (set: string | undefined): readonly string[] =>
    [...variablesOf(world, set)].flatMap(([name, other]) => (other.kind === cell.kind ? [name] : []));
  return [
    ...cell.values,
    ...known.flatMap(([reference, set]) => (set === cell.refersTo ? [reference] : [])),
    ...[...scope].flatMap(([name, parameter]) =>
      kindOf(world, scope, parameter) === cell.kind ? [{ parameter: name }] : [],
    ),
    ...alike(owner).map((memory) => ({ memory })),
    ...alike(undefined).map((memory) => ({ memory, of: 'shared' })),
    ...known.flatMap(([of, set]) => alike(set).map((memory) => ({ memory, of }))),
  ];
}

const isValue = (operand: SystemOperand): operand is Value => typeof operand !== 'object' || operand === null;

function condition(world: World, scope: Scope, cell: Cell, owner: string | undefined): fc.Arbitrary<SystemCondition> {
  const all = operands(world, scope, cell, owner);
  const plain = all.filter(isValue);
  const any = fc.constantFrom(...all);
  const ordered = fc.constantFrom<SystemOperand>(-1, 0, 2, ...all.filter((each) => !isValue(each)));
  const order = cell.kind === 'range' ? { lt: ordered, le: ordered, gt: ordered, ge: ordered } : {};
  const lists = plain.length > 0 ? { in: fc.array(fc.constantFrom(...plain), { minLength: 1, maxLength: 3 }) } : {};
  return fc.oneof(any, partly({ eq: any, ne: any, ...lists, ...order })) as fc.Arbitrary<SystemCondition>;
}

/** Conditions on an instance of a set. */
function instancePredicate(world: World, scope: Scope, set: string): fc.Arbitrary<object> {
  const table = tableOf(world, set);
  const states = Object.values(table?.states ?? {});
  const groups = [...new Set(states.flatMap(({ group }) => group ?? []))];
  const tags = [...new Set(states.flatMap(({ tags: each }) => each ?? []))];
  const memory = [...variablesOf(world, set)].map(([name, cell]) =>
    condition(world, scope, cell, set).map((each) => ({ [name]: each })),
  );
  const simple = oneOf<object>(
    fc.constant({}),
    ...memory,
    table && fc.record({ state: oneOrSeveral(Object.keys(table.states)) }),
    table && fc.record({ final: fc.boolean() }),
    groups.length > 0 ? fc.record({ group: oneOrSeveral(groups) }) : undefined,
    tags.length > 0 ? fc.record({ tag: oneOrSeveral(tags) }) : undefined,
  );
  return nested(simple, 1);
}

/** Conditions on the system; on what is enabled too, where events are given. */
export function systemPredicate(
  world: World,
  scope: Scope,
  depth: number,
  events: readonly string[] = [],
): fc.Arbitrary<SystemPredicate> {
  const entry = ([name, inside]: readonly [string, fc.Arbitrary<unknown>]) => inside.map((each) => ({ [name]: each }));
  const simple = oneOf<object>(
    fc.constant({}),
    fc.record({ final: fc.boolean() }),
    events.length > 0 ? fc.record({ enabled: oneOrSeveral(events) }) : undefined,
    ...references(world, scope).map(([name, set]) => entry([name, instancePredicate(world, scope, set)])),
    ...[...world.shared].map(([name, each]) => entry([name, condition(world, scope, cellOf(each, [null]), undefined)])),
    ...[...world.channels].map(([name, { capacity }]) => {
      const cell = { kind: 'range', values: [0, capacity] };
      return entry([name, condition(world, scope, cell, undefined)]);
    }),
  );
  if (depth === 0) return nested(simple, 1) as fc.Arbitrary<SystemPredicate>;
  const quantified = parameters(world, scope, 1, 2).chain((of) => {
    const inside = new Map([...scope, ...Object.entries(of)]);
    const is = systemPredicate(world, inside, depth - 1, events);
    return fc.tuple(is, distinctOf(world, inside)).map(([wanted, more]) => ({ of, is: wanted, ...more }));
  });
  const number = fc.constantFrom<SystemOperand>(
    0,
    1,
    2,
    ...operands(world, scope, { kind: 'range', values: [] }, undefined),
  );
  const counted = fc
    .tuple(quantified, fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), number)
    .map(([each, comparison, than]) => ({ ...each, [comparison]: than }));
  const deeper = oneOf<object>(
    simple,
    ...(['forAll', 'exists'] as const).map((word) => entry([word, quantified])),
    entry(['count', counted]),
  );
  return nested(deeper, 1) as fc.Arbitrary<SystemPredicate>;
}

const distinctOf = (world: World, scope: Scope): fc.Arbitrary<object> =>
  distinct([...scope.keys(), ...references(world, scope).map(([name]) => name)]);

/** Everything that a parameter can range over or be, after those of the scope. */
function parameterChoices(world: World, scope: Scope): readonly Parameter[] {
  const known = references(world, scope);
  const made = [...world.sets].flatMap(([set, { per }]) => {
    const others = per?.map((other) => known.filter(([, each]) => each === other).map(([name]) => name));
    return others === undefined ? [] : [{ [set]: others.map((each) => each[0] as string) }];
  });
  const next = known.flatMap(([name]) => (scope.has(name) ? [{ next: name }] : []));
  const sets = [...world.sets.keys()];
  return [...sets, ...sets, { values: ['p', 'q'] }, { range: [0, 1] }, ...next, ...made];
}

/** New parameters, each of which may use those before it. */
export function parameters(world: World, scope: Scope, from: number, to: number): fc.Arbitrary<Parameters> {
  const free = world.free.filter((name) => !scope.has(name));
  const chosen = fc.uniqueArray(fc.constantFrom(...free), { minLength: from, maxLength: to });
  const filled = (names: readonly string[], before: Scope, made: Parameters): fc.Arbitrary<Parameters> => {
    const [name, ...others] = names;
    if (name === undefined) return fc.constant(made);
    return fc
      .constantFrom(...parameterChoices(world, before))
      .chain((each) => filled(others, new Map([...before, [name, each]]), { ...made, [name]: each }));
  };
  return chosen.chain((names) => filled(names, scope, {}));
}

const assignment = (world: World, scope: Scope, cell: Cell, owner: string | undefined): fc.Arbitrary<unknown> =>
  fc.constantFrom<unknown>(
    ...operands(world, scope, cell, owner),
    ...(cell.kind === 'range' ? [{ add: 1 }, { add: -1 }] : []),
  );

const cells = (memory: Iterable<readonly [string, SystemVariable]>): readonly (readonly [string, Cell])[] =>
  [...memory].map(([name, each]) => [name, cellOf(each, [null])]);

function sets(world: World, scope: Scope, canBeShared: boolean): { [target: string]: fc.Arbitrary<unknown> } {
  const assigned = (memory: readonly (readonly [string, Cell])[], owner: string | undefined) =>
    Object.fromEntries(memory.map(([name, cell]) => [name, assignment(world, scope, cell, owner)]));
  const owned = references(world, scope).flatMap(([reference, set]) => {
    const memory = cells(Object.entries(world.sets.get(set)?.memory ?? {}));
    return memory.length === 0 ? [] : [[reference, partly(assigned(memory, set))] as const];
  });
  return { ...(canBeShared && assigned(cells(world.shared), undefined)), ...Object.fromEntries(owned) };
}

/** At most two of a record's keys, for a step of many participants rarely happens. */
const few = (all: { [key: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<object> =>
  fc
    .subarray(Object.keys(all), { maxLength: Math.min(2, Object.keys(all).length) })
    .chain((keys) => keyed(keys, (key) => all[key] as fc.Arbitrary<unknown>));

const moves = (world: World, scope: Scope): { [reference: string]: fc.Arbitrary<unknown> } =>
  Object.fromEntries(
    references(world, scope).flatMap(([reference, set]) => {
      const events = Object.keys(tableOf(world, set)?.events ?? {});
      return events.length === 0 ? [] : [[reference, fc.constantFrom(...events)]];
    }),
  );

const messages = (world: World, scope: Scope): fc.Arbitrary<object> =>
  partly(
    Object.fromEntries(
      [...world.channels].map(([name, { message }]) => [
        name,
        keyed(Object.keys(message), (field) => {
          const all = operands(world, scope, cellOf(message[field] as MessageField), undefined);
          // Mostly the same, so that what is sent is now and then what somebody waits for.
          const [usual] = all;
          return fc.oneof(
            { weight: 3, arbitrary: fc.constant(usual) },
            { weight: 1, arbitrary: fc.constantFrom(...all) },
          );
        }),
      ]),
    ),
  );

/** Mostly nothing: what would otherwise keep most events from ever happening. */
const seldom = (all: fc.Arbitrary<object>, nothing = 4): fc.Arbitrary<object> =>
  fc.oneof({ weight: nothing, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: all });

/** Events that suit what is declared. */
export const systemEvent = (world: World, words: boolean): fc.Arbitrary<SystemEvent> =>
  parameters(world, new Map(), 0, 3).chain((given) => {
    const scope = new Map(Object.entries(given));
    const group = parameters(world, scope, 1, 1).chain((more) => {
      const inside = new Map([...scope, ...Object.entries(more)]);
      const required = fc.tuple(fc.record({ with: fc.constant(more) }), distinctOf(world, inside));
      return made<Participants>(
        required.map(([one, other]) => ({ ...one, ...other })),
        {
          is: systemPredicate(world, inside, 0),
          moves: few(moves(world, inside)),
          set: few(sets(world, inside, false)),
        },
      ).map((one) => (hasEffect(one) ? [one] : []));
    });
    const parts = {
      by: fc.constantFrom('clerk', 'valueOf'),
      after: fc.constantFrom('PT5M', 'P14D'),
      when: seldom(systemPredicate(world, scope, 1)),
      set: few(sets(world, scope, true)),
      receive: seldom(messages(world, scope), 1),
      send: messages(world, scope),
      each: fc.oneof(fc.constant([]), group),
    };
    const required = fc.record({
      moves: few(moves(world, scope)),
      ...(scope.size > 0 && { with: fc.constant(given) }),
    });
    return fc
      .tuple(described(words), made<object>(required, parts), distinct([...scope.keys()]))
      .map(([one, ...more]): SystemEvent => Object.assign({}, one, ...more))
      .filter(hasEffect);
  });

/** Whether anything happens in an event: events in which nothing does are refused. */
const hasEffect = ({ moves, set, receive, send, each }: SystemEvent): boolean =>
  [moves, receive, send, each, ...Object.values(set ?? {})].some(
    (part) => part !== undefined && (typeof part !== 'object' || part === null || Object.keys(part).length > 0),
  );
