/** Fairness among orbits: whom a cycle of orbits serves is followed through the names that instances have there. */
import { expect, test } from 'vitest';
import { machineOf } from '../../model/explore/of.ts';
import type { Plan } from '../../model/explore/planning.ts';
import { replay } from '../../model/explore/replay.ts';
import { planOrbits } from '../../model/explore/symmetry/planning.ts';
import { finish } from '../../model/explore/work.ts';
import type { System, SystemEvent } from '../../model/system/types.ts';
import type { Fairness } from '../../model/table/types.ts';
import { checking } from './checking.ts';

/**
 * Two workers, one of whom works. Who works can ask and goes on working; who asks while idle is done. So to ask is enabled for both all the time, and in a run in which one works for ever the
 * other one must ask and is done.
 */
const workers = (events: { readonly [event: string]: SystemEvent }, fair: Fairness): System => ({
  name: 'workers',
  tables: [
    {
      name: 'worker',
      states: { idle: { initial: true }, work: {}, done: { final: true } },
      events: { start: {}, stop: {}, ask: {} },
      transitions: [
        { from: 'idle', on: 'start', to: 'work' },
        { from: 'work', on: 'stop', to: 'idle' },
        { from: 'work', on: 'ask', to: 'stay' },
        { from: 'idle', on: 'ask', to: 'done' },
      ],
    },
  ],
  instances: { worker: { table: 'worker', count: 2 } },
  events: {
    begin: {
      with: { w: 'worker' },
      when: { forAll: { of: { o: 'worker' }, is: { o: { state: 'idle' } } } },
      moves: { w: 'start' },
    },
    ...events,
  },
  properties: {
    'somebody is done': {
      when: { exists: { of: { w: 'worker' }, is: { w: { state: 'work' } } } },
      leadsTo: { exists: { of: { w: 'worker' }, is: { w: { state: 'done' } } } },
      fair,
    },
  },
});

/** Who works hands it over to the other one. */
const pass: SystemEvent = { with: { w: 'worker', o: 'worker' }, moves: { w: 'stop', o: 'start' } };

function judged(system: System) {
  const judgement = finish(checking(system, {}, planOrbits(system) as Plan));
  return { orbits: judgement.exploration.orbits, verdict: judgement.verdicts[0] };
}

test.each<Fairness>([{ weak: ['worker.ask'] }, { strong: ['worker.ask'] }])(
  'a cycle that hands over serves both: %j',
  (fair) => {
    const system = workers({ pass }, fair);
    const { orbits, verdict } = judged(system);
    // Both idle, one working, one or both done, and one working beside one done.
    expect(orbits).toBe(5);
    expect(verdict?.result).toBe('violated');
    const { trace } = verdict as { trace: NonNullable<NonNullable<typeof verdict>['trace']> };
    expect(replay(machineOf(system), trace)).toBe(undefined);
    const round = trace.steps.slice(trace.loop);
    const asking = round.filter(({ event }) => event === 'worker.ask').map(({ binding }) => binding?.worker);
    expect(new Set(asking)).toEqual(new Set(['worker1', 'worker2']));
    expect(round.filter(({ event }) => event === 'pass').length).toBeGreaterThanOrEqual(2);
  },
);

test.each<Fairness>([{ weak: ['worker.ask'] }, { strong: ['worker.ask'] }])(
  'where nobody hands over, the other one is served: %j',
  (fair) => {
    // This event never happens while one works and nobody is done: it only keeps workers from stopping on their own.
    const { verdict } = judged(
      workers({ rest: { with: { w: 'worker' }, when: { w: { state: 'done' } }, moves: { w: 'stop' } } }, fair),
    );
    expect(verdict?.result).toBe('holds');
  },
);
