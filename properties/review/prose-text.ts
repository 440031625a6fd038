/** Markdown as prose: what of it somebody wrote by hand, line by line, with everything else blank so that places stay. */
import { BLOCK_BEGIN, BLOCK_END } from '../../model/import/generated.ts';

/** A text by hand: its lines, blank where they are generated, fenced, front matter or comments; and the lines of its diagrams. */
export type Prose = {
  readonly lines: readonly string[];
  /** The same with the fenced diagrams in Mermaid left in: what copies of the table are read from. */
  readonly withDiagrams: readonly string[];
};

const FENCE = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})\s*([\w-]*)/;
const INDENTED = /^(?: {4}|\t)/;
const LISTED = /^\s*(?:[-*+]|\d+[.)])\s/;

/** Blanks a part of a line, so that what follows keeps its column. */
const blanked = (line: string): string => ' '.repeat(line.length);

/** Takes a Markdown text apart into what is written by hand. */
export function proseIn(text: string): Prose {
  const front = /^---[^\S\n\r]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[^\S\n\r]*(?=[\r\n]|$)/.exec(text)?.[0] ?? '';
  const bare = text
    .replace(front, () => front.replace(/[^\r\n]/g, ' '))
    .replace(/<!--(?!\s*atlas:)[\s\S]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' '));
  const lines: string[] = [];
  const withDiagrams: string[] = [];
  let fence: { readonly mark: string; readonly isDiagram: boolean } | undefined;
  let generated = false;
  let inList = false;
  for (const line of bare.split(/\r\n|\n|\r/)) {
    const blank = blanked(line);
    const keep = (prose: string, diagram: string): void => {
      lines.push(prose);
      withDiagrams.push(diagram);
    };
    const opening = FENCE.exec(line);
    if (generated) {
      generated = !BLOCK_END.test(line);
      keep(blank, blank);
    } else if (fence !== undefined) {
      keep(blank, fence.isDiagram ? line : blank);
      if (opening?.[1]?.startsWith(fence.mark) && opening[2] === '') fence = undefined;
    } else if (opening !== null) {
      fence = { mark: opening[1] as string, isDiagram: opening[2] === 'mermaid' };
      keep(blank, fence.isDiagram ? line : blank);
    } else if (BLOCK_BEGIN.test(line)) {
      generated = true;
      keep(blank, blank);
    } else {
      inList = LISTED.test(line) || (inList && (line.trim() === '' || /^\s/.test(line)));
      const isCode = INDENTED.test(line) && !inList;
      keep(isCode ? blank : line, isCode ? blank : line);
    }
  }
  return { lines, withDiagrams };
}

const PAGE =
  /^(?:\[← overview\]\((?:\.\.\/)?README\.md\)|\[Actors\]\(actors\.md\) · \[Transition matrix\]\(matrix\.md\))/m;

/** Whether a text is a page that `generate` writes about a table: such pages lead to each other by these links. */
export const isGenerated = (text: string): boolean => PAGE.test(text);

/** Words that stand out in a line: between marks of code, bold, or in quotation marks. The column counts from 1 and is that of the words. */
export type Marked = {
  readonly text: string;
  readonly column: number;
  readonly isCode: boolean;
  /** What stands before and after it, its marks not counted. */
  readonly before: string;
  readonly after: string;
};

const MARKED =
  /(?<code>(?<!`)(`+)(?!`)(?<inCode>.+?)(?<!`)\2(?!`))|\*\*(?<bold>[^*`]+)\*\*|(?<!\w)__(?<under>[^_`]+)__(?!\w)|“(?<q1>[^”]+)”|„(?<q2>[^“”]+)[“”]|«\s*(?<q3>[^»]+?)\s*»|(?<![\w=])"(?<q4>[^"]+)"/gu;

/** The words of a line that stand out, in their order. */
export const markedIn = (line: string): readonly Marked[] =>
  [...line.matchAll(MARKED)].map((match) => {
    const { inCode, ...others } = match.groups as { readonly [name: string]: string | undefined };
    const { bold, under, q1, q2, q3, q4 } = others;
    const inner = (inCode ?? bold ?? under ?? q1 ?? q2 ?? q3 ?? q4 ?? '') as string;
    const text = inner.trim();
    const at = match.index + match[0].indexOf(text);
    return {
      text,
      column: at + 1,
      isCode: inCode !== undefined,
      before: line.slice(0, match.index),
      after: line.slice(match.index + match[0].length),
    };
  });
