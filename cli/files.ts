/** Files as the command line handles them: names with `/`, whole writes or none, failures said in words. */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { EXIT, Stop } from './exit.ts';

/** A path relative to the working folder, with `/`. */
export const shown = (file: string): string => {
  const path = relative(process.cwd(), file);
  return (path === '' ? '.' : path).split(sep).join('/');
};

const REASONS: { readonly [code: string]: string } = {
  EACCES: 'permission denied; change its permissions',
  EPERM: 'permission denied; change its permissions',
  EISDIR: 'it is a folder; name a file',
  ENOTDIR: 'a part of its path is a file, not a folder; name another path',
  EEXIST: 'a part of its path is a file, not a folder; name another path',
  ELOOP: 'it is a symbolic link that leads to itself; mend the link',
  ENOSPC: 'no space is left; free some',
  EROFS: 'the file system is read-only; name another path',
  ENOENT: 'there is no such file',
};

/** Why the system refused a file, in words, with what to do. */
export const reasonOf = (thrown: unknown): string => {
  const { code = '', message } = thrown as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
};

/** Does what touches a file. @throws {Stop} with the reason in words, where the system refuses it */
export function insist<T>(file: string, verb: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw new Stop(EXIT.usage, `${shown(file)} cannot be ${verb}: ${reasonOf(thrown)}`);
  }
}

const isAbsent = (thrown: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((thrown as NodeJS.ErrnoException).code ?? '');

/** The text of a file, or `undefined` where there is none. @throws {Stop} where it is there and cannot be read. */
export const textOf = (file: string): string | undefined =>
  insist(file, 'read', () => {
    try {
      return readFileSync(file, 'utf8');
    } catch (thrown) {
      if (isAbsent(thrown)) return undefined;
      throw thrown;
    }
  });

/** Makes a folder and those above it. @throws {Stop} where the system refuses it. */
export const makeFolder = (folder: string): void =>
  insist(folder, 'written', () => void mkdirSync(folder, { recursive: true }));

/** Removes a file, or a folder with what is in it. @throws {Stop} where the system refuses it. */
export const remove = (file: string): void => insist(file, 'removed', () => rmSync(file, { recursive: true }));

/** Writes a text whole, as {@link replace} does. Leaves an equal file alone; says whether it wrote. */
export function write(file: string, content: string): boolean {
  if (textOf(file) === content) return false;
  replace(file, content);
  return true;
}

/**
 * Writes a file whole or not at all: beside its place first, then renamed over it. Makes the folder it stands in.
 *
 * @throws {Stop} where the system refuses it.
 */
export function replace(file: string, content: string | Uint8Array): void {
  makeFolder(dirname(file));
  const beside = join(dirname(file), `.${crypto.randomUUID()}.tmp`);
  insist(file, 'written', () => {
    try {
      writeFileSync(beside, content);
      renameSync(beside, file);
    } finally {
      rmSync(beside, { force: true });
    }
  });
}

/**
 * Writes a large file from its parts, whole or not at all. What a killed process leaves beside it has always the same name, so that it is
 * written over by the next one.
 *
 * @throws {Stop} where the system refuses it.
 */
export function replaceInParts(file: string, parts: Iterable<Uint8Array>): void {
  makeFolder(dirname(file));
  const beside = `${file}.part`;
  insist(file, 'written', () => {
    try {
      const descriptor = openSync(beside, 'w');
      try {
        for (const part of parts) writeFileSync(descriptor, part);
      } finally {
        closeSync(descriptor);
      }
      renameSync(beside, file);
    } finally {
      rmSync(beside, { force: true });
    }
  });
}
