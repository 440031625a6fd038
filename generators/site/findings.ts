/** The page of findings: every one with its decision and its trace. */
import { worded } from '../../properties/judge/sayings/index.ts';
import type { Finding } from '../../properties/judge/verdict.ts';
import type { Context } from './context.ts';
import { namingOf } from './naming.ts';
import type { Block, SitePage } from './page.ts';
import { anchor, decisionOf, findingAnchor, sitePage, titleOf } from './parts.ts';
import { type Telling, traceBlocks } from './properties.ts';
import { placeOf } from './source.ts';
import { inLanguage, said, sameLanguage, type Worded } from './text.ts';

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

/** What the checker says of a finding, in the language of the page; in English where there are no words of it. */
export function findingDetail(context: Context, { message, saying }: Finding): Worded {
  const { language } = context;
  const text = saying && !sameLanguage(language, 'en') ? worded(saying, language, namingOf(context)) : undefined;
  return text === undefined ? { text: message, language: 'en' } : { text, language };
}

function section(context: Context, telling: TellingFindings, finding: Finding): readonly Block[] {
  const { words, input } = context;
  const place = input.places(finding.path);
  const head = [
    anchor(findingAnchor(context, finding)),
    `## ${finding.code} · ${said(telling.findingText(finding))}`,
    [words.severities[finding.severity], ...(place === undefined ? [] : [placeOf(context, finding.path)])].join(' · '),
    decisionOf(context, finding.ruling),
    `<small>${words.inDetail}${words.colon}${inLanguage(findingDetail(context, finding), context.language)}</small>`,
  ].join('\n\n');
  return [head, ...(finding.trace === undefined ? [] : traceBlocks(context, telling, finding.trace))];
}
