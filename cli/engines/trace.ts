/** Taking what an outside engine says back to the table. */
import { commandsOf } from '../../generators/export/commands.ts';
import { MURPHI } from '../../generators/export/murphi.ts';
import type { Trace } from '../../model/explore/graph.ts';
import type { Configuration, Step } from '../../model/explore/machine.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import type { Table } from '../../model/table/types.ts';
import { Defect } from '../../properties/judge/index.ts';

/** The run of the table that takes the steps an engine names. @throws {Defect} where one of them is not enabled. */
export function runOf(table: Table, start: number, names: readonly string[]): Trace {
  const machine = tableMachine(table);
  const known = new Map(commandsOf(table, MURPHI).commands.map((command) => [command.name, command]));
  const initial = machine.initial[start];
  if (initial === undefined)
    throw new Defect(`an engine starts from initial configuration ${start}, which does not exist`);
  let at: Configuration = initial;
  const taken = names.map((name): Step => {
    const command = known.get(name);
    const step = machine.moves(at).steps.find(({ row, event }) => row === command?.row && event === command.event);
    if (step === undefined) throw new Defect(`an engine takes ${name} in ${machine.describe(at)}`);
    at = step.to;
    return step;
  });
  return { initial, steps: taken };
}
