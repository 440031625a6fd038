/** The language of systems in words: conditions on instances and counts, parameters, assignments, messages, properties. */
import type { MessageValue } from '../model/explore/machine.ts';
import {
  type Counted,
  type InstancePredicate,
  isSystem,
  type Message,
  type MessageField,
  type Model,
  type Parameter,
  type Parameters,
  type Quantified,
  SHARED,
  type System,
  type SystemAssignment,
  type SystemCondition,
  type SystemOperand,
  type SystemPredicate,
  type SystemVariable,
} from '../model/system/types.ts';
import type { Fairness, Property, Value } from '../model/table/types.ts';
import { COMPARISONS } from './phrases/en.ts';
import { type DemandText, demandText, domainText, orText, propertyText, valueText } from './words.ts';

const NUMBERS: { readonly [comparison: string]: string } = {
  eq: 'exactly',
  ne: 'not exactly',
  lt: 'fewer than',
  le: 'at most',
  gt: 'more than',
  ge: 'at least',
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A variable of an owner (an instance, or nobody: a shared one). */
const variableText = (owner: string | undefined, variable: string): string =>
  owner === undefined ? variable : `${owner}.${variable}`;

/** An operand, beside a variable of the owner. */
function operandText(owner: string | undefined, operand: SystemOperand): string {
  if (!isObject(operand)) return valueText(operand);
  if ('parameter' in operand) return operand.parameter;
  const { memory, of = owner } = operand;
  return variableText(of === SHARED ? undefined : of, memory);
}

/** A condition on something that has a value: a variable, or the number of messages in a channel. */
function conditionText(subject: string, owner: string | undefined, condition: SystemCondition): string {
  if (condition === true) return subject;
  if (condition === false) return `not ${subject}`;
  if (!isObject(condition) || 'parameter' in condition || 'memory' in condition)
    return `${subject} = ${operandText(owner, condition as SystemOperand)}`;
  return Object.entries(condition)
    .map(([comparison, operand]) => {
      const several = Array.isArray(operand) ? operand : [operand];
      const texts = several.map((each: SystemOperand) => operandText(owner, each));
      return `${subject} ${COMPARISONS[comparison]} ${texts.join(', ')}`;
    })
    .join(' and ');
}

/** A condition in words, and whether it must be bracketed inside another one. */
type Said = { readonly text: string; readonly several: boolean };

const bracketed = ({ text, several }: Said): string => (several ? `(${text})` : text);

const single = (text: string): Said => ({ text, several: false });

const oneOf = (words: string, names: unknown): Said => ({
  text: `${words} ${orText(names)}`,
  several: typeof names !== 'string' && (names as readonly string[]).length > 1,
});

/** Conditions that must all hold, or (`or`) one of them. */
function joined(said: readonly Said[], word: 'and' | 'or', none: string): Said {
  const [only, ...more] = said;
  if (only === undefined) return single(none);
  return more.length === 0 ? only : { text: said.map(bracketed).join(` ${word} `), several: true };
}

/** The entries of a condition that are there. */
const entriesOf = (predicate: object): readonly (readonly [string, unknown])[] =>
  Object.entries(predicate).filter(([, wanted]) => wanted !== undefined);

/** The words that conditions on instances and on systems share; nothing for any other key. */
function combined<P>(word: string, wanted: unknown, say: (predicate: P) => Said): Said | undefined {
  const several = (): readonly Said[] => (wanted as readonly P[]).map(say);
  if (word === 'all') return joined(several(), 'and', 'always');
  if (word === 'any') return joined(several(), 'or', 'never');
  if (word === 'not') return single(`not (${say(wanted as P).text})`);
  return undefined;
}

function instanceSaid(owner: string, predicate: InstancePredicate): Said {
  const parts = entriesOf(predicate).map(([word, wanted]): Said => {
    const combination = combined(word, wanted, (each: InstancePredicate) => instanceSaid(owner, each));
    if (combination !== undefined) return combination;
    if (word === 'state') return oneOf(`${owner} in`, wanted);
    if (word === 'group') return oneOf(`${owner} in group`, wanted);
    if (word === 'tag') return oneOf(`${owner} tagged`, wanted);
    if (word === 'final') return single(`${owner} ${wanted === true ? 'final' : 'not final'}`);
    return single(conditionText(variableText(owner, word), owner, wanted as SystemCondition));
  });
  return joined(parts, 'and', 'always');
}

function systemSaid(system: System, predicate: SystemPredicate): Said {
  const parts = entriesOf(predicate).map(([word, wanted]): Said => {
    const combination = combined(word, wanted, (each: SystemPredicate) => systemSaid(system, each));
    if (combination !== undefined) return combination;
    if (word === 'forAll')
      return { text: `for every ${quantifiedText(system, wanted as Quantified, ':')}`, several: true };
    if (word === 'exists')
      return { text: `for some ${quantifiedText(system, wanted as Quantified, ':')}`, several: true };
    if (word === 'count') return single(countText(system, wanted as Counted));
    if (word === 'final') return single(wanted === true ? 'final' : 'not final');
    if (word === 'enabled') return single(`${orText(wanted)} enabled`);
    if (Object.hasOwn(system.memory ?? {}, word))
      return single(conditionText(word, undefined, wanted as SystemCondition));
    if (Object.hasOwn(system.channels ?? {}, word))
      return single(conditionText(`messages in ${word}`, undefined, wanted as SystemCondition));
    return instanceSaid(word, wanted as InstancePredicate);
  });
  return joined(parts, 'and', 'always');
}

const quantifiedText = (system: System, { of, distinct, is }: Quantified, word: string): string =>
  `${parametersText(of, distinct)}${word} ${bracketed(systemSaid(system, is))}`;

function countText(system: System, { of, distinct, is, ...comparisons }: Counted): string {
  const numbers = entriesOf(comparisons).map(([comparison, operand]) =>
    comparison === 'eq' && operand === 0
      ? 'no'
      : `${NUMBERS[comparison]} ${operandText(undefined, operand as SystemOperand)}`,
  );
  return `${numbers.join(' and ')} ${quantifiedText(system, { of, is, ...(distinct && { distinct }) }, ' with')}`;
}

/** A condition on a system in words, such as `s in active and s.owner = t`. An empty one always holds. */
export const systemPredicateText = (system: System, predicate: SystemPredicate): string =>
  systemSaid(system, predicate).text;

/** One parameter with what it ranges over: `session s`, `b in {x, y}`, `v = view.s.t`. */
export function parameterText(name: string, parameter: Parameter): string {
  if (typeof parameter === 'string') return parameter === name ? name : `${parameter} ${name}`;
  if ('values' in parameter) return `${name} in {${(parameter.values as readonly string[]).join(', ')}}`;
  if ('range' in parameter) return `${name} from ${parameter.range[0]} to ${parameter.range[1]}`;
  if ('next' in parameter) return `${name} = the one after ${parameter.next}`;
  return Object.entries(parameter)
    .map(([set, of]) => `${name} = ${[set, ...of].join('.')}`)
    .join(', ');
}

/** Parameters in words, and which of them differ. */
export function parametersText(parameters: Parameters, distinct: readonly string[] = []): string {
  const all = Object.entries(parameters).map(([name, parameter]) => parameterText(name, parameter));
  if (distinct.length < 2) return all.join(', ');
  return `${all.join(', ')} (${distinct.length === 2 ? distinct.join(' ≠ ') : `${distinct.join(', ')} all different`})`;
}

/** An assignment of the system in words: of a shared variable, or of one of an owner. */
export function systemAssignmentText(
  owner: string | undefined,
  variable: string,
  assignment: SystemAssignment,
): string {
  const name = variableText(owner, variable);
  if (isObject(assignment) && 'add' in assignment)
    return `${name} ${assignment.add < 0 ? '−' : '+'} ${Math.abs(assignment.add)}`;
  return `${name} := ${operandText(owner, assignment)}`;
}

/** A message that an event takes or puts in, in words: `bit = b, from = s`. */
export const messagePatternText = (message: Message): string =>
  Object.entries(message)
    .map(([field, operand]) => `${field} = ${operandText(undefined, operand)}`)
    .join(', ');

/** A message in a channel, in words: `bit = 0`. */
export const messageText = (message: MessageValue): string =>
  Object.entries(message)
    .map(([field, value]) => `${field} = ${valueText(value)}`)
    .join(', ');

/** Values of parameters in words: `s = session1, t = technician2`. */
export const bindingText = (binding: { readonly [parameter: string]: Value }): string =>
  Object.entries(binding)
    .map(([parameter, value]) => `${parameter} = ${valueText(value)}`)
    .join(', ');

/** The domain of a field of a message in words. */
export const fieldDomainText = (field: MessageField): string =>
  'instance' in field ? `one of ${field.instance}` : domainText(field);

/** The domain of a variable of the system in words. */
export const systemDomainText = (variable: SystemVariable): string =>
  'instance' in variable ? `one of ${variable.instance}, or unset` : domainText(variable);

/** What fairness demands of a system, in words: it is per event and binding. */
function systemFairnessText(fair: Fairness | undefined): string {
  const each = (strength: string, events: readonly string[] | undefined): readonly string[] =>
    events?.length ? [`${strength} fairness of every binding of ${events.join(', ')}`] : [];
  const parts = [...each('weak', fair?.weak), ...each('strong', fair?.strong)];
  return parts.length === 0 ? 'no fairness assumed' : `under ${parts.join(' and ')}`;
}

/** What a property of a table or a system demands, in words. */
export function demandOf(model: Model, property: string): DemandText {
  if (!isSystem(model)) return propertyText(model.properties?.[property] as Property);
  const demand = model.properties?.[property];
  if (demand === undefined) throw new TypeError(`${model.name} has no property ${property}`);
  const { words, formula } = demandText(
    demand,
    (predicate: SystemPredicate) => systemPredicateText(model, predicate),
    systemFairnessText,
  );
  if (demand.forAll === undefined) return { words, formula };
  return { words: `for every ${parametersText(demand.forAll, demand.distinct)}: ${words}`, formula };
}
