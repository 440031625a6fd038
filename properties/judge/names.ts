/** Findings about declared names that do nothing: events nobody handles, memory never read or never changed. */
import type { Field } from '../../model/explore/graph.ts';
import type { Work } from '../../model/explore/work.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem, type System, type SystemEvent } from '../../model/system/types.ts';
import { listOf } from '../../model/table/select.ts';
import type { Followed } from './followed.ts';
import { unusedParameters } from './parameters.ts';
import { variablesRead } from './reads.ts';
import type { Checked, Report } from './report.ts';
import { say } from './sayings/index.ts';
import { variablesReadIn } from './system-reads.ts';

/** A variable as findings see it. */
type Variable = {
  readonly name: string;
  readonly path: Report['path'];
  /** Where it stands in a configuration: of a table's memory, once for each who follows the table. */
  readonly fields: readonly Field[];
  readonly isRead: boolean;
  /** Whether a row or an event assigns it. */
  readonly isAssigned: boolean;
};

/** SA203, SA207, SA208 and SA215. Memory that is never read is not reported as never changing in addition. */
export function* namesFindings(checked: Checked): Work<readonly Report[]> {
  const variables = variablesOf(checked);
  const changed = yield* changedIn(checked, variables);
  const memory = (code: Report['code'], { name, path }: Variable, saying: Report['saying']): Report => ({
    code,
    memory: [name],
    saying,
    path,
  });
  return [
    ...checked.followed.flatMap(unhandled),
    ...variables
      .filter(({ isRead }) => !isRead)
      .map((variable) => memory('SA207', variable, say('unread', variable.name))),
    ...variables
      .filter((variable) => variable.isRead && !changed.has(variable))
      .map((variable) => memory('SA208', variable, say('unchanged', variable.name))),
    ...(isSystem(checked.model) ? unusedParameters(checked.model) : []),
  ];
}

function unhandled({ table, path, name }: Followed): readonly Report[] {
  const handled = new Set(table.transitions.flatMap((row) => listOf(row.on)));
  return Object.keys(table.events)
    .filter((event) => !handled.has(event))
    .map((event) => ({
      code: 'SA203',
      events: [name(event)],
      saying: say('unhandled', name(event)),
      path: [...path, 'events', event],
    }));
}

/** All variables: those of the tables, those that the system adds to instances, the shared ones. */
function variablesOf({ model, followed }: Checked): readonly Variable[] {
  const read = isSystem(model) ? variablesReadIn(model) : new Set<string>();
  const own = followed.flatMap(({ table, path, name, instances }) => {
    if (table.memory === undefined) return [];
    const inside = variablesRead(table);
    const assigned = new Set(table.transitions.flatMap((row) => Object.keys(row.set ?? {})));
    const sets = isSystem(model) ? setsOf(model, table.name) : [];
    return Object.keys(table.memory).map((variable) => ({
      name: name(variable),
      path: [...path, 'memory', variable],
      fields: instances.map((instance) => fieldOf(instance, variable)),
      isRead: inside.has(variable) || sets.some((set) => read.has(`${set}.${variable}`)),
      isAssigned: assigned.has(variable),
    }));
  });
  return isSystem(model) ? [...own, ...addedIn(model, read)] : own;
}

const setsOf = ({ instances }: System, table: string): readonly string[] =>
  Object.keys(instances).filter((set) => instances[set]?.table === table);

const fieldOf = (instance: string | undefined, variable: string): Field =>
  instance === undefined ? { variable } : { instance, variable };

/** The variables that a system adds to instances, and the shared ones. */
function addedIn(system: System, read: ReadonlySet<string>): readonly Variable[] {
  const instances = [...instancesOf(system).values()];
  const assigned = assignedIn(system);
  const added = Object.entries(system.instances).flatMap(([set, { memory = {} }]) =>
    Object.keys(memory).map((variable) => ({
      name: `${set}.${variable}`,
      path: ['instances', set, 'memory', variable],
      fields: instances.filter((each) => each.set === set).map(({ name }) => fieldOf(name, variable)),
      isRead: read.has(`${set}.${variable}`),
      isAssigned: assigned.has(variable),
    })),
  );
  const shared = Object.keys(system.memory ?? {}).map((variable) => ({
    name: variable,
    path: ['memory', variable],
    fields: [{ variable }],
    isRead: read.has(variable),
    isAssigned: assigned.has(variable),
  }));
  return [...added, ...shared];
}

/** The names of the variables that some event of a system assigns, whosever they are. */
function assignedIn({ events = {} }: System): ReadonlySet<string> {
  const named = (set: SystemEvent['set'] = {}): readonly string[] =>
    Object.entries(set).flatMap(([target, value]) => [
      target,
      ...(typeof value === 'object' && value !== null ? Object.keys(value) : []),
    ]);
  return new Set(
    Object.values(events).flatMap(({ set, each = [] }) => [
      ...named(set),
      ...each.flatMap((group) => named(group.set)),
    ]),
  );
}

/** The variables that some step changes; where not all was explored, those that something assigns. */
function* changedIn({ evidence }: Checked, variables: readonly Variable[]): Work<ReadonlySet<Variable>> {
  const assigned = variables.filter(({ isAssigned }) => isAssigned);
  if (evidence.stopped !== undefined) return new Set(assigned);
  const changed = yield* evidence.changed(assigned.map(({ fields }) => fields));
  return new Set(assigned.filter((_, index) => changed.has(index)));
}
