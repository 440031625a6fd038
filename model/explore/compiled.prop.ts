/**
 * The compiled explorer gives the graph of the naive one, however a model is cut into components and packed into words: fields together or
 * apart, combinations of rows made ready or chosen on the way, one word or many.
 */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { insistOnSame } from '../../properties/laws/same.ts';
import { conditionsOf, smallSystem, systemWithProperties } from '../../properties/laws/systems.ts';
import { predicate, smallTable } from '../../properties/laws/tables.ts';
import { compile } from '../compile/index.ts';
import { SIZES, type Sizes } from '../compile/sizes.ts';
import { bindingsOf, instancesOf } from '../system/instances.ts';
import type { Model } from '../system/types.ts';
import { law } from '../testing.ts';
import { packingOf } from './compiled/packing.ts';
import { exploringCompiled } from './compiled.ts';
import { explore } from './explorer.ts';
import type { Limits, StateGraph } from './graph.ts';
import type { Bound, Question } from './machine.ts';
import { machineOf } from './of.ts';
import { finish } from './work.ts';

/** Ways to cut and pack. */
type Cut = { readonly ids: number; readonly together: number; readonly combinations: number; readonly room: number };

const cut: fc.Arbitrary<Cut> = fc.record({
  ids: fc.constantFrom(1, 2, 5, SIZES.several.ids),
  together: fc.constantFrom(0, 0, 20, SIZES.together.ids),
  combinations: fc.constantFrom(0, 3, SIZES.combinations),
  room: fc.constantFrom(1, 4, 100, 2 ** 31),
});

const limits: fc.Arbitrary<Limits> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ maxConfigurations: 500 }) },
  fc.record({ maxConfigurations: fc.nat(60) }),
  fc.record({ maxConfigurations: fc.constant(500), maxTransitions: fc.nat(100) }),
);

function exploreCut(model: Model, { ids, together, combinations, room }: Cut, bounds: Limits): StateGraph {
  const sizes: Sizes = {
    ...SIZES,
    several: { ...SIZES.several, ids },
    together: { ...SIZES.together, ids: together, least: 0, gain: 1 },
    combinations,
  };
  const compiled = compile(model, sizes);
  if (compiled === undefined) throw new Error('a small model can be compiled');
  return finish(exploringCompiled(compiled, bounds, packingOf(compiled, room)));
}

describe('the compiled explorer gives the graph of the naive one', () => {
  law.prop([smallTable, cut, limits], { numRuns: 300 })('of tables', (table, cutting, bounds) => {
    insistOnSame(exploreCut(table, cutting, bounds), explore(machineOf(table), bounds));
  });

  law.prop([smallSystem, cut, limits], { numRuns: 300 })('of systems', (system, cutting, bounds) => {
    insistOnSame(exploreCut(system, cutting, bounds), explore(machineOf(system), bounds));
  });
});

describe('the compiled explorer answers as the naive one does', () => {
  const BOUNDS = { maxConfigurations: 500 };
  const answers = (graph: StateGraph, question: Question, bound?: Bound): readonly number[] =>
    Array.from({ length: graph.size }, (_, id) => id).filter(graph.test(question, bound));

  law.prop([smallTable, predicate, cut], { numRuns: 300 })('of tables', (table, question, cutting) => {
    const compiled = exploreCut(table, cutting, BOUNDS);
    expect(answers(compiled, question)).toEqual(answers(explore(machineOf(table), BOUNDS), question));
  });

  law.prop([systemWithProperties(3), cut], { numRuns: 200 })('of systems, for every binding', (system, cutting) => {
    const compiled = exploreCut(system, cutting, BOUNDS);
    const naive = explore(machineOf(system), BOUNDS);
    for (const property of Object.values(system.properties ?? {}))
      for (const bound of bindingsOf(instancesOf(system), property.forAll ?? {}, property.distinct))
        for (const question of conditionsOf(property))
          expect(answers(compiled, question, bound)).toEqual(answers(naive, question, bound));
  });
});
