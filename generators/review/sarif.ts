/** The report of a review as SARIF 2.1.0, which code hosts and editors show beside the document. */

import { visible } from '../../model/table/diagnostic.ts';
import { textIn } from '../../model/table/text.ts';
import type { Ruling } from '../../model/table/types.ts';
import type { DocumentPlace, Quote, Review, ReviewFinding } from '../../properties/review/types.ts';
import { uriOf } from './escape.ts';
import { consequenceText, isDecided, type Lines, linesIn, meantBy, runOf, titleOf } from './parts.ts';

/** What SARIF says beside the review. */
export type SarifOptions = {
  readonly version: string;
  /** Address of the page that explains the codes; each rule then links to its section. */
  readonly codes?: string;
};

/** What a column counts: UTF-16 code units, as everywhere here. */
const COLUMN_KIND = 'utf16CodeUnits';

/** The key of our fingerprints. A new way to compute them gets a new number. */
const FINGERPRINT = 'stateatlasFinding/v1';

/** Text in a message of SARIF, where `[a](b)` would be a link. */
const plain = (text: string): string => visible(text).toWellFormed().replaceAll('](', '] (');

/** Where something stands. The region ends where what is meant ends, as far as that is known. */
const locationOf = ({ document, line, column, length, cell }: DocumentPlace, message?: string) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(document) },
    region: {
      startLine: line,
      startColumn: column,
      ...(length !== undefined && length > 0 && { endLine: line, endColumn: column + length }),
    },
  },
  ...(cell && { logicalLocations: [{ name: `row ${cell.row}, column ${cell.column}`, kind: 'cell' }] }),
  ...(message !== undefined && { message: { text: message } }),
});

const quoteOf = (quote: Quote, id: number, lines: Lines) => ({
  id,
  ...locationOf({ ...quote, ...meantBy(quote, quote.text, lines) }, plain(`“${quote.text}” ${quote.says}`)),
});

/** The whole message: the sentence, what follows in behaviour, and how to decide it. */
const messageOf = ({ message, consequences, remedies }: ReviewFinding): string =>
  [
    message,
    ...consequences.flatMap((each) => [
      consequenceText(each),
      ...(each.trace === undefined ? [] : [runOf(each.trace).join('; ')]),
    ]),
    ...remedies,
  ]
    .map(plain)
    .join('\n');

const STATUS = { accept: 'accepted', reject: 'accepted', defer: 'underReview' } as const;

/** The owner’s decision. It stands in the table, not in the document: its kind is external. */
const suppressionOf = ({ decision = 'accept', because }: Ruling) => ({
  kind: 'external',
  status: STATUS[decision],
  justification: plain(textIn(because, 'en')),
});

/** What stays of a finding when lines are added above it: code, document, names and quotes. */
const identityOf = ({ code, document, states, labels, events, quotes }: ReviewFinding): string =>
  JSON.stringify([code, document, states, labels, events, quotes.map(({ text, says }) => [text, says])]);

/** A short digest of a text (FNV-1a, 64 bits), as hexadecimal digits. It tells texts apart and keeps no secret. */
function digestOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

/** Fingerprints of findings, in order; of equal ones each has its number. */
function fingerprintsOf(findings: readonly ReviewFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const digest = digestOf(identityOf(finding));
    const number = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, number);
    return `${digest}:${number}`;
  });
}

/** The anchor that a heading gets on a page, as code hosts make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function ruleOf(code: string, codes: string | undefined) {
  const title = titleOf(code);
  return {
    id: code,
    shortDescription: { text: title },
    help: {
      text: `${title}. What it means and how to decide it stands under ${code} in docs/codes/review.md of the package stateatlas.`,
      markdown: `**${code}** ${title}. What it means and how to decide it stands under \`${code}\` in \`docs/codes/review.md\` of the package \`stateatlas\`.`,
    },
    ...(codes !== undefined && { helpUri: `${codes}#${encodeURIComponent(anchorOf(`${code} ${title}`))}` }),
  };
}

/** The report of a review as a SARIF log with one run. */
export function reviewSarif(review: Review, { version, codes }: SarifOptions): unknown {
  const rules = [...new Set(review.findings.map(({ code }) => code))].sort();
  const lines = linesIn(review);
  const fingerprints = fingerprintsOf(review.findings);
  const results = review.findings.map((finding, index) => ({
    ruleId: finding.code,
    ruleIndex: rules.indexOf(finding.code),
    level: finding.severity,
    message: { text: messageOf(finding) },
    locations: [locationOf(finding)],
    ...(finding.quotes.length > 0 && {
      relatedLocations: finding.quotes.map((quote, id) => quoteOf(quote, id, lines)),
    }),
    partialFingerprints: { [FINGERPRINT]: fingerprints[index] },
    suppressions: isDecided(finding) ? [suppressionOf(finding.ruling)] : [],
  }));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'stateatlas', version, rules: rules.map((code) => ruleOf(code, codes)) } },
        columnKind: COLUMN_KIND,
        artifacts: review.documents.map(({ name, text }) => ({
          location: { uri: uriOf(name) },
          ...(text === undefined && {
            description: { text: 'Claims that the table restates; the document is not at hand.' },
          }),
        })),
        results,
      },
    ],
  };
}
