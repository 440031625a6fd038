/** States with descriptions, in a table or a list, without any arrow. */
import type { Content, ListItem } from '../content.ts';
import { isSentence } from '../text.ts';
import type { Found, Written } from '../types.ts';
import { cellsAs, type Headed, itemsAs, writtenOf } from './headed.ts';

type Named = Found['named'];

/** Whether a grid lists states: it has a column of them, and none of what comes before or after. */
export const hasStates = ({ roles, rows }: Headed): boolean =>
  roles.includes('state') && !roles.includes('previous') && !roles.includes('next') && rows.length > 0;

/** The states of a grid with their descriptions. */
export const statesIn = (of: Headed): Named =>
  of.rows.flatMap((row) => {
    const [cell] = cellsAs(of, row, 'state');
    if (cell === undefined || cell.text === '') return [];
    return [{ ...writtenOf(cell), description: itemsAs(of, row, 'description') }];
  });

/** The states of a list: every item that explains a term, or that is short. */
export const statesOfItems = (items: readonly ListItem[]): Named =>
  items.flatMap((item): Named => {
    if (item.text === '' && item.term === undefined) return [];
    const told: Written[] = item.items.map(({ items: _, term: __, ...written }) => written);
    const { term, items: _, ...own } = item;
    if (term !== undefined) return [{ ...term, description: [own, ...told].filter(({ text }) => text !== '') }];
    return isSentence(own.text) ? [] : [{ ...own, description: told }];
  });

/** The states of the first list of a document in which every item is one, and that has several. */
export function statesOfLists({ blocks }: Content): Named {
  for (const block of blocks) {
    if (block.kind !== 'list' || block.items.length < 2) continue;
    const named = statesOfItems(block.items);
    const isMark = named.every(({ text }) => /^[\d*†‡⁰¹²³⁴-⁹]+$/u.test(text));
    if (named.length === block.items.length && !isMark) return named;
  }
  return [];
}
