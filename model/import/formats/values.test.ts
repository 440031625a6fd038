/** CSV, JSON, YAML and plain text as content, and how a format is told. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Format } from '../kinds.ts';
import type { Spot } from '../types.ts';
import { contentOf, formatOf } from './index.ts';
import { gridIn, shown } from './testing.ts';

const at = ({ line, column }: Spot): string => `${line}:${column}`;

describe('CSV', () => {
  const csv = (text: string) => contentOf({ name: 'states.csv', text });

  test.each([',', ';', '\t', '|'])('is told by its delimiter %j', (mark) => {
    const text = `State,Next,Text\r\n"a, b",c,\n\n,,\nx,y,z`.replaceAll(',', mark);
    expect(shown(csv(text))).toEqual([`grid State | Next | Text / a${mark.trim()} b | c |  / x | y | z`]);
  });

  test('pads records that are too short', () => {
    expect(shown(csv('a,b\nc\n'))).toEqual(['grid a | b / c | ']);
  });

  test('keeps the place of every value inside quotes, over line ends and doubled quotes', () => {
    const grid = gridIn(csv('sep=;\n"a ""b"""; "Open\n• Closed|Lost"\n'));
    expect(grid.rows[0]?.map((cell) => [at(cell), cell.text])).toEqual([
      ['2:2', 'a "b"'],
      ['2:13', 'Open • Closed|Lost'],
    ]);
    expect(grid.rows[0]?.[1]?.items.map((item) => [at(item), item.text])).toEqual([
      ['2:13', 'Open'],
      ['3:3', 'Closed'],
      ['3:10', 'Lost'],
    ]);
  });

  test('says which quote is not closed', () => {
    expect(shown(csv('a,b\nc,"d\n'))).toEqual(['2:3 this quote is never closed']);
  });
});

describe('JSON and YAML', () => {
  const data = (text: string) => contentOf({ name: 'states.yaml', text });

  test('records, in a list or under their names, are rows under their keys', () => {
    const read = data(
      'states:\n  open: { text: "It is \\"new\\"", next: [closed, lost] }\n  closed:\nmoves:\n  - from: open\n    to: closed\n',
    );
    expect(shown(read)).toEqual([
      'heading states',
      'grid states | text | next / open | It is "new" | closed lost / closed |  | ',
      'heading moves',
      'grid from | to / open | closed',
    ]);
    expect(gridIn(read).rows[1]?.map((cell) => cell.items.map(at))).toEqual([['2:3'], ['2:18'], ['2:41', '2:49']]);
  });

  test('a mapping without a name over it is of states; what is no grid is headings and lists', () => {
    expect(shown(data('open: {next: [closed]}\nclosed: {}\n'))).toEqual([
      'grid state | next / open | closed / closed | ',
    ]);
    expect(shown(data('name: x\nopen: [closed, lost]\n'))).toEqual(['list name: x, open:  (closed, lost)']);
    expect(shown(data('[[a, b], [c, 1.50]]'))).toEqual(['grid a | b / c | 1.50']);
  });

  const laughs = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]\n`).join('');
  const steps = Array.from({ length: 60 }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
  test.each<[string, string, RegExp]>([
    [
      'keys without end',
      Array.from({ length: 2000 }, (_, n) => `- {k${n}: a}\n`).join(''),
      /^1:4 a table has more than 500000 places/,
    ],
    ['broken', 'a: ]\nc: d', /^1:4 as YAML this is broken/],
    ['deep flow', '['.repeat(100_000), /^1:42 lists and objects are nested deeper than 40 levels$/],
    ['deep blocks', steps, /^4\d:\d+ .*nested deeper than 40/],
    ['an alias of itself', 'a: &a [*a]', /nested deeper than 40/],
    ['aliases of aliases', `a0: &a0 [x]\n${laughs}`, /more than 200000 values/],
  ])('%s is refused at its place', (_, text, problem) => {
    expect(shown(data(text)).join()).toMatch(problem);
  });
});

test('plain text is lists of its bullets, and a paragraph for every other line', () => {
  const read = contentOf({ name: 'a.txt', text: 'Open It is new.\n• Closed\n  • Lost\nClosed\n' });
  expect(shown(read)).toEqual(['paragraph Open It is new.', 'list Closed, Lost', 'paragraph Closed']);
});

test('a diagram is code, without a mark at its beginning', () => {
  expect(contentOf({ name: 'a.mmd', text: '\ufeffstateDiagram-v2\nA --> B' })).toEqual({
    format: 'mermaid',
    blocks: [{ kind: 'code', language: 'mermaid', text: 'stateDiagram-v2\nA --> B', line: 1, column: 1 }],
  });
});

describe('a format is told', () => {
  test.each<[string, string, Format]>([
    ['a.HTM', 'x', 'html'],
    ['a.md', '<table>', 'markdown'],
    ['a.tsv', 'x', 'csv'],
    ['a.json', 'x', 'data'],
    ['a.constructor', 'x', 'text'],
    ['-', '\ufeff\n<!DOCTYPE html>', 'html'],
    ['-', 'See:\n<table><tr>', 'html'],
    ['-', '---\ntitle: x\n---\n%% c\nstateDiagram-v2\n', 'mermaid'],
    ['-', '[{"from": "a"}]', 'data'],
    ['-', '[Note] all of it', 'text'],
    ['-', '# states\nopen:\n  next: [closed]\n', 'data'],
    ['-', 'Note: it is so\nAnd: so', 'text'],
    ['-', 'a | b\n--|--\n', 'markdown'],
    ['a.txt', 'x\n\n## States\n', 'markdown'],
    ['a.txt', 'State;Next\nOpen;Closed\n', 'csv'],
    ['a.txt', 'State,Next\nOpen,Closed\n', 'csv'],
    ['a.txt', 'Dear all, it is open\nNot closed, I think\n', 'text'],
    ['a.txt', 'Open\tClosed\n• Lost\n', 'text'],
    ['a.txt', '', 'text'],
  ])('%s %j is %s', (name, text, format) => {
    expect(formatOf({ name, text })).toBe(format);
  });

  test('the readme of this package is Markdown, also without its name', () => {
    expect(formatOf({ name: '-', text: readFileSync('README.md', 'utf8') })).toBe('markdown');
  });
});
