/** The shortest ways from some configurations of a graph to all that they lead to. */
import type { StateGraph, Walked } from '../../model/explore/graph.ts';

/** What is found, in order, and how each of it is come to. */
export type BreadthFirst = {
  /** The configurations, those begun from first. */
  readonly order: readonly number[];
  /** The one that a shortest way begins in, and its steps. */
  readonly way: (id: number) => { readonly start: number; readonly walked: readonly Walked[] };
};

/** Goes through a graph from all of some configurations at once. */
export function breadthFirst(graph: StateGraph, starts: readonly number[]): BreadthFirst {
  const parent = new Int32Array(graph.size).fill(-2);
  const arrival = new Int32Array(graph.size);
  const order: number[] = [...starts];
  for (const id of starts) parent[id] = -1;
  for (let next = 0; next < order.length; next++) {
    const id = order[next] as number;
    if (id >= graph.expanded) continue;
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++) {
      const to = graph.target[edge] as number;
      if (parent[to] !== -2) continue;
      parent[to] = id;
      arrival[to] = graph.action[edge] as number;
      order.push(to);
    }
  }
  const way: BreadthFirst['way'] = (id) => {
    const walked: Walked[] = [];
    let start = id;
    for (; (parent[start] as number) >= 0; start = parent[start] as number)
      walked.push({ action: arrival[start] as number, to: start });
    return { start, walked: walked.reverse() };
  };
  return { order, way };
}
