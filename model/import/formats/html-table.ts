/** Tables of HTML as grids. */
import { gridOf, type Placing, type RowOfCells } from './grid.ts';
import { cellsOf, columnsOf, groupsOf, type Reader, tapeOf } from './html-inline.ts';
import { attributeOf, type Element, isElement, type Node, offsetOf } from './html-tree.ts';
import { cellOf, linesOn } from './pieces.ts';

/** The most columns and rows that one cell spans, as browsers have it. */
const SPAN = { columns: 1000, rows: 65_534 } as const;

/** Reads a table: its caption as a paragraph, its grid, and then the tables that stand in its cells. */
export function gridIn(reader: Reader, table: Element): void {
  const { blocks, places } = reader;
  for (const caption of table.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'caption'))
    for (const line of linesOn(tapeOf(reader, caption), places)) blocks.push({ kind: 'paragraph', ...line });
  const spotOf = (node: Node) => places(offsetOf(node));
  const groups = groupsOf(table).map((rows) =>
    rows.map((row): RowOfCells => ({ spot: spotOf(row), cells: cellsOf(row).map((cell) => placing(reader, cell)) })),
  );
  const grid = gridOf(spotOf(table), groups);
  if (grid !== undefined) blocks.push(grid);
  for (const inner of reader.tables.splice(0)) gridIn(reader, inner);
}

function placing(reader: Reader, element: Element): Placing {
  const tape = tapeOf(reader, element);
  const heading = element.tagName === 'th' || isIn(element, 'thead');
  return {
    columns: span(element, 'colspan', 1, SPAN.columns),
    rows: span(element, 'rowspan', 0, SPAN.rows),
    make: (cell) => cellOf(tape, reader.places, { at: offsetOf(element), heading, cell }),
  };
}

/** A span as browsers read it: what is no number, or less than allowed, is 1; what is too large is the most. */
function span(element: Element, name: string, least: number, most: number): number {
  const value = Number.parseInt(attributeOf(element, name) ?? '', 10);
  return Number.isNaN(value) || value < least ? 1 : Math.min(value, most);
}

const isIn = (element: Element, tagName: string): boolean => {
  const row = element.parentNode;
  const group = row !== null && 'parentNode' in row ? row.parentNode : null;
  return group?.nodeName === tagName;
};

/** Whether a table only lays out a page: it says so, or has no headings of its own and holds a table or a heading of a section. */
export function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attributeOf(table, 'role') ?? '')) return true;
  const cells = groupsOf(table).flat().flatMap(cellsOf);
  return !cells.some(({ tagName }) => tagName === 'th') && cells.some((cell) => cell.childNodes.some(isPage));
}

const isPage = (node: Node): boolean =>
  isElement(node) &&
  (/^h[1-6]$/.test(node.tagName) || (node.tagName === 'table' && columnsOf(node) > 1) || node.childNodes.some(isPage));
