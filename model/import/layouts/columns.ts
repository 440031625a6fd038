/** A row per state, with columns of previous and next states. */
import type { Entry, Written } from '../types.ts';
import { cellsAs, type Headed, itemsAs, writtenOf } from './headed.ts';
import { type Known, knownOf, split } from './labels.ts';

/** Whether the columns are those of this layout: the state itself, and what comes before or after. */
export const hasColumns = ({ roles }: Headed): boolean =>
  roles.includes('state') && (roles.includes('previous') || roles.includes('next'));

/** The labels of the rows. */
export const labelsOfRows = (of: Headed): readonly Written[] =>
  of.rows.flatMap((row) => cellsAs(of, row, 'state').filter(({ text }) => text !== '')).map(writtenOf);

/** The entries of grids that belong together. Rows under one label cell, or without a label, belong to the entry above. */
export function entriesOf(grids: readonly Headed[]): readonly Entry[] {
  const known = knownOf(grids.flatMap(labelsOfRows));
  return grids.flatMap((of) => entriesIn(of, known));
}

type Making = { readonly label: Written; readonly rows: Headed['rows'][number][] };

function entriesIn(of: Headed, known: Known): readonly Entry[] {
  const made: Making[] = [];
  for (const row of of.rows) {
    const [cell] = cellsAs(of, row, 'state');
    if (cell === undefined) continue;
    const last = made.at(-1);
    const isSame = last !== undefined && last.label.line === cell.line && last.label.column === cell.column;
    if (last !== undefined && (isSame || cell.text === '')) last.rows.push(row);
    else if (cell.text !== '') made.push({ label: writtenOf(cell), rows: [row] });
  }
  return made.map(({ label, rows }): Entry => {
    const all = (role: 'description' | 'previous' | 'next'): readonly Written[] => {
      const items = rows.flatMap((row) => itemsAs(of, row, role));
      return [...new Set(items)];
    };
    const list = (role: 'previous' | 'next'): readonly Written[] => all(role).flatMap((item) => split(item, known));
    return {
      label,
      deals: [{ description: all('description'), previous: list('previous'), next: list('next'), cost: 0 }],
    };
  });
}
