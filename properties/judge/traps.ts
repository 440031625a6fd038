/** Traps: sets of configurations that a run can enter and neither leave nor end in. */

import { type Components, decomposer, type Parts } from '../../model/explore/components.ts';
import { forEach, type Work } from '../../model/explore/work.ts';
import { plural } from '../../model/table/text.ts';
import type { Table } from '../../model/table/types.ts';
import { goesRound, idsOf } from './fair.ts';
import { canReach } from './paths.ts';
import type { Checked, CheckedGraph, Report } from './report.ts';
import { followersOf } from './states.ts';
import { listed } from './words.ts';

/** Whether a table says anywhere what its ends are. */
const declaresEnds = ({ states }: Table): boolean => Object.values(states).some(({ final }) => final !== undefined);

/**
 * The tables that declare no end. Where one of them is followed, no configuration is final, and no component is a
 * trap.
 */
export const endless = ({ followed }: Pick<Checked, 'followed'>): readonly Table[] =>
  followed.filter(({ table, instances }) => instances.length > 0 && !declaresEnds(table)).map(({ table }) => table);

/**
 * SA205. Bottom components without a final configuration. What can reach a final configuration is in none of them,
 * nor is what can reach one that was not expanded, for that may lead anywhere; only the rest, which mostly is empty,
 * is decomposed.
 */
export function* traps(checked: CheckedGraph): Work<readonly Report[]> {
  const { graph, reversed } = checked;
  if (endless(checked).length > 0) return [];
  const saved = yield* canReach(graph.size, yield* reversed(), (id) => id >= graph.expanded || graph.isFinal(id));
  const parts: Parts = new Int32Array(graph.size);
  yield* forEach(graph.size, (id) => {
    if (saved[id] === 0) parts[id] = 1;
  });
  const lost = yield* idsOf(parts, 1);
  if (lost.length === 0) return [];
  const found = yield* decomposer(graph)(parts, 1, lost);
  return yield* reportsOn(checked, found, yield* bottoms(checked, found, parts));
}

/** Marks the components that no step leads out of and that have steps inside. They are numbered in `parts`, from 1. */
function* bottoms({ graph }: CheckedGraph, found: Components, parts: Parts): Work<Uint8Array> {
  const { offset, target } = graph;
  const { members, start } = found;
  const isBottom = new Uint8Array(start.length - 1);
  yield* forEach(isBottom.length, (index) => {
    isBottom[index] = goesRound(graph, found, index) ? 1 : 0;
    for (let at = start[index] as number; at < (start[index + 1] as number); at++)
      parts[members[at] as number] = index + 1;
  });
  yield* forEach(members.length, (at) => {
    const id = members[at] as number;
    const part = parts[id] as number;
    for (let edge = offset[id] as number; edge < (offset[id + 1] as number); edge++)
      if (parts[target[edge] as number] !== part) isBottom[part - 1] = 0;
  });
  return isBottom;
}

/** Traps whose configurations are of the same states: what is told as one. */
type Alike = {
  /** The first of their configurations in order of discovery, and the place of the state that it is in. */
  entry: number;
  path: Report['path'];
  traps: number;
  configurations: number;
  readonly states: readonly string[];
};

/** Tells traps by the states they are about: those that anyone is in who is not final in all of it. */
function* reportsOn(checked: Checked, { members, start }: Components, isBottom: Uint8Array): Work<readonly Report[]> {
  const followers = followersOf(checked).map((each) => ({ ...each, names: new Set<string>(), ends: true }));
  const found = new Map<string, Alike>();
  let [index, entry] = [0, Number.POSITIVE_INFINITY];

  const close = (): void => {
    const going = followers.filter(({ ends }) => !ends);
    const names = new Set(going.flatMap(({ table, names: own }) => [...own].map(table.name)));
    const states = checked.followed.flatMap(({ table, name }) =>
      Object.keys(table.states)
        .map(name)
        .filter((each) => names.has(each)),
    );
    const alike = found.get(states.join(' ')) ?? { entry, path: [], traps: 0, configurations: 0, states };
    alike.traps++;
    alike.configurations += (start[index + 1] as number) - (start[index] as number);
    const first = going[0];
    if (first !== undefined && entry <= alike.entry) {
      alike.entry = entry;
      alike.path = [...first.table.path, 'states', first.state(entry)];
    }
    found.set(states.join(' '), alike);
    entry = Number.POSITIVE_INFINITY;
    for (const follower of followers) {
      follower.names.clear();
      follower.ends = true;
    }
  };
  // The members of a component stand together, so one pass tells them all.
  yield* forEach(members.length, (at) => {
    if (isBottom[index] === 1) {
      const id = members[at] as number;
      entry = Math.min(entry, id);
      for (const follower of followers) {
        follower.names.add(follower.state(id));
        follower.ends &&= follower.isFinal(id);
      }
    }
    if (at + 1 < (start[index + 1] as number)) return;
    if (isBottom[index] === 1) close();
    index++;
  });
  return [...found.values()].sort((one, other) => one.entry - other.entry).map(reportOn);
}

function reportOn({ entry, path, traps: several, configurations, states }: Alike): Report {
  const parts = several === 1 ? '' : ` in ${several} separate traps`;
  return {
    code: 'SA205',
    states,
    message: `once in ${listed(states)}, no run ever leaves or reaches a final configuration (${plural(configurations, 'configuration')}${parts})`,
    path,
    at: entry,
  };
}
