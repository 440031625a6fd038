/** Blocks in files of every format: what marks them, what they are filled with, and that nothing of a label is syntax there. */
import { describe, expect, test } from 'vitest';
import type { Input } from '../../generators/artefact.ts';
import { diagrams } from '../../generators/mermaid/index.ts';
import { NASTY, nasty, nastySystem } from '../../generators/testing.ts';
import type { Model } from '../../model/system/types.ts';
import { check } from '../../properties/judge/index.ts';
import { asciidocOf } from './asciidoc.ts';
import { filled } from './index.ts';
import { mdxOf } from './mdx.ts';

const embeddable = (model: Model) => {
  const input: Input = { model, judgement: check(model), language: 'en', places: () => undefined };
  return [model.name, { input, diagrams: diagrams(input), folder: 'atlas' }] as const;
};
const models = new Map([embeddable(nasty), embeddable(nastySystem)]);

const COMMENTS = {
  'page.md': ['<!-- ', ' -->'],
  'page.mdx': ['{/* ', ' */}'],
  'page.adoc': ['// ', ''],
} as const;

describe.each(Object.entries(COMMENTS))('%s', (file, [open, close]) => {
  const end = `${open}atlas:end${close}`;
  const block = (request: string): string => `Before\n\n${open}atlas:begin ${request}${close}\n${end}\n\nAfter\n`;

  test.each([
    ...['states', 'events', 'rows', 'matrix', 'properties', 'findings', 'diagram', 'picture'].map(
      (show) => `table=nasty show=${show}`,
    ),
    ...['instances', 'together', 'events', 'properties', 'findings', 'diagram', 'picture'].map(
      (show) => `system=nastySystem show=${show}`,
    ),
  ])('is filled with %s, and filled again it is the same', (request) => {
    const { text, problems } = filled(file, block(request), models);
    expect(problems).toEqual([]);
    expect(text).toMatch(/^Before\n\n/);
    expect(text).toMatch(/\n\nAfter\n$/);
    expect(text.length).toBeGreaterThan(block(request).length);
    expect(filled(file, text, models).text).toBe(text);
  });

  test('says where a block is wrong, and has blocks only where its own comments are', () => {
    const wrong = `${open}atlas:begin table=nasty show=stats${close}\n`;
    expect(filled(file, wrong, models).problems).toEqual([
      { line: 1, column: 1, message: 'there is no show "stats"; did you mean states?' },
      { line: 1, column: 1, message: `this block has no ${end}` },
    ]);
    for (const other of Object.keys(COMMENTS).filter((each) => each !== file))
      expect(filled(other, wrong, models)).toEqual({ text: wrong, problems: [] });
  });

  test('leaves blocks alone that are shown as code', () => {
    const fence = file.endsWith('.adoc') ? '----' : '```';
    const text = `${fence}\n${block('table=nasty show=nothing')}${fence}\n`;
    expect(filled(file, text, models)).toEqual({ text, problems: [] });
  });
});

describe('AsciiDoc', () => {
  test('has every letter of a label, and what could be syntax as character references', () => {
    const { text } = filled('a.adoc', '// atlas:begin table=nasty show=states\n// atlas:end\n', models);
    const shown = text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll(' +\n', '\n');
    for (const label of NASTY) expect(shown).toContain(label);
    expect(text).not.toMatch(/<|\{|\*|_|>/);
    expect(text.match(/^\|===$/gm)).toHaveLength(2);
    // A row has five cells, and the heading stands alone in its lines.
    const cells = text.split('|===')[1]?.match(/^\|/gm) ?? [];
    expect(cells).toHaveLength(5 * (NASTY.length + 1));
  });

  test('has paragraphs, lists, code, links and breaks', () => {
    expect(asciidocOf('a **b** *c* `d|e` [f](g%20h.md) i<br>j\n\n1. k\n2. l\n\n```text\n----\n```')).toBe(
      ['a **b** __c__ ``d&#124;e`` link:++g%20h.md++[f] i +\nj', '. k\n. l', '[source,text]\n-----\n----\n-----'].join(
        '\n\n',
      ),
    );
  });

  test('has the first picture of those for several themes', () => {
    const html =
      '<picture>\n  <source media="(x)" srcset="b.svg">\n  <img alt="a &#60;b&#62;" src="a.svg">\n</picture>';
    expect(asciidocOf(html)).toBe('image::a.svg[a &#60;b&#62;]');
  });

  test('refuses what it does not know', () => {
    expect(() => asciidocOf('<b>x</b>')).toThrow('which is not known in AsciiDoc');
    expect(() => asciidocOf('> x')).toThrow('a block shows blockquote');
  });
});

test('MDX has elements that end, and nothing else is another', () => {
  expect(mdxOf('| a<br>b \\{c\\} |\n|---|\n| `<br>` |')).toBe('| a<br />b \\{c\\} |\n|---|\n| `<br>` |');
  expect(mdxOf('<picture>\n  <source media="(x)" srcset="b.svg">\n  <img alt="a > b" src="a.svg">\n</picture>')).toBe(
    '<picture>\n  <source media="(x)" srcSet="b.svg" />\n  <img alt="a > b" src="a.svg" />\n</picture>',
  );
});
