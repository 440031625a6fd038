/** The third gate: every name in a system is one that is declared, and every value belongs where it stands. */
import { checkProperty, checkRulings, type Decidable } from '../table/decided.ts';
import { memo } from '../table/memo.ts';
import { type Problem, quoted } from '../table/plain.ts';
import { type Look, type Names, namesOf, Sayer } from '../table/sayer.ts';
import { MISSHAPEN } from '../table/shape.ts';
import { suggest } from '../table/suggest.ts';
import type { Table } from '../table/types.ts';
import { checkSystemDeclarations } from './declarations.ts';
import { NO_PARAMETERS } from './domain.ts';
import { checkEvents, type Happenings } from './happenings.ts';
import { SystemLookup } from './lookup.ts';
import { checkSystemPredicate } from './predicates.ts';
import { scopeWith } from './scope.ts';
import type { System, SystemPredicate, SystemProperty } from './types.ts';

/**
 * All problems of names and values in a system of the right shape, in the order of its parts. Its tables are given as far as they could be read,
 * and their names as they are written, whatever they are.
 */
export function systemProblems(
  system: System,
  tables: readonly (Table | undefined)[],
  tableNames: readonly unknown[],
): readonly Problem[] {
  const sayer = new Sayer();
  const lookup = new SystemLookup(system, tables, tableNames, sayer);
  checkSystemDeclarations(lookup, tableNames);
  const event = eventIn(lookup, checkEvents(lookup));
  for (const [name, property] of Object.entries(system.properties ?? {}))
    checkSystemProperty(lookup, name, property, event);
  checkRulings(sayer, system.rulings ?? [], decidable(lookup, event));
  return sayer.problems;
}

/** Looks up events of the system; one of a table that is moved happens only in those that move it. */
function eventIn({ sayer, isPartial }: SystemLookup, { names, moved }: Happenings): Look {
  const known = within(sayer, names, 'SA131', 'event');
  return (name, path) => {
    const movers = isPartial || names.has(name) ? undefined : moved.get(name);
    if (movers === undefined) return isPartial || known(name, path);
    sayer.sayMeant(['SA131', path, `${name} happens only in ${movers.join(', ')}`, name], () => movers[0]);
    return false;
  };
}

/** The first name with each last part, the one after the last dot. */
const byLastPart = memo(
  (names: Names): ReadonlyMap<string, string> =>
    new Map([...names].reverse().map((each) => [each.slice(each.lastIndexOf('.') + 1), each])),
);

/** Looks up names many of which have their owner before a dot, which is easily forgotten. */
function within(sayer: Sayer, names: Names, code: 'SA130' | 'SA131' | 'SA132', what: string): Look {
  return (name, path) => {
    if (names.has(name)) return true;
    sayer.sayMeant([code, path, `there is no ${what} called ${quoted(name)}`, name], () => {
      const last = suggest(name, byLastPart(names).keys());
      return suggest(name, names) ?? (last === undefined ? undefined : byLastPart(names).get(last));
    });
    return false;
  };
}

function checkSystemProperty(lookup: SystemLookup, name: string, property: SystemProperty, event: Look): void {
  if (property === (MISSHAPEN as object)) return;
  const { sayer } = lookup;
  const { forAll: parameters, distinct } = property;
  const path = ['properties', name];
  const quantified = { ...(parameters && { parameters }), ...(distinct && { distinct }) };
  const scope = scopeWith(lookup, quantified, [NO_PARAMETERS, [...path, 'forAll'], [...path, 'distinct']]);
  if (parameters !== undefined && Object.keys(parameters).length === 0)
    sayer.sayOfKey('SA113', [...path, 'forAll'], 'no parameter is named here', 'forAll');
  checkProperty(sayer, name, property, {
    condition: (condition, at) => checkSystemPredicate(lookup, condition as SystemPredicate, at, scope, event),
    event,
  });
}

/**
 * What rulings may name: states and events of tables, and variables, with their owner before a dot (a table; the set, where the system adds
 * them; the channel of a field); events of the system and shared variables by their names alone.
 */
function decidable(lookup: SystemLookup, event: Look): Decidable {
  const { system, sayer } = lookup;
  const ofTables = (part: 'states' | 'events' | 'variables'): readonly string[] =>
    [...lookup.tables].flatMap(([table, names]) => [...(names?.[part] ?? [])].map((name) => `${table}.${name}`));
  const inside = (owners: object = {}, part: 'memory' | 'message'): readonly string[] =>
    Object.entries(owners).flatMap(([owner, declared]) =>
      Object.keys(declared[part] ?? {}).map((name) => `${owner}.${name}`),
    );
  const states: Names = new Set(ofTables('states'));
  const tableEvents: Names = new Set(ofTables('events'));
  const memory: Names = new Set([
    ...lookup.shared,
    ...ofTables('variables'),
    ...inside(system.instances, 'memory'),
    ...inside(system.channels, 'message'),
  ]);
  const look = (names: Names, code: 'SA130' | 'SA132', what: string): Look => {
    const known = within(sayer, names, code, what);
    return (name, path) => lookup.isPartial || known(name, path);
  };
  const noSource: Look = (source, path) => {
    sayer.say('SA136', path, `there is no source called ${quoted(source)}: systems have none`, source);
    return false;
  };
  return {
    states: look(states, 'SA130', 'state'),
    events: (name, path) => tableEvents.has(name) || event(name, path),
    memory: look(memory, 'SA132', 'variable'),
    source: noSource,
    properties: namesOf(system.properties),
    claim: ({ source }, path) => void noSource(source, [...path, 'source']),
  };
}
