/** The findings of a review in HTML: open ones with their sides, consequences and remedies, decided ones with the decision. */
import type { DocumentPlace, ReviewFinding } from '../../properties/review/types.ts';
import { markup } from './escape.ts';
import { consequenceText, isDecided, placeText, rulingText, runOf, SEVERITY_MARKS, titleOf } from './parts.ts';
import { rulingItem } from './ruling.ts';

/** A finding, its number in the review, and a link to a line of a document where it is shown. */
export type Linked = {
  readonly finding: ReviewFinding;
  readonly number: number;
};

/** The address in the page of a place in a document, where that line is shown. */
export type LinkTo = (place: DocumentPlace) => string | undefined;

/** Text of a document: it keeps its own direction. */
export const bdi = (text: string): string => `<bdi>${markup(text)}</bdi>`;

/** A place, as a link where the line is shown. */
export function placeLink(place: DocumentPlace, linkTo: LinkTo, text = placeText(place)): string {
  const target = linkTo(place);
  const shown = `<code>${markup(text)}</code>`;
  return target === undefined ? shown : `<a href="#${target}">${shown}</a>`;
}

const listOf = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

function bodyOf(finding: ReviewFinding, linkTo: LinkTo, ruled: boolean): string {
  const { quotes, consequences, remedies } = finding;
  const item = rulingItem(finding, ruled);
  const ruling =
    item === undefined ? [] : [`Rule on it in the table, under <code>rulings</code>: <code>${bdi(item)}</code>`];
  const ways = [...remedies.map(bdi), ...ruling];
  const sides = quotes.map(
    (quote) => `<p><q>${bdi(quote.text)}</q> ${bdi(quote.says)} ${placeLink(quote, linkTo)}</p>`,
  );
  const follows = consequences.map((each) => {
    const run = each.trace === undefined ? [] : runOf(each.trace);
    const steps = run.map((step) => `<li>${bdi(step)}</li>`).join('');
    return `<p>${markup(consequenceText(each))}</p>${steps === '' ? '' : `<ol start="0">${steps}</ol>`}`;
  });
  return [
    sides.length === 0 ? '' : `<div class="quotes">${sides.join('')}</div>`,
    ...follows,
    ways.length === 0 ? '' : `<p class="soft">Ways to decide it</p>${listOf(ways)}`,
  ].join('');
}

/** A finding as an article with the attributes that the filters read. `document` is the number of its document; `ruled`: there is a table for rulings. */
export function findingHtml({ finding, number }: Linked, document: number, linkTo: LinkTo, ruled: boolean): string {
  const { code, severity, message } = finding;
  const decided = isDecided(finding);
  const badge = decided ? '• decided' : `${SEVERITY_MARKS[severity]} ${severity}`;
  return [
    `<article class="finding ${decided ? 'decided' : severity}" id="f${number}" data-severity="${severity}"`,
    ` data-code="${markup(code)}" data-document="${document}" data-state="${decided ? 'decided' : 'open'}">`,
    `<h3><span class="badge">${badge}</span> <code>${markup(code)}</code> ${bdi(message)}</h3>`,
    `<p class="soft">${markup(titleOf(code))} · ${placeLink(finding, linkTo)}</p>`,
    decided ? `<p>${bdi(rulingText(finding.ruling))}</p>` : bodyOf(finding, linkTo, ruled),
    '</article>',
  ].join('');
}
