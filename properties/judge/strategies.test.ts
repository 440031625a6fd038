/** The gallery, judged by every strategy that keeps no steps, against the graph. */
import { expect, test } from 'vitest';
import { plan, type Strategy } from '../../model/explore/planning.ts';
import { finish } from '../../model/explore/work.ts';
import { fleetS } from '../../model/gallery/fleet-s.atlas.ts';
import { galleryNames, modelNamed } from '../../model/gallery/testing.ts';
import { twoPhase3 } from '../../model/gallery/twoPhase-3.atlas.ts';
import { helpDeskOf } from '../../model/rescue/helpDesk.ts';
import type { Model } from '../../model/system/types.ts';
import { checking } from './checking.ts';

/** Judges by a strategy, and says why it went on with a graph, where it did. */
function judged(model: Model, strategy: Strategy) {
  const run = checking(model, {}, plan(model, strategy));
  let turned: string | undefined;
  let at = run.next();
  for (; !at.done; at = run.next()) if ('turned' in at.value) turned = at.value.turned;
  return { judgement: at.value, turned };
}

/** All but the fleets of millions. */
const names = galleryNames.filter((name) => !/^fleet-[mlx]$/.test(name));

test.each(names)('%s is judged alike by all', async (name) => {
  const model = await modelNamed(name);
  const { judgement } = judged(model, 'graph');
  for (const strategy of ['bitmap', 'hash'] as const) expect(judged(model, strategy).judgement).toEqual(judgement);
});

test('fleets, and what must happen, are judged without a graph', () => {
  expect(judged(fleetS, 'bitmap').turned).toBe(undefined);
  expect(judged(fleetS, 'hash').turned).toBe(undefined);
  expect(judged(twoPhase3, 'bitmap').turned).toBe(undefined);
  expect(judged(twoPhase3, 'hash').turned).toBe(undefined);
});

test('a help desk, some of whose sessions are stuck, is judged without a graph and as on one', () => {
  const desk = helpDeskOf({ sessions: 2, technicians: 2, capacity: 1 });
  const { judgement } = judged(desk, 'graph');
  expect(judged(desk, 'bitmap')).toEqual({ judgement, turned: undefined });
});

test('a space is exact about its counts', () => {
  // The numbers of the second route: rumur on the fleet restated by hand.
  const expected = { scope: 'exhaustive', initial: 1, configurations: 94_960, transitions: 760_638, depth: 18 };
  expect(finish(checking(fleetS, {}, plan(fleetS, 'bitmap'))).exploration).toEqual(expected);
  expect(finish(checking(fleetS, {}, plan(fleetS, 'hash'))).exploration).toEqual(expected);
});
