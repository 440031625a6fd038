/** What fast-check reports of a failing run can be pasted: the test takes the same run, fails with it, and passes once the predicate is right. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { order } from '../../model/gallery/order.atlas.ts';
import { isRefused, type Run, type RunOptions, runOf, runsOf, testOf, tokenOf } from './index.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'stateatlas-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an assertion of fast-check throws with. */
const reportOf = (options: RunOptions, predicate: (run: Run) => boolean): string =>
  fc.defaultReportMessage(fc.check(fc.property(runsOf(order, options), predicate), { seed: 1 })) as string;

const isShort = ({ steps }: Run): boolean => steps.length < 3;

test('a failing property reports a token, the command, and a test', () => {
  const report = reportOf({ file: 'order.atlas.ts', predicate: 'isShort' }, isShort);
  const [, token = ''] = /Counterexample: \[(0:.*)$/m.exec(report) ?? [];
  expect(isShort(runOf(order, token))).toBe(false);
  expect(runOf(order, token).steps).toHaveLength(3);
  expect(report).toContain(`  again  stateatlas walk order.atlas.ts --table order --replay ${token}\n`);
  expect(report).toContain(
    `      const run = runOf(order, '${token}');\n      expect(await isShort(run)).not.toBe(false);\n`,
  );
});

test('what is refused is marked in the token, and comes again', () => {
  const report = reportOf({ refusals: 0.3 }, ({ steps }) => !steps.some(isRefused));
  const [, token = ''] = /Counterexample: \[(0:\w+~refused)$/m.exec(report) ?? [];
  const run = runOf(order, token);
  expect(run.steps.map(isRefused)).toEqual([true]);
  expect(run.steps[0]?.to).toEqual(run.initial);
  expect(tokenOf(order, run)).toBe(token);
  expect(() => runOf(order, '0:place~refused')).toThrow(
    'place, is not refused in cart (attempts 0): it is enabled there',
  );
  expect(() => runOf(order, '0:jump~refused')).toThrow('jump, is no event that order has');
});

test('the test runs in a project with vitest: it fails as the property did, and passes once that is right', () => {
  const report = reportOf({ file: 'order.atlas.ts' }, isShort);
  const pasted = /as a test:\n([\s\S]*?)\n\]/.exec(report)?.[1] as string;
  expect(pasted.replaceAll(/^ {4}/gm, '').trim()).toBe(testOf(order, '0:place,pay,ship', { file: 'order.atlas.ts' }));
  const files: { readonly [file: string]: string } = {
    'order.atlas.ts': `export { order } from '${ROOT}/model/gallery/order.atlas.ts';\n`,
    'wrong.test.ts': `const predicate = ({ steps }) => steps.length < 3;\n${pasted}\n`,
    'right.test.ts': `const predicate = ({ steps }) => steps.length < 4;\n${pasted}\n`,
    'vitest.config.ts': `export default { resolve: { alias: { 'stateatlas/fast-check': '${ROOT}/properties/random/index.ts', vitest: '${ROOT}/node_modules/vitest/dist/index.js' } } };\n`,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--root',
      folder,
      '--reporter=json',
      `--outputFile=${join(folder, 'report.json')}`,
    ],
    { encoding: 'utf8', cwd: ROOT },
  );
  const { testResults } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
    testResults: { name: string; status: string; assertionResults: { title: string }[] }[];
  };
  expect(
    testResults.map(({ name, status, assertionResults }) => [
      name.split('/').at(-1),
      status,
      assertionResults[0]?.title,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['right.test.ts', 'passed', 'order after 0:place,pay,ship'],
      ['wrong.test.ts', 'failed', 'order after 0:place,pay,ship'],
    ]),
  );
});
