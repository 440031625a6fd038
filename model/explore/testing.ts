/** What tests of explorers compare. For tests only. */
import { expect } from 'vitest';
import type { StateGraph } from './graph.ts';
import { isSystemConfiguration } from './machine.ts';

/** Everything that a graph says, as plain data. */
export function contentOf(graph: StateGraph) {
  const ids = Array.from({ length: graph.size }, (_, id) => id);
  const first = ids.length === 0 ? undefined : graph.configuration(0);
  const instances = first !== undefined && isSystemConfiguration(first) ? Object.keys(first.instances) : [undefined];
  return {
    size: graph.size,
    expanded: graph.expanded,
    initial: graph.initial,
    transitions: graph.transitions,
    depth: graph.depth,
    actions: graph.actions,
    offset: Array.from(graph.offset),
    target: Array.from(graph.target),
    action: Array.from(graph.action),
    parent: Array.from(graph.parent),
    arrival: Array.from(graph.arrival),
    blocked: graph.blocked.map(({ blocked, ids: where }) => ({ blocked, ids: Array.from(where) })),
    stopped: graph.stopped,
    configurations: ids.map((id) => graph.configuration(id)),
    final: ids.filter((id) => graph.isFinal(id)),
    occurrences: instances.map((instance) => graph.occurrences(instance)),
  };
}

/** Two explorations gave one graph: the same numbers, in the same order, for the same things. */
export const expectSame = (graph: StateGraph, expected: StateGraph): void =>
  expect(contentOf(graph)).toEqual(contentOf(expected));
