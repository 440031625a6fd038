/** Diagrams of random systems, read back by Mermaid: they say what the system says, no more and no less. */
import fc from 'fast-check';
import { beforeAll, describe, expect } from 'vitest';
import { explore } from '../../model/explore/explorer.ts';
import { type Trace, traceTo } from '../../model/explore/graph.ts';
import type { SystemConfiguration } from '../../model/explore/machine.ts';
import { systemMachine } from '../../model/explore/naive-system.ts';
import { systemArbitrary } from '../../model/system/arbitrary.ts';
import { setOf } from '../../model/system/events.ts';
import { instancesOf } from '../../model/system/instances.ts';
import type { System } from '../../model/system/types.ts';
import { textIn } from '../../model/table/text.ts';
import { law } from '../../model/testing.ts';
import type { Shown } from '../artefact.ts';
import { laneDiagram } from './lanes.ts';
import { synchronisation } from './synchronisation.ts';
import { type Line, mermaidReader, sequenceIn, squeezed } from './testing.ts';

let mermaid: Awaited<ReturnType<typeof mermaidReader>>;
beforeAll(async () => {
  mermaid = await mermaidReader();
});

const shown = (model: System): Shown<System> => ({ model, language: 'en', places: () => undefined });

/** A system with the longest of some shortest traces, which may go round from somewhere or stop. */
const traced = fc
  .tuple(systemArbitrary(), fc.integer({ min: 0, max: 9 }), fc.boolean())
  .map(([system, from, stutters]) => {
    const graph = explore(systemMachine(system), { maxConfigurations: 40 });
    const trace = traceTo(graph, graph.size - 1);
    const ending = stutters ? { stutters } : from < trace.steps.length ? { loop: from } : {};
    return { system, trace: { ...trace, ...ending } as Trace };
  });

const isChanged = (before: unknown, after: unknown): boolean => JSON.stringify(before) !== JSON.stringify(after);

/** The lines of each step: from the one with its number up to that of the next. */
function byStep(lines: readonly Line[], steps: number): readonly (readonly Line[])[] {
  const said = lines.filter((line) => line.kind === 'note' || line.kind === 'arrow');
  const starts = Array.from({ length: steps }, (_, index) =>
    said.findIndex((line) => line.text.startsWith(`${index + 1}.`)),
  );
  return starts.map((start, index) => said.slice(start, starts[index + 1]));
}

describe('a sequence diagram', () => {
  law.prop([traced])(
    'has a lane for each that takes part, and each step changes what it changes',
    async ({ system, trace }) => {
      const { source } = laneDiagram(shown(system), 'trace', 'a trace', trace);
      const { lanes, lines } = sequenceIn(await mermaid.read(source));
      const ids = new Map([...lanes].map(([id, name]) => [name, id]));
      const taking = new Set<string>();
      let before = trace.initial as SystemConfiguration;
      for (const [index, shownStep] of byStep(lines, trace.steps.length).entries()) {
        const { rows, to } = trace.steps[index] as Trace['steps'][number];
        const after = to as SystemConfiguration;
        const changed = Object.keys(after.instances).filter((each) =>
          isChanged(before.instances[each], after.instances[each]),
        );
        const moving = new Set([...rows.map(({ instance = '' }) => instance), ...changed]);
        for (const each of moving) taking.add(each);

        const arrows = shownStep.filter((line) => line.kind === 'arrow');
        expect(new Set(arrows.flatMap(({ from, to: end }) => [lanes.get(from), lanes.get(end)]))).toEqual(moving);
        if (lanes.size > 1) {
          const notes = shownStep.filter((line) => line.kind === 'note').filter(({ from, to: end }) => from === end);
          expect(notes.map(({ from }) => lanes.get(from)).sort()).toEqual([...changed].sort());
          for (const each of changed) {
            const state = after.instances[each]?.state;
            if (state === undefined || state === before.instances[each]?.state) continue;
            const table = instancesOf(system).get(each)?.table;
            const label = squeezed(textIn(table?.states[state]?.label, 'en', state));
            const note = notes.find(({ from }) => from === ids.get(each));
            expect(note?.text.startsWith(label)).toBe(true);
          }
        }
        before = after;
      }
      expect(new Set(lanes.values())).toEqual(taking.size > 0 ? taking : new Set(Object.keys(before.instances)));
      expect(lines.filter(({ kind }) => kind === 'loop')).toHaveLength(trace.loop === undefined ? 0 : 1);
      const last = lines.at(-1);
      expect(last !== undefined && 'text' in last && last.text === squeezed('and nothing more happens')).toBe(
        trace.stutters === true,
      );
    },
  );
});

describe('the diagram of the synchronisation', () => {
  law.prop([systemArbitrary()])('joins all that takes part in an event, in its line', async (system) => {
    const declared = Object.entries(system.events ?? {});
    const [diagram] = synchronisation(shown(system));
    expect(diagram === undefined).toBe(declared.length === 0);
    if (diagram === undefined) return;
    const { db } = await mermaid.read(diagram.source);
    const edges = db.getEdges();
    for (const [row, [, event]] of declared.entries()) {
      const shared = Object.keys(event.set ?? {}).filter((target) => Object.hasOwn(system.memory ?? {}, target));
      const groups = [event, ...(event.each ?? [])].map(({ moves = {}, set = {}, with: parameters = {} }) => ({
        references: [...Object.keys(moves), ...Object.keys(set).filter((target) => !shared.includes(target))],
        parameters: { ...event.with, ...parameters },
      }));
      const sets = new Set(
        groups.flatMap(({ references, parameters }) => references.map((each) => setOf(system, each, parameters))),
      );
      const channels = new Set([...Object.keys(event.receive ?? {}), ...Object.keys(event.send ?? {})]);
      const cells = sets.size + channels.size + (shared.length > 0 ? 1 : 0);
      const inRow = edges.filter(({ end }) => end.startsWith(`c${row}x`));
      expect(inRow).toHaveLength(cells);
      const columns = inRow.map(({ end }) => Number(end.split('x')[1]));
      expect(columns).toEqual([...columns].sort((one, other) => one - other));
      expect(inRow.map(({ start }) => start)).toEqual(
        [`e${row}`, ...inRow.slice(0, -1).map(({ end }) => end)].slice(0, cells),
      );
    }
  });
});
