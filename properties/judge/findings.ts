/** The default findings of a table: what is wrong with it whatever its properties say. */
import { type StateGraph, type Trace, traceTo } from '../../model/explore/graph.ts';
import { FINDINGS } from './codes.ts';
import { namesFindings } from './names.ts';
import type { Checked, Report } from './report.ts';
import { rowFindings } from './rows.ts';
import { stateFindings } from './states.ts';
import type { Finding } from './verdict.ts';

/** The findings, by code and then in declaration order (traps in order of discovery). On an incomplete graph only those that are certain. */
export function defaultFindings(checked: Checked): readonly Finding[] {
  const reports = [...stateFindings(checked), ...rowFindings(checked), ...namesFindings(checked)];
  return Object.keys(FINDINGS).flatMap((code) =>
    reports.filter((report) => report.code === code).map((report) => asFinding(checked.graph, report)),
  );
}

function asFinding(graph: StateGraph, { at, ...report }: Report): Finding {
  const trace: { trace?: Trace } = at === undefined ? {} : { trace: traceTo(graph, at) };
  return { ...report, severity: FINDINGS[report.code].severity, ...trace };
}
