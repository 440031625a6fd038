/** The gallery against its expected counts, and the expected counts against rumur on models restated by hand. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { tableMachine } from '../../model/explore/naive.ts';
import { readTable } from '../../model/table/read.ts';
import type { Table } from '../../model/table/types.ts';
import { check, isOpen } from '../judge/index.ts';
import { behaviour, reference } from './reference.ts';

/** Rumur compares and swaps 16 bytes at once, for which x86-64 needs an option. */
const WIDE = process.arch === 'x64' ? ['-mcx16'] : [];

type Expected = {
  readonly command: string;
  readonly initial: number;
  readonly configurations: number;
  readonly transitions: number;
  readonly depth: number;
  readonly verdicts: { readonly [property: string]: string };
  readonly findings: readonly string[];
};

const folder = join(import.meta.dirname, '../../model/gallery');
const names = readdirSync(folder).flatMap((name) => /^(.*)\.atlas\.(ts|yaml)$/.exec(name)?.[1] ?? []);

const expectedOf = (name: string): Expected => JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));

async function tableOf(name: string): Promise<Table> {
  const yaml = join(folder, `${name}.atlas.yaml`);
  if (!existsSync(yaml)) return (await import(join(folder, `${name}.atlas.ts`)))[name] as Table;
  const read = readTable(readFileSync(yaml, 'utf8'), { file: yaml, format: 'yaml' });
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.table;
}

test('the gallery has its six tables', () => {
  expect(names.sort()).toEqual(['ciJob', 'elevator', 'order', 'payment', 'pod', 'tcp']);
});

describe.each(names)('%s', (name) => {
  test('has the expected counts, verdicts and findings, and nothing open', async () => {
    const { command: _, ...expected } = expectedOf(name);
    const judgement = check(await tableOf(name));
    const { initial, configurations, transitions, depth } = judgement.exploration;
    const verdicts = Object.fromEntries(judgement.verdicts.map(({ property, result }) => [property, result]));
    const findings = judgement.findings.map(({ code }) => code);
    expect({ initial, configurations, transitions, depth, verdicts, findings }).toEqual(expected);
    expect(isOpen(judgement)).toBe(false);
  });

  test('has the verdicts of the brute-force reference, where no infinite run matters', async () => {
    const table = await tableOf(name);
    const whole = behaviour(tableMachine(table));
    const { verdicts } = expectedOf(name);
    const finite = Object.entries(table.properties ?? {}).filter(
      ([, each]) => !/eventually|leadsTo/.test(Object.keys(each).join()),
    );
    expect(finite.length).toBeGreaterThan(1);
    for (const [property, each] of finite)
      expect(reference(whole, each) ? 'holds' : 'violated').toBe(verdicts[property]);
  });
});

const missing = ['rumur', 'cc'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);

test('rumur and a C compiler are there where tests are run continuously', () => {
  expect(process.env.CI === undefined ? [] : missing).toEqual([]);
});

describe.skipIf(missing.length > 0)(`rumur agrees${missing.length > 0 ? ` (needs ${missing.join(', ')})` : ''}`, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'stateatlas-rumur-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** Configurations and transitions that rumur counts up to a depth; 0 is no bound. Invariants of the model are checked. */
  function counted(name: string, bound: number): readonly [configurations: number, transitions: number] {
    const source = join(scratch, `${name}-${bound}.c`);
    const program = join(scratch, `${name}-${bound}`);
    const options = ['--deadlock-detection', 'off', '--symmetry-reduction', 'off', '--bound', String(bound)];
    const steps: readonly (readonly [string, ...string[]])[] = [
      ['rumur', ...options, join(folder, `${name}.m`), '--output', source],
      ['cc', '-std=c11', ...WIDE, source, '-o', program, '-lpthread'],
      [program],
    ];
    let said = '';
    for (const [command, ...argv] of steps) {
      const { status, stdout, stderr } = spawnSync(command, argv, { encoding: 'utf8' });
      expect(status, `${command} ${argv.join(' ')}\n${stdout}${stderr}`).toBe(0);
      said = stdout;
    }
    const counts = /(\d+) states, (\d+) rules fired/.exec(said);
    return [Number(counts?.[1]), Number(counts?.[2])];
  }

  test.each(names)('on %s: configurations, transitions, and the depth at which the last one is found', (name) => {
    const { configurations, transitions, depth } = expectedOf(name);
    expect(counted(name, 0)).toEqual([configurations, transitions]);
    expect(counted(name, depth)[0]).toBe(configurations);
    expect(counted(name, depth - 1)[0]).toBeLessThan(configurations);
  });
});
