/**
 * The compiled form of a model: tables of numbers, by which any engine can tell what is enabled in a configuration
 * and what comes after it.
 *
 * A configuration is one *local id* for each component. What is enabled, what is blocked and what changes is read
 * from tables by local ids; only conditions that speak of several components need arithmetic, which is data too.
 */
import type { Binding } from '../system/instances.ts';
import type { Model } from '../system/types.ts';
import type { Fields } from './fields.ts';
import type { Component } from './growing.ts';
import type { Blame, RowTaken } from './plan.ts';

/** A number for each local id of a component. */
export type Lookup = { readonly component: number; readonly table: Int32Array };

/**
 * Holds where the sum of the lookups, and of 1 for each part that holds, lies between two numbers, both included; a
 * negated one where it does not. Parts are numbers of conditions, smaller than its own.
 */
export type SumCondition = {
  readonly lookups: readonly Lookup[];
  readonly parts: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
};

/** A sum; or whether some step of these occasions is enabled. */
export type Condition = SumCondition | { readonly enabled: readonly number[] };

/** Conditions that must all hold: those of one component each, as lookups of 1 or 0, and the numbers of all others. */
export type Guard = { readonly local: readonly Lookup[]; readonly general: readonly number[] };

/** What blocks a step: for each local id of a component the index of the blame, or -1. */
export type Blocking = Lookup;

/**
 * What happens to a component: its next local id, at the sum of its own local id and of the lookups of what it reads
 * elsewhere; -1 where guards or blockings keep that from happening.
 */
export type Effect = { readonly component: number; readonly reads: readonly Lookup[]; readonly next: Int32Array };

/** What one participant demands and does, or what an event itself does. */
export type Part = {
  readonly row?: RowTaken;
  readonly guard: Guard;
  readonly blockings: readonly Blocking[];
  readonly late: readonly Blocking[];
  readonly effects: readonly Effect[];
};

/**
 * An event with one binding. A step takes its common part and one part of each choice, the last choice running
 * fastest. Of the blockings the first is to blame: those of the choices, the common ones, then the late ones of the
 * choices, and the late common ones.
 */
export type Occasion = {
  readonly event: string;
  readonly binding?: Binding;
  /** The rows that are taken whatever is chosen. */
  readonly rows: readonly RowTaken[];
  readonly common: Part;
  readonly choices: readonly (readonly Part[])[];
};

/** What an owner can start in: local ids of some components, for each choice. */
export type Start = { readonly components: readonly number[]; readonly choices: readonly (readonly number[])[] };

/** A compiled model. */
export type Compiled = {
  readonly model: Model;
  readonly fields: Fields;
  readonly components: readonly Component[];
  readonly conditions: readonly Condition[];
  readonly blames: readonly Blame[];
  /** In the order in which their steps are listed. */
  readonly occasions: readonly Occasion[];
  /**
   * The initial configurations are the choices of one start each, the last running fastest. Every component is in
   * exactly one of them.
   */
  readonly starts: readonly Start[];
};
