/** What must happen is decided on every space as it is on a graph, with the same lasso, by sets alone. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { explore } from '../../model/explore/explorer.ts';
import type { Bound } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import type { Space } from '../../model/explore/space/space.ts';
import { finish } from '../../model/explore/work.ts';
import { bindingsOf, instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model, type SystemProperty } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { systemWithProperties } from '../laws/systems.ts';
import { fairness, predicate, smallTable, tangle } from '../laws/tables.ts';
import { spaceOf, type Way, way } from '../laws/ways.ts';
import { type Asked, type Decision, decide } from './decide.ts';
import { decideOnSpace } from './decide-space.ts';
import { NeedsSteps } from './needs-steps.ts';
import { reversing } from './paths.ts';

const MOST = 300;

/** What is decided on a space, unless choosing a counterexample needs steps, which only happens where there is one. */
function decided(space: Space, asked: Asked, bound: Bound): Decision | undefined {
  try {
    return finish(decideOnSpace(space, asked, bound));
  } catch (error) {
    if (error instanceof NeedsSteps) return undefined;
    throw error;
  }
}

/** Decides properties on a space and on a graph. */
function insist(model: Model, cut: Way, properties: readonly Asked[]): void {
  const graph = explore(machineOf(model), { maxConfigurations: MOST });
  fc.pre(graph.stopped === undefined && graph.size > 0);
  const explored = { graph, reversed: reversing(graph) };
  const space = spaceOf(model, cut);
  for (const asked of properties) {
    const { forAll = {}, distinct } = asked as SystemProperty;
    const bindings = isSystem(model) ? bindingsOf(instancesOf(model), forAll, distinct) : [{}];
    for (const bound of bindings) {
      const expected = finish(decide(explored, asked, bound));
      expect(decided(space, asked, bound) ?? expected).toEqual(expected);
    }
  }
}

describe('what must happen is decided alike', () => {
  const eventually = fc.record({ eventually: predicate, fair: fairness });
  const after = fc.record({ eventually: predicate, after: predicate, fair: fairness });
  const asked = fc.array(fc.oneof(eventually, after), { minLength: 1, maxLength: 4 });
  law.prop([smallTable, asked, way], { numRuns: 40 })('on tables', (table, properties, cut) =>
    insist(table as Table, cut, properties as readonly Asked[]),
  );
  law.prop([tangle, asked, way], { numRuns: 60 })('where cycles cross', (table, properties, cut) =>
    insist(table as Table, cut, properties as readonly Asked[]),
  );
  law.prop([systemWithProperties(4), way], { numRuns: 30 })('on systems', (system, cut) => {
    const infinite = Object.values(system.properties ?? {}).filter((each) => 'eventually' in each || 'leadsTo' in each);
    insist(system, cut, infinite as readonly Asked[]);
  });
});
