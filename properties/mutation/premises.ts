/** Properties that hold because what they speak of never occurs. */
import type { Question } from '../../model/explore/machine.ts';
import { findFirst, type Work } from '../../model/explore/work.ts';
import type { Asked } from '../judge/decide.ts';
import { bindingsFor } from '../judge/judge.ts';
import type { Behaving, Named } from './breakers.ts';

/** A property that requires nothing: all of it, or a part of it. */
export type Idle = { readonly property: string; readonly isWhole: boolean };

/**
 * Those properties that require something only where a premise is met, which no reachable configuration meets for any binding
 * of their parameters, or whose parameters have no binding.
 */
export function* idleProperties(on: Behaving, properties: readonly Named[]): Work<readonly Idle[]> {
  if (on.graph.stopped !== undefined) return [];
  const found: Idle[] = [];
  for (const [property, asked] of properties) {
    const bindings = bindingsFor(on.model, asked, true).map(({ binding }) => binding);
    const demands = demandsOf(asked as Asked);
    let idle = 0;
    for (const premises of demands) {
      let isIdle = bindings.length === 0;
      for (const premise of premises) {
        let isMet = false;
        for (const binding of bindings)
          isMet ||= (yield* findFirst(on.graph.size, on.graph.test(premise as Question, binding))) !== undefined;
        isIdle ||= !isMet;
      }
      if (isIdle) idle++;
    }
    if (idle > 0) found.push({ property, isWhole: idle === demands.length });
  }
  return found;
}

/** A condition of a table, a system or an instance, as the object that it is. */
type Condition = { readonly [key: string]: unknown };

/** One thing that a property requires, as its premises, all of which must be met before it does; none where it always does. */
type Demand = readonly Condition[];

/** What a property requires. */
function demandsOf({ after, when, invariant, never }: Asked): readonly Demand[] {
  const premise = after ?? when;
  if (premise !== undefined) return [[premise as Condition]];
  if (invariant !== undefined) return alwaysDemands(invariant as Condition);
  return never === undefined ? [[]] : neverDemands(never as Condition);
}

/** What it requires that a condition always holds: each of its parts does, and “not this, or that” only where this is the case. */
function alwaysDemands(condition: Condition): readonly Demand[] {
  return partsOf(condition).flatMap(([key, value]): readonly Demand[] => {
    if (key === 'not') return neverDemands(value as Condition);
    if (key === 'forAll' && isQuantified(value)) return alwaysDemands(value.is).map(within('exists', value));
    if (isOfInstance(key, value)) return alwaysDemands(value).map(within(key));
    if (key !== 'any') return [[]];
    const negated = (value as readonly Condition[]).map(negatedIn).filter((each) => each !== undefined);
    return negated.length === 0 ? [[]] : [[{ all: negated }]];
  });
}

/**
 * What it requires that a condition never holds: none of its alternatives does. An alternative with several parts says of certain
 * states, or else of ends, what must not be the case there: these are its premises.
 */
function neverDemands(condition: Condition): readonly Demand[] {
  const parts = partsOf(condition);
  const [[key, value] = ['', undefined]] = parts;
  if (parts.length === 1) {
    if (key === 'any') return (value as readonly Condition[]).flatMap(neverDemands);
    if (key === 'not') return alwaysDemands(value as Condition);
    if (key === 'exists' && isQuantified(value)) return neverDemands(value.is).map(within('exists', value));
    return isOfInstance(key, value) ? neverDemands(value).map(within(key)) : [[]];
  }
  const places = parts.flatMap(placesIn);
  return [places.length > 0 ? places : parts.filter(isEnd).map(([word, mark]) => ({ [word]: mark }))];
}

/** The parts of a condition, all of which must be met. */
const partsOf = (condition: Condition): readonly (readonly [string, unknown])[] =>
  Object.entries(condition).flatMap(([key, value]) =>
    key === 'all' ? (value as readonly Condition[]).flatMap(partsOf) : [[key, value] as const],
  );

/** What a condition says is not so, where it says nothing else. */
function negatedIn(condition: Condition): Condition | undefined {
  const [[key, value] = ['', undefined], ...others] = Object.entries(condition);
  if (others.length > 0) return undefined;
  if (key === 'not') return value as Condition;
  const negated = isOfInstance(key, value) ? negatedIn(value) : undefined;
  return negated && { [key]: negated };
}

/** What a part of a condition says of the states in which something is. */
function placesIn([key, value]: readonly [string, unknown]): readonly Condition[] {
  if (key === 'state' || key === 'group' || key === 'tag') return [{ [key]: value }];
  return isOfInstance(key, value)
    ? partsOf(value)
        .flatMap(placesIn)
        .map((place) => ({ [key]: place }))
    : [];
}

const isEnd = ([key, value]: readonly [string, unknown]): boolean => key === 'final' && value === true;

const WORDS: ReadonlySet<string> = new Set(['all', 'any', 'not', 'forAll', 'exists', 'count', 'enabled', 'final']);

/** Whether a part of a condition is a condition on an instance, or on a variable, which has nothing that is sought here. */
const isOfInstance = (key: string, value: unknown): value is Condition =>
  !WORDS.has(key) && typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a condition is one for bindings of parameters, and not one on a variable of a table that is called so. */
const isQuantified = (value: unknown): value is { readonly of: unknown; readonly is: Condition } =>
  typeof value === 'object' && value !== null && 'of' in value && 'is' in value;

/** The premises of a demand on an instance, or of one for bindings of parameters, of which some must meet them. */
const within =
  (key: string, quantified?: object) =>
  (demand: Demand): Demand =>
    demand.map((premise) => ({ [key]: quantified === undefined ? premise : { ...quantified, is: premise } }));
