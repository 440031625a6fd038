/** Explorations of real size that end again and again: while the table grows, and with chunks of keys that are full. */
import { expect, test } from 'vitest';
import type { Compiled } from '../compile/index.ts';
import { fleetM } from '../gallery/fleet-m.atlas.ts';
import { fleetS } from '../gallery/fleet-s.atlas.ts';
import { exploringCompiled } from './compiled.ts';
import type { Progress, StateGraph } from './graph.ts';
import { plan } from './planning.ts';
import { type Saved, sizeOf } from './saved.ts';
import { exploringStore } from './space/set-space.ts';
import type { Space } from './space/space.ts';

/** Explores until more was found than at the start; gives what was saved then, or what was found in the end. */
function part(run: Generator<Progress, Space | StateGraph, string | undefined>): Saved | Space | StateGraph {
  let at = run.next();
  const before = at.done ? 0 : at.value.configurations;
  while (!at.done && at.value.configurations === before) at = run.next();
  return at.done ? at.value : structuredClone((at.value as Required<Progress>).save());
}

// Counts of SPIN and rumur.
const SMALL = { model: fleetS, configurations: 94_960, transitions: 760_638 };
const LARGE = { model: fleetM, configurations: 4_268_800, transitions: 44_927_680 };

test.each([
  { strategy: 'bitmap', ...LARGE },
  { strategy: 'hash', ...SMALL },
  { strategy: 'graph', ...SMALL },
] as const)(
  'a $strategy that ends whenever more was found finds all of it',
  ({ strategy, model, configurations, transitions }) => {
    const { compiled, store } = plan(model, strategy);
    const exploring = (from?: Saved) =>
      store === undefined ? exploringCompiled(compiled as Compiled, { from }) : exploringStore(store(), { from });
    const sizes: number[] = [];
    let found = part(exploring());
    for (; 'arrays' in found; found = part(exploring(found))) sizes.push(sizeOf(found));
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(found.size).toBe(configurations);
    expect('survey' in found ? found.survey.transitions : found.transitions).toBe(transitions);
  },
);
