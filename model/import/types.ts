/**
 * Reading documents: what stands in them, before it is a table. Every part keeps where it stands and how it was written; what a
 * part means is decided once, for the whole document, and what could as well be read otherwise is said.
 */

import type { Format, Layout } from './kinds.ts';

/** A document as it was given. */
export type SourceDocument = {
  /** Its name: a path, or `-` for standard input. */
  readonly name: string;
  readonly text: string;
};

/** Where something stands: line and column count from 1, in UTF-16 code units; in a table also the cell, counting from 1. */
export type Spot = {
  readonly line: number;
  readonly column: number;
  readonly cell?: { readonly row: number; readonly column: number };
};

/** A text as it is written, without its bullet and the space around it, and where it stands. */
export type Written = Spot & { readonly text: string };

/** What a column of a document says of the state whose row it stands in. */
export const ROLES = ['state', 'description', 'previous', 'next', 'event', 'condition', 'other'] as const;
/** What a column says. */
export type Role = (typeof ROLES)[number];

/** The columns a claim can stand in: states before, states after, or an arrow that names both of its ends. */
export type ColumnKind = 'previous' | 'next' | 'edge';

/**
 * One way to deal the items of a row to its columns. A document with cells has one way; in a flattened one the lists run into each other, and
 * every way that is possible at all is listed.
 */
export type Deal = {
  readonly description: readonly Written[];
  readonly previous: readonly Written[];
  readonly next: readonly Written[];
  /** What speaks against it, beside consistency: 0 where nothing does. */
  readonly cost: number;
};

/** What a document says of one state: a row of its table, or a section about it. */
export type Entry = {
  readonly label: Written;
  readonly deals: readonly Deal[];
};

/** An arrow that a document states with both its ends: a cell of a matrix, a line of a diagram, a row of a list of transitions. */
export type Arrow = Spot & {
  readonly text: string;
  /** The column an arrow counts as: an entry's, where it stands in the row of one of its ends; else `edge`. */
  readonly kind?: ColumnKind;
  readonly from: readonly Written[];
  readonly to: readonly Written[];
  readonly event?: string;
  readonly condition?: string;
};

/** What was found in a document, whatever its format: entries about states and arrows between them. */
export type Found = {
  readonly layout: Layout;
  /** Whether the document lists its states (rows, headings): then a state that is only named is missing there. */
  readonly declares: boolean;
  readonly entries: readonly Entry[];
  readonly arrows: readonly Arrow[];
  /** States that are declared without a row of their own, such as the headings of a matrix or a list of states, each with its description. */
  readonly named: readonly (Written & { readonly description?: readonly Written[] })[];
  /** What stands where the rows are and belongs to none of them. */
  readonly unread: readonly Written[];
};

/** A state of the document. */
export type DocumentState = {
  /** A slug of its label, stable while the label is. Two rows with one label get different ids, with a hint from their descriptions. */
  readonly id: string;
  readonly label: string;
  readonly line: number;
  readonly descriptions: readonly string[];
};

/** What a document says in one place. */
export type DocumentClaim = {
  readonly document: string;
  readonly line: number;
  readonly column: number;
  readonly cell?: { readonly row: number; readonly column: number };
  readonly text: string;
  readonly column_kind: ColumnKind;
  /** The state the arrow begins at; `null` where the document says that there is none. */
  readonly from: string | null;
  readonly to: string | null;
  /** The labels by which an arrow that stands in no state's row names its ends, where they are spelled otherwise than those of the states. */
  readonly called?: { readonly from?: string; readonly to?: string };
  readonly event?: string;
  readonly condition?: string;
  /** How sure the reading is: 1 where nothing else is possible, less where another reading is nearly as consistent. */
  readonly confidence: number;
};

/** A place that can be read in several ways that are nearly as consistent. */
export type Ambiguity = {
  readonly code: string;
  readonly document: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** What was chosen, and what else is possible, in a sentence each, with what changes. */
  readonly chosen: string;
  readonly instead: readonly { readonly reading: string; readonly loses: number; readonly consequence: string }[];
};

/** Something about a document that its owner should know, found while it was read. */
export type DocumentFinding = {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly document: string;
  readonly line: number;
  readonly column: number;
  /** The id of the state that is named and not described (SA303), or whose row refers to another one (SA304). */
  readonly state?: string;
};

/** A document, read. */
export type Reading = {
  readonly document: string;
  readonly format: Format;
  readonly layout: Layout;
  /** BCP 47 tag of the language it is probably written in. */
  readonly language: string;
  readonly states: readonly DocumentState[];
  readonly claims: readonly DocumentClaim[];
  readonly ambiguities: readonly Ambiguity[];
  readonly findings: readonly DocumentFinding[];
};

/** A document that cannot be read: why, and where. */
export type Unreadable = {
  readonly problem: string;
  readonly remedy: string;
  readonly line: number;
  readonly column: number;
};
