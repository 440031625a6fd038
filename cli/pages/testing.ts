/**
 * A page of Markdown as a session: each fenced text whose first line ends in a comment with a file name is written to that
 * file, and each line after `$ ` in a `console` fence is run, in the order of the page. For tests.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith, shell } from '../testing.ts';

/** A fenced block: its language, and its text with a line end. */
export type Fence = { readonly language: string; readonly text: string };

const FENCE = /^```(\w+)\n([\s\S]*?)^```$/gm;
const NAMED = /^.*(?:#|\/\/|<!--) ([\w./-]+\.\w+)(?: -->)?\n/;

/** The fenced blocks of a page. */
export const fencesOf = (page: string): readonly Fence[] =>
  [...page.matchAll(FENCE)].map(([, language, text]) => ({ language: language as string, text: text as string }));

/** The lines that a page tells its reader to run. */
export const commandsOf = (page: string): readonly string[] =>
  fencesOf(page)
    .filter(({ language }) => language === 'console')
    .flatMap(({ text }) => [...text.matchAll(/^\$ (.*)$/gm)].map(([, line]) => line as string));

/**
 * The page with what its commands really print, run in a folder of their own that holds the files shown above them. `written` may change
 * what is written of a file, but no line.
 */
export function withTrueOutput(page: string, written: (text: string) => string = (text) => text): string {
  const folder = folderWith({ 'package.json': '{ "name": "yours" }\n' });
  return page.replace(FENCE, (whole, language: string, text: string) => {
    const file = NAMED.exec(text)?.[1];
    if (language === 'console') {
      const printed = commandsOf(whole).map((line) => `$ ${line}\n${shell(folder, line).printed}`);
      return `\`\`\`console\n${printed.join('')}\`\`\``;
    }
    if (file !== undefined) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), written(text));
    }
    return whole;
  });
}

/** The section of a page under a heading of the second level. */
export const sectionOf = (page: string, heading: string): string =>
  page.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';

/** The cells of the tables in a part of a page, row by row, without heads and rules. */
export const rowsOf = (part: string): readonly (readonly string[])[] =>
  [...part.matchAll(/(?:^\|.*\|\n)+/gm)].flatMap(([table]) =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .slice(1, -1)
          .split(' | ')
          .map((cell) => cell.trim()),
      ),
  );
