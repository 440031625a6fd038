/** Findings about rows: those that never fire, guards that decide nothing, rows that are blocked. */
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Blocked, Configuration } from '../../model/explore/machine.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import type { Row, Table } from '../../model/table/types.ts';
import type { Checked, Report } from './report.ts';
import { count, listed, rowName } from './words.ts';

/** SA202, SA209, SA210, SA211 and SA212. */
export function rowFindings(checked: Checked): readonly Report[] {
  return [...(checked.graph.stopped === undefined ? idleRows(checked) : []), ...blockedRows(checked)];
}

/**
 * Rows that never fire and guards that are always true or always false. One cause is reported once: a row whose states are
 * all unreachable is covered by SA201, and one whose guard is always false by SA210, without SA202 in addition.
 */
function idleRows({ table, graph }: Checked): readonly Report[] {
  const fired = new Set(graph.steps.flatMap((steps) => steps.map(({ row }) => row)));
  const byState = Map.groupBy(graph.configurations, ({ state }) => state);
  return table.transitions.flatMap((row, index): readonly Report[] => {
    const states = [...new Set(selectStates(table.states, row.from))];
    const there = states.flatMap((state) => byState.get(state) ?? []);
    const report = (code: Report['code'], message: string): readonly Report[] => [
      { code, row: index, states, events: [...new Set(listOf(row.on))], message, path: ['transitions', index] },
    ];
    const among = `${count(there.length, 'reachable configuration')} of ${listed(states)}`;
    if (states.length === 0) return report('SA202', `${rowName(index)} never fires: its from selects no state`);
    if (there.length === 0) return [];
    const met = row.when === undefined ? there.length : meeting(graph, row, there);
    if (met === 0) return report('SA210', `the guard of ${rowName(index)} holds in none of the ${among}`);
    const never = `${rowName(index)} never fires: it is blocked in all ${count(met, 'configuration')} where it could`;
    return [
      ...(fired.has(index) ? [] : report('SA202', never)),
      ...(row.when !== undefined && met === there.length
        ? report('SA209', `the guard of ${rowName(index)} holds in every one of the ${among}`)
        : []),
    ];
  });
}

function meeting(graph: StateGraph, { when }: Row, configurations: readonly Configuration[]): number {
  return configurations.filter((at) => when !== undefined && graph.machine.holds(when, at)).length;
}

/** Rows that cannot fire somewhere for want of a saved state or of room in a domain, one report per row and variable. */
function blockedRows({ table, graph }: Checked): readonly Report[] {
  const found = graph.blocked.flatMap((blocked, id) => blocked.map((each) => ({ ...each, id })));
  const alike = Map.groupBy(found, ({ row, reason, variable }) => `${row} ${reason} ${variable}`);
  return [...alike.values()]
    .map((same) => ({ same, ...(same[0] as (typeof found)[number]) }))
    .sort((one, other) => one.row - other.row)
    .map(({ same, ...first }) => {
      const ids = new Set(same.map(({ id }) => id));
      const states = new Set([...ids].map((id) => graph.configurations[id]?.state));
      return {
        code: first.reason === 'unset' ? 'SA211' : 'SA212',
        row: first.row,
        states: Object.keys(table.states).filter((state) => states.has(state)),
        events: [...new Set(same.map(({ event }) => event))],
        memory: [first.variable],
        message: `${rowName(first.row)} ${reasonOf(table, first)} (${count(ids.size, 'configuration')})`,
        path: ['transitions', first.row],
        at: first.id,
      };
    });
}

function reasonOf(table: Table, { reason, variable, value }: Blocked): string {
  if (reason === 'unset') return `recalls ${variable}, which may be unset`;
  const declared = table.memory?.[variable];
  const domain = declared !== undefined && 'range' in declared ? `${declared.range.join(' to ')}` : 'its domain';
  return `would set ${variable} to ${value ?? 'unset'}, outside ${domain}`;
}
