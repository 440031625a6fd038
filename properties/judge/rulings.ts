/** Rulings: the owner's decisions are attached to what they decide, and become findings once they decide nothing. */

import type { Model } from '../../model/system/types.ts';
import { listOf } from '../../model/table/select.ts';
import type { Ruling, Table } from '../../model/table/types.ts';
import { REVIEW_FINDINGS } from '../review/codes.ts';
import { FINDINGS } from './codes.ts';
import type { Finding, Verdict } from './verdict.ts';

type Judged = { readonly verdicts: readonly Verdict[]; readonly findings: readonly Finding[] };

const PARTS = ['states', 'events', 'memory'] as const;

/**
 * Attaches to every finding, and to every violated property, the first ruling that decides it, and reports each
 * ruling that matches nothing as SA213. Where something was stopped (`complete` is false), what was not found may
 * still exist: then only rulings that could not match on the whole graph either are reported. Rulings on what only a
 * review of documents finds are left to that review.
 */
export function applyRulings(model: Model, { verdicts, findings }: Judged, complete: boolean): Judged {
  const rulings = model.rulings ?? [];
  const ruled = <T extends object>(thing: T, decides: (ruling: Ruling) => boolean): T => {
    const ruling = rulings.find(decides);
    return ruling ? { ...thing, ruling } : thing;
  };
  const idle = rulings.flatMap((ruling, index) => {
    const reason = nothingMatched(model, ruling, { verdicts, findings }, complete);
    return reason === undefined ? [] : [unmatched(index, reason)];
  });
  return {
    verdicts: verdicts.map((verdict) => ruled(verdict, (ruling) => decidesVerdict(ruling, verdict))),
    findings: [...findings.map((finding) => ruled(finding, (ruling) => decidesFinding(ruling, finding))), ...idle],
  };
}

function decidesVerdict(ruling: Ruling, { property, result }: Verdict): boolean {
  return 'property' in ruling && ruling.property === property && result === 'violated';
}

/** Whether a ruling names the finding's code and exactly its states, events and variables, in any order. */
function decidesFinding(ruling: Ruling, finding: Finding): boolean {
  if (!('finding' in ruling) || ruling.finding !== finding.code) return false;
  return PARTS.every((part) => {
    const [named, found] = [new Set(listOf(ruling[part] ?? [])), new Set(finding[part] ?? [])];
    return named.size === found.size && [...named].every((name) => found.has(name));
  });
}

/** Why a ruling is known to match nothing; `undefined` where it matches, or where that is not known. */
function nothingMatched(
  model: Model,
  ruling: Ruling,
  { verdicts, findings }: Judged,
  complete: boolean,
): string | undefined {
  if ('property' in ruling) {
    const result = verdicts.find(({ property }) => property === ruling.property)?.result;
    if (result === undefined) return `there is no property “${ruling.property}”`;
    return result === 'holds' ? `the property “${ruling.property}” holds` : undefined;
  }
  if ('finding' in ruling) {
    if (Object.hasOwn(REVIEW_FINDINGS, ruling.finding)) return undefined;
    if (findings.some((finding) => decidesFinding(ruling, finding))) return undefined;
    const exists = Object.hasOwn(FINDINGS, ruling.finding) && ruling.finding !== 'SA213';
    if (!exists) return `no ruling can decide ${ruling.finding}`;
    return complete
      ? `there is no finding ${[ruling.finding, ...PARTS.flatMap((part) => listOf(ruling[part] ?? []))].join(' ')}`
      : undefined;
  }
  const { source, line, column, of, names } = ruling.claim;
  const sources: Table['sources'] = 'sources' in model ? (model.sources ?? {}) : {};
  const claims = Object.hasOwn(sources, source) ? sources[source]?.claims : [];
  const claimed = claims?.some(
    (claim) => claim.line === line && claim.column === column && claim.of === of && claim.names === names,
  );
  return claimed === false ? `${source} claims no such thing of ${of} in line ${line} (${column})` : undefined;
}

const unmatched = (index: number, reason: string): Finding => ({
  code: 'SA213',
  severity: FINDINGS.SA213.severity,
  message: `rulings[${index}] matches nothing: ${reason}`,
  path: ['rulings', index],
});
