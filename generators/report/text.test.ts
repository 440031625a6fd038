/** The line that sums a check up, where something is undecided, open or ruled on. */
import { expect, test } from 'vitest';
import type { System } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import { check } from '../../properties/judge/index.ts';
import { summaryLine, textReport } from './text.ts';

const lamp: Table = {
  name: 'lamp',
  states: { off: { initial: true }, on: {}, broken: {} },
  events: { drop: {}, press: {} },
  transitions: [
    { from: 'off', on: 'drop', to: 'broken' },
    { from: 'off', on: 'press', to: 'on' },
    { from: 'on', on: 'press', to: 'off' },
  ],
  properties: { 'it never breaks': { never: { state: 'broken' } }, 'it lights': { reachable: { state: 'on' } } },
  rulings: [{ property: 'it never breaks', because: 'It is made of glass.' }],
};

test.each([
  [1, '2 properties: 0 hold, 2 undecided, 0 violated · 0 findings · undecided'],
  [
    2,
    '2 properties: 0 hold, 1 undecided, 1 violated · 0 findings · undecided · all that was found is decided (1 by rulings)',
  ],
  [3, '2 properties: 1 hold, 1 violated · 1 finding · 1 open'],
])('of %i configurations', (maxConfigurations, line) => {
  expect(summaryLine(check(lamp, { maxConfigurations }))).toBe(line);
});

test('what rulings decide on the whole', () => {
  const finding = { finding: 'SA204', states: 'broken', because: 'Glass is thrown away.' };
  expect(summaryLine(check({ ...lamp, rulings: [...(lamp.rulings ?? []), finding] }))).toBe(
    '2 properties: 1 hold, 1 violated · 1 finding · everything open is decided (2 by rulings)',
  );
});

test('a configuration in which a system is stuck is one finding, with those who are not final', () => {
  const clerk: Table = {
    name: 'clerk',
    states: { free: { initial: true }, waiting: {}, done: { final: true } },
    events: { ask: {} },
    transitions: [{ from: 'free', on: 'ask', to: 'waiting' }],
  };
  const letter: Table = {
    name: 'letter',
    states: { open: { initial: true } },
    events: { read: {} },
    transitions: [{ from: 'open', on: 'read', to: 'stay' }],
  };
  const office: System = {
    name: 'office',
    tables: [clerk, letter],
    instances: { clerk: { table: 'clerk', count: 2 }, letter: { table: 'letter' } },
    events: { read: { moves: { letter: 'read', clerk1: 'ask' } } },
  };
  const judgement = check(office);
  const text = textReport({ file: 'office.yaml', model: office, places: () => undefined, judgement });
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes('SA204'));
  expect(lines.slice(at, at + 5)).toEqual([
    '  ✗ SA204 nothing is enabled in the whole system, and these are not final',
    '       clerk.free: clerk2   [tables[0].states.free]',
    '       clerk.waiting: clerk1   [tables[0].states.waiting]',
    '       letter.open: letter   [tables[1].states.open]',
    '       start  clerk1 free; clerk2 free; letter open',
  ]);
  expect([judgement.findings.length, summaryLine(judgement)]).toEqual([
    4,
    '0 properties: 0 hold, 0 violated · 2 findings · 2 open',
  ]);
});
