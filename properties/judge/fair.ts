/**
 * Runs that go on for ever without breaking fairness.
 *
 * Fairness is about labels: an event, in a system with its binding. A label counts as enabled where some step with it
 * is enabled in the whole machine, and as taken when one of its steps is, even a step that changes nothing. A run
 * breaks weak fairness of a label that is enabled from some moment on and never taken again, and strong fairness of
 * one that is enabled infinitely often and taken finitely often. Nothing else has to happen.
 */
import { type Components, decomposer, membersOf, type Parts } from '../../model/explore/components.ts';
import type { StateGraph } from '../../model/explore/graph.ts';
import { forEach, pausing, type Work } from '../../model/explore/work.ts';
import type { Fairness } from '../../model/table/types.ts';
import { labelKey } from './words.ts';

/** The labels that fairness is about, numbered. Labels that never occur are never enabled, so they do not matter. */
export type Duties = {
  /** The number of the label of each action; -1 where fairness does not speak of it. */
  readonly ofAction: Int32Array;
  readonly count: number;
  /** The numbers of the labels that are treated weakly, and strongly. */
  readonly weak: readonly number[];
  readonly strong: readonly number[];
};

/** Fairness of events, spelt out for the labels that occur in a graph. */
export function dutiesOf({ actions }: StateGraph, { weak = [], strong = [] }: Fairness): Duties {
  const numbers = new Map<string, number>();
  const events: string[] = [];
  const fair = new Set([...weak, ...strong]);
  const ofAction = Int32Array.from(actions, (action) => {
    if (!fair.has(action.event)) return -1;
    const key = labelKey(action);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, events.length);
    return events.push(action.event) - 1;
  });
  const of = (named: readonly string[]): readonly number[] =>
    events.flatMap((event, number) => (named.includes(event) ? [number] : []));
  return { ofAction, count: events.length, weak: of(weak), strong: of(strong) };
}

/**
 * Whether a run may stay in an expanded configuration for ever while nothing happens: no fair label is enabled there.
 */
export function mayStop({ expanded, offset, action }: StateGraph, id: number, { ofAction }: Duties): boolean {
  if (id >= expanded) return false;
  const end = offset[id + 1] as number;
  for (let edge = offset[id] as number; edge < end; edge++)
    if ((ofAction[action[edge] as number] as number) >= 0) return false;
  return true;
}

/** Whether a label is enabled in a configuration. */
export function isEnabled(
  { expanded, offset, action }: StateGraph,
  id: number,
  { ofAction }: Duties,
  label: number,
): boolean {
  const end = id < expanded ? (offset[id + 1] as number) : 0;
  for (let edge = id < expanded ? (offset[id] as number) : 0; edge < end; edge++)
    if (ofAction[action[edge] as number] === label) return true;
  return false;
}

/** What happens with each label in a set of configurations. */
type Account = {
  /** 1 for each label of a step that stays in the set. */
  readonly taken: Uint8Array;
  /** In how many of the configurations each label is enabled. */
  readonly enabled: Int32Array;
};

function* account(graph: StateGraph, duties: Duties, parts: Parts, part: number, members: Int32Array): Work<Account> {
  const { expanded, offset, target, action } = graph;
  const { ofAction, count } = duties;
  const taken = new Uint8Array(count);
  const enabled = new Int32Array(count);
  const counted = new Int32Array(count).fill(-1);
  yield* forEach(members.length, (index) => {
    const id = members[index] as number;
    const end = id < expanded ? (offset[id + 1] as number) : 0;
    for (let edge = id < expanded ? (offset[id] as number) : 0; edge < end; edge++) {
      const label = ofAction[action[edge] as number] as number;
      const stays = parts[target[edge] as number] === part;
      if (label < 0) continue;
      if (stays) taken[label] = 1;
      if (counted[label] === id) continue;
      counted[label] = id;
      enabled[label] = (enabled[label] as number) + 1;
    }
  });
  return { taken, enabled };
}

/** What is left of a component when what cannot be visited fairly is removed: nothing, all of it, or what may be fair by itself. */
type Keep = (part: number, members: Int32Array) => Work<Int32Array>;

/**
 * Finds the disjoint sets of configurations, among those that are 1 in `parts`, round each of which a run may go for
 * ever, visiting all of the set and taking all steps inside it, without breaking fairness. Every fair cycle among
 * them lies in one of these sets. What is left in `parts` is the number of the set for each configuration, 0 for
 * none.
 *
 * A strongly connected component that breaks weak fairness has no fair part. One that breaks strong fairness of a
 * label can only be fair without the configurations where that label is enabled: these are removed and the rest is
 * decomposed again. E. A. Emerson, C.-L. Lei, “Modalities for model checking: branching time logic strikes back”,
 * Science of Computer Programming 8, 1987, section on fair strongly connected components.
 */
export function* fairParts(
  graph: StateGraph,
  duties: Duties,
  parts: Parts,
  keep: Keep = (part, members) => keptOf(graph, duties, parts, part, members),
): Work<void> {
  const components = decomposer(graph);
  let last = 1;
  const work = [{ part: 1, ids: yield* idsOf(parts, 1) }];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const found = yield* components(parts, next.part, next.ids);
    yield* forEach(next.ids.length, (index) => {
      parts[next.ids[index] as number] = 0;
    });
    for (let index = 0; index + 1 < found.start.length; index++) {
      yield* pausing(index);
      if (!goesRound(graph, found, index)) continue;
      const members = membersOf(found, index);
      const part = ++last;
      for (const id of members) parts[id] = part;
      const kept = yield* keep(part, members);
      if (kept.length === members.length) continue;
      for (const id of members) parts[id] = 0;
      for (const id of kept) parts[id] = part;
      work.push({ part, ids: kept });
    }
  }
}

/** What is left of a component when what cannot be visited fairly is removed: all of it where it can itself. */
function* keptOf(graph: StateGraph, duties: Duties, parts: Parts, part: number, members: Int32Array): Work<Int32Array> {
  const { taken, enabled } = yield* account(graph, duties, parts, part, members);
  const isIgnored = (label: number): boolean => taken[label] === 0;
  const isAlways = (label: number): boolean => enabled[label] === members.length;
  if (duties.weak.some((label) => isIgnored(label) && isAlways(label))) return new Int32Array();
  const starved = duties.strong.filter((label) => isIgnored(label) && (enabled[label] as number) > 0);
  if (starved.length === 0) return members;
  return members.filter((id) => !starved.some((label) => isEnabled(graph, id, duties, label)));
}

/** Whether a component has steps inside: it has several members, or its only one leads to itself. */
export function goesRound(
  { expanded, offset, target }: Pick<StateGraph, 'expanded' | 'offset' | 'target'>,
  { members, start }: Components,
  index: number,
): boolean {
  const first = start[index] as number;
  if ((start[index + 1] as number) - first > 1) return true;
  const id = members[first] as number;
  const end = id < expanded ? (offset[id + 1] as number) : 0;
  for (let edge = id < expanded ? (offset[id] as number) : 0; edge < end; edge++) if (target[edge] === id) return true;
  return false;
}

/** The configurations of a part, in order. */
export function* idsOf(parts: Parts, part: number): Work<Int32Array> {
  const ids = new Int32Array(parts.length);
  let count = 0;
  yield* forEach(parts.length, (id) => {
    if (parts[id] === part) ids[count++] = id;
  });
  return ids.subarray(0, count);
}
