/** Builds a site with Astro and Starlight. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configOf, PROGRAM } from './astro.ts';
import { setCurrent } from './current.ts';
import { drawn } from './draw.ts';
import { finish } from './finish.ts';
import type { BrokenLink } from './links.ts';
import type { Site } from './site.ts';
import { makeWork, packages, removeWork } from './work.ts';

/** Astro or Starlight is not installed; the message names the command that installs them. */
export class MissingPackages extends Error {
  override readonly name = 'MissingPackages';
}

/**
 * Renders a site into a folder that is empty or not there yet, and checks it: gives the links that lead nowhere.
 *
 * @throws {MissingPackages} before anything is written.
 */
export async function buildSite(site: Site, out: string): Promise<readonly BrokenLink[]> {
  const modules = packages();
  if (modules === undefined)
    throw new MissingPackages('a site needs Astro and Starlight: npm install --save-dev astro @astrojs/starlight');
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const rendered = await drawn(site);
  const work = makeWork(modules, {
    'src/content.config.ts': PROGRAM,
    'package.json': '{ "private": true, "type": "module", "dependencies": { "@astrojs/starlight": "*" } }\n',
    'public/favicon.svg': readFileSync(join(import.meta.dirname, 'public/favicon.svg'), 'utf8'),
    ...Object.fromEntries(Object.entries(site.files).map(([path, text]) => [`public/${path}`, text])),
  });
  try {
    setCurrent(rendered);
    const { build } = await import('astro');
    await build(await configOf(rendered, { work, out }));
    return finish(out, site.base);
  } finally {
    removeWork(work);
  }
}
