/** Builds a site with Astro and Starlight. */
import { createHash } from 'node:crypto';
import { cpSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configOf } from './astro.ts';
import { setCurrent } from './current.ts';
import { drawn } from './draw.ts';
import { finish } from './finish.ts';
import type { BrokenLink } from './links.ts';
import { writeSearchIndex } from './search-index.ts';
import type { Site } from './site.ts';
import { packages, prepared, removeWork } from './work.ts';

/** The digest of everything that decides how data becomes pages: this folder, and the versions of Astro and Starlight. */
export function rendererDigest(): string {
  const hash = createHash('sha256');
  const files = globSync('**/*.{ts,js,astro,css,svg}', {
    cwd: import.meta.dirname,
    exclude: ['**/*.test.ts', '**/testing.ts'],
  });
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(import.meta.dirname, file)));
  const modules = packages();
  if (modules !== undefined)
    for (const name of ['astro', '@astrojs/starlight']) {
      const { version } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string };
      hash.update(`${name} ${version}`);
    }
  return hash.digest('hex');
}

/**
 * Renders a site into a folder that is empty or not there yet, and checks it: gives the links that lead nowhere.
 *
 * @throws {MissingPackages} before anything is written.
 */
export async function buildSite(site: Site, out: string): Promise<readonly BrokenLink[]> {
  const pages = await drawn(site);
  const work = prepared(pages);
  const before = process.cwd();
  try {
    setCurrent(pages);
    // Astro puts what it renders pages with into its output only where that is below the working folder.
    process.chdir(work);
    const { build } = await import('astro');
    await build(await configOf(pages, work));
    await writeSearchIndex(join(work, 'out'), packages() as string);
    const broken = finish(join(work, 'out'), site.base);
    cpSync(join(work, 'out'), out, { recursive: true });
    return broken;
  } finally {
    process.chdir(before);
    removeWork(work);
  }
}
