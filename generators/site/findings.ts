/** The page of findings: every one with its decision and its trace. */
import type { Finding } from '../../properties/judge/verdict.ts';
import { code } from '../markdown/escape.ts';
import type { Context } from './context.ts';
import type { Block, SitePage } from './page.ts';
import { anchor, decisionOf, findingAnchor, inEnglish, sitePage, titleOf } from './parts.ts';
import { type Telling, traceBlocks } from './properties.ts';
import { said } from './text.ts';

/** How a kind of model tells its findings. */
export type TellingFindings = Telling & {
  readonly findingText: (finding: Finding) => string;
  readonly findingsTable: (findings: readonly Finding[]) => string;
};

export function findingsPage(context: Context, telling: TellingFindings): SitePage {
  const { model, words, input } = context;
  const { findings } = input.judgement;
  return sitePage(context, `${model.name}/findings`, words.findings, words.findingsOf(titleOf(context)), [
    findings.length === 0 ? words.noFindingsHere : telling.findingsTable(findings),
    ...findings.flatMap((finding) => section(context, telling, finding)),
  ]);
}

function section(context: Context, telling: TellingFindings, finding: Finding): readonly Block[] {
  const { words, input } = context;
  const place = input.places(finding.path);
  const head = [
    anchor(findingAnchor(context, finding)),
    `## ${finding.code} · ${said(telling.findingText(finding))}`,
    [words.severities[finding.severity], ...(place === undefined ? [] : [code(`${place.file}:${place.line}`)])].join(
      ' · ',
    ),
    decisionOf(context, finding.ruling),
    `<small>${words.inDetail}${words.colon}${inEnglish(context, finding.message)}</small>`,
  ].join('\n\n');
  return [head, ...(finding.trace === undefined ? [] : traceBlocks(context, telling, finding.trace))];
}
