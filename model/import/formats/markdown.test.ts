/** Markdown as content, with the places of the source. */
import { describe, expect, test } from 'vitest';
import type { Spot } from '../types.ts';
import { contentOf } from './index.ts';
import { gridIn, shown } from './testing.ts';

const markdown = (text: string) => contentOf({ name: 'page.md', text });
const at = ({ line, column }: Spot): string => `${line}:${column}`;

test('a table has its headings, values with places, and marks of footnotes', () => {
  const grid = gridIn(
    markdown(
      'Text\n\n| State[^1] | Next \\| then |\n|:-:|---|\n| **Open** | Closed<br>A; `B` |\n| <ul><li>x</li><li>y</li></ul> |\n',
    ),
  );
  expect(grid.rows.map((row) => row.map((cell) => [cell.text, cell.heading, cell.marks]))).toEqual([
    [
      ['State', true, ['1']],
      ['Next | then', true, []],
    ],
    [
      ['Open', false, []],
      ['Closed A; B', false, []],
    ],
    [
      ['x y', false, []],
      ['', false, []],
    ],
  ]);
  expect(grid.rows[1]?.map((cell) => cell.items.map((item) => [at(item), item.text]))).toEqual([
    [['5:5', 'Open']],
    [
      ['5:14', 'Closed'],
      ['5:24', 'A'],
      ['5:28', 'B'],
    ],
  ]);
  expect(grid.rows[2]?.[0]?.items.map(at)).toEqual(['6:11', '6:21']);
});

test('front matter is skipped; headings, paragraphs, nested lists, quotes and footnotes are blocks', () => {
  const text = `---\ntitle: x\n---\n# A *b* &amp; c\n\none\ntwo  \nthree\n\n- **Open**: new\n  - Closed\n\n    more\n- [ ] x\n\n> quoted\n\n[^1]: Note.\n`;
  expect(shown(markdown(text))).toEqual([
    ...[
      'heading A b & c',
      'paragraph one two',
      'paragraph three',
      'list Open: new (Closed more), x',
      'paragraph quoted',
    ],
    'list 1: Note.',
  ]);
});

test('code keeps the lines and columns of the source, wherever it stands', () => {
  const read = markdown('- a\n  ```mermaid\n  stateDiagram-v2\n    A --> B\n  ```\n\n> ~~~\n> stateDiagram\n> ~~~\n');
  expect('blocks' in read ? read.blocks.slice(1) : read).toEqual([
    { kind: 'code', line: 3, column: 1, language: 'mermaid', text: '  stateDiagram-v2\n    A --> B' },
    { kind: 'code', line: 8, column: 1, language: 'mermaid', text: '  stateDiagram' },
  ]);
});

test('HTML is read as such, over blank lines, at the places of the whole document', () => {
  const read = markdown('para\n\n<table>\n<tr><th>A</th>\n\n<td>B</td></tr>\n\n</table>\n\nafter\n');
  expect(shown(read)).toEqual(['paragraph para', 'grid A | B', 'paragraph after']);
  expect(gridIn(read).rows[0]?.map(at)).toEqual(['4:9', '6:5']);
});

test('what runs in a cell is no part of it', () => {
  expect(shown(markdown('| a | <script>alert(1)</script> b |\n|---|---|\n'))).toEqual(['grid a | b']);
});

describe('limits', () => {
  test.each<[string, string, string]>([
    [
      'a hundred thousand levels of lists',
      '- '.repeat(100_000),
      '1:1 lists and quotes are nested deeper than 16 levels',
    ],
    [
      'deep lists, a line each',
      Array.from({ length: 20 }, (_, level) => `${'  '.repeat(level)}- a\n`).join(''),
      '17:1 lists',
    ],
    ['quotes behind a fence that its list has closed', `- \`\`\`\n\nx\n${'>'.repeat(17)} a`, '4:1 lists and quotes'],
    [
      'a paragraph of half a megabyte',
      'word '.repeat(90_000),
      '1:1 a paragraph or a row has more than 20000 characters',
    ],
    ['stars without end', '*a '.repeat(2000), '1:1 a paragraph or a row has more than 1000 marks'],
    ['items without end', '- a\n'.repeat(40_000), '30001:1 there are more than 30000 items'],
  ])('%s', (_, text, problem) => {
    expect(shown(markdown(text)).join()).toContain(problem);
  });

  test('long code, tables and HTML are no paragraphs', () => {
    const long = 'x'.repeat(30_000);
    const row = `| ${'x'.repeat(5000)} |\n`;
    const text = `\`\`\`\n${long}\n\`\`\`\n\n|a|\n|-|\n${row.repeat(6)}\n<div>${long}</div>\n`;
    expect(shown(markdown(text)).map((block) => block.slice(0, 6))).toEqual(['code  ', 'grid a', 'paragr']);
  });
});
