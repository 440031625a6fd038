/** Words for readers: a text in a language, and a number of things. */
import type { Text } from './types.ts';

/**
 * The text in a language: the exact language, else its base (`fr` for `fr-CA`), else English, else the first one given,
 * else the fallback (usually the name of the thing).
 */
export function textIn(text: Text | undefined, language: string, fallback = ''): string {
  if (text === undefined) return fallback;
  if (typeof text === 'string') return text;
  const base = language.split('-')[0] as string;
  for (const tag of [language, base, 'en']) if (Object.hasOwn(text, tag)) return text[tag] as string;
  return Object.values(text)[0] ?? fallback;
}

/** `1 configuration`, `2 configurations`, `0 properties`. */
export const plural = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;
