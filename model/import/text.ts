/** Texts as they are compared: whatever their case, accents, apostrophes and spaces. */
import type { Written } from './types.ts';

/** A text for comparing: without accents, in small letters, typographic marks as plain ones, single spaces, no mark at its end. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"']+|[\s"'.,;:]+$/g, '')
    .trim();

/** The words of a text as they are compared. */
export const wordsOf = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A text as an identifier for names in a table: its words, joined. Never empty. */
export const slug = (text: string): string => {
  const joined = wordsOf(text)
    .join('-')
    .slice(0, 60)
    .replace(/[\uD800-\uDBFF]$/, '');
  return /^\p{L}/u.test(joined) ? joined : joined === '' ? 'state' : `state-${joined}`;
};

/** What begins a line of a list in a plain text. */
export const BULLET = /^(\s*)([•·◦▪●○‣⁃*–—-])\s+/u;

/** A line of a text. */
export type Line = Written & { readonly bullet: boolean };

/** The lines of a text that are not blank, without their bullets and the space around them. */
export function linesOf(text: string): readonly Line[] {
  return text.split(/\r\n|\n|\r/).flatMap((raw, index): readonly Line[] => {
    const bullet = BULLET.exec(raw);
    const start = bullet?.[0].length ?? raw.length - raw.trimStart().length;
    const rest = raw.slice(start).trimEnd();
    return rest === '' ? [] : [{ line: index + 1, column: start + 1, text: rest, bullet: bullet !== null }];
  });
}

/** A part of something written, by its offsets, with its own place. */
export function part(of: Written, from: number, to: number): Written {
  const cut = of.text.slice(from, to);
  const skipped = cut.length - cut.trimStart().length;
  return { ...of, column: of.column + from + skipped, text: cut.trim() };
}

/** Whether a text is a sentence, or several: it is long, or it ends like one and has several words. */
export const isSentence = (text: string): boolean => {
  const words = wordsOf(text).length;
  return words > 12 || (/[.!?]$/.test(text.trim()) && words > 4);
};
