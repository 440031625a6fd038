/** Modules as sources, read from their files. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { shown } from '../files.ts';
import type { Source } from './source.ts';

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
