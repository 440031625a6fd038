/**
 * The guides: their commands print what they show. A guide in French shows the same files and commands as the English one, and what those
 * print: so each command runs once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commandsOf, type Fence, fencesOf, withTrueOutput } from '../../cli/pages/testing.ts';

const guidesIn = (folder: string): readonly string[] =>
  readdirSync(join(import.meta.dirname, folder)).filter((file) => file.endsWith('.md'));
const textOf = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');
const GUIDES = guidesIn('.');

/** The library of this tree in place of the installed one. */
const LIBRARY = pathToFileURL(join(import.meta.dirname, '../../model/table/index.ts')).href;
const here = (text: string): string => text.replace("'stateatlas'", `'${LIBRARY}'`);

describe.each(GUIDES.filter((file) => commandsOf(textOf(file)).length > 0))('%s', (file) => {
  test('prints what it shows', async () => {
    const page = withTrueOutput(textOf(file), here);
    await expect(page).toMatchFileSnapshot(join(import.meta.dirname, file));
    await expect(withFencesOf(page, textOf(`fr/${file}`))).toMatchFileSnapshot(join(import.meta.dirname, 'fr', file));
  });
});

/** A page in another language, with what is run on it as it is on the page that it translates. */
function withFencesOf(page: string, translated: string): string {
  const fences = fencesOf(page);
  let at = 0;
  return translated.replace(/^```\w+\n[\s\S]*?^```$/gm, (whole) => {
    const { language, text } = fences[at++] as Fence;
    return isRun({ language, text }) ? `\`\`\`${language}\n${text}\`\`\`` : whole;
  });
}

/** Whether a text is a file that commands of its page read, or is what they print. */
const isRun = ({ language, text }: Fence): boolean =>
  language === 'console' || / (#|\/\/) [\w./-]+\.\w+\n/.test(text.slice(0, text.indexOf('\n') + 1));

test('every guide is there in French', () => {
  expect(GUIDES).toEqual(expect.arrayContaining(['start.md', 'verdicts.md']));
  expect(guidesIn('fr')).toEqual(GUIDES);
});

/** The shape of a page: what two languages have in common beside the examples. */
const shapeOf = (page: string) => ({
  fences: fencesOf(page).map(({ language }) => language),
  parts: page
    .replace(/^```[\s\S]*?^```$/gm, '')
    .split('\n')
    .flatMap((line) => /^(#+ |- |\|(?= ?[^-])| {4}[a-z<])/.exec(line)?.[1]?.trim() ?? []),
  links: [...page.matchAll(/\]\(([^)#]*)/g)].map(([, link = '']) => link.replace(/^(\.\.\/)+|\.fr(?=\.md$)/g, '')),
});

const PAIRS = [...GUIDES.map((file) => [file, `fr/${file}`] as const), ['../limits.md', '../limits.fr.md'] as const];

test.each(PAIRS)('%s has the same parts and links in French', (file, french) => {
  expect(shapeOf(textOf(french))).toEqual(shapeOf(textOf(file)));
});

test.each(PAIRS.flat())('%s has no table with a column that says nothing of itself', (file) => {
  const heads = [...textOf(file).matchAll(/^(\|.*)\n\|[-|: ]+$/gm)].map(([, head = '']) => head);
  expect(heads.filter((head) => /\|\s*\|/.test(head))).toEqual([]);
});
