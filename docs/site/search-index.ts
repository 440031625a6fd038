/**
 * The index of the search. Starlight has Pagefind write it, whose program may end before its last writes have reached the disk; so it is asked
 * for the same files once more, and they are written here.
 */
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The part of Pagefind's interface for Node that is used here: https://pagefind.app/docs/node-api/. */
type Pagefind = {
  createIndex(): Promise<{ readonly errors: readonly string[]; readonly index?: Index }>;
  close(): Promise<unknown>;
};

type Index = {
  addDirectory(from: { readonly path: string }): Promise<{ readonly errors: readonly string[] }>;
  getFiles(): Promise<{
    readonly errors: readonly string[];
    readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
  }>;
};

/** Pagefind as Starlight finds it, which need not be where other packages find theirs. */
async function pagefindOf(modules: string): Promise<Pagefind> {
  const starlight = realpathSync(join(modules, '@astrojs/starlight/package.json'));
  const folders = createRequire(starlight).resolve.paths('pagefind') ?? [];
  const folder = folders.map((each) => join(each, 'pagefind')).find((each) => existsSync(join(each, 'package.json')));
  if (folder === undefined) throw new Error('Pagefind is not installed, although Starlight is');
  return import(pathToFileURL(join(folder, 'lib/index.js')).href);
}

const insist = ({ errors }: { readonly errors: readonly string[] }): void => {
  if (errors.length > 0) throw new Error(`the search could not be indexed: ${errors.join('; ')}`);
};

/** Writes the index of the pages in a folder anew; `modules` is where Starlight is installed. */
export async function writeSearchIndex(folder: string, modules: string): Promise<void> {
  const out = join(folder, 'pagefind');
  rmSync(out, { recursive: true, force: true });
  const pagefind = await pagefindOf(modules);
  try {
    const made = await pagefind.createIndex();
    insist(made);
    const index = made.index as Index;
    insist(await index.addDirectory({ path: folder }));
    const indexed = await index.getFiles();
    insist(indexed);
    for (const { path, content } of indexed.files) {
      const file = join(out, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  } finally {
    await pagefind.close();
  }
}
