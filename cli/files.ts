/** Files as the command line handles them: names with `/`, whole writes or none. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** A path relative to the working folder, with `/`. */
export const shown = (file: string): string => {
  const path = relative(process.cwd(), file);
  return (path === '' ? '.' : path).split(sep).join('/');
};

/** The text of a file, or `undefined` where there is none. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}

/** Writes a file whole: beside its place first, then renamed over it. Leaves an equal file alone; says whether it wrote. */
export function write(file: string, content: string): boolean {
  if (textOf(file) === content) return false;
  mkdirSync(dirname(file), { recursive: true });
  const beside = join(dirname(file), `.${randomUUID()}.tmp`);
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
  return true;
}
