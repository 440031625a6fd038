/** The language in words: guards, predicates, assignments, targets and durations as readers see them. */
import { listOf } from '../model/table/select.ts';
import type {
  Assignment,
  Condition,
  Fairness,
  Operand,
  Predicate,
  Property,
  Row,
  StateSet,
  Value,
} from '../model/table/types.ts';

/** The comparisons as signs. */
export const COMPARISONS: { readonly [comparison: string]: string } = {
  eq: '=',
  ne: '≠',
  lt: '<',
  le: '≤',
  gt: '>',
  ge: '≥',
  in: 'in',
};

/** A value of the memory: an unset saved state is called so. */
export const valueText = (value: Value): string => (value === null ? 'unset' : String(value));

const operandText = (operand: Operand | readonly Value[]): string => {
  if (Array.isArray(operand)) return operand.map(valueText).join(', ');
  if (typeof operand === 'object' && operand !== null) return (operand as { memory: string }).memory;
  return valueText(operand as Value);
};

function conditionText(variable: string, condition: Condition): string {
  if (condition === true) return variable;
  if (condition === false) return `not ${variable}`;
  if (typeof condition !== 'object' || condition === null) return `${variable} = ${valueText(condition)}`;
  return Object.entries(condition)
    .map(([comparison, operand]) => `${variable} ${COMPARISONS[comparison]} ${operandText(operand as Operand)}`)
    .join(' and ');
}

/** Names, one of which is meant. */
export const orText = (names: unknown): string => listOf(names as string).join(' or ');

/** A guard or predicate in words, such as `attempts < 3 and kind = admin`. An empty one always holds. */
export function predicateText(predicate: Predicate): string {
  const parts = Object.entries(predicate).map(([word, wanted]) => {
    const several = (): string[] => (wanted as readonly Predicate[]).map((each) => bracketed(each));
    if (word === 'all') return several().join(' and ') || 'always';
    if (word === 'any') return several().join(' or ') || 'never';
    if (word === 'not') return `not ${bracketed(wanted as Predicate, true)}`;
    if (word === 'state') return `in ${orText(wanted)}`;
    if (word === 'group') return `in group ${orText(wanted)}`;
    if (word === 'tag') return `tagged ${orText(wanted)}`;
    if (word === 'enabled') return `${orText(wanted)} enabled`;
    if (word === 'final') return wanted === true ? 'final' : 'not final';
    return conditionText(word, wanted as Condition);
  });
  return parts.length === 0 ? 'always' : parts.join(' and ');
}

function bracketed(predicate: Predicate, always = false): string {
  const text = predicateText(predicate);
  const simple = Object.keys(predicate).length === 1 && !('any' in predicate) && !('all' in predicate);
  return simple && !always ? text : `(${text})`;
}

/** One assignment in words, such as `attempts + 1` or `before := the state left`. */
export function assignmentText(variable: string, assignment: Assignment): string {
  if (typeof assignment !== 'object' || assignment === null) return `${variable} := ${valueText(assignment)}`;
  if ('add' in assignment) return `${variable} ${assignment.add < 0 ? '−' : '+'} ${Math.abs(assignment.add)}`;
  if ('memory' in assignment) return `${variable} := ${assignment.memory}`;
  return `${variable} := the state left`;
}

/** All assignments of a row in words; empty where there are none. */
export const effectText = (row: Row): string =>
  Object.entries(row.set ?? {})
    .map(([variable, assignment]) => assignmentText(variable, assignment))
    .join(', ');

/** Where a row leads, by name. */
export const targetText = (row: Row): string =>
  typeof row.to === 'string' ? row.to : `the state saved in ${row.to.recall}`;

/** A set of states in words. */
export function stateSetText(set: StateSet): string {
  if (typeof set === 'string' || Array.isArray(set)) return listOf(set as string).join(', ');
  if ('group' in set) return `group ${orText(set.group)}`;
  if ('tag' in set) return `tagged ${orText(set.tag)}`;
  const { except } = set as { except: StateSet };
  return Array.isArray(except) && except.length === 0 ? 'every state' : `every state except ${stateSetText(except)}`;
}

const UNITS = { Y: 'years', M: 'months', W: 'weeks', D: 'days' } as const;
const TIME_UNITS = { H: 'h', M: 'min', S: 's' } as const;

/** An ISO 8601 duration for readers: `PT5M` is `5 min`, `P14D` is `14 days`. */
export function durationText(duration: string): string {
  const [days = '', time = ''] = duration.slice(1).split('T');
  const parts = (text: string, units: { readonly [unit: string]: string }): string[] =>
    [...text.matchAll(/([\d.]+)([A-Z])/g)].map(([, amount, unit]) => {
      const word = units[unit as string] as string;
      return `${amount} ${Number(amount) === 1 ? word.replace(/s$/, '') || word : word}`;
    });
  return [...parts(days, UNITS), ...parts(time, TIME_UNITS)].join(' ');
}

/** What a variable, or a part of a message, can be. */
type Domain =
  | { readonly range: readonly [from: number, to: number] }
  | { readonly values: readonly string[] }
  | { readonly flag: true }
  | { readonly states: StateSet };

/** A domain in words. */
export function domainText(variable: Domain): string {
  if ('range' in variable) return `${variable.range[0]} to ${variable.range[1]}`;
  if ('values' in variable) return variable.values.join(', ');
  if ('flag' in variable) return 'true or false';
  return `a saved state (${stateSetText(variable.states)}), or unset`;
}

/** The values that a variable can have at the start, in words. */
export function initialText(variable: { readonly initial?: Value | readonly Value[]; readonly flag?: true }): string {
  const initial = variable.initial ?? (variable.flag === true ? false : null);
  const values: readonly Value[] = typeof initial === 'object' && initial !== null ? initial : [initial];
  return values.map(valueText).join(' or ');
}

/** What fairness demands, in words. */
export function fairnessText(fair: Fairness | undefined): string {
  const parts = [
    ...(fair?.weak?.length ? [`weak fairness of ${fair.weak.join(', ')}`] : []),
    ...(fair?.strong?.length ? [`strong fairness of ${fair.strong.join(', ')}`] : []),
  ];
  return parts.length === 0 ? 'no fairness assumed' : `under ${parts.join(' and ')}`;
}

/** What a property demands of configurations, whatever conditions on them are made of. */
export type Demand<P> =
  | { readonly invariant: P }
  | { readonly never: P; readonly after?: P }
  | { readonly reachable: P }
  | { readonly alwaysCanReach: P; readonly after?: P }
  | { readonly eventually: P; readonly after?: P; readonly fair?: Fairness }
  | { readonly when: P; readonly leadsTo: P; readonly fair?: Fairness };

/** A demand in words, with the temporal formula behind it. */
export type DemandText = { readonly words: string; readonly formula: string };

/** What a property of a table demands, in words. */
export const propertyText = (property: Property): DemandText => demandText(property, predicateText, fairnessText);

/** A demand in words, given those for its conditions and for what fairness assumes. */
export function demandText<P>(
  demand: Demand<P>,
  say: (predicate: P) => string,
  assumed: (fair: Fairness | undefined) => string,
): DemandText {
  const after = 'after' in demand && demand.after !== undefined ? say(demand.after) : undefined;
  const since = after === undefined ? '' : ` at or after a configuration with (${after})`;
  if ('invariant' in demand) return { words: `everywhere: ${say(demand.invariant)}`, formula: 'AG p' };
  if ('never' in demand)
    return { words: `never${since}: ${say(demand.never)}`, formula: after ? 'AG (q → AG ¬p)' : 'AG ¬p' };
  if ('reachable' in demand) return { words: `some run comes to: ${say(demand.reachable)}`, formula: 'EF p' };
  if ('alwaysCanReach' in demand)
    return {
      words: `it always stays possible${since} to come to: ${say(demand.alwaysCanReach)}`,
      formula: after ? 'AG (q → AG EF p)' : 'AG EF p',
    };
  if ('eventually' in demand)
    return {
      words: `every run${since} comes to: ${say(demand.eventually)}, ${assumed(demand.fair)}`,
      formula: after ? 'AG (q → AF p)' : 'AF p',
    };
  return {
    words: `${say(demand.when)} leads to: ${say(demand.leadsTo)}, ${assumed(demand.fair)}`,
    formula: 'AG (q → AF p)',
  };
}
