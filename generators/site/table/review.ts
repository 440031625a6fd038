/** The page of the documents: what reviewing them found, and every claim with what became of it. */
import type { ReviewFinding } from '../../../properties/review/types.ts';
import { findingIn } from '../../../properties/review/worded.ts';
import { mdTable } from '../../markdown/escape.ts';
import type { TableContext } from '../context.ts';
import { wordsFor } from '../context.ts';
import { lifecycleOf } from '../lifecycle.ts';
import type { Block, SitePage } from '../page.ts';
import { anchor, decisionOf, marked, sitePage, titleOf, told } from '../parts.ts';
import { inLanguage, plainText, said } from '../text.ts';
import { claimsOf, claimsTable, lineAnchor, lineLink, type SourceClaim } from './claims.ts';
import { isDisagreement, remarkAnchor, remarksTable, remarkText } from './remarks.ts';

export function reviewPage(context: TableContext): SitePage {
  const { model, words } = context;
  const all = lifecycleOf(context).review?.findings ?? [];
  const open = all.filter(({ ruling }) => ruling === undefined).length;
  const disagreeing = all.filter(isDisagreement);
  const others = all.filter((finding) => !isDisagreement(finding));
  return sitePage(context, `${model.name}/review`, words.review, words.reviewOf(titleOf(context)), [
    `${words.reviewIntro} **${words.documentsOpen(open)}** · ${words.documentsDecided(all.length - open)}`,
    sourcesTable(context),
    ...(disagreeing.length === 0
      ? []
      : [`## ${words.disagreements}\n\n${words.disagreementsIntro}\n\n${remarksTable(context, disagreeing, all)}`]),
    ...(others.length === 0 ? [] : [`## ${words.otherRemarks}\n\n${remarksTable(context, others, all)}`]),
    ...(all.length === 0 ? [] : [`## ${words.oneByOne}`]),
    ...all.map((finding, index) => details(context, finding, index)),
    ...Object.keys(model.sources ?? {}).map((source) => claimsSection(context, source)),
  ]);
}

/** The documents: what they are called, their language and date, where they are, how many claims they make. */
function sourcesTable(context: TableContext): string {
  const { model, words } = context;
  return mdTable(
    [words.document, words.language, words.published, words.location, words.claims],
    Object.entries(model.sources ?? {}).map(([name, { title, language = '', date, location = '', claims = [] }]) => {
      const called = wordsFor(context, title);
      return [
        called === undefined ? said(name) : marked(context, called),
        said(language),
        date === undefined ? '' : said(words.date(date)),
        said(location),
        String(claims.length),
      ];
    }),
  );
}

/** A finding: what it says, its sides as they are written, its decision; in the reviewer’s words what follows and what to do. */
function details(context: TableContext, finding: ReviewFinding, index: number): Block {
  const { words, model } = context;
  const { code, severity, quotes, document } = finding;
  const language = model.sources?.[document]?.language ?? context.language;
  const sides = mdTable(
    [words.where, words.asWritten],
    quotes.map((quote) => [
      lineLink(context, quote.document, quote.line),
      inLanguage({ text: quote.text, language }, context.language),
    ]),
  );
  return [
    anchor(remarkAnchor(index)),
    `### ${code} · ${said(plainText(remarkText(context, finding)))}`,
    `${words.severities[severity]} · ${decisionOf(context, finding.ruling)}`,
    ...(quotes.length === 0 ? [] : [sides]),
    `<details><summary>${words.inDetail}</summary>`,
    detailsOf(context, finding)
      .map((line) => `- ${line}`)
      .join('\n'),
    '</details>',
  ].join('\n\n');
}

/** What the reviewer says of a finding, what follows and what can be done. */
function detailsOf(context: TableContext, found: ReviewFinding): readonly string[] {
  const { words } = context;
  const { finding, language } = findingIn(found, context.language);
  const text = (text: string): string => inLanguage({ text, language }, context.language);
  return [
    text(finding.message),
    ...finding.consequences.map(
      ({ if: believed, sentence }) => `${words.ifBelieved[believed]}${words.colon}${text(sentence)}`,
    ),
    ...finding.remedies.map(text),
  ];
}

/** All claims of a source, each line with the place that links lead to. */
function claimsSection(context: TableContext, source: string): Block {
  const { words, model } = context;
  const claims = claimsOf(context).filter((each) => each.source === source);
  const seen = new Set<number>();
  const line = ({ claim }: SourceClaim): string => {
    const isFirst = !seen.has(claim.line);
    seen.add(claim.line);
    return `${isFirst ? anchor(lineAnchor(source, claim.line)) : ''}${claim.line}`;
  };
  const title = told(context, model.sources?.[source]?.title) || said(source);
  return `## ${words.everyClaim}${words.colon}${title}\n\n${claims.length === 0 ? words.none : claimsTable(context, claims, line)}`;
}
