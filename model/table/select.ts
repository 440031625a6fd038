import type { State, StateSet, Table } from './types.ts';

/** A list out of one or several. */
export const listOf = <T extends string>(oneOrSeveral: T | readonly T[]): readonly T[] =>
  typeof oneOrSeveral === 'string' ? [oneOrSeveral] : oneOrSeveral;

/** The states that a set selects, in declaration order (a list keeps its own order). */
export function selectStates(states: Table['states'], set: StateSet): readonly string[] {
  if (typeof set === 'string' || Array.isArray(set)) return listOf(set as string | readonly string[]);
  const matches = (wanted: (state: State, name: string) => boolean): readonly string[] =>
    Object.keys(states).filter((name) => wanted(states[name] as State, name));
  const selector = set as Exclude<StateSet, string | readonly string[]>;
  if ('group' in selector) {
    const groups = new Set(listOf(selector.group));
    return matches((state) => state.group !== undefined && groups.has(state.group));
  }
  if ('tag' in selector) {
    const tags = new Set(listOf(selector.tag));
    return matches((state) => (state.tags ?? []).some((tag) => tags.has(tag)));
  }
  const left = new Set(selectStates(states, selector.except));
  return matches((_, name) => !left.has(name));
}
