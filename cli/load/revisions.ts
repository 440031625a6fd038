/** A version of a file as git knows it: taken out into a folder of its own, with all that it may import. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { visible } from '../../model/table/diagnostic.ts';
import { EXIT, Stop } from '../exit.ts';
import { shown } from '../files.ts';
import { loadConfig } from './config.ts';
import { load, tableFiles } from './load.ts';
import type { Loading } from './loaded.ts';

/** A file at a revision, as git writes it: `HEAD~1:model/order.atlas.yaml`. */
export type Revision = { readonly revision: string; readonly path: string };

/** The revision that a word names; nothing where it names a file that is there, or has no colon. */
export function revisionIn(word: string): Revision | undefined {
  const colon = word.indexOf(':');
  if (colon < 1 || existsSync(word)) return undefined;
  return { revision: word.slice(0, colon), path: word.slice(colon + 1) };
}

/** Runs git. @throws {Stop} where there is none, or it refuses; then with what is given instead of its own words. */
function git(cwd: string, argv: readonly string[], env: NodeJS.ProcessEnv = {}, refusal?: string): string {
  try {
    return execFileSync('git', argv, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
  } catch (thrown) {
    const { code, stderr = '' } = thrown as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') throw new Stop(EXIT.outside, 'git is not installed, or not on the path; install it');
    const said = stderr.trim().split('\n')[0] ?? '';
    throw new Stop(EXIT.usage, refusal ?? `git says: ${visible(said.replace(/^fatal: /, ''))}`);
  }
}

/** A revision that is there: the commit, and the date of it. */
export type KnownRevision = { readonly commit: string; readonly seconds: number; readonly date: string };

/** The commit that a revision names; nothing where this repository has none, such as a shallow copy. @throws {Stop} where there is no git. */
export function knownRevision(revision: string): KnownRevision | undefined {
  const argv = ['log', '-1', '--format=%H %ct %cs', '--end-of-options', revision, '--'];
  const said = quietly(() => git(process.cwd(), argv));
  const [commit, seconds, date] = said?.trim().split(' ') ?? [];
  if (commit === undefined || seconds === undefined || date === undefined) return undefined;
  return { commit, seconds: Number(seconds), date };
}

/** The tags of this repository that a pattern such as `v*` matches. @throws {Stop} where there is no git, or no repository. */
export const tagsLike = (pattern: string): readonly string[] =>
  git(process.cwd(), ['tag', '--list', pattern], {}, 'this folder is in no git repository').split('\n').filter(Boolean);

/** Whether a revision has a file, as a path from here. */
export const hasFile = (commit: string, path: string): boolean =>
  quietly(() => git(process.cwd(), ['cat-file', '-e', `${commit}:./${path}`])) !== undefined;

/** What git says; nothing where it refuses. @throws {Stop} where there is no git. */
function quietly(ask: () => string): string | undefined {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Stop && thrown.code === EXIT.usage) return undefined;
    throw thrown;
  }
}

/**
 * Loads a file of a revision. The whole revision is laid out in a temporary folder, beside the installed packages, so
 * that a module finds what it imports, until it is released. The repository, its index and its working tree are left
 * alone.
 *
 * @throws {Stop} where there is no git, no such revision, or no such file in it.
 */
export async function loadRevision({ revision, path }: Revision): Promise<Loading & { release(): void }> {
  const here = process.cwd();
  const root = git(here, ['rev-parse', '--show-toplevel']).trim();
  const prefix = git(here, ['rev-parse', '--show-prefix']).trim();
  const named = ['rev-parse', '--verify', '--end-of-options', `${revision}^{tree}`];
  const tree = git(
    here,
    named,
    {},
    `there is no revision ${visible(revision)} in this repository, nor a file of that name`,
  ).trim();
  const folder = mkdtempSync(join(tmpdir(), 'stateatlas-'));
  const files = join(folder, 'tree');
  const release = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const index = { GIT_INDEX_FILE: join(folder, 'index'), GIT_WORK_TREE: root };
    git(root, ['read-tree', tree], index);
    git(root, ['checkout-index', '--all', '--quiet', `--prefix=${files}/`], index);
    const packages = join(root, 'node_modules');
    if (existsSync(packages) && !existsSync(join(files, 'node_modules')))
      symlinkSync(packages, join(files, 'node_modules'), 'junction');
    const file = [path, join(prefix, path)].map((each) => join(files, each)).find((each) => existsSync(each));
    if (file === undefined) throw new Stop(EXIT.usage, `there is no ${visible(path)} in ${visible(revision)}`);
    const [within, before] = [`${shown(files)}/`, `${revision}:`];
    const { loaded, problems } = await load(tableFiles([file], loadConfig()));
    return {
      loaded: loaded.map(({ file: each, model, places }) => ({
        file: each.replace(within, before),
        model,
        places: (at) => {
          const place = places(at);
          return place && { ...place, file: place.file.replace(within, before) };
        },
      })),
      problems: problems.map((problem) => problem.replaceAll(within, before)),
      release,
    };
  } catch (thrown) {
    release();
    throw thrown;
  }
}
