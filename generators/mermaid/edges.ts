/** The edges of a table's diagrams: rows expanded, and all that join the same two states merged into one label. */
import { listOf, selectStates } from '../../model/table/select.ts';
import { type Event, type Row, STAY, type Table } from '../../model/table/types.ts';
import type { DrawnEdge } from '../artefact.ts';
import { shorten } from '../characters.ts';
import { phrasesOf } from '../phrases/voice.ts';
import { durationText, predicateText } from '../words.ts';
import { nameIn, voiceOf } from './names.ts';
import { wordsOf } from './words.ts';

/** Where an edge leads: a state, or the state saved in a variable. */
export type Target = { readonly state: string } | { readonly recall: string };

/** One expanded row, as an edge. */
export type Edge = {
  readonly from: string;
  readonly to: Target;
  readonly event: string;
  readonly row: Row;
  /** The place of the row in the table. */
  readonly index: number;
};

/** Every expanded row, in row order. A row that stays is an edge from a state to itself. */
export function edgesOf(table: Table): readonly Edge[] {
  return table.transitions.flatMap((row, index) =>
    selectStates(table.states, row.from).flatMap((from) =>
      listOf(row.on).map((event) => ({ from, to: targetOf(row, from), event, row, index })),
    ),
  );
}

function targetOf({ to }: Row, from: string): Target {
  if (typeof to !== 'string') return to;
  return { state: to === STAY ? from : to };
}

/** The rows and events of edges, each once. */
export const standsFor = (edges: readonly Edge[]): Pick<DrawnEdge, 'rows' | 'events'> => ({
  rows: [...new Set(edges.map(({ index }) => index))],
  events: [...new Set(edges.map(({ event }) => event))],
});

/** An identity of a target, for grouping. */
export const targetKey = (target: Target): string => ('state' in target ? `s ${target.state}` : `r ${target.recall}`);

/** The longest guard in a diagram, in characters. */
const LONGEST_GUARD = 240;

/** An event in words: its label, and a timer's duration. */
export function eventText(table: Table, event: string, language: string): string {
  const { after } = table.events[event] as Event;
  const words = nameIn(table.events, event, language);
  return after === undefined
    ? words
    : `${words} (${wordsOf(language).after(durationText(after, phrasesOf(language)))})`;
}

/** What an edge says: the event, and its guard. */
export function edgeText(table: Table, { event, row }: Edge, language: string): string {
  const guard =
    row.when === undefined ? '' : ` [${shorten(predicateText(row.when, voiceOf(table, language)), LONGEST_GUARD)}]`;
  return `${eventText(table, event, language)}${guard}`;
}
