/** `review` on the command line: which documents and tables, which formats and files, what fails, and what is said where it is asked for wrongly. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { performed } from './commands/testing.ts';
import { EXIT } from './exit.ts';
import { reportSchemas } from './reports.ts';
import { folderWith, ORDER, stateatlas } from './testing.ts';

/** What the table of orders says, in a document: all but that what was shipped gets lost. */
const DOCUMENT = `Status Description Previous status Next status
Cart The customer chooses.
none
• Placed
Placed The shop packs it.
• Cart
• Shipped
• Lost
Shipped It is on its way.
• Placed
• Lost
Lost Nobody finds it.
• Placed
• Shipped
none
`;

const RULING = '{ finding: SA340, states: [shipped, lost], because: The carrier is not ours., by: Ada }';

const folder = folderWith({
  'order.atlas.yaml': ORDER,
  'docs/orders.txt': DOCUMENT,
  'decided/order.atlas.yaml': `${ORDER}rulings:\n  - ${RULING}\n`,
  'broken.atlas.yaml': 'name: [',
  'none.txt': 'nothing to see\n',
});

const review = (...argv: readonly string[]) => performed(folder, ['review', '--table', 'order.atlas.yaml', ...argv]);

test('what the table contradicts is found, with carets under the item, and fails', async () => {
  const { code, out, err } = await review('docs/orders.txt');
  expect([code, err]).toEqual([EXIT.open, '']);
  expect(out).toContain('docs/orders.txt against order\n');
  expect(out).toContain('      11 │ • Lost\n         │   ^^^^ ');
  expect(out).toContain(
    'Rule on it in the table, under rulings: - { finding: SA340, states: [shipped, lost], because: … }',
  );
});

test('a ruling decides it, and with all decided the exit code is 0', async () => {
  const { code, out } = await performed(folder, ['review', '--table', 'decided/order.atlas.yaml', 'docs/orders.txt']);
  expect(out).toContain('Decided\n  • SA340');
  expect(out).toContain('accepted (Ada): The carrier is not ours.');
  expect(out).toMatch(/ {2}(nothing open|\d+ open \(\d+ notes?\)), 1 decided\n$/);
  expect(code).toBe(EXIT.well);
});

test('as data it meets the schema, from standard input as from a file or a quoted glob', async () => {
  const { code, out } = await review('--format', 'json', 'docs/**/*.txt');
  const report = JSON.parse(out);
  expect(code).toBe(EXIT.open);
  const validate = new Ajv2020({ strict: false }).compile(reportSchemas().review as object);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...report, more: 1 })).toBe(false);
  const piped = stateatlas(folder, ['review', '--table', 'order.atlas.yaml', '--format', 'json', '-'], DOCUMENT);
  expect(JSON.parse(piped.out.replaceAll('"-"', '"docs/orders.txt"'))).toEqual(report);
});

test('reports are written whole, each in the format of its ending, and are named', async () => {
  const files = ['html', 'sarif', 'md', 'xml', 'json', 'txt'].map((ending) => `reports/review.${ending}`);
  const { code, out } = await review('docs/orders.txt', ...files.flatMap((file) => ['--out', file]));
  expect(code).toBe(EXIT.open);
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^docs\/orders\.txt against order: \d+ open /),
    ...files.map((file) => `  see ${file}`),
    '',
  ]);
  const starts = files.map((file) => readFileSync(join(folder, file), 'utf8').slice(0, 9));
  expect(starts).toEqual(
    ['<!doctype', '{\n  "$sche', '# Review ', '<?xml ver', '{\n  "tool"', 'docs/orde'].map((each) => each.slice(0, 9)),
  );
  expect((await review('docs/orders.txt', '--format', 'sarif', '--out', 'results.json', '--quiet')).out).toBe('');
  expect(JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')).version).toBe('2.1.0');
});

describe('what fails', () => {
  const configured = (failOn: string) =>
    folderWith({
      'order.atlas.yaml': ORDER,
      'a.txt': DOCUMENT.replace('• Placed\n• Lost\nLost', '• Placed\nnone\nLost')
        .replace('• Shipped\nnone', 'none')
        .replace('Cart The', 'Cart  The'),
      'stateatlas.config.yaml': `review: { documents: ['*.txt'], failOn: ${failOn} }\n`,
    });

  test('is a matter of severity: of the configuration, unless the command line says', async () => {
    const clean = configured('note');
    expect((await performed(clean, ['review'])).code).toBe(EXIT.well);
    const left = folderWith({
      'order.atlas.yaml': ORDER.replace(
        '  - { from: placed, on: lose, to: lost }\n',
        '  - { from: placed, on: lose, to: lost }\n  - { from: cart, on: lose, to: lost }\n',
      ),
      'a.txt': readFileSync(join(clean, 'a.txt'), 'utf8'),
      'stateatlas.config.yaml': `review: { documents: ['*.txt'], failOn: error }\n`,
    });
    const open = await performed(left, ['review']);
    expect(open.out).toMatch(/1 open \(1 warning\)\n$/);
    expect(open.code).toBe(EXIT.well);
    expect((await performed(left, ['review', '--fail-on', 'warning'])).code).toBe(EXIT.open);
    expect((await performed(left, ['review', '--strict', '--quiet'])).code).toBe(EXIT.open);
  });
});

test('without documents it reviews what the table restates', async () => {
  const sources = `sources:
  handbook:
    title: Handbook
    claims: [{ line: 7, column: next, of: shipped, names: lost, text: Lost }]
`;
  const restated = folderWith({ 'order.atlas.yaml': `${ORDER}${sources}`, 'a.txt': DOCUMENT });
  const { code, out } = await performed(restated, ['review']);
  expect(code).toBe(EXIT.open);
  expect(out).toContain('handbook:7:1 “Lost”');
  expect(await performed(restated, ['review', '--source', 'handbok=a.txt'])).toMatchObject({
    code: EXIT.usage,
    err: '--source handbok: no table has such a source (order); did you mean handbook?\n',
  });
  expect((await performed(restated, ['review', '--source', 'handbook=a.txt'])).out).toContain('a.txt against order\n');
});

test('of several tables each document is held against the one of which it is a source', async () => {
  const named = (name: string, location: string) =>
    `${ORDER.replace('name: order', `name: ${name}`)}sources: { handbook: { title: Handbook, location: ${location} } }\n`;
  const both = folderWith({
    'a.atlas.yaml': named('one', 'docs/a.txt'),
    'b.atlas.yaml': named('two', 'b.txt'),
    'docs/a.txt': DOCUMENT,
    'docs/b.txt': DOCUMENT,
    'docs/c.txt': DOCUMENT,
  });
  const { out } = await performed(both, ['review', 'docs/a.txt', 'docs/b.txt']);
  expect(out).toMatch(/^docs\/a\.txt, docs\/b\.txt against one, two\n/);
  expect(out.match(/✗ error SA340 .*\[docs\/[ab]\.txt/g)).toHaveLength(2);
  expect(await performed(both, ['review', 'docs/*.txt'])).toMatchObject({
    code: EXIT.usage,
    err: 'docs/c.txt: there are several tables, and none has it as the location of a source; choose one with --table: one, two\n',
  });
  expect((await performed(both, ['review', '--table', 'two', 'docs/c.txt'])).out).toContain('docs/c.txt against two\n');
});

test('without any table a document is held against itself', async () => {
  const alone = folderWith({ 'a.txt': DOCUMENT });
  const { code, out } = await performed(alone, ['review', 'a.txt']);
  expect(out).toMatch(/^a\.txt\n/);
  expect(out).not.toContain('Rule on it');
  expect([EXIT.well, EXIT.open]).toContain(code);
});

test.each([
  ['no such document', ['nope.txt'], EXIT.usage, /^nope\.txt cannot be read: there is no such file\n$/],
  ['a glob that matches nothing', ['x/*.md'], EXIT.usage, /^no document matches x\/\*\.md\n$/],
  ['no table in the document', ['none.txt'], EXIT.unreadable, /^none\.txt:1:1 .+\n {4}.+\n$/],
  [
    'an ending that tells nothing',
    ['docs/orders.txt', '--out', 'x.pdf'],
    EXIT.usage,
    /^the ending of x\.pdf tells no format; say it with --format\n$/,
  ],
  [
    'a source that is none',
    ['--source', 'x'],
    EXIT.usage,
    /It must be the name of a source, = and a file: article=article\.txt\./,
  ],
  ['strictness twice', ['--strict', '--fail-on', 'note', 'docs/orders.txt'], EXIT.usage, /cannot be used with/],
  ['nothing restated', [], EXIT.usage, /^no table restates what a source claims; name the documents to review\n$/],
] as const)('%s', async (_, argv, expected, message) => {
  const { code, out, err } = await review(...argv);
  expect(code).toBe(expected);
  expect(err).toMatch(message);
  expect(out).toBe('');
  expect(existsSync(join(folder, 'x.pdf'))).toBe(false);
});

test('a table that cannot be read is said, and one that does not exist is named', async () => {
  expect((await performed(folder, ['review', '--table', 'broken.atlas.yaml', 'docs/orders.txt'])).code).toBe(
    EXIT.unreadable,
  );
  const other = folderWith({ 'order.atlas.yaml': ORDER, 'a.txt': DOCUMENT });
  expect(await performed(other, ['review', '--table', 'ordr', 'a.txt'])).toMatchObject({
    code: EXIT.usage,
    err: 'there is no file and no table ordr; did you mean order?\n',
  });
});
