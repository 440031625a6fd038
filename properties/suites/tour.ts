/**
 * The shortest tour that takes every transition: the directed Chinese postman problem (Edmonds and Johnson, Matching, Euler tours and the Chinese
 * postman, 1973). Where the lifecycle cannot get back to a beginning, starting afresh is a step of the tour too.
 */
import type { StateGraph } from '../../model/explore/graph.ts';
import { type Arc, cheapestFlow } from './flow.ts';
import { type Run, sourcesOf } from './roads.ts';

/** A tour: its runs, each ended by starting afresh or by the end of the tour; and how long it is, with the number of fresh starts. */
export type Tour = { readonly runs: readonly Run[]; readonly steps: number; readonly resets: number };

/**
 * The shortest closed tour through every transition of a completely explored graph. It begins and ends in a beginning: where it cannot walk there, it
 * ends by starting afresh, which counts as a step. Of several initial configurations each begins a run.
 */
export function tourOf(graph: StateGraph): Tour {
  const isSingle = graph.initial === 1;
  const hub = isSingle ? 0 : graph.size;
  const sources = sourcesOf(graph);
  const canReturn = returning(graph, sources);
  const steps: Arc[] = Array.from({ length: graph.transitions }, (_, edge) => ({
    from: sources[edge] as number,
    to: graph.target[edge] as number,
    cost: 1,
  }));
  const beginnings: Arc[] = isSingle
    ? []
    : Array.from({ length: graph.initial }, (_, to) => ({ from: hub, to, cost: 0 }));
  const resets = Array.from({ length: graph.size }, (_, from): Arc => ({ from, to: hub, cost: 1 })).filter(
    ({ from }) => canReturn[from] === 0 || (!isSingle && from < graph.initial),
  );
  const needed = steps.length + beginnings.length;
  const arcs = [...steps, ...beginnings, ...resets];
  const surplus = new Array<number>(Math.max(hub + 1, graph.size)).fill(0);
  for (const { from, to } of arcs.slice(0, needed)) {
    surplus[to] = (surplus[to] as number) + 1;
    surplus[from] = (surplus[from] as number) - 1;
  }
  const more = cheapestFlow(surplus.length, arcs, surplus);
  const walked = circuit(
    hub,
    arcs,
    more.map((count, arc) => count + (arc < needed ? 1 : 0)),
  );
  const runs: { start: number; edges: number[] }[] = isSingle ? [{ start: 0, edges: [] }] : [];
  for (const arc of walked) {
    if (arc < steps.length) (runs.at(-1) as { edges: number[] }).edges.push(arc);
    else if (arc < needed || isSingle) runs.push({ start: (arcs[arc] as Arc).to, edges: [] });
  }
  const walks = runs.filter(({ edges }) => edges.length > 0);
  const unmoved = [...new Set(runs.map(({ start }) => start))].filter(
    (start) => !walks.some((run) => run.start === start),
  );
  return {
    runs: [...walks, ...unmoved.map((start) => ({ start, edges: [] }))],
    steps: runs.reduce((sum, { edges }) => sum + edges.length, 0),
    resets: walked.filter((arc) => arc >= needed).length,
  };
}

/** Whether each configuration can get to an initial one by steps. */
function returning(graph: StateGraph, sources: Int32Array): Uint8Array {
  const into: number[][] = Array.from({ length: graph.size }, () => []);
  for (let edge = 0; edge < graph.transitions; edge++)
    into[graph.target[edge] as number]?.push(sources[edge] as number);
  const can = new Uint8Array(graph.size).fill(1, 0, graph.initial);
  const queue = Array.from({ length: graph.initial }, (_, id) => id);
  for (const id of queue)
    for (const from of into[id] ?? []) {
      if (can[from] === 1) continue;
      can[from] = 1;
      queue.push(from);
    }
  return can;
}

/** A closed walk that takes every arc as often as it says (Hierholzer 1873). */
function circuit(start: number, arcs: readonly Arc[], times: readonly number[]): readonly number[] {
  const left = [...times];
  const out: number[][] = [];
  for (const [index, { from }] of arcs.entries()) {
    out[from] ??= [];
    out[from]?.push(index);
  }
  const at = out.map(() => 0);
  const walked: number[] = [];
  const stack: { readonly node: number; readonly by: number }[] = [{ node: start, by: -1 }];
  while (stack.length > 0) {
    const { node, by } = stack.at(-1) as { node: number; by: number };
    const ways = out[node] ?? [];
    while ((at[node] ?? 0) < ways.length && left[ways[at[node] as number] as number] === 0)
      at[node] = (at[node] as number) + 1;
    const arc = ways[at[node] ?? 0];
    if (arc === undefined) {
      stack.pop();
      if (by >= 0) walked.push(by);
    } else {
      left[arc] = (left[arc] as number) - 1;
      stack.push({ node: (arcs[arc] as Arc).to, by: arc });
    }
  }
  return walked.reverse();
}
