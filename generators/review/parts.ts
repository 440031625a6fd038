/** What every report of a review says alike: which findings are open, how claims stand, runs in words, sums. */
import type { Trace } from '../../model/explore/graph.ts';
import { type Configuration, isSystemConfiguration, labelOf } from '../../model/explore/machine.ts';
import { plural, textIn } from '../../model/table/text.ts';
import type { Ruling } from '../../model/table/types.ts';
import { REVIEW_FINDINGS } from '../../properties/review/index.ts';
import type {
  Agreement,
  DocumentPlace,
  Review,
  ReviewedDocument,
  ReviewFinding,
} from '../../properties/review/types.ts';
import { arrivalText } from '../report/changes.ts';
import { valueText } from '../words.ts';

/** Severities, the gravest first. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A finding that a ruling decides. */
export type DecidedFinding = ReviewFinding & { readonly ruling: Ruling };

export const isDecided = (finding: ReviewFinding): finding is DecidedFinding => finding.ruling !== undefined;

/** What a finding of a code is, in a few words; the code itself where it is not one of a review. */
export const titleOf = (code: string): string => {
  const known: { readonly [each: string]: { readonly title: string } } = REVIEW_FINDINGS;
  return Object.hasOwn(known, code) ? (known[code]?.title as string) : code;
};

/** A mark and a word for how a claim stands, with what it means: never colour alone. */
export const AGREEMENTS: {
  readonly [agreement in Agreement]: { readonly mark: string; readonly words: string; readonly means: string };
} = {
  agrees: { mark: '✓', words: 'agrees', means: 'nothing contradicts it' },
  contradicted: { mark: '✗', words: 'contradicted', means: 'another place of the document says otherwise' },
  unsupported: { mark: '–', words: 'unsupported', means: 'the table has no such thing' },
  decided: { mark: '•', words: 'decided', means: 'a ruling of the table says what holds' },
  open: { mark: '?', words: 'open', means: 'a question about it is open' },
};

/** A mark for each severity. */
export const SEVERITY_MARKS: { readonly [severity in Severity]: string } = { error: '✗', warning: '!', note: '?' };

/** `document:line:column`. */
export const placeText = ({ document, line, column }: DocumentPlace): string => `${document}:${line}:${column}`;

/** What was decided, by whom and when, and why. */
export const rulingText = ({ decision = 'accept', because, by, date }: Ruling): string => {
  const beside = [...(by === undefined ? [] : [by]), ...(date === undefined ? [] : [date])];
  const word = { accept: 'accepted', reject: 'rejected', defer: 'deferred' }[decision];
  return `${word}${beside.length === 0 ? '' : ` (${beside.join(', ')})`}: ${textIn(because, 'en')}`;
};

/** How many claims of documents stand how, in words: `97 agree, 2 contradicted`; empty where there is no claim. */
export function agreementText(documents: readonly ReviewedDocument[]): string {
  const all = documents.flatMap(({ agreement }) => agreement);
  return (Object.keys(AGREEMENTS) as Agreement[])
    .map((each) => [all.filter((one) => one === each).length, AGREEMENTS[each].words] as const)
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${number > 1 && words === 'agrees' ? 'agree' : words}`)
    .join(', ');
}

/** What documents hold, in words: `2 documents, 20 states, 119 claims (97 agree, 22 contradicted)`. */
export function documentsText(documents: readonly ReviewedDocument[]): string {
  const claims = documents.reduce((sum, { reading }) => sum + reading.claims.length, 0);
  const states = documents.reduce((sum, { reading }) => sum + reading.states.length, 0);
  const agreement = agreementText(documents);
  return `${plural(documents.length, 'document')}, ${plural(states, 'state')}, ${plural(claims, 'claim')}${agreement === '' ? '' : ` (${agreement})`}`;
}

/** What was found, in words: `3 open (1 error, 2 warnings), 4 decided`. */
export function findingsText(findings: readonly ReviewFinding[]): string {
  if (findings.length === 0) return 'nothing found';
  const open = findings.filter((finding) => !isDecided(finding));
  const grades = SEVERITIES.map(
    (severity) => [open.filter((each) => each.severity === severity).length, severity] as const,
  )
    .filter(([number]) => number > 0)
    .map(([number, severity]) => plural(number, severity));
  const decided = findings.length - open.length;
  return [
    open.length === 0 ? 'nothing open' : `${open.length} open (${grades.join(', ')})`,
    ...(decided > 0 ? [`${decided} decided`] : []),
  ].join(', ');
}

/** What was reviewed: `article.txt against session`. */
export const subjectText = ({ table, documents }: Review): string => {
  const names = documents.map(({ name }) => name).join(', ') || 'no document';
  return table === undefined ? names : `${names} against ${table}`;
};

const start = (initial: Configuration): string => {
  if (isSystemConfiguration(initial)) return 'the start';
  const memory = Object.entries(initial.memory).map(([name, value]) => `${name} ${valueText(value)}`);
  return memory.length === 0 ? initial.state : `${initial.state} (${memory.join(', ')})`;
};

/** A run in words: where it starts, and each step with what it comes to; how it goes on for ever, or ends. */
export function runOf({ initial, steps, loop, stutters }: Trace): readonly string[] {
  const lines = [`start ${start(initial)}`];
  let before = initial;
  for (const [index, step] of steps.entries()) {
    lines.push(`${index === loop ? 'from here on, for ever: ' : ''}${labelOf(step)} → ${arrivalText(before, step.to)}`);
    before = step.to;
  }
  return stutters ? [...lines, 'and nothing more happens'] : lines;
}

/** What follows in behaviour, as a sentence. */
export const consequenceText = ({ if: believed, sentence }: ReviewFinding['consequences'][number]): string =>
  `If this is ${believed}: ${sentence}`;

/** The lines of a document, none where its text is not at hand. */
export type Lines = (document: string) => readonly string[] | undefined;

/** Looks up the lines of the documents of a review. */
export function linesIn({ documents }: Review): Lines {
  const lines = new Map(
    documents.flatMap(({ name, text }) =>
      text === undefined ? [] : [[name, text.replace(/(\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/)] as const],
    ),
  );
  return (document) => lines.get(document);
}

/** What is meant in a line: its column, from 1, and its length in UTF-16 code units, where it is known. */
export type Meant = { readonly column: number; readonly length?: number };

/** A text as it stands in HTML. */
const encoded = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');

/**
 * Where a text stands that is quoted at a place: at its column where the line has it there, as it is or as HTML; else as long as the place says; else where the line has
 * it from that column on.
 */
export function meantBy(place: DocumentPlace, text: string, lines: Lines): Meant {
  const { document, line, column, length } = place;
  const written = lines(document)?.[line - 1] ?? '';
  const there = [text, encoded(text)].find((each) => each !== '' && written.startsWith(each, column - 1));
  if (there !== undefined && (length === undefined || length === text.length)) return { column, length: there.length };
  if (length !== undefined) return { column, length };
  const at = text === '' ? -1 : written.indexOf(text, column - 1);
  return at < 0 ? { column } : { column: at + 1, length: text.length };
}
