/** A row per state, with columns of previous and next states. */
import { plain } from '../text.ts';
import type { Entry, Written } from '../types.ts';
import { referenceIn } from '../words.ts';
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
  const entries = grids.flatMap((of) => entriesIn(of, known));
  return entries.map((entry) => withListsOf(entry, entries));
}

/**
 * An entry of which one list refers to another row (“see …”) and the other one says something of its own: what that row lists in the same column stands where the
 * reference does. An entry that only refers is left as it is, and so is a reference that spells no label or several.
 */
function withListsOf(entry: Entry, entries: readonly Entry[]): Entry {
  const [deal] = entry.deals;
  if (deal === undefined) return entry;
  const refers = (items: readonly Written[]): boolean => items.some(({ text }) => referenceIn(text) !== undefined);
  const list = (side: 'previous' | 'next'): readonly Written[] => {
    const other = deal[side === 'previous' ? 'next' : 'previous'];
    if (!refers(deal[side]) || other.length === 0 || refers(other)) return deal[side];
    return deal[side].flatMap((item) => {
      const meant = plain(referenceIn(item.text) ?? '');
      const [row, ...others] = entries.filter(({ label }) => plain(label.text) === meant);
      const listed = row?.deals[0]?.[side] ?? [];
      if (others.length > 0 || listed.length === 0 || refers(listed)) return [item];
      return listed.map(({ text }) => ({ ...item, text }));
    });
  };
  return { ...entry, deals: [{ ...deal, previous: list('previous'), next: list('next') }] };
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
