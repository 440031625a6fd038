/** Where the parts of a table or a system stand in its file, for tests of an implementation that name the row with its line. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Places } from '../../model/table/places.ts';
import { readTable } from '../../model/table/read.ts';
import { shown } from '../files.ts';
import { typescriptPlaces } from './places-typescript.ts';
import type { Source } from './source.ts';

/**
 * The places of the parts of a table in a file, which may be TypeScript, JavaScript, YAML or JSON; its path, or its address as `import.meta.resolve` gives it. The
 * name of the table is needed where a module defines several. A module is read and not run. Throws where the file cannot be read.
 */
export function placesIn(file: string | URL, name?: string): Places {
  const path = String(file).startsWith('file:') ? fileURLToPath(file) : String(file);
  const text = readFileSync(path, 'utf8');
  const format = /[.](?:ya?ml|(json))$/.exec(path);
  if (format !== null)
    return readTable(text, { file: shown(path), format: format[1] === undefined ? 'yaml' : 'json' }).places;
  return typescriptPlaces(sourceAt(path) as Source, { name });
}

/** The text of a module and of those it imports by relative paths, each read when it is first asked for. */
export function sourceAt(path: string, read = new Map<string, Source | undefined>()): Source | undefined {
  if (read.has(path)) return read.get(path);
  let source: Source | undefined;
  try {
    const text = readFileSync(path, 'utf8');
    const imported = (specifier: string): Source | undefined =>
      specifier.startsWith('.') ? sourceAt(resolve(dirname(path), specifier), read) : undefined;
    source = { file: shown(path), text, imported };
  } catch {
    // what cannot be read has no places
  }
  read.set(path, source);
  return source;
}
