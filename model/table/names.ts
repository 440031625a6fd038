/** The third gate: every name is one that is declared, and every value belongs where it stands. */

import type { ReadingCode } from './codes.ts';
import { diagnostic, MOST_DIAGNOSTICS, type Path } from './diagnostic.ts';
import { aboutKey, listed, type Problem, quoted } from './plain.ts';
import { listOf } from './select.ts';
import { MISSHAPEN } from './shape.ts';
import { suggest } from './suggest.ts';
import {
  type Assignment,
  type Claim,
  type Condition,
  PROPERTY_KINDS,
  type Predicate,
  RESERVED_VARIABLES,
  STAY,
  type State,
  type StateSet,
  type Table,
  type Value,
  type Variable,
} from './types.ts';

const NAME = /^\p{L}[\p{L}\p{N}_.-]*$/u;
const DURATION =
  /^P(?!$)(?:(\d+)W|(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?)$/;
const CODE = /^SA[23]\d\d$/;

/** Whether a text is an ISO 8601 duration of more than nothing. */
export const isDuration = (text: string): boolean =>
  DURATION.exec(text)
    ?.slice(1)
    .some((part) => Number(part ?? 0) > 0) ?? false;

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

type Names = ReadonlySet<string>;
type Say = (code: ReadingCode, path: Path, message: string, text?: string, candidates?: Iterable<string>) => void;
type Look = (name: string, path: Path, say?: Say) => boolean;

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const shown = (value: Value): string => written(value).slice(0, 80);

/** What kind of domain a variable has. */
type Kind = 'range' | 'values' | 'flag' | 'states';
const KINDS: readonly Kind[] = ['range', 'values', 'flag', 'states'];

class Reader {
  readonly problems: Problem[] = [];
  readonly table: Table;
  readonly states: Names;
  readonly events: Names;
  readonly variables: Names;
  readonly groups: Names;
  readonly tags: Names;
  readonly sources: Names;
  /** The domains of variables with values or states, computed once per variable. */
  readonly domains = new Map<string, Names>();

  constructor(table: Table) {
    this.table = table;
    const own = (record: object | undefined): Names => new Set(Object.keys(record ?? {}));
    this.states = own(table.states);
    this.events = own(table.events);
    this.variables = own(table.memory);
    this.sources = own(table.sources);
    const states = Object.values(table.states);
    this.groups = new Set(states.flatMap(({ group }) => group ?? []));
    this.tags = new Set(states.flatMap(({ tags }) => tags ?? []));
  }

  /** Says something about what stands at a path. */
  say: Say = (code, path, message, text, candidates) => {
    const isShown = this.problems.length < MOST_DIAGNOSTICS;
    const near = isShown && text !== undefined && candidates !== undefined ? suggest(text, candidates) : undefined;
    this.problems.push(
      diagnostic(code, path, message, {
        ...(text === undefined ? {} : { text }),
        ...(near === undefined ? {} : { suggestion: near }),
      }),
    );
  };

  /** Says something about the last key of a path. */
  sayOfKey: Say = (...said) => {
    this.say(...said);
    this.problems.push(aboutKey(this.problems.pop() as Problem));
  };

  known(names: Names, code: ReadingCode, what: string, name: string, path: Path, say = this.say): boolean {
    if (names.has(name)) return true;
    say(code, path, `there is no ${what} called ${quoted(name)}`, name, names);
    return false;
  }

  /** Checks one name or a list of names, each at its own path. */
  each(given: string | readonly string[], path: Path, check: (name: string, path: Path) => void): void {
    if (typeof given === 'string') return check(given, path);
    if (given.length === 0) this.say('SA113', path, 'this list is empty');
    given.forEach((name, index) => check(name, [...path, index]));
  }

  state: Look = (name, path) => this.known(this.states, 'SA130', 'state', name, path);
  event: Look = (name, path) => this.known(this.events, 'SA131', 'event', name, path);
  variable: Look = (name, path, say) => this.known(this.variables, 'SA132', 'variable', name, path, say);
  group: Look = (name, path, say) => this.known(this.groups, 'SA133', 'group', name, path, say);
  tag: Look = (name, path) => this.known(this.tags, 'SA134', 'tag', name, path);
  source: Look = (name, path, say) => this.known(this.sources, 'SA136', 'source', name, path, say);

  stateSet(set: StateSet, path: Path): void {
    if (typeof set === 'string' || Array.isArray(set)) return this.each(set as string | string[], path, this.state);
    if ('group' in set) return this.each(set.group, [...path, 'group'], this.group);
    if ('tag' in set) return this.each(set.tag, [...path, 'tag'], this.tag);
    const { except } = set as { except: string | readonly string[] | { group: string | readonly string[] } };
    const at = [...path, 'except'];
    if (typeof except === 'object' && 'group' in except) return this.each(except.group, [...at, 'group'], this.group);
    if (typeof except === 'string') return void this.state(except, at);
    except.forEach((name, index) => void this.state(name, [...at, index]));
  }

  kindOf(name: string): Kind | undefined {
    const variable = this.table.memory?.[name];
    return variable === undefined ? undefined : KINDS.find((kind) => kind in variable);
  }

  /** Whether a value is in a variable's domain; says so where it is not. */
  value(name: string, value: Value, path: Path): void {
    const variable = this.table.memory?.[name] as Variable;
    const outside = (domain: string, candidates?: Iterable<string>): void => {
      const sentence = `${name} cannot be ${shown(value)}; it is ${domain}`;
      this.say('SA142', path, sentence, written(value), candidates);
    };
    if ('range' in variable) {
      const [from, to] = variable.range;
      if (from > to) return; // said where the range is
      if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to)
        outside(`an integer from ${from} to ${to}`);
    } else if ('values' in variable) {
      const held = this.domain(name, () => variable.values);
      if (typeof value !== 'string' || !held.has(value)) outside(`one of ${listed(variable.values)}`, held);
    } else if ('flag' in variable) {
      if (typeof value !== 'boolean') outside('true or false');
    } else if (value !== null) {
      if (typeof value !== 'string') return outside('a state, or null');
      const held = this.domain(name, () => selectKnown(this.table, variable.states));
      if (this.state(value, path) && !held.has(value)) outside('null or one of its states', held);
    }
  }

  domain(name: string, members: () => readonly string[]): Names {
    const known = this.domains.get(name) ?? new Set(members());
    this.domains.set(name, known);
    return known;
  }

  condition(name: string, condition: Condition, path: Path): void {
    const kind = this.kindOf(name);
    if (kind === undefined) return;
    if (typeof condition !== 'object' || condition === null) return this.value(name, condition, path);
    for (const [comparison, operand] of Object.entries(condition)) {
      const at = [...path, comparison];
      const ordered = !['eq', 'ne', 'in'].includes(comparison);
      if (ordered && kind !== 'range')
        this.sayOfKey('SA143', at, `${comparison} compares numbers, and ${name} is no range`, comparison);
      else if (Array.isArray(operand)) {
        if (operand.length === 0) this.say('SA113', at, 'this list is empty');
        operand.forEach((value, index) => this.value(name, value, [...at, index]));
      } else if (typeof operand === 'object' && operand !== null)
        this.sameKind(name, (operand as { memory: string }).memory, [...at, 'memory']);
      else if (!ordered) this.value(name, operand as Value, at);
      else if (typeof operand !== 'number')
        this.say('SA143', at, `${comparison} compares ${name} with a number`, written(operand));
    }
  }

  sameKind(name: string, other: string, path: Path): void {
    if (!this.variable(other, path) || !this.variables.has(name)) return;
    const kinds = [this.kindOf(name), this.kindOf(other)];
    if (kinds[0] !== kinds[1] && !kinds.includes(undefined))
      this.say('SA143', path, `${name} and ${other} are of different kinds`, other);
  }

  /** A guard, or (where states may be spoken of) a predicate. */
  predicate(given: Predicate, path: Path, states: boolean): void {
    for (const [word, wanted] of Object.entries(given)) {
      const at = [...path, word];
      if (word === 'all' || word === 'any')
        (wanted as Predicate[]).forEach((part, index) => this.predicate(part, [...at, index], states));
      else if (word === 'not') this.predicate(wanted as Predicate, at, states);
      else if (states && word === 'state') this.each(wanted as string, at, this.state);
      else if (states && word === 'group') this.each(wanted as string, at, this.group);
      else if (states && word === 'tag') this.each(wanted as string, at, this.tag);
      else if (states && word === 'enabled') this.each(wanted as string, at, this.event);
      else if (states && word === 'final') continue;
      else if (this.variable(word, at, this.sayOfKey)) this.condition(word, wanted as Condition, at);
    }
  }

  assignment(name: string, assignment: Assignment, path: Path): void {
    if (!this.variable(name, path, this.sayOfKey)) return;
    const kind = this.kindOf(name);
    if (kind === undefined) return;
    if (typeof assignment !== 'object' || assignment === null) return this.value(name, assignment, path);
    if ('memory' in assignment) return this.sameKind(name, assignment.memory, [...path, 'memory']);
    if ('add' in assignment) {
      if (kind !== 'range')
        this.say('SA143', path, `add changes a number, and ${name} is no range`, written(assignment));
      else if (!Number.isInteger(assignment.add)) this.say('SA143', path, 'add takes an integer', written(assignment));
    } else if (kind !== 'states')
      this.say('SA144', path, `${name} cannot save a state: it is not declared with states`, written(assignment));
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

function declarations(reader: Reader): void {
  const { table, say, sayOfKey } = reader;
  const nameAt = (name: string, path: Path, to = say): void => {
    if (!NAME.test(name)) to('SA120', path, `${quoted(name)} is not a name`, name);
  };
  if (table.name !== undefined) nameAt(table.name, ['name']);
  for (const part of ['states', 'events', 'memory', 'actors', 'groups', 'sources'] as const)
    for (const name of Object.keys(table[part] ?? {})) nameAt(name, [part, name], sayOfKey);
  if (reader.states.has(STAY)) sayOfKey('SA121', ['states', STAY], `no state can be called ${STAY}`, STAY);
  for (const word of RESERVED_VARIABLES)
    if (reader.variables.has(word)) sayOfKey('SA121', ['memory', word], `no variable can be called ${word}`, word);
  for (const group of Object.keys(table.groups ?? {})) reader.group(group, ['groups', group], sayOfKey);

  for (const [name, variable] of Object.entries(table.memory ?? {})) memory(reader, name, variable);

  let initial = 0;
  for (const [name, state] of Object.entries(table.states)) {
    const path = ['states', name];
    if (state.group !== undefined) nameAt(state.group, [...path, 'group']);
    state.tags?.forEach((tag, index) => nameAt(tag, [...path, 'tags', index]));
    if (state.initial !== undefined) initial++;
    if (typeof state.initial === 'object')
      for (const [variable, value] of Object.entries(state.initial.memory)) {
        const at = [...path, 'initial', 'memory', variable];
        if (reader.variable(variable, at, sayOfKey) && reader.kindOf(variable) !== undefined)
          reader.value(variable, value, at);
      }
    if (typeof state.final === 'object') reader.predicate(state.final.when, [...path, 'final', 'when'], false);
  }
  if (initial === 0) sayOfKey('SA150', ['states'], 'no state is initial, so nothing can happen');
  const starts = Object.values(table.states).reduce((count, state) => count + startsIn(table, state), 0);
  if (starts > MOST_INITIAL)
    sayOfKey(
      'SA154',
      ['memory'],
      `the initial values make ${starts} initial configurations; ${MOST_INITIAL} are the most`,
    );

  const actors = table.actors === undefined ? undefined : new Set(Object.keys(table.actors));
  for (const [name, event] of Object.entries(table.events)) {
    const path = ['events', name];
    if (event.by !== undefined) {
      if (actors === undefined) nameAt(event.by, [...path, 'by']);
      else reader.known(actors, 'SA135', 'actor', event.by, [...path, 'by']);
    }
    if (event.after !== undefined && !isDuration(event.after))
      say('SA140', [...path, 'after'], `${quoted(event.after)} is not a duration`, event.after);
  }
}

/** The most initial configurations that a table may declare: they are all held at once before anything is explored. */
const MOST_INITIAL = 100_000;

/** How many initial configurations begin in a state: every combination of the initial values that it does not give itself. */
function startsIn({ memory = {} }: Table, { initial }: State): number {
  if (initial === undefined) return 0;
  const given = typeof initial === 'object' ? initial.memory : {};
  return Object.entries(memory).reduce((count, [name, variable]) => {
    const isList = variable !== (MISSHAPEN as object) && Array.isArray(variable.initial);
    return isList && !Object.hasOwn(given, name) ? count * variable.initial.length : count;
  }, 1);
}

function memory(reader: Reader, name: string, variable: Variable): void {
  if (variable === (MISSHAPEN as object)) return;
  const path = ['memory', name];
  const kinds = KINDS.filter((kind) => kind in variable);
  const needsInitial = kinds[0] === 'range' || kinds[0] === 'values';
  if (kinds.length !== 1 || (needsInitial && variable.initial === undefined)) {
    const what =
      kinds.length === 1 ? 'no initial value' : kinds.length === 0 ? 'no kind' : `several kinds: ${kinds.join(', ')}`;
    return reader.sayOfKey('SA146', path, `the variable ${name} has ${what}`, name);
  }
  if ('range' in variable) {
    const [from, to] = variable.range;
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from > to)
      return reader.say(
        'SA141',
        [...path, 'range'],
        `from ${from} to ${to} is no range of integers`,
        written(variable.range),
      );
  }
  if ('states' in variable) reader.stateSet(variable.states, [...path, 'states']);
  if (variable.initial === undefined) return;
  const at = [...path, 'initial'];
  if (Array.isArray(variable.initial))
    variable.initial.forEach((value, index) => reader.value(name, value, [...at, index]));
  else reader.value(name, variable.initial as Value, at);
}

function rows(reader: Reader): void {
  const lines = new Map(
    Object.entries(reader.table.sources ?? {}).map(([name, { claims }]) => [
      name,
      claims && new Set(claims.map((each) => each.line)),
    ]),
  );
  reader.table.transitions.forEach((row, index) => {
    const path = ['transitions', index];
    reader.stateSet(row.from, [...path, 'from']);
    reader.each(row.on, [...path, 'on'], reader.event);
    if (row.when !== undefined) reader.predicate(row.when, [...path, 'when'], false);
    if (typeof row.to === 'string') {
      if (row.to !== STAY) reader.state(row.to, [...path, 'to']);
    } else {
      const at = [...path, 'to', 'recall'];
      const kind = reader.variable(row.to.recall, at) ? reader.kindOf(row.to.recall) : undefined;
      if (kind !== undefined && kind !== 'states')
        reader.say('SA144', at, `${row.to.recall} saves no state, so none can be recalled from it`, row.to.recall);
    }
    for (const [name, assignment] of Object.entries(row.set ?? {}))
      reader.assignment(name, assignment, [...path, 'set', name]);
    for (const [source, cited] of Object.entries(row.cites ?? {})) {
      const at = [...path, 'cites', source];
      if (!reader.source(source, at, reader.sayOfKey)) continue;
      if (cited.length === 0) reader.say('SA113', at, 'this list is empty');
      cited.forEach((line, place) => {
        if (lines.get(source)?.has(line) === false)
          reader.say('SA153', [...at, place], `${source} has no claim on line ${line}`, String(line));
      });
    }
  });
}

function properties(reader: Reader): void {
  for (const [name, property] of Object.entries(reader.table.properties ?? {})) {
    if (property === (MISSHAPEN as object)) continue;
    const path = ['properties', name];
    const kinds = PROPERTY_KINDS.filter((kind) => kind in property);
    const kind = kinds[0];
    const fits = (key: string, allowed: readonly string[]): boolean =>
      !(key in property) || allowed.includes(kind ?? '');
    if (
      kinds.length !== 1 ||
      'when' in property !== (kind === 'leadsTo') ||
      !fits('after', ['never', 'alwaysCanReach', 'eventually']) ||
      !fits('fair', ['eventually', 'leadsTo'])
    )
      reader.sayOfKey(
        'SA151',
        path,
        `the property ${quoted(name)} says ${Object.keys(property).join(', ') || 'nothing'}`,
        name,
      );
    for (const key of [...PROPERTY_KINDS, 'when', 'after'] as const) {
      const given = (property as { readonly [key: string]: unknown })[key];
      if (given !== undefined) reader.predicate(given as Predicate, [...path, key], true);
    }
    const { fair } = property as { fair?: { weak?: string[]; strong?: string[] } };
    for (const [strength, events] of Object.entries(fair ?? {}))
      events?.forEach((event, index) => void reader.event(event, [...path, 'fair', strength, index]));
  }
}

function sourcesAndRulings(reader: Reader): void {
  const { table, say } = reader;
  const date = (text: string | undefined, path: Path): void => {
    if (text !== undefined && !isDate(text)) say('SA145', path, `${quoted(text)} is not a date`, text);
  };
  const claim = ({ of, names }: Pick<Claim, 'of' | 'names'>, path: Path): void => {
    reader.state(of, [...path, 'of']);
    if (typeof names === 'string') reader.state(names, [...path, 'names']);
  };
  for (const [name, source] of Object.entries(table.sources ?? {})) {
    date(source.date, ['sources', name, 'date']);
    source.claims?.forEach((each, index) => claim(each, ['sources', name, 'claims', index]));
  }
  for (const [index, ruling] of (table.rulings ?? []).entries()) {
    if (ruling === undefined) continue;
    const path = ['rulings', index];
    date(ruling.date, [...path, 'date']);
    const subjects = ['finding', 'property', 'claim'].filter((key) => key in ruling);
    if (subjects.length !== 1) {
      say('SA152', path, `this ruling decides ${subjects.join(' and ') || 'nothing'}`);
      continue;
    }
    if ('finding' in ruling) {
      if (!CODE.test(ruling.finding))
        say('SA152', [...path, 'finding'], 'this is not the code of a finding', ruling.finding);
      if (ruling.states !== undefined) reader.each(ruling.states, [...path, 'states'], reader.state);
      if (ruling.events !== undefined) reader.each(ruling.events, [...path, 'events'], reader.event);
      if (ruling.memory !== undefined) reader.each(ruling.memory, [...path, 'memory'], reader.variable);
    } else if ('property' in ruling) {
      const known = new Set(Object.keys(table.properties ?? {}));
      if (!known.has(ruling.property))
        say('SA152', [...path, 'property'], 'there is no such property', ruling.property, known);
    } else {
      claim(ruling.claim, [...path, 'claim']);
      reader.source(ruling.claim.source, [...path, 'claim', 'source']);
    }
  }
}

/** All problems of names and values in a table of the right shape, in the order of the table's parts. */
export function nameProblems(table: Table): readonly Problem[] {
  const reader = new Reader(table);
  declarations(reader);
  rows(reader);
  properties(reader);
  sourcesAndRulings(reader);
  return reader.problems;
}
