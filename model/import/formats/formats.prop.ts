/** Laws of taking documents apart: nothing throws, places are inside, and the same cells come back from every format. */

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { law } from '../../testing.ts';
import type { Block, Content, Grid, ListItem } from '../content.ts';
import { FORMATS, type Format } from '../kinds.ts';
import type { Spot, Unreadable, Written } from '../types.ts';
import { contentOf, formatOf } from './index.ts';

const linesOf = (text: string): readonly string[] => text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);

const itemsIn = (items: readonly ListItem[]): readonly Written[] =>
  items.flatMap((item) => [item, ...(item.term === undefined ? [] : [item.term]), ...itemsIn(item.items)]);

/** Everything that is written in a block. */
function writtenIn(block: Block): readonly Written[] {
  if (block.kind === 'grid') return block.rows.flat().flatMap((cell) => [cell, ...cell.items]);
  return block.kind === 'list' ? itemsIn(block.items) : [block];
}

function expectInside(text: string, read: Content | Unreadable): void {
  const lines = linesOf(text);
  const spots: readonly Spot[] =
    'problem' in read ? [read] : read.blocks.flatMap((block) => [block, ...writtenIn(block)]);
  for (const { line, column } of spots) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] as string).length + 1);
  }
}

/** Pieces that the formats are made of, in any order, whole and broken. */
const SYNTAX = [
  ...[
    '<table>',
    '<tr>',
    '<td rowspan=0>',
    '<td colspan=3 rowspan=2>',
    '<th>',
    '</td>',
    '</tr>',
    '</table>',
    '<ul>',
    '<li>',
    '</ul>',
  ],
  ...[
    '<dl>',
    '<dt>',
    '<dd>',
    '<br>',
    '<sup>1</sup>',
    '<script>x</script>',
    '<!--',
    '-->',
    '&amp;',
    '&eacute',
    '&#xe9;',
    '<pre>',
    '<b>',
    '</b>',
    '<p',
    '=',
  ],
  ...[
    '<caption>',
    '<h2>',
    '<template>',
    '<thead>',
    '<tfoot>',
    '<a href="',
    '<svg>',
    '<math><mi>',
    '</p>',
    '<img alt="x">',
    '<td hidden>',
  ],
  ...[
    '| A | B |\n',
    '|---|---|\n',
    '- ',
    '* **Open**: ',
    '1. ',
    '> ',
    '# ',
    '```mermaid\n',
    '```\n',
    '[^1]',
    '[^1]: note\n',
    '\\|',
    '`c`',
    '[a](b)',
    '![a](b)',
  ],
  ...[
    '"',
    '""',
    ';',
    ',',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\r',
    '  ',
    '\ufeff',
    '\u00a0',
    '\u200b',
    '\u0000',
    '𝒳',
    'é',
    'sep=;\n',
  ],
  ...[
    'a: ',
    '- {a: b, c: [d]}\n',
    '&x ',
    '*x',
    '!t ',
    '---\n',
    '{',
    '}',
    '[',
    ']',
    "'",
    ': ',
    '|\n  ',
    '? ',
    '<<: ',
    '"\\u00e9\\n"',
    '#',
  ],
  ...[
    'stateDiagram-v2\n',
    'A --> B: go\n',
    '[*] --> A\n',
    '%% x\n',
    'Open',
    'Closed',
    'in work',
    '•',
    '• Open\n',
    '*',
    '†',
    '[2]',
  ],
];
const soup = fc
  .array(fc.oneof(fc.constantFrom(...SYNTAX), fc.string({ maxLength: 4, unit: 'binary' })), { maxLength: 60 })
  .map((all) => all.join(''));
const anyText = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 }));

describe('whatever is given', () => {
  law.prop([anyText, fc.constantFrom(...FORMATS)])(
    'there is content or a reason, with places inside',
    (text, format) => {
      expectInside(text, contentOf({ name: 'x', text }, format));
    },
  );

  law.prop([anyText])('a format is told, and the document read by it', (text) => {
    const format = formatOf({ name: '-', text });
    expect(FORMATS).toContain(format);
    expectInside(text, contentOf({ name: '-', text }));
  });
});

/** Values without anything that a format reads as syntax, or that is a mark, a bullet or a separator of values. */
const WORD = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ0-9()]{0,7}$/);
const phrase = fc.array(WORD, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const grids = (cell: fc.Arbitrary<string>): fc.Arbitrary<readonly (readonly string[])[]> =>
  fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 5 }));
const filled = grids(phrase);

const gridIn = (name: string, text: string, format: Format): Grid => {
  const read = contentOf({ name, text }, format);
  const grid = 'problem' in read ? undefined : read.blocks.find((block) => block.kind === 'grid');
  expect(grid, JSON.stringify(read)).toBeDefined();
  return grid as Grid;
};
const texts = (grid: Grid): readonly (readonly string[])[] => grid.rows.map((row) => row.map(({ text }) => text));

const html = (value: string): string => value.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const WRITERS: {
  readonly [format in 'html' | 'markdown' | 'csv' | 'data']: (rows: readonly (readonly string[])[]) => string;
} = {
  html: (rows) =>
    `<table>\r\n${rows.map((row) => `<tr>${row.map((cell) => `<td> ${html(cell)}`).join('\n')}`).join('\r\n')}</table>`,
  markdown: ([first = [], ...rows]) =>
    [first, first.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join(''),
  csv: (rows) => rows.map((row) => row.join(',')).join('\r\n'),
  data: (rows) => JSON.stringify(rows, undefined, 1),
};

describe.each(Object.entries(WRITERS))('a grid as %s', (format, write) => {
  law.prop([filled])('comes back, every text at its place', (rows) => {
    const text = write(rows);
    const grid = gridIn('x', text, format as Format);
    expect(texts(grid)).toEqual(rows);
    const lines = linesOf(text);
    for (const { line, column, text: cell } of grid.rows.flat())
      expect((lines[line - 1] as string).slice(column - 1)).toMatch(cell === '' ? /^/ : literally(cell));
  });
});

const literally = (text: string): RegExp => new RegExp(`^${text.replace(/[()]/g, '\\$&')}`);

describe('escapes are undone', () => {
  const marked = fc.array(fc.constantFrom('a', 'B', '&', '<', '>', '"', "'", '\\', '`', '_', 'é'), {
    minLength: 1,
    maxLength: 6,
  });
  const cell = marked.map((marks) => `x${marks.join('')}x`);
  const escaped = (text: string): string => text.replace(/[&<>"'\\`_]/g, '\\$&');

  law.prop([grids(cell)])('in HTML, Markdown, CSV and JSON alike', (rows) => {
    const csv = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';')).join('\n');
    expect(texts(gridIn('x', WRITERS.html(rows), 'html'))).toEqual(rows);
    expect(texts(gridIn('x', WRITERS.markdown(rows.map((row) => row.map(escaped))), 'markdown'))).toEqual(rows);
    expect(texts(gridIn('x', csv, 'csv'))).toEqual(rows);
    expect(texts(gridIn('x', WRITERS.data(rows), 'data'))).toEqual(rows);
  });
});

describe('CSV as another parser reads it', () => {
  const raw = fc
    .array(fc.constantFrom('a', 'b c', ',', '"', '\n', ' ', 'é'), { maxLength: 5 })
    .map((all) => `x${all.join('')}x`);

  law.prop([grids(raw)])('quoted values with delimiters, quotes and line ends', (rows) => {
    const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
    const other: readonly (readonly string[])[] = parse(text);
    const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();
    expect(texts(gridIn('x.csv', `sep=,\n${text}`, 'csv'))).toEqual(other.map((row) => row.map(oneLine)));
  });
});

describe('spans', () => {
  const spans = fc.record({ columns: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 0, max: 4 }) });
  const table = fc.array(fc.array(spans, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

  law.prop([table])('rows are equally long, every cell is there, and holds one rectangle but for overlaps', (rows) => {
    let count = 0;
    const text = `<table>${rows
      .map((row) => `<tr>${row.map((span) => `<td colspan=${span.columns} rowspan=${span.rows}>c${count++}`).join('')}`)
      .join('')}</table>`;
    const grid = gridIn('x', text, 'html');
    expect(new Set(grid.rows.map((row) => row.length)).size).toBe(1);
    expect(grid.rows).toHaveLength(rows.length);
    const shown = new Set(grid.rows.flat().map((cell) => cell.text));
    shown.delete('');
    expect(shown).toEqual(new Set(Array.from({ length: count }, (_, index) => `c${index}`)));
    for (const [down, row] of grid.rows.entries())
      for (const [right, cell] of row.entries()) {
        expect(cell.cell?.row).toBeLessThanOrEqual(down + 1);
        expect(cell.cell?.column).toBeLessThanOrEqual(right + 1);
        const { row: top = 0, column: left = 0 } = cell.cell ?? {};
        expect(grid.rows[top - 1]?.[left - 1]).toBe(cell);
      }
  });
});
