/** Documents as the command line takes them: which files are named, and their text. */
import { closeSync, globSync, openSync, readSync, statSync } from 'node:fs';
import { contentOf } from '../model/import/formats/index.ts';
import {
  type Reading,
  type ReadOptions,
  readDocument,
  type SourceDocument,
  type Unreadable,
} from '../model/import/index.ts';
import { visible } from '../model/table/diagnostic.ts';
import { decoded, MOST_BYTES } from './decode.ts';
import { EXIT, type ExitCode, Stop } from './exit.ts';
import { reasonOf } from './files.ts';
import { SKIPPED } from './load/load.ts';
import { err } from './terminal.ts';

/** The word that names standard input. */
const DASH = '-';
const STANDARD_INPUT = 0;

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/**
 * The documents that words name: files, `-`, and globs, whether the shell or we expand them. Each once, those of a glob in order.
 *
 * @throws {Stop} where a glob matches nothing; `where` says in which file the words stand.
 */
export function documentFiles(words: readonly string[], where = ''): readonly string[] {
  const files = words.flatMap((word) => {
    if (word === DASH || !/[*?{[]/.test(word) || isThere(word)) return [word];
    const found = globSync(word, { exclude: (name) => SKIPPED.test(name) })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !SKIPPED.test(file) && statSync(file).isFile());
    if (found.length > 0) return found.sort((a, b) => (a < b ? -1 : 1));
    throw new Stop(EXIT.usage, `${where}no document matches ${word}`);
  });
  return [...new Set(files)];
}

/** The text of a document, or why it has none. @throws {Stop} where the system refuses it. */
function documentText(name: string): string | Unreadable {
  try {
    return decoded(bytesOf(name));
  } catch (thrown) {
    throw new Stop(EXIT.usage, `${name} cannot be read: ${reasonOf(thrown)}`);
  }
}

/** How many bytes are read at once. */
const CHUNK = 65_536;

/** The bytes of a document, up to a few more than are decoded: a file of any size costs no more memory than that. */
function bytesOf(name: string): Uint8Array {
  const file = name === DASH ? STANDARD_INPUT : openSync(name, 'r');
  try {
    const chunks: Uint8Array[] = [];
    for (let length = 0; length <= MOST_BYTES; ) {
      const chunk = new Uint8Array(CHUNK);
      const read = readSync(file, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      length += read;
    }
    return Buffer.concat(chunks);
  } finally {
    if (file !== STANDARD_INPUT) closeSync(file);
  }
}

/** A document as it was read, with its text. */
export type ReadDocument = { readonly name: string; readonly text: string; readonly reading: Reading };

/** Whether a file is Markdown by its name. */
export const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name);

/**
 * Reads documents. What cannot be read is said on standard error, and the others go on. A Markdown text in which nothing tells of states is
 * prose, where that is asked for: an empty one, or one that is beyond the limits, is not.
 */
export function readAll(
  names: readonly string[],
  options: ReadOptions = {},
  { isProse = (_: string): boolean => false } = {},
): {
  readonly documents: readonly ReadDocument[];
  readonly prose: readonly SourceDocument[];
  readonly codes: readonly ExitCode[];
} {
  const documents: ReadDocument[] = [];
  const prose: SourceDocument[] = [];
  const codes: ExitCode[] = [];
  for (const name of names) {
    const text = documentText(name);
    const reading = typeof text === 'string' ? readDocument({ name, text }, options) : text;
    if (typeof text === 'string' && !('problem' in reading)) documents.push({ name, text, reading });
    else if (typeof text === 'string' && isProse(name) && !('problem' in contentOf({ name, text })))
      prose.push({ name, text });
    else if ('problem' in reading) {
      err(visible(`${name}:${reading.line}:${reading.column} ${reading.problem}`));
      err(`    ${reading.remedy}`);
      codes.push(EXIT.unreadable);
    }
  }
  return { documents, prose, codes };
}
