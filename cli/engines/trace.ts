/** Taking what an outside engine says back to the model. */
import type { Program } from '../../generators/export/commands.ts';
import { rowsTaken } from '../../generators/export/evaluate.ts';
import { chosenStart } from '../../generators/export/starts.ts';
import type { Trace } from '../../model/explore/graph.ts';
import { type Action, actionKey, type Configuration, labelOf, type Step } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { Defect } from '../../properties/judge/index.ts';

/**
 * The run of the model that takes the commands an engine names by their numbers, from the initial configuration it chose. Numbers beyond those of the program's commands are of
 * what an engine's model does beside it.
 *
 * @throws {Defect} where a command is no step of ours.
 */
export function runOf(program: Program, chosen: readonly number[], numbers: readonly number[]): Trace {
  const machine = machineOf(program.model);
  const initial = machine.initial[chosenStart(program, chosen)];
  if (initial === undefined) throw new Defect('an engine starts from a configuration that is not initial');
  let at: Configuration = initial;
  const steps: Step[] = [];
  for (const number of numbers) {
    const command = program.commands[number];
    if (command === undefined) continue;
    const { event, binding } = command;
    const action: Action = { event, ...(binding && { binding }), rows: rowsTaken(program, command, at) };
    const key = actionKey(action);
    const step = machine.moves(at).steps.find((each) => actionKey(each) === key);
    if (step === undefined) throw new Defect(`an engine takes ${labelOf(action)} in ${machine.describe(at)}`);
    steps.push(step);
    at = step.to;
  }
  return { initial, steps };
}
