/**
 * A space: all reachable configurations as sets of bits, without any stored step. It answers the questions of a check as sets: where does a
 * condition hold, what leads there, what is reached from there. What single configurations are like is told by their *position*, the number of
 * their bit, in the same words as a graph tells it by id.
 *
 * Every set operation is work in pieces (see `work.ts`), so progress, limits and Ctrl-C hold in all of them.
 */
import type { Field, StateGraph, Trace } from '../graph.ts';
import type { Action, Bound, InstanceConfiguration, Machine, Question } from '../machine.ts';
import type { Work } from '../work.ts';

/** A set of configurations of one space. Sets are made by the space, changed by nobody, and given back by `free`. */
export type Configurations = {
  /** Where it is kept; only the space that made it knows what that means. */
  readonly place: number;
  /** How many configurations it has. */
  readonly count: number;
};

/** A step that leaves a position or arrives there: what happens, by the number of the occasion in the compiled model. */
export type SpaceStep = { readonly occasion: number; readonly from: number; readonly to: number };

/** A path: where it starts, and its steps. */
export type Path = { readonly start: number; readonly steps: readonly SpaceStep[] };

/** What a path must be like. */
export type Route = {
  /** Where it starts; at an initial configuration, unless that is said. */
  readonly start?: number;
  /** It turns in one of these, which may be at its start; without them, it turns at its start. */
  readonly turn?: Configurations;
  /** From its turn on, the turn included, it stays among these. */
  readonly within: Configurations;
  /** After its turn it ends in one of these, which may be where it turns. */
  readonly goal: Configurations;
};

/** Which steps an operation follows: all, or those of some occasions. Made by {@link Space.steps}. */
export type Steps = { readonly place: number };

/** What a look at every step of the space has shown. */
export type Survey = {
  readonly transitions: number;
  /** The actions that some step takes, each once, in the order of the occasions. */
  readonly actions: readonly Action[];
  /** Whether some step changes the value of a field. */
  readonly changes: (field: Field) => boolean;
  /** The expanded configurations in which nothing can happen. */
  readonly stuck: Configurations;
};

/** All reachable configurations of a model. */
export interface Space extends Pick<StateGraph, 'test' | 'isFinal' | 'read' | 'configuration'> {
  /** The strategy that holds it, in the words of `docs/engine.md`. */
  readonly strategy: string;
  readonly machine: Machine;
  /** The counts of a graph, with the same meanings. */
  readonly size: number;
  readonly initial: number;
  readonly depth: number;
  readonly stopped?: { readonly limit: string; readonly queue: number };
  /** Bytes that it holds. */
  readonly bytes: number;
  /** Words of 64 bits in each of its sets. */
  readonly words: number;

  /** All configurations that were found, and those of them that were not expanded (none where nothing stopped it). */
  readonly reached: Configurations;
  readonly unexpanded: Configurations;
  /** What a look at every step has shown. */
  readonly survey: Survey;
  /** How many occasions the compiled model has: they are numbered from 0. */
  readonly occasions: number;

  /** Those of a set (all that were reached unless it is given) for which a condition holds. */
  where(question: Question, bound?: Bound, among?: Configurations): Work<Configurations>;
  /** Those of a set that are final. */
  final(among?: Configurations): Work<Configurations>;
  /** Those in which some step of an occasion is enabled. */
  enabled(occasions: readonly number[], among?: Configurations): Work<Configurations>;
  /** Whether a step is blocked in some of them though its guards hold. */
  hasBlocked(among?: Configurations): Work<boolean>;
  /** Whether one event with one binding leads to different configurations from some of them; or that is not known. */
  hasChoices(among?: Configurations): Work<boolean>;
  both(one: Configurations, other: Configurations): Work<Configurations>;
  either(one: Configurations, other: Configurations): Work<Configurations>;
  without(one: Configurations, other: Configurations): Work<Configurations>;
  has(set: Configurations, position: number): boolean;
  /** The set of the initial configurations, and that of given positions. */
  initially(): Configurations;
  of(positions: Iterable<number>): Configurations;
  /** Does work; nothing comes of it where memory does not suffice, and what it has taken is given back. */
  trying<T>(work: Work<T>): Work<T | undefined>;
  /** Gives back what a set took; it must not be used again. */
  free(...sets: readonly Configurations[]): void;

  /** The steps of some occasions, by their numbers in the compiled model. */
  steps(occasions: (occasion: number) => boolean): Steps;
  /** Those of a set that have a step into another one (EX). */
  before(into: Configurations, among?: Configurations, steps?: Steps): Work<Configurations>;
  /** Those of a set that have a step from another one (EY). */
  after(from: Configurations, among?: Configurations, steps?: Steps): Work<Configurations>;
  /** The largest part of a set that has a step into itself from each of its members: the runs within the set that never end (EG). */
  staying(among: Configurations): Work<Configurations>;
  /** The goal, and those of a set from which it is reached by steps within the set (E[among U goal]). */
  leadingTo(goal: Configurations, among?: Configurations, steps?: Steps): Work<Configurations>;
  /** The start, and what is reached from it by steps within a set. */
  from(start: Configurations, among?: Configurations, steps?: Steps): Work<Configurations>;

  /** The positions of a set, ascending. */
  positions(set: Configurations): Generator<number>;
  /** The steps from a position, in the order of the language; and those to it from positions that were reached. */
  successors(position: number): readonly SpaceStep[];
  predecessors(position: number): readonly SpaceStep[];
  /** The member of a set that breadth-first search in the order of the language finds first; nothing where it is empty. */
  first(set: Configurations): Work<number | undefined>;
  /** The shortest trace to a position, the first of all in the order of the language. */
  traceTo(position: number): Work<Trace>;
  /**
   * The shortest trace that ends in one set after it has been in another one, which may be at its end; the first of
   * all in the order of the language.
   */
  traceThrough(turn: Configurations, goal: Configurations): Work<Trace | undefined>;
  /** The shortest path of its kind, the first of all in the order of the language. */
  path(route: Route): Work<Path | undefined>;
  /** A path as a trace. */
  traceAlong(path: Path): Trace;
  /** What an occasion does. */
  action(occasion: number): Action;
  /** What an instance (without a name: the table) is in somewhere, each once. */
  occurring(instance?: string): Work<readonly InstanceConfiguration[]>;
}
