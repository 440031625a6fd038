/** Texts of tables on pages: in which language they are, kept from disturbing their neighbours, and short where there is little room. */
import type { Text } from '../../model/table/types.ts';
import { shorten } from '../characters.ts';
import { md } from '../markdown/escape.ts';

/** A text with the language it is in. */
export type Worded = { readonly text: string; readonly language: string };

const baseOf = (language: string): string => language.split('-')[0] as string;

/** Whether two language tags are those of one language: `fr` and `fr-CA`. */
export const sameLanguage = (one: string, other: string): boolean => baseOf(one) === baseOf(other);

/**
 * A text in a language, as {@link textIn} chooses it, with the language that it is really in. A text that is given without one is
 * in `plain`, the language of the table.
 */
export function worded(text: Text | undefined, language: string, plain: string): Worded | undefined {
  if (text === undefined) return undefined;
  if (typeof text === 'string') return { text, language: plain };
  for (const tag of [language, baseOf(language), 'en', ...Object.keys(text)])
    if (Object.hasOwn(text, tag)) return { text: text[tag] as string, language: tag };
  return undefined;
}

/** The isolate around a text whose direction is found in itself, and its end. */
const FIRST_STRONG = '\u2068';
const POP_ISOLATE = '\u2069';
const POP = '\u202c';
const DIRECTED =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text that has no effect on the direction of what stands beside it: each line with letters that run from right to left, or
 * with controls of direction, is isolated, and the controls in it are paired.
 */
export function isolated(text: string): string {
  if (!DIRECTED.test(text)) return text;
  return text
    .split(/(\r\n|[\n\r\u2028\u2029])/)
    .map((line) => (DIRECTED.test(line) ? `${FIRST_STRONG}${paired(line)}${POP_ISOLATE}` : line))
    .join('');
}

/** A line in which every control that opens a direction is closed, and none is closed that is not open. */
function paired(line: string): string {
  const open: string[] = [];
  let out = '';
  for (const character of line) {
    if (/[\u202a\u202b\u202d\u202e]/.test(character)) open.push(POP);
    else if (/[\u2066-\u2068]/.test(character)) open.push(POP_ISOLATE);
    else if (character === POP && open.at(-1) !== POP) continue;
    else if (character === POP) open.pop();
    else if (character === POP_ISOLATE) {
      const at = open.lastIndexOf(POP_ISOLATE);
      if (at < 0) continue;
      open.length = at;
    }
    out += character;
  }
  return `${out}${open.reverse().join('')}`;
}

/** A text as it stands in a title or an entry of the menu: one line, nothing that turns its neighbours round. */
export const plainText = (text: string, most = Number.POSITIVE_INFINITY): string =>
  isolated(shorten(text.replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ').trim(), most));

/** What GFM would make a link of, wherever it stands: an address, a name that begins with `www`, and what has an `@`. */
const LINKED = /(?:(https?)\\?:(?=\/\/))|(www)\\?(?=\.)|\\?(@)/gi;

/** A text of a table as Markdown: as it is written, and nothing in it becomes a link. */
export const said = (text: string): string =>
  md(isolated(text)).replace(LINKED, (_, scheme?: string, www?: string) =>
    scheme !== undefined ? `${scheme}:<!-- -->` : www !== undefined ? `${www}<!-- -->` : '&#64;<!-- -->',
  );

/** Text as the value of an attribute. */
export const attribute = (text: string): string =>
  text.replace(/[&<>"'|\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The language of a text where it is another one than the page’s, as a property of its own. */
export const foreign = <K extends string>(
  key: K,
  { language }: Worded,
  page: string,
): { readonly [key in K]?: string } =>
  sameLanguage(language, page) ? {} : ({ [key]: language } as { readonly [key in K]: string });

const TAG = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i;

/** Markdown marked with the language it is in, where that is another one than the page’s. A tag that is none is left out. */
export const markedIn = (markdown: string, language: string, page: string): string =>
  sameLanguage(language, page) || !TAG.test(language) ? markdown : `<span lang="${language}">${markdown}</span>`;

/** A text as Markdown, marked with its language where that is another one than the page’s. */
export const inLanguage = ({ text, language }: Worded, page: string): string => markedIn(said(text), language, page);
