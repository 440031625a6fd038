/** The most that is read of a document, so that reading it takes bounded time and memory. */
import type { Unreadable } from '../types.ts';

export const MOST = {
  /** UTF-16 code units of a document. */
  characters: 5_000_000,
  /** Levels of lists, elements or collections inside each other. */
  depth: 256,
  /** Places of a grid: rows times columns, spans counted out. */
  places: 500_000,
  /** Characters of one label, cell, item or heading. */
  piece: 20_000,
} as const;

/** Thrown inside this folder only, where a limit is hit or the text is broken; `contentOf` returns what it carries. */
export class Refusal extends Error {
  readonly unreadable: Unreadable;
  constructor(unreadable: Unreadable) {
    super(unreadable.problem);
    this.unreadable = unreadable;
  }
}
