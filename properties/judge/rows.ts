/** Findings about rows: those that never fire, and guards that decide nothing. */

import type { Action } from '../../model/explore/machine.ts';
import { findFirst, forEach, type Work } from '../../model/explore/work.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import type { Guard } from '../../model/table/types.ts';
import { type Followed, type Locals, rowName } from './followed.ts';
import type { Checked, Report } from './report.ts';
import { say } from './sayings/index.ts';

/**
 * What becomes of a row: it `fires`; or it does not, and its guard holds somewhere all the same (`idle`), or in none
 * of the configurations of its states (`never`), or nobody is ever in one of its states (`lost`).
 */
export type Fate = 'fires' | 'idle' | 'never' | 'lost';

/** A row with what becomes of it, and what is to be reported of it. */
export type RowFate = {
  readonly table: Followed;
  readonly index: number;
  readonly fate: Fate;
  readonly reports: readonly Report[];
};

/**
 * SA202, SA209 and SA210: rows that never fire and guards that are always true or always false. One cause is reported
 * once: a row whose states are all unreachable is covered by SA201, and one whose guard is always false by SA210,
 * without SA202 in addition.
 */
export function* rowFates(checked: Checked): Work<readonly RowFate[]> {
  const all: RowFate[] = [];
  for (const table of checked.followed) {
    const fired = rowsFired(yield* checked.evidence.actions(), table);
    const there = yield* byState(yield* checked.evidence.locals(table));
    for (const index of table.table.transitions.keys())
      all.push({ table, index, ...(yield* fateOf(checked, table, index, fired.has(index), there)) });
  }
  return all;
}

/** The rows of a table that some step takes. */
function rowsFired(actions: readonly Action[], { instances }: Followed): ReadonlySet<number> {
  const followers = new Set(instances);
  const rows = actions.flatMap((action) => action.rows);
  return new Set(rows.filter(({ instance }) => followers.has(instance)).map(({ row }) => row));
}

/** What a table can be in, by state. */
type Places = { readonly locals: Locals; readonly of: (state: string) => readonly number[] | Int32Array };

/** Sorts the configurations of a table by their states, by counting. */
function* byState(locals: Locals): Work<Places> {
  const lengths = new Map<string, number>();
  yield* forEach(locals.size, (index) => {
    const state = locals.state(index);
    lengths.set(state, (lengths.get(state) ?? 0) + 1);
  });
  const lists = new Map([...lengths].map(([state, length]) => [state, { ids: new Int32Array(length), next: 0 }]));
  yield* forEach(locals.size, (index) => {
    const list = lists.get(locals.state(index)) as { ids: Int32Array; next: number };
    list.ids[list.next++] = index;
  });
  return { locals, of: (state) => lists.get(state)?.ids ?? [] };
}

function* fateOf(
  { model }: Checked,
  followed: Followed,
  index: number,
  fires: boolean,
  places: Places,
): Work<Pick<RowFate, 'fate' | 'reports'>> {
  const { table, path, name } = followed;
  const row = table.transitions[index] as Followed['table']['transitions'][number];
  const states = [...new Set(selectStates(table.states, row.from))];
  const there = states.reduce((sum, state) => sum + places.of(state).length, 0);
  const report = (code: Report['code'], saying: Report['saying']): Report => ({
    code,
    row: index,
    states: states.map(name),
    events: [...new Set(listOf(row.on))].map(name),
    saying,
    path: [...path, 'transitions', index],
  });
  const called = rowName(followed, index);
  if (states.length === 0) return { fate: 'lost', reports: [report('SA202', say('fromNothing', called))] };
  if (there === 0) return { fate: 'lost', reports: [] };
  const always = report('SA209', say('guardAlways', called, there, states.map(name)));
  const { when } = row;
  if (fires) {
    const isAlways = when !== undefined && (yield* meeting(places, states, when, true)) === there;
    return { fate: 'fires', reports: isAlways ? [always] : [] };
  }
  const met = when === undefined ? there : yield* meeting(places, states, when, false);
  if (met === 0)
    return {
      fate: 'never',
      reports: [report('SA210', say('guardNever', called, there, states.map(name)))],
    };
  const why = table === model ? say('blocked', called, met) : say('untaken', called, met, table.name);
  return {
    fate: 'idle',
    reports: [report('SA202', why), ...(when !== undefined && met === there ? [always] : [])],
  };
}

/**
 * In how many configurations of some states a guard holds; where it is only asked whether in all, up to the first
 * where it does not.
 */
function* meeting(places: Places, states: readonly string[], guard: Guard, ifAll: boolean): Work<number> {
  const holds = places.locals.meets(guard);
  let met = 0;
  for (const state of states) {
    const ids = places.of(state);
    const missed = yield* findFirst(ids.length, (index) => {
      const isMet = holds(ids[index] as number);
      if (isMet) met++;
      return ifAll && !isMet;
    });
    if (missed !== undefined) return met;
  }
  return met;
}
