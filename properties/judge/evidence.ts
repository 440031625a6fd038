/**
 * What findings ask of what was explored, whichever way it is held: as a graph with all its steps, or as a space of sets.
 * A place (`at`) is an id of the graph, or a position of the space.
 */
import type { Field, StateGraph, Trace } from '../../model/explore/graph.ts';
import type { Action, Bound, Question } from '../../model/explore/machine.ts';
import type { Work } from '../../model/explore/work.ts';
import type { Followed, Locals } from './followed.ts';

export interface Evidence extends Pick<StateGraph, 'machine' | 'configuration' | 'read' | 'test' | 'isFinal'> {
  /** Why the exploration stopped early, where it did. */
  readonly stopped?: { readonly limit: string; readonly queue: number } | undefined;
  /** Every action that occurs in a step, once. */
  actions(): Work<readonly Action[]>;
  /** The places that were expanded, are not final, and have no steps; in no particular order. */
  stuck(): Work<Iterable<number>>;
  /** Of some places the one that was found first. */
  first(places: readonly number[]): Work<number>;
  /** What those who follow a table are in somewhere. */
  locals(followed: Followed): Work<Locals>;
  /** Whether a condition holds in all configurations that were found. */
  holdsAlways(question: Question, bound: Bound): Work<boolean>;
  /** Whether it holds in none of them. */
  holdsNever(question: Question, bound: Bound): Work<boolean>;
  /** Of some lists of fields the numbers of those in which some step changes the value of one. */
  changed(lists: readonly (readonly Field[])[]): Work<ReadonlySet<number>>;
  /** How many configurations a place stands for: one, unless instances are exchanged. */
  weight(at: number): number;
  /** The shortest trace to a place. */
  traceTo(at: number): Work<Trace>;
}
