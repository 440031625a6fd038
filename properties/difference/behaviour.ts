/**
 * What can be seen of a table or system: its events with their bindings, and after each the states and whether it is
 * final.
 */
import type { StateGraph } from '../../model/explore/graph.ts';
import { interning } from '../../model/explore/interning.ts';
import { type Configuration, isSystemConfiguration, labelOf } from '../../model/explore/machine.ts';

/**
 * A labelled transition system: configurations by number, what is seen in each, and the steps between them. Memory is
 * not seen, only what it makes possible.
 */
export type Behaviour = {
  readonly size: number;
  /** The initial configurations are 0 up to this number. */
  readonly initial: number;
  readonly offset: ArrayLike<number>;
  readonly target: ArrayLike<number>;
  /** The label of each step, an index of {@link Vocabulary.labels}. */
  readonly label: ArrayLike<number>;
  /** What is seen in each configuration, an index of {@link Vocabulary.sights}. */
  readonly sight: ArrayLike<number>;
};

/** The labels and sights of behaviours that are compared: only those with one vocabulary are. */
export type Vocabulary = {
  readonly labels: ReturnType<typeof interning<string>>;
  readonly sights: ReturnType<typeof interning<string>>;
};

const itself = (text: string): string => text;

export const vocabulary = (): Vocabulary => ({ labels: interning(itself), sights: interning(itself) });

/** The states that a configuration shows: `active`, or of a system `session1 active, session2 waiting`. */
export const statesText = (configuration: Configuration): string =>
  isSystemConfiguration(configuration)
    ? Object.entries(configuration.instances)
        .flatMap(([name, { state }]) => (state === undefined ? [] : [`${name} ${state}`]))
        .join(', ')
    : configuration.state;

/** What is seen in a configuration of a graph: the states, and whether it is final. */
export const sightOf = (graph: StateGraph, id: number): string =>
  `${statesText(graph.configuration(id))}${graph.isFinal(id) ? ' (final)' : ''}`;

/**
 * The behaviour that a whole graph shows.
 *
 * @throws {RangeError} where the exploration was stopped: what was not explored could be anything.
 */
export function behaviourOf(graph: StateGraph, { labels, sights }: Vocabulary): Behaviour {
  if (graph.stopped !== undefined) throw new RangeError(`exploring was stopped at ${graph.stopped.limit}`);
  const names = graph.actions.map((action) => labels.indexOf(labelOf(action)));
  const sight = Int32Array.from({ length: graph.size }, (_, id) => sights.indexOf(sightOf(graph, id)));
  return {
    size: graph.size,
    initial: graph.initial,
    offset: graph.offset,
    target: graph.target,
    label: Int32Array.from({ length: graph.transitions }, (_, edge) => names[graph.action[edge] as number] as number),
    sight,
  };
}
