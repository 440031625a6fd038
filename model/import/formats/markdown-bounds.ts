/** What would make Markdown slow to parse, found in one pass over its lines: deep containers, and paragraphs of enormous length. */
import { CUT, MOST, Refusal } from './limits.ts';
import type { Places } from './places.ts';

const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;
const TABLE = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const HTML =
  /^[ \t>]*<\/?(?:table|t[rhd]|thead|tbody|tfoot|caption|div|p|ul|ol|li|dl|dt|dd|details|section|article)\b/i;

/** @throws {Refusal} where Markdown is nested too deeply, or one of its paragraphs is too long. */
export function bounded(text: string, places: Places): void {
  let open: number[] = [];
  let fence: string | undefined;
  let mode: 'paragraph' | 'table' | 'html' = 'paragraph';
  let run = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const { quotes, indents, end } = containersOf(line);
    const [least] = indents;
    if (least !== undefined) open = [...open.filter((indent) => indent < least), ...indents];
    if (fence === undefined && open.length + quotes > MOST.depth.markdown)
      throw new Refusal(places(index), `lists and quotes are nested deeper than ${MOST.depth.markdown} levels`, CUT);
    const mark = FENCE.exec(line.slice(end))?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    if (fence !== undefined) continue;
    const isBlank = line.slice(end).trim() === '';
    if (isBlank || least !== undefined || /^[ \t]{0,3}#{1,6}[ \t]/.test(line)) {
      run = 0;
      mode = 'paragraph';
    }
    if (mode === 'paragraph' && HTML.test(line.slice(end))) mode = 'html';
    else if (mode === 'paragraph' && run > 0 && line.includes('|') && TABLE.test(line)) mode = 'table';
    run = mode === 'paragraph' ? run + line.length : line.length;
    if (mode !== 'html' && run > MOST.piece) {
      const problem = `a paragraph or a row has more than ${MOST.piece} characters`;
      throw new Refusal(places(index), problem, 'Put a blank line between paragraphs.');
    }
  }
}

/** The marks of lists and quotes that begin a line: how many quotes, where the lists stand, and where the text begins. */
function containersOf(line: string): {
  readonly quotes: number;
  readonly indents: readonly number[];
  readonly end: number;
} {
  const indents: number[] = [];
  let quotes = 0;
  let end = 0;
  for (;;) {
    CONTAINER.lastIndex = end;
    const [found] = CONTAINER.exec(line) ?? [];
    if (found === undefined) return { quotes, indents, end };
    end += found.length;
    if (found.endsWith('>')) quotes++;
    else indents.push(end - 1);
  }
}
