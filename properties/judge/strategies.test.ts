/** The gallery, judged by every strategy that keeps no steps, against the graph. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plan, type Strategy } from '../../model/explore/planning.ts';
import { finish } from '../../model/explore/work.ts';
import { fleetS } from '../../model/gallery/fleet-s.atlas.ts';
import { twoPhase3 } from '../../model/gallery/twoPhase-3.atlas.ts';
import { readModel } from '../../model/system/read.ts';
import type { Model } from '../../model/system/types.ts';
import { checking } from './checking.ts';

const folder = join(import.meta.dirname, '../../model/gallery');

/** Judges by a strategy, and says why it went on with a graph, where it did. */
function judged(model: Model, strategy: Strategy) {
  const run = checking(model, {}, plan(model, strategy));
  let turned: string | undefined;
  let at = run.next();
  for (; !at.done; at = run.next()) if ('turned' in at.value) turned = at.value.turned;
  return { judgement: at.value, turned };
}

async function modelOf(name: string): Promise<Model> {
  const yaml = join(folder, `${name}.atlas.yaml`);
  if (!existsSync(yaml))
    return Object.values<Model>(await import(join(folder, `${name}.atlas.ts`))).find(
      (model) => model.name === name,
    ) as Model;
  const read = readModel(readFileSync(yaml, 'utf8'), { file: yaml, format: 'yaml' });
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.model;
}

/** All but the fleets of millions. */
const names = readdirSync(folder)
  .flatMap((name) => /^(.*)\.atlas\.(ts|yaml)$/.exec(name)?.[1] ?? [])
  .filter((name) => !/^fleet-[mlx]$/.test(name));

test.each(names)('%s is judged alike by all', async (name) => {
  const model = await modelOf(name);
  const { judgement } = judged(model, 'graph');
  for (const strategy of ['bitmap', 'hash'] as const) expect(judged(model, strategy).judgement).toEqual(judgement);
});

test('fleets, and what must happen, are judged without a graph', () => {
  expect(judged(fleetS, 'bitmap').turned).toBe(undefined);
  expect(judged(fleetS, 'hash').turned).toBe(undefined);
  expect(judged(twoPhase3, 'bitmap').turned).toBe(undefined);
  expect(judged(twoPhase3, 'hash').turned).toBe(undefined);
});

test('a space is exact about its counts', () => {
  // The numbers of the second route: rumur on the fleet restated by hand.
  const expected = { scope: 'exhaustive', initial: 1, configurations: 94_960, transitions: 760_638, depth: 18 };
  expect(finish(checking(fleetS, {}, plan(fleetS, 'bitmap'))).exploration).toEqual(expected);
  expect(finish(checking(fleetS, {}, plan(fleetS, 'hash'))).exploration).toEqual(expected);
});
