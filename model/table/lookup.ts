/** The names that a table declares, looked up; and what its variables can hold. */
import { checkPlainValue, type Kind, outside, type Subject } from './conditions.ts';
import type { Path } from './diagnostic.ts';
import { memo } from './memo.ts';
import { type Look, type Names, namesOf, type Sayer } from './sayer.ts';
import { listOf } from './select.ts';
import type { StateSet, Table, Value, Variable } from './types.ts';

/** The kinds of a table's variables, by the key that declares them. */
export const KINDS = ['range', 'values', 'flag', 'states'] as const satisfies readonly Kind[];

/** One table's names. What is not known is said to the sayer. */
export class Lookup {
  readonly table: Table;
  readonly sayer: Sayer;
  readonly states: Names;
  readonly events: Names;
  readonly variables: Names;
  readonly groups: Names;
  readonly tags: Names;
  readonly sources: Names;
  private readonly saved = memo(
    ({ states }: { readonly states: StateSet }): Names => new Set(selectKnown(this.table, states)),
  );

  constructor(table: Table, sayer: Sayer) {
    this.table = table;
    this.sayer = sayer;
    this.states = namesOf(table.states);
    this.events = namesOf(table.events);
    this.variables = namesOf(table.memory);
    this.sources = namesOf(table.sources);
    const states = Object.values(table.states);
    this.groups = new Set(states.flatMap(({ group }) => group ?? []));
    this.tags = new Set(states.flatMap(({ tags }) => tags ?? []));
  }

  state: Look = (name, path) => this.sayer.known(this.states, 'SA130', 'state', name, path);
  event: Look = (name, path) => this.sayer.known(this.events, 'SA131', 'event', name, path);
  variable: Look = (name, path, say) => this.sayer.known(this.variables, 'SA132', 'variable', name, path, say);
  group: Look = (name, path, say) => this.sayer.known(this.groups, 'SA133', 'group', name, path, say);
  tag: Look = (name, path) => this.sayer.known(this.tags, 'SA134', 'tag', name, path);
  source: Look = (name, path, say) => this.sayer.known(this.sources, 'SA136', 'source', name, path, say);

  /** What a condition may ask of the state, by its word; nothing where it is none of these words. */
  ofState(word: string): Look | undefined {
    return word === 'state' ? this.state : word === 'group' ? this.group : word === 'tag' ? this.tag : undefined;
  }

  stateSet(set: StateSet, path: Path): void {
    const { sayer } = this;
    if (typeof set === 'string' || Array.isArray(set)) return sayer.each(set as string | string[], path, this.state);
    if ('group' in set) return sayer.each(set.group, [...path, 'group'], this.group);
    if ('tag' in set) return sayer.each(set.tag, [...path, 'tag'], this.tag);
    const { except } = set as { except: string | readonly string[] | { group: string | readonly string[] } };
    const at = [...path, 'except'];
    if (typeof except === 'object' && 'group' in except) return sayer.each(except.group, [...at, 'group'], this.group);
    if (typeof except === 'string') return void this.state(except, at);
    except.forEach((name, index) => void this.state(name, [...at, index]));
  }

  kindOf(name: string): Kind | undefined {
    const variable = this.table.memory?.[name];
    return variable === undefined ? undefined : KINDS.find((kind) => kind in variable);
  }

  /** Says where a value is not in a declared variable's domain. */
  value(name: string, value: Value, path: Path): void {
    const variable = this.table.memory?.[name] as Variable;
    if (!('states' in variable)) return checkPlainValue(this.sayer, name, variable, value, path);
    if (value === null) return;
    if (typeof value !== 'string') return outside(this.sayer, name, value, path, 'a state, or null');
    const held = this.saved(variable);
    if (this.state(value, path) && !held.has(value))
      outside(this.sayer, name, value, path, 'null or one of its states', held);
  }

  /** A variable as what conditions and assignments of the table are about. */
  subject(name: string): Subject {
    return {
      name,
      kind: this.kindOf(name),
      value: (value, path) => this.value(name, value, path),
      operand: (operand, path) => this.sameKind(name, (operand as { memory: string }).memory, [...path, 'memory']),
    };
  }

  private sameKind(name: string, other: string, path: Path): void {
    if (!this.variable(other, path)) return;
    const kinds = [this.kindOf(name), this.kindOf(other)];
    if (kinds[0] !== kinds[1] && !kinds.includes(undefined))
      this.sayer.say('SA143', path, `${name} and ${other} are of different kinds`, other);
  }
}

/** The declared ones among the states that a set selects; unknown names have been reported where they stand. */
function selectKnown(table: Table, set: StateSet): readonly string[] {
  const states = Object.entries(table.states);
  if (typeof set === 'string' || Array.isArray(set)) return listOf(set as string);
  if ('group' in set) {
    const groups: Names = new Set(listOf(set.group));
    return states.flatMap(([name, { group }]) => (group !== undefined && groups.has(group) ? [name] : []));
  }
  if ('tag' in set) {
    const wanted: Names = new Set(listOf(set.tag));
    return states.flatMap(([name, { tags }]) => (tags?.some((tag) => wanted.has(tag)) ? [name] : []));
  }
  const left = new Set(selectKnown(table, (set as { except: StateSet }).except));
  return states.flatMap(([name]) => (left.has(name) ? [] : [name]));
}
