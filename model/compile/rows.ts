/** The rows of a table as parts of steps: what one of its instances, or the table alone, can do. */
import { listOf, selectStates } from '../table/select.ts';
import { type Assignment, type Row, STAY, type Table, type Value } from '../table/types.ts';
import type { Operand } from './comparisons.ts';
import type { Field, Owner } from './fields.ts';
import { lookup } from './formula.ts';
import {
  assign,
  type Blame,
  type Check,
  NOTHING,
  type OccasionPlan,
  type PartPlan,
  type RowTaken,
  type Update,
} from './plan.ts';
import { tablePredicate } from './predicates.ts';

/** The value that an assignment assigns: an operand, and what is added to it. */
function assigned(owner: Owner, variable: string, assignment: Assignment): { from: Operand; add?: number } {
  const fieldOf = (name: string): Operand => ({ field: owner.variables.get(name) as Field });
  if (typeof assignment !== 'object' || assignment === null) return { from: { value: assignment } };
  if ('add' in assignment) return { from: fieldOf(variable), add: assignment.add };
  return { from: 'memory' in assignment ? fieldOf(assignment.memory) : { field: owner.state as Field } };
}

/** What a row does to the state, and the check that the state it recalls is set. */
function move(owner: Owner, to: Row['to'], at: RowTaken): { updates: readonly Update[]; checks: readonly Check[] } {
  const field = owner.state as Field;
  if (to === STAY) return { updates: [], checks: [] };
  if (typeof to === 'string') return { updates: [{ field, reads: [], value: () => to }], checks: [] };
  const saved = owner.variables.get(to.recall) as Field;
  const unset: Blame = { reason: 'unset', at, ...instanceOf(owner), variable: to.recall };
  return {
    updates: [{ field, reads: [saved], value: ([state]) => state as Value }],
    checks: [{ field: saved, blame: (state) => (state === null ? unset : undefined) }],
  };
}

const instanceOf = ({ instance }: Owner): { readonly instance?: string } =>
  instance === undefined ? {} : { instance };

/** What an owner demands and does when it takes a row. */
function partOf(owner: Owner & { readonly table: Table }, index: number): PartPlan {
  const { from, when, to, set = {} } = owner.table.transitions[index] as Row;
  const states = new Set<Value>(selectStates(owner.table.states, from));
  const row: RowTaken = { row: index, ...instanceOf(owner) };
  const moved = move(owner, to, row);
  const assignments = Object.entries(set).map(([variable, assignment]) => {
    const { from: operand, add } = assigned(owner, variable, assignment);
    const outside = (value: Value): Blame => ({ reason: 'outside', at: row, ...instanceOf(owner), variable, value });
    const change = add === undefined ? undefined : (value: Value) => (value as number) + add;
    return assign(owner.variables.get(variable) as Field, operand, outside, change);
  });
  return {
    row,
    when: [
      lookup(owner.state as Field, (state) => states.has(state)),
      ...(when === undefined ? [] : [tablePredicate(owner, when)]),
    ],
    checks: [...moved.checks, ...assignments.map(({ check }) => check)],
    late: [],
    updates: [...moved.updates, ...assignments.map(({ update }) => update)],
  };
}

/** The parts that an owner can take on an event of its table, in row order. */
export const partsOn = (owner: Owner, event: string): readonly PartPlan[] =>
  (owner.table?.transitions ?? []).flatMap(({ on }, index) =>
    listOf(on).includes(event) ? [partOf(owner as Owner & { readonly table: Table }, index)] : [],
  );

/** What can happen in a table alone: in row order, then event order. */
export const occasionsOfTable = (owner: Owner): readonly OccasionPlan[] =>
  (owner.table?.transitions ?? []).flatMap(({ on }, index) => {
    const part = partOf(owner as Owner & { readonly table: Table }, index);
    return [...new Set(listOf(on))].map((event) => ({ event, common: NOTHING, choices: [[part]] }));
  });
