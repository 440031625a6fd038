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
import type { Phrases, Unit } from './phrases/en.ts';
import { PLAIN, type Voice } from './phrases/voice.ts';

/** A value of the memory: an unset saved state is called so. */
export const valueText = (value: Value, { phrases, names }: Voice = PLAIN, variable?: string): string =>
  value === null ? phrases.unset : typeof value === 'boolean' ? phrases.truth(value) : names.value(value, variable);

function operandText(operand: Operand | readonly Value[], variable: string, voice: Voice): string {
  if (Array.isArray(operand)) return operand.map((value) => valueText(value, voice, variable)).join(', ');
  if (typeof operand === 'object' && operand !== null)
    return voice.names.variable((operand as { memory: string }).memory);
  return valueText(operand as Value, voice, variable);
}

function conditionText(name: string, condition: Condition, voice: Voice): string {
  const { phrases, names } = voice;
  const variable = names.variable(name);
  if (typeof condition === 'boolean') return phrases.flag(variable, condition);
  if (typeof condition !== 'object' || condition === null) return `${variable} = ${valueText(condition, voice, name)}`;
  return Object.entries(condition)
    .map(
      ([comparison, operand]) =>
        `${variable} ${phrases.comparisons[comparison]} ${operandText(operand as Operand, name, voice)}`,
    )
    .join(` ${phrases.and} `);
}

/** Names, one of which is meant. */
export const orText = (
  names: unknown,
  { phrases }: Voice = PLAIN,
  called: (name: string) => string = (name) => name,
): string =>
  listOf(names as string)
    .map(called)
    .join(` ${phrases.or} `);

/** A guard or predicate in words, such as `attempts < 3 and kind = admin`. An empty one always holds. */
export function predicateText(predicate: Predicate, voice: Voice = PLAIN): string {
  const { phrases, names } = voice;
  const parts = Object.entries(predicate).map(([word, wanted]) => {
    const several = (): string[] => (wanted as readonly Predicate[]).map((each) => bracketed(each, voice));
    if (word === 'all') return several().join(` ${phrases.and} `) || phrases.always;
    if (word === 'any') return several().join(` ${phrases.or} `) || phrases.never;
    if (word === 'not') return phrases.not(bracketed(wanted as Predicate, voice, true));
    if (word === 'state') return phrases.in(orText(wanted, voice, names.state));
    if (word === 'group') return phrases.inGroup(orText(wanted, voice, names.group));
    if (word === 'tag') return phrases.tagged(orText(wanted, voice, names.tag));
    if (word === 'enabled') return phrases.enabled(orText(wanted, voice, names.event));
    if (word === 'final') return wanted === true ? phrases.final : phrases.notFinal;
    return conditionText(word, wanted as Condition, voice);
  });
  return parts.length === 0 ? phrases.always : parts.join(` ${phrases.and} `);
}

function bracketed(predicate: Predicate, voice: Voice, always = false): string {
  const text = predicateText(predicate, voice);
  const simple = Object.keys(predicate).length === 1 && !('any' in predicate) && !('all' in predicate);
  return simple && !always ? text : `(${text})`;
}

/** One assignment in words, such as `attempts + 1` or `before := the state left`. */
export function assignmentText(name: string, assignment: Assignment, voice: Voice = PLAIN): string {
  const variable = voice.names.variable(name);
  if (typeof assignment !== 'object' || assignment === null)
    return `${variable} := ${valueText(assignment, voice, name)}`;
  if ('add' in assignment) return `${variable} ${assignment.add < 0 ? '−' : '+'} ${Math.abs(assignment.add)}`;
  if ('memory' in assignment) return `${variable} := ${voice.names.variable(assignment.memory)}`;
  return `${variable} := ${voice.phrases.stateLeft}`;
}

/** All assignments of a row in words; empty where there are none. */
export const effectText = (row: Row, voice: Voice = PLAIN): string =>
  Object.entries(row.set ?? {})
    .map(([variable, assignment]) => assignmentText(variable, assignment, voice))
    .join(', ');

/** Where a row leads, by name. */
export const targetText = (row: Row, { phrases }: Voice = PLAIN): string =>
  typeof row.to === 'string' ? row.to : phrases.recalled(row.to.recall);

/** A set of states in words. */
export function stateSetText(set: StateSet, voice: Voice = PLAIN): string {
  const { phrases, names } = voice;
  if (typeof set === 'string' || Array.isArray(set))
    return listOf(set as string)
      .map(names.state)
      .join(', ');
  if ('group' in set) return phrases.group(orText(set.group, voice, names.group));
  if ('tag' in set) return phrases.tagged(orText(set.tag, voice, names.tag));
  const { except } = set as { except: StateSet };
  return Array.isArray(except) && except.length === 0
    ? phrases.everyState
    : phrases.everyStateExcept(stateSetText(except, voice));
}

/** An ISO 8601 duration for readers: `PT5M` is `5 min`, `P14D` is `14 days`. */
export function durationText(duration: string, { units, amount }: Phrases = PLAIN.phrases): string {
  const [days = '', time = ''] = duration.slice(1).split('T');
  const { h, min, s, ...ofDays } = units;
  const parts = (text: string, of: { readonly [unit: string]: Unit }): string[] =>
    [...text.matchAll(/([\d.]+)([A-Z])/g)].map(([, number, unit]) =>
      amount(number as string, of[unit as string] as Unit),
    );
  return [...parts(days, ofDays), ...parts(time, { H: h, M: min, S: s })].join(' ');
}

/** What a variable, or a part of a message, can be. */
type Domain =
  | { readonly range: readonly [from: number, to: number] }
  | { readonly values: readonly string[] }
  | { readonly flag: true }
  | { readonly states: StateSet };

/** A domain in words; of a variable by its name, with the labels of its values. */
export function domainText(variable: Domain, voice: Voice = PLAIN, name?: string): string {
  const { phrases, names } = voice;
  if ('range' in variable) return phrases.range(...variable.range);
  if ('values' in variable) return variable.values.map((value) => names.value(value, name)).join(', ');
  if ('flag' in variable) return phrases.flagDomain;
  return phrases.savedDomain(stateSetText(variable.states, voice));
}

/** The values that a variable can have at the start, in words. */
export function initialText(
  variable: { readonly initial?: Value | readonly Value[]; readonly flag?: true },
  voice: Voice = PLAIN,
  name?: string,
): string {
  const initial = variable.initial ?? (variable.flag === true ? false : null);
  const values: readonly Value[] = typeof initial === 'object' && initial !== null ? initial : [initial];
  return values.map((value) => valueText(value, voice, name)).join(` ${voice.phrases.or} `);
}

/** What fairness demands, in words. */
export function fairnessText(fair: Fairness | undefined, { phrases, names }: Voice = PLAIN): string {
  const list = (events: readonly string[]): string => events.map(names.event).join(', ');
  const parts = [
    ...(fair?.weak?.length ? [phrases.weak(list(fair.weak))] : []),
    ...(fair?.strong?.length ? [phrases.strong(list(fair.strong))] : []),
  ];
  return parts.length === 0 ? phrases.unfair : phrases.under(parts.join(` ${phrases.and} `));
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
export const propertyText = (property: Property, voice: Voice = PLAIN): DemandText =>
  demandText(
    property,
    (predicate) => predicateText(predicate, voice),
    (fair) => fairnessText(fair, voice),
    voice.phrases,
  );

/** A demand in words, given those for its conditions and for what fairness assumes. */
export function demandText<P>(
  demand: Demand<P>,
  say: (predicate: P) => string,
  assumed: (fair: Fairness | undefined) => string,
  phrases: Phrases = PLAIN.phrases,
): DemandText {
  const after = 'after' in demand && demand.after !== undefined ? say(demand.after) : undefined;
  const since = after === undefined ? '' : phrases.since(after);
  if ('invariant' in demand) return { words: phrases.everywhere(say(demand.invariant)), formula: 'AG p' };
  if ('never' in demand)
    return { words: phrases.neverSince(since, say(demand.never)), formula: after ? 'AG (q → AG ¬p)' : 'AG ¬p' };
  if ('reachable' in demand) return { words: phrases.comesTo(say(demand.reachable)), formula: 'EF p' };
  if ('alwaysCanReach' in demand)
    return {
      words: phrases.staysPossible(since, say(demand.alwaysCanReach)),
      formula: after ? 'AG (q → AG EF p)' : 'AG EF p',
    };
  if ('eventually' in demand)
    return {
      words: phrases.everyRun(since, say(demand.eventually), assumed(demand.fair)),
      formula: after ? 'AG (q → AF p)' : 'AF p',
    };
  return {
    words: phrases.leadsTo(say(demand.when), say(demand.leadsTo), assumed(demand.fair)),
    formula: 'AG (q → AF p)',
  };
}
