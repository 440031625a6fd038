/**
 * The compiled engine and the naive explorer are one: the same graphs and the same verdicts, on all that we have and
 * on random models.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../model/compile/index.ts';
import { exploreCompiled } from '../../model/explore/compiled.ts';
import { explore } from '../../model/explore/explorer.ts';
import type { Limits, StateGraph } from '../../model/explore/graph.ts';
import type { Bound, Question } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { galleryFiles, modelOf } from '../../model/gallery/testing.ts';
import { helpDesk } from '../../model/rescue/helpDesk.atlas.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import { systemArbitrary } from '../../model/system/arbitrary.ts';
import type { Model, SystemProperty } from '../../model/system/types.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import type { Property } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { judge } from '../judge/judge.ts';
import { insistOnSame } from './same.ts';
import { smallSystem, systemWithProperties } from './systems.ts';
import { property, smallTable, tangle, withProperties } from './tables.ts';

/** What both engines find. */
function both(model: Model, limits: Limits): readonly [graph: StateGraph, oracle: StateGraph] {
  const compiled = compile(model);
  if (compiled === undefined) throw new Error(`${model.name} cannot be compiled`);
  return [exploreCompiled(compiled, limits), explore(machineOf(model), limits)];
}

/** Insists on the same graph and on the same judgement of it, to the letter. */
function insist(model: Model, limits: Limits = {}): void {
  const [graph, oracle] = both(model, limits);
  insistOnSame(graph, oracle);
  expect(judge(model, graph)).toEqual(judge(model, oracle));
}

const MINUTES = 60_000;

describe('on the models of the repository', () => {
  /** The naive explorer takes its time: of larger ones the beginning is compared. */
  const limits: Limits = { maxConfigurations: 5000 };

  test.each(galleryFiles)('%s', async (file) => insist(await modelOf(file), limits), 2 * MINUTES);

  test(
    'the flagship, as a table and as a system',
    () => {
      insist(session);
      insist(helpDesk, limits);
    },
    2 * MINUTES,
  );
});

const limits: fc.Arbitrary<Limits> = fc.record(
  { maxConfigurations: fc.nat({ max: 40 }), maxTransitions: fc.nat({ max: 150 }) },
  { requiredKeys: [] },
);
/** Nearly no bound: only that a random model does not take too long. */
const WIDE: Limits = { maxConfigurations: 400 };

describe('on random tables', () => {
  law.prop([smallTable, fc.array(property, { maxLength: 4 })])('graphs and judgements', (table, properties) =>
    insist(withProperties(table, properties)),
  );
  law.prop([fc.oneof(smallTable, tangle), limits])('with bounds', insist);
  law.prop([tableArbitrary()])('of every form', (table) => insist(table, WIDE));
});

describe('on random systems', () => {
  law.prop([systemWithProperties(2)], { numRuns: 300 })('graphs and judgements', (system) => insist(system, WIDE));
  law.prop([smallSystem, limits], { numRuns: 300 })('with bounds', insist);
  law.prop([systemArbitrary()])('of every form', (system) => insist(system, { maxConfigurations: 150 }));
});

describe('what holds where', () => {
  /** Insists that all conditions of properties hold in the same configurations. */
  function insistOnTests(model: Model, questions: readonly (readonly [Question, Bound])[]): void {
    const [graph, oracle] = both(model, WIDE);
    for (const [question, bound] of questions) {
      const [one, other] = [graph.test(question, bound), oracle.test(question, bound)];
      for (let id = 0; id < oracle.size; id++) expect([question, bound, one(id)]).toEqual([question, bound, other(id)]);
    }
  }
  const conditionsOf = (asked: Property | SystemProperty): readonly Question[] =>
    Object.entries(asked).flatMap(([word, each]) =>
      ['forAll', 'distinct', 'fair'].includes(word) ? [] : [each as Question],
    );

  law.prop([smallTable, fc.array(property, { maxLength: 4 })])('in tables', (table, properties) =>
    insistOnTests(
      table,
      properties.flatMap(conditionsOf).map((each) => [each, {}]),
    ),
  );

  law.prop([systemWithProperties(2)])('in systems, whatever the parameters are', (system) => {
    const p =
      system.instances.p?.count === undefined
        ? ['p']
        : Array.from({ length: system.instances.p.count }, (_, at) => `p${at + 1}`);
    const bounds = p.flatMap((f) => [...p, 0, 1].map((h): Bound => ({ f, h })));
    const fitting = ({ forAll = {} }: SystemProperty): readonly Bound[] =>
      bounds.filter(({ h }) => (typeof forAll.h === 'object') === (typeof h === 'number'));
    insistOnTests(
      system,
      Object.values(system.properties ?? {}).flatMap((each) =>
        conditionsOf(each).flatMap((question) => fitting(each).map((bound) => [question, bound] as const)),
      ),
    );
  });
});
