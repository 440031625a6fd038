/** `site` as its users meet it: what it writes and refuses, when it is stale, how it is served, and how it follows what is saved. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, ORDER, started, stateatlas } from '../testing.ts';
import { serveSite } from './serve.ts';

const CONFIG = `site:
  title: { en: Lives, fr: Vies }
  languages: [en, fr]
  base: x/y
  sections:
    - { path: guides, title: Guides, files: ['pages/*.md'] }
`;
const files = {
  'order.atlas.yaml': ORDER,
  'stateatlas.config.yaml': CONFIG,
  'pages/one.md':
    '# One\n\nSee [two](two.md#deep), [the table](/order/), ![a picture](dot.svg) and [a file](../order.atlas.yaml).\n',
  'pages/two.md': '---\ntitle: Two\n---\n\n## Deep\n',
  'pages/two.fr.md': '# Deux\n\n## Deep\n',
  'pages/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><circle r="1"/></svg>\n',
};

test('a site is written, is current, goes stale by any change, and is never broken by a link that leads nowhere', () => {
  const folder = folderWith(files);
  const site = (...argv: readonly string[]) => stateatlas(folder, ['site', ...argv]);
  const page = (path: string): string => readFileSync(join(folder, 'site', path), 'utf8');

  expect(site()).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ pages in site\n/), err: '' });
  expect(page('guides/one/index.html')).toContain('href="/x/y/guides/two/#deep"');
  expect(page('guides/one/index.html')).toContain('src="/x/y/guides/dot.svg"');
  expect(page('guides/one/index.html')).toContain('and a file.');
  expect(page('fr/guides/two/index.html')).toMatch(/<title>Deux \| Vies/);
  expect(page('order/states/placed/index.html')).toContain('<html lang="en"');
  expect(site('--check')).toEqual({ code: 0, out: 'site is up to date\n', err: '' });

  writeFileSync(join(folder, 'site/guides/dot.svg'), 'edited');
  writeFileSync(join(folder, 'site/extra.txt'), '');
  rmSync(join(folder, 'site/404.html'));
  expect(site('--check').out.split('\n').slice(0, 3)).toEqual([
    'site/404.html is missing',
    'site/guides/dot.svg is out of date',
    'site/extra.txt is left over',
  ]);

  writeFileSync(join(folder, 'order.atlas.yaml'), ORDER.replace('lost: {}', 'lost: { label: Gone }'));
  const stale = site('--check', '--format', 'json');
  expect(stale.code).toBe(1);
  expect(JSON.parse(stale.out)).toMatchObject({ check: true, current: false, base: '/x/y/', languages: ['en', 'fr'] });

  const before = page('index.html');
  writeFileSync(join(folder, 'pages/one.md'), '[a](/nowhere/) [b](#nothing)\n');
  expect(site()).toEqual({
    code: 2,
    out: '',
    err: 'pages/one.md links to /x/y/nowhere/, which is not there\npages/one.md links to #nothing, which is not there\n',
  });
  writeFileSync(join(folder, 'pages/one.md'), '[a](three.md)\n');
  expect(site()).toMatchObject({ code: 2, err: 'pages/one.md links to three.md, which is not there\n' });
  expect(page('index.html')).toBe(before);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
}, 240_000);

test('mistakes are told before anything is written', () => {
  const folder = folderWith({ ...files, 'full/mine.txt': '' });
  const told = (...argv: readonly string[]) => stateatlas(folder, ['site', ...argv]);
  expect(told('--out', 'full')).toMatchObject({
    code: 2,
    err: 'full holds something that is no site of stateatlas; name another folder, or empty it\n',
  });
  expect(told('--base', 'a b')).toMatchObject({
    code: 2,
    err: '--base a b is no path of an address: write it like /docs/\n',
  });
  expect(told('--languages', 'en,not a tag').err).toBe(
    '--languages: not a tag is no language; write its tag, such as en or fr\n',
  );
  expect(told('--check', '--dev').err).toBe('of --check, --dev and --serve only one can be done at a time\n');
  expect(told('--serve').err).toBe('there is no site in site; build it with: stateatlas site\n');
  writeFileSync(join(folder, 'stateatlas.config.yaml'), CONFIG.replace('files:', 'file:'));
  expect(told().err).toMatch(/^stateatlas\.config\.yaml:6:\d+ there is no key file; did you mean files\?/m);
  expect(existsSync(join(folder, 'site'))).toBe(false);
});

test('a built site is served below its base to this machine, and nothing beside it', async () => {
  const folder = folderWith({
    'site/index.html': 'home',
    'site/404.html': 'missing',
    'site/a/index.html': 'a',
    'secret.txt': 'secret',
  });
  const { server, url } = await serveSite(join(folder, 'site'), '/x/', 0);
  const { port } = new URL(url);
  const ask = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path }, (answer) => {
        let text = '';
        answer.on('data', (data) => {
          text += data;
        });
        answer.on('end', () => resolve(`${answer.statusCode} ${answer.headers.location ?? text}`));
      })
        .on('error', reject)
        .end();
    });
  expect(await Promise.all(['/x/', '/x/a/', '/x/b/', '/', '/x/a/../../secret.txt'].map(ask))).toEqual([
    '200 home',
    '200 a',
    '404 missing',
    '302 /x/',
    '302 /x/',
  ]);
  expect(await Promise.all(['/x/%2e%2e/secret.txt', '/x/..%2fsecret.txt', '/x/%00', '/x/%'].map(ask))).toEqual([
    '302 /x/',
    '404 missing',
    '404 missing',
    '404 missing',
  ]);
  await expect(serveSite(folder, '/', Number(port))).rejects.toThrow(
    `port ${port} is taken; name another one with --port`,
  );
  server.close();
});

test('--dev serves the site, follows what is saved, outlives a broken table, and ends by Ctrl-C', async () => {
  const folder = folderWith(files);
  const child = started(folder, ['site', '--dev', '--port', '0']);
  onTestFinished(async () => void (await child.end('SIGTERM')));
  const printed = await child.until(/http:\/\/127\.0\.0\.1:\d+\/x\/y\/[\s\S]*end with Ctrl-C\n/);
  const url = /http:\S+/.exec(printed)?.[0] ?? '';
  const title = async (): Promise<string> =>
    /<h1[^>]*>(.*?)<\/h1>/.exec(await (await fetch(`${url}order/`)).text())?.[1] ?? '';
  expect(await title()).toBe('order');
  writeFileSync(join(folder, 'order.atlas.yaml'), `title: An order\n${ORDER}`);
  await child.until(/shown anew/);
  expect(await title()).toBe('An order');
  writeFileSync(join(folder, 'order.atlas.yaml'), 'name: [\n');
  await child.until(/order\.atlas\.yaml:\d+:\d+ SA1[\s\S]*the site of before stays\n/);
  expect(await title()).toBe('An order');
  expect(await child.end('SIGINT')).toBe(130);
}, 240_000);
