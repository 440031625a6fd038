/** Whether what a system declares can be: its sets of instances, its variables and channels, each under a name of its own. */
import { checkInitial, checkLabels, checkRange, isOfOneKind } from '../table/conditions.ts';
import type { Path } from '../table/diagnostic.ts';
import { checkName } from '../table/forms.ts';
import { initialCount, MOST_INITIAL, startsIn, tooManyInitial } from '../table/names.ts';
import { counted, quoted } from '../table/plain.ts';
import { listOf } from '../table/select.ts';
import { MISSHAPEN } from '../table/shape.ts';
import { RESERVED_VARIABLES, type Table } from '../table/types.ts';
import { BOUNDS } from './bounds.ts';
import { NO_PARAMETERS, SYSTEM_KINDS } from './domain.ts';
import type { SystemLookup } from './lookup.ts';
import {
  type Channel,
  type InstanceSet,
  type MessageField,
  RESERVED_REFERENCES,
  type SystemVariable,
} from './types.ts';

const isMisshapen = (declared: object): boolean => declared === MISSHAPEN;

/** Says what is wrong with what the system declares, apart from events and properties. */
export function checkSystemDeclarations(lookup: SystemLookup, tableNames: readonly unknown[]): void {
  const { system, sayer } = lookup;
  if (system.name !== undefined) checkName(sayer.say, system.name, ['name']);
  for (const actor of Object.keys(system.actors ?? {})) checkName(sayer.sayOfKey, actor, ['actors', actor]);
  const seen = new Set<unknown>();
  tableNames.forEach((name, index) => {
    if (typeof name === 'string' && seen.has(name))
      sayer.say('SA165', ['tables', index, 'name'], `there are two tables called ${quoted(name)}`, name);
    seen.add(name);
  });
  checkNamespace(lookup);
  for (const [set, declared] of Object.entries(system.instances))
    if (!isMisshapen(declared)) checkInstanceSet(lookup, set, declared);
  checkCircles(lookup);
  checkMemory(lookup, system.memory, {}, ['memory']);
  for (const [name, channel] of Object.entries(system.channels ?? {}))
    if (!isMisshapen(channel)) checkChannel(lookup, name, channel);
  checkAmounts(lookup);
}

/** Sets, their instances, shared variables and channels share their names, since each can be a key of a condition. */
function checkNamespace(lookup: SystemLookup): void {
  const { system, sayer } = lookup;
  const taken = new Map([...lookup.sets].map((set) => [set, 'a set']));
  for (const [set, { count }] of Object.entries(system.instances))
    for (let index = 1; lookup.hasInstancesOf(set) && index <= (count ?? 0); index++) {
      const instance = `${set}${index}`;
      const other = taken.get(instance);
      if (other !== undefined)
        sayer.sayOfKey('SA165', ['instances', set], `${instance}, one of ${set}, is called like ${other}`, set);
      taken.set(instance, 'an instance');
    }
  for (const [part, what] of [
    ['memory', 'a shared variable'],
    ['channels', 'a channel'],
  ] as const)
    for (const name of Object.keys(system[part] ?? {})) {
      const other = taken.get(name);
      if (other !== undefined) sayer.sayOfKey('SA165', [part, name], `${quoted(name)} is already ${other}`, name);
      taken.set(name, what);
    }
  for (const part of ['instances', 'memory', 'channels'] as const)
    for (const name of Object.keys(system[part] ?? {})) checkReferable(lookup, name, [part, name], part !== 'memory');
}

/** A name that can be a key of a condition. Sets and channels begin the names of others, before a dot. */
function checkReferable({ sayer: { sayOfKey } }: SystemLookup, name: string, path: Path, hasParts: boolean): void {
  if (hasParts && name.includes('.'))
    sayOfKey('SA120', path, `${quoted(name)} has a dot, which separates its name from those of its parts`, name);
  else checkName(sayOfKey, name, path);
  if ((RESERVED_REFERENCES as readonly string[]).includes(name))
    sayOfKey('SA121', path, `nothing in a system can be called ${name}`, name);
}

function checkInstanceSet(lookup: SystemLookup, set: string, declared: InstanceSet): void {
  const { sayer } = lookup;
  const { say, sayOfKey } = sayer;
  const path = ['instances', set];
  const { table, count, per, initial, memory } = declared;
  if (table !== undefined && lookup.tableNames !== undefined)
    sayer.known(lookup.tableNames, 'SA160', 'table', table, [...path, 'table']);
  if (per !== undefined && count !== undefined)
    sayOfKey('SA176', [...path, 'count'], `${set} has one instance for each combination already`, 'count');
  per?.forEach((other, index) => void lookup.set(other, [...path, 'per', index]));
  if (initial !== undefined) {
    const at = [...path, 'initial'];
    const own = lookup.tableOf(set);
    if (own === 'none')
      sayOfKey('SA167', at, `the instances of ${set} have no table, so they have no states`, 'initial');
    else if (own !== undefined)
      sayer.each(initial, at, (state, where) => {
        if (own.state(state, where) && own.table.states[state]?.initial === undefined)
          say('SA175', where, `${state} is no initial state of ${own.table.name}`, state);
      });
  }
  checkMemory(lookup, memory, { set }, [...path, 'memory']);
}

function checkMemory(
  lookup: SystemLookup,
  memory: InstanceSet['memory'],
  owner: { readonly set?: string },
  path: Path,
): void {
  const { sayOfKey } = lookup.sayer;
  const table = owner.set === undefined ? undefined : lookup.tableOf(owner.set);
  for (const [name, variable] of Object.entries(memory ?? {})) {
    const at = [...path, name];
    if (owner.set !== undefined) {
      checkName(sayOfKey, name, at);
      if ((RESERVED_VARIABLES as readonly string[]).includes(name))
        sayOfKey('SA121', at, `no variable can be called ${name}`, name);
      if (typeof table === 'object' && table.variables.has(name))
        sayOfKey('SA165', at, `${quoted(name)} is already a variable of the table ${table.table.name}`, name);
    }
    if (!isMisshapen(variable)) checkSystemVariable(lookup, name, variable, owner, at);
  }
}

function checkSystemVariable(
  lookup: SystemLookup,
  name: string,
  variable: SystemVariable,
  owner: { readonly set?: string },
  path: Path,
): void {
  const { sayer } = lookup;
  if (!isOfOneKind(sayer, name, variable, SYSTEM_KINDS, path)) return;
  if (!isDomain(lookup, variable, path)) return;
  const subject = lookup.declaredSubject(name, variable, owner, NO_PARAMETERS, true);
  checkInitial(variable.initial, [...path, 'initial'], (value, at) => subject.value(value, at));
  checkLabels(sayer, name, variable, path);
}

/** Whether the domain of a variable or a field is one, and small enough to be listed; says so where it is not. */
function isDomain(lookup: SystemLookup, declared: SystemVariable | MessageField, path: Path): boolean {
  const { sayer } = lookup;
  if ('instance' in declared) return lookup.set(declared.instance, [...path, 'instance']);
  if (!('range' in declared)) return true;
  const [from, to] = declared.range;
  if (!checkRange(sayer, [from, to], [...path, 'range'])) return false;
  if (to - from < BOUNDS.values) return true;
  sayer.sayOfKey('SA172', [...path, 'range'], `this range has ${to - from + 1} values; ${BOUNDS.values} are the most`);
  return false;
}

function checkChannel(lookup: SystemLookup, name: string, { message }: Channel): void {
  const { sayer } = lookup;
  const path = ['channels', name, 'message'];
  let messages = 1;
  for (const [field, declared] of Object.entries(message)) {
    const at = [...path, field];
    checkName(sayer.sayOfKey, field, at);
    const kinds = SYSTEM_KINDS.filter((kind) => kind in declared);
    if (kinds.length !== 1) {
      const what = kinds.length === 0 ? 'no kind' : `several kinds: ${kinds.join(', ')}`;
      sayer.sayOfKey('SA146', at, `the field ${field} has ${what}`, field);
    } else if (isDomain(lookup, declared, at)) messages *= sizeOf(lookup, declared);
  }
  if (messages > BOUNDS.values)
    sayer.sayOfKey(
      'SA172',
      path,
      `${name} has ${counted(messages)} different messages; ${BOUNDS.values} are the most`,
      'message',
    );
}

function sizeOf(lookup: SystemLookup, declared: MessageField): number {
  if ('range' in declared) return declared.range[1] - declared.range[0] + 1;
  if ('values' in declared) return declared.values.length;
  return 'flag' in declared ? 2 : (lookup.sizes.get(declared.instance) ?? 1);
}

/** Says which sets are made for each other, or for themselves. */
function checkCircles({ system, sizes, sets, sayer }: SystemLookup): void {
  if (sets.size > BOUNDS.instances) return;
  for (const [set, declared] of Object.entries(system.instances)) {
    if (isMisshapen(declared) || sizes.has(set)) continue;
    const reached = new Set<string>();
    const others = [...(declared.per ?? [])];
    for (let other = others.pop(); other !== undefined; other = others.pop()) {
      if (reached.has(other) || !sets.has(other)) continue;
      reached.add(other);
      others.push(...(system.instances[other]?.per ?? []));
    }
    if (reached.has(set))
      sayer.sayOfKey('SA166', ['instances', set, 'per'], `${set} is made for instances that are made for it`, 'per');
  }
}

/** Says where there are too many instances, or initial configurations. */
function checkAmounts(lookup: SystemLookup): void {
  const { system, sayer, sizes } = lookup;
  if (lookup.isOverfull) {
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const many = Math.max(total, lookup.sets.size);
    const sentence = `there are ${counted(many)} instances; ${BOUNDS.instances} are the most`;
    return sayer.sayOfKey('SA170', ['instances'], sentence);
  }
  let starts = startsOf(system.memory);
  for (const [set, { initial, memory }] of Object.entries(system.instances)) {
    const table = lookup.tableOf(set);
    const own = typeof table === 'object' ? startsOfTable(table.table, initial) : 1;
    starts *= (Math.max(own, 1) * startsOf(memory)) ** (sizes.get(set) ?? 1);
  }
  if (starts > MOST_INITIAL) sayer.sayOfKey('SA154', ['instances'], tooManyInitial(starts));
}

/** How many local starts an instance of a table has, in these states if they are given. */
function startsOfTable(table: Table, initial: InstanceSet['initial']): number {
  const chosen = initial === undefined ? undefined : new Set(listOf(initial));
  return Object.entries(table.states).reduce(
    (sum, [name, state]) => (chosen?.has(name) === false ? sum : sum + startsIn(table, state)),
    0,
  );
}

const startsOf = (memory: InstanceSet['memory'] = {}): number =>
  Object.values(memory).reduce((product, variable) => product * initialCount(variable), 1);
