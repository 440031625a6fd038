/** `check --watch`: a new verdict after each save, however the editor saves, and through broken and missing files. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, ORDER, started, stateatlas } from './testing.ts';

const WELL = /all well\n[\s\S]*watching for changes; end with Ctrl-C\n/;
const VIOLATED = /1 violated[\s\S]*watching for changes; end with Ctrl-C\n/;
const MENDED = ORDER.replace('to: lost', 'to: shipped').replace(', lost: {}', '');

test('checks again after a write, a rename over the file, a broken moment and a deletion; ends by Ctrl-C', async () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER });
  const file = join(folder, 'order.atlas.yaml');
  const child = started(folder, ['check', '--watch', 'order.atlas.yaml']);
  await child.until(VIOLATED);

  writeFileSync(file, MENDED);
  await child.until(WELL);

  writeFileSync(`${file}.new`, ORDER);
  renameSync(`${file}.new`, file);
  await child.until(VIOLATED);

  writeFileSync(file, 'name: [\n');
  await child.until(/order\.atlas\.yaml:\d+:\d+ SA1[\s\S]*watching for changes/);
  writeFileSync(file, MENDED);
  await child.until(WELL);

  rmSync(file);
  await child.until(/there is no file order\.atlas\.yaml[\s\S]*watching for changes/);
  writeFileSync(file, ORDER);
  await child.until(VIOLATED);

  expect(await child.end('SIGINT')).toBe(130);
});

test('watches tables that come later, the configuration, and a folder that goes and comes back', async () => {
  const folder = folderWith({ 'tables/order.atlas.yaml': MENDED });
  const child = started(folder, ['check', '--watch']);
  await child.until(WELL);

  writeFileSync(join(folder, 'tables/second.atlas.yaml'), ORDER.replace('name: order', 'name: second'));
  await child.until(/second {2}tables[\s\S]*1 violated[\s\S]*watching for changes/);

  writeFileSync(join(folder, 'stateatlas.config.yaml'), 'tables: [tables/order.atlas.yaml]\n');
  await child.until(WELL);

  rmSync(join(folder, 'tables'), { recursive: true });
  await child.until(/there is no file tables\/order\.atlas\.yaml[\s\S]*watching for changes/);
  mkdirSync(join(folder, 'tables'));
  writeFileSync(join(folder, 'tables/order.atlas.yaml'), ORDER);
  await child.until(VIOLATED);

  expect(await child.end('SIGTERM')).toBe(143);
});

test('does not begin to watch what is not there', () => {
  const { code, err } = stateatlas(folderWith({}), ['check', '--watch', 'order.atlas.yaml']);
  expect([code, err]).toEqual([2, 'there is no file order.atlas.yaml\n']);
});
