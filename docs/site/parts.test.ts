/** The parts of the renderer by themselves: what bodies may hold, where links lead, and how styles leave a page. */
import { expect, test } from 'vitest';
import { bodyOf } from './body.ts';
import { tagsOf } from './html.ts';
import { brokenLinks, linkedIn } from './links.ts';
import { allowedScripts, digestOf } from './policy.ts';
import type { Drawn, Page, Site } from './site.ts';
import { hrefOf } from './site.ts';
import { withoutPictures, withoutStyles } from './styles.ts';

const site = {
  languages: ['en', 'fr', 'pt-BR'],
  base: '/b/',
  title: {},
  parts: {},
  pages: [],
  menus: {},
  files: {},
} satisfies Site<Drawn>;
const page = (html: string, language = 'en'): Page<Drawn> => ({
  path: 'p',
  language,
  title: 'P',
  description: '',
  pieces: [{ html }],
});
const asIs = async (html: string) => ({
  html,
  metadata: { headings: [], localImagePaths: [], remoteImagePaths: [], frontmatter: {}, imagePaths: [] },
});
const body = async (html: string, language?: string): Promise<string> =>
  (await bodyOf(page(html, language), site, asIs as never)).html;

test.each([
  '<script>1</script>',
  '<p onclick="x">a</p>',
  '<svg><style>a{}</style></svg>',
  '<p style="color:red">a</p>',
  '<a href="javascript:x">a</a>',
  '<a href=" JaVaScript:x">a</a>',
  '<svg><a xlink:href="javascript:x">a</a></svg>',
  '<iframe src="/x"></iframe>',
  '<img src="data:image/svg+xml,x">',
  '<template><script>1</script></template>',
  '<base href="/x">',
  '<meta http-equiv="refresh" content="0">',
])('a body never holds %s', async (html) => {
  await expect(body(html)).rejects.toThrow(/^the page p (holds|links)/);
});

test('a link below the site goes to the base and the language of its page; a file and an anchor stay what they are', async () => {
  const html =
    '<a href="/s/states/a%20b/">1</a><a href="/s/m.json">2</a><a href="#x">3</a><a href="https://e.org/">4</a><a href="/#y">5</a>';
  expect(await body(html, 'fr')).toBe(
    '<a href="/b/fr/s/states/a%20b/">1</a><a href="/b/s/m.json">2</a><a href="#x">3</a><a href="https://e.org/">4</a><a href="/b/fr/#y">5</a>',
  );
  expect(hrefOf(site, { language: 'pt-BR', path: 's/ü' })).toBe('/b/pt-br/s/%C3%BC/');
  expect(hrefOf(site, { language: 'en', path: '' })).toBe('/b/');
});

test('a page whose name ends like a file is a page, and a file of that name is a file', async () => {
  const html = '<a href="/s/states/x.json/">1</a><a href="/s/states/x.svg/#y">2</a><a href="/s/states/x.json">3</a>';
  expect(await body(html, 'fr')).toBe(
    '<a href="/b/fr/s/states/x.json/">1</a><a href="/b/fr/s/states/x.svg/#y">2</a><a href="/b/s/states/x.json">3</a>',
  );
});

test('a table stands in an element that scrolls, and one of four columns is reached by keys', async () => {
  const table = (columns: number): string =>
    `<table><tbody><tr>${'<td style="text-align:right">x</td>'.repeat(columns)}</tr></tbody></table>`;
  expect(await body(table(3))).toContain('<div class="wide"><table><tbody><tr><td class="align-right">x</td>');
  expect(await body(table(4))).toContain('<div class="wide" tabindex="0"><table>');
});

test('links are resolved as a browser does', () => {
  const read = (file: string, html: string) => linkedIn(file, tagsOf(html));
  const pages = [
    read('a/index.html', '<h2 id="x"></h2><a href="../b/#ü">1</a><a href="?q#x">2</a><a href="mailto:x@y">3</a>'),
    read('b/index.html', '<h2 id="ü"></h2><img src="no.png"><a href="/elsewhere/">4</a><a href="//e.org/">5</a>'),
    read('c.html', '<script>"<a href=no>"</script><a href="/b/a">6</a><a href="%E0">7</a>'),
    read('d.html', '<state-simulator></state-simulator><a href="#token=0:x">8</a><a href="c.html#token=0:x">9</a>'),
  ];
  const files = new Set(['a/index.html', 'b/index.html', 'c.html', 'd.html']);
  expect(brokenLinks(pages, files, '/b/').map(({ file, link }) => `${file} ${link}`)).toEqual([
    'b/index.html no.png',
    'b/index.html /elsewhere/',
    'b/index.html //e.org/',
    'c.html /b/a',
    'c.html %E0',
    'd.html c.html#token=0:x',
  ]);
});

test('styles of elements become classes, and nothing else of the page changes', () => {
  const html =
    '<p style="--a: 1" class="k" id=i>style="--a: 1"</p><br/><b class="m"  style=\'--a: 1\'>&lt;</b><i style="x:y">';
  const { html: plain, styles } = withoutStyles(html, tagsOf(html));
  const [one, two] = [...styles.keys()];
  expect(plain).toBe(
    `<p  class="k ${one}" id=i>style="--a: 1"</p><br/><b class="m ${one}"  >&lt;</b><i class="${two}">`,
  );
  expect([...styles.values()]).toEqual(['--a: 1', 'x:y']);
});

test('pictures inside a style sheet become files', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const base64 = Buffer.from(svg).toString('base64');
  const { css, files } = withoutPictures(
    `a{mask:url("data:image/svg+xml,${encodeURIComponent(svg)}")}b{mask:url(data:image/svg+xml;base64,${base64})}c{d:url(e.svg)}`,
  );
  const [name] = [...files.keys()];
  expect(css).toBe(`a{mask:url(${name})}b{mask:url(${name})}c{d:url(e.svg)}`);
  expect([...files.values()]).toEqual([svg]);
});

test('what Starlight writes into pages is allowed by its digest, and nothing else is', () => {
  const allowed = allowedScripts();
  expect(allowed.length).toBeGreaterThan(2);
  expect(allowed).not.toContain(digestOf('alert(1)'));
});
