/**
 * The one interface that everything downstream of the language takes, whether the behaviour came from a table or from
 * several tables working together.
 */
import type { Predicate, Value } from '../table/types.ts';

/** A state plus the value of every memory variable. */
export type Configuration = {
  readonly state: string;
  readonly memory: { readonly [variable: string]: Value };
};

/** One event and one enabled expanded row, with the configuration it leads to. */
export type Step = {
  readonly event: string;
  /** Index of the row in `transitions`. */
  readonly row: number;
  readonly to: Configuration;
};

/** A row whose guard holds but which cannot fire: it recalls unset memory, or assigns outside a variable's domain. */
export type Blocked = {
  readonly event: string;
  readonly row: number;
  readonly reason: 'unset' | 'outside';
  /** The variable that is unset, or that the value does not fit. */
  readonly variable: string;
  /** The value that does not fit, where the reason is `outside`. */
  readonly value?: Value;
};

/** What can happen in one configuration: the enabled steps and the blocked rows, each in row order, then event order. */
export type Moves = { readonly steps: readonly Step[]; readonly blocked: readonly Blocked[] };

/** Behaviour: where it starts, how it moves, what holds where. */
export interface Machine {
  readonly name: string;
  /** The initial configurations, in declaration order, without repetition. */
  readonly initial: readonly Configuration[];
  /** The moves of a configuration. */
  moves(configuration: Configuration): Moves;
  /** Whether a predicate holds in a configuration. */
  holds(predicate: Predicate, configuration: Configuration): boolean;
  /** Whether a configuration is a declared end. */
  isFinal(configuration: Configuration): boolean;
  /** An injective key: two configurations are one exactly when their keys are equal. */
  key(configuration: Configuration): string;
  /** One line for readers: `active (attempts 2, resume waiting)`. */
  describe(configuration: Configuration): string;
}
