/** Every run that anything shows is one of the naive semantics: of walks, of comparisons, of suites, and of mutants that survive. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { explore } from '../../model/explore/explorer.ts';
import type { StateGraph, Trace } from '../../model/explore/graph.ts';
import { labelOf, type Machine } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { replay } from '../../model/explore/replay.ts';
import { decodeTrace } from '../../model/explore/token.ts';
import { finish } from '../../model/explore/work.ts';
import { systemArbitrary } from '../../model/system/arbitrary.ts';
import type { Model } from '../../model/system/types.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { law } from '../../model/testing.ts';
import { differing, structureDifference, type Told, type Version } from '../difference/index.ts';
import { check, judge } from '../judge/index.ts';
import { mutantsOf } from '../mutation/mutants.ts';
import { mutating } from '../mutation/mutate.ts';
import { walk } from '../random/index.ts';
import { SUITES, type Suite, type SuiteStep, suiteOf } from '../suites/index.ts';
import { systemWithProperties } from './systems.ts';
import { property, smallTable, withProperties } from './tables.ts';

/** Models with few configurations, of every form of the language or small by themselves. */
const MOST = 300;
const isSmall = (model: Model): boolean => wholeOf(model).stopped === undefined;
const wholeOf = (model: Model): StateGraph => explore(machineOf(model), { maxConfigurations: MOST });
const judged = fc
  .tuple(smallTable, fc.array(property, { maxLength: 3 }))
  .map(([table, properties]) => withProperties(table, properties));
const models: fc.Arbitrary<Model> = fc
  .oneof<fc.MaybeWeightedArbitrary<Model>[]>(
    { weight: 2, arbitrary: judged },
    { weight: 1, arbitrary: tableArbitrary({ words: false }) },
    { weight: 1, arbitrary: systemWithProperties(1) },
    { weight: 1, arbitrary: systemArbitrary({ words: false }) },
  )
  .filter(isSmall);

const insistOnRun = (machine: Machine, trace: Trace): void => expect(replay(machine, trace)).toBeUndefined();

law.prop([models], { numRuns: 60 })('traces of verdicts and findings', (model) => {
  const { verdicts, findings } = check(model);
  for (const { trace } of [...verdicts, ...findings]) if (trace) insistOnRun(machineOf(model), trace);
});

law.prop([models, fc.nat(), fc.boolean()], { numRuns: 25 })(
  'traces of walks, and the tokens that repeat them',
  (model, seed, isGuided) => {
    const machine = machineOf(model);
    const { failures, stuck } = walk(model, { steps: 200, length: 20, seed, isGuided });
    for (const { trace, token } of [...failures, ...stuck]) {
      insistOnRun(machine, trace);
      expect(decodeTrace(machine, token)).toEqual({ initial: trace.initial, steps: trace.steps });
    }
  },
);

describe('traces of comparisons', () => {
  const versionOf = (model: Model): Version => {
    const graph = wholeOf(model);
    return { model, graph, judgement: judge(model, graph) };
  };
  /** A run that is possible on one side, and what the other side does as long as it can follow. */
  function insistOnTold(told: Told | 'gave up' | undefined, one: Model, other: Model): void {
    if (typeof told !== 'object') return;
    const [has, lacks] = told.side === 'one' ? [one, other] : [other, one];
    insistOnRun(machineOf(has), told.trace);
    if (told.beside === undefined) return;
    insistOnRun(machineOf(lacks), told.beside);
    const labels = told.trace.steps.map(labelOf);
    expect(told.beside.steps.map(labelOf)).toEqual(labels.slice(0, told.beside.steps.length));
  }

  law.prop([models, fc.nat()], { numRuns: 60 })('with a version in which one thing is wrong', (model, which) => {
    const mutants = [...mutantsOf(model)];
    const mutant = mutants[which % Math.max(1, mutants.length)]?.model;
    if (mutant === undefined || !isSmall(mutant)) return;
    const { onlyOld, onlyNew, told } = finish(differing(versionOf(model), versionOf(mutant)));
    for (const each of [onlyOld, onlyNew, told]) insistOnTold(each, model, mutant);
  });

  law.prop([models], { numRuns: 60 })('with itself there are none: nothing differs', (model) => {
    const same = finish(differing(versionOf(model), versionOf(structuredClone(model))));
    expect(same).toEqual({
      structure: structureDifference(model, model),
      behaviour: 'same',
      gained: [],
      lost: [],
      verdicts: [],
    });
    for (const { states, events, memory, rows, renames } of same.structure.tables)
      expect([states, events, memory, rows, { renames }].flatMap((each) => Object.values(each).flat())).toEqual([]);
    const parts = Object.values(same.structure.system ?? {});
    expect(parts.flatMap((each) => Object.values(each).flat())).toEqual([]);
  });

  law.prop([judged.filter((table) => table.transitions.length < 5)], { numRuns: 12 })(
    'with mutants that survive',
    (table) => {
      const { mutants } = finish(mutating(table, wholeOf(table)));
      const byName = new Map([...mutantsOf(table)].map(({ name, model }) => [name, model]));
      for (const { name, told } of mutants) insistOnTold(told, table, byName.get(name) as Model);
    },
  );
});

describe('steps of suites', () => {
  /** Takes the steps of a test; where the table leaves a choice, what is said of the others is possible too. */
  function insistOnSuite(machine: Machine, { tests }: Suite): void {
    for (const { initial, steps } of tests) {
      let at = initial;
      expect(machine.initial.map(machine.key)).toContain(machine.key(initial));
      for (const step of steps) {
        expect(outcomes(machine, at, step).toSorted()).toEqual(wanted(machine, step).toSorted());
        at = step.to;
      }
    }
  }
  const outcomes = (machine: Machine, at: Trace['initial'], step: SuiteStep): readonly string[] => [
    ...new Set(
      machine
        .moves(at)
        .steps.filter((each) => labelOf(each) === labelOf(step))
        .map(({ to }) => machine.key(to)),
    ),
  ];
  const wanted = (machine: Machine, { expect: answer, to, or = [] }: SuiteStep): readonly string[] =>
    answer === 'refused' ? [] : [...new Set([to, ...or].map(machine.key))];

  law.prop([models.filter((model) => wholeOf(model).size < 40), fc.constantFrom(...SUITES)], { numRuns: 60 })(
    'are accepted or refused as they say, and lead where they say',
    (model, kind) => {
      let suite: Suite;
      try {
        suite = suiteOf(wholeOf(model), kind);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return;
      }
      insistOnSuite(machineOf(model), suite);
    },
  );
});
