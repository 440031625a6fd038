/**
 * A lifecycle as a tester meets it: inputs are sent, each is accepted or refused, and something can be observed after it. Every input can be
 * sent everywhere: one that is not enabled is refused and changes nothing.
 */
import { degree, type StateGraph } from '../../model/explore/graph.ts';
import { type Action, type Configuration, labelOf, statesIn } from '../../model/explore/machine.ts';
import { type Input, inputNumbers, occurring } from './inputs.ts';

/** What can be observed of an implementation, beside whether it accepts: its whole configuration, its states, or nothing. */
export const OBSERVATIONS = ['configuration', 'state', 'nothing'] as const;
/** What a test sees of an implementation after each step. */
export type Observation = (typeof OBSERVATIONS)[number];

/**
 * A complete deterministic machine with outputs (a Mealy machine). States are numbered from 0; what input `i` does in state `s` stands at
 * `s * inputs.length + i`.
 */
export type TestMachine = {
  readonly inputs: readonly Input[];
  readonly size: number;
  /** The states it can start in. */
  readonly starts: readonly number[];
  readonly next: Int32Array;
  /** A number for what is seen of an input: whether it is accepted, and what is observed after it. Equal numbers look alike. */
  readonly output: Int32Array;
  /** 1 where an input is accepted. */
  readonly accepts: Uint8Array;
};

/** An event with two outcomes in one configuration: which of them happens cannot be chosen by who sends it. */
export type Choice = { readonly configuration: number; readonly input: Input; readonly targets: readonly number[] };

/** Where a graph is not deterministic: the same configuration, event and binding, with different targets. */
export function choicesOf(graph: StateGraph): readonly Choice[] {
  const choices: Choice[] = [];
  for (let id = 0; id < graph.expanded; id++) {
    const targets = new Map<string, { input: Input; ids: Set<number> }>();
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++) {
      const input = graph.actions[graph.action[edge] as number] as Action;
      const known = targets.get(labelOf(input)) ?? { input, ids: new Set<number>() };
      known.ids.add(graph.target[edge] as number);
      targets.set(labelOf(input), known);
    }
    for (const { input, ids } of targets.values())
      if (ids.size > 1) choices.push({ configuration: id, input, targets: [...ids] });
  }
  return choices;
}

/** What is seen of a configuration. */
function observed(configuration: Configuration, observation: Observation): string {
  if (observation === 'nothing') return '';
  if (observation === 'configuration') return JSON.stringify(configuration);
  return statesIn(configuration).join();
}

/**
 * The machine of a completely explored, deterministic graph; its states are the configurations, by their ids. `inputs` has all that can happen, and
 * may have more, which is refused everywhere.
 *
 * @throws {RangeError} where the graph is incomplete or has a choice.
 */
export function testMachineOf(
  graph: StateGraph,
  observation: Observation,
  inputs: readonly Input[] = occurring(graph),
): TestMachine {
  if (graph.stopped !== undefined) throw new RangeError(`not everything was explored: ${graph.stopped.limit}`);
  const [choice] = choicesOf(graph);
  if (choice !== undefined)
    throw new RangeError(
      `${labelOf(choice.input)} can lead from ${graph.machine.describe(graph.configuration(choice.configuration))} to ${choice.targets
        .map((id) => graph.machine.describe(graph.configuration(id)))
        .join(
          ' or to ',
        )}; the methods that find every fault need a table that leaves no choice (the tour and the covers do not)`,
    );
  const inputOf = inputNumbers(graph, inputs);
  const seen = new Map<string, number>();
  const looks = Array.from({ length: graph.size }, (_, id) => {
    const text = observed(graph.configuration(id), observation);
    const known = seen.get(text) ?? seen.size;
    seen.set(text, known);
    return known;
  });
  const count = inputs.length;
  const next = Int32Array.from({ length: graph.size * count }, (_, at) => Math.floor(at / count));
  const accepts = new Uint8Array(graph.size * count);
  for (let id = 0; id < graph.size; id++)
    for (let edge = graph.offset[id] as number, left = degree(graph, id); left > 0; left--, edge++) {
      const at = id * count + (inputOf[graph.action[edge] as number] as number);
      next[at] = graph.target[edge] as number;
      accepts[at] = 1;
    }
  return {
    inputs,
    size: graph.size,
    starts: Array.from({ length: graph.initial }, (_, id) => id),
    next,
    output: next.map((to, at) => 2 * (looks[to] as number) + (accepts[at] as number)),
    accepts,
  };
}
