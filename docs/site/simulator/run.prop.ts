/** The simulator never leaves what the language defines, whatever is pressed. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { fragmentOf } from '../../../generators/site/fragment.ts';
import { type Configuration, labelOf } from '../../../model/explore/machine.ts';
import { refusalsOf } from '../../../model/explore/refusals.ts';
import { replay } from '../../../model/explore/replay.ts';
import { decodeTrace } from '../../../model/explore/token.ts';
import { law } from '../../../model/testing.ts';
import { smallSystem } from '../../../properties/laws/systems.ts';
import { smallTable } from '../../../properties/laws/tables.ts';
import { drawn } from './chance.ts';
import { runIn } from './link.ts';
import {
  begun,
  choicesAt,
  moved,
  placeOf,
  placesOf,
  type Run,
  taken,
  tokenOf,
  traceOf,
  type World,
  waited,
  worldOf,
} from './run.ts';

const model = fc.oneof(smallTable, smallSystem);

/** Presses: a step by chance, waiting, undoing, doing again. */
const presses = fc.array(
  fc.oneof({ weight: 4, arbitrary: fc.nat() }, fc.constantFrom('wait' as const, 'undo' as const, 'redo' as const)),
  { maxLength: 20 },
);

type Press = number | 'wait' | 'undo' | 'redo';

function pressed(world: World, run: Run, press: Press): Run {
  if (press === 'wait') return waited(world, run, 60_000);
  if (press === 'undo') return moved(run, -1);
  if (press === 'redo') return moved(run, 1);
  const choices = choicesAt(world, placeOf(world, run));
  const choice = choices[press % Math.max(1, choices.length)];
  return choice === undefined ? run : taken(run, choice.step);
}

const runs = fc.tuple(model, presses, fc.nat()).filter(([each]) => worldOf(each).machine.initial.length > 0);

const runAfter = (world: World, all: readonly Press[], start: number): Run =>
  all.reduce<Run>((run, press) => pressed(world, run, press), begun(start % world.machine.initial.length));

describe('whatever is pressed', () => {
  law.prop([runs], { numRuns: 200 })('the run is one of the machine', ([of, all, start]) => {
    const world = worldOf(of);
    const run = runAfter(world, all, start);
    expect(replay(world.machine, traceOf(world, run))).toBeUndefined();
    expect(placeOf(world, run).configuration).toEqual(
      traceOf(world, run).steps.at(-1)?.to ?? world.machine.initial[run.start],
    );
  });

  law.prop([runs], { numRuns: 200 })('undoing is the inverse', ([of, all, start]) => {
    const world = worldOf(of);
    const run = runAfter(world, all, start);
    for (const press of [0, 'wait'] as const) {
      const next = pressed(world, run, press);
      if (next === run) continue;
      expect(placeOf(world, moved(next, -1))).toEqual(placeOf(world, run));
      expect(placeOf(world, moved(moved(next, -1), 1))).toEqual(placeOf(world, next));
      expect(moved(next, -1).entries.slice(0, run.at)).toEqual(run.entries.slice(0, run.at));
    }
  });

  law.prop([runs], { numRuns: 200 })('a shared link leads to where the token does', ([of, all, start]) => {
    const world = worldOf(of);
    const run = runAfter(world, all, start);
    const token = tokenOf(world, run);
    const shared = runIn(world, fragmentOf(token)) as Run;
    const { initial, steps } = decodeTrace(world.machine, token);
    expect(placeOf(world, shared).configuration).toEqual(steps.at(-1)?.to ?? initial);
    expect(placeOf(world, shared).configuration).toEqual(placeOf(world, run).configuration);
  });

  law.prop([runs], { numRuns: 200 })(
    'time does not go back, and no timer fires before it is due',
    ([of, all, start]) => {
      const world = worldOf(of);
      const run = runAfter(world, all, start);
      const places = placesOf(world, run);
      for (const [index, entry] of run.entries.entries()) {
        const [before, then] = [places[index]?.time, places[index + 1]?.time];
        expect(then?.now).toBeGreaterThanOrEqual(before?.now ?? 0);
        if (before === undefined || then === undefined || !('step' in entry)) continue;
        expect(then.now).toBe(Math.max(before.now, world.clock.due(before, entry.step) ?? 0));
      }
    },
  );

  law.prop([runs], { numRuns: 100 })(
    'buttons are what the machine enables, and the others have their reasons',
    ([of, all, start]) => {
      const world = worldOf(of);
      const place = placeOf(world, runAfter(world, all, start));
      const choices = choicesAt(world, place);
      expect(choices.map(({ step }) => step)).toEqual(world.machine.moves(place.configuration).steps);
      const enabled = new Set(choices.map(({ step }) => labelOf(step)));
      for (const refusal of refusalsOf(of, world.machine, place.configuration as Configuration))
        expect(enabled.has(labelOf(refusal))).toBe(false);
    },
  );
});

law.prop([fc.integer(), fc.integer({ min: 1, max: 1000 })])(
  'chance stays in its bounds, and repeats itself',
  (seed, below) => {
    const { value, next } = drawn(seed, below);
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThan(below);
    expect(drawn(seed, below)).toEqual({ value, next });
    expect(next).not.toBe(seed);
  },
);
