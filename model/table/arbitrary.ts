/** Random tables for laws: valid, varied and small, with everything the language has. For tests only. */
import fc from 'fast-check';
import {
  day,
  decided,
  described,
  initialOf,
  keyed,
  made,
  name,
  names,
  nested,
  oneOf,
  oneOrSeveral,
  partly,
  plainVariable,
  propertyOf,
  several,
  text,
  titles,
  valuesIn,
  words,
} from '../arbitrary.ts';
import { selectStates } from './select.ts';
import type {
  Assignment,
  Claim,
  Condition,
  Event,
  Guard,
  Operand,
  Predicate,
  Property,
  Row,
  Ruling,
  Source,
  State,
  StateSet,
  Table,
  Value,
  Variable,
} from './types.ts';

/** How large the tables are, and which parts they have. */
export type TableOptions = {
  /** Most states; at least 1. Default 5. */
  readonly states?: number;
  /** Most events; at least 1. Default 4. */
  readonly events?: number;
  /** Most variables; 0 for tables without memory. Default 3. */
  readonly variables?: number;
  /** Most rows. Default 8. */
  readonly rows?: number;
  /** Most properties. Default 4. */
  readonly properties?: number;
  /** Whether there are texts for readers, sources and rulings, which no behaviour depends on. Default true. */
  readonly words?: boolean;
};

/** What is declared, from which everything else takes its names. */
type Declared = {
  readonly states: Table['states'];
  readonly events: readonly string[];
  readonly memory: ReadonlyMap<string, Variable>;
  readonly groups: readonly string[];
  readonly tags: readonly string[];
};

const stateNames = (declared: Declared): readonly string[] => Object.keys(declared.states);

const stateSet = ({ states, groups, tags }: Declared): fc.Arbitrary<StateSet> => {
  const of = Object.keys(states);
  const group = groups.length > 0 ? fc.record({ group: oneOrSeveral(groups) }) : undefined;
  return oneOf<StateSet>(
    fc.constantFrom(...of),
    several(of),
    group,
    tags.length > 0 ? fc.record({ tag: oneOrSeveral(tags) }) : undefined,
    fc.record({ except: oneOf<string | string[] | { group: string | string[] }>(oneOrSeveral(of), group) }),
  );
};

/** The values a variable can hold. */
const domain = (states: Table['states'], variable: Variable): readonly Value[] =>
  'states' in variable ? [null, ...selectStates(states, variable.states)] : valuesIn(variable);

const variable = (declared: Declared): fc.Arbitrary<Variable> => {
  const saved = stateSet(declared).chain((states) =>
    made<Variable>(fc.constant({ states }), { initial: initialOf(domain(declared.states, { states })) }),
  );
  return fc.oneof({ weight: 3, arbitrary: plainVariable }, { weight: 1, arbitrary: saved });
};

const kindOf = (of: Variable): string => ['range', 'values', 'flag', 'states'].find((kind) => kind in of) as string;

/** The variables of the same kind, which one variable can be compared with and copied from. */
const alike = ({ memory }: Declared, name: string): readonly string[] => {
  const kind = kindOf(memory.get(name) as Variable);
  return [...memory].filter(([, other]) => kindOf(other) === kind).map(([other]) => other);
};

const condition = (declared: Declared, name: string): fc.Arbitrary<Condition> => {
  const given = declared.memory.get(name) as Variable;
  const value = fc.constantFrom(...domain(declared.states, given));
  const other = fc.record({ memory: fc.constantFrom(...alike(declared, name)) });
  const equal: fc.Arbitrary<Operand> = fc.oneof(value, other);
  const list = fc.array(value, { minLength: 1, maxLength: 3 });
  const ordered: fc.Arbitrary<Operand> = fc.oneof(fc.integer({ min: -3, max: 5 }), other);
  const order = { lt: ordered, le: ordered, gt: ordered, ge: ordered };
  return fc.oneof(
    value,
    partly({ eq: equal, ne: equal, in: list, ...('range' in given ? order : {}) }),
  ) as fc.Arbitrary<Condition>;
};

/** Conditions on some variables, beside other words of the same kind. */
const conditions = (declared: Declared, more?: fc.Arbitrary<object>): fc.Arbitrary<object> => {
  const each = [...declared.memory.keys()].map((name) => condition(declared, name).map((one) => ({ [name]: one })));
  return nested(oneOf<object>(fc.constant({}), ...each, more), 1);
};

const guard = (declared: Declared): fc.Arbitrary<Guard> => conditions(declared) as fc.Arbitrary<Guard>;

/** Predicates that suit a table with these names. */
const predicate = (declared: Declared): fc.Arbitrary<Predicate> => {
  const { groups, tags, events } = declared;
  const more = oneOf<object>(
    fc.record({ state: oneOrSeveral(stateNames(declared)) }),
    groups.length > 0 ? fc.record({ group: oneOrSeveral(groups) }) : undefined,
    tags.length > 0 ? fc.record({ tag: oneOrSeveral(tags) }) : undefined,
    fc.record({ final: fc.boolean() }),
    fc.record({ enabled: oneOrSeveral(events) }),
  );
  return conditions(declared, more) as fc.Arbitrary<Predicate>;
};

const assignment = (declared: Declared, name: string): fc.Arbitrary<Assignment> => {
  const given = declared.memory.get(name) as Variable;
  return oneOf<Assignment>(
    fc.constantFrom(...domain(declared.states, given)),
    fc.record({ memory: fc.constantFrom(...alike(declared, name)) }),
    'range' in given ? fc.record({ add: fc.integer({ min: -2, max: 2 }) }) : undefined,
    'states' in given ? fc.constant({ save: 'state' as const }) : undefined,
  );
};

const row = (declared: Declared, words: boolean, lines: Lines): fc.Arbitrary<Row> => {
  const { memory, events } = declared;
  const saved = [...memory].filter(([, each]) => 'states' in each).map(([name]) => name);
  const to = oneOf<Row['to']>(
    fc.constantFrom(...stateNames(declared), 'stay'),
    saved.length > 0 ? fc.record({ recall: fc.constantFrom(...saved) }) : undefined,
  );
  const set = partly(Object.fromEntries([...memory.keys()].map((name) => [name, assignment(declared, name)])));
  const optional = {
    when: guard(declared),
    set,
    ...(words && { because: text }),
    ...(lines.size > 0 && {
      cites: partly(Object.fromEntries([...lines].map(([source, cited]) => [source, several(cited)]))),
    }),
  };
  return made<Row>(fc.record({ from: stateSet(declared), on: oneOrSeveral(events), to }), optional);
};

const property = (declared: Declared, words: boolean): fc.Arbitrary<Property> =>
  propertyOf(predicate(declared), declared.events, words) as fc.Arbitrary<Property>;

/** The lines with a claim, per source. */
type Lines = ReadonlyMap<string, readonly number[]>;

const source = (of: readonly string[]): fc.Arbitrary<Source> => {
  const claim = made<Claim>(
    fc.record({
      line: fc.integer({ min: 1, max: 9 }),
      column: fc.constantFrom('previous', 'next', 'description'),
      of: fc.constantFrom(...of),
      text: words,
    }),
    { names: fc.option(fc.constantFrom(...of)), condition: text, note: text },
  );
  return made<Source>(fc.record({ title: text, claims: fc.array(claim, { minLength: 1, maxLength: 3 }) }), {
    location: words,
    language: fc.constant('fr'),
    date: day,
  });
};

const ruling = (declared: Declared, sources: Table['sources'], properties: readonly string[]): fc.Arbitrary<Ruling> => {
  const variables = [...declared.memory.keys()];
  const given = Object.entries(sources ?? {});
  const finding = made(fc.record({ finding: fc.constantFrom('SA204', 'SA213') }), {
    states: oneOrSeveral(stateNames(declared)),
    events: oneOrSeveral(declared.events),
    ...(variables.length > 0 && { memory: oneOrSeveral(variables) }),
    labels: fc.oneof(words, fc.array(words, { minLength: 1, maxLength: 2 })),
    ...(given.length > 0 && { source: fc.constantFrom(...given.map(([name]) => name)) }),
  });
  const claims = given.flatMap(([name, { claims = [] }]) =>
    claims.map(({ line, column, of, ...claim }) => ({
      source: name,
      line,
      column,
      of,
      ...('names' in claim && { names: claim.names }),
    })),
  );
  const subject = oneOf<object>(
    finding as fc.Arbitrary<object>,
    properties.length > 0 ? fc.record({ property: fc.constantFrom(...properties) }) : undefined,
    claims.length > 0 ? fc.record({ claim: fc.constantFrom(...claims) }) : undefined,
  );
  return decided(subject);
};

/** States, events and memory; each state first without its guards, which read the memory. */
const declarations = (most: Required<TableOptions>): fc.Arbitrary<Declared> => {
  const state = made<State>(described(most.words), {
    group: fc.constantFrom('live', 'constructor'),
    tags: fc.subarray(['odd', 'toString']),
  });
  return fc
    .record({
      states: names('s', 1, most.states),
      events: names('e', 1, most.events),
      variables: names('v', 0, most.variables),
    })
    .chain(({ states, events, variables }) =>
      keyed(states, () => state).chain((declared) => {
        const all = Object.values(declared);
        const base = {
          states: declared,
          events,
          groups: [...new Set(all.flatMap(({ group }) => group ?? []))],
          tags: [...new Set(all.flatMap(({ tags }) => tags ?? []))],
          memory: new Map(),
        };
        const each = () => fc.tuple(described(most.words), variable(base)).map(([one, more]) => ({ ...one, ...more }));
        return keyed(variables, each).map((memory) => ({ ...base, memory: new Map(Object.entries(memory)) }));
      }),
    );
};

/** The states with `initial` (at least one) and `final`. */
const marked = (declared: Declared): fc.Arbitrary<Table['states']> => {
  const start = partly(
    Object.fromEntries(
      [...declared.memory].map(([name, given]) => [name, fc.constantFrom(...domain(declared.states, given))]),
    ),
  );
  const initial = oneOf<NonNullable<State['initial']>>(
    fc.constant(true as const),
    fc.record({ memory: start as fc.Arbitrary<Record<string, Value>> }),
  );
  const final = oneOf<NonNullable<State['final']>>(fc.constant(true as const), fc.record({ when: guard(declared) }));
  return fc
    .tuple(several(stateNames(declared)), fc.subarray([...stateNames(declared)]))
    .chain(([starts, ends]) =>
      keyed(stateNames(declared), (name) =>
        fc
          .record({ ...(starts.includes(name) && { initial }), ...(ends.includes(name) && { final }) })
          .map((marks) => ({ ...declared.states[name], ...marks }) as State),
      ),
    );
};

/** Valid tables, small enough that every configuration can be visited. */
export function tableArbitrary(options: TableOptions = {}): fc.Arbitrary<Table> {
  const most = { states: 5, events: 4, variables: 3, rows: 8, properties: 4, words: true, ...options };
  return declarations(most).chain((declared) => {
    const sources: fc.Arbitrary<{ [name: string]: Source }> = most.words
      ? names('d', 0, 2).chain((each) => keyed(each, () => source(stateNames(declared))))
      : fc.constant({});
    const named = titles(most.properties);
    return fc.tuple(sources, named).chain(([given, properties]) => {
      const lines = new Map(
        Object.entries(given).map(([name, { claims = [] }]) => [name, [...new Set(claims.map(({ line }) => line))]]),
      );
      const event = made<Event>(described(most.words), {
        by: fc.constantFrom('clerk', 'valueOf'),
        after: fc.constantFrom('PT5M', 'P14D'),
      });
      const actors = keyed(['clerk', 'valueOf'], () => described(true));
      const groups = keyed(declared.groups, () => described(true));
      const behaviour = fc.record({
        name: name('t'),
        states: marked(declared),
        events: keyed(declared.events, () => event),
        ...(declared.memory.size > 0 && { memory: fc.constant(Object.fromEntries(declared.memory)) }),
        transitions: fc.array(row(declared, most.words, lines), { maxLength: most.rows }),
        ...(properties.length > 0 && { properties: keyed(properties, () => property(declared, most.words)) }),
        ...(lines.size > 0 && { sources: fc.constant(given) }),
      });
      const rulings = fc.array(ruling(declared, given, properties), { maxLength: 2 });
      return made<Table>(behaviour, most.words ? { title: text, description: text, actors, groups, rulings } : {});
    });
  });
}
