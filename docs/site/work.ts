/**
 * The temporary folder that Astro works in. It stands among the packages, since Astro takes a file for one of the project only
 * where both have a folder above them in common.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PROGRAM } from './astro.ts';
import type { Site } from './site.ts';

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

/** Astro or Starlight is not installed; the message names the command that installs them. */
export class MissingPackages extends Error {
  override readonly name = 'MissingPackages';
}

/** What Astro tells pages of themselves. Variables of these names in the environment, which have nothing to do with it, would come first. */
const SAID_BY_ASTRO = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/** Astro takes a package that its project names for a part of it, which Starlight must be. */
const PROJECT = '{ "private": true, "type": "module", "dependencies": { "@astrojs/starlight": "*" } }\n';

/** Makes a folder that Astro can work in, with the files of a site beside its pages. The caller removes it. @throws {MissingPackages} */
export function prepared({ files }: Pick<Site<unknown>, 'files'>): string {
  const modules = packages();
  if (modules === undefined)
    throw new MissingPackages('a site needs Astro and Starlight: npm install --save-dev astro @astrojs/starlight');
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  for (const name of SAID_BY_ASTRO) delete process.env[name];
  const cache = join(modules, '.cache/stateatlas');
  mkdirSync(cache, { recursive: true });
  sweep(cache);
  const work = realpathSync(mkdtempSync(join(cache, 'site-')));
  // Astro’s server ends the process by itself when it is told to stop.
  process.once('exit', () => removeWork(work));
  const all = {
    'src/content.config.ts': PROGRAM,
    'package.json': PROJECT,
    'public/favicon.svg': readFileSync(join(import.meta.dirname, 'public/favicon.svg')),
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [`public/${path}`, content])),
  };
  for (const [path, content] of Object.entries(all)) {
    const file = join(work, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return work;
}

const DAY_MS = 86_400_000;

/** Takes away what a run left that was killed. */
function sweep(cache: string): void {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name);
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (name.startsWith('site-') && Date.now() - mtimeMs > DAY_MS) removeWork(folder);
  }
}

export const removeWork = (work: string): void => rmSync(work, { recursive: true, force: true });
