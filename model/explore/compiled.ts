/**
 * Exploration by the compiled engine: the same graph as the naive explorer gives, in a fraction of the time and
 * memory.
 */
import { type Compiled, compile } from '../compile/index.ts';
import type { Model } from '../system/types.ts';
import { type Packing, packingOf } from './compiled/packing.ts';
import { packed, reading } from './compiled/reading.ts';
import { Search } from './compiled/search.ts';
import { exploring } from './explorer.ts';
import type { Limits, Progress, StateGraph } from './graph.ts';
import type { Machine } from './machine.ts';
import { machineOf } from './of.ts';

export const DEFAULT_MAX_CONFIGURATIONS = 20_000_000;
export const DEFAULT_MAX_TRANSITIONS = 250_000_000;

/** How much is done between two pauses, in configurations and transitions: some hundredths of a second. */
export const PIECE = 1 << 18;

/**
 * Explores a compiled model breadth first: twenty million configurations and 250 million transitions at most unless
 * the limits say otherwise.
 */
export function exploreCompiled(compiled: Compiled, limits: Limits = {}): StateGraph {
  return runToEnd(exploringCompiled(compiled, limits), limits);
}

/** Explores a model by the compiled engine, or as it is written where it cannot be compiled. */
export function exploreModel(model: Model, limits: Limits = {}): StateGraph {
  return runToEnd(exploringModel(model, limits), limits);
}

/**
 * An exploration of a model in pieces, like `exploringCompiled`; as the model is written where it cannot be
 * compiled.
 */
export function exploringModel(model: Model, limits: Omit<Limits, 'interrupt'> = {}): Exploration {
  const compiled = compile(model);
  return compiled === undefined ? exploring(machineOf(model), limits) : exploringCompiled(compiled, limits);
}

/** An exploration in pieces: it says how far it is, goes on when it is asked to, and stops when it is told a limit. */
export type Exploration = Generator<Progress, StateGraph, string | undefined>;

function runToEnd(run: Exploration, { interrupt }: Limits): StateGraph {
  let at = run.next();
  while (!at.done) at = run.next(interrupt?.(at.value));
  return at.value;
}

/**
 * An exploration in pieces: it gives its progress now and then, goes on when it is asked to, and stops when it is
 * told a reason. So a program can do other things in between, such as listening to its user.
 */
export function* exploringCompiled(
  compiled: Compiled,
  limits: Omit<Limits, 'interrupt'> = {},
  packing: Packing = packingOf(compiled),
): Exploration {
  const most = {
    configurations: limits.maxConfigurations ?? DEFAULT_MAX_CONFIGURATIONS,
    transitions: limits.maxTransitions ?? DEFAULT_MAX_TRANSITIONS,
  };
  const search = new Search(compiled, packing, most, limits.from);
  while (search.isGoingOn) {
    search.limit = yield search.progress;
    search.advance(PIECE);
  }
  return graphOf(compiled, search);
}

/** The graph that a search has found. */
export function graphOf(
  compiled: Compiled,
  { seen, edges, actions, initial, depth, blocked, limit, packing }: Search,
): StateGraph {
  let machine: Machine | undefined;
  const { size, keys } = seen;
  const { expanded, kept: transitions } = edges;
  const graph = {
    get machine(): Machine {
      machine ??= machineOf(compiled.model);
      return machine;
    },
    size,
    expanded,
    initial,
    transitions,
    depth,
    actions: actions.all,
    ...edges.arrays,
    blocked,
    ...(limit !== undefined && { stopped: { limit, queue: size - expanded } }),
  };
  return Object.assign(
    graph,
    reading(compiled, packed(packing, keys, size), () => graph.machine),
  );
}
