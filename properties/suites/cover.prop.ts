/** Covers cover what they say, by runs of the graph; the nearest thing is taken first, so no more steps than walking to each thing afresh. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explore, labelOf, machineOf } from '../../model/explore/index.ts';
import type { TableConfiguration } from '../../model/explore/machine.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { law } from '../../model/testing.ts';
import { smallTable } from '../laws/tables.ts';
import { COVERS, covered } from './cover.ts';
import { occurring } from './inputs.ts';
import { REFUSALS, refusalsIn } from './refusals.ts';
import { sourcesOf } from './roads.ts';
import { suiteOf } from './suite.ts';

const graphs = smallTable
  .map((table) => explore(machineOf(table), { maxConfigurations: 300 }))
  .filter(({ stopped }) => stopped === undefined);

law.prop([graphs, fc.constantFrom(...COVERS)])(
  'everything reachable is covered, by runs of the graph',
  (graph, cover) => {
    const { runs, items } = covered(graph, cover);
    const sources = sourcesOf(graph);
    const rowOf = (edge: number): string => JSON.stringify(graph.actions[graph.action[edge] as number]?.rows);
    const stateOf = (id: number): string => (graph.configuration(id) as TableConfiguration).state;
    const done = new Set<string>();
    for (const { start, edges } of runs) {
      let at = start;
      if (cover === 'states') done.add(stateOf(at));
      edges.forEach((edge, index) => {
        expect(sources[edge]).toBe(at);
        at = graph.target[edge] as number;
        if (cover === 'states') done.add(stateOf(at));
        else done.add(rowOf(edge));
        if (cover === 'row-pairs' && index > 0) done.add(`${rowOf(edges[index - 1] as number)} ${rowOf(edge)}`);
      });
    }
    const wanted = new Set<string>();
    for (let id = 0; id < graph.size; id++) if (cover === 'states') wanted.add(stateOf(id));
    for (let edge = 0; edge < graph.transitions; edge++) {
      if (cover !== 'states') wanted.add(rowOf(edge));
      if (cover !== 'row-pairs') continue;
      const at = graph.target[edge] as number;
      for (let after = graph.offset[at] as number; after < (graph.offset[at + 1] as number); after++)
        wanted.add(`${rowOf(edge)} ${rowOf(after)}`);
    }
    expect([...done].sort()).toEqual([...wanted].sort());
    expect(items).toBe(wanted.size);
  },
);

law.prop([graphs, fc.constantFrom(...COVERS, 'tour'), fc.constantFrom(...REFUSALS)])(
  'what must be refused is tried once in every state or configuration, and only what must be',
  (graph, kind, refusals) => {
    const placeOf = (at: TableConfiguration): string => (refusals === 'states' ? at.state : JSON.stringify(at));
    const wanted = new Set<string>();
    for (let id = 0; id < graph.size && refusals !== 'none'; id++) {
      const at = graph.configuration(id) as TableConfiguration;
      const enabled = graph.machine.moves(at).steps.map(labelOf);
      for (const { event } of occurring(graph)) if (!enabled.includes(event)) wanted.add(`${placeOf(at)} ${event}`);
    }
    const { tests, steps, coverage } = suiteOf(graph, kind, { refusals });
    const tried = tests
      .flatMap((test) => test.steps)
      .flatMap(({ event, expect: answer, to }) =>
        answer === 'refused' ? [`${placeOf(to as TableConfiguration)} ${event}`] : [],
      );
    expect(tried.toSorted()).toEqual([...wanted].sort());
    expect(tried.length).toBe(coverage.refusals.covered);
    expect(tests.reduce((sum, test) => sum + test.steps.length, 0)).toBe(steps);
  },
);

test('more refusals than anybody takes are told, with what to ask for instead', () => {
  const graph = explore(machineOf(order));
  // Six events in seventeen configurations, less the 23 transitions; by state those of five, less the eight that are always enabled there.
  const withMost = (where: 'configurations' | 'states', most: number) => () =>
    refusalsIn(graph, occurring(graph), where, most);
  expect(withMost('configurations', 79)).not.toThrow();
  expect(withMost('configurations', 78)).toThrow('more than 78 events would have to be refused; ask for refusals in');
  expect(withMost('states', 22)).not.toThrow();
  expect(withMost('states', 21)).toThrow(RangeError);
});
