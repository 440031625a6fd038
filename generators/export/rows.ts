/** The rows of a table that an instance can take on an event. */
import type { InstancePredicate } from '../../model/system/types.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import { type Row, STAY, type Table, type Value } from '../../model/table/types.ts';
import { all, any, type Condition, canHold, compare, fits, read, type Variable, value } from './expressions.ts';
import type { Assigned } from './statements.ts';
import type { Local } from './variables.ts';

/** A row that can be taken: when, and what it does; none where the instance only is set. */
export type RowChoice = { readonly when: Condition; readonly row?: number; readonly does: readonly Assigned[] };

/** The rows on an event in lists, so that in each list at most one can be taken in any state. */
export function rowChoices(
  table: Table,
  event: string,
  local: Local,
  holds: (guard: InstancePredicate) => Condition,
): readonly (readonly RowChoice[])[] {
  const lists: { readonly rows: RowChoice[]; readonly from: Set<string> }[] = [];
  for (const [index, row] of table.transitions.entries()) {
    if (!listOf(row.on).includes(event)) continue;
    const from = leaves(table, row, local);
    if (from.length === 0) continue;
    const list = lists.find((each) => !from.some((state) => each.from.has(state)));
    const choice = { row: index, ...taken(row, from, local, holds) };
    if (list === undefined) lists.push({ rows: [choice], from: new Set(from) });
    else {
      list.rows.push(choice);
      for (const state of from) list.from.add(state);
    }
  }
  return lists.map(({ rows }) => rows);
}

/** The states that a row leaves, without those that it would save in a variable that cannot hold them. */
function leaves(table: Table, { from, set = {} }: Row, { memory }: Local): readonly string[] {
  const saving = Object.entries(set).flatMap(([name, assignment]) =>
    typeof assignment === 'object' && assignment !== null && 'save' in assignment ? [memory.get(name) as Variable] : [],
  );
  const states = [...new Set(selectStates(table.states, from))];
  return states.filter((state) => saving.every((variable) => canHold(variable, state)));
}

function taken(
  { when, to, set = {} }: Row,
  from: readonly string[],
  local: Local,
  holds: (guard: InstancePredicate) => Condition,
): Pick<RowChoice, 'when' | 'does'> {
  const state = local.state as Variable;
  const variable = (name: string): Variable => local.memory.get(name) as Variable;
  const sets = Object.entries(set).map(([name, assignment]): Assigned => {
    const target = variable(name);
    if (typeof assignment !== 'object' || assignment === null) return { target, term: value(assignment as Value) };
    if ('add' in assignment) return { target, term: { kind: 'plus', variable: target, add: assignment.add } };
    return { target, term: read('memory' in assignment ? variable(assignment.memory) : state) };
  });
  const isSaved = ({ term }: Assigned): boolean => term.kind === 'read' && term.variable === state;
  const recalled = typeof to === 'string' ? [] : [compare('ne', read(variable(to.recall)), value(null))];
  const target = typeof to === 'string' ? value(to) : read(variable(to.recall));
  const moves = to === STAY || (from.length === 1 && to === from[0]) ? [] : [{ target: state, term: target }];
  return {
    when: all([
      any(from.map((each) => compare('eq', read(state), value(each)))),
      ...(when === undefined ? [] : [holds(when as InstancePredicate)]),
      ...recalled,
      ...sets.filter((each) => !isSaved(each)).map((each) => fits(each.target, each.term)),
    ]),
    does: [...moves, ...sets],
  };
}
