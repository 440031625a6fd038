/** The gallery against its expected counts, and the expected counts against rumur on models restated by hand. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { machineOf } from '../../model/explore/of.ts';
import { gallery, galleryNames, modelNamed } from '../../model/gallery/testing.ts';
import { bindingsOf, instancesOf } from '../../model/system/instances.ts';
import { isSystem, type SystemProperty } from '../../model/system/types.ts';
import type { Property } from '../../model/table/types.ts';
import { check, isOpen } from '../judge/index.ts';
import { behaviour, reference } from './reference.ts';

/** Rumur compares and swaps 16 bytes at once, for which x86-64 needs an option. */
const WIDE = process.arch === 'x64' ? ['-mcx16'] : [];

type Counts = { readonly configurations: number; readonly transitions: number; readonly depth: number };

type Expected = Counts & {
  readonly command: string;
  /** The files that restate it for rumur, in the order in which they are read; its own one where it is not said. */
  readonly restated?: readonly string[];
  /** Counts that others give for the same system. */
  readonly published?: readonly (Partial<Counts> & { readonly by: string })[];
  readonly initial: number;
  readonly verdicts: { readonly [property: string]: string };
  readonly findings: readonly string[];
};

const expectedOf = (name: string): Expected => JSON.parse(readFileSync(join(gallery, `${name}.expected.json`), 'utf8'));

/** The tables and systems with no more than so many configurations. */
const upTo = (most: number): readonly string[] =>
  galleryNames.filter((name) => expectedOf(name).configurations <= most);

/** How many configurations are judged here, counted again by rumur, and compared with each other by brute force. */
const MOST_JUDGED = 10_000_000;
const MOST_COUNTED_AGAIN = 100_000;
const MOST_FOR_BRUTE_FORCE = 300;

const MINUTES = 60_000;

test('the gallery has its tables and systems, each beside its expected numbers', () => {
  const tables = ['ciJob', 'elevator', 'order', 'payment', 'pod', 'tcp'];
  const systems = [
    ...['alternatingBit-fifo', 'alternatingBit-unordered', 'cache', 'dining-3', 'dining-5', 'dining-hands'],
    ...['dining-waiter', 'election-forgetful', 'election-raft', 'fleet-l', 'fleet-m', 'fleet-s', 'fleet-x'],
    ...['peterson', 'stabilisingRing', 'tokenRing', 'twoPhase-3', 'twoPhase-5'],
  ];
  expect(galleryNames.toSorted()).toEqual([...tables, ...systems].sort());
});

test.each(upTo(MOST_JUDGED))(
  '%s has the expected counts, verdicts and findings, and nothing open',
  async (name) => {
    const { command: _, restated: __, published: ___, ...expected } = expectedOf(name);
    const judgement = check(await modelNamed(name));
    const { initial, configurations, transitions, depth } = judgement.exploration;
    const verdicts = Object.fromEntries(judgement.verdicts.map(({ property, result }) => [property, result]));
    const findings = judgement.findings.map(({ code }) => code);
    expect({ initial, configurations, transitions, depth, verdicts, findings }).toEqual(expected);
    expect(isOpen(judgement)).toBe(false);
  },
  5 * MINUTES,
);

test.each(galleryNames.filter((name) => expectedOf(name).published !== undefined))(
  '%s has the published counts',
  (name) => {
    const expected = expectedOf(name);
    for (const { configurations, transitions, depth, by } of expected.published ?? [])
      expect({
        by,
        configurations: configurations ?? expected.configurations,
        transitions: transitions ?? expected.transitions,
        depth: depth ?? expected.depth,
      }).toMatchObject({
        configurations: expected.configurations,
        transitions: expected.transitions,
        depth: expected.depth,
      });
  },
);

test.each(upTo(MOST_FOR_BRUTE_FORCE))(
  '%s has the verdicts of the brute-force reference, where no infinite run matters',
  async (name) => {
    const model = await modelNamed(name);
    const whole = behaviour(machineOf(model));
    const { verdicts } = expectedOf(name);
    const properties: readonly (readonly [string, Property | SystemProperty])[] = Object.entries(
      model.properties ?? {},
    );
    const finite = properties.filter(([, each]) => !('eventually' in each || 'leadsTo' in each));
    expect(finite.length).toBeGreaterThan(1);
    for (const [property, each] of finite) {
      const { forAll = {}, distinct } = each as SystemProperty;
      const bindings = isSystem(model) ? bindingsOf(instancesOf(model), forAll, distinct) : [{}];
      const holds = bindings.every((bound) => reference(whole, each, bound));
      expect([property, holds ? 'holds' : 'violated']).toEqual([property, verdicts[property]]);
    }
  },
);

const missing = ['rumur', 'cc'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);

test('rumur and a C compiler are there where tests are run continuously', () => {
  expect(process.env.CI === undefined ? [] : missing).toEqual([]);
});

describe.skipIf(missing.length > 0)(`rumur agrees${missing.length > 0 ? ` (needs ${missing.join(', ')})` : ''}`, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'stateatlas-rumur-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** Runs a program, which must end with one of these codes. */
  function run(command: string, argv: readonly string[], input = '', codes: readonly number[] = [0]): string {
    const { status, stdout, stderr } = spawnSync(command, argv, { encoding: 'utf8', input });
    expect(codes, `${command} ${argv.join(' ')}\n${stdout}${stderr}`).toContain(status);
    return stdout;
  }

  /**
   * Configurations and transitions that rumur counts up to a depth; 0 is no bound. Without one it must find invariants kept and all that is
   * to be covered. Within a bound something may be left uncovered; and one thread counts, since two together do not search breadth first.
   */
  function counted(name: string, bound: number): readonly [configurations: number, transitions: number] {
    const { restated = [`${name}.m`] } = expectedOf(name);
    const model = restated.map((file) => readFileSync(join(gallery, file), 'utf8')).join('');
    const source = join(scratch, `${name}-${bound}.c`);
    const program = join(scratch, `${name}-${bound}`);
    const within = bound === 0 ? [] : ['--bound', String(bound), '--threads', '1'];
    const options = ['--deadlock-detection', 'off', '--symmetry-reduction', 'off', ...within];
    run('rumur', [...options, '--output', source], model);
    run('cc', ['-std=c11', ...WIDE, source, '-o', program, '-lpthread']);
    const counts = /(\d+) states, (\d+) rules fired/.exec(run(program, [], '', bound === 0 ? [0] : [0, 1]));
    return [Number(counts?.[1]), Number(counts?.[2])];
  }

  test.each(upTo(MOST_COUNTED_AGAIN))('on %s: configurations and transitions', (name) => {
    const { configurations, transitions } = expectedOf(name);
    expect(counted(name, 0)).toEqual([configurations, transitions]);
  });

  /** A bound of nothing would be none. */
  test.each(upTo(MOST_COUNTED_AGAIN).filter((name) => expectedOf(name).depth > 1))(
    'on %s: the depth at which the last one is found',
    (name) => {
      const { configurations, depth } = expectedOf(name);
      expect(counted(name, depth)[0]).toBe(configurations);
      expect(counted(name, depth - 1)[0]).toBeLessThan(configurations);
    },
  );
});
