/** Checks that are saved come to the same bytes as those that are not: killed, or stopped by a limit. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { performed } from '../commands/testing.ts';
import { EXIT } from '../exit.ts';
import { folderWith, ORDER } from '../testing.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = folderWith({
  'order.atlas.yaml': ORDER,
  'dining.atlas.ts': `import { diningAlone } from '${ROOT}/model/gallery/dining.ts';
export const dining = diningAlone('dining', 13);\n`,
  'desk.atlas.ts': `import { helpDeskOf } from '${ROOT}/model/rescue/helpDesk.ts';
export const desk = helpDeskOf({ sessions: 2, technicians: 2, capacity: 1 });\n`,
});

/** The command with JSON and the plan, which says all that a check found and how. */
const check = (...argv: readonly string[]) => performed(folder, ['check', '--format', 'json', '--explain', ...argv]);

/** What is in the header of a checkpoint. */
function header(file: string) {
  const [line = '', rest = ''] = readFileSync(join(folder, file), 'latin1').split('\n', 2);
  return JSON.parse(rest.slice(0, Number(line.trim().split(' ').at(-1)))) as {
    saved: { strategy: string };
    arrays: readonly { readonly name: string; readonly length: number }[];
  };
}

/** How many keys a checkpoint of the hash strategy has; none where there is no file. */
const keysIn = (file: string): number =>
  existsSync(join(folder, file)) ? (header(file).arrays.find(({ name }) => name === 'keys')?.length ?? 0) : 0;

/** Runs the command in a process of its own and kills it as soon as more is saved than before; whether it came to that. */
async function killed(file: string): Promise<boolean> {
  const before = keysIn(file);
  const keep = before === 0 ? '--checkpoint' : '--resume';
  const argv = ['check', 'dining.atlas.ts', '--format', 'json', keep, file, '--checkpoint-interval', '0'];
  const child = spawn(process.execPath, [join(ROOT, 'cli/main.ts'), ...argv], { cwd: folder, stdio: 'ignore' });
  const over = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
  while (child.exitCode === null && keysIn(file) <= before) await setTimeout(1);
  child.kill('SIGKILL');
  return (await over) === 'SIGKILL';
}

test('a check that was killed three times gives the same bytes as one that was not', async () => {
  let kills = 0;
  // Where a process was through before it was seen to have saved more, all begins anew.
  for (let attempts = 0; kills < 3 && attempts < 30; attempts++) {
    if (await killed('killed.checkpoint')) kills++;
    else {
      kills = 0;
      rmSync(join(folder, 'killed.checkpoint'), { force: true });
    }
  }
  expect(kills).toBe(3);
  const resumed = await check('dining.atlas.ts', '--resume', 'killed.checkpoint');
  expect(resumed).toEqual(await check('dining.atlas.ts'));
  // Exploring is complete in the file: what would be lost now is judging.
  expect(keysIn('killed.checkpoint')).toBe(94_642);
}, 120_000);

test('a check that a limit ended is gone on from with a larger one', async () => {
  const file = ['dining.atlas.ts', '--max-configurations', '30000'];
  const bounded = await check(...file, '--checkpoint', 'bounded.checkpoint', '--checkpoint-interval', '0');
  expect(bounded).toEqual(await check(...file));
  expect(bounded.code).toBe(EXIT.undecided);
  expect(await check(...file, '--resume', 'bounded.checkpoint')).toEqual(bounded);
  expect(await check('dining.atlas.ts', '--resume', 'bounded.checkpoint')).toEqual(await check('dining.atlas.ts'));
});

test('a complete exploration can be saved elsewhere, and not be made smaller', async () => {
  const whole = await check('desk.atlas.ts');
  expect(await check('desk.atlas.ts', '--checkpoint', 'desk.checkpoint')).toEqual(whole);
  expect(header('desk.checkpoint').saved.strategy).toBe('graph');
  expect(await check('desk.atlas.ts', '--resume', 'desk.checkpoint', '--checkpoint', 'copy.checkpoint')).toEqual(whole);
  expect(readFileSync(join(folder, 'copy.checkpoint'))).toEqual(readFileSync(join(folder, 'desk.checkpoint')));
  const { code, err } = await check('desk.atlas.ts', '--resume', 'desk.checkpoint', '--max-configurations', '99');
  expect({ code, err }).toEqual({
    code: EXIT.usage,
    err: 'desk.checkpoint has 10153 configurations already; resume it with a larger --max-configurations\n',
  });
});

test('what cannot be saved, or be gone on from, is said', async () => {
  const tiny = await check('order.atlas.yaml', '--checkpoint', 'order.checkpoint');
  expect(tiny.code).toBe(EXIT.open);
  expect(tiny.err).toBe('order.checkpoint is not written: order is explored as it is written, which is not saved\n');
  expect(existsSync(join(folder, 'order.checkpoint'))).toBe(false);
  expect(await check('--checkpoint', 'all.checkpoint')).toEqual({
    code: EXIT.usage,
    out: '',
    err: 'a checkpoint is of one table or system; choose one with --table: helpDesk, dining, order\n',
  });
  expect(await check('--table', 'order', '--checkpoint', 'order.checkpoint')).toEqual(tiny);
  expect(await check('dining.atlas.ts', '--checkpoint', '.')).toMatchObject({ code: EXIT.usage });
  expect((await check('dining.atlas.ts', '--watch', '--resume', 'x')).err).toContain('cannot be used with');
});
