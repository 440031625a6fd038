/** Where the parts of a table stand in the file they were read from. Pure data: reading the file is the caller's work. */

/** A place in a text file. Line and column count from 1; a column counts UTF-16 code units, as editors do. */
export type Place = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The part is computed and has no place of its own: this is the place of the whole it belongs to. */
  readonly computed?: true;
};

/**
 * Looks up where a part of the table stands, by its path in the table's value, such as `['transitions', 3]` or
 * `['states', 'cart']`. Where the exact part has no place of its own (a computed row of a TypeScript table), the place of the
 * nearest enclosing part is given, and `undefined` only where the whole table has none.
 */
export type Places = (path: readonly (string | number)[]) => Place | undefined;
