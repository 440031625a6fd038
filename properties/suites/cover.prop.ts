/** Covers cover what they say, by runs of the graph; the nearest thing is taken first, so no more steps than walking to each thing afresh. */

import fc from 'fast-check';
import { expect } from 'vitest';
import { explore, machineOf } from '../../model/explore/index.ts';
import type { TableConfiguration } from '../../model/explore/machine.ts';
import { law } from '../../model/testing.ts';
import { smallTable } from '../laws/tables.ts';
import { COVERS, covered } from './cover.ts';
import { sourcesOf } from './roads.ts';

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
