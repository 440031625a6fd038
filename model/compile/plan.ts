/**
 * What can happen, before anything is numbered: formulas and assignments of fields. A plan is independent of how
 * fields are grouped and of which of their values occur.
 */
import type { Binding } from '../system/instances.ts';
import type { Value } from '../table/types.ts';
import type { Operand } from './comparisons.ts';
import type { Field } from './fields.ts';
import type { Formula } from './formula.ts';

/** Why a step cannot happen though its guards hold, and what is to blame. */
export type Blame = {
  readonly reason: 'unset' | 'outside';
  readonly at?: RowTaken;
  readonly instance?: string;
  readonly variable: string;
  readonly value?: Value;
};

/** A row that a step takes: its index in the transitions of a table; in a system, with the instance that takes it. */
export type RowTaken = { readonly row: number; readonly instance?: string };

/** What the value of a field must not be for a step to happen; without a field, something that is known to be wrong. */
export type Check = { readonly field?: Field; readonly blame: (value: Value) => Blame | undefined };

/** The value that a field gets, computed from values before the step. */
export type Update = {
  readonly field: Field;
  readonly reads: readonly Field[];
  readonly value: (values: readonly Value[]) => Value;
};

/** What one participant demands and does, or what an event itself does. */
export type PartPlan = {
  /** The row that a participant takes, if it takes one. */
  readonly row?: RowTaken;
  readonly when: readonly Formula[];
  /** Of a participant: what its row assigns. Of the event: what it assigns to shared variables. */
  readonly checks: readonly Check[];
  /** Of a participant: what the event assigns to it. Of the event: what it sends. */
  readonly late: readonly Check[];
  readonly updates: readonly Update[];
};

/** Demands nothing and does nothing. */
export const NOTHING: PartPlan = { when: [], checks: [], late: [], updates: [] };

/**
 * An event with one binding of its parameters. A step takes one part of each choice, the last choice running fastest.
 * Of all checks that fail the first is to blame: those of the choices, of the event, then the late ones of the
 * choices and of the event.
 */
export type OccasionPlan = {
  readonly event: string;
  readonly binding?: Binding;
  readonly common: PartPlan;
  readonly choices: readonly (readonly PartPlan[])[];
};

/**
 * An assignment to a field as an update with its check; `change` computes the value to be assigned from the
 * operand's.
 */
export function assign(
  field: Field,
  operand: Operand,
  blameOf: (value: Value) => Blame,
  change: (value: Value) => Value = (value) => value,
): { readonly update: Update; readonly check: Check } {
  const blame = (read: Value): Blame | undefined => {
    const value = change(read);
    return field.fits(value) ? undefined : blameOf(value);
  };
  if ('value' in operand)
    return {
      update: { field, reads: [], value: () => change(operand.value) },
      check: { blame: () => blame(operand.value) },
    };
  return {
    update: { field, reads: [operand.field], value: ([read]) => change(read as Value) },
    check: { field: operand.field, blame },
  };
}
