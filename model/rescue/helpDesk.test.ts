/** The help desk against the article, and its counts by other routes than our own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exploreModel } from '../explore/compiled.ts';
import { explore } from '../explore/explorer.ts';
import type { StateGraph } from '../explore/graph.ts';
import { systemMachine } from '../explore/naive-system.ts';
import type { System } from '../system/types.ts';
import { selectStates } from '../table/select.ts';
import type { Claim, Row, Table } from '../table/types.ts';
import { consoleTable } from './helpDesk.console.ts';
import { serverTable } from './helpDesk.server.ts';
import { helpDeskOf, type Size } from './helpDesk.ts';
import { session } from './session.atlas.ts';
import { article } from './source.ts';

const claims = article.claims ?? [];

/** The statuses of the article that a state of one of the two tables stands for. */
const statusesOf = (state: string): readonly string[] => {
  if (state === 'transferring') return ['outgoing', 'incoming'];
  if (state === 'collaborating') return ['collaboration'];
  return [state === 'notShown' ? 'removed' : state];
};

/** The states that a row can recall: those that its guard lists, else those that can be saved. */
function recalled(table: Table, { when = {} }: Row, name: string): readonly string[] {
  const condition = when[name];
  if (typeof condition === 'object' && condition !== null && 'in' in condition)
    return condition.in as readonly string[];
  const variable = table.memory?.[name];
  return variable !== undefined && 'states' in variable ? selectStates(table.states, variable.states) : [];
}

/** The steps from status to status that a row makes, in the article's words. */
function edges(table: Table, row: Row): readonly (readonly [from: string, to: string])[] {
  return selectStates(table.states, row.from).flatMap((from) => {
    const to = typeof row.to === 'object' ? recalled(table, row, row.to.recall) : [row.to === 'stay' ? from : row.to];
    return statusesOf(from).flatMap((one) => to.flatMap(statusesOf).map((other) => [one, other] as const));
  });
}

const claimed = ({ column, of, names }: Claim): string => (column === 'previous' ? `${names} ${of}` : `${of} ${names}`);

/** The claims that some row of the table cites and bears out. */
const implemented = (table: Table): readonly Claim[] =>
  claims.filter((claim) =>
    table.transitions.some(
      (row) =>
        row.cites?.article?.includes(claim.line) && edges(table, row).some((edge) => edge.join(' ') === claimed(claim)),
    ),
  );

describe('the article', () => {
  test('is borne out by the consoles wherever one console bears it out, and in two places more', () => {
    const inOne = implemented(session);
    expect(inOne).toHaveLength(108);
    const inAll = implemented(consoleTable);
    expect(inOne.filter((claim) => !inAll.includes(claim))).toEqual([]);
    expect(inAll.filter((claim) => !inOne.includes(claim)).map(({ line }) => line)).toEqual([57, 129]);
  });

  test.each([serverTable, consoleTable])(
    'is cited by the table $name only where it says so, and every row has a reason',
    (table: Table) => {
      for (const [index, row] of table.transitions.entries()) {
        expect(row.cites !== undefined || row.because !== undefined, `row ${index}`).toBe(true);
        const made = edges(table, row).map((edge) => edge.join(' '));
        for (const at of row.cites?.article ?? [])
          expect(
            claims.some((claim) => claim.line === at && made.includes(claimed(claim))),
            `row ${index} cites line ${at}`,
          ).toBe(true);
      }
    },
  );

  test('leaves open only how lines come to a console and go from it', () => {
    const known = new Set(claims.map(claimed));
    const open = consoleTable.transitions.flatMap((row: Row) =>
      edges(consoleTable, row)
        .filter((edge) => !known.has(edge.join(' ')))
        .map(([from, to]) => (from === 'removed' ? `+${to}` : to === 'removed' ? `-${from}` : `${from} ${to}`)),
    );
    expect(open).toEqual([
      '+connecting',
      '+incoming',
      '+invitation',
      '-closedByTechnician',
      '-waiting',
      '-outgoing',
      '-incoming',
      '-rebooting',
      '-offline',
      '-timedOut',
      '-closedByCustomer',
    ]);
  });

  test.each([serverTable, consoleTable])('gives the table $name its words, in both languages', (table: Table) => {
    for (const part of [table.states, table.events, table.memory ?? {}])
      for (const [name, { label, description }] of Object.entries(part))
        for (const text of [label, description]) expect(Object.keys(text ?? {}), name).toEqual(['en', 'fr']);
  });
});

type Counts = readonly [configurations: number, transitions: number];

const counted = (desk: System, explored: (desk: System) => StateGraph): Counts => {
  const { size: configurations, transitions, stopped } = explored(desk);
  expect(stopped).toBeUndefined();
  return [configurations, transitions];
};

/**
 * What one session can be in, counted by hand for n technicians. In the queue it is everybody's or one technician's;
 * two technicians can be owner and colleague in n (n - 1) ways; an owner has invited nobody or one of the others.
 */
function ofOneSession(n: number): number {
  const queue = 1 + n;
  const pairs = n * (n - 1);
  const invited = n * n;
  const reconnecting = queue + 2 * invited + 2 * pairs;
  return [
    1, // not begun
    2 * queue, // connecting, waiting
    2 * invited + invited, // active, taken or come back; on hold
    2 * pairs, // transferring, taken before or not
    3 * pairs, // collaborating: come back for both, for the host only, for neither
    reconnecting + 2 * (reconnecting + pairs), // rebooting and offline, where a collaboration may be interrupted too
    2 * (queue + pairs), // timed out, by one of two limits
    2 * (queue + pairs), // closed by an active or a waiting customer
    n + 1, // closed by a technician, removed
  ].reduce((sum, each) => sum + each, 0);
}

const missing = ['rumur', 'cc'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);

/**
 * What rumur counts on the desk restated by hand. Rumur compares and swaps 16 bytes at once, for which x86-64 needs an
 * option.
 */
function countedByRumur({ sessions, technicians, capacity }: Size): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'stateatlas-desk-'));
  const [model, source, program] = ['desk.m', 'desk.c', 'desk'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const restated = readFileSync(join(import.meta.dirname, 'helpDesk.m'), 'utf8')
    .replace(/SESSIONS : \d+;/, `SESSIONS : ${sessions};`)
    .replace(/TECHNICIANS : \d+;/, `TECHNICIANS : ${technicians};`)
    .replace(/CAPACITY : \d+;/, `CAPACITY : ${capacity};`);
  writeFileSync(model, restated);
  const steps: readonly (readonly [string, ...string[]])[] = [
    ['rumur', '--deadlock-detection', 'off', '--symmetry-reduction', 'off', model, '--output', source],
    ['cc', '-std=c11', ...(process.arch === 'x64' ? ['-mcx16'] : []), source, '-o', program, '-lpthread'],
    [program],
  ];
  let said = '';
  for (const [command, ...argv] of steps) {
    const { status, stdout, stderr } = spawnSync(command, argv, { encoding: 'utf8' });
    expect(status, `${command} ${argv.join(' ')}\n${stdout}${stderr}`).toBe(0);
    said = stdout;
  }
  rmSync(folder, { recursive: true });
  const counts = /(\d+) states, (\d+) rules fired/.exec(said);
  return [Number(counts?.[1]), Number(counts?.[2])];
}

describe('counts', () => {
  test.each([1, 2, 3])('of one session and %i technicians are those counted by hand', (technicians) => {
    expect(counted(helpDeskOf({ sessions: 1, technicians, capacity: 1 }), exploreModel)[0]).toBe(
      ofOneSession(technicians),
    );
  });

  test('of two sessions, where there is room for both, are all pairs of what one can be in', () => {
    expect(counted(helpDeskOf({ sessions: 2, technicians: 2, capacity: 2 }), exploreModel)[0]).toBe(
      ofOneSession(2) ** 2,
    );
  });

  test('rumur and a C compiler are there where tests are run continuously', () => {
    expect(process.env.CI === undefined ? [] : missing).toEqual([]);
  });

  test.skipIf(missing.length > 0).each([
    { sessions: 1, technicians: 3, capacity: 1 },
    { sessions: 2, technicians: 2, capacity: 1 },
  ])(
    'of $sessions sessions and $technicians technicians are those of the desk restated for rumur, by either explorer',
    (size) => {
      const counts = countedByRumur(size);
      expect(counted(helpDeskOf(size), exploreModel)).toEqual(counts);
      expect(counted(helpDeskOf(size), (desk) => explore(systemMachine(desk)))).toEqual(counts);
    },
  );
});
