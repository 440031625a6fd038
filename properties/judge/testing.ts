/** A system for tests of findings: some lamps. For tests only. */
import type { System } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import { check } from './checking.ts';
import type { Finding } from './verdict.ts';

/** What findings are about: code, states, events, memory, row. */
export const subjects = (findings: readonly Finding[]) =>
  findings.map(({ code, states, events, memory, row }) => [code, states ?? [], events ?? [], memory ?? [], row]);
export const findingsOf = (system: System): readonly Finding[] => check(system).findings;

/** One who can be on or off, in a system of some of them. */
export const lamp: Table = {
  name: 'lamp',
  states: { off: { initial: true, final: true }, on: {} },
  events: { press: {}, fade: {} },
  transitions: [
    { from: 'off', on: 'press', to: 'on' },
    { from: 'on', on: 'fade', to: 'off' },
  ],
};
export const lamps = (parts: Partial<System>, table: Partial<Table> = {}): System => ({
  name: 'lamps',
  tables: [{ ...lamp, ...table }],
  instances: { light: { table: 'lamp', count: 2 } },
  ...parts,
});
