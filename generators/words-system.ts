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
import { PLAIN, type Voice } from './phrases/voice.ts';
import { type DemandText, demandText, domainText, orText, propertyText, valueText } from './words.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A voice that may know what references denote, and then calls what belongs to an instance by the names for it. */
export type SystemVoice = Voice & {
  /** The voice for the instance that a reference denotes; where there is none, what belongs to somebody is called by its name. */
  readonly instance?: (reference: string) => Voice;
  /** What a set of instances is called; by its name where there is nothing. */
  readonly set?: (name: string) => string;
  /** The voice where there are parameters, too. */
  readonly within?: (parameters: Parameters) => SystemVoice;
};

/** The voice for what belongs to an owner (an instance, or nobody: shared memory). */
const voiceFor = (owner: string | undefined, voice: SystemVoice): Voice =>
  (owner === undefined ? undefined : voice.instance?.(owner)) ?? voice;

/** A variable of an owner. */
function variableText(owner: string | undefined, variable: string, voice: SystemVoice): string {
  if (voice.instance === undefined) return owner === undefined ? variable : `${owner}.${variable}`;
  const name = voiceFor(owner, voice).names.variable(variable);
  return owner === undefined ? name : voice.phrases.variableOf(name, owner);
}

/** An operand, beside a variable of the owner. */
function operandText(owner: string | undefined, operand: SystemOperand, voice: SystemVoice, variable?: string): string {
  if (!isObject(operand)) return valueText(operand, voiceFor(owner, voice), voice.instance && variable);
  if ('parameter' in operand) return operand.parameter;
  const { memory, of = owner } = operand;
  return variableText(of === SHARED ? undefined : of, memory, voice);
}

/** A condition on something that has a value: a variable, or (without one) the number of messages in a channel. */
function conditionText(
  subject: string,
  owner: string | undefined,
  condition: SystemCondition,
  voice: SystemVoice,
  variable?: string,
): string {
  const { phrases } = voice;
  if (typeof condition === 'boolean') return phrases.flag(subject, condition);
  if (!isObject(condition) || 'parameter' in condition || 'memory' in condition)
    return `${subject} = ${operandText(owner, condition as SystemOperand, voice, variable)}`;
  return Object.entries(condition)
    .map(([comparison, operand]) => {
      const several = Array.isArray(operand) ? operand : [operand];
      const texts = several.map((each: SystemOperand) => operandText(owner, each, voice, variable));
      return `${subject} ${phrases.comparisons[comparison]} ${texts.join(', ')}`;
    })
    .join(` ${phrases.and} `);
}

/** A condition in words, and whether it must be bracketed inside another one. */
type Said = { readonly text: string; readonly several: boolean };

const bracketed = ({ text, several }: Said): string => (several ? `(${text})` : text);

const single = (text: string): Said => ({ text, several: false });

const oneOf = (
  say: (names: string) => string,
  names: unknown,
  voice: Voice,
  called: (name: string) => string,
): Said => ({
  text: say(orText(names, voice, called)),
  several: typeof names !== 'string' && (names as readonly string[]).length > 1,
});

/** Conditions that must all hold, or (`or`) one of them. */
function joined(said: readonly Said[], word: string, none: string): Said {
  const [only, ...more] = said;
  if (only === undefined) return single(none);
  return more.length === 0 ? only : { text: said.map(bracketed).join(` ${word} `), several: true };
}

/** The entries of a condition that are there. */
const entriesOf = (predicate: object): readonly (readonly [string, unknown])[] =>
  Object.entries(predicate).filter(([, wanted]) => wanted !== undefined);

/** The words that conditions on instances and on systems share; nothing for any other key. */
function combined<P>(word: string, wanted: unknown, say: (predicate: P) => Said, { phrases }: Voice): Said | undefined {
  const several = (): readonly Said[] => (wanted as readonly P[]).map(say);
  if (word === 'all') return joined(several(), phrases.and, phrases.always);
  if (word === 'any') return joined(several(), phrases.or, phrases.never);
  if (word === 'not') return single(phrases.not(`(${say(wanted as P).text})`));
  return undefined;
}

function instanceSaid(owner: string, predicate: InstancePredicate, voice: SystemVoice): Said {
  const { phrases } = voice;
  const { names: called } = voiceFor(owner, voice);
  const parts = entriesOf(predicate).map(([word, wanted]): Said => {
    const combination = combined(word, wanted, (each: InstancePredicate) => instanceSaid(owner, each, voice), voice);
    if (combination !== undefined) return combination;
    if (word === 'state') return oneOf((names) => `${owner} ${phrases.in(names)}`, wanted, voice, called.state);
    if (word === 'group') return oneOf((names) => `${owner} ${phrases.inGroup(names)}`, wanted, voice, called.group);
    if (word === 'tag') return oneOf((names) => `${owner} ${phrases.tagged(names)}`, wanted, voice, called.tag);
    if (word === 'final') return single(`${owner} ${wanted === true ? phrases.final : phrases.notFinal}`);
    return single(conditionText(variableText(owner, word, voice), owner, wanted as SystemCondition, voice, word));
  });
  return joined(parts, phrases.and, phrases.always);
}

function systemSaid(system: System, predicate: SystemPredicate, voice: SystemVoice): Said {
  const { phrases } = voice;
  const parts = entriesOf(predicate).map(([word, wanted]): Said => {
    const combination = combined(word, wanted, (each: SystemPredicate) => systemSaid(system, each, voice), voice);
    if (combination !== undefined) return combination;
    if (word === 'forAll')
      return {
        text: phrases.forEvery(quantifiedText(system, wanted as Quantified, phrases.colon, voice)),
        several: true,
      };
    if (word === 'exists')
      return {
        text: phrases.forSome(quantifiedText(system, wanted as Quantified, phrases.colon, voice)),
        several: true,
      };
    if (word === 'count') return single(countText(system, wanted as Counted, voice));
    if (word === 'final') return single(wanted === true ? phrases.final : phrases.notFinal);
    if (word === 'enabled') return single(phrases.enabled(orText(wanted, voice, voice.names.event)));
    if (Object.hasOwn(system.memory ?? {}, word))
      return single(
        conditionText(variableText(undefined, word, voice), undefined, wanted as SystemCondition, voice, word),
      );
    if (Object.hasOwn(system.channels ?? {}, word))
      return single(conditionText(phrases.messagesIn(word), undefined, wanted as SystemCondition, voice));
    return instanceSaid(word, wanted as InstancePredicate, voice);
  });
  return joined(parts, phrases.and, phrases.always);
}

const quantifiedText = (system: System, { of, distinct, is }: Quantified, word: string, voice: SystemVoice): string =>
  `${parametersText(of, distinct, voice)}${word} ${bracketed(systemSaid(system, is, voice.within?.(of) ?? voice))}`;

function countText(system: System, { of, distinct, is, ...comparisons }: Counted, voice: SystemVoice): string {
  const { phrases } = voice;
  const numbers = entriesOf(comparisons).map(([comparison, operand]) =>
    comparison === 'eq' && operand === 0
      ? phrases.no
      : `${phrases.numbers[comparison]} ${operandText(undefined, operand as SystemOperand, voice)}`,
  );
  const counted = quantifiedText(system, { of, is, ...(distinct && { distinct }) }, ` ${phrases.with}`, voice);
  return `${numbers.join(` ${phrases.and} `)} ${counted}`;
}

/** A condition on a system in words, such as `s in active and s.owner = t`. An empty one always holds. */
export const systemPredicateText = (system: System, predicate: SystemPredicate, voice: SystemVoice = PLAIN): string =>
  systemSaid(system, predicate, voice).text;

/** One parameter with what it ranges over: `session s`, `b in {x, y}`, `v = view.s.t`. */
export function parameterText(name: string, parameter: Parameter, { phrases, set }: SystemVoice = PLAIN): string {
  if (typeof parameter === 'string') return parameter === name ? name : `${set?.(parameter) ?? parameter} ${name}`;
  if ('values' in parameter)
    return `${name} ${phrases.comparisons.in} {${(parameter.values as readonly string[]).join(', ')}}`;
  if ('range' in parameter) return phrases.from(name, parameter.range[0], parameter.range[1]);
  if ('next' in parameter) return `${name} = ${phrases.theOneAfter(String(parameter.next))}`;
  return Object.entries(parameter)
    .map(([set, of]) => `${name} = ${[set, ...of].join('.')}`)
    .join(', ');
}

/** Parameters in words, and which of them differ. */
export function parametersText(
  parameters: Parameters,
  distinct: readonly string[] = [],
  voice: SystemVoice = PLAIN,
): string {
  const all = Object.entries(parameters).map(([name, parameter]) => parameterText(name, parameter, voice));
  if (distinct.length < 2) return all.join(', ');
  const differ = distinct.length === 2 ? distinct.join(' ≠ ') : voice.phrases.allDifferent(distinct.join(', '));
  return `${all.join(', ')} (${differ})`;
}

/** An assignment of the system in words: of a shared variable, or of one of an owner. */
export function systemAssignmentText(
  owner: string | undefined,
  variable: string,
  assignment: SystemAssignment,
  voice: SystemVoice = PLAIN,
): string {
  const name = variableText(owner, variable, voice);
  if (isObject(assignment) && 'add' in assignment)
    return `${name} ${assignment.add < 0 ? '−' : '+'} ${Math.abs(assignment.add)}`;
  return `${name} := ${operandText(owner, assignment, voice, variable)}`;
}

/** A message that an event takes or puts in, in words: `bit = b, from = s`. */
export const messagePatternText = (message: Message, voice: Voice = PLAIN): string =>
  Object.entries(message)
    .map(([field, operand]) => `${field} = ${operandText(undefined, operand, voice)}`)
    .join(', ');

/** A message in a channel, in words: `bit = 0`. */
export const messageText = (message: MessageValue, voice: Voice = PLAIN): string =>
  Object.entries(message)
    .map(([field, value]) => `${field} = ${valueText(value, voice)}`)
    .join(', ');

/** Values of parameters in words: `s = session1, t = technician2`. */
export const bindingText = (binding: { readonly [parameter: string]: Value }): string =>
  Object.entries(binding)
    .map(([parameter, value]) => `${parameter} = ${valueText(value)}`)
    .join(', ');

/** The domain of a field of a message in words. */
export const fieldDomainText = (field: MessageField, voice: Voice = PLAIN): string =>
  'instance' in field ? voice.phrases.oneOf(field.instance) : domainText(field, voice);

/** The domain of a variable of the system in words. */
export const systemDomainText = (variable: SystemVariable, voice: Voice = PLAIN): string =>
  'instance' in variable ? voice.phrases.oneOfOrUnset(variable.instance) : domainText(variable, voice);

/** What fairness demands of a system, in words: it is per event and binding. */
function systemFairnessText(fair: Fairness | undefined, { phrases, names }: Voice): string {
  const each = (say: (events: string) => string, events: readonly string[] | undefined): readonly string[] =>
    events?.length ? [say(phrases.everyBinding(events.map(names.event).join(', ')))] : [];
  const parts = [...each(phrases.weak, fair?.weak), ...each(phrases.strong, fair?.strong)];
  return parts.length === 0 ? phrases.unfair : phrases.under(parts.join(` ${phrases.and} `));
}

/** What a property of a table or a system demands, in words. */
export function demandOf(model: Model, property: string, voice: SystemVoice = PLAIN): DemandText {
  if (!isSystem(model)) return propertyText(model.properties?.[property] as Property, voice);
  const demand = model.properties?.[property];
  if (demand === undefined) throw new TypeError(`${model.name} has no property ${property}`);
  const inner = (demand.forAll && voice.within?.(demand.forAll)) ?? voice;
  const { words, formula } = demandText(
    demand,
    (predicate: SystemPredicate) => systemPredicateText(model, predicate, inner),
    (fair) => systemFairnessText(fair, voice),
    voice.phrases,
  );
  if (demand.forAll === undefined) return { words, formula };
  const parameters = parametersText(demand.forAll, demand.distinct, voice);
  return { words: `${voice.phrases.forEvery(parameters)}${voice.phrases.colon} ${words}`, formula };
}
