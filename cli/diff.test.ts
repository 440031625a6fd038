/** Two versions through the command line: files, git revisions of a module with imports, and what is said of wrong ones; and mutants. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { reportJsonSchema } from '../generators/report/json.ts';
import { folderWith, ORDER, stateatlas } from './testing.ts';

const TABLE = `import { events } from './events.ts';
export const lamp = {
  name: 'lamp',
  states: { off: { initial: true }, on: {} },
  events,
  transitions: [
    { from: 'off', on: 'press', to: 'on' },
  ],
};
`;

test('a module at a revision is compared with the module as it is, and finds what it imported then', () => {
  const folder = folderWith({
    'model/lamp.atlas.ts': TABLE,
    'model/events.ts': 'export const events = { press: {} };\n',
    'package.json': '{ "type": "module" }',
  });
  const git = (...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...argv], {
      cwd: folder,
      stdio: 'pipe',
    });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  writeFileSync(join(folder, 'model/events.ts'), 'export const events = { press: {}, fade: {} };\n');
  writeFileSync(
    join(folder, 'model/lamp.atlas.ts'),
    TABLE.replace("to: 'on' },", "to: 'on' },\n    { from: 'on', on: 'fade', to: 'off' },"),
  );
  const { code, out, err } = stateatlas(folder, ['diff', '--rev', 'HEAD', 'model/lamp.atlas.ts', '--exit-code']);
  expect(err).toBe('');
  expect(out).toBe(`lamp  HEAD:model/lamp.atlas.ts → model/lamp.atlas.ts
  the behaviour changed: 1 step gained, 0 steps lost
  events
    + fade
  rows
    + on on fade → off   [model/lamp.atlas.ts:8]
  behaviour
    + on → fade → off
    + only the new version can take: press, fade (from off); otherwise fade is not possible in on
`);
  expect(code).toBe(1);
  expect(git('status', '--porcelain', '--untracked-files=no').toString()).toBe(
    ' M model/events.ts\n M model/lamp.atlas.ts\n',
  );
  const wrong = stateatlas(folder, ['diff', 'nowhere:model/lamp.atlas.ts', 'model/lamp.atlas.ts']);
  expect(wrong).toEqual({
    code: 2,
    out: '',
    err: 'there is no revision nowhere in this repository, nor a file of that name\n',
  });
});

test('what a bound keeps from being compared is undecided', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER });
  const { code, out } = stateatlas(folder, [
    'diff',
    'order.atlas.yaml',
    'order.atlas.yaml',
    '--max-configurations',
    '2',
  ]);
  expect(out).toContain('whether the behaviour changed is undecided: stopped at 2 configurations');
  expect(code).toBe(4);
});

test('the report of mutants meets the schema and has a score from 0 to 1', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER });
  const { code, out } = stateatlas(folder, ['check', '--mutate', '--format', 'json']);
  const report = JSON.parse(out);
  const validate = new Ajv2020({ strict: false }).compile(reportJsonSchema() as object);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  const { mutation } = report.results[0];
  // Its one property is violated, so that no mutant can break it.
  expect([mutation.score, mutation.killed, mutation.undecided]).toEqual([0, 0, 0]);
  expect(mutation.survivors[0]).toEqual({
    mutant: 'drop row transitions[0]',
    kind: 'drop row',
    file: 'order.atlas.yaml',
    line: 5,
    run: { of: 'original', start: 'cart', steps: [{ event: 'place', to: 'placed' }], token: '0:place' },
    beside: { of: 'mutant', start: 'cart', steps: [] },
    instead: 'place is not possible in cart',
    suggestion: 'placed can be reached',
  });
  expect(code).toBe(1);
});
