/** The gallery, for tests: what it holds, read in place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../system/read.ts';
import type { Model } from '../system/types.ts';

/** The folder of the gallery. */
export const gallery: string = import.meta.dirname;

const ATLAS = /^(?<name>.*)\.atlas\.(ts|yaml)$/;

/** The files of the gallery, by name. */
export const galleryFiles: readonly string[] = readdirSync(gallery).filter((file) => ATLAS.test(file));

/** The names of what the gallery holds, which are those of its files. */
export const galleryNames: readonly string[] = galleryFiles.map((file) => ATLAS.exec(file)?.groups?.name as string);

/** The table or system of a file of the gallery; a file that cannot be read fails the test. */
export async function modelOf(file: string): Promise<Model> {
  const path = join(gallery, file);
  if (file.endsWith('.ts')) {
    const [model, ...others] = Object.values<Model>(await import(path));
    if (model === undefined || others.length > 0) throw new Error(`${file} must export one table or system`);
    return model;
  }
  const read = readModel(readFileSync(path, 'utf8'), { file, format: 'yaml' });
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.model;
}

/** What the gallery calls by this name. */
export function modelNamed(name: string): Promise<Model> {
  const file = galleryFiles[galleryNames.indexOf(name)];
  if (file === undefined) throw new Error(`the gallery has no ${name}`);
  return modelOf(file);
}
