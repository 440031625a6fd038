/** `check` as its users meet it: reports, traces, rulings, JSON, bounds. */
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { reportJsonSchema } from '../generators/report/json.ts';
import { folderWith, ORDER, stateatlas } from './testing.ts';

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

test('shows text that would steer a terminal as escapes', () => {
  const hostile = ORDER.replace('every order can be shipped', '"every \\u001b[31morder"');
  const { out } = stateatlas(folderWith({ 'order.atlas.yaml': hostile }), ['check']);
  expect(out).toContain('\\u001b[31morder');
  expect(out).not.toContain('\u001b');
});

test('--quiet prints only tables with something open or undecided', () => {
  const decided = (ORDER + RULINGS).replace('name: order', 'name: decided');
  const folder = folderWith({ 'decided.atlas.yaml': decided, 'order.atlas.yaml': ORDER });
  expect(stateatlas(folder, ['check', '--quiet', 'decided.atlas.yaml'])).toEqual({ code: 0, out: '', err: '' });
  const { code, out } = stateatlas(folder, ['check', '--quiet']);
  expect(code).toBe(1);
  expect(out).toMatch(/^order {2}order\.atlas\.yaml\n/);
  expect(out).not.toContain('decided.atlas.yaml');
  expect(stateatlas(folder, ['check', '--quiet', '--max-configurations', '2', 'decided.atlas.yaml']).out).toMatch(
    /^decided /,
  );
});
