/**
 * Reviewing documents: what they claim, held against a table, against each other, and against themselves. Documents that were imported and
 * sources that a table restates are reviewed alike; every finding says where, quotes both sides, what follows, and how it can be decided.
 */
import type { Trace } from '../../model/explore/graph.ts';
import type { DocumentClaim, DocumentState, Reading } from '../../model/import/index.ts';
import type { Ruling } from '../../model/table/types.ts';
import type { Sayings } from './words/index.ts';

/** Where something stands in a document. `length` counts UTF-16 code units from the column, where a piece of the line is meant. */
export type DocumentPlace = {
  readonly document: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
  readonly cell?: { readonly row: number; readonly column: number };
};

/** A claim on one of the sides of a finding, quoted: a label or a cell, never a sentence of a description unless the finding is about it. */
export type Quote = DocumentPlace & {
  readonly text: string;
  /** The side it speaks for, in a few words: “lists it as next”, “the row of Active”, “the table”. */
  readonly says: string;
};

/** What follows in behaviour if a claim is believed, or is not. */
export type Consequence = {
  readonly if: 'believed' | 'not believed';
  /** A sentence: “offline can then never be reached”. */
  readonly sentence: string;
  /** A run of the table so changed that shows it, where there is one. */
  readonly trace?: Trace;
};

/** Something a review found. */
export type ReviewFinding = DocumentPlace & {
  /** Stable; explained in docs/codes. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** One sentence, for the owner of the document. */
  readonly message: string;
  /** What a ruling names to decide it: states by their names in the table, and labels as written where the table has no such state. */
  readonly states: readonly string[];
  readonly labels: readonly string[];
  readonly events: readonly string[];
  readonly quotes: readonly Quote[];
  readonly consequences: readonly Consequence[];
  /** The ways to decide it, each a sentence that says what to change and where. */
  readonly remedies: readonly string[];
  /** All that it says apart from its words, for other languages. Texts of findings that carry none are English. */
  readonly sayings?: Sayings;
  /** The decision, where the table has one. */
  readonly ruling?: Ruling;
};

/** How a claim stands to the rest of the review: what colours it in a report. */
export type Agreement = 'agrees' | 'contradicted' | 'unsupported' | 'decided' | 'open';

/** A document of the review: as it was read, its text (for excerpts), and how each of its claims stands. */
export type ReviewedDocument = {
  readonly name: string;
  /** Absent for a source that the table restates: there is no document at hand. */
  readonly text?: string;
  readonly reading: Pick<Reading, 'document' | 'language' | 'ambiguities'> & {
    readonly states: readonly DocumentState[];
    readonly claims: readonly DocumentClaim[];
  };
  /** The state of the table that each state of the document is, by id; absent where the table has none. */
  readonly means: Readonly<Record<string, string>>;
  /** For each claim, in order. */
  readonly agreement: readonly Agreement[];
};

/** A review. Findings are in the order of documents and places; decided ones carry their ruling. */
export type Review = {
  /** The name of the table, where documents were held against one. */
  readonly table?: string;
  readonly documents: readonly ReviewedDocument[];
  readonly findings: readonly ReviewFinding[];
};
