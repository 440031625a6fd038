/**
 * A slow second opinion on every kind of property, by routes that share nothing with the judge but the machine: plain
 * reachability as a transitive closure, and infinite runs as the sets of configurations that they visit infinitely often.
 */
import type { Action, Bound, Configuration, Machine, Question } from '../../model/explore/machine.ts';
import type { SystemProperty } from '../../model/system/types.ts';
import type { Fairness, Property } from '../../model/table/types.ts';

/** A step, with the event and binding that fairness is about. */
type Edge = { readonly from: number; readonly event: string; readonly label: string; readonly to: number };
type Matrix = readonly (readonly boolean[])[];

/** All configurations reachable from the initial ones, depth first, with the steps between them. */
export type Behaviour = {
  readonly machine: Machine;
  readonly all: readonly Configuration[];
  readonly initial: readonly number[];
  readonly edges: readonly Edge[];
};

export function behaviour(machine: Machine): Behaviour {
  const all: Configuration[] = [];
  const edges: Edge[] = [];
  const ids = new Map<string, number>();
  const idOf = (configuration: Configuration): number => ids.get(machine.key(configuration)) as number;
  const stack = [...machine.initial];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (ids.has(machine.key(at))) continue;
    ids.set(machine.key(at), all.push(at) - 1);
    for (const { to } of machine.moves(at).steps) stack.push(to);
  }
  all.forEach((at, from) => {
    for (const { to, ...step } of machine.moves(at).steps)
      edges.push({ from, event: step.event, label: labelled(step), to: idOf(to) });
  });
  return { machine, all, initial: machine.initial.map(idOf), edges };
}

const labelled = ({ event, binding }: Action): string => JSON.stringify([event, binding]);

/** Warshall's closure: which configuration leads to which by one step or more that stay where `inside` is true. */
export function closure({ all, edges }: Behaviour, inside: readonly boolean[]): Matrix {
  const leads = all.map(() => all.map(() => false));
  for (const { from, to } of edges) if (inside[from] && inside[to]) (leads[from] as boolean[])[to] = true;
  for (const via of all.keys())
    for (const row of leads) if (row[via]) for (const to of all.keys()) row[to] ||= leads[via]?.[to] as boolean;
  return leads;
}

/** Every set that some run which breaks no fairness may visit infinitely often, staying where `inside` is true. */
function fairSets(behaviour: Behaviour, inside: readonly boolean[], fair: Fairness): readonly (readonly number[])[] {
  const { all, edges } = behaviour;
  const enabled = (id: number, label: string): boolean =>
    edges.some((each) => each.from === id && each.label === label);
  const labels = (events: readonly string[] = []): readonly string[] => [
    ...new Set(edges.filter(({ event }) => events.includes(event)).map(({ label }) => label)),
  ];
  const [weak, strong] = [labels(fair.weak), labels(fair.strong)];
  const ids = all.map((_, id) => id).filter((id) => inside[id]);
  const sets: number[][] = [];
  for (let mask = 1; mask < 2 ** ids.length; mask++) {
    const members = ids.filter((_, bit) => (mask >> bit) & 1);
    const leads = closure(
      behaviour,
      all.map((_, id) => members.includes(id)),
    );
    const goesRound = members.every((from) => members.every((to) => leads[from]?.[to]));
    if (!goesRound && members.length > 1) continue;
    const taken = edges
      .filter(({ from, to }) => goesRound && members.includes(from) && members.includes(to))
      .map(({ label }) => label);
    const weakKept = weak.every((label) => taken.includes(label) || members.some((id) => !enabled(id, label)));
    const strongKept = strong.every((label) => taken.includes(label) || !members.some((id) => enabled(id, label)));
    if (weakKept && strongKept) sets.push(members);
  }
  return sets;
}

/** Whether a property holds, its parameters bound, decided from its definition. */
export function reference(behaviour: Behaviour, property: Property | SystemProperty, bound: Bound = {}): boolean {
  const { machine, all, initial } = behaviour;
  const where = (question: Question): readonly boolean[] => all.map((at) => machine.holds(question, at, bound));
  const everywhere = all.map(() => true);
  const leads = closure(behaviour, everywhere);
  const reaches = (from: number, to: number): boolean => from === to || (leads[from]?.[to] as boolean);
  const ids = [...all.keys()];

  if ('invariant' in property) return where(property.invariant).every(Boolean);
  if ('reachable' in property) return where(property.reachable).some(Boolean);
  const condition = 'leadsTo' in property ? property.when : property.after;
  const asked = condition === undefined ? undefined : where(condition);
  if ('never' in property) {
    const bad = where(property.never);
    const starts = ids.filter((id) => asked?.[id] ?? true);
    return starts.every((from) => ids.every((to) => !bad[to] || !reaches(from, to)));
  }
  if ('alwaysCanReach' in property) {
    const goal = where(property.alwaysCanReach);
    const starts = ids.filter((id) => asked?.[id] ?? true);
    const required = ids.filter((id) => starts.some((start) => reaches(start, id)));
    return required.every((from) => ids.some((to) => goal[to] && reaches(from, to)));
  }
  const goal = where('leadsTo' in property ? property.leadsTo : property.eventually);
  const inside = goal.map((met) => !met);
  const within = closure(behaviour, inside);
  const starts = ids.filter((id) => inside[id] && (asked?.[id] ?? initial.includes(id)));
  const sets = fairSets(behaviour, inside, property.fair ?? {});
  return !starts.some((start) => sets.some((set) => set.some((id) => id === start || within[start]?.[id])));
}
