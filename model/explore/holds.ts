/** When a guard or a predicate holds: the conditions of the language, read on one configuration. */
import { listOf } from '../table/select.ts';
import type { Condition, Operand, Predicate, Table, Value } from '../table/types.ts';
import type { Configuration } from './machine.ts';

/** Whether the machine has an enabled step on the event in the configuration. */
export type IsEnabled = (event: string, configuration: Configuration) => boolean;

type Memory = Configuration['memory'];

const ORDER = {
  lt: (a: number, b: number) => a < b,
  le: (a: number, b: number) => a <= b,
  gt: (a: number, b: number) => a > b,
  ge: (a: number, b: number) => a >= b,
} as const;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const operandValue = (operand: Operand, memory: Memory): Value =>
  typeof operand === 'object' && operand !== null ? (memory[operand.memory] as Value) : operand;

function meets(value: Value, condition: Condition, memory: Memory): boolean {
  if (typeof condition !== 'object' || condition === null) return value === condition;
  return Object.entries(condition).every(([comparison, operand]) => {
    if (operand === undefined) return true;
    if (isList(operand)) return operand.includes(value);
    const other = operandValue(operand as Operand, memory);
    if (comparison === 'eq') return value === other;
    if (comparison === 'ne') return value !== other;
    return ORDER[comparison as keyof typeof ORDER](value as number, other as number);
  });
}

/** Whether `final` of the configuration's state holds, with its guard if it has one. */
export function isFinal(table: Table, configuration: Configuration): boolean {
  const final = table.states[configuration.state]?.final;
  return final === true || (final !== undefined && holds(table, final.when, configuration, () => false));
}

/** Whether a predicate holds. A guard is a predicate that speaks of memory alone. */
export function holds(table: Table, predicate: Predicate, configuration: Configuration, isEnabled: IsEnabled): boolean {
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
