/** How defects are planted in the clean documents of this directory: one change at a time. For tests only. */

/** One change that makes a clean document, or its table, wrong. */
export type Planted = {
  /** What is wrong, in words of who would plant it. */
  readonly kind: string;
  /** The file that is changed: a document, or the table. */
  readonly document: string;
  /** Text that stands once in that file. */
  readonly replace: string;
  readonly with: string;
  /** What the review says of it, and on which line: of the changed document, or of another one that is reviewed beside it. */
  readonly expect: { readonly code: string; readonly line: number; readonly document?: string };
  /** The codes of what is found beside it, in order, because it follows from the same change; nothing else is. `more` where a change breaks a whole row. */
  readonly also?: readonly string[] | 'more';
  /** What is reviewed: the changed document against its table unless it says otherwise. */
  readonly against?: Against;
};

/** The documents that are reviewed together, one whose prose is, and the table they are held against, if any. */
export type Against = { readonly documents: readonly string[]; readonly prose?: string; readonly table?: string };

/** A row of a table in Markdown. */
export const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** An item of a list in HTML, on a line of its own. */
export const item = (label: string): string => `<li>${label}</li>\n`;

/** The end of one row and the beginning of the next, with the arrow between them in both columns, and in neither. */
export const between = (one: string, other: string, description: string) => {
  const rows = (next: string, previous: string): string =>
    `<td>${next}</td>\n</tr>\n<tr>\n<td>${other}</td>\n<td>${description}</td>\n<td><ul>\n${previous}`;
  return { replace: rows(other, item(one)), with: rows('', '') };
};
