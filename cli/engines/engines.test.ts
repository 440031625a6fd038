/** Second opinions: SPIN and rumur on the flagship, the gallery and fresh random models, equal every time. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as law } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disagreements, type Opinion } from '../../generators/report/opinion.ts';
import { machineOf } from '../../model/explore/of.ts';
import { replay } from '../../model/explore/replay.ts';
import { helpDeskOf } from '../../model/rescue/helpDesk.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { check, type Judgement } from '../../properties/judge/index.ts';
import { doubtAbout } from '../../properties/judge/validate.ts';
import { systemWithProperties } from '../../properties/laws/systems.ts';
import { property, smallTable, withProperties } from '../../properties/laws/tables.ts';
import { load } from '../load/load.ts';
import { askRumur } from './rumur.ts';
import { askSpin } from './spin.ts';

/** How many random tables, and how many random systems, each engine is asked about; any number on request. */
const RANDOM = Number(process.env.ATLAS_ENGINE_RUNS ?? 40);

/** Models with more configurations are asked about by hand: an engine takes minutes for them (model/gallery/README.md). */
const MOST_CONFIGURATIONS = 5_000_000;

/** An engine’s parser takes minutes, or gives up, where a model lists tens of thousands of initial configurations. */
const MOST_STARTS = 10_000;

const missing = ['rumur', 'spin', 'cc'].filter((tool) => spawnSync(tool, ['-V']).error !== undefined);

test('the engines are there where tests are run continuously', () => {
  expect(process.env.CI === undefined ? [] : missing).toEqual([]);
});

/** Holds an engine's opinion against our own judgement; its traces must be runs of ours and show what they claim. */
function compare(model: Model, judgement: Judgement, opinion: Opinion): void {
  expect(disagreements(judgement, opinion)).toEqual([]);
  const { verdicts } = judgement;
  const apart = [...opinion.unsaid, ...(opinion.gaveUp ?? [])];
  expect([...opinion.verdicts.map((each) => each.property), ...apart].sort()).toEqual(
    verdicts.map((each) => each.property).sort(),
  );
  const machine = machineOf(model);
  for (const { property: name, trace, binding } of opinion.verdicts) {
    if (trace === undefined) continue;
    expect(replay(machine, trace), name).toBeUndefined();
    expect(doubtAbout(machine, model.properties?.[name] as never, trace, binding), name).toBeUndefined();
    // Of a lasso the way to its cycle is the shortest there is; the cycle itself need not be.
    const ours = verdicts.find((verdict) => verdict.property === name)?.trace;
    const shortest = ours?.loop ?? ours?.steps.length ?? Number.POSITIVE_INFINITY;
    expect(trace.steps.length, name).toBeGreaterThanOrEqual(shortest);
  }
}

const folder = join(import.meta.dirname, '../../model/gallery');
const names = readdirSync(folder).flatMap((file) => /^(.*)\.atlas\.(ts|yaml)$/.exec(file)?.[1] ?? []);
const sizeOf = (name: string): { readonly configurations: number; readonly initial: number } =>
  JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
const asked = names.filter((name) => sizeOf(name).configurations <= MOST_CONFIGURATIONS);
const { loaded } = await load(
  readdirSync(folder)
    .filter((file) => /\.atlas\.(ts|yaml)$/.test(file) && asked.includes(file.replace(/\.atlas\..*/, '')))
    .map((file) => join(folder, file)),
);
const models: readonly Model[] = [
  session,
  helpDeskOf({ sessions: 2, technicians: 2, capacity: 1 }),
  ...loaded.map(({ model }) => model),
];

describe.skipIf(missing.length > 0)(`agree${missing.length > 0 ? ` (needs ${missing.join(', ')})` : ''}`, () => {
  const patient = { timeout: 600_000 };
  const table = fc
    .tuple(smallTable, fc.array(property, { minLength: 1, maxLength: 2 }))
    .map(([given, properties]): Model => withProperties(given, properties));

  describe.each([
    ['rumur', askRumur],
    ['spin', askSpin],
  ] as const)('%s', (_engine, ask) => {
    const opinionOn = async (model: Model): Promise<void> => {
      const judgement = check(model);
      compare(model, judgement, await ask(model, judgement.exploration.configurations));
    };

    test.each(
      models
        .filter((model) => machineOf(model).initial.length <= MOST_STARTS)
        .map((model) => [model.name, model] as const),
    )('on %s', patient, (_, model) => opinionOn(model));

    law.prop([table], { numRuns: RANDOM, endOnFailure: true })(`on ${RANDOM} random tables`, opinionOn, 600_000);

    law.prop([systemWithProperties(1)], { numRuns: RANDOM, endOnFailure: true })(
      `on ${RANDOM} random systems`,
      opinionOn,
      600_000,
    );
  });
});

test('most of the gallery is asked about, systems among it', () => {
  expect(names.length - asked.length).toBe(1);
  expect(models.filter(isSystem).length).toBeGreaterThan(15);
});
