/** A table conforms to itself, one way or the other that it leaves open; so does a system. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Configuration, labelOf, machineOf } from '../../model/explore/index.ts';
import type { Model } from '../../model/system/types.ts';
import { law } from '../../model/testing.ts';
import { systemWithProperties } from '../laws/systems.ts';
import { smallTable } from '../laws/tables.ts';
import type { Driver } from '../suites/follow.ts';
import { conformance } from './conformance.ts';
import { racing } from './racing.ts';

/** The machine of a model as an implementation; of several ways it takes the last. */
function itself(model: Model): Driver {
  const machine = machineOf(model);
  let at = machine.initial[0] as Configuration;
  return {
    refuses: 'returns false',
    start: (initial) => {
      at = initial;
    },
    send: (event, binding) => {
      const step = machine.moves(at).steps.findLast((each) => labelOf(each) === labelOf({ event, binding }));
      at = step?.to ?? at;
      return step !== undefined;
    },
    observe: () => at,
    restart: () => undefined,
  };
}

const models: fc.Arbitrary<Model> = fc.oneof(
  { weight: 3, arbitrary: smallTable },
  { weight: 1, arbitrary: systemWithProperties(2) },
);

law.prop([models, fc.nat()], { numRuns: 25 })('a model conforms to itself', async (model, seed) => {
  const { failure } = await conformance(model, itself(model), { runs: 5, seed });
  expect(failure?.text).toBeUndefined();
});

law.prop([models, fc.nat()], { numRuns: 10 })('clients of a model that takes turns never race', async (model, seed) => {
  const { failure } = await racing(model, itself(model), { races: 20, seed });
  expect(failure?.text).toBeUndefined();
});

test('where nothing can be sent, nothing races', async () => {
  const idle: Model = {
    name: 'idle',
    tables: [{ name: 't', states: { a: { initial: true } }, events: { x: {} }, transitions: [] }],
    instances: { p: { table: 't' } },
    events: {},
  };
  expect((await racing(idle, itself(idle), { seed: 1 })).races).toBe(0);
});
