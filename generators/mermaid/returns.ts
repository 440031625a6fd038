/** The ways back to a state that was left and is remembered: where a later row recalls it. */
import { listOf, selectStates } from '../../model/table/select.ts';
import { type Row, STAY, type Table } from '../../model/table/types.ts';
import { type Edge, edgesOf } from './edges.ts';

/** The variables in which a row saves the state that it leaves. */
const savedBy = ({ set = {} }: Row): readonly string[] =>
  Object.entries(set).flatMap(([variable, assignment]) =>
    typeof assignment === 'object' && assignment !== null && 'save' in assignment ? [variable] : [],
  );

/** Whether the guard of a row plainly excludes that a variable holds a state; what is said of it together with others is not looked at. */
function excludes({ when }: Row, variable: string, state: string): boolean {
  const condition = when?.[variable];
  if (condition === undefined) return false;
  if (typeof condition !== 'object' || condition === null) return condition !== state;
  if (Array.isArray(condition)) return false;
  const { eq, ne, in: among } = condition as { eq?: unknown; ne?: unknown; in?: unknown };
  if (typeof eq === 'string' || eq === null) return eq !== state;
  if (typeof ne === 'string') return ne === state;
  return Array.isArray(among) && !among.includes(state);
}

/**
 * The rows that lead back to a state, as edges to it: those that recall a variable, in the states that can be come to from where the state is left
 * and saved there, as long as the variable keeps it. Conditions on other variables are not looked at: an edge says its condition.
 */
export function returnsTo(table: Table, state: string): readonly Edge[] {
  const variables = new Map<string, Set<string>>();
  for (const { from, to, row } of edgesOf(table))
    if (from === state)
      for (const variable of savedBy(row)) {
        const ends = variables.get(variable) ?? new Set();
        variables.set(variable, 'state' in to ? ends.add(to.state) : ends);
      }
  return [...variables].flatMap(([variable, ends]) => backFrom(table, state, variable, ends));
}

function backFrom(table: Table, state: string, variable: string, ends: ReadonlySet<string>): readonly Edge[] {
  const there = new Set(ends);
  const rows = [...table.transitions.entries()].filter(([, row]) => !excludes(row, variable, state));
  for (const from of there)
    for (const [, row] of rows) {
      const keeps = !Object.hasOwn(row.set ?? {}, variable);
      if (keeps && typeof row.to === 'string' && row.to !== STAY && selectStates(table.states, row.from).includes(from))
        there.add(row.to);
    }
  there.delete(state);
  return rows.flatMap(([index, row]) =>
    typeof row.to === 'object' && row.to.recall === variable
      ? selectStates(table.states, row.from)
          .filter((from) => there.has(from))
          .flatMap((from) => listOf(row.on).map((event): Edge => ({ from, to: { state }, event, row, index })))
      : [],
  );
}
