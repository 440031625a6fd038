/** A place in a document as an excerpt: the line, cut around what is meant, and carets under it. */
import { visible } from '../../model/table/diagnostic.ts';

/** An excerpt: the line as far as it is shown, and a line of the same columns with carets. */
export type Excerpt = { readonly line: string; readonly carets: string };

const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;
const NARROWEST = /^[\p{Mn}\p{Me}]$/u;

/** How many columns of a terminal a character takes. */
const columnsOf = (character: string): number =>
  character.length > 2 ? character.length : NARROWEST.test(character) ? 0 : WIDE.test(character) ? 2 : 1;

type Shown = { readonly text: string; readonly columns: number };

const widthOf = (all: readonly Shown[]): number => all.reduce((sum, { columns }) => sum + columns, 0);

/** Characters as they are shown: tabs as spaces, control characters as escapes. */
const shown = (text: string): readonly Shown[] =>
  [...text].map((character) => {
    const safe = character === '\t' ? ' ' : visible(character);
    return { text: safe, columns: columnsOf(safe) };
  });

/** As many characters from the front as fit. */
function fitting(all: readonly Shown[], width: number): readonly Shown[] {
  let columns = 0;
  for (const [index, each] of all.entries()) {
    columns += each.columns;
    if (columns > width) return all.slice(0, index);
  }
  return all;
}

const ELLIPSIS: Shown = { text: '…', columns: 1 };

/**
 * The excerpt of a line at a column (from 1, in UTF-16 code units) with as many units as are meant, in at most so many columns of a terminal.
 * What is meant stays in sight; what is cut away on either side is an ellipsis.
 */
export function excerptOf(line: string, column: number, length: number, width: number): Excerpt {
  // A line may be a megabyte long: only what can be shown is looked at.
  const at = Math.min(column - 1, line.length);
  const end = Math.min(at + length, line.length);
  const first = Math.max(0, at - width);
  const wanted = shown(line.slice(at, Math.min(end, at + width)));
  const meant = fitting(wanted, Math.max(width - 2, 1));
  const before = shown(line.slice(first, at));
  const after = meant.length < wanted.length ? [] : shown(line.slice(end, end + width));
  const room = Math.max(width - widthOf(meant) - 2, 0);
  const left = fitting(before.toReversed(), Math.max(Math.floor(room / 2), room - widthOf(after))).toReversed();
  const right = fitting(after, room - widthOf(left));
  const head = left.length < before.length || first > 0 ? [ELLIPSIS, ...left] : left;
  const isCut = meant.length < wanted.length || right.length < after.length || end + width < line.length;
  const textOf = (all: readonly Shown[]): string => all.map(({ text }) => text).join('');
  return {
    line: textOf(isCut ? [...head, ...meant, ...right, ELLIPSIS] : [...head, ...meant, ...right]).trimEnd(),
    carets: `${' '.repeat(widthOf(head))}${'^'.repeat(Math.max(widthOf(meant), 1))}`,
  };
}
