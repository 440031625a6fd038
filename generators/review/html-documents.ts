/** A document of a review in HTML: its source with every claim marked, beside a table of the claims and how each stands. */
import type { Agreement, ReviewedDocument } from '../../properties/review/types.ts';
import { markup } from './escape.ts';
import { bdi, type Linked, type LinkTo, placeLink } from './html-findings.ts';
import { AGREEMENTS, type Lines, meantBy, placeText } from './parts.ts';

/** Lines without a claim that are shown around one, and as many characters of the text between claims. */
const AROUND = 1;
const LONGEST_PIECE = 160;

/** Where claims stand differently in one place, the gravest is shown. */
const GRAVEST: readonly Agreement[] = ['contradicted', 'open', 'unsupported', 'decided', 'agrees'];

type Marked = {
  readonly claim: number;
  readonly column: number;
  readonly length: number;
  readonly agreement: Agreement;
};

const half = LONGEST_PIECE / 2;

const cut = (text: string): string =>
  text.length > LONGEST_PIECE ? `${text.slice(0, half)}…${text.slice(-half)}` : text;

const piece = (text: string): string => markup(cut(text).replaceAll('\t', ' '));

/** The claims of each line, in order; of those in one place the gravest, and none that begins within another. */
function marksOf({ reading, agreement }: ReviewedDocument, lines: Lines): ReadonlyMap<number, readonly Marked[]> {
  const all = new Map<number, Marked[]>();
  for (const [claim, place] of reading.claims.entries()) {
    const stands = agreement[claim] ?? 'open';
    const { column, length = 1 } = meantBy(place, place.text, lines);
    const mark = { claim, column, length, agreement: stands };
    const line = all.get(place.line);
    if (line === undefined) all.set(place.line, [mark]);
    else line.push(mark);
  }
  for (const [line, marks] of all) {
    marks.sort((a, b) => a.column - b.column || GRAVEST.indexOf(a.agreement) - GRAVEST.indexOf(b.agreement));
    let end = 0;
    const apart = marks.filter(({ column, length }) => {
      if (column <= end) return false;
      end = column + length - 1;
      return true;
    });
    all.set(line, apart);
  }
  return all;
}

function lineHtml(text: string, marks: readonly Marked[], id: string): string {
  let at = 0;
  const pieces = marks.map(({ claim, column, length, agreement }) => {
    const before = text.slice(at, column - 1);
    at = Math.min(column - 1 + length, text.length);
    const link = `<a class="claim ${agreement}" href="#${id}c${claim}">${piece(text.slice(column - 1, at))}</a>`;
    return `${piece(before)}${link}`;
  });
  return `${pieces.join('')}${piece(text.slice(at))}`;
}

/** The lines that are shown: those with something in them, and what stands right around. None where the text is not at hand. */
export function shownLines(
  { name, reading }: ReviewedDocument,
  found: readonly Linked[],
  lines: Lines,
): readonly number[] {
  const last = lines(name)?.length ?? 0;
  const marked = [
    ...reading.claims.map(({ line }) => line),
    ...reading.states.map(({ line }) => line),
    ...found
      .flatMap(({ finding }) => [finding, ...finding.quotes])
      .filter(({ document }) => document === name)
      .map(({ line }) => line),
  ];
  const around = marked.flatMap((line) => Array.from({ length: 2 * AROUND + 1 }, (_, index) => line - AROUND + index));
  return [...new Set(around)].filter((line) => line >= 1 && line <= last).sort((a, b) => a - b);
}

/** BCP 47 tags are told to the browser, so that a text is read aloud in its language. */
const languageOf = (tag: string): string => (/^[a-z]{2}(-[A-Z]{2})?$/.test(tag) ? ` lang="${tag}"` : '');

function sourceHtml(document: ReviewedDocument, lines: Lines, wanted: readonly number[], id: string): string {
  const written = lines(document.name) ?? [];
  const marks = marksOf(document, lines);
  let last = 0;
  const items = wanted.map((line) => {
    const gap = line === last + 1 ? '' : `<li class="gap">${gapText(last + 1, line - 1)}</li>`;
    last = line;
    return `${gap}<li value="${line}" id="${id}l${line}">${lineHtml(written[line - 1] ?? '', marks.get(line) ?? [], id)}</li>`;
  });
  const rest = last < written.length ? `<li class="gap">${gapText(last + 1, written.length)}</li>` : '';
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="Source of ${markup(document.name)}">`,
    `<ol class="source"${languageOf(document.reading.language)}>${items.join('')}${rest}</ol></div>`,
  ].join('');
}

const gapText = (from: number, to: number): string =>
  from === to ? `line ${from} without a claim` : `lines ${from} to ${to} without a claim`;

function claimsHtml(document: ReviewedDocument, found: readonly Linked[], linkTo: LinkTo, id: string): string {
  const { name, reading, means, agreement } = document;
  const labels = new Map(reading.states.map((state) => [state.id, state.label]));
  const stateHtml = (state: string | null): string => {
    if (state === null) return '<em>none</em>';
    const name = Object.hasOwn(means, state) ? ` <code>${markup(means[state] as string)}</code>` : '';
    return `${bdi(cut(labels.get(state) ?? state))}${name}`;
  };
  const at = new Map<string, Set<number>>();
  for (const { finding, number } of found)
    for (const place of [finding, ...finding.quotes]) {
      const key = placeText(place);
      at.set(key, (at.get(key) ?? new Set()).add(number));
    }
  const codes = new Map(found.map(({ finding, number }) => [number, finding.code]));
  const rows = reading.claims.map((claim, index) => {
    const stands = agreement[index] ?? 'open';
    const links = [...(at.get(placeText(claim)) ?? [])].map(
      (number) => `<a href="#f${number}">${markup(codes.get(number) ?? '')}</a>`,
    );
    const beside = [claim.event, claim.condition].filter((text) => text !== undefined).map((text) => bdi(cut(text)));
    return [
      `<tr id="${id}c${index}" data-agreement="${stands}">`,
      `<td>${placeLink(claim, linkTo, `${claim.line}:${claim.column}`)}</td>`,
      `<td><span class="badge ${stands}">${AGREEMENTS[stands].mark} ${AGREEMENTS[stands].words}</span></td>`,
      `<td>${links.join(', ')}</td><td>${bdi(cut(claim.text))}</td><td>${stateHtml(claim.from)}</td><td>${stateHtml(claim.to)}</td>`,
      `<td>${beside.join(' ')}</td></tr>`,
    ].join('');
  });
  const heads = ['Line', 'Stands', 'Findings', 'As written', 'From', 'To', 'By, if'];
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="Claims of ${markup(name)}"><table>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.join('')}</tbody></table></div>`,
  ].join('');
}

/** A document as a section: its source, where the text is at hand, beside its claims. `number` is its number in the review. */
export function documentHtml(
  document: ReviewedDocument,
  number: number,
  found: readonly Linked[],
  shown: readonly number[],
  lines: Lines,
  linkTo: LinkTo,
): string {
  const id = `d${number}`;
  const claims = claimsHtml(document, found, linkTo, id);
  const body =
    lines(document.name) === undefined
      ? `<p class="soft">The claims that the table restates; the document itself was not read.</p><div class="beside alone">${claims}</div>`
      : `<div class="beside">${sourceHtml(document, lines, shown, id)}${claims}</div>`;
  return `<section data-document="${number}" id="${id}"><h2>${bdi(document.name)}</h2>${body}</section>`;
}
