/**
 * A table or a system as a Murphi model, for rumur and other engines of that language.
 *
 * One rule per command, named by its number, so that a trace of the engine can be taken back to the model. Counts of states and of fired rules are
 * our counts of configurations and transitions. Invariants, what must never be, what must be reachable and what must always stay
 * reachable can be said in Murphi (the last one as rumur's `liveness`, which is AG EF); where a property waits for a condition, the model
 * notices when it is met, which multiplies its configurations. What must happen under fairness cannot be said.
 */
import { labelOf } from '../../model/explore/machine.ts';
import type { Model, SystemProperty } from '../../model/system/types.ts';
import { type Claim, claimsOf, monitored, propertiesOf } from './claims.ts';
import { type Command, commandsOf, type Program } from './commands.ts';
import { type Condition, not, type Type, type Variable } from './expressions.ts';
import { infix, literal } from './infix.ts';
import { comment } from './names.ts';
import { startChoices } from './starts.ts';
import { inSequence, type Sequenced } from './statements.ts';

const NO_COPIES: ReadonlySet<Variable> = new Set();

const copyOf = (variable: Variable): string => `before_${variable.id}`;

/** How Murphi writes expressions, reading the copies of some variables. */
const written = (copies: ReadonlySet<Variable> = NO_COPIES) =>
  infix({
    and: '&',
    or: '|',
    not: '!',
    signs: { eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' },
    truth: String,
    choose: (condition, one, other) => `(${condition} ? ${one} : ${other})`,
    name: (variable) => (copies.has(variable) ? copyOf(variable) : variable.id),
  });

/** Whether Murphi can say the property. */
export const murphiCanSay = (property: SystemProperty): boolean => !('eventually' in property || 'leadsTo' in property);

/** Whether a model can hold the property beside others: it waits for nothing, so that it leaves the configurations as they are. */
export const murphiCanSayBeside = (property: SystemProperty): boolean =>
  murphiCanSay(property) && !('after' in property);

/**
 * The model, with all properties that can stand beside others, or with one of them alone.
 *
 * @throws {RangeError} when the property cannot be said in Murphi; ask {@link murphiCanSay} first.
 */
export function murphi(model: Model, asked?: { readonly name: string; readonly property: SystemProperty }): string {
  const program = commandsOf(model);
  const properties =
    asked === undefined
      ? propertiesOf(model).filter(([, each]) => murphiCanSayBeside(each))
      : [[asked.name, asked.property] as const];
  const { program: watching, claims } = monitored(
    program,
    properties.flatMap(([name, property]) => claimsOf(program, name, property)),
  );
  return murphiModel(watching, claims.map(said));
}

/** A program in Murphi, with what is asked of it. */
export function murphiModel(program: Program, asked: readonly string[]): string {
  const { model, variables, commands } = program;
  return [
    `-- ${comment(model.name)}: generated from its definition; one rule per event, binding and choice of rows.`,
    ...(variables.names.length === 0 ? [] : ['type']),
    ...variables.names.map(({ id, members }) => `  ${id} : enum { ${[...members.values()].join(', ')} };`),
    'var',
    ...variables.all.map(({ id, type }) => `  ${id} : ${typeText(type)};`),
    '',
    ...starts(program),
    ...commands.flatMap(rule),
    ...asked,
    '',
  ].join('\n');
}

function typeText(type: Type): string {
  if (type.kind === 'flag') return 'boolean';
  return type.kind === 'names' ? type.id : `${type.from} .. ${type.to}`;
}

/** The initial configurations: one by one, or by a parameter for each choice. */
function starts(program: Program): readonly string[] {
  const choices = startChoices(program);
  const [first, ...more] = choices;
  if (more.length === 0)
    return (first ?? []).flatMap((start, index) => [
      `startstate "${index}" begin`,
      ...[...start].map(([variable, is]) => `  ${variable.id} := ${literal(variable.type, is)};`),
      'end;',
    ]);
  const parameter = (index: number): string => `choice${index}_`;
  const sets = choices.flatMap((choice, index) =>
    [...(choice[0] ?? [])].map(([variable]) => {
      const values = choice.map((each) => literal(variable.type, each.get(variable) ?? null));
      const isOne = values.every((each) => each === values[0]);
      const chosen = (at: number): string =>
        at === values.length - 1
          ? (values[at] as string)
          : `(${parameter(index)} = ${at} ? ${values[at]} : ${chosen(at + 1)})`;
      return `  ${variable.id} := ${isOne ? values[0] : chosen(0)};`;
    }),
  );
  return [
    `ruleset ${choices.map(({ length }, index) => `${parameter(index)} : 0 .. ${length - 1}`).join('; ')} do`,
    'startstate "chosen" begin',
    ...sets,
    'end;',
    'endruleset;',
  ];
}

/** A command as a rule. What is read after it was written is copied first. */
function rule(command: Command, index: number): readonly string[] {
  const { saved, statements } = inSequence(command.statements);
  return [
    `rule "${index}: ${comment(labelOf(command))}" ${written().condition(command.guard)} ==>`,
    ...(saved.length === 0 ? [] : ['var', ...saved.map((each) => `  ${copyOf(each)} : ${typeText(each.type)};`)]),
    'begin',
    ...saved.map((each) => `  ${copyOf(each)} := ${each.id};`),
    ...statements.flatMap((each) => statementText(each, '  ')),
    'end;',
  ];
}

function statementText(statement: Sequenced, indent: string): readonly string[] {
  const { condition, assigned } = written(statement.copies);
  if ('target' in statement)
    return [`${indent}${statement.target.id} := ${assigned(statement.target, statement.term)};`];
  const branches = statement.branches.flatMap(({ when, does }, index) => [
    `${indent}${index === 0 ? 'if' : 'elsif'} ${condition(when)} then`,
    ...does.flatMap((each) => statementText(each, `${indent}  `)),
  ]);
  return [...branches, `${indent}end;`];
}

/** Counts the configurations that meet a condition. */
export const covered = (name: string, condition: Condition): string =>
  `cover "${name}" ${written().condition(condition)};`;

/** Stops at a configuration that meets a condition. */
export const forbidden = (name: string, condition: Condition): string =>
  `invariant "${name}" ${written().condition(not(condition))};`;

/** Looks for a configuration from which none can be reached that meets a condition. */
export const alwaysReachable = (name: string, condition: Condition): string =>
  `liveness "${name}" ${written().condition(condition)};`;

/** A claim as rumur checks it. */
function said({ property, binding = {}, kind, goal }: Claim): string {
  const called = comment(labelOf({ event: property, binding })).replaceAll('"', "'");
  if (kind === 'never') return forbidden(called, goal);
  if (kind === 'reachable') return covered(called, goal);
  if (kind === 'canReach') return alwaysReachable(called, goal);
  throw new RangeError('Murphi cannot say what must happen under fairness');
}
