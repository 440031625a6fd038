/** The one place where text for readers becomes Mermaid text: it renders as written and never as syntax. */
import { charactersOf } from '../characters.ts';

/** Characters that Mermaid, its Markdown or HTML could read as anything but themselves. */
const SPECIAL = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic} ,→≤≥≠−=+/()–’…·-]/gu;

/** Bidirectional controls would reorder what follows them. They are left out of diagrams and stay in the tables. */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A zero-width space, which holds the place of an empty label. */
const NOTHING = '#8203;';

/**
 * One line of text, with every special character as a numeric entity code of Mermaid (`#35;`). Words that are syntax when
 * they begin a label, such as `end`, have their first letter written so.
 */
function line(text: string): string {
  const escaped = text.replace(SPECIAL, (character) => `#${character.codePointAt(0)};`);
  const guarded = escaped.replace(
    /\b(end|note|state|style|class|classDef|click|direction|title|href|call|default|graph|subgraph|as)\b/gi,
    (word) => {
      return `#${word.charCodeAt(0)};${word.slice(1)}`;
    },
  );
  return guarded.replace(/^[-+=/]|^ +| +$|(?<= ) /g, (part) =>
    [...part].map((each) => `#${each.charCodeAt(0)};`).join(''),
  );
}

/** Text as a Mermaid label; line breaks stay line breaks. */
export function escapeLabel(text: string): string {
  const lines = text
    .replace(CONTROLS, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(line);
  const label = lines.join('<br/>');
  return label === '' ? NOTHING : label;
}

/** Breaks a long text into lines of about a width: at spaces, and inside words that are much longer than a line. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ').map((each) => broken(each, width))) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}

/** A word with line breaks where it is much longer than a line. One that is a little longer stays whole, and so do words that are tied. */
function broken(word: string, width: number): string {
  if (word.length <= width * 1.5 || word.includes('\u00a0')) return word;
  const pieces = word.split('\n').flatMap((line) => {
    const characters = charactersOf(line);
    const count = characters.length <= width * 1.5 ? 1 : Math.ceil(characters.length / width);
    const size = Math.ceil(characters.length / count);
    return Array.from({ length: count }, (_, piece) => characters.slice(piece * size, (piece + 1) * size).join(''));
  });
  return pieces.join('\n');
}
