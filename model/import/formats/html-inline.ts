/** What a node of HTML shows, on a tape. */
import type { Block } from '../content.ts';
import { attributeOf, type Element, isElement, isText, type Node, offsetOf, offsetsOf } from './html-tree.ts';
import type { Places } from './places.ts';
import { type Escape, type Lead, Tape } from './tape.ts';

/** A source being read: its blocks are collected as they are met. */
export type Reader = {
  readonly source: string;
  readonly places: Places;
  readonly escapes: Escape;
  readonly blocks: Block[];
  /** Tables that stood inside a line of text or a cell; they are read after it. */
  readonly tables: Element[];
};

/** What is not shown, or is no part of what the page says. */
const UNSEEN = new Set(
  'head script style template noscript nav svg math iframe object audio video canvas select textarea button'.split(' '),
);
/** Elements that begin a new line. */
export const BREAKS = new Set(
  (
    'address article aside blockquote body center details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'hr html legend li main menu ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const LEADS: { readonly [tag: string]: Lead } = {
  ...{ b: 'bold', strong: 'bold', dfn: 'bold', em: 'code', i: 'code', code: 'code' },
};

/** What an element shows. */
export function tapeOf(reader: Reader, element: Element): Tape {
  const tape = new Tape();
  for (const child of element.childNodes) inline(reader, child, tape);
  return tape;
}

/** Puts what a node shows on a tape; blocks in it begin new lines. */
export function inline(reader: Reader, node: Node, tape: Tape): void {
  if (isText(node)) return tape.put(spaced(node), offsetsOf(node, reader.source, reader.escapes));
  if (!isElement(node) || isUnseen(node)) return;
  const { tagName } = node;
  const offset = offsetOf(node);
  if (tagName === 'br') return tape.newline(offset);
  if (tagName === 'table' && columnsOf(node) > 1) {
    reader.tables.push(node);
    return tape.newline(offset);
  }
  if (tagName === 'img') return tape.putAt(attributeOf(node, 'alt') ?? '', offset);
  const fill = (): void => {
    for (const child of node.childNodes) inline(reader, child, tape);
  };
  const lead = LEADS[tagName];
  if (tagName === 'sup') return footnote(reader, node, tape, fill);
  if (lead !== undefined) return tape.leading(lead, fill);
  const breaks = BREAKS.has(tagName);
  if (breaks) tape.newline(offset);
  fill();
  if (breaks) tape.newline(node.sourceCodeLocation?.endOffset ?? offset);
}

/** Line ends are space, except in code. */
function spaced(node: Node & { readonly value: string }): string {
  for (let up = node.parentNode; up !== null; up = 'parentNode' in up ? up.parentNode : null)
    if (up.nodeName === 'pre') return node.value;
  return node.value.replace(/[\n\r\f]/g, ' ');
}

const MARK = /^[[(]?(\d{1,3}|[a-z]|[*†‡§¶#]{1,3})[\])]?$/i;

/** A mark of a footnote is kept apart where text stands before it; where it begins a text, it is its term. */
function footnote(reader: Reader, element: Element, tape: Tape, fill: () => void): void {
  const inner = new Tape();
  for (const child of element.childNodes) inline(reader, child, inner);
  const marks = inner.text.split(/[\s,]+/).filter((mark) => mark !== '');
  const found = marks.flatMap((mark) => MARK.exec(mark)?.[1] ?? []);
  if (found.length === 0 || found.length < marks.length) return fill();
  tape.marks.push(...found);
  if (tape.isBlank) tape.leading('mark', fill);
}

/** Whether an element is not shown, or is no part of what the page says. */
export function isUnseen(element: Element): boolean {
  if (UNSEEN.has(element.tagName) || attributeOf(element, 'hidden') !== undefined) return true;
  return /display:\s*none/i.test(attributeOf(element, 'style') ?? '');
}

/** Whether a node is or contains a block. */
export const hasBlock = (node: Node): boolean =>
  isElement(node) && (BREAKS.has(node.tagName) || node.childNodes.some(hasBlock));

/** The rows of a table, by their groups; the rows of the foot come last. */
export function groupsOf(table: Element): readonly (readonly Element[])[] {
  const groups: Element[][] = [];
  const foot: Element[][] = [];
  const of = (parent: Element): Element[] =>
    parent.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'tr');
  for (const child of table.childNodes.filter(isElement)) {
    if (child.tagName === 'tbody' || child.tagName === 'thead') groups.push(of(child));
    else if (child.tagName === 'tfoot') foot.push(of(child));
  }
  return [...groups, ...foot];
}

/** The cells of a row as they are written. */
export const cellsOf = (row: Element): readonly Element[] =>
  row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

/** How many cells the longest row of a table has. */
export const columnsOf = (table: Element): number =>
  groupsOf(table)
    .flat()
    .reduce((most, row) => Math.max(most, cellsOf(row).length), 0);
