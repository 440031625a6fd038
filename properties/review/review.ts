/** Reviewing: from documents that were read, and a table, to findings and decisions. */
import type { Reading, SourceDocument } from '../../model/import/index.ts';
import { plain } from '../../model/import/text.ts';
import type { Table } from '../../model/table/types.ts';
import { changedSince, noneButRows, unknownStates, untoldConditions, withoutRow } from './against.ts';
import { arrowsOf } from './arrows.ts';
import { DOCUMENT_FINDINGS, PAIR_FINDINGS, PROSE_FINDINGS } from './codes.ts';
import { noneBeside, oneSided } from './columns.ts';
import { type Consequences, consequencesIn } from './consequences.ts';
import { undocumented } from './coverage.ts';
import { decided } from './decide.ts';
import { contradictedByDescription } from './descriptions.ts';
import { doubtedReadings } from './doubted.ts';
import type { Draft, Reviewing } from './draft.ts';
import { toldByEditions } from './editions.ts';
import { stuckByWord, unreachableByWord } from './endings.ts';
import { eventsAgainst } from './events.ts';
import { calledIn, calledOf, type Held, type HeldClaim } from './held.ts';
import { heldReading, heldSource } from './hold.ts';
import { foreignCells, severalLabels } from './labels.ts';
import { boundsOf, lifecycleOf } from './lifecycle.ts';
import { type Against, againstTable } from './meanings.ts';
import { neverDescribed, neverNamed, sharedLabels } from './naming.ts';
import { comparedOf } from './pair.ts';
import { proseOf } from './prose.ts';
import { brokenReferences } from './references.ts';
import type { Agreement, Review, ReviewedDocument, ReviewFinding } from './types.ts';

/** What is reviewed. */
export type ReviewRequest = {
  /** The table that documents are held against. Without it, each is held against itself. */
  readonly table?: Table;
  /** Documents that were read, with their text where it is at hand. */
  readonly documents?: readonly { readonly name: string; readonly text?: string; readonly reading: Reading }[];
  /**
   * The source of the table that a document is, by the document's name. Without an entry it is the source whose `location` is that name or
   * ends like it; and where one document is reviewed against a table of one source, that source, if most of what is restated of it stands there.
   */
  readonly sources?: { readonly [document: string]: string };
  /** Markdown documents whose prose is held against the table; those that were read as well are among the `documents` too. */
  readonly prose?: readonly SourceDocument[];
  /** Whether sources that the table restates are reviewed beside the documents. Without documents they always are. */
  readonly restated?: boolean;
};

/** Reviews documents, and sources that the table restates, against the table and against themselves. Pure, and bounded in time. */
export function reviewOf(request: ReviewRequest): Review {
  const { table, prose = [] } = request;
  const against: Against | undefined = table && againstTable(table);
  const all = documentsOf(request, against);
  const inTable =
    against && consequencesIn(against.table, against.arrows.graph, (state) => calledIn(against.table, state));
  const drafts = all.flatMap((held) => found(reviewingOf(held, against, inTable)));
  const silent = against === undefined || all.length === 0 ? [] : undocumented(against, all, inTable);
  const names = new Set(request.documents?.map(({ name }) => name));
  const read = all.filter(({ name }) => names.has(name));
  const compared = comparedOf(read, against);
  const alone = drafts.filter((draft) => !toldByEditions(compared, draft));
  const readings = new Map(request.documents?.map(({ name, reading }) => [name, reading]));
  const told = against && prose.flatMap((each) => proseOf(against, each, readings.get(each.name)));
  const everything = [...alone, ...silent, ...compared, ...(told ?? [])];
  const judged = Object.keys({
    ...(all.length > 0 && DOCUMENT_FINDINGS),
    ...(read.length > 1 && PAIR_FINDINGS),
    ...(prose.length > 0 && PROSE_FINDINGS),
  });
  const alsoProse = prose.filter(({ name }) => !names.has(name));
  const order = new Map([...all, ...alsoProse].map(({ name }, index) => [name, index]));
  const findings = decided(table, everything, all, judged, alsoProse[0]?.name ?? '');
  const claimed = byClaim(everything, findings);
  const sorted = findings.toSorted(
    (one, other) =>
      (order.get(one.document) ?? 0) - (order.get(other.document) ?? 0) ||
      one.line - other.line ||
      one.column - other.column,
  );
  return {
    ...(table && { table: table.name }),
    documents: [...all.map((held) => reviewed(held, claimed)), ...alsoProse.map(unread)],
    findings: sorted,
  };
}

function documentsOf(request: ReviewRequest, against: Against | undefined): readonly Held[] {
  const { documents = [], prose = [], restated = documents.length + prose.length === 0 } = request;
  const sources = Object.entries(against?.table.sources ?? {});
  const read = documents.map((each) => heldReading(each, sourceOf(each, request), against));
  const known = new Set(read.flatMap(({ source }) => source ?? []));
  if (against === undefined || !restated) return read;
  const others = sources.filter(([name, { claims }]) => !known.has(name) && claims !== undefined);
  return [...read, ...others.map(([name, source]) => heldSource(name, source, against))];
}

/** At least so much of what is restated of a source stands in a document that is taken for it without being told. */
const MOST_OF = 0.5;

/** Whether the location of a source is a document's name, or one of them ends like the other. */
const isAt = (location: string, name: string): boolean =>
  location === name || name.endsWith(`/${location}`) || location.endsWith(`/${name}`);

/** Whether a document is a source of a table by its location. */
export const isSourceOf = ({ sources = {} }: Table, name: string): boolean =>
  Object.values(sources).some(({ location }) => location !== undefined && isAt(location, name));

/** The source of the table that a document is. */
function sourceOf(
  { name, reading }: { readonly name: string; readonly reading: Reading },
  { table, documents = [], sources: told = {} }: ReviewRequest,
): string | undefined {
  if (Object.hasOwn(told, name)) return told[name];
  const sources = Object.entries(table?.sources ?? {});
  const located = sources.find(([, { location }]) => location !== undefined && isAt(location, name));
  if (located !== undefined) return located[0];
  const [only] = sources;
  if (documents.length !== 1 || sources.length !== 1 || only === undefined) return undefined;
  const { claims = [] } = only[1];
  const texts = new Set(reading.claims.map(({ text }) => plain(text)));
  const standing = claims.filter(({ text }) => texts.has(plain(text))).length;
  return standing >= claims.length * MOST_OF ? only[0] : undefined;
}

function reviewingOf(held: Held, against: Against | undefined, inTable: Consequences | undefined): Reviewing {
  const bounds = boundsOf(held, against?.table);
  if (against !== undefined) return { held, against, bounds, consequences: inTable };
  const alone = lifecycleOf(held, bounds);
  const consequences = alone && consequencesIn(alone, arrowsOf(alone).graph, (id) => calledOf(held, id));
  return { held, against, bounds, consequences };
}

/** All that is found about one document. What only follows from another finding about the same state is left out. */
function found(reviewing: Reviewing): readonly Draft[] {
  const { held } = reviewing;
  const unnamed = neverNamed(reviewing);
  const apart = new Set(
    [...held.states.keys()].filter((id) =>
      unnamed.some(({ line, states, labels }) => {
        const state = held.states.get(id);
        return (
          line === state?.line &&
          (states.includes(held.means.get(id) ?? '') || labels.includes(state.label) || labels.includes(id))
        );
      }),
    ),
  );
  const drafts = [
    ...oneSided(reviewing),
    ...noneBeside(reviewing),
    ...neverDescribed(reviewing),
    ...unnamed,
    ...sharedLabels(reviewing),
    ...severalLabels(reviewing),
    ...foreignCells(reviewing),
    ...brokenReferences(reviewing),
    ...contradictedByDescription(reviewing),
    ...stuckByWord(reviewing, apart),
    ...unreachableByWord(reviewing, apart),
    ...doubtedReadings(reviewing),
    ...withoutRow(reviewing),
    ...noneButRows(reviewing),
    ...untoldConditions(reviewing),
    ...unknownStates(reviewing),
    ...eventsAgainst(reviewing),
    ...changedSince(reviewing),
  ];
  return drafts.map((draft) => ({ ...draft, ...(held.source !== undefined && { source: held.source }) }));
}

function reviewed(held: Held, found: ReadonlyMap<HeldClaim, readonly ReviewFinding[]>): ReviewedDocument {
  return {
    name: held.name,
    ...(held.text !== undefined && { text: held.text }),
    reading: {
      document: held.name,
      language: held.language,
      ambiguities: held.ambiguities,
      states: [...held.states.values()],
      claims: held.claims.map(claimAsRead),
    },
    means: Object.fromEntries(held.means),
    agreement: held.claims.map((claim) => agreementOf(found.get(claim) ?? [])),
  };
}

/** A document that only its prose is reviewed of. */
const unread = ({ name, text }: SourceDocument): ReviewedDocument => ({
  name,
  text,
  reading: { document: name, language: 'en', ambiguities: [], states: [], claims: [] },
  means: {},
  agreement: [],
});

/** What is found about each claim. Findings are in the order of what they were made from. */
function byClaim(
  drafts: readonly Draft[],
  findings: readonly ReviewFinding[],
): ReadonlyMap<HeldClaim, readonly ReviewFinding[]> {
  const found = new Map<HeldClaim, ReviewFinding[]>();
  drafts.forEach(({ claims }, index) => {
    for (const claim of claims) found.set(claim, [...(found.get(claim) ?? []), findings[index] as ReviewFinding]);
  });
  return found;
}

/** A claim as its reader gave it, without what only the review needs. */
const claimAsRead = ({
  document,
  line,
  column,
  cell,
  text,
  column_kind,
  from,
  to,
  event,
  condition,
  confidence,
}: Held['claims'][number]) => ({
  document,
  line,
  column,
  ...(cell && { cell }),
  text,
  column_kind,
  from,
  to,
  ...(event !== undefined && { event }),
  ...(condition !== undefined && { condition }),
  confidence,
});

const UNSUPPORTED: readonly string[] = ['SA340', 'SA341', 'SA345', 'SA349'];
const CONTRADICTED: readonly string[] = ['SA320', 'SA321', 'SA322'];

function agreementOf(findings: readonly ReviewFinding[]): Agreement {
  const open = findings.filter(({ ruling }) => ruling === undefined);
  const has = (codes: readonly string[]): boolean => open.some(({ code }) => codes.includes(code));
  if (findings.length === 0) return 'agrees';
  if (open.length === 0) return 'decided';
  return has(UNSUPPORTED) ? 'unsupported' : has(CONTRADICTED) ? 'contradicted' : 'open';
}

const SEVERITIES = ['note', 'warning', 'error'] as const;

/** The findings that nobody has decided, of at least a severity. */
export const undecided = ({ findings }: Review, least: ReviewFinding['severity'] = 'note'): readonly ReviewFinding[] =>
  findings.filter(
    ({ ruling, severity }) => ruling === undefined && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least),
  );
