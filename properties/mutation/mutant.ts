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

/**
 * Where a fault is, and what it does there, apart from words: a row, which leads to a state, has the event of another row, lacks a part of its
 * guard or is wrong about a variable; an event of a system, that may be wrong about what it sets; a state that gets a mark, or is taken for
 * another. In a system a fault of a table names it.
 */
export type Fault = { readonly table?: string } & (
  | {
      readonly row: number;
      readonly to?: string;
      readonly with?: number;
      readonly without?: string;
      readonly of?: string;
    }
  | { readonly event: string; readonly of?: string }
  | { readonly state: string; readonly mark: Mark }
  | { readonly state: string; readonly into: string }
);

export type Mark = 'initial' | 'not initial' | 'final' | 'not final' | 'always final' | 'final otherwise';

/** The name of a mutant: `retarget row transitions[3] to paid`. */
export function mutantName(kind: MutationKind, fault: Fault): string {
  const table = fault.table === undefined ? '' : ` of ${fault.table}`;
  if ('state' in fault)
    return `${kind} ${fault.state} ${'into' in fault ? `into ${fault.into}` : `to ${fault.mark}`}${table}`;
  const about = fault.of === undefined ? '' : ` of ${fault.of}`;
  if ('event' in fault) return `${kind} ${fault.event}${about}${table}`;
  const { row, to, with: other, without } = fault;
  const details = [
    ...(to === undefined ? [] : [` to ${to}`]),
    ...(other === undefined ? [] : [` with transitions[${other}]`]),
    ...(without === undefined ? [] : [` without ${without}`]),
  ];
  return `${kind} transitions[${row}]${details.join('')}${about}${table}`;
}

/** One fault. `M` is what it is in. */
export type Mutant<M = Model> = {
  readonly kind: MutationKind;
  readonly fault: Fault;
  /** Its name, which stays the same as long as its place does: `retarget row transitions[3] to paid`. */
  readonly name: string;
  /** The place of the fault in the value. */
  readonly path: Path;
  /** The rows (or events of a system) that it changes, by their paths; none where it changes marks or whole states. */
  readonly changes: readonly Path[];
  readonly model: M;
};
