/** When a guard or a predicate holds: the conditions of the language, read on one configuration. */
import { listOf } from '../table/select.ts';
import type { Condition, Operand, Predicate, Table, Value } from '../table/types.ts';
import type { TableConfiguration } from './machine.ts';

/** Whether the machine has an enabled step on the event in the configuration. */
export type IsEnabled = (event: string, configuration: TableConfiguration) => boolean;

type Memory = TableConfiguration['memory'];

const COMPARISONS: { readonly [comparison: string]: (a: Value, b: Value) => boolean } = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => (a as number) < (b as number),
  le: (a, b) => (a as number) <= (b as number),
  gt: (a, b) => (a as number) > (b as number),
  ge: (a, b) => (a as number) >= (b as number),
};

/** Whether two values compare in the way that a word of the language says; order is of numbers only. */
export const compares = (comparison: string, a: Value, b: Value): boolean => COMPARISONS[comparison]?.(a, b) ?? false;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const operandValue = (operand: Operand, memory: Memory): Value =>
  typeof operand === 'object' && operand !== null ? (memory[operand.memory] as Value) : operand;

function meets(value: Value, condition: Condition, memory: Memory): boolean {
  if (typeof condition !== 'object' || condition === null) return value === condition;
  return Object.entries(condition).every(([comparison, operand]) => {
    if (operand === undefined) return true;
    if (isList(operand)) return operand.includes(value);
    return compares(comparison, value, operandValue(operand as Operand, memory));
  });
}

/** Whether `final` of the configuration's state holds, with its guard if it has one. */
export function isFinal(table: Table, configuration: TableConfiguration): boolean {
  const final = table.states[configuration.state]?.final;
  return final === true || (final !== undefined && holds(table, final.when, configuration, () => false));
}

/** Whether a predicate holds. A guard is a predicate that speaks of memory alone. */
export function holds(
  table: Table,
  predicate: Predicate,
  configuration: TableConfiguration,
  isEnabled: IsEnabled,
): boolean {
  const state = table.states[configuration.state];
  const oneOf = (names: unknown, test: (name: string) => boolean): boolean => listOf(names as string).some(test);
  return Object.entries(predicate).every(([word, wanted]) => {
    if (wanted === undefined) return true;
    switch (word) {
      case 'all':
        return (wanted as readonly Predicate[]).every((each) => holds(table, each, configuration, isEnabled));
      case 'any':
        return (wanted as readonly Predicate[]).some((each) => holds(table, each, configuration, isEnabled));
      case 'not':
        return !holds(table, wanted as Predicate, configuration, isEnabled);
      case 'state':
        return oneOf(wanted, (name) => name === configuration.state);
      case 'group':
        return oneOf(wanted, (name) => name === state?.group);
      case 'tag':
        return oneOf(wanted, (name) => state?.tags?.includes(name) ?? false);
      case 'final':
        return isFinal(table, configuration) === wanted;
      case 'enabled':
        return oneOf(wanted, (name) => isEnabled(name, configuration));
      default:
        return meets(configuration.memory[word] as Value, wanted as Condition, configuration.memory);
    }
  });
}
