/** The line that sums a check up, where something is undecided, open or ruled on. */
import { expect, test } from 'vitest';
import type { Table } from '../../model/table/types.ts';
import { check } from '../../properties/judge/index.ts';
import { summaryLine } from './text.ts';

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
