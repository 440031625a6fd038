/** Footnotes: what the marks in cells stand for. */
import type { Content } from '../content.ts';

const BEGINS = /^\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|([⁰¹²³⁴-⁹]+)|([*†‡]{1,3})|(\d{1,3})[.):])\s*[:.]?\s*(\S.*)$/su;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A mark as it is compared: raised digits count as digits, brackets not at all. */
export const markOf = (mark: string): string =>
  [...mark.replace(/[[\]()^:.\s]/g, '')]
    .map((sign) => (RAISED.includes(sign) ? String(RAISED.indexOf(sign)) : sign))
    .join('');

/**
 * The footnotes of a document by their marks: paragraphs and items that begin with a mark, and items whose term is one. Right after a table the items of a list
 * without marks are numbered from 1; a single one may have lost its asterisk to the bullet.
 */
export function footnotesOf({ blocks }: Content): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  const note = (mark: string, text: string): void => {
    if (!notes.has(markOf(mark))) notes.set(markOf(mark), text.trim());
  };
  const read = (text: string): void => {
    const found = BEGINS.exec(text);
    const mark = found?.slice(1, 6).find((each) => each !== undefined);
    if (mark !== undefined) note(mark, found?.[6] ?? '');
  };
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'paragraph') read(block.text);
    if (block.kind !== 'list') continue;
    const { items } = block;
    const isNumbered =
      blocks[at - 1]?.kind === 'grid' && items.every(({ term, text }) => term === undefined && !BEGINS.test(text));
    for (const [index, { term, text }] of items.entries()) {
      if (isNumbered) note(items.length === 1 ? '*' : String(index + 1), text);
      else if (term === undefined) read(text);
      else note(term.text, text);
    }
  }
  return notes;
}

/** What the marks of a cell say, joined; nothing where there are none or no footnote explains them. */
export function explained(marks: readonly string[], notes: ReadonlyMap<string, string>): string | undefined {
  const texts = marks.map((mark) => notes.get(markOf(mark))).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : [...new Set(texts)].join('; ');
}
