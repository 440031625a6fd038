/**
 * The temporary folder that Astro works in. It stands among the packages, since Astro takes a file for one of the project only
 * where both have a folder above them in common.
 */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest `node_modules` from a folder upwards that has both packages. */
function packagesAbove(folder: string): string | undefined {
  const modules = join(folder, 'node_modules');
  const has = (name: string): boolean => existsSync(join(modules, name, 'package.json'));
  if (has('astro') && has('@astrojs/starlight')) return modules;
  const above = dirname(folder);
  return above === folder ? undefined : packagesAbove(above);
}

/** Where Astro and Starlight are installed, seen from this package, then from the working folder; none where they are not. */
export const packages = (): string | undefined => packagesAbove(import.meta.dirname) ?? packagesAbove(process.cwd());

/** Makes a work folder with these files. The caller removes it. */
export function makeWork(modules: string, files: { readonly [path: string]: string }): string {
  const cache = join(modules, '.cache/stateatlas');
  mkdirSync(cache, { recursive: true });
  const work = realpathSync(mkdtempSync(join(cache, 'site-')));
  for (const [path, content] of Object.entries(files)) {
    const file = join(work, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return work;
}

export const removeWork = (work: string): void => rmSync(work, { recursive: true, force: true });
