/**
 * Conditions without what is known already. What a step needs of several instances at once repeats what state one of them is in; said once,
 * most of the rest folds away, and engines have less to compile and to compute. Nothing here changes what a condition means.
 */

import type { Value } from '../../model/table/types.ts';
import {
  all,
  any,
  type Condition,
  compare,
  count,
  not,
  read,
  type Term,
  type Variable,
  value,
  valuesOf,
} from './expressions.ts';
import { textOf } from './infix.ts';

/** What variables can be, where that is known. */
export type Facts = ReadonlyMap<Variable, ReadonlySet<Value>>;

const NOTHING: Facts = new Map();

/** That a variable has one of some values. */
type Membership = { readonly variable: Variable; readonly values: ReadonlySet<Value> };

/** All values of a variable, where there are few. */
const domainOf = (variable: Variable, facts: Facts): readonly Value[] => [
  ...(facts.get(variable) ?? valuesOf(variable)),
];

/** What a condition on nothing but the values of one variable says. */
function membership(condition: Condition, facts: Facts): Membership | undefined {
  if (typeof condition === 'boolean') return undefined;
  if (condition.kind === 'not') {
    const inner = membership(condition.part, facts);
    return (
      inner && { ...inner, values: new Set(domainOf(inner.variable, facts).filter((each) => !inner.values.has(each))) }
    );
  }
  if (condition.kind === 'compare') {
    const { sign, left, right } = condition;
    if (left.kind !== 'read' || right.kind !== 'value' || left.variable.type.kind === 'range') return undefined;
    const isEqual = (each: Value): boolean => each === right.value;
    const values = domainOf(left.variable, facts).filter((each) => isEqual(each) === (sign === 'eq'));
    return { variable: left.variable, values: new Set(values) };
  }
  const parts = condition.parts.map((part) => membership(part, facts));
  const [first] = parts;
  if (first === undefined || parts.some((each) => each?.variable !== first.variable)) return undefined;
  const isIn = (each: Value) => (part: Membership | undefined) => part?.values.has(each) === true;
  const values = domainOf(first.variable, facts).filter((each) =>
    condition.kind === 'all' ? parts.every(isIn(each)) : parts.some(isIn(each)),
  );
  return { variable: first.variable, values: new Set(values) };
}

/** A membership in the fewest comparisons. */
function member({ variable, values }: Membership, facts: Facts): Condition {
  const domain = domainOf(variable, facts);
  const others = domain.filter((each) => !values.has(each));
  const compared = (sign: 'eq' | 'ne') => (each: Value) => compare(sign, read(variable), value(each));
  if (others.length === 0) return true;
  return others.length < values.size
    ? all(others.map(compared('ne')))
    : any(domain.filter((each) => values.has(each)).map(compared('eq')));
}

/** A condition that is equal to another one wherever the facts are so. */
export function simplify(condition: Condition, facts: Facts = NOTHING): Condition {
  if (typeof condition === 'boolean') return condition;
  const said = membership(condition, facts);
  if (said !== undefined) return said.values.size === 0 ? false : member(said, facts);
  switch (condition.kind) {
    case 'not':
      return not(simplify(condition.part, facts));
    case 'compare': {
      const known = (term: Term): Term => {
        if (term.kind === 'count')
          return count([
            ...term.of.map((each) => simplify(each, facts)),
            ...Array.from({ length: term.known }, () => true),
          ]);
        if (term.kind === 'value') return term;
        const [only, ...more] = facts.get(term.variable) ?? [];
        if (only === undefined || more.length > 0) return term;
        return value(term.kind === 'read' ? only : (only as number) + term.add);
      };
      return compare(condition.sign, known(condition.left), known(condition.right));
    }
    default:
      return joined(condition.kind, condition.parts, facts);
  }
}

/** Simplifies the parts of a condition, each with what the others say: of `all` while they hold, of `any` while they do not. */
function joined(kind: 'all' | 'any', given: readonly Condition[], outer: Facts): Condition {
  const join = kind === 'all' ? all : any;
  let parts = given;
  for (;;) {
    const facts = new Map(outer);
    const open: Condition[] = [];
    for (const part of parts) {
      const said = membership(part, facts);
      if (said === undefined) {
        open.push(part);
        continue;
      }
      const goesOn = domainOf(said.variable, facts).filter((each) => said.values.has(each) === (kind === 'all'));
      facts.set(said.variable, new Set(goesOn));
      if (goesOn.length === 0) return kind === 'any';
    }
    const members = [...facts].flatMap(([variable, values]) => {
      const before = outer.get(variable);
      if (before === values) return [];
      const decided = member({ variable, values }, outer);
      return [kind === 'all' ? decided : not(decided)];
    });
    const next = join(open.map((part) => simplify(part, facts)));
    const rest = typeof next === 'object' && next.kind === kind ? next.parts : [next];
    if (rest.every((part) => membership(part, outer) === undefined)) return join([...members, ...rest]);
    parts = [...members, ...rest];
  }
}

/** What variables can be where a condition holds, as far as its parts say so one by one. */
export function factsIn(condition: Condition): Facts {
  const parts = typeof condition === 'object' && condition.kind === 'all' ? condition.parts : [condition];
  return new Map(
    parts.flatMap((part) => {
      const said = membership(part, NOTHING);
      return said === undefined ? [] : [[said.variable, said.values] as const];
    }),
  );
}

/** Conditions with fewer comparisons stay as they are. */
const SHORT = 8;

/** How many variables are tried to tell cases apart, those that are mentioned most. */
const TRIED = 3;

/** How many comparisons there are in a condition, per variable that they are about. */
function mentions(condition: Condition, found = new Map<Variable, number>()): Map<Variable, number> {
  const mention = (term: Term): void => {
    if (term.kind === 'count') for (const each of term.of) mentions(each, found);
    else if (term.kind !== 'value') found.set(term.variable, (found.get(term.variable) ?? 0) + 1);
  };
  if (typeof condition === 'boolean') return found;
  if (condition.kind === 'not') return mentions(condition.part, found);
  if (condition.kind === 'compare') {
    mention(condition.left);
    mention(condition.right);
  } else for (const part of condition.parts) mentions(part, found);
  return found;
}

export const sizeOf = (condition: Condition): number =>
  [...mentions(condition).values()].reduce((sum, number) => sum + number, 0);

/** The condition in each case of a variable, as far as it can hold then; values of which the same remains are one case. */
function casesOf(condition: Condition, variable: Variable, facts: Facts): readonly Condition[] {
  const cases = new Map<string, { readonly values: Set<Value>; readonly rest: Condition }>();
  for (const each of domainOf(variable, facts)) {
    const rest = simplify(condition, new Map([...facts, [variable, new Set([each])]]));
    if (rest === false) continue;
    const key = textOf(rest);
    const known = cases.get(key) ?? { values: new Set(), rest };
    known.values.add(each);
    cases.set(key, known);
  }
  return [...cases.values()].map(({ values, rest }) => all([member({ variable, values }, facts), rest]));
}

/** The condition simplified, and by cases of variables as far as that makes it shorter. (Shannon's expansion, of variables with several values.) */
export function shortest(condition: Condition, facts: Facts = NOTHING): Condition {
  const plain = simplify(condition, facts);
  const size = sizeOf(plain);
  if (typeof plain === 'boolean' || size < SHORT) return plain;
  let best: Condition = plain;
  const often = [...mentions(plain)].filter(([{ type }, number]) => number > 2 && type.kind !== 'range');
  for (const [variable] of often.sort(([, one], [, other]) => other - one).slice(0, TRIED)) {
    const cases = any(casesOf(plain, variable, facts));
    if (sizeOf(cases) < sizeOf(best)) best = cases;
  }
  if (typeof best === 'boolean' || best === plain) return plain;
  return best;
}
