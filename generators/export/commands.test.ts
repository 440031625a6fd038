/** Guarded commands against the naive machine: the same steps, everywhere, whatever the model. No engine is needed. */

import { describe, expect, test } from 'vitest';
import { type Action, actionKey, type Configuration } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { galleryFiles, modelOf } from '../../model/gallery/testing.ts';
import type { Model, System } from '../../model/system/types.ts';
import { law } from '../../model/testing.ts';
import { smallSystem } from '../../properties/laws/systems.ts';
import { smallTable } from '../../properties/laws/tables.ts';
import { commandsOf } from './commands.ts';
import { isMet, rowsTaken, valuesAfter } from './evaluate.ts';
import { valuesIn } from './variables.ts';

/** Walks through the first configurations of a model, comparing steps and where they lead. */
function sameSteps(model: Model, most = 300): number {
  const machine = machineOf(model);
  const program = commandsOf(model);
  const seen = new Map(machine.initial.map((each) => [machine.key(each), each]));
  let steps = 0;
  for (const at of seen.values()) {
    const values = valuesIn(program.variables, at);
    const enabled = program.commands.filter(({ guard }) => isMet(guard, values));
    const theirs = new Map(
      enabled.map((command) => {
        const { event, binding } = command;
        const action: Action = { event, ...(binding && { binding }), rows: rowsTaken(program, command, at) };
        return [actionKey(action), valuesAfter(command, values)] as const;
      }),
    );
    expect(theirs.size).toBe(enabled.length);
    const ours = machine.moves(at).steps;
    expect([...theirs.keys()].sort(), machine.describe(at)).toEqual(ours.map(actionKey).sort());
    for (const step of ours) {
      const after = theirs.get(actionKey(step));
      expect(after, `${actionKey(step)} from ${machine.describe(at)}`).toEqual(valuesIn(program.variables, step.to));
      if (seen.size < most) seen.set(machine.key(step.to), step.to as Configuration);
    }
    expect(isMet(program.isFinal, values)).toBe(machine.isFinal(at));
    steps += ours.length;
  }
  return steps;
}

describe('guarded commands take the steps of the naive machine', () => {
  test.each(galleryFiles)('on %s', async (file) => {
    expect(sameSteps(await modelOf(file))).toBeGreaterThan(0);
  });

  law.prop([smallTable], { numRuns: 200 })('on random tables', (table) => {
    sameSteps(table);
  });

  law.prop([smallSystem], { numRuns: 200 })('on random systems', (system) => {
    sameSteps(system);
  });

  test('and a message with a field that is unset is none', () => {
    const system: System = {
      name: 'line',
      tables: [],
      instances: { end: { count: 2 } },
      memory: { who: { instance: 'end', initial: [null, 'end1'] } },
      channels: { wire: { message: { to: { instance: 'end' } }, capacity: 1 } },
      events: { send: { send: { wire: { to: { memory: 'who' } } } } },
    };
    expect(sameSteps(system)).toBe(1);
  });
});
