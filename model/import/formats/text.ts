/**
 * Plain text as content: runs of bullets are lists, every other line is a paragraph of its own, because flattening puts every line of a cell on a line.
 */
import type { Block, Content, ListItem } from '../content.ts';
import { linesOf } from '../text.ts';

/** The lines of a text as paragraphs and lists. */
export function contentOfText(text: string): Content {
  const blocks: Block[] = [];
  let items: ListItem[] | undefined;
  for (const { bullet, ...written } of linesOf(text)) {
    if (!bullet) {
      items = undefined;
      blocks.push({ kind: 'paragraph', ...written });
      continue;
    }
    if (items === undefined) {
      items = [];
      blocks.push({ kind: 'list', line: written.line, column: written.column, items });
    }
    items.push({ ...written, items: [] });
  }
  return { format: 'text', blocks };
}
