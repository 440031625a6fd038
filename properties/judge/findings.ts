/** The default findings of a table or a system: what is wrong with it whatever its properties say. */
import { type StateGraph, type Trace, traceTo } from '../../model/explore/graph.ts';
import type { Work } from '../../model/explore/work.ts';
import { blockages } from './blocked.ts';
import { choices } from './choices.ts';
import { FINDINGS } from './codes.ts';
import { eventFindings, isExcused } from './events.ts';
import { namesFindings } from './names.ts';
import type { Checked, Report } from './report.ts';
import { rowFates } from './rows.ts';
import { deadlocks, unreachable } from './states.ts';
import { traps } from './traps.ts';
import type { Finding } from './verdict.ts';

/** The searches for findings, each with what it is called while it runs. */
export const SEARCHES: readonly (readonly [string, (checked: Checked) => Work<readonly Report[]>])[] = [
  ['deadlocks', deadlocks],
  ['traps', traps],
  ['choices', choices],
  ['blocked steps', blockages],
  ['states', unreachable],
  ['rows and events', rowsAndEvents],
  ['names', namesFindings],
];

/**
 * Rows and events that never happen, and guards that decide nothing. What an event explains is not told of its rows
 * again.
 */
function* rowsAndEvents(checked: Checked): Work<readonly Report[]> {
  if (checked.graph.stopped !== undefined) return [];
  const fates = yield* rowFates(checked);
  const events = yield* eventFindings(checked, fates);
  const rows = fates.flatMap((row) =>
    isExcused(checked, row, events) ? row.reports.filter(({ code }) => code !== 'SA202') : row.reports,
  );
  return [...rows, ...events];
}

/** Findings out of reports, by code and then in declaration order (traps in order of discovery). */
export const inOrder = (graph: StateGraph, reports: readonly Report[]): readonly Finding[] =>
  Object.keys(FINDINGS).flatMap((code) =>
    reports.filter((report) => report.code === code).map((report) => asFinding(graph, report)),
  );

function asFinding(graph: StateGraph, { at, ...report }: Report): Finding {
  const trace: { trace?: Trace } = at === undefined ? {} : { trace: traceTo(graph, at) };
  return { ...report, severity: FINDINGS[report.code].severity, ...trace };
}
