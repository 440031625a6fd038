/** Laws: whatever a document, a table or a ruling says, no report takes it for syntax. Each report is read back by a reader of its format. */

import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { visible } from '../../model/table/diagnostic.ts';
import { holds } from '../../model/testing.ts';
import { rulingFor } from '../../properties/review/index.ts';
import { NASTY } from '../testing.ts';
import { reviewGithub } from './github.ts';
import { reviewHtml } from './html.ts';
import { reviewJunit } from './junit.ts';
import { reviewMarkdown } from './markdown.ts';
import { rulingItem } from './ruling.ts';
import { reviewSarif } from './sarif.ts';
import { OPEN, reviewSaying } from './testing.ts';
import { reviewText } from './text.ts';

const HOSTILE = [
  ...NASTY,
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '--><svg onload=alert(1)>',
  ']]></failure><testcase name="x"/>',
  '</details>\n\n# Head | a | b |',
  '[a](javascript:alert(1)) ![b](http://x)',
  '::error file=x::y\n::stop-commands::z',
  '%0A::error::x',
  '\u001b[2J\u001b]8;;http://x\u0007a\u0000\u009b31m',
  '\u202egnp.exe\u2066',
  '\ud800 \uffff',
  '@everyone fixes #12',
  '```\n~~~\n<!--',
  '__proto__',
  'constructor',
];

/** Texts made of dangerous pieces, and any others. */
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE, ' ', 'a'), { maxLength: 3 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

/** What the reports have in common where their texts say nothing: the same elements in the same order. */
const harmless = reviewSaying('abc');

const elementsOf = (document: Document): readonly string[] =>
  [...document.querySelectorAll('*')].map(({ localName, attributes }) =>
    [localName, ...[...attributes].map(({ name }) => name).sort()].join(' '),
  );

const whatever = (law: (text: string) => void): Promise<void> =>
  holds(
    fc.property(hostile, (text) => {
      law(text);
    }),
    { numRuns: 60 },
  );

test('in HTML, no text adds an element, an attribute or an address', async () => {
  const page = (text: string) => new JSDOM(reviewHtml(reviewSaying(text))).window.document;
  // Which lines are shown depends on the line ends of a text: all but the source is compared.
  const rest = (document: Document): readonly string[] => {
    for (const source of document.querySelectorAll('.source')) source.remove();
    for (const link of document.querySelectorAll('a[href^="#d"]')) link.replaceWith(...link.childNodes);
    for (const element of document.querySelectorAll('[lang]')) element.removeAttribute('lang');
    return elementsOf(document);
  };
  const usual = rest(page('abc'));
  await whatever((text) => {
    const document = page(text);
    for (const link of document.querySelectorAll('[href], [src]'))
      expect(link.getAttribute('href'), text).toMatch(/^#[a-z0-9]+$/);
    for (const element of document.querySelectorAll('.source *')) expect(['LI', 'A']).toContain(element.tagName);
    expect(document.querySelector('.finding h3 bdi')?.textContent).toBe(
      visible(text)
        .toWellFormed()
        .replace(/[\ufffe\uffff]/g, '\ufffd'),
    );
    expect(rest(document), text).toEqual(usual);
  });
});

test('in XML, no text adds an element or an attribute, and none breaks the document', async () => {
  const read = (text: string): Document =>
    new JSDOM(reviewJunit(reviewSaying(text), 'note'), { contentType: 'application/xml' }).window.document;
  const usual = elementsOf(read('abc'));
  await whatever((text) => expect(elementsOf(read(text)), text).toEqual(usual));
});

type Node = { readonly type: string; readonly value?: string; readonly children?: readonly Node[] };

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

const markdownOf = (text: string): readonly Node[] =>
  nodesOf(
    fromMarkdown(reviewMarkdown(reviewSaying(text)), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    }) as Node,
  );

test('in Markdown, no text adds a block, a cell, a link or an element', async () => {
  const blocks = (nodes: readonly Node[]): readonly string[] =>
    nodes.map(({ type }) => type).filter((type) => !['paragraph', 'text', 'break', 'html'].includes(type));
  const usual = blocks(markdownOf('abc'));
  await whatever((text) => {
    const nodes = markdownOf(text);
    expect(blocks(nodes), text).toEqual(usual);
    const tags = nodes.flatMap(({ type, value = '' }) => (type === 'html' ? (value.match(/<\/?\w+/g) ?? []) : []));
    for (const tag of tags)
      expect(['<details', '</details', '<summary', '</summary', '<b', '</b', '<code', '</code', '<br']).toContain(tag);
  });
});

test('in Markdown, a text reads as it was written', async () => {
  await whatever((text) => {
    const row = markdownOf(text).filter(({ type }) => type === 'tableRow')[1] as Node;
    const cell = nodesOf((row.children ?? [])[1] as Node);
    const read = cell.flatMap(({ type, value = '' }) => (type === 'text' ? [value] : [])).join('');
    expect(read).toBe(visible(text).replace(/^ +| +$/g, '') || '—');
  });
});

test('in Markdown, nobody is told by a text that names them', () => {
  const told = markdownOf('@everyone fixes #12, a@b.c');
  for (const { type, value = '' } of told) {
    expect(['link', 'linkReference']).not.toContain(type);
    if (type === 'text') expect(value).not.toMatch(/@\w|#\d/);
    if (type === 'html') expect(value.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/@\w/);
  }
});

test('the ruling that a report offers is read back as it is meant', async () => {
  await whatever((text) => {
    const finding = { ...OPEN, states: [text, 'open'], labels: [text] };
    const item = rulingItem(finding, true) ?? '';
    expect(parse(`rulings:\n  ${item}\n`)).toEqual({ rulings: [rulingFor(finding, '…')] });
    expect(rulingItem(finding, false)).toBeUndefined();
  });
});

/** What steers a terminal, or the order in which characters are shown. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

test('in a terminal, no text steers, and an annotation is one line for each finding', async () => {
  await whatever((text) => {
    const review = reviewSaying(text);
    expect(reviewText(review)).not.toMatch(STEERING);
    const lines = reviewGithub(review).split('\n');
    expect(lines, text).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=[^:,]*,line=1,col=1,endColumn=4,title=[^:,]*::[^\r\n]*$/);
    expect(lines[0]).not.toMatch(STEERING);
  });
});

test('in SARIF, no message holds a link or a control character', async () => {
  const messages = (value: unknown): readonly string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) =>
          key === 'text' && typeof inner === 'string' ? [inner] : messages(inner),
        )
      : [];
  expect(messages(reviewSarif(harmless, { version: '1' })).length).toBeGreaterThan(4);
  await whatever((text) => {
    for (const message of messages(reviewSarif(reviewSaying(text), { version: '1' }))) {
      expect(message).not.toMatch(STEERING);
      expect(message).not.toMatch(/\]\(/);
    }
  });
});
