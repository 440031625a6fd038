/** What is said to be certain after a command is so in every configuration that the command leads to. */

import { expect, test } from 'vitest';
import { machineOf } from '../../model/explore/of.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import type { Model } from '../../model/system/types.ts';
import { law } from '../../model/testing.ts';
import { smallSystem } from '../../properties/laws/systems.ts';
import { smallTable } from '../../properties/laws/tables.ts';
import { commandsOf } from './commands.ts';
import { endsWith } from './endings.ts';
import { isMet, valuesAfter } from './evaluate.ts';
import { valuesIn } from './variables.ts';

/** How many certainties were met, over the first configurations; each of them has to be so. */
function certainties(model: Model, most = 60): number {
  const machine = machineOf(model);
  const program = commandsOf(model);
  const conditions = [program.isFinal, ...program.commands.map(({ guard }) => guard)];
  const seen = new Map(machine.initial.map((each) => [machine.key(each), each]));
  let met = 0;
  for (const at of seen.values()) {
    const values = valuesIn(program.variables, at);
    for (const command of program.commands.filter(({ guard }) => isMet(guard, values)))
      for (const condition of conditions.filter((each) => endsWith(command, each))) {
        expect(isMet(condition, valuesAfter(command, values)), machine.describe(at)).toBe(true);
        met++;
      }
    for (const { to } of machine.moves(at).steps) if (seen.size < most) seen.set(machine.key(to), to);
  }
  return met;
}

law.prop([smallTable])('of random tables', (table) => void certainties(table));
law.prop([smallSystem], { numRuns: 50 })('of random systems', (system) => void certainties(system));

test('that an order is over is certain after the commands that end it, and their successors are known', () => {
  expect(certainties(order)).toBeGreaterThan(10);
});
