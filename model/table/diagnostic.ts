import { READING_CODES, type ReadingCode } from './codes.ts';
import type { Place } from './places.ts';

/** Path of a part in the table's value, such as `['transitions', 3, 'from']`. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a table as it was read. */
export type Diagnostic = {
  readonly code: ReadingCode;
  /** A sentence about this place. */
  readonly message: string;
  readonly remedy: string;
  readonly path: Path;
  readonly place?: Place;
  /** The offending text, as written. */
  readonly text?: string;
  /** The name that was probably meant. */
  readonly suggestion?: string;
};

const LONGEST_TEXT = 80;

/** As many diagnostics are shown for one table; the others are counted. */
export const MOST_DIAGNOSTICS = 100;

/** A diagnostic with the remedy of its code. */
export function diagnostic(
  code: ReadingCode,
  path: Path,
  message: string,
  more: Pick<Diagnostic, 'text' | 'suggestion' | 'place'> = {},
): Diagnostic {
  const text = more.text === undefined ? {} : { text: more.text.slice(0, LONGEST_TEXT) };
  return { code, message, remedy: READING_CODES[code].remedy, path, ...more, ...text };
}

/** Untrusted text made visible: control and direction characters are shown as escapes and cannot steer a terminal. */
export const visible = (text: string): string =>
  text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Where a path leads, as people write it: `transitions[3].from`. */
export const formatPath = (path: Path): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');

/** A diagnostic as text: place, code, sentence, offending text, suggestion, remedy. */
export function formatDiagnostic({ code, message, remedy, path, place, text, suggestion }: Diagnostic): string {
  const where = place === undefined ? formatPath(path) : `${place.file}:${place.line}:${place.column}`;
  const lines = [`${where === '' ? '' : `${where} `}${code} ${message}`];
  if (place !== undefined && path.length > 0) lines.push(`    at ${formatPath(path)}`);
  if (text !== undefined && text !== '') lines.push(`    here: ${text}`);
  if (suggestion !== undefined) lines.push(`    did you mean ${suggestion}?`);
  lines.push(`    ${remedy}`);
  return lines.map(visible).join('\n');
}
