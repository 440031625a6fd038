/** Content as tests look at it. */
import type { Block, Content, Grid, ListItem } from '../content.ts';
import type { Unreadable } from '../types.ts';

const item = ({ term, text, items }: ListItem): string =>
  `${term === undefined ? '' : `${term.text}: `}${text}${items.length === 0 ? '' : ` (${items.map(item).join(', ')})`}`;

function line(block: Block): string {
  if (block.kind === 'grid')
    return `grid ${block.rows.map((row) => row.map(({ text }) => text).join(' | ')).join(' / ')}`;
  if (block.kind === 'list') return `list ${block.items.map(item).join(', ')}`;
  return block.kind === 'code' ? `code ${block.language} ${block.text}` : `${block.kind} ${block.text}`;
}

/** Every block on a line, or the problem. */
export const shown = (read: Content | Unreadable): readonly string[] =>
  'problem' in read ? [`${read.line}:${read.column} ${read.problem}`] : read.blocks.map(line);

/** The first grid. @throws {Error} where there is none. */
export function gridIn(read: Content | Unreadable): Grid {
  const grid = 'problem' in read ? undefined : read.blocks.find((block) => block.kind === 'grid');
  if (grid === undefined) throw new Error(shown(read).join('\n'));
  return grid;
}
