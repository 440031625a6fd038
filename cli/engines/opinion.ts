/** What an outside engine says of a table, in our terms. */
import { commandsOf } from '../../generators/export/commands.ts';
import { MURPHI } from '../../generators/export/murphi.ts';
import type { Trace } from '../../model/explore/graph.ts';
import type { Configuration, Step } from '../../model/explore/machine.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import type { Table } from '../../model/table/types.ts';
import { Defect } from '../../properties/judge/index.ts';

/** An engine's verdict on one property, with its witness or counterexample where it gave one. */
export type EngineVerdict = {
  readonly property: string;
  readonly result: 'holds' | 'violated';
  readonly trace?: Trace;
};

/** A second opinion: counts, whether something can be stuck, and the properties that the engine's language can say. */
export type Opinion = {
  readonly engine: EngineName;
  readonly configurations: number;
  readonly transitions: number;
  /** Whether a configuration is reachable that is not final and has no enabled row; nothing where the engine was not asked. */
  readonly stuck?: boolean;
  readonly verdicts: readonly EngineVerdict[];
  /** The properties that the engine's language cannot say. */
  readonly unsaid: readonly string[];
};

export const ENGINES = ['rumur', 'spin'] as const;
export type EngineName = (typeof ENGINES)[number];

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
