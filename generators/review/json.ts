/** The report of a review for programs, and its schema: one definition for both. */
import * as z from 'zod';
import type { Trace } from '../../model/explore/graph.ts';
import type { DocumentPlace, Review, ReviewedDocument, ReviewFinding } from '../../properties/review/types.ts';
import {
  cell,
  documentClaim,
  documentPlace,
  documentState,
  systemConfiguration,
  tableConfiguration,
} from '../report/shapes.ts';
import { isDecided, SEVERITIES } from './parts.ts';

const AGREEMENT = z.enum(['agrees', 'contradicted', 'unsupported', 'decided', 'open']);

const place = { ...documentPlace, length: z.int().describe('UTF-16 code units from the column').optional(), cell };

const configuration = z.union([tableConfiguration, systemConfiguration]);

const trace = z.strictObject({
  initial: configuration,
  steps: z.array(z.strictObject({ event: z.string(), configuration })),
  loop: z.int().describe('Index of the step the cycle returns to').optional(),
  stutters: z.literal(true).describe('After the last step nothing more happens').optional(),
});

const text = z.union([z.string(), z.record(z.string(), z.string())]);

const finding = z.strictObject({
  ...place,
  code: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  states: z.array(z.string()),
  labels: z.array(z.string()),
  events: z.array(z.string()),
  quotes: z.array(z.strictObject({ ...place, text: z.string(), says: z.string() })),
  consequences: z.array(
    z.strictObject({ if: z.enum(['believed', 'not believed']), sentence: z.string(), trace: trace.optional() }),
  ),
  remedies: z.array(z.string()),
  ruling: z.looseObject({ decision: z.enum(['accept', 'reject', 'defer']).optional(), because: text }).optional(),
});

/** The shape of the report. */
export const reviewReport = z.strictObject({
  tool: z.strictObject({ name: z.literal('stateatlas'), version: z.string() }),
  table: z.string().describe('The table that documents were held against, where there was one').optional(),
  documents: z.array(
    z.strictObject({
      document: z.string(),
      language: z.string().describe('BCP 47 tag of the language it is probably written in'),
      restated: z.boolean().describe('Whether the table restates it: the document itself was not read'),
      states: z.array(documentState.extend({ means: z.string().describe('The state of the table').optional() })),
      claims: z.array(z.strictObject({ ...documentClaim, agreement: AGREEMENT })),
    }),
  ),
  findings: z.array(finding),
  open: z.int().describe('How many findings no ruling decides'),
  decided: z.int(),
});

/** A review as JSON. */
export type ReviewReport = z.infer<typeof reviewReport>;

const documentData = ({ name, text, reading, means, agreement }: ReviewedDocument) => ({
  document: name,
  language: reading.language,
  restated: text === undefined,
  states: reading.states.map(({ id, label, line, descriptions }) => ({
    id,
    label,
    line,
    descriptions,
    ...(Object.hasOwn(means, id) && { means: means[id] }),
  })),
  claims: reading.claims.map((claim, index) => ({ ...claim, agreement: agreement[index] ?? 'open' })),
});

const traceData = ({ initial, steps, loop, stutters }: Trace) => ({
  initial,
  steps: steps.map(({ event, to }) => ({ event, configuration: to })),
  ...(loop !== undefined && { loop }),
  ...(stutters && { stutters }),
});

/** A place without what else its owner may say of it. */
const placeData = ({ document, line, column, length, cell: at }: DocumentPlace) => ({
  document,
  line,
  column,
  ...(length !== undefined && { length }),
  ...(at && { cell: at }),
});

const findingData = (found: ReviewFinding) => ({
  ...placeData(found),
  code: found.code,
  severity: found.severity,
  message: found.message,
  states: found.states,
  labels: found.labels,
  events: found.events,
  quotes: found.quotes.map((quote) => ({ ...placeData(quote), text: quote.text, says: quote.says })),
  consequences: found.consequences.map(({ if: believed, sentence, trace: run }) => ({
    if: believed,
    sentence,
    ...(run && { trace: traceData(run) }),
  })),
  remedies: found.remedies,
  ...(found.ruling && { ruling: found.ruling }),
});

/** The report of a review as data. */
export function reviewJson(review: Review, version: string): unknown {
  const decided = review.findings.filter(isDecided).length;
  return {
    tool: { name: 'stateatlas', version },
    ...(review.table !== undefined && { table: review.table }),
    documents: review.documents.map(documentData),
    findings: review.findings.map(findingData),
    open: review.findings.length - decided,
    decided,
  };
}
