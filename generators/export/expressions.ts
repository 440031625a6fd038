/**
 * Expressions over the variables of a model, as data, so that each language prints them its own way. They are made by functions that fold
 * what is known already: once parameters have values, much of a condition is a constant.
 */
import type { Value } from '../../model/table/types.ts';

/** The values of a variable, each with the identifier that languages with names for values call it by; codes count from 0. */
export type Names = {
  readonly kind: 'names';
  readonly id: string;
  readonly members: ReadonlyMap<Value, string>;
};

/** What a variable can hold, as other languages know it. */
export type Type =
  | { readonly kind: 'flag' }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | Names;

/** A variable of the exported model. */
export type Variable = {
  readonly id: string;
  readonly type: Type;
  /** What it can hold, where that is less than the names of its type. */
  readonly holds?: ReadonlySet<Value>;
};

/** A value, a variable, or a variable plus a number. */
export type Operand =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'read'; readonly variable: Variable }
  | { readonly kind: 'plus'; readonly variable: Variable; readonly add: number };

/** How many of some conditions hold, and how many others are known to. */
export type Count = { readonly kind: 'count'; readonly known: number; readonly of: readonly Condition[] };

export type Term = Operand | Count;

export type Sign = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

export type Comparison = {
  readonly kind: 'compare';
  readonly sign: Sign;
  readonly left: Exclude<Term, { kind: 'value' }>;
  readonly right: Term;
};

export type Condition =
  | boolean
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | Comparison;

export const value = (of: Value): Operand => ({ kind: 'value', value: of });
export const read = (variable: Variable): Operand => ({ kind: 'read', variable });

function joined(kind: 'all' | 'any', given: readonly Condition[]): Condition {
  const neutral = kind === 'all';
  const parts = given.flatMap((part) => (typeof part === 'object' && part.kind === kind ? part.parts : [part]));
  if (parts.includes(!neutral)) return !neutral;
  const open = [...new Set(parts.filter((part) => part !== neutral))];
  return open.length < 2 ? (open[0] ?? neutral) : { kind, parts: open };
}

export const all = (parts: readonly Condition[]): Condition => joined('all', parts);
export const any = (parts: readonly Condition[]): Condition => joined('any', parts);

const OPPOSITE = { eq: 'ne', ne: 'eq', lt: 'ge', ge: 'lt', gt: 'le', le: 'gt' } as const;
const MIRRORED = { eq: 'eq', ne: 'ne', lt: 'gt', gt: 'lt', le: 'ge', ge: 'le' } as const;

export function not(part: Condition): Condition {
  if (typeof part === 'boolean') return !part;
  if (part.kind === 'not') return part.part;
  return part.kind === 'compare' ? { ...part, sign: OPPOSITE[part.sign] } : { kind: 'not', part };
}

/** The number of conditions that hold. */
export function count(conditions: readonly Condition[]): Term {
  const known = conditions.filter((each) => each === true).length;
  const of = conditions.filter((each) => typeof each !== 'boolean');
  return of.length === 0 ? value(known) : { kind: 'count', known, of };
}

/** Whether a variable can hold a value. */
export function canHold({ type, holds }: Variable, held: Value): boolean {
  if (holds !== undefined) return holds.has(held);
  if (type.kind === 'flag') return typeof held === 'boolean';
  if (type.kind === 'names') return type.members.has(held);
  return typeof held === 'number' && Number.isInteger(held) && type.from <= held && held <= type.to;
}

/** All that a variable can hold; nothing of a range, whose values are numbers and need no list. */
export function valuesOf({ type, holds }: Variable): readonly Value[] {
  if (type.kind === 'range') return [];
  return type.kind === 'flag' ? [false, true] : [...(holds ?? type.members.keys())];
}

/** The values that two variables can both hold. */
export const common = (one: Variable, other: Variable): readonly Value[] =>
  valuesOf(one).filter((each) => canHold(other, each));

/** Whether values of two types have the same codes. */
export const areAlike = (one: Type, other: Type): boolean =>
  one === other || (one.kind !== 'names' && one.kind === other.kind);

/** A comparison. What compares values of different kinds is unequal. */
export function compare(sign: Sign, left: Term, right: Term): Condition {
  if (left.kind === 'value')
    return right.kind === 'value' ? compareValues(sign, left.value, right.value) : compare(MIRRORED[sign], right, left);
  if (left.kind === 'read' && (sign === 'eq' || sign === 'ne')) {
    if (right.kind === 'value' && !canHold(left.variable, right.value)) return sign === 'ne';
    if (right.kind === 'read' && !areAlike(left.variable.type, right.variable.type)) {
      const same = common(left.variable, right.variable).map((each) =>
        all([compare('eq', left, value(each)), compare('eq', right, value(each))]),
      );
      return sign === 'eq' ? any(same) : not(any(same));
    }
  }
  if (left.kind === 'read' && left.variable.type.kind === 'range' && right.kind === 'value') {
    const ends = [left.variable.type.from, left.variable.type.to].map((end) => compareValues(sign, end, right.value));
    if (sign !== 'eq' && sign !== 'ne' && ends[0] === ends[1]) return ends[0] as boolean;
  }
  if (left.kind === 'count' && right.kind === 'value' && typeof right.value === 'number')
    return compareCount(sign, left, right.value);
  return { kind: 'compare', sign, left, right };
}

export function compareValues(sign: Sign, left: Value, right: Value): boolean {
  if (sign === 'eq') return left === right;
  if (sign === 'ne') return left !== right;
  const [one, other] = [left as number, right as number];
  return sign === 'lt' ? one < other : sign === 'le' ? one <= other : sign === 'gt' ? one > other : one >= other;
}

/** Whether at least one, or none, of some conditions holds needs no counting. */
function compareCount(sign: Sign, { known, of }: Count, given: number): Condition {
  const number = given - known;
  if (sign === 'ne' || sign === 'lt' || sign === 'gt')
    return not(compareCount(OPPOSITE[sign], { kind: 'count', known, of }, given));
  if (sign === 'ge') {
    if (number <= 0) return true;
    if (number > of.length) return false;
    if (number === 1) return any(of);
    if (number === of.length) return all(of);
  } else {
    if (number < 0 || (sign === 'eq' && number > of.length)) return false;
    if (sign === 'le' && number >= of.length) return true;
    if (number === 0) return not(any(of));
  }
  return { kind: 'compare', sign, left: { kind: 'count', known: 0, of }, right: value(number) };
}

/** What must be so for a variable to hold what a term says. */
export function fits(target: Variable, term: Operand): Condition {
  if (term.kind === 'value') return canHold(target, term.value);
  const { variable } = term;
  const of = read(variable);
  if (target.type.kind === 'range') {
    if (variable.type.kind !== 'range') return false;
    const added = term.kind === 'plus' ? term.add : 0;
    const { from, to } = target.type;
    return all([compare('ge', of, value(from - added)), compare('le', of, value(to - added))]);
  }
  const values = valuesOf(variable);
  const held = values.filter((each) => canHold(target, each));
  if (held.length > 0 && held.length === values.length) return true;
  return any(held.map((each) => compare('eq', of, value(each))));
}
