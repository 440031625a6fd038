/** The README does what it says: its example, its commands, its verbs and their options, its links. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandsOf, fencesOf, rowsOf, sectionOf, withTrueOutput } from '../cli/pages/testing.ts';
import { program } from '../cli/run.ts';

const ROOT = join(import.meta.dirname, '..');
const page = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
const verbs = (await program()).commands;

test('the table of the README gives the output of the README', async () => {
  expect(fencesOf(page).map(({ language }) => language)).toEqual(['yaml', 'console']);
  expect(commandsOf(page)).toEqual(['npx stateatlas check order.atlas.yaml']);
  await expect(withTrueOutput(page)).toMatchFileSnapshot('../README.md');
});

test('the npm commands that it names are scripts', () => {
  const named = [...page.matchAll(/\bnpm (?:run (\w[\w:-]*)|(start|test))\b/g)].map(([, run, own]) => run ?? own);
  expect(named).toContain('start');
  expect(named).toContain('test');
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test('its verbs are those of the command, and the options beside them exist', () => {
  const rows = rowsOf(sectionOf(page, 'In your project')).map(([verb = '', does = '']) => [
    verb.replaceAll('`', ''),
    does,
  ]);
  expect(rows.map(([verb]) => verb).sort()).toEqual(verbs.map((verb) => verb.name()).sort());
  for (const [verb, does = ''] of rows) {
    const known = verbs.find((each) => each.name() === verb)?.options.map(({ long }) => long);
    expect(known).toEqual(expect.arrayContaining([...does.matchAll(/`(--[\w-]+)/g)].map(([, option]) => option)));
  }
  const used = [...page.matchAll(/npx stateatlas (\w+)/g)].map(([, verb]) => verb);
  expect(verbs.map((verb) => verb.name())).toEqual(expect.arrayContaining(used));
});

/** The anchors that headings of a page get, as GitHub makes them. */
const anchorsIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const LINK = /\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g;

test.each(['README.md', 'docs/cli.md', 'docs/language.md', 'docs/systems.md', 'docs/limits.md', 'docs/review.md'])(
  'every link of %s leads to a file that exists, and to a heading in it',
  (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
    const links = [...text.matchAll(LINK)].map(([, link, source]) => (link ?? source) as string);
    for (const link of links.filter((each) => !/^[a-z]+:/.test(each))) {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? join(ROOT, file) : join(ROOT, file, '..', path);
      expect(existsSync(target), link).toBe(true);
      if (anchor !== undefined) expect(anchorsIn(target), link).toContain(anchor);
    }
  },
);
