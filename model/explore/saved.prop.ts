/** An exploration that ends again and again, and goes on each time from what was saved, is in the end where one without a break is. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { insistOnSame } from '../../properties/laws/same.ts';
import { smallSystem } from '../../properties/laws/systems.ts';
import { smallTable } from '../../properties/laws/tables.ts';
import { type Compiled, compile, TooLarge } from '../compile/index.ts';
import { SIZES } from '../compile/sizes.ts';
import type { Model } from '../system/types.ts';
import { law } from '../testing.ts';
import { BitmapStore, draw } from './bitmap/bitmap-store.ts';
import { packingOf } from './compiled/packing.ts';
import { exploringCompiled } from './compiled.ts';
import { explore } from './explorer.ts';
import type { Limits, Progress, StateGraph } from './graph.ts';
import { drawKeys, HashStore } from './hash/hash-store.ts';
import { machineOf } from './of.ts';
import type { Saved } from './saved.ts';
import { exploringStore } from './space/set-space.ts';
import type { Space } from './space/space.ts';

/** How a model is cut and held. */
type Way = { readonly ids: number; readonly room: number; readonly strategy: Saved['strategy'] };

const way: fc.Arbitrary<Way> = fc.record({
  ids: fc.constantFrom(1, 5, SIZES.several.ids),
  room: fc.constantFrom(1, 4, 2 ** 31),
  strategy: fc.constantFrom('bitmap', 'hash', 'graph'),
});

/** Where explorations end: after so many configurations, or at so many pauses. */
const breaks = fc.array(fc.record({ maxConfigurations: fc.integer({ min: 1, max: 200 }), pauses: fc.nat(6) }), {
  maxLength: 4,
});

const MOST = 400;

type Exploration = Generator<Progress, Space | StateGraph, string | undefined>;

function exploring(compiled: Compiled, { room, strategy }: Way, limits: Omit<Limits, 'interrupt'>): Exploration {
  if (strategy === 'graph') return exploringCompiled(compiled, limits, packingOf(compiled, room));
  return exploringStore(
    strategy === 'hash' ? new HashStore(drawKeys(compiled)) : new BitmapStore(draw(compiled)),
    limits,
  );
}

/** Explores until it ends or so many pauses are over; gives what was found, and what another process would begin with. */
function explored(run: Exploration, pauses = Number.POSITIVE_INFINITY) {
  let save: Progress['save'];
  let at = run.next();
  for (let pause = 0; !at.done; pause++) {
    ({ save } = at.value);
    at = run.next(pause >= pauses ? 'a pause' : undefined);
  }
  return { found: at.value, saved: save && structuredClone(save()) };
}

/** What a space says at once; the saved sets are the rest of it. */
const countsOf = ({ size, initial, depth, stopped, survey: { transitions, actions } }: Space) => ({
  size,
  initial,
  depth,
  stopped,
  transitions,
  actions,
});

describe('what was saved is gone on from', () => {
  const insist = (model: Model, cut: Way, ends: readonly { maxConfigurations: number; pauses: number }[]): void => {
    const naive = explore(machineOf(model), { maxConfigurations: MOST });
    fc.pre(naive.stopped === undefined && naive.size > 0);
    const compiled = compile(model, { ...SIZES, several: { ...SIZES.several, ids: cut.ids } }) as Compiled;
    try {
      let from: Saved | undefined;
      for (const { maxConfigurations, pauses } of [...ends].sort((a, b) => a.maxConfigurations - b.maxConfigurations))
        from = explored(exploring(compiled, cut, { maxConfigurations, from }), pauses).saved ?? from;
      const resumed = explored(exploring(compiled, cut, { from }));
      const whole = explored(exploring(compiled, cut, {}));
      // What was complete when it was saved has no pause any more.
      expect(resumed.saved ?? from).toEqual(whole.saved);
      if ('target' in resumed.found) insistOnSame(resumed.found, naive);
      else expect(countsOf(resumed.found)).toEqual(countsOf(whole.found as Space));
    } catch (error) {
      fc.pre(!(error instanceof TooLarge));
      throw error;
    }
  };
  law.prop([smallTable, way, breaks], { numRuns: 100 })('of tables', insist);
  law.prop([smallSystem, way, breaks], { numRuns: 100 })('of systems', insist);
});
