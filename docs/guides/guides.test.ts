/** The guides: their commands print what they show, and their links lead somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commandsOf, withTrueOutput } from '../../cli/pages/testing.ts';

const GUIDES = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.md'),
);
const pages = GUIDES.map((file): [string, string] => [file, readFileSync(join(import.meta.dirname, file), 'utf8')]);

test('there are guides', () => expect(GUIDES).toEqual(expect.arrayContaining(['start.md', 'verdicts.md'])));

/** The library of this tree in place of the installed one. */
const LIBRARY = pathToFileURL(join(import.meta.dirname, '../../model/table/index.ts')).href;
const here = (text: string): string => text.replace("'stateatlas'", `'${LIBRARY}'`);

describe.each(pages.filter(([, page]) => commandsOf(page).length > 0))('%s', (file, page) => {
  test('prints what it shows', async () => {
    await expect(withTrueOutput(page, here)).toMatchFileSnapshot(join(import.meta.dirname, file));
  });
});
