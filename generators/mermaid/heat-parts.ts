/** How often everything of a table was taken, or of each table of a system over all its instances, by arrows. */
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model, type System } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import { expandedKey } from '../../properties/random/coverage.ts';
import { type Edge, edgesOf } from './edges.ts';

/** Counts by their keys, as coverage has them: states, expanded rows, and the different transitions that took those. */
export type Heat = {
  readonly states: ReadonlyMap<string, number>;
  readonly expanded: ReadonlyMap<string, number>;
  readonly different: ReadonlyMap<string, number>;
};

/** The arrow of a row from one state: in a table for one event, in a system for all events of the row. */
export type HeatArrow = {
  readonly edges: readonly [Edge, ...Edge[]];
  readonly times: number;
  readonly transitions: number;
};

/** A table, and how often everything of it was taken. */
export type HeatPart = {
  readonly table: Table;
  readonly visits: ReadonlyMap<string, number>;
  readonly arrows: readonly HeatArrow[];
};

/** The parts of a model: one for a table, one for each table of a system. */
export const heatParts = (model: Model, heat: Heat): readonly HeatPart[] =>
  isSystem(model) ? model.tables.map((table) => partIn(model, table, heat)) : [partOf(model, heat)];

function partOf(table: Table, { states, expanded, different }: Heat): HeatPart {
  const arrows = edgesOf(table).map((edge): HeatArrow => {
    const key = expandedKey({ row: edge.index }, edge.from, edge.event);
    return { edges: [edge], times: expanded.get(key) ?? 0, transitions: different.get(key) ?? 0 };
  });
  return { table, visits: states, arrows };
}

function partIn(system: System, table: Table, { states, expanded, different }: Heat): HeatPart {
  const names = [...instancesOf(system).values()].flatMap((each) =>
    each.table?.name === table.name ? [each.name] : [],
  );
  const sum = (counts: ReadonlyMap<string, number>, keyOf: (instance: string) => string): number =>
    names.reduce((total, name) => total + (counts.get(keyOf(name)) ?? 0), 0);
  const visits = Object.keys(table.states).map((state) => [state, sum(states, (name) => `${name} ${state}`)] as const);
  const alike = Map.groupBy(edgesOf(table), ({ index, from }) => `${index} ${from}`);
  const arrows = [...alike.values()].map((edges): HeatArrow => {
    const [{ index, from }] = edges as [Edge, ...Edge[]];
    const key = (instance: string): string => expandedKey({ row: index, instance }, from);
    return { edges: edges as [Edge, ...Edge[]], times: sum(expanded, key), transitions: sum(different, key) };
  });
  return { table, visits: new Map(visits), arrows };
}
