/** The edges of a table's diagrams: rows expanded, and all that join the same two states merged into one label. */
import { listOf, selectStates } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import { type Event, type Row, STAY, type Table } from '../../model/table/types.ts';
import { durationText, predicateText } from '../words.ts';

/** Where an edge leads: a state, or the state saved in a variable. */
export type Target = { readonly state: string } | { readonly recall: string };

/** One expanded row, as an edge. */
export type Edge = { readonly from: string; readonly to: Target; readonly event: string; readonly row: Row };

/** Every expanded row, in row order. A row that stays is an edge from a state to itself. */
export function edgesOf(table: Table): readonly Edge[] {
  return table.transitions.flatMap((row) =>
    selectStates(table.states, row.from).flatMap((from) =>
      listOf(row.on).map((event) => ({ from, to: targetOf(row, from), event, row })),
    ),
  );
}

function targetOf({ to }: Row, from: string): Target {
  if (typeof to !== 'string') return to;
  return { state: to === STAY ? from : to };
}

/** An identity of a target, for grouping. */
export const targetKey = (target: Target): string => ('state' in target ? `s ${target.state}` : `r ${target.recall}`);

/** An event in words: its label, and a timer's duration. */
export function eventText(table: Table, event: string, language: string): string {
  const { label, after } = table.events[event] as Event;
  const words = textIn(label, language, event);
  return after === undefined ? words : `${words} (after ${durationText(after)})`;
}

/** What an edge says: the event, and its guard. */
export function edgeText(table: Table, { event, row }: Edge, language: string): string {
  const guard = row.when === undefined ? '' : ` [${predicateText(row.when)}]`;
  return `${eventText(table, event, language)}${guard}`;
}
