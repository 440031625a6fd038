/** HTML as content: what a reader of the page sees, with the places of the source. */
import type { Block, Content, ListItem } from '../content.ts';
import type { Written } from '../types.ts';
import { languageOf } from './code-language.ts';
import { BREAKS, hasBlock, inline, isUnseen, type Reader, tapeOf } from './html-inline.ts';
import { gridIn, isLayout } from './html-table.ts';
import { attributeOf, type Element, isElement, isText, type Node, offsetOf, references, treeOf } from './html-tree.ts';
import { itemOf, linesOn, wholeOf } from './pieces.ts';
import type { Places } from './places.ts';
import { Tape } from './tape.ts';

const LISTS = new Set(['ul', 'ol', 'menu', 'dir']);
/** The content of an HTML document. @throws {Refusal} where it is beyond a limit. */
export function contentOfHtml(source: string, places: Places): Content {
  return { format: 'html', blocks: blocksOfHtml(source, places) };
}

/** The blocks of an HTML text that is a whole document or a part of one. @throws {Refusal} where it is beyond a limit. */
export function blocksOfHtml(source: string, places: Places): readonly Block[] {
  const reader: Reader = { source, places, escapes: references(), blocks: [], tables: [] };
  flow(reader, treeOf(source, places).childNodes);
  return reader.blocks;
}

/** Reads nodes as blocks: text between blocks is a paragraph for each of its lines. */
function flow(reader: Reader, nodes: readonly Node[]): void {
  let tape = new Tape();
  const flush = (): void => {
    paragraphs(reader, tape);
    tape = new Tape();
  };
  const visit = (node: Node): void => {
    if (isText(node) || !isElement(node) || isUnseen(node)) return inline(reader, node, tape);
    if (!BREAKS.has(node.tagName) && !node.childNodes.some(hasBlock)) return inline(reader, node, tape);
    flush();
    if (!block(reader, node)) for (const child of node.childNodes) visit(child);
    flush();
  };
  for (const node of nodes) visit(node);
  flush();
}

/** Reads an element that is a block of its own; says whether it was one. */
function block(reader: Reader, element: Element): boolean {
  const { blocks, places } = reader;
  const { tagName } = element;
  if (LISTS.has(tagName) || tagName === 'dl') list(reader, element);
  else if (tagName === 'table' && !isLayout(element)) gridIn(reader, element);
  else if (/^h[1-6]$/.test(tagName)) {
    const whole = wholeOf(tapeOf(reader, element), places);
    if (whole !== undefined) blocks.push({ kind: 'heading', level: Number(tagName[1]), ...whole });
  } else if (tagName === 'pre') code(reader, element);
  else return false;
  for (const table of reader.tables.splice(0)) gridIn(reader, table);
  return true;
}

function paragraphs({ blocks, places }: Reader, tape: Tape): void {
  if (tape.isBlank) return;
  const note = tape.lead?.kind === 'mark' ? itemOf(tape, places, []) : undefined;
  if (note?.term !== undefined)
    blocks.push({ kind: 'list', line: note.term.line, column: note.term.column, items: [note] });
  else for (const line of linesOn(tape, places)) blocks.push({ kind: 'paragraph', ...line });
}

/** A list; what stands in it and is no list (a table, a piece of code) follows it. */
function list(reader: Reader, element: Element): void {
  const after: Block[] = [];
  const items = (element.tagName === 'dl' ? termsOf : itemsOf)({ ...reader, blocks: after }, element);
  const spot = reader.places(offsetOf(element));
  if (items.length > 0) reader.blocks.push({ kind: 'list', ...spot, items });
  reader.blocks.push(...after);
}

/** The items of a list; a list that stands between items belongs to the one before it. */
function itemsOf(reader: Reader, element: Element): readonly ListItem[] {
  const items: ListItem[] = [];
  for (const child of element.childNodes) {
    if (!isElement(child) || isUnseen(child)) continue;
    if (child.tagName === 'li') items.push(...listItem(reader, child));
    else if (LISTS.has(child.tagName)) {
      const last = items.pop();
      const inner = itemsOf(reader, child);
      items.push(...(last === undefined ? inner : [{ ...last, items: [...last.items, ...inner] }]));
    } else items.push(...itemsOf(reader, child));
  }
  return items;
}

/** An item: its own text, and the lists inside it. */
function listItem(reader: Reader, element: Element): readonly ListItem[] {
  const tape = new Tape();
  const inner: ListItem[] = [];
  const visit = (node: Node): void => {
    if (isText(node) || !isElement(node) || isUnseen(node)) return inline(reader, node, tape);
    const { tagName } = node;
    if (LISTS.has(tagName)) inner.push(...itemsOf(reader, node));
    else if (tagName === 'dl') inner.push(...termsOf(reader, node));
    else if (tagName === 'table' || tagName === 'pre') {
      if (!block(reader, node)) flow(reader, node.childNodes);
    } else if (node.childNodes.some(hasBlock)) {
      if (BREAKS.has(tagName)) tape.newline(offsetOf(node));
      for (const child of node.childNodes) visit(child);
    } else inline(reader, node, tape);
  };
  for (const child of element.childNodes) visit(child);
  const item = itemOf(tape, reader.places, inner);
  return item === undefined ? [] : [item];
}

/** The items of a definition list: every term with its first definition; further ones are items inside it. */
function termsOf(reader: Reader, element: Element): readonly ListItem[] {
  const items: ListItem[] = [];
  let terms: Written[] = [];
  let definitions: ListItem[] = [];
  const close = (): void => {
    const [first, ...more] = definitions;
    for (const term of terms) {
      if (first === undefined) items.push({ ...term, text: '', term, items: [] });
      else items.push({ ...first, term, items: [...first.items, ...more] });
    }
    if (terms.length === 0) items.push(...definitions);
    terms = [];
    definitions = [];
  };
  const visit = (node: Node): void => {
    if (!isElement(node) || isUnseen(node)) return;
    if (node.tagName === 'dt') {
      if (definitions.length > 0) close();
      const term = wholeOf(tapeOf(reader, node), reader.places);
      if (term !== undefined) terms.push(term);
    } else if (node.tagName === 'dd') definitions.push(...listItem(reader, node));
    else for (const child of node.childNodes) visit(child);
  };
  for (const child of element.childNodes) visit(child);
  close();
  return items;
}

/** Code keeps its lines. The language is what its class names, or a diagram where it begins like one. */
function code(reader: Reader, element: Element): void {
  const tape = tapeOf(reader, element);
  const start = /^(?:[^\S\n]*\n)*/.exec(tape.text)?.[0].length ?? 0;
  const text = tape.text.slice(start).trimEnd();
  if (text === '') return;
  const inner = element.childNodes.find(isElement);
  const named = [element, ...(inner === undefined ? [] : [inner])]
    .map((each) => attributeOf(each, 'class') ?? '')
    .join(' ');
  const language = /(?:language|lang|highlight-source)-([\w-]+)/.exec(named)?.[1] ?? /\bmermaid\b/.exec(named)?.[0];
  const spot = reader.places(tape.offsets[start] as number);
  reader.blocks.push({ kind: 'code', ...spot, language: language ?? languageOf(text), text });
}
