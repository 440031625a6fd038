/** The arrows of a table: which states its runs lead to which, by which rows. */
import { exploreModel } from '../../model/explore/compiled.ts';
import type { StateGraph } from '../../model/explore/graph.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import type { Row, Table } from '../../model/table/types.ts';

export type TableArrow = {
  readonly from: string;
  readonly to: string;
  /** The indices of the rows that take it. */
  readonly rows: readonly number[];
  readonly events: readonly string[];
};

/** The arrows of a table by their ends. */
export type Arrows = {
  readonly all: readonly TableArrow[];
  readonly between: (from: string, to: string) => TableArrow | undefined;
  readonly graph: StateGraph;
};

/** So many configurations are explored to find out which arrows a table has; beyond, they are read from its rows alone. */
export const MOST_EXPLORED = { maxConfigurations: 20_000, maxTransitions: 200_000 } as const;

/** The states that a row can lead to from one of its states, as it is written. */
export function targetsOf({ states, memory }: Table, { to }: Row, from: string): readonly string[] {
  if (typeof to === 'string') return [to === 'stay' ? from : to];
  const variable = memory?.[to.recall];
  return variable !== undefined && 'states' in variable ? selectStates(states, variable.states) : [];
}

/**
 * The arrows that runs of a table take. From states that no run reaches, and where the table is too large to be explored, the arrows are
 * those that its rows could take as they are written.
 */
export function arrowsOf(table: Table): Arrows {
  const graph = exploreModel(table, MOST_EXPLORED);
  const found = new Map<string, { from: string; to: string; rows: Set<number>; events: Set<string> }>();
  const add = (from: string, to: string, row: number, event: string): void => {
    const key = JSON.stringify([from, to]);
    const arrow = found.get(key) ?? { from, to, rows: new Set(), events: new Set() };
    arrow.rows.add(row);
    arrow.events.add(event);
    found.set(key, arrow);
  };
  const state = graph.read({ state: true }) as (id: number) => string;
  const reached = new Set<string>();
  for (let id = 0; id < graph.size; id++) reached.add(state(id));
  for (let id = 0; id < graph.expanded; id++)
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++) {
      const { event, rows } = graph.actions[graph.action[edge] as number] as StateGraph['actions'][number];
      add(state(id), state(graph.target[edge] as number), rows[0]?.row as number, event);
    }
  table.transitions.forEach((row, index) => {
    for (const from of selectStates(table.states, row.from))
      if (graph.stopped !== undefined || !reached.has(from))
        for (const to of targetsOf(table, row, from)) for (const event of listOf(row.on)) add(from, to, index, event);
  });
  const arrows = new Map(
    [...found].map(([key, { from, to, rows, events }]) => [key, { from, to, rows: [...rows], events: [...events] }]),
  );
  return { all: [...arrows.values()], between: (from, to) => arrows.get(JSON.stringify([from, to])), graph };
}
