/**
 * A table or a system as a Promela model, for SPIN.
 *
 * One process whose loop has one option per command; a step is one `d_step`, so the states that SPIN stores are our configurations and one more, from
 * which the initial configuration is chosen. Every property but the branching ones (what must always stay reachable) can be asked: what
 * must never be, or is to be reached, as a formula of linear temporal logic; what must happen, by a watch in the model itself
 * (`promela-watch.ts`).
 */
import { labelOf } from '../../model/explore/machine.ts';
import type { Model, SystemProperty } from '../../model/system/types.ts';
import { type Claim, claimsOf, propertiesOf } from './claims.ts';
import { type Command, commandsOf, type Program } from './commands.ts';
import type { Condition, Variable } from './expressions.ts';
import { C_SIGNS, infix, literal } from './infix.ts';
import { comment } from './names.ts';
import { upTo, type Watch, watchOf } from './promela-watch.ts';
import { startChoices } from './starts.ts';
import { inSequence, type Sequenced } from './statements.ts';

const STARTED = 'started_';

/** How Promela writes expressions; some variables are read from where they were copied to. */
const written = (copies: ReadonlyMap<Variable, string> = new Map()) =>
  infix({
    ...C_SIGNS,
    truth: String,
    choose: (condition, one, other) => `(${condition} -> ${one} : ${other})`,
    name: (variable) => copies.get(variable) ?? variable.id,
  });

/** A condition in Promela. */
export const promelaText = (condition: Condition): string => written().condition(condition);

/** Whether linear temporal logic can say the property. */
export const promelaCanSay = (property: SystemProperty): boolean => !('alwaysCanReach' in property);

/** Whether a model can hold the property beside others: what must happen needs a watch of its own. */
export const promelaCanSayBeside = (property: SystemProperty): boolean =>
  promelaCanSay(property) && !('eventually' in property || 'leadsTo' in property);

/**
 * The model, with the formulas `p0`, `p1`, … of all properties that can stand beside others, or for one property alone. For a
 * property that something is reachable the formula says that it never is.
 *
 * @throws {RangeError} when the property cannot be said; ask {@link promelaCanSay} first.
 */
export function promela(model: Model, asked?: { readonly name: string; readonly property: SystemProperty }): string {
  const program = commandsOf(model);
  const properties =
    asked === undefined
      ? propertiesOf(model).filter(([, each]) => promelaCanSayBeside(each))
      : [[asked.name, asked.property] as const];
  const claims = properties.flatMap(([name, property]) => claimsOf(program, name, property));
  if (claims.some(({ kind }) => kind === 'canReach'))
    throw new RangeError('linear temporal logic cannot say what stays reachable');
  const [first] = claims;
  if (first?.kind === 'leadsTo') return promelaModel(program, { watch: watchOf(claims, promelaText) });
  return promelaModel(program, { formulas: claims });
}

/** What a model is to find out. */
export type PromelaQuestion = {
  /** Formulas of linear temporal logic, `p0`, `p1`, …, for claims that something never is. */
  readonly formulas?: readonly Claim[];
  /** Conditions that SPIN reports once each, by number, at a nearest configuration that meets them. */
  readonly looksFor?: readonly Condition[];
  /** Whether something must happen. */
  readonly watch?: Watch;
};

/** A program in Promela, with what is asked of it. */
export function promelaModel(program: Program, { formulas = [], looksFor = [], watch }: PromelaQuestion): string {
  const { model, variables, commands } = program;
  const sequences = commands.map(({ statements }) => inSequence(statements));
  const copies = Math.max(0, ...sequences.map(({ saved }) => saved.length));
  const members = variables.names.flatMap((each) => [...each.members.values()].map((name, code) => [name, code]));
  const isAsked = formulas.length > 0;
  return [
    `/* ${comment(model.name)}: generated from its definition; one option per event, binding and choice of rows.`,
    `   spin -a -o1 -o2 -o3 MODEL && cc -DNOREDUCE pan.c -o pan && ./pan -a -m10000000${isAsked ? ' -N p0' : ''} */`,
    ...members.map(([name, code]) => `#define ${name} ${code}`),
    ...variables.all.map(declaration),
    ...(isAsked ? [`bool ${STARTED};`] : []),
    ...Array.from({ length: copies }, (_, index) => `int ${copyOf(index)};`),
    ...(looksFor.length === 0 ? [] : [`c_decl { static char shown_[${looksFor.length}]; }`]),
    ...(watch?.declarations ?? []),
    'active proctype lifecycle() {',
    ...starts(program, isAsked, watch),
    '  do',
    ...looksFor.map(
      (condition, index) =>
        `  :: d_step { c_expr { !shown_[${index}] } && (${promelaText(condition)}) -> c_code { shown_[${index}] = 1; }; printf("atlas shows ${index}\\n"); assert(false) }`,
    ),
    ...commands.map((command, index) =>
      option(command, index, sequences[index] as ReturnType<typeof inSequence>, watch),
    ),
    ...(watch?.options ?? []),
    ...(commands.length === 0 && watch === undefined ? ['  :: false'] : []),
    '  od',
    '}',
    ...formulas.map((claim, index) => `ltl p${index} { ${formula(claim)} } /* ${comment(nameOf(claim))} */`),
    '',
  ].join('\n');
}

const nameOf = ({ property, binding = {} }: Claim): string => labelOf({ event: property, binding });

const copyOf = (index: number): string => `copy${index}_`;

/** The largest number that a variable's codes reach; nothing where it can be negative. */
function largest({ type, holds }: Variable): number | undefined {
  if (type.kind === 'flag') return 1;
  if (type.kind === 'range') return type.from < 0 ? undefined : type.to;
  return [...type.members.keys()].findLastIndex((each) => holds?.has(each) ?? true);
}

/** As few bits as hold the variable: the fewer bytes a configuration has, the faster SPIN stores it. */
function declaration(variable: Variable): string {
  const { id, type } = variable;
  if (type.kind === 'flag') return `bool ${id};`;
  const most = largest(variable);
  return most === undefined || most >= 1 << 16 ? `int ${id};` : upTo(id, most);
}

/** How many bytes a configuration of the model takes at most, without what a watch adds. */
export const bytesOf = ({ variables }: Program): number => 4 * variables.all.length + 64;

/** The choices of an initial configuration, one after the other. With the last one the run begins. */
function starts(program: Program, isAsked: boolean, watch: Watch | undefined): readonly string[] {
  return startChoices(program).flatMap((choice, index, all) => {
    const isLast = index === all.length - 1;
    const begins = isLast
      ? (watch?.begins ?? ['']).map((begin) => (isAsked ? `${STARTED} = true; ` : '') + begin)
      : [''];
    const options = choice.flatMap((values, number) => {
      const sets = [...values].map(([variable, is]) => `${variable.id} = ${literal(variable.type, is)}; `).join('');
      return begins.map((begin) => `  :: d_step { ${sets}${begin}printf("atlas choose ${number}\\n") }`);
    });
    return ['  if', ...options, '  fi;'];
  });
}

/** How many states and transitions of SPIN lie before the initial configurations: of the choices that make them, and one of each to begin. */
export function before(program: Program): { readonly states: number; readonly transitions: number } {
  const sizes = startChoices(program).map(({ length }) => length);
  const reached = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((product, size) => product * size, 1));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 1);
  return { states: sum(reached.slice(0, -1)), transitions: sum(reached) };
}

/** A command as an option. What is read after it was written is copied first. */
function option(
  command: Command,
  index: number,
  { saved, statements }: ReturnType<typeof inSequence>,
  watch?: Watch,
): string {
  const copies = new Map(saved.map((variable, number) => [variable, copyOf(number)]));
  const parts = [
    ...saved.map((variable, number) => `${copyOf(number)} = ${variable.id}`),
    ...statements.map((each) => statementText(each, copies)),
    ...saved.map((_, number) => `${copyOf(number)} = 0`),
    ...(watch === undefined ? [] : [watch.taken(command)]),
    `printf("atlas step ${index}\\n")`,
  ];
  const guard = watch === undefined ? [] : [watch.goesOn];
  return `  :: d_step { ${[...guard, `(${promelaText(command.guard)})`].join(' && ')} -> ${parts.join('; ')} } /* ${comment(labelOf(command))} */`;
}

function statementText(statement: Sequenced, copies: ReadonlyMap<Variable, string>): string {
  const known = new Map([...copies].filter(([variable]) => statement.copies.has(variable)));
  const { condition, assigned } = written(known);
  if ('target' in statement) return `${statement.target.id} = ${assigned(statement.target, statement.term)}`;
  const branches = statement.branches.map(
    ({ when, does }) => `:: ${condition(when)} -> ${does.map((each) => statementText(each, copies)).join('; ')}`,
  );
  return `if ${branches.join(' ')} :: else fi`;
}

/** The formula of a claim, from the moment the initial configuration is chosen. */
function formula({ goal, after }: Claim): string {
  const met = (condition: Condition): string => `(${STARTED} && (${promelaText(condition)}))`;
  const never = `[] !${met(goal)}`;
  return after === undefined ? never : `[] (${met(after)} -> ${never})`;
}
