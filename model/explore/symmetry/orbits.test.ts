import { expect, test } from 'vitest';
import { fleetM } from '../../gallery/fleet-m.atlas.ts';
import { fleetS } from '../../gallery/fleet-s.atlas.ts';
import { twoPhase5 } from '../../gallery/twoPhase-5.atlas.ts';
import type { System } from '../../system/types.ts';
import { finish } from '../work.ts';
import type { Exchanged } from './exchanged.ts';
import { exploringOrbits } from './orbits.ts';
import { planOrbits } from './planning.ts';

/** Explores the orbits of a system, exchanging those that are wanted. */
function explored(system: System, wanted: (set: Exchanged) => boolean = () => true, maxConfigurations = 1_000_000) {
  const { compiled, symmetry } = planOrbits(system) as Extract<ReturnType<typeof planOrbits>, { strategy: string }>;
  const exchanged = symmetry?.exchanged.filter(wanted) ?? [];
  return finish(exploringOrbits(compiled as NonNullable<typeof compiled>, exchanged, { maxConfigurations }));
}

test('fleets have as many orbits, and as many configurations, as other engines find', () => {
  // 100,434 and 199,670 are the counts of a throw-away engine that was written before this one.
  expect(explored(fleetM)).toMatchObject({
    graph: { size: 100_434 },
    configurations: 4_268_800,
    transitions: 44_927_680,
  });
  const sessions = explored(fleetM, ({ set }) => set === 'session');
  expect(sessions).toMatchObject({ graph: { size: 199_670 }, configurations: 4_268_800, transitions: 44_927_680 });
});

test('nothing exchanged is everything by itself', () => {
  const { graph, configurations, sizes } = explored(fleetS, () => false);
  expect([graph.size, configurations, Math.max(...Array.from(sizes).slice(0, 1000))]).toEqual([94_960, 94_960, 1]);
});

test('limits are about orbits, and counts are of what these stand for', () => {
  const { graph, configurations } = explored(twoPhase5, undefined, 3);
  expect(graph.stopped).toEqual({ limit: '3 orbits', queue: 3 });
  // At first, then after one of the five resource managers is prepared, or after the manager aborts.
  expect(configurations).toBe(1 + 1 + 5);
});

test.each<[string, System, string]>([
  [
    'a table',
    { name: 't', states: {}, events: {}, transitions: [] } as never,
    'a table has no instances that could be exchanged',
  ],
  [
    'a single instance',
    { name: 'one', tables: [], instances: { it: {} } },
    'no instances can be exchanged; it: there is only one of it',
  ],
])('%s is refused with the reason', (_, model, refused) => {
  expect(planOrbits(model)).toEqual({ refused });
});
