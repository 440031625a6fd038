/** What properties and guards speak of. */
import { selectStates } from '../../../model/table/select.ts';
import type { Property, Table } from '../../../model/table/types.ts';

/** The states that a property of a table names: themselves, by their group or tag, or as a saved one. */
export function statesIn(table: Table, property: Property): ReadonlySet<string> {
  const states = new Set<string>();
  const look = (value: unknown, word: string | undefined): void => {
    if (typeof value === 'string') {
      if (word === 'group') for (const name of selectStates(table.states, { group: value })) states.add(name);
      else if (word === 'tag') for (const name of selectStates(table.states, { tag: value })) states.add(name);
      else if (word === 'state' || isSaved(table, word)) states.add(value);
    } else if (Array.isArray(value)) for (const each of value) look(each, word);
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        if (['label', 'description', 'fair', 'enabled', 'memory'].includes(key)) continue;
        look(each, COMPARISONS.has(key) ? word : key);
      }
  };
  look(property, undefined);
  return states;
}

const COMPARISONS = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in']);

function isSaved({ memory = {} }: Table, word: string | undefined): boolean {
  return word !== undefined && Object.hasOwn(memory, word) && 'states' in (memory[word] as object);
}

/** The events that a property names: as enabled, or in what fairness it assumes. */
export function eventsIn(property: object): ReadonlySet<string> {
  const events = new Set<string>();
  const look = (value: unknown, isNamed: boolean): void => {
    if (typeof value === 'string') {
      if (isNamed) events.add(value);
    } else if (Array.isArray(value)) for (const each of value) look(each, isNamed);
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) look(each, isNamed || key === 'enabled' || key === 'fair');
  };
  look(property, false);
  return events;
}

/** Whether a guard or an assignment reads a variable. */
export function mentions(value: unknown, variable: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((each) => mentions(each, variable));
  return Object.entries(value).some(
    ([key, each]) => key === variable || (key === 'memory' && each === variable) || mentions(each, variable),
  );
}
