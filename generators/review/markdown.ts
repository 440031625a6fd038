/** The report of a review as Markdown, for a pull request or a page: sums, then every finding with its details folded in, decided ones apart. */
import { visible } from '../../model/table/diagnostic.ts';
import type { Review, ReviewFinding } from '../../properties/review/types.ts';
import { md, mdTable } from '../markdown/escape.ts';
import { markup } from './escape.ts';
import {
  consequenceText,
  documentsText,
  findingsText,
  isDecided,
  placeText,
  rulingText,
  runOf,
  SEVERITY_MARKS,
  subjectText,
  titleOf,
} from './parts.ts';
import { rulingItem } from './ruling.ts';

/** GitHub tells those whose name follows an @, and links what follows a #: not where a comment stands between. */
const unlinked = (escaped: string): string => escaped.replace(/(\\?@|\\#)(?=[\p{L}\p{N}])/gu, '$1<!-- -->');

/** Text of a document in Markdown, on one line. */
const text = (written: string): string => unlinked(md(visible(written)));

/** Text as code: between more backticks than it holds. */
function fenced(written: string): string {
  const longest = Math.max(0, ...(written.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${written}${fence}` : `${fence} ${written} ${fence}`;
}

/** Text of a document in HTML that stands in Markdown. */
const inline = (written: string): string => markup(written).replace(/@(?=[\p{L}\p{N}])/gu, '@<!-- -->');

const sides = ({ quotes }: ReviewFinding): readonly string[] =>
  quotes.length === 0
    ? []
    : [
        mdTable(
          ['Where', 'As written', 'Says'],
          quotes.map((quote) => [text(placeText(quote)), text(quote.text), text(quote.says)]),
        ),
      ];

function consequences(finding: ReviewFinding): readonly string[] {
  return finding.consequences.map((each) => {
    const [start, ...steps] = each.trace === undefined ? [] : runOf(each.trace);
    const run =
      start === undefined ? [] : [text(start), steps.map((step, index) => `${index + 1}. ${text(step)}`).join('\n')];
    return [text(consequenceText(each)), ...run].join('\n\n');
  });
}

/** An open finding, folded: its sentence and place are seen, its sides, consequences and remedies on demand. */
function details(finding: ReviewFinding, ruled: boolean): string {
  const { code, severity, message, remedies } = finding;
  const item = rulingItem(finding, ruled);
  const ruling = item === undefined ? [] : [`Rule on it in the table, under rulings: ${fenced(item)}`];
  const ways = [...remedies.map(text), ...ruling];
  return [
    `<details><summary>${SEVERITY_MARKS[severity]} ${severity} <b>${inline(code)}</b> ${inline(message)} <code>${inline(placeText(finding))}</code></summary>`,
    `*${text(titleOf(code))}*`,
    ...sides(finding),
    ...consequences(finding),
    ...(ways.length === 0 ? [] : [`Ways to decide it:\n\n${ways.map((way) => `- ${way}`).join('\n')}`]),
    '</details>',
  ].join('\n\n');
}

const decidedTable = (decided: readonly ReviewFinding[]): string =>
  mdTable(
    ['Code', 'Finding', 'Where', 'Decision'],
    decided
      .filter(isDecided)
      .map((finding) => [
        text(finding.code),
        text(finding.message),
        text(placeText(finding)),
        text(rulingText(finding.ruling)),
      ]),
  );

/** What a review says, in blocks of Markdown without a heading. */
export function reviewBlocks(review: Review): readonly string[] {
  const open = review.findings.filter((finding) => !isDecided(finding));
  const decided = review.findings.filter(isDecided);
  return [
    `**${findingsText(review.findings)}** · ${documentsText(review.documents)}`,
    ...open.map((finding) => details(finding, review.table !== undefined)),
    ...(decided.length === 0
      ? []
      : [`<details><summary>${decided.length} decided</summary>`, decidedTable(decided), '</details>']),
  ];
}

/** The report of a review as Markdown. It ends in a line end. */
export const reviewMarkdown = (review: Review): string =>
  `${[`# Review of ${text(subjectText(review))}`, ...reviewBlocks(review)].join('\n\n')}\n`;
