/** Markdown files as pages: their titles and summaries, and their links led to where they go. */
import { expect, test } from 'vitest';
import { readMarkdown } from './markdown.ts';

const nowhere = (): undefined => undefined;

test('the title is that of the frontmatter, else the first heading, else the name', () => {
  const titles = ['---\ntitle: One\norder: 2\n---\n# Two\n', 'Before.\n\n# Two *words*\n\nAfter.', '## Three\n'].map(
    (text) => readMarkdown(text, 'name', nowhere),
  );
  expect(titles.map(({ title }) => title)).toEqual(['One', 'Two words', 'name']);
  expect(titles.map(({ body }) => body)).toEqual(['# Two\n', 'Before.\n\n\n\nAfter.', '## Three\n']);
  expect(titles.map(({ order }) => order)).toEqual([2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
});

test('the summary is the first paragraph, cut between words', () => {
  expect(readMarkdown('# A\n\nSome `code` and\n[words](x.md).\n\nMore.', 'n', nowhere).description).toBe(
    'Some code and words.',
  );
  const { description } = readMarkdown(`# A\n\n${'word '.repeat(100)}`, 'n', nowhere);
  expect(description.length).toBeLessThanOrEqual(202);
  expect(description).toMatch(/word …$/);
});

test('relative links are led, those that go nowhere keep their words, all others stay', () => {
  const text = [
    '[a](a.md#x) [b `c`](b.md "t") ![p](p.png) [d](https://e.org/a.md) [e](#a.md) [f](/a.md) `[g](a.md)` [a.md](a.md) [h][1]',
    '```md\n[i](a.md)\n```',
    '[1]: a.md',
  ].join('\n\n');
  const asked: string[] = [];
  const { body } = readMarkdown(text, 'n', (link) => {
    asked.push(link);
    return link.startsWith('a.md') ? link.replace('a.md', '/s/a/') : undefined;
  });
  expect(asked.sort()).toEqual(['a.md', 'a.md', 'a.md#x', 'b.md', 'p.png']);
  expect(body).toBe(
    [
      '[a](/s/a/#x) b `c` p [d](https://e.org/a.md) [e](#a.md) [f](/a.md) `[g](a.md)` [a.md](/s/a/) [h][1]',
      '```md\n[i](a.md)\n```',
      '[1]: /s/a/',
    ].join('\n\n'),
  );
});
