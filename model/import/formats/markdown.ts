/** Markdown with the tables and footnotes of GitHub as content, with the places of the source. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Block, Content, ListItem } from '../content.ts';
import { languageOf } from './code-language.ts';
import { gridOf, type RowOfCells } from './grid.ts';
import { blocksOfHtml } from './html.ts';
import { bounded } from './markdown-bounds.ts';
import { escapesOf, inline, type Node, type Source } from './markdown-inline.ts';
import { cellOf, itemOf, linesOn, wholeOf } from './pieces.ts';
import type { Places } from './places.ts';
import { strip, Tape } from './tape.ts';

type Of<Type extends Node['type']> = Extract<Node, { readonly type: Type }>;

/** A source being read: its blocks are collected as they are met. */
type Reader = Source & {
  readonly places: Places;
  readonly blocks: Block[];
  /** Up to where HTML has been read that goes on over blank lines; what begins before is skipped. */
  readonly done: { offset: number };
  /** Elements that are never closed from here on. */
  readonly unclosed: Set<string>;
};

/** The content of a Markdown document; its front matter is skipped. @throws {Refusal} where it is beyond a limit. */
export function contentOfMarkdown(given: string, places: Places): Content {
  const text = withoutFrontMatter(given);
  bounded(text, places);
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const reader: Reader = { text, places, escapes: escapesOf(), blocks: [], done: { offset: 0 }, unclosed: new Set() };
  flow(reader, tree.children);
  return { format: 'markdown', blocks: reader.blocks };
}

/** A text whose front matter is blank. */
const withoutFrontMatter = (text: string): string =>
  text.replace(/^---[^\S\n\r]*(?:\r\n|\n|\r)[\s\S]*?(?:\r\n|\n|\r)(?:---|\.\.\.)[^\S\n\r]*(?=[\r\n]|$)/, (matter) =>
    matter.replace(/[^\r\n]/g, ' '),
  );

const startOf = (node: Node): number => node.position?.start.offset ?? 0;
const endOf = (node: Node): number => node.position?.end.offset ?? 0;

function flow(reader: Reader, nodes: readonly Node[]): void {
  for (const node of nodes) if (startOf(node) >= reader.done.offset) block(reader, node);
}

function block(reader: Reader, node: Node): void {
  const { blocks, places } = reader;
  switch (node.type) {
    case 'heading': {
      const whole = wholeOf(tapeOf(reader, node), places);
      if (whole !== undefined) blocks.push({ kind: 'heading', level: node.depth, ...whole });
      return;
    }
    case 'paragraph':
      return paragraph(reader, tapeOf(reader, node));
    case 'list': {
      const after: Block[] = [];
      const items = itemsOf({ ...reader, blocks: after }, node);
      if (items.length > 0) blocks.push({ kind: 'list', ...places(startOf(node)), items });
      blocks.push(...after);
      return;
    }
    case 'table':
      return table(reader, node);
    case 'code':
      return code(reader, node);
    case 'html':
      return html(reader, node);
    case 'footnoteDefinition':
      return footnote(reader, node);
    case 'blockquote':
      return flow(reader, node.children);
    default:
  }
}

function tapeOf(reader: Reader, node: Extract<Node, { readonly children: unknown }>): Tape {
  const tape = new Tape();
  inline(reader, node.children, tape, node);
  return tape;
}

function paragraph(reader: Reader, tape: Tape): void {
  const { blocks, places } = reader;
  const note = tape.lead?.kind === 'mark' ? itemOf(tape, places, []) : definitionOn(reader, tape);
  if (note?.term !== undefined)
    blocks.push({ kind: 'list', line: note.term.line, column: note.term.column, items: [note] });
  else for (const line of linesOn(tape, places)) blocks.push({ kind: 'paragraph', ...line });
}

/** A term with what defines it, in lines that begin with a colon, as some dialects have it. */
function definitionOn({ text, places }: Reader, tape: Tape): ListItem | undefined {
  const begins = ({ index }: { readonly index: number }): boolean => {
    const at = tape.offsets[index] as number;
    return /[\n\r][ \t]{0,3}$/.test(text.slice(Math.max(0, at - 4), at));
  };
  const starts = [...tape.text.matchAll(/(?<=\s):\s+/g)].filter(begins);
  const term = starts[0] && wholeOf(strip(tape, 0, starts[0].index), places);
  const [first, ...others] = starts.flatMap(
    ({ 0: mark, index }, number) => wholeOf(strip(tape, index + mark.length, starts[number + 1]?.index), places) ?? [],
  );
  if (term === undefined || first === undefined) return undefined;
  return { ...first, term, items: others.map((other) => ({ ...other, items: [] })) };
}

/** The items of a list; what stands in it and is neither text nor a list (a table, a piece of code) follows it. */
const itemsOf = (reader: Reader, list: Of<'list'>): readonly ListItem[] =>
  list.children.flatMap((item): readonly ListItem[] => {
    const tape = new Tape();
    const inner: ListItem[] = [];
    for (const child of item.children) {
      if (startOf(child) < reader.done.offset) continue;
      if (child.type === 'list') inner.push(...itemsOf(reader, child));
      else if (child.type === 'paragraph' || child.type === 'heading') {
        if (!tape.isBlank) tape.newline(startOf(child));
        inline(reader, child.children, tape, child);
      } else block(reader, child);
    }
    const own = itemOf(tape, reader.places, inner);
    return own === undefined ? [] : [own];
  });

/** A table. Its first row is its headings. */
function table({ blocks, places, ...source }: Reader, node: Of<'table'>): void {
  const rows = node.children.map(
    (row, index): RowOfCells => ({
      spot: places(startOf(row)),
      cells: row.children.map((child) => {
        const tape = new Tape();
        inline(source, child.children, tape, child);
        return {
          columns: 1,
          rows: 1,
          make: (cell) => cellOf(tape, places, { at: startOf(child), heading: index === 0, cell }),
        };
      }),
    }),
  );
  const grid = gridOf(places(startOf(node)), [rows]);
  if (grid !== undefined) blocks.push(grid);
}

/** Code with its lines as they stand in the source, so that its columns are those of the source; marks of quotes and lists before them are space. */
function code({ text, blocks, places }: Reader, node: Of<'code'>): void {
  const lineStart = Math.max(text.lastIndexOf('\n', startOf(node) - 1), text.lastIndexOf('\r', startOf(node) - 1)) + 1;
  const lines = text.slice(lineStart, endOf(node)).split(/\r\n|\n|\r/);
  const isFenced = /^(?:`{3}|~{3})/.test(text.slice(startOf(node)));
  const values = node.value.split('\n');
  const first = isFenced ? 1 : 0;
  const shown = values.map((value, index) => {
    const line = lines[first + index] ?? '';
    return line.endsWith(value) ? ' '.repeat(line.length - value.length) + value : value;
  });
  const { line } = places(lineStart);
  const language = node.lang ?? '';
  const shownText = shown.join('\n');
  if (node.value.trim() !== '')
    blocks.push({
      ...{ kind: 'code', line: line + first, column: 1, text: shownText },
      language: language === '' ? languageOf(shownText) : language.toLowerCase().replace(/^[{.]+|[}].*$/g, ''),
    });
}

const GOES_ON = /<(table|ul|ol|dl|pre|script|style)\b/i;

/** HTML is read as such. A table or a list that goes on after a blank line is read to its end. */
function html(reader: Reader, node: Of<'html'>): void {
  const from = startOf(node);
  let to = endOf(node);
  const tag = GOES_ON.exec(node.value)?.[1]?.toLowerCase();
  if (tag !== undefined && !reader.unclosed.has(tag)) {
    const close = reader.text.slice(from).search(new RegExp(`</${tag}\\s*>`, 'i'));
    if (close < 0) reader.unclosed.add(tag);
    else to = Math.max(to, reader.text.indexOf('>', from + close) + 1);
  }
  reader.done.offset = to;
  reader.blocks.push(...blocksOfHtml(reader.text.slice(from, to), (offset) => reader.places(from + offset)));
}

/** A footnote: its mark is the term, its text what the mark stands for. */
function footnote(reader: Reader, node: Of<'footnoteDefinition'>): void {
  const tape = new Tape();
  const after: Node[] = [];
  for (const child of node.children) {
    if (child.type !== 'paragraph') after.push(child);
    else {
      if (!tape.isBlank) tape.newline(startOf(child));
      inline(reader, child.children, tape, child);
    }
  }
  const item = itemOf(tape, reader.places, []);
  const { line, column } = reader.places(startOf(node) + 2);
  const term = { line, column, text: node.label ?? node.identifier };
  if (item !== undefined)
    reader.blocks.push({ kind: 'list', ...reader.places(startOf(node)), items: [{ ...item, term }] });
  flow(reader, after);
}
