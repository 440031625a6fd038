/** Words for readers: a text in a language, and a number of things. */
import type { Text } from './types.ts';

/** What there is for a language: for exactly it, else for its base (`fr` for `fr-CA`), else for English; nothing where there is none of them. */
export function forLanguage<T>(all: { readonly [language: string]: T }, language: string): T | undefined {
  const base = language.split('-')[0] as string;
  const found = [language, base, 'en'].find((tag) => Object.hasOwn(all, tag));
  return found === undefined ? undefined : all[found];
}

/**
 * The text in a language: the exact language, else its base (`fr` for `fr-CA`), else English, else the first one given,
 * else the fallback (usually the name of the thing).
 */
export function textIn(text: Text | undefined, language: string, fallback = ''): string {
  if (text === undefined) return fallback;
  if (typeof text === 'string') return text;
  return forLanguage(text, language) ?? Object.values(text)[0] ?? fallback;
}

/** `1 configuration`, `2 configurations`, `0 properties`. */
export const plural = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** A text as one word of a shell: in quotes where it would be more than one, or something else. */
export const shellWord = (word: string): string =>
  /^[\w./:,@%+=-][\w./:,~@%+=-]*$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** The command of a verb on a table or system of a file, as its user would type it; without a file, on the one that the project calls so. */
export const commandLine = (verb: string, table: string, file?: string): string =>
  `stateatlas ${verb}${file === undefined ? '' : ` ${shellWord(file)}`} --table ${shellWord(table)}`;
