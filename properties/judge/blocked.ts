/** Findings about steps that are blocked: a saved state that is not there, a value that does not fit. */

import type { BlockedAt } from '../../model/explore/graph.ts';
import type { Blocked } from '../../model/explore/machine.ts';
import { forEach, type Work } from '../../model/explore/work.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem, type System } from '../../model/system/types.ts';
import { type Followed, rowName } from './followed.ts';
import type { Checked, CheckedGraph, Report } from './report.ts';
import { say } from './sayings/index.ts';
import { stateReader } from './states.ts';

/** What is to blame, as readers see it: a row, or what an event of the system sets or sends. */
type Culprit = {
  readonly name: string;
  readonly path: Report['path'];
  /** Where it stands among all: the table and the row, events after all tables. */
  readonly rank: readonly [number, number];
  readonly table?: Followed;
  readonly row?: number;
  /** The variable as readers see it, and its declaration. */
  readonly variable: string;
  readonly declared: object | undefined;
};

/**
 * SA211 and SA212. Rows, and assignments of a system's events, that cannot happen somewhere for want of a saved state
 * or of room in a domain: one report for each with each variable, over all instances and bindings.
 */
export function* blockages(checked: CheckedGraph): Work<readonly Report[]> {
  const culpritOf = culprits(checked);
  const firstOf = ({ ids }: BlockedAt): number => ids[0] as number;
  const found = [...checked.graph.blocked]
    .sort((one, other) => firstOf(one) - firstOf(other))
    .map((each) => ({ ...each, culprit: culpritOf(each.blocked) }));
  const groups = [
    ...Map.groupBy(found, ({ culprit, blocked }) =>
      [culprit.name, blocked.reason, culprit.variable].join(' '),
    ).values(),
  ].map((all) => ({ all, culprit: (all[0] as (typeof found)[number]).culprit }));
  groups.sort(({ culprit: { rank: one } }, { culprit: { rank: other } }) => one[0] - other[0] || one[1] - other[1]);
  const reports: Report[] = [];
  for (const { all, culprit } of groups) reports.push(yield* reportOn(checked, culprit, all));
  return reports;
}

/** Says what is to blame for a step that is blocked. */
function culprits({ model, followed }: Checked): (blocked: Blocked) => Culprit {
  const instances = isSystem(model) ? instancesOf(model) : undefined;
  const events = isSystem(model) ? Object.keys(model.events ?? {}) : [];
  return ({ at, event, instance, variable }) => {
    if (at !== undefined) {
      const index = followed.findIndex((each) => each.instances.includes(at.instance));
      const table = followed[index] as Followed;
      return {
        name: rowName(table, at.row),
        path: [...table.path, 'transitions', at.row],
        rank: [index, at.row],
        table,
        row: at.row,
        variable: table.name(variable),
        declared: table.table.memory?.[variable],
      };
    }
    const owner = instance === undefined ? undefined : instances?.get(instance)?.set;
    return {
      name: event,
      path: ['events', event],
      rank: [followed.length, events.indexOf(event)],
      ...written(model as System, event, owner, variable),
    };
  };
}

/**
 * A variable that an event of the system writes: one that is added to the instances of a set, a shared one, or a
 * field of a message.
 */
function written(system: System, event: string, owner: string | undefined, variable: string) {
  if (owner !== undefined)
    return { variable: `${owner}.${variable}`, declared: system.instances[owner]?.memory?.[variable] };
  const { set = {}, send = {} } = system.events?.[event] ?? {};
  const channel = Object.keys(send).find((each) => Object.hasOwn(send[each] ?? {}, variable));
  if (Object.hasOwn(set, variable) || channel === undefined) return { variable, declared: system.memory?.[variable] };
  return { variable: `${channel}.${variable}`, declared: system.channels?.[channel]?.message[variable] };
}

function* reportOn({ graph, evidence }: CheckedGraph, culprit: Culprit, all: readonly BlockedAt[]): Work<Report> {
  const { path, table, row, variable } = culprit;
  const { blocked: first, ids } = all[0] as BlockedAt;
  const met = new Uint8Array(graph.size);
  const states = new Set<string>();
  let configurations = 0;
  for (const { blocked, ids: each } of all) {
    const state = table && stateReader(graph, blocked.at?.instance);
    yield* forEach(each.length, (index) => {
      const id = each[index] as number;
      if (met[id] === 0) configurations += evidence.weight(id);
      met[id] = 1;
      if (state !== undefined) states.add(state(id));
    });
  }
  return {
    code: first.reason === 'unset' ? 'SA211' : 'SA212',
    ...(row !== undefined && { row }),
    ...(table && {
      states: Object.keys(table.table.states)
        .filter((state) => states.has(state))
        .map(table.name),
    }),
    events: [...new Set(all.map(({ blocked }) => blocked.event))],
    memory: [variable],
    saying: sayingOf(culprit, first, configurations),
    path,
    at: ids[0] as number,
  };
}

function sayingOf({ name, variable, declared }: Culprit, { reason, value }: Blocked, count: number): Report['saying'] {
  if (reason === 'unset') return say('recallsUnset', name, variable, count);
  const range = declared !== undefined && 'range' in declared ? (declared.range as readonly number[]) : undefined;
  return say('outside', name, variable, value ?? null, range, count);
}
