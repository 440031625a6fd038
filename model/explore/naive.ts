/**
 * The definition of the language, as a program: what a configuration is, when a row is enabled, what firing does.
 * It reads the table itself and prefers being plain to being fast; everything faster is held against it.
 *
 * - A configuration is a state plus the value of every memory variable.
 * - A row stands for one expanded row per state of `from` and event of `on`. It is enabled in a configuration whose state is
 *   that state and whose memory meets the guard. Every enabled row can fire: none has precedence.
 * - Firing reads all values before it writes any. A row that would recall unset memory, or write a value outside a
 *   variable's domain, cannot fire; it is reported as blocked.
 */
import { isList, listOf, selectStates, selects } from '../table/select.ts';
import {
  type Assignment,
  type Predicate,
  type Row,
  STAY,
  type Table,
  type Value,
  type Variable,
} from '../table/types.ts';
import { holds, isFinal } from './holds.ts';
import type { Blocked, Machine, Moves, Step, TableConfiguration } from './machine.ts';

type Memory = TableConfiguration['memory'];
type Domains = ReadonlyMap<string, (value: Value) => boolean>;
type Outcome = { readonly to: TableConfiguration } | Pick<Blocked, 'reason' | 'variable' | 'value'>;

/** The domain of a variable: the test that a value passes when the variable can hold it. */
function domainOf(table: Table, variable: Variable): (value: Value) => boolean {
  if ('flag' in variable) return (value) => typeof value === 'boolean';
  if ('range' in variable) {
    const [from, to] = variable.range;
    return (value) => typeof value === 'number' && Number.isInteger(value) && from <= value && value <= to;
  }
  const held = 'values' in variable ? variable.values : [null, ...selectStates(table.states, variable.states)];
  const values = new Set<Value>(held);
  return (value) => values.has(value);
}

/** The declared initial values of a variable: a flag starts false, a saved state unset, where nothing is said. */
export function initialValues(variable: { readonly initial?: unknown }): readonly Value[] {
  const initial = variable.initial ?? ('flag' in variable ? false : null);
  return Array.isArray(initial) ? initial : [initial as Value];
}

/** Every initial state with every combination of initial values, in declaration order. */
function initialConfigurations(table: Table): readonly TableConfiguration[] {
  return Object.entries(table.states).flatMap(([state, { initial }]) => {
    if (initial === undefined) return [];
    const given = initial === true ? {} : initial.memory;
    let memories: Memory[] = [{}];
    for (const [name, variable] of Object.entries(table.memory ?? {})) {
      const values = Object.hasOwn(given, name) ? [given[name] as Value] : initialValues(variable);
      memories = memories.flatMap((memory) => values.map((value) => ({ ...memory, [name]: value })));
    }
    return memories.map((memory) => ({ state, memory }));
  });
}

function assigned(assignment: Assignment, name: string, before: TableConfiguration): Value {
  if (typeof assignment !== 'object' || assignment === null) return assignment;
  if ('add' in assignment) return (before.memory[name] as number) + assignment.add;
  if ('memory' in assignment) return before.memory[assignment.memory] as Value;
  return before.state;
}

function fire(row: Row, before: TableConfiguration, domains: Domains): Outcome {
  const target = typeof row.to === 'string' ? row.to : before.memory[row.to.recall];
  if (target === null && typeof row.to === 'object') return { reason: 'unset', variable: row.to.recall };
  const memory: Record<string, Value> = { ...before.memory };
  for (const [name, assignment] of Object.entries(row.set ?? {})) {
    const value = assigned(assignment, name, before);
    if (!domains.get(name)?.(value)) return { reason: 'outside', variable: name, value };
    memory[name] = value;
  }
  return { to: { state: target === STAY ? before.state : (target as string), memory } };
}

/** The rows that leave each state, in order. Rows that name their states are listed once; the others are asked when it matters. */
function rowIndex({ states, transitions }: Table): (state: string) => readonly number[] {
  const named = new Map<string, number[]>(Object.keys(states).map((state) => [state, []]));
  const selecting: number[] = [];
  for (const [index, { from }] of transitions.entries())
    if (typeof from === 'string' || isList(from))
      for (const state of new Set(listOf(from))) named.get(state)?.push(index);
    else selecting.push(index);
  const selectedBy = (state: string) => (index: number) => selects(states, (transitions[index] as Row).from, state);
  const known = new Map<string, readonly number[]>();
  return (state) => {
    const rows =
      known.get(state) ?? [...(named.get(state) ?? []), ...selecting.filter(selectedBy(state))].sort((a, b) => a - b);
    known.set(state, rows);
    return rows;
  };
}

/** The behaviour of one table. */
export function tableMachine(table: Table): Machine {
  const rowsFrom = rowIndex(table);
  const variables = Object.entries(table.memory ?? {});
  const domains: Domains = new Map(variables.map(([name, variable]) => [name, domainOf(table, variable)]));
  const key = ({ state, memory }: TableConfiguration): string =>
    JSON.stringify([state, ...variables.map(([name]) => memory[name])]);
  const machine: Machine = {
    name: table.name,
    initial: [...new Map(initialConfigurations(table).map((each) => [key(each), each])).values()],
    moves(configuration: TableConfiguration): Moves {
      const steps: Step[] = [];
      const blocked: Blocked[] = [];
      for (const index of rowsFrom(configuration.state)) {
        const row = table.transitions[index] as Row;
        if (row.when !== undefined && !machine.holds(row.when, configuration)) continue;
        const outcome = fire(row, configuration, domains);
        const taken = { row: index };
        for (const event of new Set(listOf(row.on))) {
          const action = { event, rows: [taken] };
          if ('to' in outcome) steps.push({ ...action, to: outcome.to });
          else blocked.push({ ...action, at: taken, ...outcome });
        }
      }
      return { steps, blocked };
    },
    holds: (predicate, configuration: TableConfiguration) =>
      holds(table, predicate as Predicate, configuration, isEnabled),
    isFinal: (configuration: TableConfiguration) => isFinal(table, configuration),
    key,
    describe({ state, memory }: TableConfiguration) {
      const values = Object.entries(memory).map(([name, value]) => `${name} ${value ?? 'unset'}`);
      return values.length === 0 ? state : `${state} (${values.join(', ')})`;
    },
  };
  const isEnabled = (event: string, configuration: TableConfiguration): boolean =>
    machine.moves(configuration).steps.some((step) => step.event === event);
  return machine;
}
