/** Every space says what the naive explorer says, whichever strategy holds it and however a model is cut into components. */
import fc from 'fast-check';
import { describe } from 'vitest';
import {
  beside,
  insistOnSameAnswer,
  insistOnSamePlaces,
  insistOnSameSteps,
  insistOnSameWay,
} from '../../../properties/laws/same-space.ts';
import { conditionsOf, smallSystem, systemWithProperties } from '../../../properties/laws/systems.ts';
import { predicate, smallTable } from '../../../properties/laws/tables.ts';
import { spaceOf, type Way, way } from '../../../properties/laws/ways.ts';
import { bindingsOf, instancesOf } from '../../system/instances.ts';
import type { Model } from '../../system/types.ts';
import { law } from '../../testing.ts';
import { explore } from '../explorer.ts';
import { machineOf } from '../of.ts';

const MOST = 300;

/** The naive graph; models with more configurations are left to others. */
function graphOf(model: Model) {
  const graph = explore(machineOf(model), { maxConfigurations: MOST });
  fc.pre(graph.stopped === undefined && graph.size > 0);
  return graph;
}

describe('the same configurations, steps and places', () => {
  const insist = (model: Model, cut: Way): void => {
    const graph = graphOf(model);
    const both = beside(spaceOf(model, cut), graph);
    insistOnSameSteps(both);
    insistOnSamePlaces(both);
  };
  law.prop([smallTable, way], { numRuns: 30 })('of tables', insist);
  law.prop([smallSystem, way], { numRuns: 30 })('of systems', insist);
});

describe('the same answers', () => {
  law.prop([smallTable, predicate, way], { numRuns: 30 })('of tables', (table, question, cut) => {
    const graph = graphOf(table);
    insistOnSameAnswer(beside(spaceOf(table, cut), graph), question);
  });

  law.prop([systemWithProperties(3), way], { numRuns: 30 })('of systems, for every binding', (system, cut) => {
    const graph = graphOf(system);
    const both = beside(spaceOf(system, cut), graph);
    for (const property of Object.values(system.properties ?? {}))
      for (const bound of bindingsOf(instancesOf(system), property.forAll ?? {}, property.distinct))
        for (const question of conditionsOf(property)) {
          insistOnSameAnswer(both, question, bound);
          for (const turn of conditionsOf(property)) insistOnSameWay(both, turn, question, bound);
        }
  });
});
