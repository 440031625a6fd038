/** The third gate: every name is one that is declared, and every value belongs where it stands. */
import { checkAssignment, checkCondition, checkInitial, checkLabels, checkRange, isOfOneKind } from './conditions.ts';
import { checkProperty, checkRulings } from './decided.ts';
import type { Path } from './diagnostic.ts';
import { checkDate, checkEvent, checkName } from './forms.ts';
import { KINDS, Lookup } from './lookup.ts';
import { counted, type Problem } from './plain.ts';
import { namesOf, Sayer } from './sayer.ts';
import { MISSHAPEN } from './shape.ts';
import {
  type Claim,
  type Predicate,
  RESERVED_VARIABLES,
  STAY,
  type State,
  type Table,
  type Variable,
} from './types.ts';

/** Says what is wrong with a guard, or (where states may be spoken of) with a predicate. */
function checkPredicate(lookup: Lookup, given: Predicate, path: Path, states: boolean): void {
  const { sayer } = lookup;
  for (const [word, wanted] of Object.entries(given)) {
    const at = [...path, word];
    const ofState = states ? lookup.ofState(word) : undefined;
    if (word === 'all' || word === 'any')
      (wanted as Predicate[]).forEach((part, index) => checkPredicate(lookup, part, [...at, index], states));
    else if (word === 'not') checkPredicate(lookup, wanted as Predicate, at, states);
    else if (ofState !== undefined) sayer.each(wanted as string, at, ofState);
    else if (states && word === 'enabled') sayer.each(wanted as string, at, lookup.event);
    else if (states && word === 'final') continue;
    else if (lookup.variable(word, at, sayer.sayOfKeyBeside(states ? PREDICATE_WORDS : GUARD_WORDS)))
      checkCondition(sayer, lookup.subject(word), wanted, at);
  }
}

const GUARD_WORDS = ['all', 'any', 'not'];
const PREDICATE_WORDS = ['state', 'group', 'tag', 'final', 'enabled', ...GUARD_WORDS];

function checkDeclarations(lookup: Lookup): void {
  const { table, sayer } = lookup;
  const { say, sayOfKey } = sayer;
  if (table.name !== undefined) checkName(say, table.name, ['name']);
  for (const part of ['states', 'events', 'memory', 'actors', 'groups', 'sources'] as const)
    for (const name of Object.keys(table[part] ?? {})) checkName(sayOfKey, name, [part, name]);
  if (lookup.states.has(STAY)) sayOfKey('SA121', ['states', STAY], `no state can be called ${STAY}`, STAY);
  for (const word of RESERVED_VARIABLES)
    if (lookup.variables.has(word)) sayOfKey('SA121', ['memory', word], `no variable can be called ${word}`, word);
  for (const group of Object.keys(table.groups ?? {})) lookup.group(group, ['groups', group], sayOfKey);

  for (const [name, variable] of Object.entries(table.memory ?? {})) checkVariable(lookup, name, variable);
  for (const [name, state] of Object.entries(table.states)) checkState(lookup, name, state);
  if (Object.values(table.states).every(({ initial }) => initial === undefined))
    sayOfKey('SA150', ['states'], 'no state is initial, so nothing can happen');
  const starts = Object.values(table.states).reduce((count, state) => count + startsIn(table, state), 0);
  if (starts > MOST_INITIAL) sayOfKey('SA154', ['memory'], tooManyInitial(starts));
  const actors = table.actors === undefined ? undefined : namesOf(table.actors);
  for (const [name, event] of Object.entries(table.events)) checkEvent(sayer, event, actors, ['events', name]);
}

function checkState(lookup: Lookup, name: string, { group, tags, initial, final }: State): void {
  const { say, sayOfKey } = lookup.sayer;
  const path = ['states', name];
  if (group !== undefined) checkName(say, group, [...path, 'group']);
  tags?.forEach((tag, index) => checkName(say, tag, [...path, 'tags', index]));
  if (typeof initial === 'object')
    for (const [variable, value] of Object.entries(initial.memory)) {
      const at = [...path, 'initial', 'memory', variable];
      if (lookup.variable(variable, at, sayOfKey) && lookup.kindOf(variable) !== undefined)
        lookup.value(variable, value, at);
    }
  if (typeof final === 'object') checkPredicate(lookup, final.when, [...path, 'final', 'when'], false);
}

/** The most initial configurations that may be declared: they are all held at once before anything is explored. */
export const MOST_INITIAL = 100_000;

/** Says that there are too many of them. */
export const tooManyInitial = (starts: number): string =>
  `the initial values make ${counted(starts)} initial configurations; ${MOST_INITIAL} are the most`;

/** How many initial configurations begin in a state: every combination of the initial values that it does not give itself. */
export function startsIn({ memory = {} }: Table, { initial }: State): number {
  if (initial === undefined) return 0;
  const given = typeof initial === 'object' ? initial.memory : {};
  return Object.entries(memory).reduce(
    (count, [name, variable]) => (Object.hasOwn(given, name) ? count : count * initialCount(variable)),
    1,
  );
}

/** How many initial values a variable has. */
export const initialCount = ({ initial }: { readonly initial?: unknown }): number =>
  Array.isArray(initial) ? initial.length : 1;

function checkVariable(lookup: Lookup, name: string, variable: Variable): void {
  if (variable === (MISSHAPEN as object)) return;
  const { sayer } = lookup;
  const path = ['memory', name];
  if (!isOfOneKind(sayer, name, variable, KINDS, path)) return;
  if ('range' in variable && !checkRange(sayer, variable.range, [...path, 'range'])) return;
  if ('states' in variable) lookup.stateSet(variable.states, [...path, 'states']);
  checkInitial(variable.initial, [...path, 'initial'], (value, at) => lookup.value(name, value, at));
  checkLabels(sayer, name, variable, path);
}

function checkRows(lookup: Lookup): void {
  const { table, sayer } = lookup;
  const lines = new Map(
    Object.entries(table.sources ?? {}).map(([name, { claims }]) => [
      name,
      claims && new Set(claims.map((each) => each.line)),
    ]),
  );
  table.transitions.forEach((row, index) => {
    const path = ['transitions', index];
    lookup.stateSet(row.from, [...path, 'from']);
    sayer.each(row.on, [...path, 'on'], lookup.event);
    if (row.when !== undefined) checkPredicate(lookup, row.when, [...path, 'when'], false);
    if (typeof row.to === 'string') {
      if (row.to !== STAY) lookup.state(row.to, [...path, 'to']);
    } else {
      const at = [...path, 'to', 'recall'];
      const kind = lookup.variable(row.to.recall, at) ? lookup.kindOf(row.to.recall) : undefined;
      if (kind !== undefined && kind !== 'states')
        sayer.say('SA144', at, `${row.to.recall} saves no state, so none can be recalled from it`, row.to.recall);
    }
    for (const [name, assignment] of Object.entries(row.set ?? {})) {
      const at = [...path, 'set', name];
      if (lookup.variable(name, at, sayer.sayOfKey)) checkAssignment(sayer, lookup.subject(name), assignment, at);
    }
    for (const [source, cited] of Object.entries(row.cites ?? {})) {
      const at = [...path, 'cites', source];
      if (!lookup.source(source, at, sayer.sayOfKey)) continue;
      if (cited.length === 0) sayer.say('SA113', at, 'this list is empty');
      cited.forEach((line, place) => {
        if (lines.get(source)?.has(line) === false)
          sayer.say('SA153', [...at, place], `${source} has no claim on line ${line}`, String(line));
      });
    }
  });
}

function checkSources(lookup: Lookup): void {
  for (const [name, source] of Object.entries(lookup.table.sources ?? {})) {
    checkDate(lookup.sayer, source.date, ['sources', name, 'date']);
    source.claims?.forEach((each, index) => checkClaim(lookup, each, ['sources', name, 'claims', index]));
  }
}

function checkClaim(lookup: Lookup, { of, names }: Pick<Claim, 'of' | 'names'>, path: Path): void {
  lookup.state(of, [...path, 'of']);
  if (typeof names === 'string') lookup.state(names, [...path, 'names']);
}

/** All problems of names and values in a table of the right shape, in the order of the table's parts. */
export function nameProblems(table: Table): readonly Problem[] {
  const sayer = new Sayer();
  const lookup = new Lookup(table, sayer);
  checkDeclarations(lookup);
  checkRows(lookup);
  for (const [name, property] of Object.entries(table.properties ?? {}))
    checkProperty(sayer, name, property, {
      condition: (condition, path) => checkPredicate(lookup, condition as Predicate, path, true),
      event: lookup.event,
    });
  checkSources(lookup);
  checkRulings(sayer, table.rulings ?? [], {
    states: lookup.state,
    events: lookup.event,
    memory: lookup.variable,
    source: lookup.source,
    properties: namesOf(table.properties),
    claim: (claim, path) => {
      checkClaim(lookup, claim, path);
      lookup.source(claim.source, [...path, 'source']);
    },
  });
  return sayer.problems;
}
