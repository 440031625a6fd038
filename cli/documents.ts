/** Documents as the command line takes them: which files are named, and their text. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { type Reading, readDocument } from '../model/import/index.ts';
import { visible } from '../model/table/diagnostic.ts';
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

/** The text of a document: UTF-8, or UTF-16 where it begins with its mark. @throws {Stop} where it cannot be read. */
export function documentText(name: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(name === DASH ? STANDARD_INPUT : name);
  } catch (thrown) {
    throw new Stop(EXIT.usage, `${name} cannot be read: ${reasonOf(thrown)}`);
  }
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Stop(EXIT.unreadable, `${name}:1:1 is not ${encoding.toUpperCase()} text\n    Save it as UTF-8.`);
  }
}

/** A document as it was read, with its text. */
export type ReadDocument = { readonly name: string; readonly text: string; readonly reading: Reading };

/** Reads documents. What cannot be read is said on standard error, and the others go on. */
export function readAll(names: readonly string[]): {
  readonly documents: readonly ReadDocument[];
  readonly codes: readonly ExitCode[];
} {
  const documents: ReadDocument[] = [];
  const codes: ExitCode[] = [];
  for (const name of names) {
    const text = documentText(name);
    const reading = readDocument({ name, text });
    if ('problem' in reading) {
      err(visible(`${name}:${reading.line}:${reading.column} ${reading.problem}`));
      err(`    ${reading.remedy}`);
      codes.push(EXIT.unreadable);
    } else documents.push({ name, text, reading });
  }
  return { documents, codes };
}
