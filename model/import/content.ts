/**
 * What a document consists of, whatever its format: grids, lists, headings, paragraphs and pieces of code, in the order of the document, every
 * part with its place. What a grid or a list *means* is not decided here but by the layouts.
 */
import type { Format } from './kinds.ts';
import type { Spot, Written } from './types.ts';

/** A cell of a grid. A cell that spans several rows or columns is the same object in each of their places. */
export type Cell = Spot & {
  /** The whole text of the cell, on one line. */
  readonly text: string;
  /** Its parts in order: paragraphs, lines, items of its lists (nested ones flattened); none where it is empty. */
  readonly items: readonly Written[];
  /** Whether the document marks it as a heading. */
  readonly heading: boolean;
  /** Marks of footnotes that stand in it, such as `1` or `*`. They are not part of the text. */
  readonly marks: readonly string[];
};

/** A table with cells: its rows, all of the same length; a place that the document leaves out is an empty cell. */
export type Grid = Spot & {
  readonly kind: 'grid';
  readonly rows: readonly (readonly Cell[])[];
};

/** An item of a list, with the term it explains (a definition list, a bold beginning), and the lists inside it. */
export type ListItem = Written & {
  readonly term?: Written;
  readonly items: readonly ListItem[];
};

export type Block =
  | Grid
  | (Written & { readonly kind: 'heading'; readonly level: number })
  | (Written & { readonly kind: 'paragraph' })
  | (Spot & { readonly kind: 'list'; readonly items: readonly ListItem[] })
  /** A piece of code, such as a Mermaid diagram inside Markdown. Its spot is that of the first character of `text`. */
  | (Spot & { readonly kind: 'code'; readonly language: string; readonly text: string });

/** A document, taken apart. */
export type Content = {
  readonly format: Format;
  readonly blocks: readonly Block[];
};
