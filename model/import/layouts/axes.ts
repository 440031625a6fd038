/** A grid with labels on both axes: those of its first column and those over its other columns, and what the corner between them says. */
import type { Cell, Grid } from '../content.ts';
import { roleOf } from '../headings.ts';
import type { Role, Written } from '../types.ts';
import { writtenOf } from './headed.ts';

/** A label on an axis. */
export type Label = Written;

/** A cell inside, with the labels it stands under. */
export type Inner = { readonly cell: Cell; readonly row: Label; readonly column: Label };

export type Axes = {
  readonly grid: Grid;
  readonly rows: readonly Label[];
  readonly columns: readonly Label[];
  readonly cells: readonly Inner[];
  /** What the corner says that the rows and the columns are. */
  readonly corner: { readonly rows?: Role; readonly columns?: Role };
};

/** Reads a grid as one with labels on both axes; nothing where it is too small, or where labels are missing. */
export function axesOf(grid: Grid): Axes | undefined {
  const title = grid.rows.findIndex(
    (row) => new Set(row.slice(1)).size === row.length - 1 && row.slice(1).every(({ text }) => text !== ''),
  );
  const [corner, ...over] = title < 0 || title > 2 ? [] : (grid.rows[title] ?? []);
  const repeats = (row: readonly Cell[]): boolean =>
    row.slice(1).every(({ text }, index) => text === over[index]?.text);
  const body = grid.rows.slice(title + 1).filter((row) => row[0]?.text && !repeats(row));
  if (corner === undefined || over.length < 1 || body.length < 1) return undefined;
  const columns = over.map(writtenOf);
  const rows = body.map(([label]) => writtenOf(label as Cell));
  const cells = body.flatMap((row, down) =>
    row.slice(1).map((cell, right): Inner => ({ cell, row: rows[down] as Label, column: columns[right] as Label })),
  );
  return { grid, rows, columns, cells, corner: cornerOf(corner.text, grid.rows.slice(0, title).flat()) };
}

const TURNS = /\s*(?:[\\/|↓→⟶↘,×]|\bx\b|\bvs\.?\s|[-–—]>)\s*/u;
const isFor = (text: string, word: RegExp): boolean => word.test(text);

/** What a corner such as `from \ to` says: first of the rows, then of the columns; in parentheses also the other way round. */
function cornerOf(text: string, above: readonly Cell[]): Axes['corner'] {
  const parts = text.split(TURNS).filter((each) => each.trim() !== '');
  const roles = parts.map((each) => roleOf(each));
  const [first, second] = roles;
  const isTurned = isFor(
    parts[0] ?? '',
    /\((?:columns?|colonnes?|spalten?|columnas?|colonn[ae]|colunas?|kolom(?:men)?)\)/i,
  );
  const over = above.map((cell) => roleOf(cell.text)).find((role) => role !== undefined);
  if (second === undefined && over !== undefined) return { ...(first !== undefined && { rows: first }), columns: over };
  const [rows, columns] = isTurned ? [second, first] : [first, second];
  return { ...(rows !== undefined && { rows }), ...(columns !== undefined && { columns }) };
}
