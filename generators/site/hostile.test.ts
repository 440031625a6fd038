/** Texts of tables are text on every page, whatever is in them: nothing of them becomes an element, an attribute, a link or a diagram. */
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Model, System } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import { NASTY, nastySystem } from '../testing.ts';
import type { SitePage } from './page.ts';
import { type Made, made, markdownOf, wrongWith } from './testing.ts';

/** A word that stands in every hostile text, so that what comes from one can be told. */
const WORD = 'zqx';

const HOSTILE = [
  NASTY.slice(0, 5).join(' '),
  NASTY.slice(5).join(' '),
  `<img src=x onerror="${WORD}()">`,
  `</td></tr></table><script>${WORD}</script>`,
  `"><svg onload=${WORD}>`,
  `[${WORD}](javascript:${WORD}) ![${WORD}](//${WORD}.example/x.png)`,
  `<${WORD}> <!-- ${WORD} --> <?${WORD}?> <![CDATA[${WORD}]]>`,
  `# ${WORD}\n\n| a | b |\n|---|---|\n\n\`\`\`mermaid\nclick ${WORD}\n\`\`\``,
  `%%{init: {"theme":"${WORD}"}}%% click a href "${WORD}"`,
  `\`${WORD}\` | ${WORD} || \\| \\${WORD}`,
  `${WORD} https://${WORD}.example www.${WORD}.example me@${WORD}.example &lt;b&gt; &#x3c;`,
  `${WORD} \u{1f469}\u200d\u{1f4bb} \u{1d4d7} \u{10ffff}`,
  `${WORD} \u202eevil\u202c \u2066a\u2069 \u2069 \u202e`,
  `${WORD} שלום \u200f مرحبا`,
  `${WORD} ${'long '.repeat(1000)}`,
  `:::${WORD}\n---\ntitle: ${WORD}\n---\n{${WORD}} {{${WORD}}} $${WORD}$ {%raw%}`,
  `    ${WORD} indented\n- [x] ${WORD}\n1. ${WORD}\n> ${WORD}\n***\n[^1]: ${WORD} [^1]`,
];

const text = (index: number): string => HOSTILE[index % HOSTILE.length] as string;

const STATES = HOSTILE.map((_, index) => `s${index}`);

const table: Table = {
  name: 'hostile',
  title: text(4),
  description: HOSTILE.join(' '),
  actors: Object.fromEntries(HOSTILE.map((label, index) => [`a${index}`, { label, description: label }])),
  groups: { g0: { label: text(12) }, g1: { label: text(13) } },
  states: Object.fromEntries(
    HOSTILE.map((label, index) => [
      STATES[index] as string,
      {
        label: { en: label, de: label },
        description: label,
        group: `g${index % 2}`,
        ...(index === 0 && { initial: true as const }),
        ...(index === 3 && { final: { when: { word: text(1) } } }),
      },
    ]),
  ),
  events: Object.fromEntries(
    HOSTILE.map((label, index) => [`e${index}`, { label, description: label, by: `a${index}` }]),
  ),
  memory: {
    word: { values: HOSTILE, initial: text(0), label: text(5), description: text(6) },
    before: { states: STATES, label: text(13), description: text(15) },
  },
  transitions: HOSTILE.map((because, index) => ({
    from: STATES[index] as string,
    on: [`e${index}`, 'e0'],
    to: index === 4 ? { recall: 'before' } : (STATES[(index + 1) % STATES.length] as string),
    when: { word: { ne: text(index + 1) } },
    set: { before: { save: 'state' }, word: text(index) },
    because,
    cites: { doc: [index + 1] },
  })),
  properties: Object.fromEntries(
    HOSTILE.flatMap((name, index) => [
      [name, { reachable: { state: `s${index}` }, description: name }],
      [`${name} never`, { never: { state: `s${index}`, word: text(index) } }],
    ]),
  ),
  sources: {
    doc: {
      title: text(3),
      location: text(10),
      language: text(9),
      date: text(3),
      claims: HOSTILE.map((said, index) => ({
        line: index + 1,
        column: 'next' as const,
        of: STATES[index] as string,
        names: STATES[(index + 2) % STATES.length] as string,
        text: said,
        condition: said,
        note: said,
      })),
    },
  },
  rulings: HOSTILE.map((because, index) => ({
    finding: 'SA206',
    states: STATES[index] as string,
    because,
    by: because,
    date: because,
  })),
};

const system: System = { ...nastySystem, tables: [...nastySystem.tables.slice(1), { ...table, name: 'nasty' }] };

const MODELS: { readonly [name: string]: Model } = {
  'a hostile table': table,
  'a system of nasty tables': nastySystem,
};

/** The elements that pages are made of, with the attributes that they may have. */
const ALLOWED: { readonly [element: string]: readonly string[] } = {
  a: ['href'],
  h2: ['id'],
  h3: ['id'],
  span: ['id', 'lang'],
  'atlas-matrix': ['data-kind'],
  td: ['style', 'align'],
  th: ['style', 'align'],
  ol: ['start'],
  ...Object.fromEntries(
    'p br strong em code small table thead tbody tr ul li details summary'.split(' ').map((name) => [name, []]),
  ),
};

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What stands on a page that pages are not made of, and every link that leads out of the site. */
function strangers(node: Node): readonly string[] {
  if ('data' in node) return node.data === ' ' ? [] : [`the comment ${node.data}`];
  if (!('tagName' in node)) return [];
  const allowed = ALLOWED[node.tagName];
  const attributes = node.attrs.filter(({ name }) => allowed?.includes(name) !== true);
  const href = node.attrs.find(({ name }) => name === 'href')?.value ?? '/';
  return [
    ...(allowed === undefined ? [`the element ${node.tagName}`] : []),
    ...attributes.map(({ name }) => `the attribute ${name} of ${node.tagName}`),
    ...(/^\/(?!\/)/.test(href) ? [] : [`a link to ${href}`]),
    ...node.childNodes.flatMap(strangers),
  ];
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (node.nodeName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The pages of which there are few, and of the many like each other the first ones. */
const oneOfEach = (pages: readonly SitePage[]): readonly SitePage[] =>
  pages.filter(({ path }) => !/\/(states|events|actors)\/[a-z]+([3-9]|\d\d)$/.test(path));

let render: (markdown: string) => Promise<string>;

beforeAll(async () => {
  const processor = await createMarkdownProcessor({ gfm: true, smartypants: false, syntaxHighlight: false });
  render = async (markdown) => (await processor.render(markdown)).code;
});

describe.each(Object.entries(MODELS))('%s', (_, model) => {
  const sites: readonly (readonly [string, Made])[] = ['en', 'fr'].map((language) => [language, made(model, language)]);

  test.each(sites)('is linked and told on its pages in %s', (_language, site) => {
    expect(wrongWith(site)).toEqual([]);
  });

  test.each(sites)('is nothing but text on its pages in %s', async (_language, { part }) => {
    const found = await Promise.all(
      oneOfEach(part.pages).map(async (page) => {
        const { childNodes } = parseFragment(await render(markdownOf(page)));
        return childNodes.flatMap(strangers).map((stranger) => `${page.path}: ${stranger}`);
      }),
    );
    expect([...new Set(found.flat())]).toEqual([]);
  });
});

test('a description is shown as it is written, on the page of its state', async () => {
  const { part } = made(table, 'en');
  const plain = (text: string): string =>
    text
      .replace(/[\u2066-\u2069\u202a-\u202e]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const pages = part.pages.filter(({ path }) => path.startsWith('hostile/states/'));
  expect(pages).toHaveLength(HOSTILE.length);
  for (const [index, page] of pages.entries()) {
    const { childNodes } = parseFragment(await render(markdownOf(page)));
    expect(plain(childNodes.map(textOf).join(' '))).toContain(plain(text(index)));
  }
});

test('no text changes the direction of what stands beside it, and titles and entries stay short', () => {
  const { part } = made(table, 'en');
  const texts = part.pages.flatMap((page): readonly string[] => [
    page.title,
    page.description,
    ...markdownOf(page).split(/\n|<br>|(?<!\\)\|/),
  ]);
  expect(texts.filter((each) => !isClosed(each))).toEqual([]);
  expect(Math.max(...part.pages.map(({ title }: SitePage) => title.length))).toBeLessThan(130);
});

/** Whether every control of direction in a text is closed in it, and none is closed that was not opened. */
function isClosed(line: string): boolean {
  const open: string[] = [];
  for (const character of line) {
    if (/[\u202a\u202b\u202d\u202e]/.test(character)) open.push('\u202c');
    if (/[\u2066-\u2068]/.test(character)) open.push('\u2069');
    if (/[\u202c\u2069]/.test(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}

test('a system whose table is hostile is nothing but text', async () => {
  const { part } = made(system, 'en');
  for (const page of part.pages) {
    const { childNodes } = parseFragment(await render(markdownOf(page)));
    expect(childNodes.flatMap(strangers)).toEqual([]);
  }
});
