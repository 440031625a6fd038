/**
 * A table as a Promela model, for SPIN.
 *
 * One process whose loop has one option per expanded row; a step is one `d_step`, so the states that SPIN stores are our
 * configurations and one more, from which the initial configuration is chosen. Every property but the branching ones (what must
 * always stay reachable) is a formula of linear temporal logic.
 *
 * Any run may stop anywhere unless fairness forbids it, as in our semantics. Fairness is not put into the formula, whose automaton
 * would grow exponentially, but watched by the model: a counter waits for each fair event in turn to be taken or disabled, and
 * a run is fair when the counter wraps for ever. For strong fairness the model may guess that the event is never enabled again,
 * and runs on which the guess proves wrong do not count. (Generalised Büchi and Streett conditions reduced to one Büchi condition:
 * Baier and Katoen, Principles of Model Checking, sections 4.3.4 and 4.4; LTL and Promela: Holzmann, The SPIN Model Checker.)
 */
import { tableMachine } from '../../model/explore/naive.ts';
import type { Fairness, Predicate, Property, Table, Variable } from '../../model/table/types.ts';
import { type Command, type Commands, commandsOf, STATE } from './commands.ts';
import { comment } from './names.ts';

const PROMELA = { and: '&&', or: '||', not: '!', equal: '==', unequal: '!=' } as const;
const STARTED = 'started_';
const TURN = 'turn_';

/** Whether linear temporal logic can say the property. */
export const promelaCanSay = (property: Property): boolean => !('alwaysCanReach' in property);

/** Whether a model can hold the property beside others: infinite runs need a watch of their own for their fairness. */
export const promelaCanSayBeside = (property: Property): boolean =>
  promelaCanSay(property) && !('eventually' in property || 'leadsTo' in property);

/**
 * The model, with the formula of one property as `asked`, or with the formulas `p0`, `p1`, … of all that can stand beside others. For
 * a property that something is reachable the formula says that it never is.
 *
 * @throws {RangeError} when the property cannot be said; ask {@link promelaCanSay} first.
 */
export function promela(table: Table, asked?: Property | 'all'): string {
  const property = asked === 'all' ? undefined : asked;
  const beside = Object.entries(asked === 'all' ? (table.properties ?? {}) : {}).filter(([, each]) =>
    promelaCanSayBeside(each),
  );
  const commands = commandsOf(table, PROMELA);
  const watch = watched(commands, property);
  const copies = Math.max(0, ...commands.commands.map(({ assignments }) => assignments.length));
  const values = [...commands.states.values(), commands.unset, ...commands.words.values()];
  return [
    `/* ${comment(table.name)}: generated from its table; one option per expanded row. */`,
    ...values.map((name, index) => `#define ${name} ${index}`),
    ...[...commands.events.values()].map((name, index) => `#define ${name} ${index + 1}`),
    `int ${STATE};`,
    ...Object.entries(table.memory ?? {}).map(
      ([name, variable]) => `${typeOf(variable)} ${commands.variables.get(name)};`,
    ),
    `bool ${STARTED};`,
    ...Array.from({ length: copies }, (_, index) => `hidden int local${index}_;`),
    ...(watch?.declarations ?? []),
    'active proctype lifecycle() {',
    '  if',
    ...starts(table, commands),
    '  fi;',
    '  do',
    ...commands.commands.map((command) => option(command, watch && commands.events.get(command.event))),
    ...(watch?.options ?? []),
    ...(commands.commands.length === 0 ? ['  :: false'] : []),
    '  od',
    '}',
    ...(property === undefined ? [] : [`ltl asked { ${assuming(watch?.fair, claim(commands, property))} }`]),
    ...beside.map(([name, each], index) => `ltl p${index} { ${claim(commands, each)} } /* ${comment(name)} */`),
    '',
  ].join('\n');
}

const typeOf = (variable: Variable): string => ('flag' in variable ? 'bool' : 'int');

const starts = (table: Table, { states, variables, literal }: Commands): readonly string[] =>
  tableMachine(table).initial.map(({ state, memory }, index) => {
    const sets = Object.entries(memory).map(([name, value]) => `${variables.get(name)} = ${literal(name, value)}; `);
    return `  :: d_step { ${STATE} = ${states.get(state)}; ${sets.join('')}${STARTED} = true; printf("atlas start ${index}\\n") }`;
  });

/** What a row copies is read into hidden variables first, since the assignments of a row are simultaneous. */
function option({ name, guard, assignments }: Command, taken?: string): string {
  const copied = assignments.flatMap(({ copies, value }, index) => (copies ? [`local${index}_ = ${value}; `] : []));
  const then = assignments.map(
    ({ target, value, copies }, index) => `${target} = ${copies ? `local${index}_` : value}; `,
  );
  const advance = taken === undefined ? '' : `advance(${taken}); `;
  return `  :: d_step { ${guard} -> ${copied.join('')}${then.join('')}${advance}printf("atlas step ${name}\\n") }`;
}

type Watch = {
  readonly declarations: readonly string[];
  readonly options: readonly string[];
  readonly fair: readonly string[];
};

/** What a model needs to know whether an infinite run is fair; nothing where the property is not about infinite runs. */
function watched({ commands, events }: Commands, property: Property | undefined): Watch | undefined {
  if (property === undefined || !('eventually' in property || 'leadsTo' in property)) return undefined;
  const { weak = [], strong = [] }: Fairness = property.fair ?? {};
  const enabled = (event: string): string =>
    commands
      .filter((command) => command.event === event)
      .map(({ guard }) => `(${guard})`)
      .join(' || ') || 'false';
  const off = (event: string): string => `off_${events.get(event)}`;
  const waits = [
    ...weak.map((event) => `taken == ${events.get(event)} || !(${enabled(event)})`),
    ...strong.map((event) => `taken == ${events.get(event)} || ${off(event)}`),
  ];
  return {
    declarations: [
      `int ${TURN};`,
      ...strong.map((event) => `bool ${off(event)};`),
      'inline advance(taken) {',
      `  if :: ${TURN} == ${waits.length} -> ${TURN} = 0 :: else fi;`,
      ...waits.map((met, turn) => `  if :: ${TURN} == ${turn} && (${met}) -> ${TURN} = ${turn + 1} :: else fi;`),
      '  skip',
      '}',
    ],
    options: [
      '  :: d_step { true -> advance(0); printf("atlas nothing\\n") }',
      ...strong.map(
        (event) => `  :: d_step { !${off(event)} -> ${off(event)} = true; printf("atlas never again\\n") }`,
      ),
    ],
    fair: [
      `([] <> (${TURN} == ${waits.length}))`,
      ...strong.map((event) => `([] !(${off(event)} && (${enabled(event)})))`),
    ],
  };
}

const assuming = (fair: readonly string[] | undefined, what: string): string =>
  fair === undefined ? what : `(${fair.join(' && ')}) -> (${what})`;

/** The claim of a property, from the moment the initial configuration is chosen. */
function claim({ holds }: Commands, property: Property): string {
  const met = (predicate: Predicate): string => `(${STARTED} && (${holds(predicate)}))`;
  if ('invariant' in property) return `[] (!${STARTED} || (${holds(property.invariant)}))`;
  if ('reachable' in property) return `[] !${met(property.reachable)}`;
  if ('never' in property) {
    const never = `[] !${met(property.never)}`;
    return property.after === undefined ? never : `[] (${met(property.after)} -> ${never})`;
  }
  if ('alwaysCanReach' in property) throw new RangeError('linear temporal logic cannot say what stays reachable');
  const [when, goal] =
    'leadsTo' in property ? [property.when, property.leadsTo] : [property.after, property.eventually];
  return when === undefined ? `<> ${met(goal)}` : `[] (${met(when)} -> <> ${met(goal)})`;
}
