/** The list of promises is true and complete, and every law runs with the seeds that are printed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PROMISES } from './promises.ts';

const root = resolve(import.meta.dirname, '../..');
const ROOMS = ['model', 'properties', 'generators', 'cli', 'docs'];
const tests = ROOMS.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(\.(test|prop)|\/testing)\.ts$/.test(file) && !file.includes('node_modules'))
    .map((file) => `${room}/${file.replaceAll('\\', '/')}`),
);
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

test.each(PROMISES.map(({ promise, laws }) => [promise, laws] as const))('%s', (_, laws) => {
  for (const [file, names] of Object.entries(laws)) {
    const text = textOf(file);
    for (const name of names) expect(text.includes(`'${name}`), `${file} has no law called “${name}”`).toBe(true);
  }
});

test('every file of laws of the pure rooms keeps a promise: name yours in properties/laws/promises.ts', () => {
  const named = new Set(PROMISES.flatMap(({ laws }) => Object.keys(laws)));
  const laws = tests.filter((file) => /^(model|properties|generators)\/.*\.prop\.ts$/.test(file));
  expect(laws.length).toBeGreaterThan(30);
  expect(laws.filter((file) => !named.has(file))).toEqual([]);
});

test('laws run through model/testing.ts, which knows the seeds and the number of runs', () => {
  const ownSettings = /from '@fast-check\/vitest'|\bfc\s*\.\s*assert\(|\bconfigureGlobal\(/;
  const elsewhere = tests.filter(
    (file) => file !== 'properties/laws/promises.test.ts' && ownSettings.test(textOf(file)),
  );
  expect(elsewhere).toEqual([]);
});
