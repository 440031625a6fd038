/** The most that is read of a document, so that reading it takes bounded time and memory. */
import type { Format } from '../kinds.ts';
import type { Spot, Unreadable } from '../types.ts';

export const MOST = {
  /** UTF-16 code units of a document, by its format: as many as are taken apart in a few seconds. */
  characters: {
    ...{ text: 2_000_000, html: 2_000_000, csv: 2_000_000 },
    ...{ markdown: 500_000, data: 1_000_000, mermaid: 1_000_000 },
  } satisfies Readonly<Record<Format, number>>,
  /** Levels of lists, quotes, elements or collections inside each other. Markdown is slow where they are deep. */
  depth: { html: 256, markdown: 16, data: 40 },
  /** Places of a grid: rows times columns, spans counted out. */
  places: 500_000,
  /** Values of JSON or YAML, aliases written out. */
  values: 200_000,
  /** UTF-16 code units of one cell, item or heading, and of a paragraph in Markdown. */
  piece: 20_000,
  /** Paragraphs, and marks that begin an item or a line of a quote, in one Markdown document. */
  containers: 30_000,
  /** Stars, brackets and the like in one paragraph of Markdown: what they enclose is looked for again and again. */
  marks: 1_000,
  /** Attributes of one element. */
  attributes: 1_000,
} as const;

/** Thrown inside this folder only, where a limit is hit or the text is broken; `contentOf` returns what it carries. */
export class Refusal extends Error {
  readonly unreadable: Unreadable;
  constructor({ line, column }: Spot, problem: string, remedy: string) {
    super(problem);
    this.unreadable = { problem, remedy, line, column };
  }
}

/** What to do about a document that is too large. */
export const CUT = 'Cut out the table of states, and read that.';
