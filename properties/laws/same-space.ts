/** Whether a space and a graph of one model say the same of it. */
import { expect } from 'vitest';
import { type StateGraph, traceTo } from '../../model/explore/graph.ts';
import { actionKey, type Bound, isSystemConfiguration, type Question } from '../../model/explore/machine.ts';
import type { Configurations, Space } from '../../model/explore/space/space.ts';
import { finish } from '../../model/explore/work.ts';
import { shortestWay } from '../judge/paths.ts';

/** A space beside the graph, with the id of each position and the position of each id. */
export type Beside = {
  readonly space: Space;
  readonly graph: StateGraph;
  readonly positions: readonly number[];
  readonly ids: ReadonlyMap<number, number>;
};

/** Puts a space beside a graph, and insists that they have the same configurations and counts. */
export function beside(space: Space, graph: StateGraph): Beside {
  const { size, initial, transitions, depth } = graph;
  const { survey } = space;
  expect({ size: space.size, initial: space.initial, transitions: survey.transitions, depth: space.depth }).toEqual({
    size,
    initial,
    transitions,
    depth,
  });
  const { key } = graph.machine;
  const idOf = new Map(Array.from({ length: size }, (_, id) => [key(graph.configuration(id)), id]));
  const ids = new Map([...space.positions(space.reached)].map((at) => [at, idOf.get(key(space.configuration(at)))]));
  expect(new Set(ids.values())).toEqual(new Set(idOf.values()));
  const positions: number[] = [];
  for (const [position, id] of ids) positions[id as number] = position;
  return { space, graph, positions, ids: ids as ReadonlyMap<number, number> };
}

/** The ids of a set, ascending. */
export const idsIn = ({ space, ids }: Beside, set: Configurations): readonly number[] => {
  const found = Array.from(space.positions(set), (position) => ids.get(position) as number).sort((a, b) => a - b);
  expect(found.length).toBe(set.count);
  return found;
};

type Edge = { readonly from: number; readonly to: number; readonly by: string };

/** The edges of a graph, in order. */
function edgesOf({ expanded, offset, target, action, actions }: StateGraph): readonly Edge[] {
  const names = actions.map(actionKey);
  return Array.from({ length: expanded }, (_, from) => from).flatMap((from) =>
    Array.from({ length: (offset[from + 1] as number) - (offset[from] as number) }, (_, place) => {
      const edge = (offset[from] as number) + place;
      return { from, to: target[edge] as number, by: names[action[edge] as number] as string };
    }),
  );
}

/** Insists on the same steps, forwards in order and backwards, and on what a survey says of them. */
export function insistOnSameSteps(both: Beside): void {
  const { space, graph, positions, ids } = both;
  const edges = edgesOf(graph);
  const found = positions.flatMap((position, from) =>
    space
      .successors(position)
      .map(({ occasion, to }) => ({ from, to: ids.get(to), by: actionKey(space.action(occasion)) })),
  );
  expect(found).toEqual(edges);
  const asText = ({ from, to, by }: { from: number | undefined; to: number | undefined; by: string }) =>
    `${from} ${to} ${by}`;
  const backwards = positions.flatMap((position, to) =>
    space.predecessors(position).map(({ occasion, from }) => ({
      from: ids.get(from),
      to,
      by: actionKey(space.action(occasion)),
    })),
  );
  expect(backwards.map(asText).sort()).toEqual(edges.map(asText).sort());
  const { survey } = space;
  expect(survey.actions.map(actionKey).sort()).toEqual(graph.actions.map(actionKey).sort());
  const stuck = positions.flatMap((_, id) => (graph.offset[id] === graph.offset[id + 1] ? [id] : []));
  expect(idsIn(both, survey.stuck)).toEqual(stuck);
}

/** Insists that everybody is in the same places. */
export function insistOnSamePlaces({ space, graph }: Beside): void {
  const start = graph.configuration(0);
  const names = isSystemConfiguration(start) ? Object.keys(start.instances) : [undefined];
  const text = (local: unknown): string => JSON.stringify(local);
  for (const name of names)
    expect(finish(space.occurring(name)).map(text).sort()).toEqual(
      graph
        .occurrences(name)
        .map(({ local }) => text(local))
        .sort(),
    );
}

/** Insists on where a condition holds, on what is found first there, on the way to it, and on what can reach it. */
export function insistOnSameAnswer(both: Beside, question: Question, bound?: Bound): void {
  const { space, graph, positions } = both;
  const test = graph.test(question, bound);
  const expected = positions.flatMap((_, id) => (test(id) ? [id] : []));
  const set = finish(space.where(question, bound));
  expect(idsIn(both, set)).toEqual(expected);
  const first = finish(space.first(set));
  expect(first).toBe(expected[0] === undefined ? undefined : positions[expected[0]]);
  if (first !== undefined) expect(finish(space.traceTo(first))).toEqual(traceTo(graph, expected[0] as number));
  expect(idsIn(both, finish(space.leadingTo(set)))).toEqual(closure(graph, expected, ({ from, to }) => [to, from]));
  expect(idsIn(both, finish(space.from(set)))).toEqual(closure(graph, expected, ({ from, to }) => [from, to]));
  space.free(set);
}

/** Insists on the trace that is in one set before it ends in another, whose last configuration is given by a second search. */
export function insistOnSameWay(both: Beside, turn: Question, goal: Question, bound?: Bound): void {
  const { space, graph } = both;
  const [turns, goals] = [finish(space.where(turn, bound)), finish(space.where(goal, bound))];
  const expected = finish(
    shortestWay(graph, { turn: graph.test(turn, bound), within: () => true, goal: graph.test(goal, bound) }),
  );
  expect(finish(space.traceThrough(turns, goals))).toEqual(expected?.trace);
  space.free(turns, goals);
}

/** What is reached from some ids by edges in one direction or the other. */
function closure(
  graph: StateGraph,
  start: readonly number[],
  along: (edge: Edge) => readonly [number, number],
): readonly number[] {
  const reached = new Set(start);
  const edges = edgesOf(graph).map(along);
  for (let size = -1; size < reached.size; ) {
    size = reached.size;
    for (const [from, to] of edges) if (reached.has(from)) reached.add(to);
  }
  return [...reached].sort((a, b) => a - b);
}
