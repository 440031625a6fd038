/** `import` on the command line: what a flattened table says, as text and as data, and what is said where nothing can be read. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { EXIT } from './exit.ts';
import { reportSchemas } from './reports.ts';
import { folderWith, stateatlas } from './testing.ts';

const TICKET = `Status Description Previous status Next status
Open The ticket is new.
none
• Assigned
• Closed (after two weeks)
Assigned Somebody works on it.
• Open
• Closed
Closed Nothing is left to do.
• Open
• Assigned
none
`;

const folder = folderWith({ 'ticket.txt': TICKET });

test('a flattened table gives its states and claims, as data that meets the schema', () => {
  const { code, out } = stateatlas(folder, ['import', '--format', 'json', 'ticket.txt']);
  const read = JSON.parse(out);
  expect(code).toBe(EXIT.well);
  const validate = new Ajv2020({ strict: false }).compile(reportSchemas().import as object);
  expect(validate(read), JSON.stringify(validate.errors)).toBe(true);
  expect(read.states.map(({ id, line }: { id: string; line: number }) => [id, line])).toEqual([
    ['open', 2],
    ['assigned', 6],
    ['closed', 9],
  ]);
  type Claim = { line: number; column_kind: string; from: string | null; to: string | null; condition?: string };
  expect(
    read.claims.map(({ line, column_kind, from, to, condition }: Claim) => [line, column_kind, from, to, condition]),
  ).toEqual([
    [3, 'previous', null, 'open', undefined],
    [4, 'next', 'open', 'assigned', undefined],
    [5, 'next', 'open', 'closed', 'after two weeks'],
    [7, 'previous', 'open', 'assigned', undefined],
    [8, 'next', 'assigned', 'closed', undefined],
    [10, 'previous', 'open', 'closed', undefined],
    [11, 'previous', 'assigned', 'closed', undefined],
    [12, 'next', 'closed', null, undefined],
  ]);
});

test('several documents give a list, and the same from standard input', () => {
  const both = JSON.parse(stateatlas(folder, ['import', '--format', 'json', 'ticket.txt', 'ticket.txt']).out);
  expect(both.results.map(({ document }: { document: string }) => document)).toEqual(['ticket.txt', 'ticket.txt']);
});

test('as text every claim has its place', () => {
  const { out } = stateatlas(folder, ['import', 'ticket.txt']);
  expect(out).toContain('    next     closed  after two weeks   [ticket.txt:5:3]');
  expect(out).toContain('3 states, 8 claims; 0 could be read otherwise; 0 findings');
});

describe('what cannot be read', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'it is empty'],
    ['a text without a table', 'Nothing here.\n• at all\n', 'there is no line of headings'],
    ['headings without rows', 'Status Description Previous status Next status\n', 'no row of a state follows'],
    ['zero bytes', 'Status\u0000', 'zero bytes'],
    ['Latin-1', Uint8Array.from([0xe9, 0x74, 0xe9]), 'is not UTF-8 text'],
  ])('%s is refused with a reason', (_, content, reason) => {
    writeFileSync(join(folder, 'bad.txt'), content);
    const { code, err, out } = stateatlas(folder, ['import', 'bad.txt']);
    expect([code, out]).toEqual([EXIT.unreadable, '']);
    expect(err).toContain(reason);
    expect(err).toMatch(/^bad\.txt:1:1 /);
  });

  test('a table of too many rows is refused before it is searched', () => {
    const rows = Array.from(
      { length: 70 },
      (_, index) => `State${index} It is so.\n• State${(index + 1) % 70}\nnone\n`,
    );
    writeFileSync(join(folder, 'long.txt'), `Status Description Previous status Next status\n${rows.join('')}`);
    const { code, err } = stateatlas(folder, ['import', 'long.txt']);
    expect([code, err]).toEqual([EXIT.unreadable, expect.stringContaining('the most is 60')]);
  });

  test('a file that is not there is wrong usage', () => {
    expect(stateatlas(folder, ['import', 'nowhere.txt']).code).toBe(EXIT.usage);
  });
});
