/** The command as its users meet it: exit codes, reports, places, generated files. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { reportJsonSchema } from '../generators/report/json.ts';
import { strongest } from './exit.ts';
import { configJsonSchema } from './load/config.ts';
import { folderWith, stateatlas } from './testing.ts';

const ORDER = `name: order
states: { cart: { initial: true }, placed: {}, shipped: { final: true }, lost: {} }
events: { place: { by: customer }, ship: { by: shop }, lose: { by: shop } }
transitions:
  - { from: cart, on: place, to: placed }
  - { from: placed, on: ship, to: shipped }
  - { from: placed, on: lose, to: lost }
properties:
  every order can be shipped: { alwaysCanReach: { state: shipped } }
`;
const RULINGS = `rulings:
  - { finding: SA204, states: lost, because: a lost parcel is paid back elsewhere }
  - { property: every order can be shipped, because: parcels get lost }
`;
const TYPED = `import { defineTable } from '${join(import.meta.dirname, '../model/table/define.ts')}';
const more = [{ from: 'b', on: 'go', to: 'c' }] as const;
export const abc = defineTable({
  name: 'abc',
  states: { a: { initial: true }, b: {}, c: {} },
  events: { go: {} },
  transitions: [
    { from: 'a', on: 'go', to: 'b' },
    ...more,
  ],
});
`;

const pretty = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;

test('the schemas that ship are those of the code', async () => {
  await expect(pretty(reportJsonSchema())).toMatchFileSnapshot('../schemas/check.schema.json');
  await expect(pretty(configJsonSchema())).toMatchFileSnapshot('../schemas/config.schema.json');
});

test('the strongest exit code wins, in the order of the table', () => {
  expect(strongest([0, 4, 1])).toBe(1);
  expect(strongest([1, 5, 3])).toBe(3);
  expect(strongest([3, 2])).toBe(2);
  expect(strongest([2, 70])).toBe(70);
  expect(strongest([])).toBe(0);
});

describe('check', () => {
  test('prints the violation, its trace with rows, and a command that shows it again; exits 1', () => {
    const folder = folderWith({ 'order.atlas.yaml': ORDER });
    const { code, out } = stateatlas(folder, ['check']);
    expect(code).toBe(1);
    expect(out).toContain('✗ violated  every order can be shipped');
    expect(out).toContain('2  lose (shop) → lost   [order.atlas.yaml:7]');
    expect(out).toContain('4 configurations, 3 transitions, depth 2; all explored');
    const again = /stateatlas (play .*)$/m.exec(out)?.[1]?.split(' ') ?? [];
    const played = stateatlas(folder, again);
    expect(played.code).toBe(0);
    expect(played.out).toContain('lose → lost');
  });

  test('prints decided things as decided and exits 0', () => {
    const folder = folderWith({ 'order.atlas.yaml': ORDER + RULINGS });
    const { code, out } = stateatlas(folder, ['check']);
    expect(code).toBe(0);
    expect(out).toContain('everything open is decided (2 by rulings)');
  });

  test('gives one JSON object that meets its schema, and nothing else on standard output', () => {
    const folder = folderWith({ 'order.atlas.yaml': ORDER, 'abc.atlas.ts': TYPED });
    const { code, out } = stateatlas(folder, ['check', '--format', 'json']);
    expect(code).toBe(1);
    const report = JSON.parse(out);
    const validate = new Ajv2020({ strict: false }).compile(reportJsonSchema() as object);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.results.map(({ table }: { table: string }) => table)).toEqual(['abc', 'order']);
    const [abc, order] = report.results;
    expect(order.exploration).toEqual({ scope: 'exhaustive', initial: 1, configurations: 4, transitions: 3, depth: 2 });
    expect(order.verdicts[0].trace.steps.map((step: { row: object }) => step.row)).toEqual([
      { index: 0, file: 'order.atlas.yaml', line: 5 },
      { index: 2, file: 'order.atlas.yaml', line: 7 },
    ]);
    const deadlock = abc.findings.find(({ code: id }: { code: string }) => id === 'SA204');
    expect(deadlock).toMatchObject({ file: 'abc.atlas.ts', line: 5, column: 42, states: ['c'] });
    // A literal row has its own line; a computed one has the line of the call it belongs to.
    expect(deadlock.trace.steps.map(({ row }: { row: object }) => row)).toEqual([
      { index: 0, file: 'abc.atlas.ts', line: 8 },
      { index: 1, file: 'abc.atlas.ts', line: 3 },
    ]);
  });

  test('says undecided and exits 4 where a bound was hit', () => {
    const folder = folderWith({ 'order.atlas.yaml': ORDER });
    const { code, out } = stateatlas(folder, ['check', '--max-configurations', '2']);
    expect(code).toBe(4);
    expect(out).toContain('? undecided');
    expect(out).toMatch(/stopped at 2 configurations, \d left on the queue/);
  });

  test.each([
    [3, 'bad.atlas.yaml', 'name: x\nstates: {}\n', /bad\.atlas\.yaml:1:1 SA110/],
    [3, 'empty.atlas.yaml', '', /empty\.atlas\.yaml:1:1 SA103/],
    [3, 'latin.atlas.yaml', Buffer.from([0x6e, 0xe9, 0x0a]).toString('latin1'), /SA1/],
    [3, 'broken.atlas.ts', 'export const = 3', /broken\.atlas\.ts.*cannot be loaded/],
    [3, 'none.atlas.ts', 'export const other = 3;\n', /exports no table/],
  ] as const)('exits %i for %s', (expected, name, text, message) => {
    const { code, out, err } = stateatlas(folderWith({ [name]: text }), ['check', name]);
    expect(err).toMatch(message);
    expect(code).toBe(expected);
    expect(out).toBe('');
  });

  test.each([
    [['chek'], /Did you mean check/],
    [['check', '--fromat', 'json'], /Did you mean --format/],
    [['check', 'nothing.atlas.yaml'], /there is no file nothing\.atlas\.yaml/],
    [['check', 'package.json'], /is no table/],
    [['check'], /there is no table here/],
    [['check', '--max-time', 'soon'], /greater than 0/],
  ] as const)('wrong usage %j exits 2 and says what was meant', (argv, message) => {
    const { code, out, err } = stateatlas(folderWith({ 'package.json': '{}' }), argv);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });

  test('shows text that would steer a terminal as escapes', () => {
    const hostile = ORDER.replace('every order can be shipped', '"every \\u001b[31morder"');
    const { out } = stateatlas(folderWith({ 'order.atlas.yaml': hostile }), ['check']);
    expect(out).toContain('\\u001b[31morder');
    expect(out).not.toContain('\u001b');
  });
});

describe('generate', () => {
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
});

describe('play and init', () => {
  test('steps, undoes, and gives the trace as a token', () => {
    const folder = folderWith({ 'order.atlas.yaml': ORDER });
    const { code, out } = stateatlas(folder, ['play'], '1\n2\nu\n1\nt\nq\n');
    expect(code).toBe(0);
    expect(out).toContain('0:place,ship');
    expect(stateatlas(folder, ['play', '--token', '0:ship']).err).toContain(
      'step 1, ship, is not enabled in cart; enabled there: place',
    );
  });

  test('writes a first table that checks, and nothing twice', () => {
    const folder = folderWith({ 'package.json': '{\n\t"name": "mine"\n}\n' });
    const first = stateatlas(folder, ['init', '--yaml']);
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('wrote ticket.atlas.yaml')]);
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(
      '{\n\t"name": "mine",\n\t"scripts": {\n\t\t"check:lifecycle": "stateatlas check"\n\t}\n}\n',
    );
    expect(stateatlas(folder, ['check']).code).toBe(0);
    expect(stateatlas(folder, ['init', '--yaml']).out).toContain('kept ticket.atlas.yaml');
    expect(stateatlas(folderWith({}), ['init']).code).toBe(2);
  });
});
