/** Findings about states and how they are left: unreachable, stuck, trapped, undetermined. */
import { components, type Ids } from '../../model/explore/components.ts';
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Configuration } from '../../model/explore/machine.ts';
import type { Table } from '../../model/table/types.ts';
import type { Checked, Report } from './report.ts';
import { count, listed, rowName } from './words.ts';

/** SA201, SA204, SA205 and SA206. */
export function stateFindings(checked: Checked): readonly Report[] {
  return [...unreachable(checked), ...deadlocks(checked), ...traps(checked), ...nondeterminism(checked)];
}

/** Whether the table says anywhere what its ends are. Where it does not, no component is a trap. */
export const declaresEnds = ({ states }: Table): boolean =>
  Object.values(states).some(({ final }) => final !== undefined);

const configurationOf = (graph: StateGraph, id: number): Configuration => graph.configurations[id] as Configuration;
const stateOf = (graph: StateGraph, id: number): string => configurationOf(graph, id).state;
const isFinal = (graph: StateGraph, id: number): boolean => graph.machine.isFinal(configurationOf(graph, id));

/** The values by key, keys in order of their first value. */
function grouped<T>(values: Iterable<T>, keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function unreachable({ table, graph }: Checked): readonly Report[] {
  if (graph.stopped !== undefined) return [];
  const reached = new Set(graph.configurations.map(({ state }) => state));
  return Object.keys(table.states)
    .filter((state) => !reached.has(state))
    .map((state) => ({
      code: 'SA201',
      states: [state],
      message: `no run reaches ${state}`,
      path: ['states', state],
    }));
}

function deadlocks({ table, graph }: Checked): readonly Report[] {
  const stuck = graph.steps.flatMap((steps, id) => (steps.length === 0 && !isFinal(graph, id) ? [id] : []));
  const byState = grouped(stuck, (id) => stateOf(graph, id));
  return Object.keys(table.states).flatMap((state) => {
    const ids = byState.get(state);
    if (ids === undefined) return [];
    const first = graph.machine.describe(configurationOf(graph, ids[0] as number));
    const others = ids.length === 1 ? '' : `, the first of ${count(ids.length, 'configuration')}`;
    const message = `${state} is not final and can be stuck with no enabled row: ${first}${others}`;
    return [{ code: 'SA204', states: [state], message, path: ['states', state], at: ids[0] as number }];
  });
}

/** Bottom components without a final configuration; one that leads to what was not expanded is not known to be at the bottom. */
function traps({ table, graph }: Checked): readonly Report[] {
  if (!declaresEnds(table)) return [];
  const isTrap = (members: Ids): boolean => {
    const inside = new Set(members);
    return members.every((id) => !isFinal(graph, id) && (graph.steps[id] ?? []).every(({ to }) => inside.has(to)));
  };
  const found = components(graph, [...graph.steps.keys()])
    .filter((members) => members.length > 1 || (graph.steps[members[0] as number] as readonly unknown[]).length > 0)
    .filter(isTrap)
    .map((members) => {
      const names = new Set(members.map((id) => stateOf(graph, id)));
      return {
        members,
        entry: members.reduce((least, id) => Math.min(least, id)),
        states: Object.keys(table.states).filter((state) => names.has(state)),
      };
    })
    .sort((one, other) => one.entry - other.entry);
  return [...grouped(found, ({ states }) => states.join(' ')).values()].map((same) => {
    const { states, entry } = same[0] as (typeof found)[number];
    const configurations = same.reduce((sum, { members }) => sum + members.length, 0);
    const parts = same.length === 1 ? '' : ` in ${same.length} separate traps`;
    return {
      code: 'SA205',
      states,
      message: `once in ${listed(states)}, no run ever leaves or reaches a final configuration (${count(configurations, 'configuration')}${parts})`,
      path: ['states', stateOf(graph, entry)],
      at: entry,
    };
  });
}

function nondeterminism({ table, graph }: Checked): readonly Report[] {
  const choices = graph.steps.flatMap((steps, id) =>
    [...grouped(steps, ({ event }) => event)]
      .filter(([, same]) => same.some(({ to }) => to !== same[0]?.to))
      .map(([event, same]) => ({ event, same, id, state: stateOf(graph, id) })),
  );
  const byState = grouped(choices, ({ state }) => state);
  const declared = Object.keys(table.states).flatMap((state) => byState.get(state) ?? []);
  return [...grouped(declared, ({ state, event }) => `${state} ${event}`).values()].map((alike) => {
    const { event, same, id, state } = alike[0] as (typeof choices)[number];
    const targets = same.map(
      ({ row, to }) => `${rowName(row)} leads to ${graph.machine.describe(configurationOf(graph, to))}`,
    );
    return {
      code: 'SA206',
      states: [state],
      events: [event],
      message: `${event} is not determined in ${state}: ${listed(targets)} (${count(alike.length, 'configuration')})`,
      path: ['transitions', (same[0] as (typeof same)[number]).row],
      at: id,
    };
  });
}
