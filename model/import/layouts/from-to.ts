/** A matrix of states × states: a cell says whether, or by which event, one becomes the other. */
import { plain } from '../text.ts';
import type { Arrow, Found } from '../types.ts';
import type { Axes } from './axes.ts';
import { explained } from './footnotes.ts';
import { isNo, isYes, knownOf } from './labels.ts';
import { happening } from './transitions.ts';

/** So much of the shorter axis must stand on the other one, too. */
const SHARED = 0.6;

/** Whether both axes list states: their labels are largely the same, or the corner says so. */
export function isFromTo({ rows, columns, corner, cells }: Axes): boolean {
  const sides = [corner.rows, corner.columns];
  if (sides.includes('event')) return false;
  if (sides.includes('previous') && sides.includes('next')) return true;
  const [short, long] = rows.length < columns.length ? [rows, columns] : [columns, rows];
  const known = knownOf(long);
  const shared = new Set(short.map(({ text }) => plain(text)).filter((label) => known.has(label)));
  const isTarget = (text: string): boolean => known.has(plain(text));
  const isTold = cells.some(({ cell }) => !isNo(cell.text) && !isTarget(cell.text));
  return shared.size >= 2 && shared.size >= SHARED * short.length && isTold;
}

/** The arrows of grids from × to. Rows are where an arrow begins, unless the corner says otherwise. */
export function fromToIn(grids: readonly Axes[], notes: ReadonlyMap<string, string>): Pick<Found, 'arrows' | 'named'> {
  const arrows = grids.flatMap(({ cells, corner }) => {
    const isTurned = corner.rows === 'next' || (corner.rows !== 'previous' && corner.columns === 'previous');
    return cells.flatMap(({ cell, row, column }) => {
      if (isNo(cell.text) && !(cell.text === '' && cell.marks.length > 0)) return [];
      const [from, to] = isTurned ? [column, row] : [row, column];
      const note = explained(cell.marks, notes);
      const items = cell.items.length === 0 ? [cell] : cell.items;
      return items
        .filter(({ text }) => text === '' || !isNo(text))
        .map((item): Arrow => {
          const { event, condition } = isYes(item.text) || item.text === '' ? {} : happening(item.text);
          const both = [condition, note].filter((each) => each !== undefined).join('; ');
          return {
            ...{ line: item.line, column: item.column, text: item.text, from: [from], to: [to] },
            ...(cell.cell && { cell: cell.cell }),
            ...(event !== undefined && { event }),
            ...(both !== '' && { condition: both }),
          };
        });
    });
  });
  return { arrows, named: grids.flatMap(({ rows, columns }) => [...rows, ...columns]) };
}
