/** What a graph shows. */
import { type Field, type StateGraph, traceTo } from '../../model/explore/graph.ts';
import { findFirst, forEach, inPieces, known, type Work } from '../../model/explore/work.ts';
import type { Evidence } from './evidence.ts';
import { type Followed, type Locals, localsAmong } from './followed.ts';

export function graphEvidence(graph: StateGraph): Evidence {
  return {
    get machine() {
      return graph.machine;
    },
    stopped: graph.stopped,
    configuration: (id) => graph.configuration(id),
    read: (field) => graph.read(field),
    test: (question, bound) => graph.test(question, bound),
    isFinal: (id) => graph.isFinal(id),
    actions: () => known(graph.actions),
    *stuck() {
      const { offset, expanded } = graph;
      const found: number[] = [];
      yield* forEach(expanded, (id) => {
        if (offset[id] === offset[id + 1] && !graph.isFinal(id)) found.push(id);
      });
      return found;
    },
    first: (ids) => known(ids.reduce((least, id) => Math.min(least, id), Number.POSITIVE_INFINITY)),
    locals: (followed) => known(localsIn(graph, followed)),
    *holdsAlways(question, bound) {
      const test = graph.test(question, bound);
      return (yield* findFirst(graph.size, (id) => !test(id))) === undefined;
    },
    *holdsNever(question, bound) {
      return (yield* findFirst(graph.size, graph.test(question, bound))) === undefined;
    },
    changed: (lists) => changedIn(graph, lists),
    weight: () => 1,
    traceTo: (id) => known(traceTo(graph, id)),
  };
}

function localsIn(graph: StateGraph, { table, instances }: Followed): Locals {
  if (instances.includes(undefined))
    return {
      size: graph.size,
      state: graph.read({ state: true }) as (id: number) => string,
      meets: (guard) => graph.test(guard),
    };
  return localsAmong(
    table,
    instances.map((instance) => graph.occurrences(instance).map(({ local }) => local)),
  );
}

/** Looks at every step until each list has a field that was changed. */
function* changedIn(graph: StateGraph, lists: readonly (readonly Field[])[]): Work<ReadonlySet<number>> {
  const { expanded, offset, target } = graph;
  const changed = new Set<number>();
  let left = lists.flatMap((fields, list) => fields.map((field) => ({ list, read: graph.read(field) })));
  let id = 0;
  yield* inPieces((most) => {
    const end = Math.min(expanded, id + most);
    for (; id < end && left.length > 0; id++) {
      const values = left.map(({ read }) => read(id));
      const before = changed.size;
      for (let edge = offset[id] as number; edge < (offset[id + 1] as number); edge++)
        left.forEach(({ list, read }, index) => {
          if (read(target[edge] as number) !== values[index]) changed.add(list);
        });
      if (changed.size > before) left = left.filter(({ list }) => !changed.has(list));
    }
    return id < expanded && left.length > 0;
  });
  return changed;
}
