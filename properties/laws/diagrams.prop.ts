/** Every diagram is read by Mermaid, and has exactly the arrows of what it shows: read back by Mermaid, told from the rows alone. */
import fc from 'fast-check';
import { beforeAll, describe, expect } from 'vitest';
import { differenceDiagram } from '../../generators/difference/diagram.ts';
import { heatDiagram } from '../../generators/mermaid/heat.ts';
import { heatParts } from '../../generators/mermaid/heat-parts.ts';
import { diagrams } from '../../generators/mermaid/index.ts';
import { actorDiagram, neighbourhood, overview } from '../../generators/mermaid/state-diagram.ts';
import { mermaidReader, sequenceIn } from '../../generators/mermaid/testing.ts';
import { systemArbitrary } from '../../model/system/arbitrary.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import type { Row, Table } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { structureDifference, type TableDifference } from '../difference/index.ts';
import { check } from '../judge/index.ts';
import { walk } from '../random/walk.ts';

let mermaid: Awaited<ReturnType<typeof mermaidReader>>;
beforeAll(async () => {
  mermaid = await mermaidReader();
});

/** A row for one state and one event: `to` is a state, or the variable of the state that is recalled. */
type Line = { readonly from: string; readonly to: string; readonly event: string; readonly row: Row };

const linesOf = ({ states, transitions }: Table): readonly Line[] =>
  transitions.flatMap((row) =>
    selectStates(states, row.from).flatMap((from) =>
      listOf(row.on).map((event) => {
        const to = typeof row.to !== 'string' ? `recall ${row.to.recall}` : row.to === 'stay' ? from : row.to;
        return { from, to, event, row };
      }),
    ),
  );

const sorted = (all: Iterable<string>): readonly string[] => [...all].sort();
const START = '(start)';
const END = '(end)';
const starts = ({ states }: Table): readonly string[] =>
  Object.keys(states).flatMap((state) => (states[state]?.initial === undefined ? [] : [`${START} → ${state}`]));
const ends = ({ states }: Table): readonly string[] =>
  Object.keys(states).flatMap((state) => (states[state]?.final === undefined ? [] : [`${state} → ${END}`]));

/** The arrows of a state diagram, as Mermaid has them. States are numbered as in the table, groups and recalled states as they come. */
async function drawn(table: Table, source: string): Promise<readonly (readonly [from: string, to: string])[]> {
  const { db } = await mermaid.read(source);
  const states = Object.keys(table.states);
  const groups = [...new Set(Object.values(table.states).flatMap(({ group }) => group ?? []))];
  const nameOf = (id: string): string => {
    const number = Number(id.slice(1));
    if (/_start$/.test(id)) return START;
    if (/_end$/.test(id)) return END;
    if (id.startsWith('s')) return states[number] as string;
    if (id.startsWith('g')) return `group ${groups[number]}`;
    return id.startsWith('r') ? 'recall' : id;
  };
  return (db.getData?.().edges ?? []).map(({ start, end }) => [nameOf(start), nameOf(end)] as const);
}

const target = (to: string): string => (to.startsWith('recall ') ? 'recall' : to);
const arrows = (pairs: readonly (readonly [string, string])[]): readonly string[] =>
  pairs.map(([from, to]) => `${from} → ${to}`);

describe('a table', () => {
  law.prop([tableArbitrary()], { numRuns: 15 })(
    'with the neighbours of a state, and what an actor causes',
    async (table) => {
      const input = { model: table, language: 'en', places: () => undefined };
      const all = linesOf(table);
      const insist = async (source: string, shown: readonly Line[], alone: readonly string[] = []): Promise<void> => {
        const seen = new Set([...alone, ...shown.flatMap(({ from, to }) => [from, to])]);
        const marks = [...starts(table), ...ends(table)].filter((mark) =>
          mark.split(' → ').some((end) => seen.has(end)),
        );
        const pairs = new Map(shown.map(({ from, to }) => [`${from} → ${to}`, `${from} → ${target(to)}`]));
        expect(sorted(arrows(await drawn(table, source))), source).toEqual(sorted([...pairs.values(), ...marks]));
      };
      for (const state of Object.keys(table.states)) {
        const near = all.filter(({ from, to }) => from === state || to === state);
        await insist(neighbourhood(input, state).source, near, [state]);
      }
      for (const actor of new Set(Object.values(table.events).map(({ by }) => by)))
        await insist(
          actorDiagram(input, actor).source,
          all.filter(({ event }) => table.events[event]?.by === actor),
        );
    },
  );

  /** An arrow from a group stands for rows of states in it; every row has one arrow, and every arrow a row. */
  const insistOnOverview = async (table: Table, source: string): Promise<void> => {
    const found = arrows(await drawn(table, source));
    const groupOf = (state: string): string => `group ${table.states[state]?.group}`;
    const covering = linesOf(table).map(({ from, to }) =>
      [from, groupOf(from)].map((each) => `${each} → ${target(to)}`),
    );
    for (const either of covering)
      expect(
        either.some((arrow) => found.includes(arrow)),
        `${either} in ${source}`,
      ).toBe(true);
    const marks = [...starts(table), ...ends(table)];
    for (const arrow of found) expect([...covering.flat(), ...marks], source).toContain(arrow);
    expect(sorted(found.filter((arrow) => arrow.includes('(')))).toEqual(sorted(marks));
  };

  law.prop([tableArbitrary()], { numRuns: 30 })('as a whole', (table) =>
    insistOnOverview(table, overview({ model: table, language: 'en', places: () => undefined }).source),
  );

  law.prop([tableArbitrary(), fc.infiniteStream(fc.nat(9))], { numRuns: 30 })(
    'with how often each row fired',
    async (table, counts) => {
      const all = linesOf(table);
      const states = new Map(Object.keys(table.states).map((state) => [state, counts.next().value as number]));
      const expanded = new Map(
        all.map(({ from, event, row }) => [
          `${table.transitions.indexOf(row)} ${from} ${event}`,
          counts.next().value as number,
        ]),
      );
      const source = heatDiagram(table, { states, expanded, different: expanded }, 'en');
      const { db } = await mermaid.read(source);
      const edges = db.getEdges().filter(({ start }) => !start.startsWith('l'));
      const names = Object.keys(table.states);
      const nameOf = (id: string): string =>
        id === 'start' ? START : id.startsWith('s') ? (names[Number(id.slice(1))] as string) : 'recall';
      expect(sorted(edges.map(({ start, end }) => `${nameOf(start)} → ${nameOf(end)}`))).toEqual(
        sorted([...all.map(({ from, to }) => `${from} → ${target(to)}`), ...starts(table)]),
      );
      // What never fired is dotted, and each arrow has the style that is meant for it.
      const dotted = edges.filter(({ stroke }) => stroke === 'dotted');
      expect(dotted).toHaveLength([...expanded.values()].filter((count) => count === 0).length);
      for (const edge of edges)
        expect(edge.style?.some((part) => part.startsWith('stroke-dasharray')) ?? false).toBe(dotted.includes(edge));
    },
  );
});

law.prop([tableArbitrary({ rows: 12 })], { numRuns: 30 })(
  'a trace has a message and a note for every step',
  async (table) => {
    const judgement = check(table, { maxConfigurations: 200 });
    const all = diagrams({ model: table, judgement, language: 'en', places: () => undefined });
    const traces = [...judgement.verdicts, ...judgement.findings].flatMap(({ trace }) => trace ?? []);
    const drawings = all.filter(({ kind }) => kind === 'sequence');
    expect(drawings).toHaveLength(traces.length);
    for (const [index, { steps, loop, stutters }] of traces.entries()) {
      const { lines } = sequenceIn(await mermaid.read(drawings[index]?.source ?? ''));
      const count = (kind: string): number => lines.filter((line) => line.kind === kind).length;
      expect([count('arrow'), count('note')]).toEqual([steps.length, steps.length + 1 + (stutters ? 1 : 0)]);
      expect(count('loop')).toBe(loop === undefined ? 0 : 1);
    }
  },
);

law.prop([systemArbitrary()], { numRuns: 10 })(
  'how often everything of a system was taken is one diagram, with a part for each table',
  async (system) => {
    const { coverage } = walk(system, { steps: 30, length: 10, seed: 1, isGuided: true });
    const { db } = await mermaid.read(heatDiagram(system, coverage, 'en'));
    const edges = db.getEdges().filter(({ start }) => /^(t\d+)?s\d/.test(start));
    const rowsOf = (table: Table): number =>
      new Set(linesOf(table).map(({ from, row }) => `${from} ${table.transitions.indexOf(row)}`)).size;
    expect(edges).toHaveLength(system.tables.reduce((sum, table) => sum + rowsOf(table), 0));
    // As many rows were taken in all parts together as runs took.
    const parts = heatParts(system, coverage).flatMap(({ arrows }) => arrows.map(({ times }) => times));
    const taken = [...coverage.rows.values()].reduce((sum, times) => sum + times, 0);
    expect(parts.reduce((sum, times) => sum + times, 0)).toBe(taken);
  },
);

law.prop([systemArbitrary()], { numRuns: 15 })('every diagram of a system is read', async (system) => {
  const judgement = check(system, { maxConfigurations: 60 });
  const all = diagrams({ model: system, judgement, language: 'en', places: () => undefined });
  for (const { source, kind } of all)
    expect([kind, await mermaid.kindOf(source)], source).toEqual([
      kind,
      { state: 'stateDiagram', sequence: 'sequence', synchronisation: 'block' }[kind],
    ]);
});

law.prop([tableArbitrary(), tableArbitrary()], { numRuns: 30 })(
  'two versions have the arrows of both, each once for each way in which it changed',
  async (old, now) => {
    const source = differenceDiagram(structureDifference(old, now).tables[0] as TableDifference, 'en');
    if (source === undefined) return;
    const { db } = await mermaid.read(source);
    const names = [...new Set([...Object.keys(old.states), ...Object.keys(now.states)])];
    const nameOf = (id: string): string =>
      id === 'start' ? START : id.startsWith('s') ? (names[Number(id.slice(1))] as string) : 'recall';
    const found = db.getEdges().map(({ start, end }) => `${nameOf(start)} → ${nameOf(end)}`);
    const keyed = (table: Table): ReadonlyMap<string, Line> =>
      new Map(
        linesOf(table).map((line) => {
          const { when = {}, set = {} } = line.row;
          return [JSON.stringify([line.from, line.to, line.event, when, set]), line];
        }),
      );
    const [before, after] = [keyed(old), keyed(now)];
    const bundles = new Map(
      [...before, ...after].map(([key, { from, to }]) => {
        const arrow = `${from} → ${target(to)}`;
        return [JSON.stringify([from, to, before.has(key), after.has(key)]), arrow];
      }),
    );
    expect(sorted(found), source).toEqual(sorted([...new Set([...starts(old), ...starts(now)]), ...bundles.values()]));
  },
);
