/** The conditions of the language as formulas. */
import { type Binding, bindingsOf, denoted } from '../system/instances.ts';
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
import type { Condition, Predicate, Operand as TableOperand, Value } from '../table/types.ts';
import { type Compare, compareField, compareQuantity, meetsAll, type Operand, type Resolve } from './comparisons.ts';
import type { Field, Fields, Owner } from './fields.ts';
import { ALWAYS, all, any, type Formula, lookup, NEVER, not } from './formula.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const fieldOf = ({ variables }: Owner, name: string): Field => variables.get(name) as Field;

/** What an operand of a table means: a value, or a variable of the same memory. */
export const tableOperand =
  (owner: Owner): Resolve<TableOperand> =>
  (operand) =>
    isObject(operand) ? { field: fieldOf(owner, operand.memory) } : { value: operand };

/** The condition on one variable of a table. */
function meetsInTable(owner: Owner, variable: string, condition: Condition): Formula {
  const compare = compareField(fieldOf(owner, variable));
  return isObject(condition)
    ? meetsAll(condition, compare, tableOperand(owner))
    : compare('eq', { value: condition as Value });
}

/** Whether an owner is final: what has no table is nothing that could go on. */
export function finalOf(owner: Owner): Formula {
  const { table, state } = owner;
  if (table === undefined) return ALWAYS;
  return any(
    Object.entries(table.states).flatMap(([name, { final }]) => {
      if (final === undefined) return [];
      const isIn = lookup(state as Field, (value) => value === name);
      return [final === true ? isIn : all([isIn, tablePredicate(owner, final.when)])];
    }),
  );
}

/** A condition on the state of an owner: by name, by group or by tag. */
function stateMeets({ table, state }: Owner, word: 'state' | 'group' | 'tag', wanted: unknown): Formula {
  if (table === undefined) return NEVER;
  const names = listOf(wanted as string);
  const isMeant = (name: string): boolean => {
    const { group, tags = [] } = table.states[name] ?? {};
    if (word === 'state') return names.includes(name);
    if (word === 'group') return group !== undefined && names.includes(group);
    return tags.some((tag) => names.includes(tag));
  };
  const meant = new Set<Value>(Object.keys(table.states).filter(isMeant));
  return lookup(state as Field, (value) => meant.has(value));
}

/**
 * The words that conditions on a table and on an instance share; `undefined` for any other key, which is a variable.
 */
function sharedWord<P>(owner: Owner, word: string, wanted: unknown, inner: (each: P) => Formula): Formula | undefined {
  switch (word) {
    case 'all':
      return all((wanted as readonly P[]).map(inner));
    case 'any':
      return any((wanted as readonly P[]).map(inner));
    case 'not':
      return not(inner(wanted as P));
    case 'state':
    case 'group':
    case 'tag':
      return stateMeets(owner, word, wanted);
    case 'final':
      return wanted === true ? finalOf(owner) : not(finalOf(owner));
    default:
      return undefined;
  }
}

/** Every entry of a condition that says something, as a formula. */
const everyEntry = (condition: object, entry: (word: string, wanted: unknown) => Formula): Formula =>
  all(Object.entries(condition).flatMap(([word, wanted]) => (wanted === undefined ? [] : [entry(word, wanted)])));

/** A condition on a table; a guard is one that speaks of memory alone. */
export const tablePredicate = (owner: Owner, predicate: Predicate): Formula =>
  everyEntry(predicate, (word, wanted) => {
    if (word === 'enabled') return { enabled: listOf(wanted as string) };
    const shared = sharedWord<Predicate>(owner, word, wanted, (each) => tablePredicate(owner, each));
    return shared ?? meetsInTable(owner, word, wanted as Condition);
  });

/** Where operands of a system are read: the values of parameters, and whose memory `{ memory: v }` means. */
export type Reading = { readonly fields: Fields; readonly bound: Binding; readonly owner?: string };

const ownerOf = (fields: Fields, name: string | undefined): Owner => fields.owners.get(name) as Owner;

/**
 * What an operand of a system means. A word stands for itself, unless it is for something that refers to an instance.
 */
export const systemOperand =
  ({ fields, bound, owner }: Reading, isReference: boolean): Resolve<SystemOperand> =>
  (operand): Operand => {
    if (!isObject(operand))
      return { value: typeof operand === 'string' && isReference ? denoted(operand, bound) : operand };
    if ('parameter' in operand) return { value: bound[operand.parameter] as Value };
    const { memory, of } = operand;
    const from = of === undefined ? owner : of === SHARED ? undefined : denoted(of, bound);
    return { field: fieldOf(ownerOf(fields, from), memory) };
  };

/** A condition of a system on anything that can be compared: a value itself, or comparisons that must all hold. */
function meets(condition: SystemCondition, compare: Compare, resolve: Resolve<SystemOperand>): Formula {
  const isComparison = isObject(condition) && !('parameter' in condition) && !('memory' in condition);
  return isComparison ? meetsAll(condition, compare, resolve) : compare('eq', resolve(condition as SystemOperand));
}

/** The condition on one variable of an owner (none: a shared one). */
function meetsInSystem(reading: Reading, variable: string, condition: SystemCondition): Formula {
  const field = fieldOf(ownerOf(reading.fields, reading.owner), variable);
  return meets(condition, compareField(field), systemOperand(reading, field.refers === true));
}

/** A condition on one instance. */
function instancePredicate(fields: Fields, bound: Binding, owner: string, predicate: InstancePredicate): Formula {
  return everyEntry(predicate, (word, wanted) => {
    const inner = (each: InstancePredicate): Formula => instancePredicate(fields, bound, owner, each);
    const shared = sharedWord<InstancePredicate>(ownerOf(fields, owner), word, wanted, inner);
    return shared ?? meetsInSystem({ fields, bound, owner }, word, wanted as SystemCondition);
  });
}

/** The condition of a quantifier for each of its bindings. */
const instantiated = (fields: Fields, bound: Binding, { of, distinct, is }: Quantified): readonly Formula[] =>
  bindingsOf(fields.instances, of, distinct, bound).map((each) => systemPredicate(fields, each, is));

function countMeets(fields: Fields, bound: Binding, { of, distinct, is, ...comparisons }: Counted): Formula {
  const parts = instantiated(fields, bound, { of, is, ...(distinct && { distinct }) });
  return meetsAll(comparisons, compareQuantity({ terms: [], parts }), systemOperand({ fields, bound }, false));
}

/** The condition on the number of messages in a channel. */
function channelMeets(fields: Fields, bound: Binding, name: string, condition: SystemCondition): Formula {
  const places = fields.channels.get(name)?.places ?? [];
  const terms = places.map((field) => ({ field, of: (value: Value) => (value === 0 ? 0 : 1) }));
  return meets(condition, compareQuantity({ terms, parts: [] }), systemOperand({ fields, bound }, false));
}

/** Whether all instances of a system are final. */
const systemFinal = (fields: Fields): Formula =>
  all([...fields.instances.keys()].map((name) => finalOf(ownerOf(fields, name))));

/** A condition on a system, with values of the parameters that it uses. */
export function systemPredicate(fields: Fields, bound: Binding, predicate: SystemPredicate): Formula {
  const inner = (each: SystemPredicate): Formula => systemPredicate(fields, bound, each);
  const { memory = {} } = fields.system as System;
  return everyEntry(predicate, (word, wanted) => {
    switch (word) {
      case 'all':
        return all((wanted as readonly SystemPredicate[]).map(inner));
      case 'any':
        return any((wanted as readonly SystemPredicate[]).map(inner));
      case 'not':
        return not(inner(wanted as SystemPredicate));
      case 'forAll':
        return all(instantiated(fields, bound, wanted as Quantified));
      case 'exists':
        return any(instantiated(fields, bound, wanted as Quantified));
      case 'count':
        return countMeets(fields, bound, wanted as Counted);
      case 'final':
        return wanted === true ? systemFinal(fields) : not(systemFinal(fields));
      case 'enabled':
        return { enabled: listOf(wanted as string) };
    }
    if (Object.hasOwn(memory, word)) return meetsInSystem({ fields, bound }, word, wanted as SystemCondition);
    if (fields.channels.has(word)) return channelMeets(fields, bound, word, wanted as SystemCondition);
    return instancePredicate(fields, bound, denoted(word, bound), wanted as InstancePredicate);
  });
}

/** Whether a configuration is final. */
export const isFinal = (fields: Fields): Formula =>
  fields.system === undefined ? finalOf(ownerOf(fields, undefined)) : systemFinal(fields);
