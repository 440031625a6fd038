/** `generate` as its users meet it: what is written, what is stale, blocks, pictures without a browser. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateReport } from './reports.ts';
import { folderWith, ORDER, stateatlas } from './testing.ts';

test('writes the atlas, finds it up to date, says what is stale, and removes what is left over', () => {
  const folder = folderWith({
    'order.atlas.yaml': ORDER,
    'stateatlas.config.yaml': 'embed: [PAGE.md]\n',
    'PAGE.md': 'Hi\n<!-- atlas:begin table=order show=summary -->\n<!-- atlas:end -->\n',
  });
  expect(stateatlas(folder, ['generate', '--check']).code).toBe(1);
  expect(stateatlas(folder, ['generate']).code).toBe(0);
  expect(readFileSync(join(folder, 'PAGE.md'), 'utf8')).toContain('`order`: 4 configurations');
  const check = stateatlas(folder, ['generate', '--check']);
  expect([check.code, check.out]).toEqual([0, expect.stringContaining('up to date')]);
  const gone = join(folder, 'docs/atlas/order/states/lost.md');
  expect(existsSync(gone)).toBe(true);
  writeFileSync(join(folder, 'order.atlas.yaml'), ORDER.replace(', lost: {}', '').replace('to: lost', 'to: shipped'));
  const stale = stateatlas(folder, ['generate', '--check']);
  expect(stale.code).toBe(1);
  expect(stale.out).toContain('lost.md is left over');
  expect(stale.out).toMatch(/^ {2}- .*lost/m);
  expect(stateatlas(folder, ['generate']).code).toBe(0);
  expect(existsSync(gone)).toBe(false);
});

test('tells the folder of a table that is called otherwise now, and removes what it wrote there and nothing else', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER });
  expect(stateatlas(folder, ['generate']).code).toBe(0);
  const old = join(folder, 'docs/atlas/order');
  writeFileSync(join(old, 'mine.md'), 'mine\n');
  writeFileSync(join(folder, 'order.atlas.yaml'), ORDER.replace('name: order', 'name: purchase'));
  expect(stateatlas(folder, ['generate', 'order.atlas.yaml']).code).toBe(0);
  const named = stateatlas(folder, ['generate', '--check', 'order.atlas.yaml']);
  expect(named.code).toBe(0);
  const all = stateatlas(folder, ['generate', '--check']);
  expect([all.code, all.out]).toEqual([1, expect.stringContaining('docs/atlas/order/matrix.md is left over')]);
  expect(existsSync(join(old, 'matrix.md'))).toBe(true);
  expect(stateatlas(folder, ['generate']).code).toBe(0);
  expect(readdirSync(old)).toEqual(['mine.md']);
  expect(stateatlas(folder, ['generate', '--check']).code).toBe(0);
});

test('refuses a block that asks for nothing known, with its place, and leaves the file alone', () => {
  const page = '<!-- atlas:begin table=ordre show=summary -->\n<!-- atlas:end -->\n';
  const folder = folderWith({
    'order.atlas.yaml': ORDER,
    'stateatlas.config.yaml': 'embed: [PAGE.md]\n',
    'PAGE.md': page,
  });
  const { code, err } = stateatlas(folder, ['generate']);
  expect(err).toContain('PAGE.md:1:1 there is no table "ordre"; did you mean order?');
  expect(code).toBe(2);
  expect(readFileSync(join(folder, 'PAGE.md'), 'utf8')).toBe(page);
});

test('--format json gives every file with what was done, and with --check how it is', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER });
  const states = (argv: readonly string[]) => {
    const { out, err, code } = stateatlas(folder, ['generate', '--format', 'json', ...argv]);
    expect(err).toBe('');
    const { check, files } = generateReport.parse(JSON.parse(out));
    expect(check).toBe(argv.includes('--check'));
    return { code, states: [...new Set(files.map(({ state }) => state))], files };
  };
  expect(states(['--check'])).toMatchObject({ code: 1, states: ['missing'] });
  expect(states([])).toMatchObject({ code: 0, states: ['written'] });
  expect(states(['--check'])).toMatchObject({ code: 0, states: ['up to date'] });
  writeFileSync(join(folder, 'docs/atlas/order/matrix.md'), 'edited\n');
  const { code, files } = states(['--check']);
  expect(code).toBe(1);
  expect(files.filter(({ state }) => state !== 'up to date')).toEqual([
    {
      file: 'docs/atlas/order/matrix.md',
      kind: 'text',
      state: 'out of date',
      difference: expect.stringContaining('  - edited'),
    },
  ]);
});

test('--quiet prints nothing where all is well, and what is stale where it is not', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER });
  expect(stateatlas(folder, ['generate', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  expect(stateatlas(folder, ['generate', '--check', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  writeFileSync(join(folder, 'docs/atlas/order/matrix.md'), 'edited\n');
  const { code, out } = stateatlas(folder, ['generate', '--check', '--quiet', 'order.atlas.yaml']);
  expect(code).toBe(1);
  expect(out).toMatch(/^docs\/atlas\/order\/matrix\.md is out of date\n/);
  expect(out).toContain('with: stateatlas generate --quiet order.atlas.yaml\n');
});

test('exits 5 where pictures are wanted and the browser does not start; the texts are written', () => {
  const folder = folderWith({
    'order.atlas.yaml': ORDER,
    'stateatlas.config.yaml': 'pictures: { diagrams: [overview], themes: [light] }\n',
  });
  const none = { PUPPETEER_EXECUTABLE_PATH: '/nonexistent' };
  const { code, err } = stateatlas(folder, ['generate'], '', none);
  expect(err).toMatch(/\/nonexistent.*\n.*PUPPETEER_EXECUTABLE_PATH/);
  expect(err).not.toMatch(/^ +at /m);
  expect(code).toBe(5);
  expect(readFileSync(join(folder, 'docs/atlas/order/README.md'), 'utf8')).toContain('pictures/overview.light.svg');
  expect(readdirSync(join(folder, 'docs/atlas/order/pictures'))).toEqual([]);
  const { files } = generateReport.parse(
    JSON.parse(stateatlas(folder, ['generate', '--format', 'json'], '', none).out),
  );
  expect(files.filter(({ kind }) => kind === 'picture')).toEqual([
    { file: 'docs/atlas/order/pictures/overview.light.svg', kind: 'picture', state: 'not drawn' },
  ]);
  expect(stateatlas(folder, ['generate', '--check'], '', none).out).toContain(
    'overview.light.svg is missing or drawn from another diagram',
  );
  expect(stateatlas(folder, ['generate', '--no-pictures'], '', none).code).toBe(0);
});

test('removes nothing outside its folder, whatever the list of files says, and names a list that is broken', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER, 'mine.txt': 'mine\n' });
  stateatlas(folder, ['generate']);
  const list = join(folder, 'docs/atlas/order/.atlas.json');
  writeFileSync(list, '["../../../mine.txt"]\n');
  expect(stateatlas(folder, ['generate']).code).toBe(0);
  expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine\n');
  writeFileSync(list, '<<<<<<< ours\n');
  const { code, err } = stateatlas(folder, ['generate']);
  expect(err).toContain('docs/atlas/order/.atlas.json is no list of files; delete it and generate again');
  expect(code).toBe(2);
});
