/** Traps: sets of configurations that a run can enter and neither leave nor end in. */

import { type Components, decomposer, membersOf, type Parts } from '../../model/explore/components.ts';
import { forEach, type Work } from '../../model/explore/work.ts';
import type { Table } from '../../model/table/types.ts';
import { goesRound, idsOf } from './fair.ts';
import { canReach } from './paths.ts';
import type { Checked, CheckedGraph, Report } from './report.ts';
import { say } from './sayings/index.ts';
import { followersOf } from './states.ts';

/** Whether a table says anywhere what its ends are. */
const declaresEnds = ({ states }: Table): boolean => Object.values(states).some(({ final }) => final !== undefined);

/**
 * The tables that declare no end. Where one of them is followed, no configuration is final, and no component is a
 * trap.
 */
export const endless = ({ followed }: Pick<Checked, 'followed'>): readonly Table[] =>
  followed.filter(({ table, instances }) => instances.length > 0 && !declaresEnds(table)).map(({ table }) => table);

/** SA205. */
export function* traps(checked: CheckedGraph): Work<readonly Report[]> {
  return told(yield* trapsIn(checked));
}

/**
 * Bottom components without a final configuration. What can reach a final configuration is in none of them,
 * nor is what can reach one that was not expanded, for that may lead anywhere; only the rest, which mostly is empty,
 * is decomposed.
 */
export function* trapsIn(checked: CheckedGraph): Work<readonly SingleTrap[]> {
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
  return yield* describedIn(checked, found, yield* bottoms(checked, found, parts));
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

/** A trap, or several of the same states, which are told as one. */
export type Trap = {
  /** The first of their configurations in order of discovery, and the place of the state that it is in. */
  readonly entry: number;
  readonly path: Report['path'];
  readonly traps: number;
  readonly configurations: number;
  readonly states: readonly string[];
};

/** A single trap with its configurations. */
export type SingleTrap = Trap & { readonly members: Int32Array };

/** Describes traps by the states they are about: those that anyone is in who is not final in all of it. */
function* describedIn(checked: Checked, found: Components, isBottom: Uint8Array): Work<readonly SingleTrap[]> {
  const followers = followersOf(checked).map((each) => ({ ...each, names: new Set<string>(), ends: true }));
  const { members, start } = found;
  const all: SingleTrap[] = [];
  let [index, entry] = [0, Number.POSITIVE_INFINITY];

  const close = (): void => {
    const going = followers.filter(({ ends }) => !ends);
    const names = new Set(going.flatMap(({ table, names: own }) => [...own].map(table.name)));
    const states = checked.followed.flatMap(({ table, name }) =>
      Object.keys(table.states)
        .map(name)
        .filter((each) => names.has(each)),
    );
    const [first] = going;
    const path = first === undefined ? [] : [...first.table.path, 'states', first.state(entry)];
    const own = membersOf(found, index);
    all.push({ entry, path, traps: 1, configurations: own.length, states, members: own });
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
  return all;
}

/** Tells traps of the same states as one, in order of discovery. */
export function told(all: readonly Trap[]): readonly Report[] {
  const alike = Map.groupBy(all, ({ states }) => states.join(' ')).values();
  const found = [...alike].map((each): Trap => {
    const sum = (count: (trap: Trap) => number): number => each.reduce((total, trap) => total + count(trap), 0);
    const first = each.reduce((least, trap) => (trap.entry < least.entry ? trap : least));
    return { ...first, traps: sum(({ traps }) => traps), configurations: sum(({ configurations }) => configurations) };
  });
  return found.sort((one, other) => one.entry - other.entry).map(reportOn);
}

function reportOn({ entry, path, traps: several, configurations, states }: Trap): Report {
  return {
    code: 'SA205',
    states,
    saying: say('trapped', states, configurations, several),
    path,
    at: entry,
  };
}
