/**
 * A table as a Murphi model, for rumur and other engines of that language.
 *
 * One rule per expanded row, named by its row, event and state, so that a trace of the engine can be taken back to the table. Counts of states
 * and of fired rules are our counts of configurations and transitions. Invariants, what must never be, what must be reachable and what
 * must always stay reachable can be said in Murphi (the last one as rumur's `liveness`, which is AG EF); with `after`, a monitor
 * remembers that the condition has been met, so a model holds one property at most. What must happen under fairness cannot be said.
 */
import { tableMachine } from '../../model/explore/naive.ts';
import type { Predicate, Property, Table, Variable } from '../../model/table/types.ts';
import { type Command, type Commands, commandsOf, STATE } from './commands.ts';
import { comment } from './names.ts';

/** How Murphi writes expressions. */
export const MURPHI = { and: '&', or: '|', not: '!', equal: '=', unequal: '!=' } as const;
const MONITOR = 'met_';

/** What is asked of the model beside its counts: one property, all that need no monitor, or that nothing is stuck. */
export type Question = { readonly property: Property } | 'all' | 'stuck';

/** Whether Murphi can say the property. */
export const murphiCanSay = (property: Property): boolean => !('eventually' in property || 'leadsTo' in property);

/** Whether a model can hold the property beside others: it needs no monitor, which would multiply the configurations. */
export const murphiCanSayBeside = (property: Property): boolean => murphiCanSay(property) && !('after' in property);

/** The model. @throws {RangeError} when the property cannot be said in Murphi; ask {@link murphiCanSay} first. */
export function murphi(table: Table, question?: Question): string {
  const commands = commandsOf(table, MURPHI);
  const after = typeof question === 'object' && 'after' in question.property ? question.property.after : undefined;
  const remember = after === undefined ? [] : [`  if ${commands.holds(after)} then ${MONITOR} := true; end;`];
  return [
    `-- ${comment(table.name)}: generated from its table; one rule per expanded row.`,
    ...types(commands),
    'var',
    `  ${STATE} : States;`,
    ...Object.entries(table.memory ?? {}).map(
      ([name, variable]) => `  ${commands.variables.get(name)} : ${typeOf(variable)};`,
    ),
    ...(after === undefined ? [] : [`  ${MONITOR} : boolean;`]),
    '',
    ...starts(table, commands, after === undefined ? [] : [`  ${MONITOR} := false;`, ...remember]),
    ...commands.commands.flatMap((command) => rule(table, command, remember)),
    ...asked(table, commands, question),
    '',
  ].join('\n');
}

function types({ states, words, unset }: Commands): readonly string[] {
  const members = [...states.values(), unset];
  return [
    'type',
    `  States : enum { ${members.join(', ')} };`,
    ...(words.size === 0 ? [] : [`  Words : enum { ${[...words.values()].join(', ')} };`]),
  ];
}

function typeOf(variable: Variable): string {
  if ('range' in variable) return `${variable.range[0]} .. ${variable.range[1]}`;
  if ('flag' in variable) return 'boolean';
  return 'values' in variable ? 'Words' : 'States';
}

const starts = (
  table: Table,
  { states, variables, literal }: Commands,
  remember: readonly string[],
): readonly string[] =>
  tableMachine(table).initial.flatMap(({ state, memory }, index) => [
    `startstate "${index}" begin`,
    `  ${STATE} := ${states.get(state)};`,
    ...Object.entries(memory).map(([name, value]) => `  ${variables.get(name)} := ${literal(name, value)};`),
    ...remember,
    'end;',
  ]);

/** What a row copies is read into locals first, since Murphi assigns one after the other. */
function rule(table: Table, command: Command, remember: readonly string[]): readonly string[] {
  const { name, guard, assignments } = command;
  const local = (index: number): string => `local${index}_`;
  const copied = assignments.flatMap((assigned, index) => (assigned.copies ? [{ ...assigned, index }] : []));
  const typed = copied.map(({ variable, index }) => {
    const declared = variable === undefined ? undefined : table.memory?.[variable];
    return `  ${local(index)} : ${declared === undefined ? 'States' : typeOf(declared)};`;
  });
  return [
    `rule "${name}" ${guard} ==>`,
    ...(typed.length === 0 ? [] : ['var', ...typed]),
    'begin',
    ...copied.map(({ value, index }) => `  ${local(index)} := ${value};`),
    ...assignments.map(({ target, value, copies }, index) => `  ${target} := ${copies ? local(index) : value};`),
    ...remember,
    'end;',
  ];
}

function asked(table: Table, { holds, commands }: Commands, question?: Question): readonly string[] {
  if (question === undefined) return [];
  if (question === 'all')
    return Object.entries(table.properties ?? {}).flatMap(([name, property]) =>
      murphiCanSayBeside(property) ? [said(name, property, holds)] : [],
    );
  if (question === 'stuck') {
    const free = [holds({ final: true }), ...commands.map(({ guard }) => guard)].map((each) => `(${each})`);
    return [`invariant "asked" ${free.join(' | ')};`];
  }
  return [said('asked', question.property, holds)];
}

/** A property as rumur checks it. */
function said(name: string, property: Property, holds: Commands['holds']): string {
  const called = `"${comment(name).replaceAll('"', "'")}"`;
  const meets = (predicate: Predicate): string => `(${holds(predicate)})`;
  if ('invariant' in property) return `invariant ${called} ${meets(property.invariant)};`;
  if ('reachable' in property) return `cover ${called} ${meets(property.reachable)};`;
  const met = 'after' in property && property.after !== undefined ? MONITOR : 'true';
  if ('never' in property) return `invariant ${called} !(${met} & ${meets(property.never)});`;
  if ('alwaysCanReach' in property) return `liveness ${called} !${met} | ${meets(property.alwaysCanReach)};`;
  throw new RangeError('Murphi cannot say what must happen under fairness');
}
