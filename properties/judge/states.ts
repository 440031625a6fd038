/** Findings about states: those that no run reaches, and those in which a run is stuck. */

import type { Question } from '../../model/explore/machine.ts';
import { forEach, pausing, type Work } from '../../model/explore/work.ts';
import type { Evidence } from './evidence.ts';
import type { Followed } from './followed.ts';
import type { Checked, Report } from './report.ts';
import { say } from './sayings/index.ts';

type Reading = Pick<Evidence, 'read' | 'test' | 'isFinal'>;

/** A test for whether one who follows a table is in a final state. */
const finalTest = (explored: Reading, instance: string | undefined): ((at: number) => boolean) =>
  instance === undefined ? (at) => explored.isFinal(at) : explored.test({ [instance]: { final: true } } as Question);

/** Reads the state of one who follows a table. */
export const stateReader = (explored: Pick<Reading, 'read'>, instance: string | undefined): ((at: number) => string) =>
  explored.read(instance === undefined ? { state: true } : { instance, state: true }) as (at: number) => string;

/** All who follow tables, each with its table, the state it is in, and whether it is final there. */
export const followersOf = ({ evidence, followed }: Pick<Checked, 'evidence' | 'followed'>) =>
  followed.flatMap((table) =>
    table.instances.map((instance) => ({
      table,
      instance,
      state: stateReader(evidence, instance),
      isFinal: finalTest(evidence, instance),
    })),
  );

/** SA201. States that nobody who follows the table is ever in. */
export function* unreachable({ evidence, followed }: Checked): Work<readonly Report[]> {
  if (evidence.stopped !== undefined) return [];
  const reports: Report[] = [];
  for (const each of followed) {
    const { size, state } = yield* evidence.locals(each);
    const reached = new Set<string>();
    yield* forEach(size, (index) => reached.add(state(index)));
    for (const name of Object.keys(each.table.states).filter((name) => !reached.has(name)))
      reports.push({
        code: 'SA201',
        states: [each.name(name)],
        saying: say('unreached', each.name(name)),
        path: [...each.path, 'states', name],
      });
  }
  return reports;
}

/**
 * SA204. A configuration in which nothing can happen though it is not final, told for each state in which somebody is
 * not final then.
 */
export function* deadlocks(checked: Checked): Work<readonly Report[]> {
  const { evidence, followed } = checked;
  const followers = followersOf(checked);
  /** For each table and state the places in which somebody is stuck there. */
  const byTable = new Map(followed.map((table) => [table, new Map<string, Set<number>>()]));
  let looked = 0;
  for (const at of yield* evidence.stuck()) {
    yield* pausing(++looked);
    for (const { table, state, isFinal } of followers) {
      if (isFinal(at)) continue;
      const stuck = byTable.get(table) as Map<string, Set<number>>;
      const name = state(at);
      stuck.set(name, (stuck.get(name) ?? new Set()).add(at));
    }
  }
  const reports: Report[] = [];
  for (const table of followed)
    reports.push(...(yield* stuckReports(checked, table, byTable.get(table) as Map<string, Set<number>>)));
  return reports;
}

function* stuckReports(
  { evidence, model }: Checked,
  { table, path, name }: Followed,
  stuck: ReadonlyMap<string, ReadonlySet<number>>,
): Work<readonly Report[]> {
  const reports: Report[] = [];
  for (const state of Object.keys(table.states)) {
    const found = stuck.get(state);
    if (found === undefined) continue;
    const at = yield* evidence.first([...found]);
    const configuration = evidence.configuration(at);
    const first = { configuration, text: evidence.machine.describe(configuration) };
    const count = [...found].reduce((sum, each) => sum + evidence.weight(each), 0);
    const saying = say('stuck', name(state), table !== model, first, count);
    reports.push({ code: 'SA204', states: [name(state)], saying, path: [...path, 'states', state], at });
  }
  return reports;
}
