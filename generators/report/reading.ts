/** What a document says, for people: its states, its claims, and every place that could be read otherwise. */
import type { DocumentClaim, Reading } from '../../model/import/index.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { plural } from '../../model/table/text.ts';

/** The reading as text; quietly, only its doubts and findings. Everything in it that comes from the document is shown with its control characters made visible. */
export function readingReport(
  { document, format, layout, states, claims, ambiguities, findings }: Reading,
  quiet: boolean,
): string {
  const at = ({ line, column }: { readonly line: number; readonly column: number }): string =>
    `${document}:${line}:${column}`;
  return [
    document,
    ...(quiet ? [] : states).flatMap(({ id, label, line }) => [
      `  ${id}  ${label}   [${document}:${line}]`,
      ...claims.filter((claim) => standsUnder(claim) === id).map((claim) => `    ${claimText(claim)}   [${at(claim)}]`),
    ]),
    ...ambiguities.flatMap(({ code, text, chosen, instead, ...place }) => [
      `  ${code} “${text}” can be read otherwise: ${chosen}   [${at(place)}]`,
      ...instead.map(
        ({ reading, loses, consequence }) =>
          `        or ${reading}${loses === 0 ? ', as consistent' : `, ${loses} less consistent`}: ${consequence}`,
      ),
    ]),
    ...findings.map((finding) => `  ${finding.code} ${finding.message}   [${at(finding)}]`),
    `  ${format}, ${layout}: ${plural(states.length, 'state')}, ${plural(claims.length, 'claim')}; ${ambiguities.length} could be read otherwise; ${plural(findings.length, 'finding')}`,
  ]
    .map(visible)
    .join('\n');
}

/** The state that a claim is listed under: its row, or where its arrow begins; the other end where the document says that there is none. */
const standsUnder = ({ column_kind, from, to }: DocumentClaim): string | null => {
  const [own, other] = column_kind === 'previous' ? [to, from] : [from, to];
  return own ?? other;
};

function claimText({ column_kind, from, to, event, condition, confidence }: DocumentClaim): string {
  const isStart = column_kind === 'edge' && from === null;
  const named = isStart ? 'begins here' : ((column_kind === 'previous' ? from : to) ?? 'none');
  return [
    `${column_kind.padEnd(8)} ${named}`,
    ...(event === undefined ? [] : [`on ${event}`]),
    ...(condition === undefined ? [] : [condition]),
    ...(confidence < 1 ? [`(sure to ${confidence})`] : []),
  ].join('  ');
}
