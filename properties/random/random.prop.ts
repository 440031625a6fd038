/** Runs are runs of the machine however they came about; what they break is what judging says is broken, and shrinking keeps it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exploreModel, labelOf, machineOf, replay } from '../../model/explore/index.ts';
import type { Step } from '../../model/explore/machine.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import type { Model } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { check } from '../judge/index.ts';
import { systemWithProperties } from '../laws/systems.ts';
import { property, smallTable, withProperties } from '../laws/tables.ts';
import { isRefused } from './index.ts';
import { Monitor } from './monitor.ts';
import { Roads, type Run } from './runs.ts';
import { coverageOf, runsOf } from './sequences.ts';
import { shorter, shrunk } from './shrinking.ts';
import { shrunkOver, wrongsIn } from './testing.ts';
import { brokenBy } from './tokens.ts';
import { type WalkOptions, walk } from './walk.ts';

const tables: fc.Arbitrary<Model> = fc
  .tuple(smallTable, fc.array(property, { minLength: 1, maxLength: 3 }))
  .map(([table, properties]) => withProperties(table, properties));
const models = fc.oneof({ weight: 3, arbitrary: tables }, { weight: 1, arbitrary: systemWithProperties(2) });

const sampled = (model: Model, isGuided: boolean, seed: number): readonly Run[] =>
  fc.sample(runsOf(model, { maxSteps: 20, ...(isGuided && { coverage: coverageOf(model) }) }), { seed, numRuns: 10 });

law.prop([models, fc.boolean(), fc.nat()], { numRuns: 50 })(
  'every step of every run is enabled when it is taken',
  (model, isGuided, seed) => {
    const machine = machineOf(model);
    for (const run of sampled(model, isGuided, seed)) expect(replay(machine, run)).toBeUndefined();
    expect(sampled(model, isGuided, seed)).toEqual(sampled(model, isGuided, seed));
  },
);

law.prop([models, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), fc.boolean()], { numRuns: 40 })(
  'what is refused is not enabled and changes nothing, however a run shrinks',
  (model, refusals, seed, isGuided) => {
    const machine = machineOf(model);
    const arbitrary = runsOf(model, { maxSteps: 20, refusals, ...(isGuided && { coverage: coverageOf(model) }) });
    const insist = ({ initial, steps }: Run): void => {
      let at = initial;
      for (const step of steps) {
        if (isRefused(step)) {
          expect(machine.moves(at).steps.map(labelOf)).not.toContain(labelOf(step));
          expect(step.to).toEqual(at);
        }
        at = step.to;
      }
      expect(replay(machine, { initial, steps: steps.filter((step) => !isRefused(step)) })).toBeUndefined();
    };
    for (const run of fc.sample(arbitrary, { seed, numRuns: 5 })) {
      insist(run);
      for (const each of [...arbitrary.shrink(run, undefined).take(20)]) insist(each.value);
    }
  },
);

test('so many steps are refused as are asked for, where anything else can be done', () => {
  const machine = machineOf(session);
  const runs = fc.sample(runsOf(session, { refusals: 0.25 }), { seed: 1, numRuns: 300 });
  const refused = runs.flatMap(({ initial, steps }) =>
    steps
      .filter((_, index) => machine.moves(steps[index - 1]?.to ?? initial).steps.length > 0)
      .map((step) => Number(isRefused(step))),
  );
  expect(refused.length).toBeGreaterThan(1000);
  expect(refused.reduce((sum, each) => sum + each, 0) / refused.length).toBeCloseTo(0.25, 1);
  expect(() => runsOf(session, { refusals: 25 })).toThrow(RangeError);
});

law.prop([models, fc.nat()], { numRuns: 40 })('what a run shrinks to is a run too', (model, seed) => {
  const machine = machineOf(model);
  const roads = new Roads(machine);
  for (const run of sampled(model, false, seed).slice(0, 3)) {
    let count = 0;
    for (const each of shorter(roads, run)) {
      expect(replay(machine, each)).toBeUndefined();
      if (++count > 50) break;
    }
  }
});

law.prop([models, fc.nat()], { numRuns: 40 })(
  'what a run breaks is violated, and no run breaks it in fewer steps than the shortest',
  (model, seed) => {
    const { verdicts } = check(model);
    const monitor = new Monitor(model, new Roads(machineOf(model)));
    for (const run of sampled(model, true, seed))
      for (const { property: name, after, binding } of monitor.broken(run)) {
        const verdict = verdicts.find((each) => each.property === name);
        expect(verdict?.result, name).toBe('violated');
        const { trace } = verdict as { trace: { steps: readonly unknown[]; loop?: number } };
        const isSame = JSON.stringify(verdict?.binding) === JSON.stringify(binding);
        if (isSame) expect(after).toBeGreaterThanOrEqual(trace.loop ?? trace.steps.length);
      }
  },
);

const options: WalkOptions = { steps: 3000, length: 50, seed: 7, isGuided: true };

law.prop([tables], { numRuns: 15 })(
  'long walks break every invariant that is violated, with a shortest run',
  (model) => {
    const { verdicts } = check(model);
    const safety = verdicts.filter(
      ({ kind, result }) => (kind === 'invariant' || kind === 'never') && result === 'violated',
    );
    const { failures } = walk(model, options);
    for (const { property: name } of safety) {
      const failure = failures.find((each) => each.property === name);
      expect(failure, name).toBeDefined();
      expect(failure?.trace.steps.length).toBeGreaterThanOrEqual(failure?.shortest ?? Number.NaN);
      expect(brokenBy(model, failure?.token as string)).toContain(name);
    }
  },
);

law.prop([models, fc.nat()], { numRuns: 40 })(
  'what shrinking ends with has no loop, and no step that can be left out',
  (model, seed) => {
    const machine = machineOf(model);
    const roads = new Roads(machine);
    for (const run of sampled(model, false, seed).slice(0, 3)) {
      const last = run.steps.at(-1);
      if (last === undefined) continue;
      const isShown = ({ steps }: Run): boolean => steps.some(({ to }) => machine.key(to) === machine.key(last.to));
      const { initial, steps } = shrunk(roads, run, isShown);
      expect(isShown({ initial, steps })).toBe(true);
      const keys = [initial, ...steps.map(({ to }) => to)].map((each) => machine.key(each));
      expect(new Set(keys.slice(0, -1)).size).toBe(steps.length);
      for (const left of steps) {
        const taken: Step[] = [];
        for (const each of steps.filter((step) => step !== left)) {
          const step = roads.like(taken.at(-1)?.to ?? initial, each);
          if (step !== undefined) taken.push(step);
        }
        expect(isShown({ initial, steps: taken })).toBe(false);
      }
    }
  },
);

/** Of a hundred failures: how many fast-check alone shrinks to the shortest length, by the numbers of exhaustive exploration. */
function shortestOf(modelOf: (seed: number) => Model): number {
  const wrongs = new Map<Model, ReturnType<typeof wrongsIn>>();
  const ratios: number[] = [];
  for (let seed = 0; ratios.length < 100; seed++) {
    const model = modelOf(seed);
    const all = wrongs.get(model) ?? wrongsIn(exploreModel(model), machineOf(model));
    wrongs.set(model, all);
    const wrong = all(seed);
    const ratio = wrong && shrunkOver(model, wrong, seed);
    if (ratio !== undefined) ratios.push(ratio);
  }
  return ratios.filter((ratio) => ratio === 1).length;
}

test.each<[string, (seed: number) => Model]>([
  ['the session table', () => session],
  ['random tables', (seed) => fc.sample(smallTable, { seed, numRuns: 1 })[0] as Model],
])('shrinking alone comes to a shortest run, in at least 95 of 100 failures of %s', (_, modelOf) => {
  expect(shortestOf(modelOf)).toBeGreaterThanOrEqual(95);
});

describe('a walk through orders', () => {
  const broken: Table = {
    ...order,
    properties: {
      ...order.properties,
      'nobody tries three times': { never: { attempts: 3 } },
      'an order is paid twice': { reachable: { state: 'paid', attempts: 9 } as never },
    },
    rulings: [{ property: 'nobody tries three times', because: 'They may.' }],
  } as Table;

  test('says what it covered, against all that there is', () => {
    const { covered, unfired, isMeasured, stuck, allStuck } = walk(order, options);
    expect(isMeasured).toBe(true);
    expect(covered).toEqual({
      rows: { covered: 6, of: 6 },
      states: { covered: 5, of: 5 },
      configurations: { covered: 17, of: 17 },
      transitions: { covered: 23, of: 23 },
      // place goes on with decline, pay, cancel; decline with itself, the last decline, pay, cancel; pay with ship.
      pairs: { covered: 8, of: 8 },
    });
    expect([unfired, stuck, allStuck]).toEqual([[], [], 0]);
  });

  test('finds what is broken, shrinks it, and keeps the ruling', () => {
    const { failures, reached, unreached } = walk(broken, options);
    expect(
      failures.map(({ property: name, token, shortest, ruling }) => [name, token, shortest, ruling?.because]),
    ).toEqual([['nobody tries three times', '0:place,decline,decline,decline', 4, 'They may.']]);
    expect(reached).toEqual(['an order can be shipped']);
    expect(unreached).toEqual(['an order is paid twice']);
    expect(brokenBy(broken, '0:place,decline,decline')).toEqual([]);
  });

  test('says which rows cannot fire, and where it got stuck', () => {
    const dead: Table = {
      ...order,
      states: { ...order.states, lost: {}, nowhere: {} },
      events: { ...order.events, lose: {} },
      transitions: [
        ...order.transitions,
        { from: 'paid', on: 'lose', to: 'lost' },
        { from: 'nowhere', on: 'lose', to: 'paid' },
      ],
    } as Table;
    const { unfired, stuck, allStuck } = walk(dead, options);
    expect(unfired).toEqual([{ row: 7, can: false }]);
    expect(stuck[0]?.token).toBe('0:place,pay,lose');
    expect([stuck.length, allStuck]).toEqual([4, 4]);
  });
});
