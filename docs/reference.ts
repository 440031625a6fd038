/** The reference of what the package exports: Markdown by TypeDoc, which the site takes as one of its sections. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/reference');

/** Writes the reference. Gives the exit code of TypeDoc, for which a public symbol without documentation is an error. */
export function writeReference(): number {
  const typedoc = join(root, 'node_modules/typedoc/bin/typedoc');
  const { status } = spawnSync(process.execPath, [typedoc, '--logLevel', 'Warn'], { cwd: root, stdio: 'inherit' });
  if (status === 0) for (const file of readdirSync(folder)) mend(join(folder, file));
  return status ?? 70;
}

/** A heading as the address of its place on the page. */
const placeOf = (heading: string): string =>
  heading
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '-');

/** What is generated from a table is called by it: TypeDoc has only the path of the file. */
const named = (text: string): string =>
  text.replace(/docs\/atlas\/(\w+)\/types(?=\]|$)/gm, (_, model: string) => `${model}: the generated types`);

/** Some links of the plugin count a heading that is there once as the second of its name. */
function mend(file: string): void {
  const written = readFileSync(file, 'utf8');
  const text = named(written);
  const places = new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => placeOf(heading)));
  const mended = text.replace(/\(#([\w-]+)-1\)/g, (link, place: string) =>
    places.has(place) && !repeated(text, place) ? `(#${place})` : link,
  );
  if (mended !== written) writeFileSync(file, mended);
}

const repeated = (text: string, place: string): boolean =>
  [...text.matchAll(/^#+ (.*)$/gm)].filter(([, heading = '']) => placeOf(heading) === place).length > 1;
