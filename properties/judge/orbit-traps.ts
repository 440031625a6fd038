/** Traps among orbits. */
import { exploringCompiled } from '../../model/explore/compiled.ts';
import type { Limits } from '../../model/explore/graph.ts';
import type { Orbits } from '../../model/explore/symmetry/orbits.ts';
import type { Work } from '../../model/explore/work.ts';
import { inside } from './inside.ts';
import { checkedGraph } from './on-graph.ts';
import type { CheckedGraph, Report } from './report.ts';
import { type Trap, told, trapsIn } from './traps.ts';

/**
 * SA205. A trap among orbits stands for several traps of the system, images of each other. What stays in a state in one of them cannot be told from its
 * orbits, whose instances are exchanged from step to step: so one of them is explored, beginning in the configuration that was found first. The others are as large.
 */
export function* orbitTraps(checked: CheckedGraph, orbits: Orbits, limits: Limits): Work<readonly Report[]> {
  const found: Trap[] = [];
  for (const { entry, members } of yield* trapsIn(checked)) {
    const graph = yield* inside(exploringCompiled(orbits.startingAt(entry), limits));
    const configurations = members.reduce((sum, id) => sum + (orbits.sizes[id] as number), 0);
    for (const one of yield* trapsIn(checkedGraph(checked.model, graph)))
      found.push({ ...one, entry, traps: configurations / one.configurations, configurations });
  }
  return told(found);
}
