/** A built site: the same bytes each time, light, with links that lead somewhere, and nothing of a table that could run. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nasty } from '../../generators/testing.ts';
import { BUDGET, weigh } from './budget.ts';
import { buildSite } from './build.ts';
import { tagsOf } from './html.ts';
import type { Site } from './site.ts';
import { BASE, builtSmallSite, smallSite, temporary } from './testing.ts';

const folder = temporary();
const site = await smallSite();
const [first, second] = [await builtSmallSite(), join(folder, 'second')];

const filesIn = (where: string): readonly string[] =>
  globSync('**/*', { cwd: where, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(where.length + 1))
    .sort();
const pages = filesIn(first).filter((file) => file.endsWith('.html'));

test('every page stands where its ids say, in both languages', () => {
  for (const path of ['', 'order/', 'order/states/placed/', 'order/simulator/', 'guides/one/'])
    for (const language of ['', 'fr/']) expect(pages).toContain(`${language}${path}index.html`);
  expect(pages).toContain('404.html');
});

test('every link leads somewhere, and one that does not is told with its page', async () => {
  const page = { language: 'en', title: 'T', description: '', source: 'x.md' };
  const wrong: Site = {
    ...site,
    languages: ['en'],
    parts: {},
    files: {},
    menus: { en: [] },
    pages: [
      {
        ...page,
        path: '',
        pieces: ['[a](/a/) [b](/b/) [c](/a/#there) [d](/a/#nowhere) [e](/x.json) [f](https://example.org/)'],
      },
      { ...page, path: 'a', pieces: ['## There'] },
    ],
  };
  expect(await buildSite(wrong, join(folder, 'wrong'))).toEqual([
    { file: 'index.html', link: `${BASE}b/` },
    { file: 'index.html', link: `${BASE}a/#nowhere` },
    { file: 'index.html', link: `${BASE}x.json` },
  ]);
}, 240_000);

test('the same data give the same bytes', async () => {
  expect(await buildSite(site, second)).toEqual([]);
  const files = filesIn(first);
  expect(filesIn(second)).toEqual(files);
  expect(files.filter((file) => !readFileSync(join(first, file)).equals(readFileSync(join(second, file))))).toEqual([]);
}, 240_000);

test('every page carries a policy of its own files, digests and WebAssembly, before its first script', () => {
  for (const file of pages) {
    const tags = tagsOf(readFileSync(join(first, file), 'utf8'));
    const at = tags.findIndex(({ attributes }) => attributes.get('http-equiv') === 'content-security-policy');
    expect(at).toBeGreaterThanOrEqual(0);
    expect(tags.slice(0, at).filter(({ name }) => name === 'script' || name === 'link')).toEqual([]);
    const sources = (tags[at]?.attributes.get('content') ?? '')
      .split(/; ?/)
      .flatMap((each) => each.split(' ').slice(1));
    const others = sources.filter((each) => !["'self'", "'none'", "'wasm-unsafe-eval'"].includes(each));
    for (const each of others) expect(each).toMatch(/^'sha256-[\w+/]{43}='$/);
  }
});

test('no page is heavier than its budget', () => {
  const weights = weigh(first, BASE);
  expect(weights).toHaveLength(pages.length);
  expect(weights.filter(({ bytes }) => bytes > BUDGET)).toEqual([]);
  // The frame alone has style sheets and programs: a page that weighed less was not weighed.
  expect(weights.at(-1)?.bytes).toBeGreaterThan(10_000);
});

test('nothing of a hostile table is an element, an attribute that runs, or part of a script', () => {
  const hostile = pages.filter((file) => file.includes(`${nasty.name}/`));
  expect(hostile.length).toBeGreaterThan(10);
  for (const file of hostile) {
    const html = readFileSync(join(first, file), 'utf8');
    for (const { name, attributes, text } of tagsOf(html)) {
      expect(['iframe', 'object', 'embed', 'img', 'b', 'base']).not.toContain(name);
      expect([...attributes.keys()].filter((each) => each.startsWith('on') || each === 'style')).toEqual([]);
      expect(attributes.get('href') ?? '').not.toMatch(/^\s*javascript:/i);
      if (name === 'script') expect(text).not.toContain('alert');
    }
  }
});

test('no address of another host is loaded', () => {
  for (const file of filesIn(first).filter((each) => /\.(html|css)$/.test(each))) {
    const text = readFileSync(join(first, file), 'utf8');
    expect([...text.matchAll(/<(?:script|link|img|source|iframe)\b[^>]*(?:src|href)="(?:https?:)?\/\//g)]).toEqual([]);
    expect(text).not.toMatch(/url\(["']?(https?:|\/\/|data:)/);
  }
});
