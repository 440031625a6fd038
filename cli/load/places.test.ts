/** The places of rows, whatever the table is written in. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../testing.ts';
import { placesIn } from './places.ts';

const DOOR = `export const door = defineTable({
  name: 'door', states: { shut: { initial: true }, open: {} }, events: { push: {} },
  transitions: [
    { from: 'shut', on: 'push', to: 'open' },
  ],
});
`;

test.each([
  ['door.atlas.ts', DOOR, 4],
  ['door.atlas.yaml', 'name: door\ntransitions:\n  - { from: shut, on: push, to: open }\n', 3],
  ['door.atlas.json', '{\n"transitions": [\n\n\n{ "from": "shut" }] }\n', 5],
])('a row of %s has its line', (file, text, line) => {
  const path = join(folderWith({ [file]: text }), file);
  expect(placesIn(path)(['transitions', 0])).toMatchObject({ file: expect.stringContaining(file), line });
  expect(placesIn(pathToFileURL(path).href)(['transitions', 0])).toMatchObject({ line });
});

test('where a module defines several tables, the name tells which', () => {
  const two = DOOR + DOOR.replaceAll('door', 'gate');
  const path = join(folderWith({ 'two.atlas.ts': two }), 'two.atlas.ts');
  expect(placesIn(path, 'gate')(['transitions', 0])?.line).toBe(10);
});

test('a file that is not there cannot be read', () => {
  expect(() => placesIn('nowhere.atlas.ts')).toThrow('ENOENT');
});

test('reading a module is silent, though Node warns of how it is read', () => {
  const path = join(folderWith({ 'door.atlas.ts': DOOR }), 'door.atlas.ts');
  const module = pathToFileURL(join(import.meta.dirname, 'places.ts')).href;
  const script = `import { placesIn } from ${JSON.stringify(module)};
    process.stderr.write(String(placesIn(${JSON.stringify(path)})(['transitions', 0]).line));
    process.emitWarning('heard');`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  expect(stderr).toMatch(/^4\(node:\d+\) Warning: heard\n/);
});
