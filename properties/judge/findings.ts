/** The default findings of a table or a system: what is wrong with it whatever its properties say. */
import type { Trace } from '../../model/explore/graph.ts';
import type { Work } from '../../model/explore/work.ts';
import { blockages } from './blocked.ts';
import { choices } from './choices.ts';
import { FINDINGS } from './codes.ts';
import { eventFindings, isExcused } from './events.ts';
import type { Evidence } from './evidence.ts';
import { namesFindings } from './names.ts';
import type { Checked, CheckedGraph, Report } from './report.ts';
import { rowFates } from './rows.ts';
import { inEnglish } from './sayings/index.ts';
import { deadlocks, unreachable } from './states.ts';
import { traps } from './traps.ts';
import type { Finding } from './verdict.ts';

/** The searches for findings, each with what it is called while it runs. */
export const SEARCHES: readonly (readonly [string, (checked: CheckedGraph) => Work<readonly Report[]>])[] = [
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
export function* rowsAndEvents(checked: Checked): Work<readonly Report[]> {
  if (checked.evidence.stopped !== undefined) return [];
  const fates = yield* rowFates(checked);
  const events = yield* eventFindings(checked, fates);
  const rows = fates.flatMap((row) =>
    isExcused(checked, row, events) ? row.reports.filter(({ code }) => code !== 'SA202') : row.reports,
  );
  return [...rows, ...events];
}

/** Findings out of reports, by code and then in declaration order (traps in order of discovery). */
export function* inOrder(evidence: Evidence, reports: readonly Report[]): Work<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const code of Object.keys(FINDINGS))
    for (const report of reports) if (report.code === code) findings.push(yield* asFinding(evidence, report));
  return findings;
}

function* asFinding(evidence: Evidence, { at, ...report }: Report): Work<Finding> {
  const trace: { trace?: Trace } = at === undefined ? {} : { trace: yield* evidence.traceTo(at) };
  return {
    ...report,
    message: inEnglish(report.saying),
    severity: FINDINGS[report.code].severity,
    ...trace,
  };
}
