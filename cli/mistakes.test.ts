/** What a newcomer gets wrong: every message has its place and what to do, and none is called a defect. */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, ORDER, stateatlas } from './testing.ts';

const DEFINE = join(import.meta.dirname, '../model/table/define.ts');
const ONLY_DATA = /A table is data: export it and do nothing else/;

test.each([
  ['bad.atlas.yaml', 'name: x\nstates: {}\n', /bad\.atlas\.yaml:1:1 SA110/],
  ['empty.atlas.yaml', '', /empty\.atlas\.yaml:1:1 SA103/],
  ['latin.atlas.yaml', Buffer.from([0x6e, 0xe9, 0x0a]), /latin\.atlas\.yaml:1 cannot be read: .*save it as UTF-8/],
  [
    'broken.atlas.ts',
    '\nexport const = 3',
    /broken\.atlas\.ts:2 cannot be loaded: SyntaxError.*\n +Mend the syntax there/,
  ],
  ['none.atlas.ts', 'export const other = 3;\n', /none\.atlas\.ts:1 exports no table\n +Write: export const/],
  ['throws.atlas.ts', '\nthrow new Error("no luck")', /throws\.atlas\.ts:2 cannot be loaded: Error: no luck\n/],
  ['word.atlas.ts', 'throw "a word"', /word\.atlas\.ts:1 cannot be loaded: throws "a word"\n/],
  [
    'enum.atlas.ts',
    'enum A { b }',
    /enum\.atlas\.ts:1 cannot be loaded: .*\n +Node runs TypeScript by leaving the types out/,
  ],
  ['import.atlas.ts', 'import "./none.ts"', /import\.atlas\.ts:1 .*none\.ts.*\n +Check the path of the import/],
  ['package.atlas.ts', 'import "stateatlas-none"', /\n +Install it: npm install --save-dev stateatlas-none\n/],
  ['later.atlas.ts', '\nPromise.reject(new Error("later"))', /later\.atlas\.ts:2 cannot be loaded: Error: later/],
  ['exits.atlas.ts', 'process.exit(0)', /exits\.atlas\.ts:1 ends the process while it is loaded/],
  ['waits.atlas.ts', 'await new Promise(() => {})', /waits\.atlas\.ts:1 .* waits for ever/],
  [
    'wrong.atlas.ts',
    `import { defineTable } from '${DEFINE}';\nexport const t = defineTable({\n  name: 'x',\n  states: {},\n} as never);`,
    /wrong\.atlas\.ts:\d+:\d+ SA1/,
  ],
] as const)('%s cannot be read as a table: exit 3, with the place and what to do', (name, text, message) => {
  const { code, out, err } = stateatlas(folderWith({ [name]: text as string }), ['check', name]);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/^ +at .*\.ts:/m);
  expect([code, out]).toEqual([3, '']);
});

test.each(['throw new Error("x")', 'throw "x"', 'process.exit(0)'])(
  'a module that does more than hold data is told so: %s',
  (text) => {
    expect(stateatlas(folderWith({ 'a.atlas.ts': text }), ['check']).err).toMatch(ONLY_DATA);
  },
);

test.each([
  [['chek'], /Did you mean check/],
  [['check', '--fromat', 'json'], /Did you mean --format/],
  [['check', 'nothing.atlas.yaml'], /there is no file nothing\.atlas\.yaml\n/],
  [['check', 'order.yaml'], /there is no file order\.yaml; did you mean order\.atlas\.yaml\?/],
  [['check', 'odrer.atlas.yaml'], /there is no file odrer\.atlas\.yaml; did you mean order\.atlas\.yaml\?/],
  [['check', 'package.json'], /package\.json is no table: its name must end in/],
  [['check', 'empty'], /there is no table in empty: .*Write one with: stateatlas init/],
  [['check', 'order.atlas.yaml', 'empty'], /there is no table in empty/],
  [['check', '*.json'], /no table matches \*\.json/],
  [['check', '--max-time', 'soon'], /greater than 0/],
  [['check', '--max-configurations', '0'], /It must be a whole number from 1 on/],
  [['check', '--max-configurations', '1.5'], /It must be a whole number from 1 on/],
  [['play', '--token', 'garbage'], /--token: a token begins with .* such as 0:place,pay/],
  [['play', '--token', '7:place'], /--token: there is no initial configuration 7; there are 1/],
  [['play', '--table', 'none'], /there is no table none; there are: order/],
] as const)('wrong usage %j exits 2 and says what was meant', (argv, message) => {
  const folder = folderWith({ 'package.json': '{}', 'order.atlas.yaml': ORDER, 'empty/x': '' });
  const { code, out, err } = stateatlas(folder, argv);
  expect(err).toMatch(message);
  expect([code, out]).toEqual([2, '']);
});

test('what a module prints while it is loaded does not mix with the report', () => {
  const table = `console.log('hello');
export const lamp = {
  name: 'lamp',
  states: { off: { initial: true, final: true } },
  events: { press: {} },
  transitions: [{ from: 'off', on: 'press', to: 'off' }],
};
`;
  const { code, out, err } = stateatlas(folderWith({ 'lamp.atlas.ts': table }), ['check', '--format', 'json']);
  expect([code, JSON.parse(out).results[0].table, err]).toEqual([0, 'lamp', 'hello\n']);
});

test('a folder without tables says how to write one', () => {
  const { code, err } = stateatlas(folderWith({}), ['check']);
  expect(err).toMatch(/^there is no table here: .*stateatlas init\n$/);
  expect(code).toBe(2);
});

test('a folder that is named like a table is looked into and not read', () => {
  const folder = folderWith({ 'x.atlas.yaml/order.atlas.yaml': ORDER });
  const { code, out, err } = stateatlas(folder, ['check']);
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain('order  x.atlas.yaml/order.atlas.yaml');
});

test('a file that the system refuses is named with the reason', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER });
  symlinkSync('loop.atlas.yaml', join(folder, 'loop.atlas.yaml'));
  const { code, out, err } = stateatlas(folder, ['check']);
  expect(err).toBe('loop.atlas.yaml:1 cannot be read: it is a symbolic link that leads to itself; mend the link\n');
  expect(out).toContain('order  order.atlas.yaml');
  expect(code).toBe(3);
});

test('of two tables of one name the first is used and the second is named with its place', () => {
  const folder = folderWith({ 'a.atlas.yaml': ORDER, 'b.atlas.yaml': `# another\n${ORDER}` });
  const { code, out, err } = stateatlas(folder, ['check']);
  expect(err).toBe(
    'b.atlas.yaml:2 there is already a table order, in a.atlas.yaml\n    Give one of them another name.\n',
  );
  expect(out).not.toContain('b.atlas.yaml');
  expect(code).toBe(3);
});

test('a table without rows is a table: its findings say what is missing', () => {
  const text = 'name: o\nstates: { a: { initial: true } }\nevents: { e: {} }\ntransitions: []\n';
  const { code, out, err } = stateatlas(folderWith({ 'zero.atlas.yaml': text }), ['check']);
  expect([code, err]).toEqual([1, '']);
  expect(out).toMatch(/SA203 no row handles e {3}\[zero\.atlas\.yaml:3\]/);
});

test.each([
  ['out: x\ntabels: [a]\n', /:2:1 there is no key tabels; did you mean tables\?/],
  ['pictures:\n  format: [svg]\n', /:2:3 there is no key format; did you mean formats\?/],
  ['tables: 3\n', /:1:9 tables: .*expected array/],
  ['pictures:\n  formats: [svg, gif]\n', /:2:18 pictures\.formats\.1: /],
  ['out: x\na: [\n', /stateatlas\.config\.yaml:\d+:\d+ cannot be read: /],
  ['- 1\n', /:1:1 the file: .*expected object/],
  ['tables: []\n', /^stateatlas\.config\.yaml: tables: it names nothing/],
  ['tables: [gone.atlas.yaml]\n', /^stateatlas\.config\.yaml: tables: there is no file gone\.atlas\.yaml/],
])('the configuration %j exits 2 with the place of what is wrong', (text, message) => {
  const { code, err, out } = stateatlas(folderWith({ 'order.atlas.yaml': ORDER, 'stateatlas.config.yaml': text }), [
    'check',
  ]);
  expect(err).toMatch(message);
  expect([code, out]).toEqual([2, '']);
});

test('a file to embed into that is not there, or is a folder, is named with where it stands', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER, 'stateatlas.config.yaml': 'embed: [PAGE.md]\n' });
  const gone = stateatlas(folder, ['generate']);
  expect(gone.err).toBe('stateatlas.config.yaml: embed: there is no file PAGE.md; create it or take it out\n');
  expect(gone.code).toBe(2);
  mkdirSync(join(folder, 'PAGE.md'));
  const { code, err } = stateatlas(folder, ['generate', '--check']);
  expect(err).toBe('PAGE.md cannot be read: it is a folder; name a file\n');
  expect(code).toBe(2);
});

test('a folder of the atlas that cannot be written exits 2 with the reason', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER, docs: 'a file\n' });
  const { code, out, err } = stateatlas(folder, ['generate']);
  expect(err).toMatch(/^docs\/atlas\/order\S* cannot be written: a part of its path is a file/);
  expect([code, out]).toEqual([2, '']);
  rmSync(join(folder, 'docs'));
  symlinkSync('docs', join(folder, 'docs'));
  expect(stateatlas(folder, ['generate'])).toMatchObject({ code: 2, err: expect.stringContaining('mend the link') });
});
