/** What a diagram of two versions shows, by hand. */
import { expect, test } from 'vitest';
import type { Table } from '../../model/table/types.ts';
import { structureDifference, type TableDifference } from '../../properties/difference/index.ts';
import { differenceDiagram } from './diagram.ts';

const parcel = (states: Table['states']): Table => ({
  name: 'parcel',
  states,
  events: { lose: {}, find: {} },
  transitions: [{ from: 'sent', on: 'lose', to: 'lost' }],
});

test('a state that is not the same in both versions is marked and coloured, one that is new otherwise', () => {
  const old = parcel({ sent: { initial: true }, lost: { final: true } });
  const now = parcel({ sent: { initial: true }, lost: {}, found: { final: true } });
  const [table] = structureDifference(old, now).tables;
  const lines = differenceDiagram(table as TableDifference, 'en')?.split('\n') ?? [];
  // Signs are written as the characters' numbers, which Mermaid shows as signs: ~ and +.
  expect(lines.slice(1, 4)).toEqual(['  s0("sent")', '  s1("#126; lost"):::changed', '  s2(["#43; found"]):::added']);
  expect(lines.filter((line) => line.includes('classDef changed'))).toHaveLength(1);
});
