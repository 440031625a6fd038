/** The import rule of the rooms can fail: each planted import is refused by the rule that is there for it. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
type Rule = { readonly name: string; readonly comment: string };
const { default: configuration } = (await import(pathToFileURL(join(root, '.dependency-cruiser.mjs')).href)) as {
  default: { forbidden: readonly Rule[] };
};
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rooms-'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await plant(
    'package.json',
    '{"dependencies":{"yaml":"*","zod":"*","commander":"*"},"devDependencies":{"typescript":"*"}}',
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

/** The names of the rules that a file importing `what` breaks. */
async function broken(file: string, what: string): Promise<readonly string[]> {
  const target = join(dirname(file), what);
  if (what.startsWith('.')) await plant(target, 'export const there = 1;\n');
  await plant(file, `import * as it from '${what}';\nexport const seen = it;\n`);
  const { output } = await cruise([file], {
    baseDir: folder,
    ruleSet: { forbidden: configuration.forbidden },
    validate: true,
    tsPreCompilationDeps: true,
  } as Parameters<typeof cruise>[1]);
  await rm(join(folder, file));
  if (what.startsWith('.')) await rm(join(folder, target));
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

test.each([
  ['model/table/a.ts', '../explore/b.ts', 'the-language-stands-alone'],
  ['model/table/a.ts', '../../properties/judge/b.ts', 'the-language-stands-alone'],
  ['model/table/a.ts', '../system/b.ts', 'the-language-stands-alone'],
  ['model/system/a.ts', '../explore/b.ts', 'systems-are-made-of-tables'],
  ['model/compile/a.ts', '../explore/b.ts', 'compiling-does-not-explore'],
  ['model/explore/a.ts', '../../properties/judge/b.ts', 'exploring-does-not-judge'],
  ['model/explore/naive.ts', '../compile/b.ts', 'the-naive-explorer-reads-the-table-itself'],
  ['model/explore/naive-system.ts', '../compile/b.ts', 'the-naive-explorer-reads-the-table-itself'],
  ['generators/export/a.ts', '../../model/compile/b.ts', 'exporters-read-the-model-itself'],
  ['model/gallery/a.atlas.ts', '../explore/b.ts', 'models-are-data'],
  ['properties/judge/a.ts', '../../generators/b.ts', 'judging-does-not-render'],
  ['generators/a.ts', '../cli/b.ts', 'generators-are-downstream'],
  ['model/table/a.ts', 'node:fs', 'pure-rooms-touch-no-machine'],
  ['generators/a.ts', 'commander', 'light-rooms'],
  ['cli/a.ts', 'typescript', 'shipped-code-needs-shipped-packages'],
  ['cli/a.ts', './b.test.ts', 'tests-are-leaves'],
] as const)('%s must not import %s', async (file, what, rule) => {
  expect(await broken(file, what)).toContain(rule);
});

test.each([
  ['model/explore/a.ts', '../table/b.ts'],
  ['generators/a.ts', '../properties/judge/b.ts'],
  ['cli/a.ts', '../generators/b.ts'],
  ['cli/b.ts', 'node:fs'],
] as const)('%s may import %s', async (file, what) => {
  expect(await broken(file, what)).toEqual([]);
});

test('every rule gives its reason', () => {
  for (const { name, comment } of configuration.forbidden) expect(comment.length, name).toBeGreaterThan(30);
});
