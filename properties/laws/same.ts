/** Whether two explorations of one model found the same: the compiled engine against the naive explorer. */
import { expect } from 'vitest';
import type { Field, StateGraph } from '../../model/explore/graph.ts';
import { actionKey, isSystemConfiguration } from '../../model/explore/machine.ts';

/**
 * Insists that two graphs are one: the same configurations under the same ids, the same edges in the same order, the
 * same ways there.
 */
export function insistOnSame(graph: StateGraph, oracle: StateGraph): void {
  const { size, expanded, initial, transitions, depth, stopped } = oracle;
  expect(outline(graph)).toEqual({ size, expanded, initial, transitions, depth, stopped });
  const { key } = oracle.machine;
  const name = ({ actions }: StateGraph, action: number): string => {
    const found = actions[action];
    return found === undefined ? '' : actionKey(found);
  };
  for (let id = 0; id < size; id++) {
    const [one, other] = [graph, oracle].map((each) => ({
      key: key(each.configuration(id)),
      from: each.parent[id],
      by: name(each, each.arrival[id] as number),
      isFinal: each.isFinal(id),
      edges: edgesOf(each, id).map((edge) => [name(each, each.action[edge] as number), each.target[edge]]),
    }));
    if (JSON.stringify(one) !== JSON.stringify(other)) expect(one).toEqual(other);
  }
  const blocked = (each: StateGraph) => each.blocked.map(({ blocked: what, ids }) => ({ what, ids: Array.from(ids) }));
  expect(blocked(graph)).toEqual(blocked(oracle));
  expect(new Set(graph.actions.map(actionKey)).size).toBe(graph.actions.length);
  expect(graph.actions.map(actionKey).sort()).toEqual(oracle.actions.map(actionKey).sort());
  insistOnSameReading(graph, oracle);
}

const outline = ({ size, expanded, initial, transitions, depth, stopped }: StateGraph) => ({
  size,
  expanded,
  initial,
  transitions,
  depth,
  stopped,
});

const edgesOf = ({ expanded, offset }: StateGraph, id: number): readonly number[] => {
  if (id >= expanded) return [];
  const from = offset[id] as number;
  return Array.from({ length: (offset[id + 1] as number) - from }, (_, index) => from + index);
};

/** The same of what is read of configurations: single fields, and what everybody is in. */
function insistOnSameReading(graph: StateGraph, oracle: StateGraph): void {
  if (oracle.size === 0) return;
  const start = oracle.configuration(0);
  const locals = isSystemConfiguration(start) ? Object.entries(start.instances) : [[undefined, start] as const];
  const fields = locals.flatMap(([instance, { state, memory }]): readonly Field[] => {
    const of = instance === undefined ? {} : { instance };
    return [
      ...(state === undefined ? [] : [{ ...of, state: true as const }]),
      ...Object.keys(memory).map((variable) => ({ ...of, variable })),
    ];
  });
  const shared = isSystemConfiguration(start) ? Object.keys(start.memory).map((variable) => ({ variable })) : [];
  for (const field of [...fields, ...shared]) {
    const [one, other] = [graph.read(field), oracle.read(field)];
    for (let id = 0; id < oracle.size; id++)
      if (one(id) !== other(id)) expect([id, field, one(id)]).toEqual([id, field, other(id)]);
  }
  for (const [instance] of locals) expect(graph.occurrences(instance)).toEqual(oracle.occurrences(instance));
}
