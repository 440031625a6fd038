/** HTML as content: what browsers show, with the places of the source. */
import { describe, expect, test } from 'vitest';
import type { Cell, ListItem } from '../content.ts';
import type { Spot } from '../types.ts';
import { contentOf } from './index.ts';
import { gridIn, shown } from './testing.ts';

const at = ({ line, column }: Spot): string => `${line}:${column}`;
const html = (text: string) => contentOf({ name: 'page.html', text });
const rowsOf = (text: string): readonly (readonly string[])[] =>
  gridIn(html(text)).rows.map((row) => row.map((cell) => cell.text));

describe('a table', () => {
  const cell = (text: string): Cell => gridIn(html(`<table><tr>${text}<td>other</table>`)).rows[0]?.[0] as Cell;

  test('keeps line and column of every text, whatever stands between', () => {
    const grid = gridIn(
      html('<table>\r\n<tr><th>State<th>Next\n<tr><td>Caf&eacute; <b>&amp;</b> bar<td>\n  Open</table>'),
    );
    expect(grid.rows.map((row) => row.map((each) => [at(each), each.text, each.heading]))).toEqual([
      [
        ['2:9', 'State', true],
        ['2:18', 'Next', true],
      ],
      [
        ['3:9', 'Café & bar', false],
        ['4:3', 'Open', false],
      ],
    ]);
    expect(grid.rows[1]?.map((each) => each.cell)).toEqual([
      { row: 2, column: 1 },
      { row: 2, column: 2 },
    ]);
  });

  test('has the lines, paragraphs, list items and values of a cell as its items', () => {
    const { items } = cell('<td>A<br>B; C<p>D</p><ul><li>E<ul><li>F</ul><li>• G</ul>');
    expect(items.map((item) => [at(item), item.text])).toEqual([
      ['1:16', 'A'],
      ['1:21', 'B'],
      ['1:24', 'C'],
      ['1:28', 'D'],
      ['1:41', 'E'],
      ['1:50', 'F'],
      ['1:62', 'G'],
    ]);
  });

  test('does not cut sentences at a semicolon', () => {
    expect(cell('<td>It waits for the customer; nobody looks at it.').items).toHaveLength(1);
  });

  test('keeps marks of footnotes apart', () => {
    expect(cell('<td>Open<sup>1</sup><sup>[b]</sup>*')).toMatchObject({ text: 'Open', marks: ['1', 'b', '*'] });
    expect(cell('<td>Open [2]')).toMatchObject({ text: 'Open', marks: ['2'] });
    expect(cell('<td>*')).toMatchObject({ text: '*', marks: [] });
  });

  test('spans as in browsers: to the end of the group, over what is free, and no further than there is', () => {
    expect(rowsOf('<table><tr><td rowspan=0>a<td colspan=2>b<tr><td>c<td>d<tbody><tr><td rowspan=9>e')).toEqual([
      ['a', 'b', 'b'],
      ['a', 'c', 'd'],
      ['e', '', ''],
    ]);
    expect(rowsOf('<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c')).toEqual([
      ['a', 'b'],
      ['c', 'b'],
    ]);
    expect(rowsOf('<table><tr><td colspan=99999>a<tr><td>b<td>c')).toEqual([
      ['a', 'a'],
      ['b', 'c'],
    ]);
    expect(rowsOf('<table><tr><td colspan=-1>a<td rowspan=x>b')).toEqual([['a', 'b']]);
  });

  test('shows its foot last, and nothing that is hidden or runs', () => {
    expect(
      rowsOf('<table><tfoot><tr><td>f</tfoot><tr><td>a<script>alert(1)</script><span style="display: none">0</span>'),
    ).toEqual([['a'], ['f']]);
  });

  test('with one column inside a cell is lines of the cell; with more it follows', () => {
    const read = shown(
      html('<table><tr><th>x<td><table><tr><td>1<tr><td>2</table><td><table><tr><td>k<td>v</table></table>'),
    );
    expect(read).toEqual(['grid x | 1 2 | ', 'grid k | v']);
  });

  test('that lays out a page is what stands in it', () => {
    expect(shown(html('<table><tr><td><h1>T</h1><td><table><tr><th>a<td>b</table></table>'))).toEqual([
      'heading T',
      'grid a | b',
    ]);
  });
});

test('lists keep their nesting, terms and definitions', () => {
  const read = html(
    '<ul><li><b>Open</b> – new<ul><li>Closed</ul><ul><li>Lost</ul></ul><dl><dt>A<dt>B<dd>one<dd>two</dl>',
  );
  const outline = (items: readonly ListItem[]): unknown =>
    items.map((item) => [item.term?.text, item.text, at(item), outline(item.items)]);
  if ('problem' in read) throw new Error(read.problem);
  expect(read.blocks.map((block) => (block.kind === 'list' ? outline(block.items) : []))).toEqual([
    [
      [
        'Open',
        'new',
        '1:23',
        [
          [undefined, 'Closed', '1:34', []],
          [undefined, 'Lost', '1:53', []],
        ],
      ],
    ],
    [
      ['A', 'one', '1:85', [[undefined, 'two', '1:92', []]]],
      ['B', 'one', '1:85', [[undefined, 'two', '1:92', []]]],
    ],
  ]);
});

test('headings, lines, captions, notes and code are blocks of their own', () => {
  const text = `<!-- <table> --><h2>The <i>states</i></h2>some text<br>more<p><sup>1</sup> a note
<pre class="mermaid">\nstateDiagram-v2\n  A --&gt; B\n</pre><pre>x</pre><table><caption>Cap</caption><tr><td>a</table><template><p>no</template>`;
  expect(shown(html(text))).toEqual([
    ...['heading The states', 'paragraph some text', 'paragraph more', 'list 1: a note'],
    ...['code mermaid stateDiagram-v2\n  A --> B', 'code  x', 'paragraph Cap', 'grid a'],
  ]);
});

describe('limits', () => {
  test.each<[string, string, string]>([
    [
      'a hundred thousand levels of lists',
      '<ul><li>'.repeat(100_000),
      '1:1017 elements are nested deeper than 256 levels',
    ],
    [
      'a label of a megabyte',
      `<table><tr><td>${'x'.repeat(1_000_000)}`,
      '1:16 one label, cell or item has 1000000 characters',
    ],
    [
      'an element of many attributes',
      `<p ${Array.from({ length: 9000 }, (_, index) => `a${index}`).join(' ')}>`,
      '1:4097 an element has more than 1000',
    ],
    ['a table of many places', `<table>${'<tr><td colspan=1000>a'.repeat(600)}`, 'a table has more than 500000 places'],
    ['50 MB', ' '.repeat(50_000_000), '1:1 it has 50000000 characters; the most is 2000000'],
    ['nothing', '\ufeff \n', '1:1 it is empty'],
    ['zero bytes', 'a\nb\u0000', '2:2 this is not a text'],
  ])('%s', (_, text, problem) => {
    const read = html(text);
    expect('problem' in read ? `${at(read)} ${read.problem}` : read).toContain(problem);
  });

  test('ten thousand rows are read', () => {
    expect(gridIn(html(`<table>${'<tr><td>a'.repeat(10_000)}`)).rows).toHaveLength(10_000);
  });
});
