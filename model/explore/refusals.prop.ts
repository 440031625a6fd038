/** Every event is either enabled or refused with reasons, and every reason is so. */
import { expect } from 'vitest';
import { smallSystem } from '../../properties/laws/systems.ts';
import { smallTable } from '../../properties/laws/tables.ts';
import { eventsOf } from '../system/events.ts';
import { bindingsOf, instancesOf } from '../system/instances.ts';
import { isSystem, type Model } from '../system/types.ts';
import { listOf, selects } from '../table/select.ts';
import type { Guard, Predicate, Row } from '../table/types.ts';
import { law } from '../testing.ts';
import { explore } from './explorer.ts';
import { type Configuration, labelOf, type Machine, type Question, type TableConfiguration } from './machine.ts';
import { machineOf } from './of.ts';
import { refusalsOf } from './refusals.ts';
import { partsOf } from './refusals-table.ts';

const SOME = { maxConfigurations: 25 };

function configurationsOf(machine: Machine): readonly Configuration[] {
  const graph = explore(machine, SOME);
  return Array.from({ length: graph.size }, (_, id) => graph.configuration(id));
}

/** Everything that could happen, as labels: of a system every binding but those that no step or refusal is about. */
function allOf(model: Model): readonly string[] {
  if (!isSystem(model)) return Object.keys(model.events);
  const instances = instancesOf(model);
  return eventsOf(model).flatMap((event) =>
    bindingsOf(instances, event.with ?? {}, event.distinct).map((binding) =>
      labelOf({ event: event.name, ...(event.with && { binding }) }),
    ),
  );
}

law.prop([smallTable], { numRuns: 150 })('of tables', (table) => {
  const machine = machineOf(table);
  const configurations = configurationsOf(machine) as readonly TableConfiguration[];
  for (const at of configurations) {
    const refusals = refusalsOf(table, machine, at);
    const enabled = new Set(machine.moves(at).steps.map(({ event }) => event));
    expect([...enabled, ...refusals.map(({ event }) => event)].sort()).toEqual([...allOf(table)].sort());
    for (const { event, reasons } of refusals) {
      const leaving = table.transitions.filter(
        ({ on, from }) => listOf(on).includes(event) && selects(table.states, from, at.state),
      );
      expect(reasons.map(({ kind }) => kind)).toEqual(
        leaving.length === 0 ? ['state'] : leaving.map(({ when = {} }) => (holds(when, at) ? 'blocked' : 'guard')),
      );
      for (const reason of reasons) {
        if (reason.kind === 'state')
          for (const state of Object.keys(table.states))
            expect(reason.from.includes(state)).toBe(
              table.transitions.some(
                ({ on, from }) => listOf(on).includes(event) && selects(table.states, from, state),
              ),
            );
        if (reason.kind !== 'guard') continue;
        const { when } = table.transitions[reason.row] as Row;
        expect(reason.failed.length).toBeGreaterThan(0);
        for (const { part, now } of reason.failed) {
          expect(holds(part as Guard, at)).toBe(false);
          for (const [name, value] of now) expect(value).toBe(at.memory[name]);
        }
        // What fails is all that fails: every other part holds, and the parts together are the guard.
        const parts = partsOf(when as Predicate) as readonly Guard[];
        const failed = new Set(reason.failed.map(({ part }) => JSON.stringify(part)));
        for (const part of parts) expect(holds(part, at)).toBe(!failed.has(JSON.stringify(part)));
        for (const other of configurations)
          expect(parts.every((part) => holds(part, other))).toBe(holds(when as Guard, other));
      }
    }
    function holds(guard: Guard, configuration: TableConfiguration): boolean {
      return machine.holds(guard as never, configuration);
    }
  }
});

law.prop([smallSystem], { numRuns: 100 })('of systems', (system) => {
  const machine = machineOf(system);
  const all = new Set(allOf(system));
  for (const at of configurationsOf(machine)) {
    const refusals = refusalsOf(system, machine, at);
    const enabled = new Set(machine.moves(at).steps.map(labelOf));
    const labels = refusals.map(labelOf);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { reasons, ...refusal } of refusals) {
      expect(all.has(labelOf(refusal))).toBe(true);
      expect(enabled.has(labelOf(refusal))).toBe(false);
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons)
        if (reason.kind === 'condition')
          for (const { part } of reason.failed)
            expect(machine.holds(part as Question, at, refusal.binding)).toBe(false);
    }
    // What is neither enabled nor refused is no binding: two references denote one instance.
    const none = [...all].filter((each) => !enabled.has(each) && !labels.includes(each));
    for (const each of none) expect(machine.moves(at).blocked.map(labelOf)).not.toContain(each);
  }
});
