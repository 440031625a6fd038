/** Findings about a table and its documents, in the words of its pages. */
import { formatPath } from '../../../model/table/diagnostic.ts';
import { FINDINGS, type FindingCode } from '../../../properties/judge/codes.ts';
import type { Finding } from '../../../properties/judge/verdict.ts';
import { REVIEW_FINDINGS, type ReviewCode } from '../../../properties/review/codes.ts';
import type { ReviewFinding } from '../../../properties/review/types.ts';
import { mdTable } from '../../markdown/escape.ts';
import { calledIn, type TableContext } from '../context.ts';
import { lifecycleOf } from '../lifecycle.ts';
import { linkTo, pageLink } from '../links.ts';
import { decisionOf, findingAnchor } from '../parts.ts';
import { plainText, said } from '../text.ts';
import type { About } from '../words/en-findings.ts';
import { claimsOf, lineLink } from './claims.ts';

function aboutOf(
  { model, words }: TableContext,
  subject: {
    readonly states?: readonly string[];
    readonly events?: readonly string[];
    readonly memory?: readonly string[];
    readonly labels?: readonly string[];
    readonly row?: number;
  },
  context: TableContext,
): About {
  const called = (things: Parameters<typeof calledIn>[1]) => (name: string) =>
    words.quoted(calledIn(context, things, name).text);
  return {
    states: (subject.states ?? []).map(called(model.states)),
    events: words.list((subject.events ?? []).map(called(model.events))),
    memory: words.list((subject.memory ?? []).map(called(model.memory))),
    labels: words.list((subject.labels ?? []).map((label) => words.quoted(plainText(label)))),
    row: subject.row === undefined ? '' : formatPath(['transitions', subject.row]),
  };
}

/** What a finding of a check says, as plain text. */
export function findingText(context: TableContext, finding: Finding): string {
  const { code, message } = finding;
  if (!Object.hasOwn(FINDINGS, code)) return message;
  return context.words.findingText[code as FindingCode](aboutOf(context, finding, context));
}

/** What a finding of a review says, as plain text. */
export function remarkText(context: TableContext, finding: ReviewFinding): string {
  const { code, message } = finding;
  if (!Object.hasOwn(REVIEW_FINDINGS, code)) return message;
  return context.words.reviewText[code as ReviewCode](aboutOf(context, finding, context));
}

/** Findings of the check as a table. */
export function findingsTable(context: TableContext, findings: readonly Finding[]): string {
  const { words, model } = context;
  return mdTable(
    [words.code, words.finding, words.decision],
    findings.map((finding) => [
      pageLink(context, finding.code, `${model.name}/findings`, findingAnchor(context, finding)),
      said(findingText(context, finding)),
      decisionOf(context, finding.ruling),
    ]),
  );
}

/** Where a finding of a review is told on the page of the documents. */
export const remarkAnchor = (index: number): string => `r.${index + 1}`;

/** The lines that a finding of a review is about, as links. */
function linesOf(context: TableContext, { document, quotes, line }: ReviewFinding): string {
  const lines = [...new Set([line, ...quotes.map((quote) => quote.line)])].sort((one, other) => one - other);
  return lines
    .slice(0, MOST_LINES)
    .map((each) => lineLink(context, document, each))
    .join(', ');
}

const MOST_LINES = 6;

/** Findings of the review as a table. `all` are those of the whole review, by which the place of each is known. */
export function remarksTable(
  context: TableContext,
  remarks: readonly ReviewFinding[],
  all: readonly ReviewFinding[],
): string {
  const { words, model } = context;
  return mdTable(
    [words.code, words.finding, words.where, words.decision],
    remarks.map((remark) => [
      linkTo(
        context,
        { text: remark.code, language: context.language },
        `${model.name}/review`,
        remarkAnchor(all.indexOf(remark)),
      ),
      said(remarkText(context, remark)),
      linesOf(context, remark),
      decisionOf(context, remark.ruling),
    ]),
  );
}

const DISAGREEMENTS: readonly string[] = ['SA320', 'SA321'];

/** Whether a review finds that the two columns of a document do not agree. */
export const isDisagreement = ({ code }: ReviewFinding): boolean => DISAGREEMENTS.includes(code);

/** The disagreements of the two columns about whether one state comes after another, for some such pairs, as a table; empty where they agree. */
export function disagreementsOn(
  context: TableContext,
  pairs: readonly { readonly from: string; readonly to: string }[],
): string {
  const all = lifecycleOf(context).review?.findings ?? [];
  const about = all.filter(
    (finding) =>
      isDisagreement(finding) &&
      pairs.some(({ from, to }) => from !== to && finding.states.includes(from) && finding.states.includes(to)),
  );
  return about.length === 0 ? '' : remarksTable(context, about, all);
}

/** The claims that name a state or stand in its row. */
export const claimsAbout = (context: TableContext, state: string) =>
  claimsOf(context).filter(({ claim }) => claim.of === state || claim.names === state);
