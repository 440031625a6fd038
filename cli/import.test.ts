/** `import` on the command line: what a flattened table says, as text and as data, and what is said where nothing can be read. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

describe('a draft', () => {
  test('is a table that can be checked, is kept where it is there already, and overwrites nothing else', () => {
    const drafts = folderWith({
      'ticket.txt': TICKET,
      'egg.txt': TICKET.replaceAll(/Open|Assigned|Closed/g, (each) => `${each}egg`),
    });
    const write = ['import', 'ticket.txt', '--write'];
    const first = stateatlas(drafts, write);
    expect([first.code, first.out]).toEqual([
      EXIT.well,
      'wrote ticket.atlas.yaml: 3 states, 3 rows, 3 open questions\nnext: decide what is marked “question”, then npx stateatlas check ticket.atlas.yaml\n',
    ]);
    const text = readFileSync(join(drafts, 'ticket.atlas.yaml'), 'utf8');
    expect(text).toContain(`transitions:
  - { from: open, on: to-assigned, to: assigned, cites: { ticket: [ 4, 7 ] } }
  # question: “after two weeks” (line 5) is a condition: say it in a guard
  - { from: open, on: to-closed, to: closed, cites: { ticket: [ 5, 10 ] } }
`);
    expect(stateatlas(drafts, ['check', 'ticket.atlas.yaml']).code).toBe(EXIT.well);
    expect(stateatlas(drafts, write).out).toContain('kept ticket.atlas.yaml');
    writeFileSync(join(drafts, 'ticket.atlas.yaml'), 'mine');
    const refused = stateatlas(drafts, write);
    expect([refused.code, refused.out]).toEqual([EXIT.usage, '']);
    expect(refused.err).toContain('ticket.atlas.yaml is there already and was not overwritten');
    expect(readFileSync(join(drafts, 'ticket.atlas.yaml'), 'utf8')).toBe('mine');
    const strangers = stateatlas(drafts, ['import', 'ticket.txt', 'egg.txt', '--write', 'both.atlas.yaml']);
    expect([strangers.code, existsSync(join(drafts, 'both.atlas.yaml'))]).toEqual([EXIT.unreadable, false]);
    expect(strangers.err).toContain('egg.txt has 0 of 3 labels in common');
    expect(stateatlas(drafts, ['import', 'ticket.txt', '--write', 'ticket.txt']).code).toBe(EXIT.usage);
  });
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
    expect(err).toMatch(/^bad\.txt:1:\d+ /);
  });

  test('a file that is not there is wrong usage', () => {
    expect(stateatlas(folder, ['import', 'nowhere.txt']).code).toBe(EXIT.usage);
  });
});

test('columns without telling headings are told in their order, and a role that is none is refused', () => {
  const table = folderWith({ 'doors.csv': 'Was,Did,Is\nopen,push,shut\nshut,pull,open\n' });
  const unread = stateatlas(table, ['import', 'doors.csv']);
  expect(unread.code).toBe(EXIT.unreadable);
  expect(unread.err).toContain('their headings are: line 1: Was | Did | Is');
  const { out } = stateatlas(table, ['import', 'doors.csv', '--format', 'json', '--columns', 'previous,event,next']);
  const { layout, claims } = JSON.parse(out);
  expect(layout).toBe('transitions');
  expect(claims.map(({ from, event, to }: { from: string; event: string; to: string }) => [from, event, to])).toEqual([
    ['open', 'push', 'shut'],
    ['shut', 'pull', 'open'],
  ]);
  const wrong = stateatlas(table, ['import', 'doors.csv', '--columns', 'previous,evnt,next']);
  expect(wrong.code).toBe(EXIT.usage);
  expect(wrong.err).toContain('Did you mean event?');
  const layoutless = stateatlas(table, ['import', 'doors.csv', '--layout', 'marix']);
  expect(layoutless.code).toBe(EXIT.usage);
  expect(layoutless.err).toContain('Did you mean matrix?');
});
