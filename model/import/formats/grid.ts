/** From cells with spans to a grid whose rows are all of the same length. */
import type { Cell, Grid } from '../content.ts';
import type { Spot } from '../types.ts';
import { CUT, MOST, Refusal } from './limits.ts';

/** A cell before its place in the grid is known. */
export type Placing = {
  readonly columns: number;
  /** How many rows it spans; 0 where it goes on to the end of its group. */
  readonly rows: number;
  readonly make: (cell: NonNullable<Spot['cell']>) => Cell;
};

/** A row as a document writes it, and where it begins. */
export type RowOfCells = { readonly spot: Spot; readonly cells: readonly Placing[] };

type Place = { readonly cell: Cell; readonly begins: boolean };

/**
 * Lays cells out as browsers do: a cell takes the first free place of its row; spans end with the group of rows they are in; where spans overlap, the
 * earlier cell keeps the place. Columns at the end in which no cell begins are left out. Nothing where no cell has any text.
 *
 * @throws {Refusal} where the grid is too large.
 */
export function gridOf(spot: Spot, groups: readonly (readonly RowOfCells[])[]): Grid | undefined {
  const rows: Place[][] = [];
  let places = 0;
  for (const group of groups) {
    const first = rows.length;
    for (let count = 0; count < group.length; count++) rows.push([]);
    for (const [index, row] of group.entries()) {
      let column = 0;
      for (const placing of row.cells) {
        while (rows[first + index]?.[column] !== undefined) column++;
        const below = group.length - index;
        const height = placing.rows === 0 ? below : Math.min(placing.rows, below);
        places += height * placing.columns;
        if (places > MOST.places) throw tooLarge(row.spot);
        const cell = placing.make({ row: first + index + 1, column: column + 1 });
        for (let down = 0; down < height; down++) {
          const target = rows[first + index + down] as Place[];
          for (let right = 0; right < placing.columns; right++)
            target[column + right] ??= { cell, begins: right === 0 };
        }
        column += placing.columns;
      }
    }
  }
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex((place) => place?.begins) + 1), 0);
  if (width * rows.length > MOST.places) throw tooLarge(spot);
  if (!rows.some((row) => row.some((place) => place?.cell.text))) return undefined;
  const spots = groups.flat().map((row) => row.spot);
  return {
    kind: 'grid',
    ...spot,
    rows: rows.map((row, down) =>
      Array.from({ length: width }, (_, right) => row[right]?.cell ?? absent(spots[down] as Spot, down, right)),
    ),
  };
}

const absent = ({ line, column }: Spot, down: number, right: number): Cell => ({
  ...{ line, column, cell: { row: down + 1, column: right + 1 } },
  ...{ text: '', items: [], heading: false, marks: [] },
});

/** Says that a grid has too many places. */
export const tooLarge = (spot: Spot): Refusal =>
  new Refusal(spot, `a table has more than ${MOST.places} places, its spans counted out`, CUT);
