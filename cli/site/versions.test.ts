/** The history of a table as git has it, in a repository of its own. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { made, markdownOf, pageAt } from '../../generators/site/testing.ts';
import type { Table } from '../../model/table/types.ts';
import { load } from '../load/load.ts';
import type { Loaded } from '../load/loaded.ts';
import { folderWith, ORDER } from '../testing.ts';
import { historyOf } from './versions.ts';

const FILE = 'order.atlas.yaml';
const TABLE = ORDER.replace('{ alwaysCanReach', '{ label: { fr: toute commande peut partir }, alwaysCanReach');

afterEach(() => void vi.restoreAllMocks());

/** Works as if in a folder. Says what was printed for people. */
function standingIn(folder: string): readonly string[] {
  const printed: string[] = [];
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  vi.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text).trimEnd()) > 0);
  return printed;
}

const git = (cwd: string, date: string, ...argv: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...argv], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, GIT_COMMITTER_DATE: `${date}T12:00:00Z`, GIT_AUTHOR_DATE: `${date}T12:00:00Z` },
  });

/** A repository: before the table, the table, the table broken, the table with one row less, and then it is as in the beginning. */
function repository(): string {
  const folder = folderWith({ 'readme.md': 'nothing yet' });
  git(folder, '2020-01-01', 'init', '--quiet');
  const commit = (date: string, tag: string, text?: string): void => {
    if (text !== undefined) writeFileSync(join(folder, FILE), text);
    git(folder, date, 'add', '.');
    git(folder, date, 'commit', '--quiet', '--message', tag);
    git(folder, date, 'tag', tag);
  };
  commit('2020-01-01', 'v0');
  commit('2020-02-02', 'v1', TABLE);
  commit('2020-03-03', 'v2', 'name: [\n');
  commit('2020-04-04', 'v3', TABLE.replace('  - { from: placed, on: lose, to: lost }\n', ''));
  return folder;
}

async function loadedIn(folder: string): Promise<Loaded> {
  const [loaded] = (await load([join(folder, FILE)])).loaded;
  return { ...(loaded as Loaded), file: FILE };
}

test('versions are told newest first, and those that are not there or cannot be read are named', async () => {
  const folder = repository();
  const printed = standingIn(folder);
  const now = await loadedIn(folder);
  const history = historyOf(['v3', 'v*', 'HEAD', 'gone'], { quiet: true });
  const changes = await history.changesOf(now);
  history.release();
  const revision = (tag: string): string => git(folder, '2020-01-01', 'rev-parse', tag).slice(0, 10);
  const v1 = { name: 'v1', revision: revision('v1'), date: '2020-02-02' };
  const v3 = { name: 'v3', revision: revision('v3'), date: '2020-04-04' };
  expect(changes).toMatchObject([
    { from: v3 },
    { from: v1, to: v3 },
    { version: { name: 'v2', date: '2020-03-03' }, missing: 'unreadable' },
    { version: { name: 'v0' }, missing: 'no model' },
    { version: { name: 'gone' }, missing: 'no revision' },
  ]);
  expect(changes[0]).not.toHaveProperty('compared');
  expect(printed).toEqual([
    'there is no revision gone in this repository; the site says so instead of what changed since',
  ]);

  const page = (language: string): string =>
    markdownOf(pageAt(made(now.model as Table, language, { changes }), 'order/changes'));
  expect(page('en').split('\n')).toEqual(
    expect.arrayContaining([
      '## v3 → now',
      'Nothing has changed.',
      `v1 (2020-02-02, \`${v1.revision}\`) → v3 (2020-04-04, \`${v3.revision}\`)`,
      'The behaviour changed: 0 steps gained, 1 step lost.',
      `- **−** placed on lose → lost (\`v1:${FILE}:7\`)`,
      'There is no such revision in this copy of the repository, so that nothing can be told of it.',
    ]),
  );
  expect(page('fr').split('\n')).toEqual(
    expect.arrayContaining([
      '## v3 → maintenant',
      'Le comportement a changé\u00a0: 0 étape gagnée, 1 étape perdue.',
      `- **−** placed, sur lose → lost (\`v1:${FILE}:7\`)`,
      '- **−** seule l’ancienne version peut suivre\u00a0: place, lose (depuis cart); sinon <span lang="en">lose is not possible in placed</span>',
      '- **~** «\u00a0toute commande peut partir\u00a0»\u00a0: violée → vérifiée',
      'Le cycle de vie n’existait pas encore.',
    ]),
  );
});

test('without a repository or without git nothing is told, and it is said why', async () => {
  const folder = folderWith({ [FILE]: ORDER });
  const printed = standingIn(folder);
  const now = await loadedIn(folder);
  expect(await historyOf(['v*'], { quiet: true }).changesOf(now)).toEqual([]);
  vi.stubEnv('PATH', join(folder, 'nowhere'));
  expect(await historyOf(['v1'], { quiet: true }).changesOf(now)).toEqual([]);
  vi.unstubAllEnvs();
  expect(printed).toEqual([
    'the site tells no changes between versions: this folder is in no git repository',
    'the site tells no changes between versions: git is not installed, or not on the path; install it',
  ]);
  rmSync(join(folder, FILE));
});
