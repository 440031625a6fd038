/** The steps of a graph as roads that a tester walks: along edges, and back to a beginning by starting afresh. */
import type { StateGraph } from '../../model/explore/graph.ts';

/** A run from a beginning: the initial configuration, by its id, and the edges taken, by their numbers. */
export type Run = { readonly start: number; readonly edges: readonly number[] };

/** The configuration each edge leaves. */
export function sourcesOf({ expanded, offset, transitions }: StateGraph): Int32Array {
  const sources = new Int32Array(transitions);
  for (let id = 0; id < expanded; id++) sources.fill(id, offset[id] as number, offset[id + 1] as number);
  return sources;
}

/**
 * The edges of the shortest way from a place to one where something is wanted, the wanted edge last; `undefined` where none is. Places are
 * edges that were just taken, or initial configurations: what is wanted may depend on how one came.
 */
export function nearest(
  graph: StateGraph,
  from: Place,
  isWanted: (edge: number, before: number | undefined) => boolean,
): readonly number[] | undefined {
  const cameFrom = new Map<number, number | undefined>();
  const queue: (number | undefined)[] = [from.edge];
  for (const before of queue) {
    const at = before === undefined ? from.configuration : (graph.target[before] as number);
    for (let edge = graph.offset[at] as number; edge < (graph.offset[at + 1] as number); edge++) {
      if (isWanted(edge, before)) return back(cameFrom, edge, before, from.edge);
      if (cameFrom.has(edge) || edge === from.edge) continue;
      cameFrom.set(edge, before);
      queue.push(edge);
    }
  }
  return undefined;
}

/** Where a tester is: in a configuration, and the edge by which they came, if any. */
export type Place = { readonly configuration: number; readonly edge: number | undefined };

function back(
  cameFrom: ReadonlyMap<number, number | undefined>,
  last: number,
  before: number | undefined,
  first: number | undefined,
): readonly number[] {
  const way = [last];
  for (let at = before; at !== first && at !== undefined; at = cameFrom.get(at)) way.push(at);
  return way.reverse();
}
