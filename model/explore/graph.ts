/** What exploring gives: the reachable configurations and the steps between them, whichever engine found them. */
import type { Value } from '../table/types.ts';
import type {
  Action,
  Blocked,
  Bound,
  Configuration,
  InstanceConfiguration,
  Machine,
  Question,
  Step,
} from './machine.ts';
import type { Saved } from './saved.ts';

/** Numbers by index, in a typed array or a plain one. */
export type Numbers = ArrayLike<number>;

/** What bounds an exploration. A bound that is hit makes the graph incomplete and every verdict on it bounded. */
export type Limits = {
  readonly maxConfigurations?: number;
  readonly maxTransitions?: number;
  /** What an exploration by the same strategy has found already; those of objects begin anew. */
  readonly from?: Saved | undefined;
  /** Asked now and then with the progress so far; a text (the reason) stops the exploration. */
  readonly interrupt?: (progress: Progress) => string | undefined;
};

/** How far an exploration has come. */
export type Progress = {
  readonly configurations: number;
  readonly transitions: number;
  readonly depth: number;
  /** Configurations found and not yet expanded. */
  readonly queue: number;
  /** Bytes that hold what was found, where the explorer knows. */
  readonly bytes?: number;
  /** Says where the exploration is, also after its end; explorers of objects cannot. */
  readonly save?: () => Saved;
};

/** A variable of the configuration, or the state: of a table (no instance), of an instance, or of the shared memory. */
export type Field =
  | { readonly instance?: string; readonly variable: string }
  | { readonly instance?: string; readonly state: true };

/** One thing that an instance (or the table) is in somewhere: how many configurations have it so, and the first of them. */
export type Occurrence = { readonly local: InstanceConfiguration; readonly count: number; readonly first: number };

/** An action that is blocked, and the configurations in which it is, in order. */
export type BlockedAt = { readonly blocked: Blocked; readonly ids: Numbers };

/**
 * The reachable configurations and all steps between them. Ids are dense and given in discovery order, so a smaller id is never farther from the
 * start. Steps are edges: those of configuration `id` have the numbers from `offset[id]` up to, not including, `offset[id + 1]`,
 * in the order of the machine's moves.
 */
export interface StateGraph {
  /** The semantics itself, to which every trace is taken back. */
  readonly machine: Machine;
  /** How many configurations were found. */
  readonly size: number;
  /** How many of them were expanded: the first ones. Less than `size` only where the exploration was stopped. */
  readonly expanded: number;
  /** The ids of the initial configurations: 0 up to this number. */
  readonly initial: number;
  readonly transitions: number;
  /** The greatest length of a shortest path. */
  readonly depth: number;
  /** Every action that occurs in a step, once. */
  readonly actions: readonly Action[];
  /** Where the edges of each expanded configuration begin; one more entry at the end. */
  readonly offset: Numbers;
  /** The configuration that each edge leads to. */
  readonly target: Numbers;
  /** The action of each edge, an index of `actions`. */
  readonly action: Numbers;
  /** The id from which each configuration was first reached, -1 for initial ones, and the action taken there (-1 likewise). */
  readonly parent: Numbers;
  readonly arrival: Numbers;
  readonly blocked: readonly BlockedAt[];
  /** Why the exploration stopped early, and how many configurations were found but not expanded. */
  readonly stopped?: { readonly limit: string; readonly queue: number };
  /** The configuration of an id. */
  configuration(id: number): Configuration;
  /** A test for whether a condition holds in a configuration. */
  test(question: Question, bound?: Bound): (id: number) => boolean;
  /** A test for whether a configuration is a declared end. */
  isFinal(id: number): boolean;
  /** Reads one field of configurations. */
  read(field: Field): (id: number) => Value;
  /** What an instance (without a name: the table) is in, in order of first occurrence. */
  occurrences(instance?: string): readonly Occurrence[];
}

/** The number of steps from a configuration. */
export const degree = ({ offset }: Pick<StateGraph, 'offset'>, id: number): number =>
  (offset[id + 1] as number) - (offset[id] as number);

/** A way through the machine: an initial configuration plus steps. A lasso adds the step its cycle returns to. */
export type Trace = {
  readonly initial: Configuration;
  readonly steps: readonly Step[];
  /** The number of steps taken before the cycle: from the last configuration the run goes on with `steps[loop]`. */
  readonly loop?: number;
  /** The counterexample ends here because nothing more happens, though events may be enabled that nothing forces to occur. */
  readonly stutters?: true;
};

/** An edge as it is walked: its action and the configuration it leads to. */
export type Walked = { readonly action: number; readonly to: number };

/** The trace that starts in a configuration and takes the given edges of the graph. */
export function traceAlong(graph: StateGraph, start: number, walked: readonly Walked[]): Trace {
  return {
    initial: graph.configuration(start),
    steps: walked.map(({ action, to }) => ({ ...(graph.actions[action] as Action), to: graph.configuration(to) })),
  };
}

/** The shortest trace to a configuration of the graph. */
export function traceTo(graph: StateGraph, id: number): Trace {
  const walked: Walked[] = [];
  let at = id;
  for (; (graph.parent[at] as number) >= 0; at = graph.parent[at] as number)
    walked.push({ action: graph.arrival[at] as number, to: at });
  return traceAlong(graph, at, walked.reverse());
}
