/**
 * A table as a machine for XState v5.
 *
 * Guards and assignments become functions of the context. A timer stays an event, which the program around the machine sends. A table
 * may fire any enabled row; XState takes the first of several transitions that are enabled on one event. What XState has no word for
 * (properties, fairness, rulings) is listed, not dropped in silence.
 */
import { listOf, selectStates } from '../../model/table/select.ts';
import {
  type Assignment,
  type Condition,
  type Guard,
  type Operand,
  type Row,
  STAY,
  type Table,
  type Value,
} from '../../model/table/types.ts';
import { identifiers } from './names.ts';

/** The comparisons in JavaScript. */
export const SIGNS: { readonly [comparison: string]: string } = {
  eq: '===',
  ne: '!==',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** A value as an expression, which no text can leave. */
export const json = (value: unknown): string => JSON.stringify(value).replace(/[<\u2028\u2029]/g, escaped);
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
const read = (variable: string): string => `context[${json(variable)}]`;

function operandText(operand: Operand): string {
  return typeof operand === 'object' && operand !== null ? read(operand.memory) : json(operand);
}

function conditionText(variable: string, condition: Condition): string {
  if (typeof condition !== 'object' || condition === null) return `${read(variable)} === ${json(condition)}`;
  const parts = Object.entries(condition).map(([comparison, right]) =>
    Array.isArray(right)
      ? `${json(right)}.includes(${read(variable)})`
      : `${read(variable)} ${SIGNS[comparison]} ${operandText(right as Operand)}`,
  );
  return all(parts);
}

/** That all of some conditions hold. */
export const all = (parts: readonly string[]): string =>
  parts.length === 0 ? 'true' : parts.map((each) => `(${each})`).join(' && ');
/** That some of some conditions hold. */
export const any = (parts: readonly string[]): string =>
  parts.length === 0 ? 'false' : parts.map((each) => `(${each})`).join(' || ');

function guardText(guard: Guard): string {
  const parts = Object.entries(guard).map(([word, wanted]) => {
    if (word === 'all') return all((wanted as readonly Guard[]).map(guardText));
    if (word === 'any') return any((wanted as readonly Guard[]).map(guardText));
    if (word === 'not') return `!(${guardText(wanted as Guard)})`;
    return conditionText(word, wanted as Condition);
  });
  return all(parts);
}

/** What must hold for an assignment to stay in its variable's domain. */
function fits(table: Table, name: string, assignment: Assignment, from: string): readonly string[] {
  const declared = table.memory?.[name];
  if (declared === undefined || typeof assignment !== 'object' || assignment === null || 'flag' in declared) return [];
  const value = valueText(name, assignment, from);
  if ('range' in declared) return [`${value} >= ${declared.range[0]}`, `${value} <= ${declared.range[1]}`];
  const values: readonly Value[] =
    'values' in declared ? declared.values : [null, ...selectStates(table.states, declared.states)];
  return [`${json(values)}.includes(${value})`];
}

function valueText(name: string, assignment: Assignment, from: string): string {
  if (typeof assignment !== 'object' || assignment === null) return json(assignment);
  if ('add' in assignment) return `${read(name)} + ${assignment.add}`;
  return 'memory' in assignment ? read(assignment.memory) : json(from);
}

/** The keys of states: XState reads a dot in a target as a path, so names with dots get others. */
export function keysOf(table: Table): ReadonlyMap<string, string> {
  const names = Object.keys(table.states);
  const others = identifiers(names, 'state');
  return new Map(names.map((name) => [name, name.includes('.') ? (others.get(name) as string) : name]));
}

export type Keys = ReadonlyMap<string, string>;

/** One transition per target: a recalled state becomes one for each state that the variable can hold. */
function transitions(table: Table, keys: Keys, row: Row, from: string): readonly string[] {
  const sets = Object.entries(row.set ?? {});
  const needs = [
    ...(row.when === undefined ? [] : [guardText(row.when)]),
    ...sets.flatMap(([name, assignment]) => fits(table, name, assignment, from)),
  ];
  const assigned = sets.map(([name, assignment]) => `${json(name)}: ${valueText(name, assignment, from)}`);
  const actions = assigned.length === 0 ? [] : [`actions: assign(({ context }) => ({ ${assigned.join(', ')} }))`];
  const to = (target: string | undefined, more: readonly string[]): string => {
    const guard = [...needs, ...more];
    return `{ ${[
      ...(target === undefined ? [] : [`target: ${json(keys.get(target))}`]),
      ...(guard.length === 0 ? [] : [`guard: ({ context }) => ${all(guard)}`]),
      ...actions,
    ].join(', ')} }`;
  };
  if (typeof row.to === 'string') return [to(row.to === STAY ? undefined : row.to, [])];
  const { recall } = row.to;
  const held = table.memory?.[recall];
  const states = held !== undefined && 'states' in held ? selectStates(table.states, held.states) : [];
  return states.map((state) => to(state, [`${read(recall)} === ${json(state)}`]));
}

/** What of a table the module cannot say, one line each. */
export function tableLeavesOut(table: Table): readonly string[] {
  const initial = Object.keys(table.states).filter((state) => table.states[state]?.initial !== undefined);
  const several = Object.entries(table.memory ?? {}).filter(
    ([, { initial: first }]) => Array.isArray(first) && first.length > 1,
  );
  return [
    ...(initial.length > 1 ? [`other initial states: ${initial.slice(1).join(', ')}; a machine starts in one`] : []),
    ...several.map(([name]) => `other initial values of ${name}; a machine starts with one`),
    ...Object.entries(table.states).flatMap(([name, { final }]) =>
      final !== undefined && final !== true ? [`${name} is final only while a guard holds; here it is not final`] : [],
    ),
    ...Object.keys(table.properties ?? {}).map(
      (name) => `the property “${name}”: a machine makes its steps and asks nothing`,
    ),
    ...Object.entries(table.events).flatMap(([name, { after }]) =>
      after === undefined ? [] : [`the duration ${after} of ${name}; send the event yourself`],
    ),
    ...(table.rulings === undefined ? [] : ['rulings: they are about findings, and a machine has none']),
  ];
}

/** What a module leaves out, as comments of one line each. */
export const leftOut = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => `// Left out: ${line.replace(/[\r\n\u2028\u2029]+/g, ' ')}`);

/**
 * The call that makes a table's machine. Names come from the table as strings; nothing of it becomes code but guards and
 * assignments, rebuilt from data.
 */
export function machineText(table: Table): string {
  const keys = keysOf(table);
  const names = [...keys.keys()];
  const initial = names.find((state) => table.states[state]?.initial !== undefined) ?? names[0] ?? '';
  const declared = table.states[initial]?.initial;
  const given = typeof declared === 'object' ? declared.memory : {};
  const context = Object.entries(table.memory ?? {}).map(([name, variable]) => {
    const first = variable.initial ?? ('flag' in variable ? false : null);
    return `${json(name)}: ${json(Object.hasOwn(given, name) ? given[name] : Array.isArray(first) ? first[0] : first)}`;
  });
  const states = names.map((name) => {
    const rows = new Map<string, string[]>();
    for (const row of table.transitions) {
      if (!selectStates(table.states, row.from).includes(name)) continue;
      for (const event of new Set(listOf(row.on)))
        rows.set(event, [...(rows.get(event) ?? []), ...transitions(table, keys, row, name)]);
    }
    const on = [...rows].map(([event, each]) => `        ${json(event)}: [${each.join(', ')}],`);
    // XState lets nothing leave a final state; where rows do, the state keeps them and is marked by a tag instead.
    const final =
      table.states[name]?.final === true
        ? on.length === 0
          ? [`      type: 'final',`]
          : [`      tags: ['final'],`]
        : [];
    return [
      `    ${json(keys.get(name))}: {`,
      ...final,
      ...(on.length === 0 ? [] : ['      on: {', ...on, '      },']),
      '    },',
    ].join('\n');
  });
  return [
    `createMachine({`,
    `  id: ${json(table.name)},`,
    `  initial: ${json(keys.get(initial))},`,
    ...(context.length === 0 ? [] : [`  context: { ${context.join(', ')} },`]),
    `  states: {`,
    ...states,
    `  },`,
    `})`,
  ].join('\n');
}

/** The module of a table. */
export const xstateOfTable = (table: Table): string =>
  [
    `// ${table.name}: generated from its table, for XState v5. Of several enabled transitions XState takes the first.`,
    ...leftOut(tableLeavesOut(table)),
    `import { assign, createMachine } from 'xstate';`,
    '',
    `export const machine = ${machineText(table)};`,
    '',
  ].join('\n');
