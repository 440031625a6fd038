/**
 * Where the parts of a table or a system stand in its file, for tests of an implementation that name the row with its line.
 *
 * @module stateatlas/places
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Places } from '../../model/table/places.ts';
import { readTable } from '../../model/table/read.ts';
import { shown } from '../files.ts';
import { typescriptPlaces } from './places-typescript.ts';
import type { Source } from './source.ts';
import { sourceAt } from './source-file.ts';

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
