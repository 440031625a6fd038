/** Findings about the events of a system: those that never happen, and guards of them that decide nothing. */
import type { Bound, Question } from '../../model/explore/machine.ts';
import type { Work } from '../../model/explore/work.ts';
import { eventsOf, movedBy, participantsOf } from '../../model/system/events.ts';
import { bindingsOf, instancesOf } from '../../model/system/instances.ts';
import { isSystem, type System, type SystemEvent } from '../../model/system/types.ts';
import { listOf } from '../../model/table/select.ts';
import type { Row } from '../../model/table/types.ts';
import type { Followed } from './followed.ts';
import type { Checked, Report } from './report.ts';
import type { RowFate } from './rows.ts';
import { say } from './sayings/index.ts';

/**
 * SA209, SA210 and SA214, of declared events. One cause is reported once: an event whose guard is always false is
 * told as that; and one that never happens because a table cannot take its part, having no row on it, or none whose
 * states and guard are ever met, is covered by what is said of the table.
 */
export function* eventFindings(checked: Checked, fates: readonly RowFate[]): Work<readonly Report[]> {
  const { evidence, model } = checked;
  if (!isSystem(model)) return [];
  const happening = new Set((yield* evidence.actions()).map(({ event }) => event));
  const reports: Report[] = [];
  for (const [name, event] of Object.entries(model.events ?? {})) {
    const about = (code: Report['code'], saying: Report['saying']): number =>
      reports.push({ code, events: [name], saying, path: ['events', name] });
    const happens = happening.has(name);
    const bindings = possible(model, event);
    const guard = event.when === undefined ? undefined : yield* guardFate(checked, event.when, bindings, happens);
    if (guard === 'always') about('SA209', say('eventGuardAlways', name));
    if (guard === 'never') about('SA210', say('eventGuardNever', name));
    else if (!happens && bindings.length === 0) about('SA214', say('unbound', name));
    else if (!happens && canMove(model, event, fates)) about('SA214', say('neverHappens', name, bindings.length));
  }
  return reports;
}

/** The bindings of an event that are some: all who take part are different. */
const possible = (system: System, event: SystemEvent): readonly Bound[] =>
  bindingsOf(instancesOf(system), event.with ?? {}, event.distinct).filter(
    (binding) => participantsOf(system, event, binding) !== undefined,
  );

/** Whether a guard holds always or never; nothing where it sometimes does. */
function* guardFate(
  { evidence }: Checked,
  guard: Question,
  bindings: readonly Bound[],
  happens: boolean,
): Work<'always' | 'never' | undefined> {
  let [always, never] = [bindings.length > 0, bindings.length > 0 && !happens];
  for (const binding of bindings) {
    if (always) always = yield* evidence.holdsAlways(guard, binding);
    if (never) never = yield* evidence.holdsNever(guard, binding);
  }
  return always ? 'always' : never ? 'never' : undefined;
}

/**
 * Whether every table has a row for its part in the event, whose states are reached and whose guard is met somewhere.
 */
function canMove(system: System, event: SystemEvent, fates: readonly RowFate[]): boolean {
  const able = fates.filter(({ fate }) => fate === 'fires' || fate === 'idle');
  return movedBy(system, { ...event, each: [] }).every((moved) =>
    able.some(({ table, index }) => takenBy(system, table, table.table.transitions[index] as Row).includes(moved)),
  );
}

/** The events, as `set.event`, in which the instances of a table take a row. */
const takenBy = (system: System, { table }: Followed, { on }: Row): readonly string[] =>
  Object.keys(system.instances)
    .filter((set) => system.instances[set]?.table === table.name)
    .flatMap((set) => listOf(on).map((event) => `${set}.${event}`));

/** Whether a row is taken only in events of which it is said already that they never happen. */
export function isExcused(checked: Checked, { table, index }: RowFate, reports: readonly Report[]): boolean {
  const { model } = checked;
  if (!isSystem(model)) return false;
  const told = new Set(
    reports.filter(({ code }) => code === 'SA210' || code === 'SA214').flatMap(({ events = [] }) => events),
  );
  const taken = takenBy(model, table, table.table.transitions[index] as Row);
  const movers = eventsOf(model).filter((event) => movedBy(model, event).some((moved) => taken.includes(moved)));
  return movers.length > 0 && movers.every(({ name }) => told.has(name));
}
