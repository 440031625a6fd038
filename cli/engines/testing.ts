/** Holds an engine's opinions against ours: on the flagship, the gallery and fresh random models, equal every time. For tests. */

import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disagreements, type Opinion } from '../../generators/report/opinion.ts';
import type { Trace } from '../../model/explore/graph.ts';
import { machineOf } from '../../model/explore/of.ts';
import { replay } from '../../model/explore/replay.ts';
import { galleryFiles, modelOf } from '../../model/gallery/testing.ts';
import { helpDeskOf } from '../../model/rescue/helpDesk.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { law } from '../../model/testing.ts';
import { check, type Judgement } from '../../properties/judge/index.ts';
import { doubtAbout } from '../../properties/judge/validate.ts';
import { systemWithProperties } from '../../properties/laws/systems.ts';
import { property, smallTable, withProperties } from '../../properties/laws/tables.ts';

/** How many random tables, and how many random systems, an engine is asked about. */
const RANDOM = 40;

/** The largest model of the gallery takes an engine minutes. */
const PATIENCE = 900_000;

/** How many steps lead to what a trace shows, or to the cycle that it shows: none are fewer than ours. */
const wayOf = ({ steps, loop }: Trace): number => loop ?? steps.length;

/** Holds an engine's opinion against our own judgement; its traces must be runs of ours and show what they claim. */
function compare(model: Model, judgement: Judgement, opinion: Opinion): void {
  expect(disagreements(judgement, opinion)).toEqual([]);
  expect(opinion.gaveUp).toBeUndefined();
  const { verdicts } = judgement;
  expect([...opinion.verdicts.map((each) => each.property), ...opinion.unsaid].sort()).toEqual(
    verdicts.map((each) => each.property).sort(),
  );
  const machine = machineOf(model);
  for (const { property: name, trace, binding } of opinion.verdicts) {
    if (trace === undefined) continue;
    expect(replay(machine, trace), name).toBeUndefined();
    expect(doubtAbout(machine, model.properties?.[name] as never, trace, binding), name).toBeUndefined();
    const ours = verdicts.find((verdict) => verdict.property === name);
    const isSame = JSON.stringify(ours?.binding) === JSON.stringify(binding);
    if (isSame) expect(wayOf(trace), name).toBeGreaterThanOrEqual(ours?.trace ? wayOf(ours.trace) : Number.NaN);
  }
}

/** The tests of one engine, which needs some tools. */
export async function agrees(tools: readonly string[], ask: (model: Model, expected: number) => Promise<Opinion>) {
  const missing = tools.filter((tool) => spawnSync(tool, ['-V']).error !== undefined);
  const models = await Promise.all(galleryFiles.map(modelOf));
  const all = [session, helpDeskOf({ sessions: 2, technicians: 2, capacity: 1 }), ...models];
  const table = fc
    .tuple(smallTable, fc.array(property, { minLength: 1, maxLength: 2 }))
    .map(([given, properties]): Model => withProperties(given, properties));
  const opinionOn = async (model: Model): Promise<void> => {
    const judgement = check(model);
    compare(model, judgement, await ask(model, judgement.exploration.configurations));
  };
  const random = { numRuns: RANDOM, endOnFailure: true };

  test('the engine is there where tests are run continuously', () => {
    expect(process.env.CI === undefined ? [] : missing).toEqual([]);
  });

  test('systems are asked about, as well as tables', () => {
    expect(all.filter(isSystem).length).toBeGreaterThan(15);
  });

  describe.skipIf(missing.length > 0)(`agrees${missing.length > 0 ? ` (needs ${missing.join(', ')})` : ''}`, () => {
    test.each(all.map((model) => [model.name, model] as const))('on %s', { timeout: PATIENCE }, (_, model) =>
      opinionOn(model),
    );

    law.prop([table], random)('on random tables', opinionOn, PATIENCE);

    law.prop([systemWithProperties(1)], random)('on random systems', opinionOn, PATIENCE);
  });
}
