/** The parts that a table is folded into: its groups, or stages by the distance from its start. */
import { selectStates } from '../../model/table/select.ts';
import type { Table } from '../../model/table/types.ts';
import { type Edge, edgesOf } from './edges.ts';
import { nameIn } from './names.ts';
import { wordsOf } from './words.ts';

/** The groups in the order of the states that first name them. */
export const groupsOf = (table: Table): readonly string[] => [
  ...new Set(Object.values(table.states).flatMap(({ group }) => group ?? [])),
];

/** States that are drawn as one box. */
export type Fold = {
  /** Tells it from the others: the id of a group, or `stage` and a number. */
  readonly key: string;
  readonly title: string;
  readonly states: readonly string[];
  readonly group?: string;
};

/** More boxes than these are not drawn one by one. */
const MOST_BOXES = 30;

/** A table that is not made of groups has at most so many stages. */
const MOST_STAGES = 12;

/**
 * Parts that do not overlap: each group, and the states without a group where they are too many to be drawn one by one. Where there are too many
 * groups, stages of all states.
 */
export function foldsOf(table: Table, states: readonly string[], language: string): readonly Fold[] {
  const groups = groupsOf(table).map((group): Fold => {
    const members = states.filter((state) => table.states[state]?.group === group);
    return { key: group, group, title: nameIn(table.groups, group, language), states: members };
  });
  const some = groups.filter((group) => group.states.length > 0);
  if (some.length > MOST_BOXES) return stagesOf(table, states, language);
  const single = states.filter((state) => table.states[state]?.group === undefined);
  return some.length + single.length > MOST_BOXES ? [...some, ...stagesOf(table, single, language)] : some;
}

/** States by the fewest arrows that lead to them from an initial state, neighbouring distances together where stages would be many. */
function stagesOf(table: Table, states: readonly string[], language: string): readonly Fold[] {
  const words = wordsOf(language);
  const distances = distancesOf(table);
  const byDistance = Map.groupBy(states, (state) => distances.get(state) ?? Number.POSITIVE_INFINITY);
  const stages: { first: number; last: number; states: string[] }[] = [];
  for (const [distance, there] of [...byDistance].toSorted(([a], [b]) => a - b)) {
    const stage = stages.at(-1);
    const full = stage === undefined || stage.states.length >= states.length / MOST_STAGES;
    if (full || distance === Number.POSITIVE_INFINITY)
      stages.push({ first: distance, last: distance, states: [...there] });
    else {
      stage.last = distance;
      stage.states.push(...there);
    }
  }
  return stages.map(({ first, last, states: there }, index) => ({
    key: `stage ${index}`,
    title: first === Number.POSITIVE_INFINITY ? words.apart : words.stage(first, last),
    states: there,
  }));
}

/** The fewest arrows from an initial state to each state that any lead to, whatever their guards. */
function distancesOf(table: Table): ReadonlyMap<string, number> {
  const next = Map.groupBy(edgesOf(table), ({ from }) => from);
  const initial = Object.keys(table.states).filter((state) => table.states[state]?.initial !== undefined);
  const distances = new Map(initial.map((state) => [state, 0]));
  // States that are found while they are gone through are gone through, too.
  for (const [state, distance] of distances)
    for (const edge of next.get(state) ?? [])
      for (const target of targetsOf(table, edge)) if (!distances.has(target)) distances.set(target, distance + 1);
  return distances;
}

/** Where an edge can lead: to its state, or to any state that its variable can save. */
function targetsOf(table: Table, { to }: Edge): readonly string[] {
  if ('state' in to) return [to.state];
  const variable = table.memory?.[to.recall];
  return variable !== undefined && 'states' in variable ? selectStates(table.states, variable.states) : [];
}
