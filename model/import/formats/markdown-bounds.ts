/** What would make Markdown slow to parse, found in one pass over its lines: deep containers, and paragraphs of enormous length. */
import { CUT, MOST, Refusal } from './limits.ts';
import type { Places } from './places.ts';

const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
const FENCE = /^(?:`{3,}|~{3,})/;
const HEADING = /^#{1,6}[ \t]/;
const TABLE = /^\|?[ \t]*:?-+:?(?:[ \t]*\|[ \t]*:?-+:?)*[ \t]*\|?$/;
const MARK = /[*_~[\]]/g;
const HTML = /^<\/?(?:table|t[rhd]|thead|tbody|tfoot|caption|div|p|ul|ol|li|dl|dt|dd|details|section|article)\b/i;

/** A fence that is open, and the list and quotes it stands in: where these end, it ends. */
type Fence = { readonly mark: string; readonly list: number; readonly quotes: number };

/** @throws {Refusal} where Markdown is nested too deeply, or one of its paragraphs is too long. */
export function bounded(text: string, places: Places): void {
  let open: readonly number[] = [];
  let fence: Fence | undefined;
  let wasBlank = true;
  let mode: 'paragraph' | 'table' | 'html' = 'paragraph';
  let run = 0;
  let marks = 0;
  let containers = 0;
  for (const { 0: whole, index } of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const line = whole.trimEnd();
    const { quotes, indents, end } = containersOf(line);
    const rest = line.slice(end).trimStart();
    const indent = indents[0] ?? line.length - rest.length;
    const isItem = indents.length > 0;
    if (fence !== undefined && rest !== '' && (indent <= fence.list || quotes < fence.quotes)) fence = undefined;
    if (fence !== undefined) {
      if (rest.startsWith(fence.mark)) fence = undefined;
      continue;
    }
    if (isItem || (wasBlank && rest !== '')) open = [...open.filter((list) => list < indent), ...indents];
    if (open.length + quotes > MOST.depth.markdown)
      throw new Refusal(places(index), `lists and quotes are nested deeper than ${MOST.depth.markdown} levels`, CUT);
    containers += indents.length + quotes + (wasBlank && !isItem && rest !== '' ? 1 : 0);
    if (containers > MOST.containers)
      throw new Refusal(
        places(index),
        `there are more than ${MOST.containers} items, paragraphs and lines of quotes`,
        CUT,
      );
    const mark = FENCE.exec(rest)?.[0];
    if (mark !== undefined)
      fence = { mark, quotes, list: open.findLast((list) => list < line.length - rest.length) ?? -1 };
    wasBlank = rest === '';
    if (wasBlank || isItem || mark !== undefined || HEADING.test(rest)) {
      run = 0;
      marks = 0;
      mode = 'paragraph';
    }
    if (mode === 'paragraph' && HTML.test(rest)) mode = 'html';
    else if (mode === 'paragraph' && run > 0 && rest.includes('|') && TABLE.test(rest)) mode = 'table';
    run = mode === 'paragraph' ? run + line.length : line.length;
    marks = (mode === 'paragraph' ? marks : 0) + (rest.match(MARK)?.length ?? 0);
    if (mode !== 'html' && marks > MOST.marks)
      throw new Refusal(places(index), `a paragraph or a row has more than ${MOST.marks} marks such as * and [`, CUT);
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
