/** Comparisons of values, variables and counts, as formulas. */
import type { Value } from '../table/types.ts';
import type { Field } from './fields.ts';
import { all, any, between, type Formula, lookup, minus, not, type Quantity } from './formula.ts';

/** What stands on one side of a comparison, or is assigned: a value that is known, or that of a field. */
export type Operand = { readonly value: Value } | { readonly field: Field };

/** What an operand of the language means where it is written. */
export type Resolve<Written> = (operand: Written) => Operand;

/** Compares what is spoken of with an operand. */
export type Compare = (comparison: string, operand: Operand) => Formula;

const COMPARISONS: { readonly [comparison: string]: (a: Value, b: Value) => boolean } = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => (a as number) < (b as number),
  le: (a, b) => (a as number) <= (b as number),
  gt: (a, b) => (a as number) > (b as number),
  ge: (a, b) => (a as number) >= (b as number),
};

/** Comparisons that say the opposite of another one. */
const OPPOSITES: { readonly [comparison: string]: string } = { ne: 'eq', lt: 'ge', gt: 'le' };

/** A quantity compared with a number that is known. */
function compareNumber(quantity: Quantity, comparison: string, number: number): Formula {
  const opposite = OPPOSITES[comparison];
  if (opposite !== undefined) return not(compareNumber(quantity, opposite, number));
  const from = comparison === 'le' ? Number.NEGATIVE_INFINITY : number;
  const to = comparison === 'ge' ? Number.POSITIVE_INFINITY : number;
  return between(quantity, from, to);
}

/** A quantity compared with a number or with a variable that holds one. */
export const compareQuantity =
  (quantity: Quantity): Compare =>
  (comparison, operand) =>
    'value' in operand
      ? compareNumber(quantity, comparison, Number(operand.value))
      : compareNumber(minus(quantity, { field: operand.field, of: Number }), comparison, 0);

/** Numbers for all values, equal ones exactly for equal values: for values that are only equal or not. */
function identities(): (value: Value) => number {
  const numbers = new Map<Value, number>();
  return (value) => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  };
}

/** A field, or something that is computed from its value, compared with a value or another field. */
export const compareField =
  (field: Field, of: (value: Value) => Value = (value) => value): Compare =>
  (comparison, operand) => {
    if ('value' in operand)
      return lookup(field, (value) => COMPARISONS[comparison]?.(of(value), operand.value) ?? false);
    const number = comparison === 'eq' || comparison === 'ne' ? identities() : Number;
    const seen = { terms: [{ field, of: (value: Value) => number(of(value)) }], parts: [] };
    return compareNumber(minus(seen, { field: operand.field, of: number }), comparison, 0);
  };

/** Several comparisons in one object, which must all hold. */
export const meetsAll = <Written>(comparisons: object, compare: Compare, resolve: Resolve<Written>): Formula =>
  all(
    Object.entries(comparisons).flatMap(([comparison, written]) => {
      if (written === undefined) return [];
      if (comparison !== 'in') return [compare(comparison, resolve(written))];
      return [any((written as readonly Written[]).map((each) => compare('eq', resolve(each))))];
    }),
  );
