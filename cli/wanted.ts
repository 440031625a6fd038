/** What should be on disk against what is there: writing it, or only comparing. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { difference } from './difference.ts';
import { EXIT, type ExitCode, Stop } from './exit.ts';
import { makeFolder, remove, shown, textOf, write } from './files.ts';
import { isFresh, MissingTool, type PictureJob, renderPictures } from './pictures/index.ts';
import type { GenerateReport } from './reports.ts';
import { err, statusLine } from './terminal.ts';

/** Everything that should be on disk: texts by file, pictures, and the folders that hold nothing else of ours. */
export type Wanted = {
  readonly texts: ReadonlyMap<string, string>;
  readonly pictures: readonly PictureJob[];
  readonly folders: readonly string[];
  /** Folders of tables and systems that are no longer there, or are called otherwise. */
  readonly abandoned: readonly string[];
};

type FileReport = GenerateReport['files'][number];
export type FileState = FileReport['state'];
type Done = { readonly files: readonly FileReport[]; readonly code: ExitCode };

const MANIFEST = '.atlas.json';

const slashed = (file: string): string => file.split(sep).join('/');
const inside = (folder: string, file: string): boolean => file.startsWith(folder + sep);
const isPicture = (file: string): boolean => file.includes(`${sep}pictures${sep}`);

const report = (file: string, kind: FileReport['kind'], state: FileState): FileReport => ({
  file: slashed(file),
  kind,
  state,
});

/** The files that an earlier run wrote below a folder. */
function earlier(folder: string): readonly string[] {
  const manifest = join(folder, MANIFEST);
  const text = textOf(manifest);
  if (text === undefined) return [];
  let paths: unknown;
  try {
    paths = JSON.parse(text);
  } catch {}
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string'))
    throw new Stop(EXIT.usage, `${shown(manifest)} is no list of files; delete it and generate again`);
  return paths.map((path) => join(folder, path)).filter((file) => inside(folder, file));
}

/** Files that an earlier run wrote and that are no longer wanted. Where no pictures are wanted, those there are left alone. */
function leftOver({ folders, abandoned, texts, pictures }: Wanted): readonly string[] {
  const wanted = new Set([...texts.keys(), ...pictures.map(({ file }) => file)]);
  const ours = folders.flatMap(earlier).filter((file) => !(pictures.length === 0 && isPicture(file)));
  const nobodys = abandoned.flatMap((folder) => [...earlier(folder), join(folder, MANIFEST)]);
  return [...ours, ...nobodys].filter((file) => !wanted.has(file) && textOf(file) !== undefined);
}

/** The folders in the folder of all atlases that an earlier run wrote, but for these. */
export function foldersBeside(root: string, folders: readonly string[]): readonly string[] {
  const known = new Set(folders);
  let names: readonly string[];
  try {
    names = readdirSync(root).sort();
  } catch {
    return [];
  }
  return names
    .map((name) => join(root, name))
    .filter((folder) => !known.has(folder) && textOf(join(folder, MANIFEST)) !== undefined);
}

const kindOf = (file: string): FileReport['kind'] => (isPicture(file) ? 'picture' : 'text');

/** Says of every file how it differs from what is wanted. */
export function compare(wanted: Wanted): Done {
  const texts = [...wanted.texts].map(([file, content]): FileReport => {
    const there = textOf(file);
    if (there === undefined) return report(file, 'text', 'missing');
    if (there === content) return report(file, 'text', 'up to date');
    return { ...report(file, 'text', 'out of date'), difference: difference(there, content) };
  });
  const pictures = wanted.pictures.map((job) =>
    report(job.file, 'picture', isFresh(job.file, job) ? 'up to date' : 'out of date'),
  );
  const files = [...texts, ...pictures, ...leftOver(wanted).map((file) => report(file, kindOf(file), 'left over'))];
  return { files, code: files.every(({ state }) => state === 'up to date') ? EXIT.well : EXIT.open };
}

/** Writes what is wanted and removes what an earlier run left. Pictures come last: texts do not wait for a browser. */
export async function writeAll(wanted: Wanted, quiet: boolean): Promise<Done> {
  const gone = leftOver(wanted);
  const texts = [...wanted.texts].map(([file, content]) =>
    report(file, 'text', write(file, content) ? 'written' : 'up to date'),
  );
  for (const file of gone) remove(file);
  for (const folder of wanted.abandoned) removeEmpty(folder);
  for (const folder of wanted.folders) writeManifest(folder, wanted);
  const removed = gone.map((file) => report(file, kindOf(file), 'removed'));
  const { files: pictures, code } = await drawAll(wanted, quiet);
  return { files: [...texts, ...pictures, ...removed], code };
}

/** Removes folders that hold nothing, from within. What somebody else put there stays. */
function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  if (readdirSync(folder).length === 0) remove(folder);
}

function writeManifest(folder: string, { texts, pictures }: Wanted): void {
  const files = [...texts.keys(), ...pictures.map(({ file }) => file)].filter((file) => inside(folder, file));
  const paths = [...new Set(files)].map((file) => slashed(relative(folder, file))).sort();
  write(join(folder, MANIFEST), `${JSON.stringify(paths, null, 1)}\n`);
  const drawn = join(folder, 'pictures');
  makeFolder(drawn);
  if (readdirSync(drawn).length === 0 && !pictures.some(({ file }) => inside(folder, file))) remove(drawn);
}

async function drawAll({ pictures }: Wanted, quiet: boolean): Promise<Done> {
  if (pictures.length === 0) return { files: [], code: EXIT.well };
  const stale = new Set(pictures.filter((job) => !isFresh(job.file, job)));
  const files = (state: FileState): readonly FileReport[] =>
    pictures.map((job) => report(job.file, 'picture', stale.has(job) ? state : 'up to date'));
  const line = statusLine(!quiet);
  try {
    await renderPictures(pictures, (done, of) => line.show(`drawing picture ${done + 1} of ${of}`));
    return { files: files('written'), code: EXIT.well };
  } catch (thrown) {
    if (!(thrown instanceof MissingTool)) throw thrown;
    line.clear();
    err(thrown.message);
    return { files: files('not drawn'), code: EXIT.outside };
  } finally {
    line.clear();
  }
}
