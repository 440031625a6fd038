/** `init` as its users meet it: what is written, what is kept, projects that cannot take it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { initReport } from './reports.ts';
import { folderWith, stateatlas } from './testing.ts';

test('writes a first table that checks, and nothing twice', () => {
  const folder = folderWith({ 'package.json': '{\n\t"name": "mine"\n}\n' });
  const first = stateatlas(folder, ['init', '--yaml']);
  expect([first.code, first.out]).toEqual([0, expect.stringContaining('wrote ticket.atlas.yaml')]);
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(
    '{\n\t"name": "mine",\n\t"scripts": {\n\t\t"check:lifecycle": "stateatlas check"\n\t}\n}\n',
  );
  expect(stateatlas(folder, ['check']).code).toBe(0);
  expect(stateatlas(folder, ['init', '--yaml']).out).toContain('kept ticket.atlas.yaml');
});

test('keeps the first table where it is there in the other language: two would have one name', () => {
  const folder = folderWith({ 'package.json': '{}', 'tsconfig.json': '{}' });
  expect(stateatlas(folder, ['init', '--yaml']).out).toContain('wrote ticket.atlas.yaml');
  expect(stateatlas(folder, ['init']).out).toContain('kept ticket.atlas.yaml');
  expect(existsSync(join(folder, 'ticket.atlas.ts'))).toBe(false);
});

test('--dry-run, --quiet and --format json say the same thing, each in its way', () => {
  const folder = folderWith({ 'package.json': '{}', 'tsconfig.json': '{}' });
  expect(stateatlas(folder, ['init', '--dry-run']).out.split('\n')).toEqual([
    'would write ticket.atlas.ts',
    'would write package.json: the script check:lifecycle',
    'would write .github/workflows/lifecycle.yml',
    'next: npx stateatlas check ticket.atlas.ts',
    '',
  ]);
  expect(existsSync(join(folder, 'ticket.atlas.ts'))).toBe(false);
  const report = () => initReport.parse(JSON.parse(stateatlas(folder, ['init', '--format', 'json']).out));
  const states = (): readonly string[] => report().files.map(({ state }) => state);
  expect(states()).toEqual(['written', 'written', 'written']);
  expect(states()).toEqual(['kept', 'kept', 'kept']);
  expect(stateatlas(folder, ['init', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
});

test.each([
  [undefined, /there is no package\.json here; run npm init first/],
  ['{bad', /package\.json cannot be read: .*; mend its JSON/],
  ['null', /package\.json holds no object/],
  ['[]', /package\.json holds no object/],
  ['{"scripts": 3}', /scripts is no object; write "scripts": \{\}/],
])('writes nothing and exits 2 where package.json is %s', (text, message) => {
  const folder = folderWith(text === undefined ? {} : { 'package.json': text });
  const { code, out, err } = stateatlas(folder, ['init', '--yaml']);
  expect(err).toMatch(message);
  expect([code, out]).toEqual([2, '']);
  expect(existsSync(join(folder, 'ticket.atlas.yaml'))).toBe(false);
});

test('does not take two languages at once', () => {
  const { code, err } = stateatlas(folderWith({ 'package.json': '{}' }), ['init', '--yaml', '--typescript']);
  expect(err).toContain("option '--typescript' cannot be used with option '--yaml'");
  expect(code).toBe(2);
});
