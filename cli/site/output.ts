/** A built site on disk: written whole or not at all, with a manifest that says what it was built from. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { buildSite, rendererDigest } from '../../docs/site/build.ts';
import { filesIn } from '../../docs/site/files.ts';
import type { BrokenLink } from '../../docs/site/links.ts';
import { idOf, type Site } from '../../docs/site/site.ts';
import { Defect } from '../../properties/judge/index.ts';
import { EXIT, Stop } from '../exit.ts';
import { makeFolder, reasonOf, shown, textOf } from '../files.ts';

/** The file of a site that says what it was built from. */
const MANIFEST = 'stateatlas-site.json';

const manifestSchema = z.strictObject({
  base: z.string(),
  inputs: z.string().describe('Digest of everything that the site shows, before it is rendered'),
  files: z.record(z.string(), z.string()).describe('Digest of each file as it was written'),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of the site in a folder; none where there is no such site. */
export function manifestIn(folder: string): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(textOf(join(folder, MANIFEST)) ?? ''));
  } catch {
    return undefined;
  }
}

const sha = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The digest of what a site shows and of what renders it. A picture that is drawn from a diagram counts by the diagram. */
export const inputsOf = (site: Site): string =>
  sha(JSON.stringify([rendererDigest(), site], (_, value) => (value instanceof Uint8Array ? sha(value) : value)));

/** The files of a site beside its manifest. */
const contentsOf = (folder: string): readonly string[] => filesIn(folder).filter((file) => file !== MANIFEST);

/** How a file of a built site is not what it should be. */
export type StaleFile = { readonly file: string; readonly state: 'missing' | 'out of date' | 'left over' };

/** What is stale of the site in a folder. Without differing files, `changed` says whether what it was built from is another thing now. */
export function staleness(
  folder: string,
  site: Site,
): { readonly changed: boolean; readonly files: readonly StaleFile[] } {
  const manifest = manifestIn(folder);
  if (manifest === undefined) return { changed: true, files: [{ file: MANIFEST, state: 'missing' }] };
  const there = new Set(contentsOf(folder));
  const files = [
    ...Object.entries(manifest.files).flatMap(([file, digest]): StaleFile[] => {
      if (!there.has(file)) return [{ file, state: 'missing' }];
      return sha(readFileSync(join(folder, file))) === digest ? [] : [{ file, state: 'out of date' }];
    }),
    ...[...there]
      .filter((file) => !Object.hasOwn(manifest.files, file))
      .map((file): StaleFile => ({ file, state: 'left over' })),
  ];
  return { changed: manifest.inputs !== inputsOf(site), files };
}

/** Refuses a folder that holds something that is no site of ours: nothing of a user is ever written over. @throws {Stop} */
function insistOurs(folder: string): void {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder);
  if (entries.length > 0 && manifestIn(folder) === undefined)
    throw new Stop(
      EXIT.usage,
      `${shown(folder)} holds something that is no site of stateatlas; name another folder, or empty it`,
    );
}

/** Builds the site into a folder: beside it first, then in its place. @throws {Stop} where a tool is missing or a link leads nowhere. */
export async function writeSite(site: Site, folder: string): Promise<Manifest> {
  insistOurs(folder);
  makeFolder(dirname(folder));
  const beside = join(dirname(folder), `.${basename(folder)}-${randomUUID()}`);
  try {
    const broken = await built(site, beside);
    if (broken.length > 0) refuse(broken, site);
    const files = Object.fromEntries(contentsOf(beside).map((file) => [file, sha(readFileSync(join(beside, file)))]));
    const manifest = { base: site.base, inputs: inputsOf(site), files };
    writeFileSync(join(beside, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
    put(beside, folder);
    return manifest;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** What says that something is not installed, by name: the bundled command has classes of its own, and the renderer is not bundled. */
const MISSING: ReadonlySet<string> = new Set(['MissingPackages', 'MissingTool']);

async function built(site: Site, folder: string): Promise<readonly BrokenLink[]> {
  try {
    return await buildSite(site, folder);
  } catch (thrown) {
    if (thrown instanceof Error && MISSING.has(thrown.name)) throw new Stop(EXIT.outside, thrown.message);
    throw thrown;
  }
}

/** Puts a finished folder where another one may stand. */
function put(finished: string, folder: string): void {
  const old = `${finished}-old`;
  try {
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(finished, folder);
  } catch (thrown) {
    if (!existsSync(folder) && existsSync(old)) renameSync(old, folder);
    throw new Stop(EXIT.usage, `${shown(folder)} cannot be written: ${reasonOf(thrown)}`);
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

/** Ends for links that lead nowhere: those of a file by hand are its owner’s, all others ours. */
function refuse(broken: readonly BrokenLink[], site: Site): never {
  const sources = new Map(
    site.pages.flatMap(({ path, source }) =>
      // Where a page is not translated, the first language’s stands in its place.
      site.languages.map(
        (language) => [`${idOf(site, { path, language })}/index.html`.replace(/^\//, ''), source] as const,
      ),
    ),
  );
  const lines = [
    ...new Set(broken.map(({ file, link }) => `${sources.get(file) ?? file} links to ${link}, which is not there`)),
  ];
  if (broken.some(({ file }) => sources.get(file) === undefined))
    throw new Defect(`links lead nowhere:\n${lines.join('\n')}`);
  throw new Stop(EXIT.usage, lines.join('\n'));
}
