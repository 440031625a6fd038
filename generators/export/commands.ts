/**
 * A table as guarded commands with infix expressions, which is what Murphi and Promela have in common. The table is read by
 * its definition, row by row; nothing here is shared with the explorers whose second opinion this serves.
 */
import { listOf, selectStates } from '../../model/table/select.ts';
import {
  type Assignment,
  type Condition,
  type Operand,
  type Predicate,
  STAY,
  type Table,
  type Value,
  type Variable,
} from '../../model/table/types.ts';
import { identifiers } from './names.ts';

/** How a language writes what every language has. */
export type Syntax = {
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly equal: string;
  readonly unequal: string;
};

/** One assignment: a target and a value, both as expressions. */
export type Assigned = {
  readonly target: string;
  readonly value: string;
  /** The variable that is assigned; none for the state. */
  readonly variable?: string;
  /** Whether the value is another variable, which the same row may assign too. */
  readonly copies: boolean;
};

/** One expanded row. Assignments are simultaneous: every value is read before anything is written. */
export type Command = {
  /** Its name in the model, in letters that every engine reads: the row, the event, the state. */
  readonly name: string;
  readonly row: number;
  readonly event: string;
  readonly guard: string;
  readonly assignments: readonly Assigned[];
};

/** A table, ready to be written in a language of guarded commands. */
export type Commands = {
  readonly states: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string>;
  readonly words: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, string>;
  /** The identifier of the unset value of saved states. */
  readonly unset: string;
  readonly commands: readonly Command[];
  readonly holds: (predicate: Predicate) => string;
  /** A value of a variable, as an expression. */
  readonly literal: (variable: string, value: Value) => string;
};

/** The variable that holds the state. */
export const STATE = 'state_';

const ORDER: { readonly [comparison: string]: string } = { lt: '<', le: '<=', gt: '>', ge: '>=' };

export function commandsOf(table: Table, syntax: Syntax): Commands {
  const memory = Object.entries(table.memory ?? {});
  const states = identifiers(Object.keys(table.states), 's');
  const events = identifiers(Object.keys(table.events), 'e');
  const words = identifiers(new Set(memory.flatMap(([, each]) => ('values' in each ? each.values : []))), 'w');
  const variables = identifiers(Object.keys(table.memory ?? {}), 'm');
  const unset = 'unset_';

  const stateIs = (name: string): string => `${STATE} ${syntax.equal} ${states.get(name)}`;
  const all = (parts: readonly string[]): string => joined(parts, syntax.and, 'true');
  const any = (parts: readonly string[]): string => joined(parts, syntax.or, 'false');
  const not = (part: string): string => `${syntax.not}(${part})`;
  const variable = (name: string): string => variables.get(name) as string;
  const declared = (name: string): Variable => (table.memory as NonNullable<Table['memory']>)[name] as Variable;
  /** A word may be a value of one variable and a state of another: the variable it is compared with decides. */
  const literal = (name: string, value: Value): string => {
    if (value === null) return unset;
    if (typeof value !== 'string') return String(value);
    return ('states' in declared(name) ? states : words).get(value) as string;
  };

  function meets(name: string, condition: Condition): string {
    const left = variable(name);
    const operand = (right: Operand): string =>
      typeof right === 'object' && right !== null ? variable(right.memory) : literal(name, right);
    if (typeof condition !== 'object' || condition === null) return `${left} ${syntax.equal} ${operand(condition)}`;
    const parts = Object.entries(condition).map(([comparison, right]) => {
      if (Array.isArray(right)) return any(right.map((each) => `${left} ${syntax.equal} ${literal(name, each)}`));
      const sign = comparison === 'eq' ? syntax.equal : comparison === 'ne' ? syntax.unequal : ORDER[comparison];
      return `${left} ${sign} ${operand(right as Operand)}`;
    });
    return all(parts);
  }

  const isFinal = (): string =>
    any(
      Object.entries(table.states).flatMap(([name, { final }]) => {
        if (final === undefined) return [];
        return [final === true ? stateIs(name) : all([stateIs(name), holds(final.when)])];
      }),
    );
  const inStates = (test: (name: string) => boolean): string =>
    any(Object.keys(table.states).filter(test).map(stateIs));

  function holds(predicate: Predicate): string {
    const parts = Object.entries(predicate).map(([word, wanted]) => {
      const several = (): string[] => (wanted as readonly Predicate[]).map(holds);
      const names = (): readonly string[] => listOf(wanted as string | readonly string[]);
      switch (word) {
        case 'all':
          return all(several());
        case 'any':
          return any(several());
        case 'not':
          return not(holds(wanted as Predicate));
        case 'state':
          return inStates((name) => names().includes(name));
        case 'group':
          return inStates((name) => names().includes(table.states[name]?.group ?? ''));
        case 'tag':
          return inStates((name) => (table.states[name]?.tags ?? []).some((tag) => names().includes(tag)));
        case 'final':
          return wanted === true ? isFinal() : not(isFinal());
        case 'enabled':
          return any(commands.filter(({ event }) => names().includes(event)).map(({ guard }) => guard));
        default:
          return meets(word, wanted as Condition);
      }
    });
    return all(parts);
  }

  const domainOf = (name: string): readonly string[] => {
    const variable = declared(name);
    if ('states' in variable) return selectStates(table.states, variable.states);
    return 'values' in variable ? variable.values : [];
  };
  /** What must hold for an assignment to stay in the variable's domain; nothing where reading the table has made sure. */
  function fits(name: string, assignment: Assignment, from: string): readonly string[] {
    if (typeof assignment !== 'object' || assignment === null) return [];
    const kind = declared(name);
    if ('save' in assignment) return domainOf(name).includes(from) ? [] : ['false'];
    const read = variable('add' in assignment ? name : assignment.memory);
    if ('range' in kind) {
      const added = 'add' in assignment ? assignment.add : 0;
      return [`${read} >= ${kind.range[0] - added}`, `${read} <= ${kind.range[1] - added}`];
    }
    if ('flag' in kind) return [];
    const allowed = domainOf(name).map((each) => `${read} ${syntax.equal} ${literal(name, each)}`);
    return [any('states' in kind ? [`${read} ${syntax.equal} ${unset}`, ...allowed] : allowed)];
  }
  function assigned(name: string, assignment: Assignment, from: string): string {
    if (typeof assignment !== 'object' || assignment === null) return literal(name, assignment);
    if ('add' in assignment) return sum(variable(name), assignment.add);
    return 'memory' in assignment ? variable(assignment.memory) : (states.get(from) as string);
  }

  const expanded = table.transitions.flatMap((row, index) =>
    [...new Set(selectStates(table.states, row.from))].flatMap((from) =>
      [...new Set(listOf(row.on))].map((event) => ({ row, index, from, event })),
    ),
  );
  const commands: readonly Command[] = expanded.map(({ row, index, from, event }) => {
    const sets = Object.entries(row.set ?? {});
    const recall = typeof row.to === 'string' ? [] : [`${variable(row.to.recall)} ${syntax.unequal} ${unset}`];
    const guards = [
      stateIs(from),
      ...(row.when === undefined ? [] : [holds(row.when)]),
      ...recall,
      ...sets.flatMap(([name, assignment]) => fits(name, assignment, from)),
    ];
    const target =
      typeof row.to === 'string' ? (states.get(row.to === STAY ? from : row.to) as string) : variable(row.to.recall);
    const assignments = [
      { target: STATE, value: target, copies: typeof row.to !== 'string' },
      ...sets.map(([name, assignment]) => ({
        variable: name,
        target: variable(name),
        value: assigned(name, assignment, from),
        copies: typeof assignment === 'object' && assignment !== null && 'memory' in assignment,
      })),
    ];
    const name = `${index}:${events.get(event)}:${states.get(from)}`;
    return { name, row: index, event, guard: all(guards), assignments };
  });
  return { states, events, words, variables, unset, commands, holds, literal };
}

const joined = (parts: readonly string[], sign: string, none: string): string => {
  if (parts.length < 2) return parts[0] ?? none;
  return parts.map((part) => `(${part})`).join(` ${sign} `);
};

const sum = (variable: string, number: number): string =>
  number < 0 ? `${variable} - ${-number}` : `${variable} + ${number}`;
