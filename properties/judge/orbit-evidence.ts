/** What orbits show: what a graph does, with counts of all that its configurations stand for, and traces of real instances. */
import { type Field, traceTo } from '../../model/explore/graph.ts';
import { lifted } from '../../model/explore/symmetry/lifting.ts';
import type { Orbits } from '../../model/explore/symmetry/orbits.ts';
import { inPieces, known, type Work } from '../../model/explore/work.ts';
import type { Evidence } from './evidence.ts';
import { graphEvidence } from './graph-evidence.ts';

export function orbitEvidence(orbits: Orbits): Evidence {
  const { graph, sizes } = orbits;
  return {
    ...graphEvidence(graph),
    get machine() {
      return graph.machine;
    },
    weight: (id) => sizes[id] as number,
    changed: (lists) => changedIn(orbits, lists),
    traceTo: (id) => known(lifted(orbits, traceTo(graph, id))),
  };
}

/** Looks at every step, as it is before instances are exchanged, until each list has a field that was changed. */
function* changedIn({ graph, stepsOf }: Orbits, lists: readonly (readonly Field[])[]): Work<ReadonlySet<number>> {
  const changed = new Set<number>();
  if (graph.expanded === 0) return changed;
  const { steps } = stepsOf(0);
  let left = lists.flatMap((fields, list) =>
    fields.map((field) => ({ list, read: graph.read(field), after: steps.read(field) })),
  );
  let id = 0;
  yield* inPieces((most) => {
    const end = Math.min(graph.expanded, id + most);
    for (; id < end && left.length > 0; id++) {
      const { count } = stepsOf(id);
      for (const { list, read, after } of left) {
        const value = read(id);
        for (let step = 0; step < count; step++) if (after(step) !== value) changed.add(list);
      }
      left = left.filter(({ list }) => !changed.has(list));
    }
    return id < graph.expanded && left.length > 0;
  });
  return changed;
}
