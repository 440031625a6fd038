/** What a mutant is: a table or system with one small fault in it. */
import type { Model } from '../../model/system/types.ts';
import type { Path } from '../../model/table/diagnostic.ts';

/** The kinds of faults, in the order in which they are made. */
export const MUTATION_KINDS = [
  'drop row',
  'retarget row',
  'swap events',
  'negate guard',
  'widen guard',
  'drop assignment',
  'change assignment',
  'change initial',
  'change final',
  'merge states',
] as const;
export type MutationKind = (typeof MUTATION_KINDS)[number];

/** One fault. `M` is what it is in. */
export type Mutant<M = Model> = {
  readonly kind: MutationKind;
  /** Its name, which stays the same as long as its place does: `retarget row transitions[3] to paid`. */
  readonly name: string;
  /** The place of the fault in the value. */
  readonly path: Path;
  /** The rows (or events of a system) that it changes, by their paths; none where it changes marks or whole states. */
  readonly changes: readonly Path[];
  readonly model: M;
};
