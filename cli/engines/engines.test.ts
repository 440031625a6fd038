/** Second opinions: SPIN and rumur on the flagship, the gallery and fresh random tables, equal every time. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test as law } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Opinion } from '../../generators/report/opinion.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import { replay } from '../../model/explore/replay.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import type { Table } from '../../model/table/types.ts';
import { check } from '../../properties/judge/index.ts';
import { doubtAbout } from '../../properties/judge/validate.ts';
import { property, smallTable, withProperties } from '../../properties/laws/tables.ts';
import { load } from '../load/load.ts';
import { askRumur } from './rumur.ts';
import { askSpin } from './spin.ts';

/** How many random tables each engine is asked about; any number on request. */
const RANDOM = Number(process.env.ATLAS_ENGINE_RUNS ?? 40);

const missing = ['rumur', 'spin', 'cc'].filter((tool) => spawnSync(tool, ['-V']).error !== undefined);

test('the engines are there where tests are run continuously', () => {
  expect(process.env.CI === undefined ? [] : missing).toEqual([]);
});

/** Holds an engine's opinion against our own judgement; its traces must be runs of ours and show what they claim. */
function compare(table: Table, opinion: Opinion): void {
  const { exploration, verdicts, findings } = check(table);
  const { configurations, transitions } = exploration;
  expect({ configurations, transitions }).toEqual({
    configurations: opinion.configurations,
    transitions: opinion.transitions,
  });
  if (opinion.stuck !== undefined) expect(opinion.stuck).toBe(findings.some(({ code }) => code === 'SA204'));
  const said = opinion.verdicts.map(({ property: name, result }) => [name, result]);
  const ours = verdicts.filter(({ property: name }) => !opinion.unsaid.includes(name));
  expect(said).toEqual(ours.map(({ property: name, result }) => [name, result]));
  const machine = tableMachine(table);
  for (const { property: name, trace } of opinion.verdicts) {
    if (trace === undefined) continue;
    expect(replay(machine, trace), name).toBeUndefined();
    expect(doubtAbout(machine, table.properties?.[name] as never, trace), name).toBeUndefined();
    const shortest = verdicts.find((verdict) => verdict.property === name)?.trace?.steps.length;
    expect(trace.steps.length, name).toBeGreaterThanOrEqual(shortest ?? Number.POSITIVE_INFINITY);
  }
}

const gallery = readdirSync(join(import.meta.dirname, '../../model/gallery'))
  .filter((name) => /\.atlas\.(ts|yaml)$/.test(name))
  .map((name) => join(import.meta.dirname, '../../model/gallery', name));
const { loaded } = await load(gallery);
const tables: readonly Table[] = [session, ...loaded.map(({ table }) => table)];

describe.skipIf(missing.length > 0)(`agree${missing.length > 0 ? ` (needs ${missing.join(', ')})` : ''}`, () => {
  const asked = { timeout: 600_000 };
  const fresh = fc.tuple(smallTable, fc.array(property, { minLength: 1, maxLength: 2 }));

  describe.each([
    ['rumur', askRumur],
    ['spin', askSpin],
  ] as const)('%s', (_, ask) => {
    test.each(tables.map((table) => [table.name, table] as const))('on %s', asked, async (_name, table) => {
      compare(table, await ask(table));
    });

    law.prop([fresh], { numRuns: RANDOM, endOnFailure: true })(
      `on ${RANDOM} random tables`,
      async ([table, properties]) => {
        const whole = withProperties(table, properties);
        compare(whole, await ask(whole));
      },
      600_000,
    );
  });
});
