import type { StateSet, Table } from './types.ts';

/** A list out of one or several. */
export const listOf = <T extends string>(oneOrSeveral: T | readonly T[]): readonly T[] =>
  typeof oneOrSeveral === 'string' ? [oneOrSeveral] : oneOrSeveral;

/** Whether a set of states is a list of their names. */
export const isList = (set: StateSet): set is readonly string[] => Array.isArray(set);

/** Whether a set holds a declared state. */
export function selects(states: Table['states'], set: StateSet, name: string): boolean {
  if (typeof set === 'string' || isList(set)) return listOf(set).includes(name);
  if ('group' in set) return listOf(set.group).includes(states[name]?.group ?? '');
  if ('tag' in set) return (states[name]?.tags ?? []).some((tag) => listOf(set.tag).includes(tag));
  return !selects(states, set.except, name);
}

/** The states that a set selects, in declaration order (a list keeps its own order). */
export function selectStates(states: Table['states'], set: StateSet): readonly string[] {
  if (typeof set === 'string' || isList(set)) return listOf(set);
  if (!('except' in set)) return Object.keys(states).filter((name) => selects(states, set, name));
  const left = new Set(selectStates(states, set.except));
  return Object.keys(states).filter((name) => !left.has(name));
}
