/** Breadth-first exploration of a machine: every reachable configuration once, with the shortest way to it. */
import type { Blocked, Configuration, Machine, Step } from './machine.ts';

/** A step of the graph, with the id of the configuration it leads to. */
export type GraphStep = { readonly event: string; readonly row: number; readonly to: number };

/** What bounds an exploration. A bound that is hit makes the graph incomplete and every verdict on it bounded. */
export type Limits = {
  /** One million unless given. */
  readonly maxConfigurations?: number;
  /** Ten million unless given: every step is held. */
  readonly maxTransitions?: number;
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
};

/** The reachable configurations and all steps between them. Ids are dense and given in discovery order. */
export type StateGraph = {
  readonly machine: Machine;
  readonly configurations: readonly Configuration[];
  /** The ids of the initial configurations: 0 up to this number. */
  readonly initial: number;
  /** The steps of each expanded configuration, in row order, then event order. */
  readonly steps: readonly (readonly GraphStep[])[];
  readonly blocked: readonly (readonly Blocked[])[];
  /** Length of the shortest path from an initial configuration. */
  readonly depth: readonly number[];
  /** The id from which each configuration was first reached, -1 for initial ones, and the step taken there. */
  readonly parent: readonly number[];
  readonly arrival: readonly (GraphStep | undefined)[];
  readonly transitions: number;
  /** Why the exploration stopped early, and how many configurations were found but not expanded. */
  readonly stopped?: { readonly limit: string; readonly queue: number };
};

const INTERRUPT_EVERY = 1024;
const DEFAULT_MAX_CONFIGURATIONS = 1_000_000;
const DEFAULT_MAX_TRANSITIONS = 10_000_000;

/**
 * Explores breadth first. Among shortest paths to a configuration the first in row order is kept.
 * Iterative; what was found before a limit is kept.
 */
export function explore(machine: Machine, limits: Limits = {}): StateGraph {
  const run = exploring(machine, limits);
  let at = run.next();
  while (!at.done) at = run.next(limits.interrupt?.(at.value));
  return at.value;
}

/**
 * An exploration in pieces: it gives its progress now and then, goes on when it is asked to, and stops when it is told a reason. So a
 * program can do other things in between, such as listening to its user.
 */
export function* exploring(
  machine: Machine,
  limits: Omit<Limits, 'interrupt'> = {},
): Generator<Progress, StateGraph, string | undefined> {
  const max = limits.maxConfigurations ?? DEFAULT_MAX_CONFIGURATIONS;
  const mostTransitions = limits.maxTransitions ?? DEFAULT_MAX_TRANSITIONS;
  const ids = new Map<string, number>();
  const configurations: Configuration[] = [];
  const steps: GraphStep[][] = [];
  const blocked: (readonly Blocked[])[] = [];
  const depth: number[] = [];
  const parent: number[] = [];
  const arrival: (GraphStep | undefined)[] = [];
  let transitions = 0;
  let limit: string | undefined;

  const add = (configuration: Configuration, from = -1, by?: Omit<GraphStep, 'to'>): number => {
    const key = machine.key(configuration);
    const known = ids.get(key);
    if (known !== undefined) return known;
    if (configurations.length >= max) {
      limit ??= `${max} configurations`;
      return -1;
    }
    const id = configurations.push(configuration) - 1;
    ids.set(key, id);
    parent.push(from);
    arrival.push(by && { ...by, to: id });
    depth.push(from < 0 ? 0 : (depth[from] as number) + 1);
    return id;
  };

  for (const configuration of machine.initial) add(configuration);
  const initial = configurations.length;
  let id = 0;
  for (; id < configurations.length && limit === undefined; id++) {
    if (id % INTERRUPT_EVERY === 0) {
      const queue = configurations.length - id;
      limit = yield { configurations: configurations.length, transitions, depth: depth[id] as number, queue };
      if (limit !== undefined) break;
    }
    if (transitions >= mostTransitions) {
      limit = `${mostTransitions} transitions`;
      break;
    }
    const moves = machine.moves(configurations[id] as Configuration);
    const out: GraphStep[] = [];
    for (const { event, row, to } of moves.steps) {
      const target = add(to, id, { event, row });
      if (target >= 0) out.push({ event, row, to: target });
    }
    if (limit !== undefined) break;
    transitions += out.length;
    steps.push(out);
    blocked.push(moves.blocked);
  }
  const graph = { machine, configurations, initial, steps, blocked, depth, parent, arrival, transitions };
  return limit === undefined ? graph : { ...graph, stopped: { limit, queue: configurations.length - id } };
}

/** A way through the machine: an initial configuration plus steps. A lasso adds the step its cycle returns to. */
export type Trace = {
  readonly initial: Configuration;
  readonly steps: readonly Step[];
  /** The number of steps taken before the cycle: from the last configuration the run goes on with `steps[loop]`. */
  readonly loop?: number;
  /** The counterexample ends here because nothing more happens, though events may be enabled that nothing forces to occur. */
  readonly stutters?: true;
};

/** The trace that starts in a configuration and takes the given steps of the graph. */
export function traceAlong(graph: StateGraph, start: number, steps: readonly GraphStep[]): Trace {
  const at = (id: number): Configuration => graph.configurations[id] as Configuration;
  return { initial: at(start), steps: steps.map(({ event, row, to }) => ({ event, row, to: at(to) })) };
}

/** The shortest trace to a configuration of the graph. */
export function traceTo(graph: StateGraph, id: number): Trace {
  const steps: GraphStep[] = [];
  let at = id;
  for (; (graph.parent[at] as number) >= 0; at = graph.parent[at] as number) steps.push(graph.arrival[at] as GraphStep);
  return traceAlong(graph, at, steps.reverse());
}
