/** The report of a review for people: every open finding with excerpts, what follows and how to decide it; decided ones apart. */
import { visible } from '../../model/table/diagnostic.ts';
import type { DocumentPlace, Review, ReviewFinding } from '../../properties/review/types.ts';
import { type Emphasis, PLAIN } from '../report/emphasis.ts';
import { excerptOf } from './excerpt.ts';
import {
  consequenceText,
  type DecidedFinding,
  documentsText,
  findingsText,
  isDecided,
  type Lines,
  linesIn,
  meantBy,
  placeText,
  rulingText,
  runOf,
  SEVERITY_MARKS,
  subjectText,
} from './parts.ts';
import { rulingItem } from './ruling.ts';

/** How the text report is shown. */
export type TextOptions = {
  readonly style?: Emphasis;
  /** Only open findings, and nothing at all where there are none. */
  readonly quiet?: boolean;
  /** Columns of the terminal; 100 unless given. */
  readonly width?: number;
};

const INDENT = '      ';
const NARROWEST = 40;

/** One place of a finding, with what is said there. */
type Pointed = DocumentPlace & { readonly text?: string; readonly says?: string };

/** The places to show: those of the quotes, and that of the finding itself where no quote stands there. */
function placesOf(finding: ReviewFinding): readonly Pointed[] {
  const here = placeText(finding);
  return finding.quotes.some((quote) => placeText(quote) === here) ? finding.quotes : [finding, ...finding.quotes];
}

function pointedLines(place: Pointed, lines: Lines, width: number, style: Emphasis): readonly string[] {
  const { document, line, text = '', says = '' } = place;
  const quoted = text === '' ? '' : ` “${visible(text.slice(0, width))}${text.length > width ? '…' : ''}”`;
  const beside = says === '' ? '' : ` ${visible(says)}`;
  const written = lines(document)?.[line - 1];
  if (written === undefined) return [`${INDENT}${visible(placeText(place))}${quoted}${beside}`];
  const gutter = `${line} │ `;
  const { column, length = 1 } = meantBy(place, text, lines);
  const excerpt = excerptOf(written, column, length, Math.max(width - INDENT.length - gutter.length, NARROWEST));
  return [
    `${INDENT}${style.dim(visible(placeText(place)))}`,
    `${INDENT}${style.dim(gutter)}${excerpt.line}`,
    `${INDENT}${' '.repeat(gutter.length - 2)}${style.dim('│ ')}${style.open(excerpt.carets)}${beside}`,
  ];
}

/** The ways to decide a finding; where there is a table, the last one is a ruling in it. */
function waysOf(finding: ReviewFinding, ruled: boolean): readonly string[] {
  const item = rulingItem(finding, ruled);
  const ruling = item === undefined ? [] : [`Rule on it in the table, under rulings: ${item}`];
  return [...finding.remedies.map(visible), ...ruling];
}

/** An open finding. */
function openLines(
  finding: ReviewFinding,
  lines: Lines,
  width: number,
  style: Emphasis,
  ruled: boolean,
): readonly string[] {
  const { code, severity, message, consequences } = finding;
  const mark = (severity === 'error' ? style.bad : style.open)(SEVERITY_MARKS[severity]);
  return [
    '',
    `  ${mark} ${severity} ${code} ${visible(message)}   [${visible(placeText(finding))}]`,
    ...placesOf(finding).flatMap((place) => pointedLines(place, lines, width, style)),
    ...consequences.flatMap((each) => [
      `    ${visible(consequenceText(each))}`,
      ...(each.trace === undefined ? [] : runOf(each.trace)).map(
        (step, index) => `${String(index || '').padStart(10)}  ${visible(step)}`,
      ),
    ]),
    ...waysOf(finding, ruled).map((way, index) => `    ${index === 0 ? 'decide:' : '    or:'} ${way}`),
  ];
}

const decidedLine = (finding: DecidedFinding, style: Emphasis): string =>
  `  ${style.decided('•')} ${finding.code} ${visible(finding.message)}   [${visible(placeText(finding))}]\n      ${visible(rulingText(finding.ruling))}`;

/** The report of a review as text. Empty where it is to be quiet and nothing is open. */
export function reviewText(review: Review, { style = PLAIN, quiet = false, width = 100 }: TextOptions = {}): string {
  const open = review.findings.filter((finding) => !isDecided(finding));
  const decided = review.findings.filter(isDecided);
  if (quiet && open.length === 0) return '';
  const lines = linesIn(review);
  return [
    style.strong(visible(subjectText(review))),
    ...open.flatMap((finding) => openLines(finding, lines, width, style, review.table !== undefined)),
    ...(quiet || decided.length === 0
      ? []
      : ['', style.strong('Decided'), ...decided.map((each) => decidedLine(each, style))]),
    '',
    `  ${documentsText(review.documents)}`,
    `  ${findingsText(review.findings)}`,
  ].join('\n');
}
