/** What a document says, for people: its states, its claims, and every place that could be read otherwise. */
import type { Reading } from '../../model/import/index.ts';
import { visible } from '../../model/table/diagnostic.ts';

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The reading as text; quietly, only its doubts and findings. Everything in it that comes from the document is shown with its control characters made visible. */
export function readingReport({ document, states, claims, ambiguities, findings }: Reading, quiet: boolean): string {
  const at = ({ line, column }: { readonly line: number; readonly column: number }): string =>
    `${document}:${line}:${column}`;
  return [
    document,
    ...(quiet ? [] : states).flatMap(({ id, label, line }) => [
      `  ${id}  ${label}   [${document}:${line}]`,
      ...claims
        .filter(({ column_kind, from, to }) => (column_kind === 'previous' ? to : from) === id)
        .map((claim) => {
          const named = claim.column_kind === 'previous' ? claim.from : claim.to;
          const sure = claim.confidence < 1 ? `  (sure to ${claim.confidence})` : '';
          const condition = claim.condition === undefined ? '' : `  ${claim.condition}`;
          return `    ${claim.column_kind.padEnd(8)} ${named ?? 'none'}${condition}${sure}   [${at(claim)}]`;
        }),
    ]),
    ...ambiguities.flatMap(({ code, text, chosen, instead, ...place }) => [
      `  ${code} “${text}” can be read otherwise: ${chosen}   [${at(place)}]`,
      ...instead.map(
        ({ reading, loses, consequence }) =>
          `        or ${reading}${loses === 0 ? ', as consistent' : `, ${loses} less consistent`}: ${consequence}`,
      ),
    ]),
    ...findings.map((finding) => `  ${finding.code} ${finding.message}   [${at(finding)}]`),
    `  ${count(states.length, 'state')}, ${count(claims.length, 'claim')}; ${ambiguities.length} could be read otherwise; ${count(findings.length, 'finding')}`,
  ]
    .map(visible)
    .join('\n');
}
