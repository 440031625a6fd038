/**
 * The report of a review as one HTML file: nothing is fetched, no text of a document is ever run. A policy in the page allows one style and one
 * script, each by its digest, and nothing else.
 */
import type { Review } from '../../properties/review/types.ts';
import { markup } from './escape.ts';
import { documentHtml, shownLines } from './html-documents.ts';
import { bdi, findingHtml, type Linked, type LinkTo } from './html-findings.ts';
import { SCRIPT } from './html-script.ts';
import { STYLE } from './html-style.ts';
import {
  AGREEMENTS,
  documentsText,
  findingsText,
  isDecided,
  linesIn,
  SEVERITIES,
  SEVERITY_MARKS,
  subjectText,
} from './parts.ts';

/** SHA-256 of the style and of the script, as the policy wants them. A test computes them anew. */
export const STYLE_DIGEST = 'sha256-SXFYmZ+kebSpp/GlbLm8ll9rcHT6VvTRscX5ttjt3HE=';
export const SCRIPT_DIGEST = 'sha256-uvL2SdXVTfIa0FSO6/kiKgYRYan5OsGUZPZdkHOZrv0=';

const POLICY = `default-src 'none'; style-src '${STYLE_DIGEST}'; script-src '${SCRIPT_DIGEST}'; base-uri 'none'; form-action 'none'`;

const sum = (number: number, words: string): string => `<li><strong>${number}</strong> ${words}</li>`;

function sums({ findings, documents }: Review): string {
  const open = findings.filter((finding) => !isDecided(finding));
  const of = SEVERITIES.map(
    (severity) => [open.filter((each) => each.severity === severity).length, severity] as const,
  );
  const claims = documents.flatMap(({ agreement }) => agreement);
  const agreeing = claims.filter((each) => each === 'agrees').length;
  return `<ul class="sums">${[
    ...of.map(([number, severity]) =>
      sum(number, `${SEVERITY_MARKS[severity]} open ${severity}${number === 1 ? '' : 's'}`),
    ),
    sum(findings.length - open.length, '• decided'),
    sum(agreeing, `✓ of ${claims.length} claims agree`),
  ].join('')}</ul>`;
}

const option = (value: string, text: string): string => `<option value="${markup(value)}">${markup(text)}</option>`;

const select = (name: string, label: string, all: string, options: readonly string[]): string =>
  `<label class="over">${label}<select name="${name}">${option('', all)}${options.join('')}</select></label>`;

function filters({ findings, documents }: Review): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const severities = SEVERITIES.map(
    (severity) =>
      `<label><input type="checkbox" name="severity" value="${severity}" checked>${SEVERITY_MARKS[severity]} ${severity}</label>`,
  );
  return [
    '<form class="filters" id="filters" aria-label="Filters" hidden>',
    `<fieldset><legend>Severity</legend>${severities.join('')}</fieldset>`,
    select('state', 'Findings', 'open and decided', [option('open', 'open'), option('decided', 'decided')]),
    select(
      'code',
      'Code',
      'every code',
      codes.map((code) => option(code, code)),
    ),
    select(
      'document',
      'Document',
      'every document',
      documents.map(({ name }, index) => option(String(index), name)),
    ),
    select(
      'agreement',
      'Claims',
      'all claims',
      Object.entries(AGREEMENTS).map(([value, { mark, words }]) => option(value, `${mark} ${words}`)),
    ),
    '<button type="reset">Show all</button><output id="shown"></output>',
    '</form>',
  ].join('');
}

/** Marks of claims, explained. */
const LEGEND = `<ul class="legend soft">${Object.entries(AGREEMENTS)
  .map(
    ([agreement, { mark, words, means }]) =>
      `<li><span class="badge ${agreement}">${mark} ${words}</span> ${means}</li>`,
  )
  .join('')}</ul>`;

/** The report of a review as an HTML page. */
export function reviewHtml(review: Review): string {
  const { documents } = review;
  const lines = linesIn(review);
  const all: readonly Linked[] = review.findings.map((finding, number) => ({ finding, number }));
  const numberOf = new Map(documents.map(({ name }, index) => [name, index]));
  const foundIn = documents.map(({ name }) =>
    all.filter(({ finding }) => [finding, ...finding.quotes].some((place) => place.document === name)),
  );
  const shown = documents.map((document, index) => shownLines(document, foundIn[index] ?? [], lines));
  const targets = new Set(shown.flatMap((numbers, index) => numbers.map((line) => `d${index}l${line}`)));
  const linkTo: LinkTo = ({ document, line }) => {
    const target = `d${numberOf.get(document)}l${line}`;
    return targets.has(target) ? target : undefined;
  };
  const listed = (wanted: readonly Linked[]): string =>
    wanted
      .map((each) => findingHtml(each, numberOf.get(each.finding.document) ?? -1, linkTo, review.table !== undefined))
      .join('\n');
  const open = all.filter(({ finding }) => !isDecided(finding));
  const decided = all.filter(({ finding }) => isDecided(finding));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Review of ${markup(subjectText(review))}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<h1>Review of ${bdi(subjectText(review))}</h1>
<p class="soft">${findingsText(review.findings)} · ${documentsText(documents)}</p>
${sums(review)}
</header>
<main>
${filters(review)}
<section id="findings"><h2>Open</h2>
${open.length === 0 ? '<p>Nothing is open.</p>' : listed(open)}
</section>
${decided.length === 0 ? '' : `<section id="decided"><h2>Decided</h2>\n${listed(decided)}\n</section>`}
<section id="documents"><h2>Documents</h2>
${LEGEND}
</section>
${documents.map((document, index) => documentHtml(document, index, foundIn[index] ?? [], shown[index] ?? [], lines, linkTo)).join('\n')}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
