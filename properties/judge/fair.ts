/**
 * Runs that go on for ever without breaking fairness.
 *
 * An event counts as enabled where some step on it is enabled in the whole machine, and as taken when one of its steps is,
 * even a step that changes nothing. A run breaks weak fairness of an event that is enabled from some moment on and never
 * taken again, and strong fairness of one that is enabled infinitely often and taken finitely often. Nothing else has to happen.
 */
import { components, type Ids } from '../../model/explore/components.ts';
import type { GraphStep, StateGraph } from '../../model/explore/graph.ts';
import type { Fairness } from '../../model/table/types.ts';
import { Defect } from './defect.ts';
import { shortestWalk } from './paths.ts';

const isEnabled = (graph: StateGraph, id: number, event: string): boolean =>
  graph.steps[id]?.some((step) => step.event === event) ?? false;

/** Whether a run may stay in an expanded configuration for ever while nothing happens: no fair event is enabled there. */
export function mayStop(graph: StateGraph, id: number, { weak = [], strong = [] }: Fairness): boolean {
  return id < graph.steps.length && ![...weak, ...strong].some((event) => isEnabled(graph, id, event));
}

/**
 * The disjoint sets of configurations, among `members`, round each of which a run may go for ever, visiting all of the set
 * and taking all steps inside it, without breaking fairness. Every fair cycle among `members` lies in one of them.
 *
 * A strongly connected component that breaks weak fairness has no fair part. One that breaks strong fairness of an event can
 * only be fair without the configurations where that event is enabled: these are removed and the rest is decomposed again.
 * E. A. Emerson, C.-L. Lei, “Modalities for model checking: branching time logic strikes back”, Science of Computer
 * Programming 8, 1987, section on fair strongly connected components.
 */
export function fairComponents(graph: StateGraph, members: Ids, { weak = [], strong = [] }: Fairness): readonly Ids[] {
  const fair: Ids[] = [];
  const work = [...components(graph, members)];
  for (let component = work.pop(); component !== undefined; component = work.pop()) {
    const inside = new Set(component);
    const taken = new Set<string>();
    for (const id of component) for (const { event, to } of graph.steps[id] ?? []) if (inside.has(to)) taken.add(event);
    if (taken.size === 0) continue;
    const ignored = (event: string): boolean => !taken.has(event);
    if (weak.filter(ignored).some((event) => component.every((id) => isEnabled(graph, id, event)))) continue;
    const starved = strong.filter(ignored);
    const kept = component.filter((id) => !starved.some((event) => isEnabled(graph, id, event)));
    if (kept.length === component.length) fair.push(component);
    else for (const part of components(graph, kept)) work.push(part);
  }
  return fair;
}

/** What a fair cycle through a component still owes to an event: a step on it, or for a weak one a place where it is disabled. */
type Debt = { readonly event: string; readonly weak: boolean };

/** A cycle through a configuration of a fair component that breaks no fairness: short, though not always the shortest. */
export function fairCycle(
  graph: StateGraph,
  component: Ids,
  entry: number,
  { weak = [], strong = [] }: Fairness,
): readonly GraphStep[] {
  const inside = new Set(component);
  const walk = (from: number, isGoal: (step: GraphStep) => boolean): readonly GraphStep[] => {
    const found = shortestWalk(graph, inside, from, isGoal);
    if (found === undefined) throw new Defect('a fair component has no way to a step it must have');
    return found;
  };
  const returns = ({ to }: GraphStep): boolean => to === entry;

  const shortest = walk(entry, returns);
  if (fairRound(graph, shortest, { weak, strong })) return shortest;

  const pays = ({ event, weak }: Debt, step: GraphStep): boolean =>
    step.event === event || (weak && !isEnabled(graph, step.to, event));
  let debts: readonly Debt[] = [
    ...weak.filter((event) => isEnabled(graph, entry, event)).map((event) => ({ event, weak: true })),
    ...strong
      .filter((event) => component.some((id) => isEnabled(graph, id, event)))
      .map((event) => ({ event, weak: false })),
  ];
  const cycle: GraphStep[] = [];
  const go = (leg: readonly GraphStep[]): void => {
    for (const step of leg) cycle.push(step);
    debts = debts.filter((debt) => !leg.some((step) => pays(debt, step)));
  };
  while (debts.length > 0) go(walk(cycle.at(-1)?.to ?? entry, (step) => debts.some((debt) => pays(debt, step))));
  const end = cycle.at(-1)?.to;
  if (end !== entry) go(walk(end ?? entry, returns));
  return cycle;
}

/** Whether going round and round a cycle breaks no fairness. */
function fairRound(graph: StateGraph, cycle: readonly GraphStep[], { weak = [], strong = [] }: Required<Fairness>) {
  const ignored = (event: string): boolean => !cycle.some((step) => step.event === event);
  const enabledAt = (event: string) => (step: GraphStep) => isEnabled(graph, step.to, event);
  return (
    !weak.filter(ignored).some((event) => cycle.every(enabledAt(event))) &&
    !strong.filter(ignored).some((event) => cycle.some(enabledAt(event)))
  );
}
