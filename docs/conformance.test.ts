/** The guide to conformance: its code runs, and finds what the page shows. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { fencesOf } from '../cli/pages/testing.ts';
import { folderWith } from '../cli/testing.ts';

const ROOT = pathToFileURL(join(import.meta.dirname, '..')).href;

const fences = fencesOf(readFileSync(join(import.meta.dirname, 'conformance.md'), 'utf8'));
const outputs = fences.filter(({ language }) => language === 'text').map(({ text }) => text);
const folder = folderWith({ 'package.json': '{ "type": "module" }\n' });
for (const { text } of fences) {
  const file = /^\/\/ (\S+)\n/.exec(text)?.[1];
  const here = text
    .replace("'stateatlas/conformance'", `'${ROOT}/properties/conformance/index.ts'`)
    .replace("'stateatlas/places'", `'${ROOT}/cli/load/places.ts'`)
    .replace("'stateatlas'", `'${ROOT}/model/table/index.ts'`);
  if (file !== undefined) writeFileSync(join(folder, file), here);
}

test.each([
  ['conform.ts', 0],
  ['race.ts', 1],
])('%s of the guide finds the defect as shown', (file, output) => {
  const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
  expect(stdout, stderr).toBe(outputs[output]);
});
