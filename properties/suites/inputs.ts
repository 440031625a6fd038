/** What a tester can send: every event, in a system with every binding that occurs. */
import type { StateGraph } from '../../model/explore/graph.ts';
import { type Action, labelOf } from '../../model/explore/machine.ts';
import { isSystem, type Model } from '../../model/system/types.ts';

/** Something that can be sent: an event, in a system with its binding. */
export type Input = Pick<Action, 'event' | 'binding'>;

/** Everything that can be sent: the events with the bindings that occur in the graph, and the events of a table that never happen. */
export function inputsOf(model: Model, graph: StateGraph): readonly Input[] {
  const known = new Map(occurring(graph).map((input) => [labelOf(input), input] as const));
  if (!isSystem(model))
    for (const event of Object.keys(model.events)) if (!known.has(event)) known.set(event, { event });
  return [...known.values()];
}

/** The events with the bindings that occur in a graph. */
export function occurring({ actions }: StateGraph): readonly Input[] {
  const known = new Map<string, Input>();
  for (const { event, binding } of actions) {
    const input = { event, ...(binding && { binding }) };
    if (!known.has(labelOf(input))) known.set(labelOf(input), input);
  }
  return [...known.values()];
}

/** The number of the input that each action of a graph is, in a list that has them all. */
export function inputNumbers({ actions }: StateGraph, inputs: readonly Input[]): readonly number[] {
  const numbers = new Map(inputs.map((input, number) => [labelOf(input), number] as const));
  return actions.map((action) => numbers.get(labelOf(action)) as number);
}
