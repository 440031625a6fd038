/** Rulings: the owner's decisions are attached to what they decide, and become findings once they decide nothing. */

import type { Model } from '../../model/system/types.ts';
import { listOf } from '../../model/table/select.ts';
import type { Ruling, Table } from '../../model/table/types.ts';
import { REVIEW_FINDINGS } from '../review/codes.ts';
import { FINDINGS } from './codes.ts';
import { inEnglish, say } from './sayings/index.ts';
import type { Idle } from './sayings/naming.ts';
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
): Idle | undefined {
  if ('property' in ruling) {
    const result = verdicts.find(({ property }) => property === ruling.property)?.result;
    if (result === undefined) return { kind: 'no property', property: ruling.property };
    return result === 'holds' ? { kind: 'property holds', property: ruling.property } : undefined;
  }
  if ('finding' in ruling) {
    if (Object.hasOwn(REVIEW_FINDINGS, ruling.finding)) return undefined;
    if (findings.some((finding) => decidesFinding(ruling, finding))) return undefined;
    const exists = Object.hasOwn(FINDINGS, ruling.finding) && ruling.finding !== 'SA213';
    if (!exists) return { kind: 'undecidable', code: ruling.finding };
    return complete
      ? { kind: 'no finding', names: [ruling.finding, ...PARTS.flatMap((part) => listOf(ruling[part] ?? []))] }
      : undefined;
  }
  const { source, line, column, of, names } = ruling.claim;
  const sources: Table['sources'] = 'sources' in model ? (model.sources ?? {}) : {};
  const claims = Object.hasOwn(sources, source) ? sources[source]?.claims : [];
  const claimed = claims?.some(
    (claim) => claim.line === line && claim.column === column && claim.of === of && claim.names === names,
  );
  return claimed === false ? { kind: 'no claim', source, of, line, column } : undefined;
}

function unmatched(index: number, reason: Idle): Finding {
  const saying = say('idleRuling', index, reason);
  return {
    code: 'SA213',
    severity: FINDINGS.SA213.severity,
    message: inEnglish(saying),
    saying,
    path: ['rulings', index],
  };
}
