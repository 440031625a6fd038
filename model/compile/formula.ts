/** Conditions as arithmetic: every condition of the language says that a sum lies between two numbers. */
import type { Value } from '../table/types.ts';
import type { Field } from './fields.ts';

/** A number for each value of a field. */
export type Term = { readonly field: Field; readonly of: (value: Value) => number };

/**
 * Holds where the sum of the terms, and of 1 for each part that holds, lies between two numbers, both included; a
 * negated one where it does not. A comparison of two variables is a difference, `all` and `any` and counts are sums
 * of parts.
 */
export type Sum = {
  readonly terms: readonly Term[];
  readonly parts: readonly Formula[];
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
};

/** A sum; or whether some step on one of these events is enabled, which only questions ask. */
export type Formula = Sum | { readonly enabled: readonly string[] };

const sum = (terms: readonly Term[], parts: readonly Formula[], from: number, to: number): Sum => ({
  terms,
  parts,
  from,
  to,
  isNegated: false,
});

/** Holds everywhere. */
export const ALWAYS: Formula = sum([], [], 0, 0);

/** Holds nowhere. */
export const NEVER: Formula = sum([], [], 1, 1);

/** Holds where the value of a field passes a test. */
export const lookup = (field: Field, test: (value: Value) => boolean): Formula =>
  sum([{ field, of: (value) => (test(value) ? 1 : 0) }], [], 1, 1);

/** Holds where all do. */
export const all = (parts: readonly Formula[]): Formula =>
  parts.length === 1 ? (parts[0] as Formula) : sum([], parts, parts.length, parts.length);

/** Holds where at least one does. */
export const any = (parts: readonly Formula[]): Formula =>
  parts.length === 1 ? (parts[0] as Formula) : sum([], parts, 1, Number.POSITIVE_INFINITY);

/** Holds where the other does not. */
export const not = (formula: Formula): Formula =>
  'enabled' in formula ? sum([], [formula], 0, 0) : { ...formula, isNegated: !formula.isNegated };

/** Holds where the total of the quantity lies between two numbers. */
export const between = ({ terms, parts }: Quantity, from: number, to: number): Formula => sum(terms, parts, from, to);

/** A number that depends on the configuration. */
export type Quantity = Pick<Sum, 'terms' | 'parts'>;

/** One quantity minus the number that a field's value stands for. */
export const minus = ({ terms, parts }: Quantity, { field, of }: Term): Quantity => ({
  terms: [...terms, { field, of: (value) => -of(value) }],
  parts,
});

/** The formulas that hold together exactly where this one does: as many, and as small, as can be told from its form. */
export function conjuncts(formula: Formula): readonly Formula[] {
  if ('enabled' in formula || formula.terms.length > 0) return [formula];
  const { parts, from, to, isNegated } = formula;
  if (!isNegated && from === parts.length && to >= from) return parts.flatMap(conjuncts);
  const isNone = isNegated ? from === 1 && to >= parts.length : from === 0 && to === 0;
  if (!isNone) return [formula];
  return parts.flatMap((part) => ('enabled' in part ? [not(part)] : conjuncts(not(part))));
}

/** Whether a formula speaks of these fields only. */
export const speaksOnlyOf = (formula: Formula, fields: ReadonlySet<Field>): boolean =>
  !('enabled' in formula) &&
  formula.terms.every(({ field }) => fields.has(field)) &&
  formula.parts.every((part) => speaksOnlyOf(part, fields));

/** Whether a sum, once it is known, makes its formula hold. */
export const isMet = ({ from, to, isNegated }: Pick<Sum, 'from' | 'to' | 'isNegated'>, total: number): boolean =>
  (from <= total && total <= to) !== isNegated;

/** Whether a formula holds, given the values of all fields that it speaks of. It asks for nothing enabled. */
export function holdsAt(formula: Formula, valueIn: (field: Field) => Value): boolean {
  const { terms, parts, ...bounds } = formula as Sum;
  let total = 0;
  for (const { field, of } of terms) total += of(valueIn(field));
  for (const part of parts) if (holdsAt(part, valueIn)) total++;
  return isMet(bounds, total);
}
