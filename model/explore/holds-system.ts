/** When a condition on a system holds: the conditions of the language, read on one configuration, with parameters bound. */
import { bindingsOf, denoted, type Instance } from '../system/instances.ts';
import {
  type Counted,
  type InstancePredicate,
  type Quantified,
  SHARED,
  type System,
  type SystemCondition,
  type SystemOperand,
  type SystemPredicate,
} from '../system/types.ts';
import { listOf } from '../table/select.ts';
import type { Value } from '../table/types.ts';
import { compares, isFinal } from './holds.ts';
import type { Bound, InstanceConfiguration, SystemConfiguration, TableConfiguration } from './machine.ts';

/** A system with its instances by name, and whether some step on an event is enabled in a configuration. */
export type Semantics = {
  readonly system: System;
  readonly instances: ReadonlyMap<string, Instance>;
  readonly isEnabled: (event: string, configuration: SystemConfiguration) => boolean;
};

/** Where a condition is read: the configuration, the values of parameters, and whose memory `{ memory: v }` means. */
export type Reading = {
  readonly at: SystemConfiguration;
  readonly bound: Bound;
  /** The instance that is spoken of; none where it is the shared memory. */
  readonly owner?: string;
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The memory of an instance, or the shared one. */
const memoryOf = (at: SystemConfiguration, owner: string | undefined): SystemConfiguration['memory'] =>
  owner === undefined ? at.memory : (at.instances[owner] as InstanceConfiguration).memory;

/** Whether a variable of an owner (none: a shared one) refers to an instance, so that a word as its value is a reference. */
function refersToInstance({ system, instances }: Semantics, owner: string | undefined, variable: string): boolean {
  const set = owner === undefined ? undefined : instances.get(owner)?.set;
  const declared = set === undefined ? system.memory?.[variable] : system.instances[set]?.memory?.[variable];
  return declared !== undefined && 'instance' in declared;
}

/** The value of an operand. A word stands for itself, unless it is for a variable that refers to an instance. */
export function operandValue(operand: SystemOperand, { at, bound, owner }: Reading, isReference: boolean): Value {
  if (!isObject(operand)) return typeof operand === 'string' && isReference ? denoted(operand, bound) : operand;
  if ('parameter' in operand) return bound[operand.parameter] as Value;
  const { memory, of } = operand;
  const from = of === undefined ? owner : of === SHARED ? undefined : denoted(of, bound);
  return memoryOf(at, from)[memory] as Value;
}

/** Whether a value meets a condition: a value itself, or comparisons that must all hold. */
function meets(value: Value, condition: SystemCondition, reading: Reading, isReference: boolean): boolean {
  const isComparison = isObject(condition) && !('parameter' in condition) && !('memory' in condition);
  if (!isComparison) return value === operandValue(condition as SystemOperand, reading, isReference);
  return Object.entries(condition).every(([comparison, operand]) => {
    if (operand === undefined) return true;
    if (comparison === 'in')
      return (operand as readonly Value[]).some((each) => operandValue(each, reading, isReference) === value);
    return compares(comparison, value, operandValue(operand as SystemOperand, reading, isReference));
  });
}

/** Whether an instance is final. One without a table is nothing that could go on, so it always is. */
function isInstanceFinal({ instances }: Semantics, at: SystemConfiguration, name: string): boolean {
  const table = instances.get(name)?.table;
  return table === undefined || isFinal(table, at.instances[name] as TableConfiguration);
}

/** Whether a configuration is final: all instances are. */
export const isSystemFinal = (semantics: Semantics, at: SystemConfiguration): boolean =>
  [...semantics.instances.keys()].every((name) => isInstanceFinal(semantics, at, name));

/** Whether a condition on one instance, the owner of the reading, holds. */
function holdsOf(semantics: Semantics, predicate: InstancePredicate, reading: Reading & { owner: string }): boolean {
  const { at, owner } = reading;
  const { state, memory } = at.instances[owner] as InstanceConfiguration;
  const declared = semantics.instances.get(owner)?.table?.states[state ?? ''];
  const oneOf = (names: unknown, test: (name: string) => boolean): boolean => listOf(names as string).some(test);
  return Object.entries(predicate).every(([word, wanted]) => {
    if (wanted === undefined) return true;
    switch (word) {
      case 'all':
        return (wanted as readonly InstancePredicate[]).every((each) => holdsOf(semantics, each, reading));
      case 'any':
        return (wanted as readonly InstancePredicate[]).some((each) => holdsOf(semantics, each, reading));
      case 'not':
        return !holdsOf(semantics, wanted as InstancePredicate, reading);
      case 'state':
        return oneOf(wanted, (name) => name === state);
      case 'group':
        return oneOf(wanted, (name) => name === declared?.group);
      case 'tag':
        return oneOf(wanted, (name) => declared?.tags?.includes(name) ?? false);
      case 'final':
        return isInstanceFinal(semantics, at, owner) === wanted;
      default: {
        const isReference = refersToInstance(semantics, owner, word);
        return meets(memory[word] as Value, wanted as SystemCondition, reading, isReference);
      }
    }
  });
}

/** The bindings of a quantifier under which its condition holds. */
function meeting(semantics: Semantics, { of, distinct, is }: Quantified, { at, bound }: Reading) {
  const all = bindingsOf(semantics.instances, of, distinct, bound);
  return { all, met: all.filter((each) => holdsInSystem(semantics, is, { at, bound: each })) };
}

function countMeets(semantics: Semantics, counted: Counted, reading: Reading): boolean {
  const { of, distinct, is, ...comparisons } = counted;
  const { met } = meeting(semantics, { of, is, ...(distinct && { distinct }) }, reading);
  return meets(met.length, comparisons as SystemCondition, reading, false);
}

/** Whether a condition on the system holds. */
export function holdsInSystem(semantics: Semantics, predicate: SystemPredicate, reading: Reading): boolean {
  const { at, bound } = reading;
  const { system } = semantics;
  return Object.entries(predicate).every(([word, wanted]) => {
    if (wanted === undefined) return true;
    switch (word) {
      case 'all':
        return (wanted as readonly SystemPredicate[]).every((each) => holdsInSystem(semantics, each, reading));
      case 'any':
        return (wanted as readonly SystemPredicate[]).some((each) => holdsInSystem(semantics, each, reading));
      case 'not':
        return !holdsInSystem(semantics, wanted as SystemPredicate, reading);
      case 'forAll': {
        const { all, met } = meeting(semantics, wanted as Quantified, reading);
        return met.length === all.length;
      }
      case 'exists':
        return meeting(semantics, wanted as Quantified, reading).met.length > 0;
      case 'count':
        return countMeets(semantics, wanted as Counted, reading);
      case 'final':
        return isSystemFinal(semantics, at) === wanted;
      case 'enabled':
        return listOf(wanted as string).some((event) => semantics.isEnabled(event, at));
    }
    if (Object.hasOwn(system.memory ?? {}, word)) {
      const isReference = refersToInstance(semantics, undefined, word);
      return meets(at.memory[word] as Value, wanted as SystemCondition, reading, isReference);
    }
    if (Object.hasOwn(system.channels ?? {}, word)) {
      const messages = at.channels[word] as readonly unknown[];
      return meets(messages.length, wanted as SystemCondition, reading, false);
    }
    return holdsOf(semantics, wanted as InstancePredicate, { at, bound, owner: denoted(word, bound) });
  });
}
