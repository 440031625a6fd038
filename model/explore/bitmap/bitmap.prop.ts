/** The bitmap strategy says what the naive explorer says, however a model is cut into components. */
import fc from 'fast-check';
import { describe } from 'vitest';
import {
  beside,
  insistOnSameAnswer,
  insistOnSamePlaces,
  insistOnSameSteps,
  insistOnSameWay,
} from '../../../properties/laws/same-space.ts';
import { smallSystem, systemWithProperties } from '../../../properties/laws/systems.ts';
import { predicate, smallTable } from '../../../properties/laws/tables.ts';
import { compile, TooLarge } from '../../compile/index.ts';
import { SIZES } from '../../compile/sizes.ts';
import { bindingsOf, instancesOf } from '../../system/instances.ts';
import type { Model, SystemProperty } from '../../system/types.ts';
import { law } from '../../testing.ts';
import { explore } from '../explorer.ts';
import type { Question } from '../machine.ts';
import { machineOf } from '../of.ts';
import { exploringStore } from '../space/set-space.ts';
import type { Space } from '../space/space.ts';
import { finish } from '../work.ts';
import { BitmapStore, draw } from './bitmap-store.ts';

const MOST = 300;

/** A model explored by the bitmap strategy; none where its steps are not of that form. */
function spaceOf(model: Model, ids: number): Space {
  const compiled = compile(model, { ...SIZES, several: { ...SIZES.several, ids } });
  if (compiled === undefined) throw new Error('a small model can be compiled');
  try {
    return finish(exploringStore(new BitmapStore(draw(compiled))));
  } catch (error) {
    fc.pre(!(error instanceof TooLarge));
    throw error;
  }
}

/** The naive graph; models with more configurations are left to others. */
function graphOf(model: Model) {
  const graph = explore(machineOf(model), { maxConfigurations: MOST });
  fc.pre(graph.stopped === undefined && graph.size > 0);
  return graph;
}

const cut = fc.constantFrom(1, 2, 5, SIZES.several.ids);

describe('the same configurations, steps and places', () => {
  const insist = (model: Model, ids: number): void => {
    const graph = graphOf(model);
    const both = beside(spaceOf(model, ids), graph);
    insistOnSameSteps(both);
    insistOnSamePlaces(both);
  };
  law.prop([smallTable, cut], { numRuns: 30 })('of tables', insist);
  law.prop([smallSystem, cut], { numRuns: 30 })('of systems', insist);
});

describe('the same answers', () => {
  law.prop([smallTable, predicate, cut], { numRuns: 20 })('of tables', (table, question, ids) => {
    const graph = graphOf(table);
    insistOnSameAnswer(beside(spaceOf(table, ids), graph), question);
  });

  law.prop([systemWithProperties(3), cut], { numRuns: 20 })('of systems, for every binding', (system, ids) => {
    const graph = graphOf(system);
    const both = beside(spaceOf(system, ids), graph);
    for (const property of Object.values(system.properties ?? {}))
      for (const bound of bindingsOf(instancesOf(system), property.forAll ?? {}, property.distinct))
        for (const question of questionsOf(property)) {
          insistOnSameAnswer(both, question, bound);
          for (const turn of questionsOf(property)) insistOnSameWay(both, turn, question, bound);
        }
  });
});

/** The conditions of a property. */
function questionsOf({ description: _, forAll: __, distinct: ___, ...property }: SystemProperty): readonly Question[] {
  const { fair: ____, ...conditions } = { fair: undefined, ...property };
  return Object.values(conditions);
}
