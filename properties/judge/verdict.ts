/**
 * What judging says: verdicts on properties, findings about the table or system, and what was explored to reach them.
 */
import type { Trace } from '../../model/explore/graph.ts';
import type { Bound, Configuration } from '../../model/explore/machine.ts';
import type { Place } from '../../model/table/places.ts';
import type { PropertyKind, Ruling } from '../../model/table/types.ts';
import type { FindingSaying } from './sayings/index.ts';

/** How much of the behaviour a verdict rests on. */
export type Scope = 'exhaustive' | 'bounded' | 'sampled' | 'hashed';

/** What was explored: how much, and what ended it where something is left. */
export type Exploration = {
  readonly scope: Scope;
  /** The bound that was hit, where the scope is `bounded`. */
  readonly limit?: string;
  /** Configurations found and not expanded, where a bound was hit. */
  readonly queue?: number;
  /** Counts: initial configurations, reachable configurations, steps over all of them, greatest depth. */
  readonly initial: number;
  readonly configurations: number;
  readonly transitions: number;
  readonly depth: number;
  /**
   * How many orbits stand for the configurations, where instances were exchanged. Limits and the queue are about these.
   */
  readonly orbits?: number;
};

/** What is true of one property, with its scope and the trace that shows it. */
export type Verdict = {
  readonly property: string;
  readonly kind: PropertyKind;
  readonly result: 'holds' | 'violated' | 'undecided';
  readonly scope: Scope;
  /**
   * The values of the property's parameters for which its trace is one, or for which it is violated; only in a
   * system.
   */
  readonly binding?: Bound;
  /** Why nothing could be decided, or what the verdict rests on, where a reader needs to be told. */
  readonly note?: string;
  /** The counterexample of a violated property, or the witness of a reachable one. */
  readonly trace?: Trace;
  readonly ruling?: Ruling;
};

/** An error goes wrong on some run; a warning is a part that has no effect. */
export type Severity = 'error' | 'warning';

/** What a finding is about. Rulings match these names; in a system those of a table have its name before them. */
export type Subject = {
  readonly states?: readonly string[];
  readonly events?: readonly string[];
  readonly memory?: readonly string[];
  /** Index of the row in the `transitions` of its table. */
  readonly row?: number;
};

/** What a check reports of its own accord, with its code, its place and a shortest trace. */
export type Finding = Subject & {
  /** `SA2xx`, from the closed table in `codes.ts`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The message apart from its words, for other languages. */
  readonly saying?: FindingSaying;
  /**
   * Path of the place in the value that was checked, such as `['transitions', 3]`, in a system `['tables', 0,
   * 'transitions', 3]`.
   */
  readonly path: readonly (string | number)[];
  readonly trace?: Trace;
  readonly ruling?: Ruling;
};

/** All that checking one table or system says. */
export type Judgement = {
  /** The name of the table or system. */
  readonly model: string;
  readonly exploration: Exploration;
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  /** The limit at which judging itself was stopped, where it was: then findings may be missing. */
  readonly stopped?: string;
  /**
   * What a reader must know of all the verdicts and findings, such as a check that does not apply; absent where
   * nothing.
   */
  readonly notes?: readonly string[];
};

/** Re-exported for renderers, which show configurations and places beside verdicts. */
export type { Configuration, Place, Trace };
