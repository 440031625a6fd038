/** The history that a site tells: what became different from version to version, of which git knows the files. */
import type { Change, Version } from '../../generators/site/options.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { Stop } from '../exit.ts';
import { compareLoaded, type Watched } from '../judging.ts';
import type { Loaded } from '../load/loaded.ts';
import { hasFile, knownRevision, loadRevision, tagsLike } from '../load/revisions.ts';
import { err } from '../terminal.ts';

/** A version that was asked for, with its commit where the repository has it. */
type Asked = Version & { readonly commit?: string; readonly seconds: number };

/** Of a larger model it is left undecided whether its behaviour changed: a site is built in seconds. */
const MOST_CONFIGURATIONS = 50_000;

/** So many digits of a commit are shown. */
const SHORT = 10;

/** The history of tables and systems, the newest first, until it is released. */
export type History = { readonly changesOf: (loaded: Loaded) => Promise<readonly Change[]>; release(): void };

/** The history at revisions and at tags that patterns such as `v*` match. Prints which revisions are not there; without git there is none. */
export function historyOf(revisions: readonly string[], watched: Watched): History {
  const releases: (() => void)[] = [];
  const asked = versionsOf(revisions);
  return {
    changesOf: (loaded) => changesOf(loaded, asked, watched, releases),
    release: () => {
      for (const release of releases) release();
    },
  };
}

/** The versions, the oldest first, each commit once; those that are not there come before all others. */
function versionsOf(revisions: readonly string[]): readonly Asked[] {
  try {
    const names = [...new Set(revisions.flatMap((each) => (/[*?[]/.test(each) ? tagsLike(each) : [each])))];
    const all = names.map((name): Asked => {
      const known = knownRevision(name);
      if (known !== undefined) return { ...known, name, revision: known.commit.slice(0, SHORT) };
      err(`there is no revision ${visible(name)} in this repository; the site says so instead of what changed since`);
      return { name, seconds: 0 };
    });
    return all
      .filter(({ commit }, index) => commit === undefined || all.findIndex((each) => each.commit === commit) === index)
      .sort((one, other) => one.seconds - other.seconds);
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
    err(`the site tells no changes between versions: ${thrown.message}`);
    return [];
  }
}

const versionOf = ({ name, revision, date }: Asked): Version => ({
  name,
  ...(revision !== undefined && { revision }),
  ...(date !== undefined && { date }),
});

async function changesOf(
  now: Loaded,
  asked: readonly Asked[],
  watched: Watched,
  releases: (() => void)[],
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  let last: { readonly version: Version; readonly loaded: Loaded } | undefined;
  for (const each of asked) {
    const version = versionOf(each);
    const then = await thenOf(now, each, releases);
    if (typeof then === 'string') {
      changes.push({ version, missing: then });
      continue;
    }
    if (last !== undefined)
      changes.push({ from: last.version, to: version, ...(await compared(last.loaded, then, watched)) });
    last = { version, loaded: then };
  }
  if (last !== undefined) changes.push({ from: last.version, ...(await compared(last.loaded, now, watched)) });
  return changes.reverse();
}

/** The table or system as it was then, or why that is not known. */
async function thenOf(
  { file, model }: Loaded,
  { name, commit }: Asked,
  releases: (() => void)[],
): Promise<Loaded | Extract<Change, { readonly missing: unknown }>['missing']> {
  if (commit === undefined) return 'no revision';
  if (!hasFile(commit, file)) return 'no model';
  try {
    const { loaded, problems, release } = await loadRevision({ revision: name, path: file });
    releases.push(release);
    const then = loaded.find((each) => each.model.name === model.name) ?? (loaded.length === 1 ? loaded[0] : undefined);
    return then ?? (problems.length > 0 ? 'unreadable' : 'no model');
  } catch (thrown) {
    if (thrown instanceof Stop) return 'unreadable';
    throw thrown;
  }
}

const compared = async (old: Loaded, now: Loaded, watched: Watched) =>
  JSON.stringify(old.model) === JSON.stringify(now.model)
    ? {}
    : { compared: await compareLoaded(old, now, { ...watched, maxConfigurations: MOST_CONFIGURATIONS }) };
