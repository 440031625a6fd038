/**
 * Runs that cover the states, the rows, or the pairs of rows of a table: each is taken from where the run stands to the nearest thing not covered
 * yet, or afresh where that is nearer. What must be refused is tried as soon as a run comes by. Short, not shortest: covering with the fewest steps is NP-hard in general.
 */
import type { StateGraph } from '../../model/explore/graph.ts';
import { type Action, rowKey, statesIn } from '../../model/explore/machine.ts';
import type { Left } from './refusals.ts';
import { nearest, type Place, type Run } from './roads.ts';

/** What can be covered; pairs of rows that follow each other, together with the rows themselves. */
export const COVERS = ['states', 'rows', 'row-pairs'] as const;
export type Cover = (typeof COVERS)[number];

/** What is to be covered: what an edge covers, taken after another one. */
type Covering = {
  readonly atStart: (configuration: number) => readonly string[];
  readonly by: (edge: number, before: number | undefined) => readonly string[];
};

function coveringOf(graph: StateGraph, cover: Cover): Covering {
  const rows = graph.actions.map((action: Action) => action.rows.map(rowKey));
  const rowsOf = (edge: number): readonly string[] => rows[graph.action[edge] as number] as readonly string[];
  if (cover === 'rows') return { atStart: () => [], by: (edge) => rowsOf(edge) };
  if (cover === 'row-pairs')
    return {
      atStart: () => [],
      by: (edge, before) => [
        ...rowsOf(edge),
        ...(before === undefined ? [] : rowsOf(before)).flatMap((first) =>
          rowsOf(edge).map((second) => `${first}, ${second}`),
        ),
      ],
    };
  const states = new Map<number, readonly string[]>();
  const statesOf = (id: number): readonly string[] => {
    const known = states.get(id);
    if (known !== undefined) return known;
    const found = statesIn(graph.configuration(id));
    states.set(id, found);
    return found;
  };
  return { atStart: statesOf, by: (edge) => statesOf(graph.target[edge] as number) };
}

/** What was covered, of how much there is. */
export type Covered = { readonly runs: readonly Run[]; readonly items: number };

/**
 * Runs that together cover everything reachable, and come by wherever something is left to be refused. Deterministic: of equally near things
 * the first in the order of steps.
 */
export function covered(graph: StateGraph, cover: Cover, refusals?: Left): Covered {
  const { atStart, by } = coveringOf(graph, cover);
  const left = new Set<string>();
  for (let id = 0; id < graph.initial; id++) for (const item of atStart(id)) left.add(item);
  for (let edge = 0; edge < graph.transitions; edge++) for (const item of by(edge, undefined)) left.add(item);
  if (cover === 'row-pairs')
    for (let edge = 0; edge < graph.transitions; edge++) {
      const at = graph.target[edge] as number;
      for (let after = graph.offset[at] as number; after < (graph.offset[at + 1] as number); after++)
        for (const item of by(after, edge)) left.add(item);
    }
  const items = left.size;
  const runs: { start: number; edges: number[] }[] = [];
  const begin = (start: number): void => {
    runs.push({ start, edges: [] });
    for (const item of atStart(start)) left.delete(item);
    refusals?.take(start);
  };
  const isWanted = (edge: number, before: number | undefined): boolean =>
    by(edge, before).some((item) => left.has(item)) || refusals?.isAt(graph.target[edge] as number) === true;
  for (let start = 0; start < graph.initial; start++)
    if (atStart(start).some((item) => left.has(item)) || refusals?.isAt(start)) begin(start);
  while (left.size > 0 || refusals?.isEmpty() === false) {
    const run = runs.at(-1);
    const here: Place | undefined = run && {
      configuration: run.edges.length === 0 ? run.start : (graph.target[run.edges.at(-1) as number] as number),
      edge: run.edges.at(-1),
    };
    const ways = [
      ...(here === undefined ? [] : [{ start: undefined, way: nearest(graph, here, isWanted) }]),
      ...Array.from({ length: graph.initial }, (_, start) => ({
        start,
        way: nearest(graph, { configuration: start, edge: undefined }, isWanted),
      })),
    ].flatMap(({ start, way }) =>
      way === undefined ? [] : [{ start, way, cost: way.length + (start === undefined ? 0 : 1) }],
    );
    const { start, way } = ways.reduce((one, other) => (other.cost < one.cost ? other : one));
    if (start !== undefined) begin(start);
    const edges = (runs.at(-1) as { edges: number[] }).edges;
    for (const edge of way) {
      for (const item of by(edge, edges.at(-1))) left.delete(item);
      refusals?.take(graph.target[edge] as number);
      edges.push(edge);
    }
  }
  return { runs, items };
}
