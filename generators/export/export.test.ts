/** Tables in other languages: XState's machine does what the table does, and no text of a table becomes syntax. */

import { describe, expect, test } from 'vitest';
import { type AnyMachineSnapshot, type AnyStateMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import type { TableConfiguration } from '../../model/explore/machine.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import { elevator } from '../../model/gallery/elevator.atlas.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { parseTable } from '../../model/table/parse.ts';
import type { Table } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { smallTable } from '../../properties/laws/tables.ts';
import { nasty } from '../testing.ts';
import { EXPORTS, exportModel } from './index.ts';
import { generatedModules } from './testing.ts';

const imported = generatedModules();
const machineOf = async (table: Table): Promise<AnyStateMachine> =>
  ((await imported(table)) as { readonly machine: AnyStateMachine }).machine;

/** The parts of a configuration, and the snapshot of XState, that must be equal. */
const shown = (state: string, memory: object) => ({ state, memory });
const snapshotShown = ({ value, context }: AnyMachineSnapshot) => shown(value as string, { ...context });

/** Walks both through everything that the first initial configuration can come to, taking the first step of each event. */
async function sameSteps(table: Table): Promise<number> {
  const ours = tableMachine(table);
  const theirs = await machineOf(table);
  const first = ours.initial[0] as TableConfiguration | undefined;
  if (first === undefined) return 0;
  const start = getInitialSnapshot(theirs) as AnyMachineSnapshot;
  expect(snapshotShown(start)).toEqual(shown(first.state, first.memory));
  const seen = new Set([ours.key(first)]);
  const queue = [{ at: first, snapshot: start }];
  let compared = 0;
  for (const { at, snapshot } of queue) {
    for (const event of Object.keys(table.events)) {
      const to = (ours.moves(at).steps.find((step) => step.event === event)?.to ?? at) as TableConfiguration;
      const next = getNextSnapshot(theirs, snapshot, { type: event }) as AnyMachineSnapshot;
      expect(snapshotShown(next), `${event} in ${ours.describe(at)}`).toEqual(shown(to.state, to.memory));
      compared++;
      if (!seen.has(ours.key(to))) queue.push({ at: to, snapshot: next });
      seen.add(ours.key(to));
    }
  }
  return compared;
}

describe('XState', () => {
  test.each([
    ['order', order],
    ['elevator', elevator],
    ['session', session],
  ] as const)('does what the table %s does', async (_, table) => {
    expect(await sameSteps(table)).toBeGreaterThan(40);
  });

  law.prop([smallTable], { numRuns: 200 })('does what random tables do', async (table) => {
    await sameSteps(table);
  });

  law.prop([tableArbitrary()], { numRuns: 100 })('reads every table', async (table) => {
    expect(Object.keys((await machineOf(table)).states)).toHaveLength(Object.keys(table.states).length);
  });
});

test.each(EXPORTS)('%s is written for the flagship and for nasty labels, the same every time', (language) => {
  for (const table of [session, nasty]) {
    const { text } = exportModel(table, language);
    expect(text.endsWith('\n')).toBe(true);
    expect(exportModel(table, language).text).toBe(text);
  }
});

test('JSON and YAML are the table itself', () => {
  expect(parseTable(JSON.parse(exportModel(session, 'json').text))).toMatchObject({ ok: true, table: session });
  expect(exportModel(session, 'json').leavesOut).toEqual([]);
});

test('DOT holds every state once, every pair of ends once, and text only in quotes', () => {
  const { text } = exportModel(nasty, 'dot');
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/gs, '""');
  expect(bare.match(/^ {2,4}s\d+ \[label=""( peripheries=2)?\];$/gm)).toHaveLength(Object.keys(nasty.states).length);
  expect(bare.match(/^ {2}s\d+ -> s\d+ \[label=""\];$/gm)).toHaveLength(nasty.transitions.length);
  expect(bare).toMatch(/^[\w\s{}[\]="">,;-]*$/);
});

test('what a language cannot say is listed, property by property, and asked for by name', () => {
  expect(exportModel(order, 'murphi').leavesOut).toEqual([
    '“a placed order settles”: this language cannot say what must happen under fairness',
    '“a cancelled order is never shipped”: needs a model of its own; ask for it by its name',
  ]);
  expect(exportModel(order, 'promela').leavesOut).toEqual([
    '“no order is trapped”: this language cannot say what must always stay reachable',
    '“a placed order settles”: needs a model of its own; ask for it by its name',
  ]);
  const settles = 'a placed order settles';
  expect(exportModel(order, 'promela', { property: settles }).text).toContain('accept_round');
  expect(() => exportModel(order, 'murphi', { property: settles })).toThrow(RangeError);
  expect(() => exportModel(order, 'dot', { property: settles })).toThrow(RangeError);
});
