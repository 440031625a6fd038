/** Findings about states: those that no run reaches, and those in which a run is stuck. */

import type { StateGraph } from '../../model/explore/graph.ts';
import type { Question } from '../../model/explore/machine.ts';
import { forEach, type Work } from '../../model/explore/work.ts';
import { plural } from '../../model/table/text.ts';
import { type Checked, type Followed, localsOf, type Report } from './report.ts';

/** A test for whether one who follows a table is in a final state. */
const finalTest = (graph: StateGraph, instance: string | undefined): ((id: number) => boolean) =>
  instance === undefined ? (id) => graph.isFinal(id) : graph.test({ [instance]: { final: true } } as Question);

/** Reads the state of one who follows a table. */
export const stateReader = (graph: StateGraph, instance: string | undefined): ((id: number) => string) =>
  graph.read(instance === undefined ? { state: true } : { instance, state: true }) as (id: number) => string;

/** All who follow tables, each with its table, the state it is in, and whether it is final there. */
export const followersOf = ({ graph, followed }: Checked) =>
  followed.flatMap((table) =>
    table.instances.map((instance) => ({
      table,
      instance,
      state: stateReader(graph, instance),
      isFinal: finalTest(graph, instance),
    })),
  );

/** SA201. States that nobody who follows the table is ever in. */
export function* unreachable({ graph, followed }: Checked): Work<readonly Report[]> {
  if (graph.stopped !== undefined) return [];
  const reports: Report[] = [];
  for (const each of followed) {
    const { size, state } = localsOf(graph, each);
    const reached = new Set<string>();
    yield* forEach(size, (index) => reached.add(state(index)));
    for (const name of Object.keys(each.table.states).filter((name) => !reached.has(name)))
      reports.push({
        code: 'SA201',
        states: [each.name(name)],
        message: `no run reaches ${each.name(name)}`,
        path: [...each.path, 'states', name],
      });
  }
  return reports;
}

/** How often somebody is stuck in a state, and the first configuration in which that is so. */
type Stuck = { count: number; last: number; readonly first: number };

/**
 * SA204. A configuration in which nothing can happen though it is not final, told for each state in which somebody is
 * not final then.
 */
export function* deadlocks(checked: Checked): Work<readonly Report[]> {
  const { graph, followed } = checked;
  const { offset, expanded } = graph;
  const followers = followersOf(checked).map((each) => ({ ...each, stuck: new Map<string, Stuck>() }));
  const byTable = new Map(followed.map((table) => [table, new Map<string, Stuck>()]));
  yield* forEach(expanded, (id) => {
    if (offset[id] !== offset[id + 1] || graph.isFinal(id)) return;
    for (const { table, state, isFinal } of followers) {
      if (isFinal(id)) continue;
      const stuck = byTable.get(table) as Map<string, Stuck>;
      const name = state(id);
      const known = stuck.get(name);
      if (known === undefined) stuck.set(name, { count: 1, last: id, first: id });
      else if (known.last !== id) {
        known.count++;
        known.last = id;
      }
    }
  });
  return followed.flatMap((table) => stuckReports(checked, table, byTable.get(table) as Map<string, Stuck>));
}

function stuckReports(
  { graph, model }: Checked,
  { table, path, name }: Followed,
  stuck: ReadonlyMap<string, Stuck>,
): readonly Report[] {
  const how = table === model ? 'with no enabled row' : 'with nothing enabled in the whole system';
  return Object.keys(table.states).flatMap((state) => {
    const found = stuck.get(state);
    if (found === undefined) return [];
    const first = graph.machine.describe(graph.configuration(found.first));
    const others = found.count === 1 ? '' : `, the first of ${plural(found.count, 'configuration')}`;
    const message = `${name(state)} is not final and can be stuck ${how}: ${first}${others}`;
    return [{ code: 'SA204', states: [name(state)], message, path: [...path, 'states', state], at: found.first }];
  });
}
