/** Whether the events of a system move, set and pass on what is there. */
import { checkAssignment, type Subject } from '../table/conditions.ts';
import type { Path } from '../table/diagnostic.ts';
import { checkEvent, checkName } from '../table/forms.ts';
import { quoted } from '../table/plain.ts';
import { type Names, namesOf } from '../table/sayer.ts';
import { MISSHAPEN, partProblems } from '../table/shape.ts';
import { inTurn } from '../table/suggest.ts';
import type { Value } from '../table/types.ts';
import { NO_PARAMETERS, type Scope } from './domain.ts';
import { loseEvent, ownEvent } from './events.ts';
import type { SystemLookup } from './lookup.ts';
import { checkSystemPredicate } from './predicates.ts';
import { assignmentSchema, assignmentsSchema } from './schema.ts';
import { scopeWith } from './scope.ts';
import type { Message, Participants, SystemAssignments, SystemEvent, SystemOperand } from './types.ts';

/** The events of a system as others may name them. */
export type Happenings = {
  /** The names of all: the declared ones, and those of tables that nothing moves. */
  readonly names: Names;
  /** The events of tables that are moved, as `set.event`, each with the events that move it. */
  readonly moved: ReadonlyMap<string, readonly string[]>;
};

/** Says what is wrong with the events, and gives them. */
export function checkEvents(lookup: SystemLookup): Happenings {
  const { sayer, system } = lookup;
  const actors = system.actors === undefined ? undefined : namesOf(system.actors);
  const moved = new Map<string, string[]>();
  const declared = Object.entries(system.events ?? {});
  for (const [name, event] of declared) {
    const path = ['events', name];
    checkName(sayer.sayOfKey, name, path);
    if (event === MISSHAPEN) continue;
    checkEvent(sayer, event, actors, path);
    const moves = new Set<string>();
    checkSystemEvent(lookup, event, path, moves);
    for (const each of moves) {
      const movers = moved.get(each) ?? [];
      moved.set(each, movers);
      movers.push(name);
    }
    if (isIdle(event))
      sayer.sayOfKey('SA177', path, `${name} moves nobody, and sets, sends and receives nothing`, name);
  }
  const others = new Set([...ownEvents(lookup, moved), ...losses(lookup)]);
  for (const [name] of declared)
    if (others.has(name))
      sayer.sayOfKey('SA165', ['events', name], `there is already an event ${name}, which happens on its own`, name);
  return { names: new Set([...declared.map(([name]) => name), ...others]), moved };
}

/** Whether somebody moves or something is set. */
const hasEffect = ({ moves = {}, set = {} }: Pick<SystemEvent, 'moves' | 'set'>): boolean =>
  Object.keys(moves).length > 0 ||
  Object.values(set).some((given) => typeof given !== 'object' || given === null || Object.keys(given).length > 0);

/** Whether nothing at all happens in an event: it is none of the language. */
export const isIdle = (event: SystemEvent): boolean => {
  const { receive = {}, send = {}, each = [] } = event;
  return !hasEffect(event) && [receive, send, each].every((part) => Object.keys(part).length === 0);
};

/** The events of tables that nothing moves. */
const ownEvents = (lookup: SystemLookup, moved: Happenings['moved']): readonly string[] =>
  [...lookup.sets].flatMap((set) => {
    const table = lookup.tableOf(set);
    if (table === 'none' || table === undefined) return [];
    return [...table.events].map((event) => ownEvent(set, event)).filter((event) => !moved.has(event));
  });

const losses = ({ system: { channels = {} } }: SystemLookup): readonly string[] =>
  Object.keys(channels).flatMap((channel) => (channels[channel]?.lossy === true ? [loseEvent(channel)] : []));

function checkSystemEvent(lookup: SystemLookup, event: SystemEvent, path: Path, moved: Set<string>): void {
  const { with: parameters, distinct, when, set, receive = {}, send = {}, each = [] } = event;
  const scope = scopeWith(lookup, { ...(parameters && { parameters }), ...(distinct && { distinct }) }, [
    NO_PARAMETERS,
    [...path, 'with'],
    [...path, 'distinct'],
  ]);
  if (when !== undefined) checkSystemPredicate(lookup, when, [...path, 'when'], scope, undefined);
  checkMoves(lookup, event.moves, [...path, 'moves'], scope, moved);
  checkSet(lookup, set, [...path, 'set'], scope, true);
  for (const [channel, message] of Object.entries(receive))
    checkMessage(lookup, channel, message, [...path, 'receive', channel], scope);
  for (const [channel, message] of Object.entries(send))
    checkMessage(lookup, channel, message, [...path, 'send', channel], scope);
  each.forEach((group, index) => checkParticipants(lookup, group, [...path, 'each', index], scope, moved));
}

function checkParticipants(
  lookup: SystemLookup,
  participants: Participants,
  path: Path,
  around: Scope,
  moved: Set<string>,
): void {
  const { with: parameters, distinct, is, moves, set } = participants;
  if (!hasEffect(participants)) lookup.sayer.say('SA177', path, 'these take part, and neither move nor are set');
  const scope = scopeWith(lookup, { parameters, ...(distinct && { distinct }) }, [
    around,
    [...path, 'with'],
    [...path, 'distinct'],
  ]);
  if (is !== undefined) checkSystemPredicate(lookup, is, [...path, 'is'], scope, undefined);
  checkMoves(lookup, moves, [...path, 'moves'], scope, moved);
  checkSet(lookup, set, [...path, 'set'], scope, false);
}

function checkMoves(
  lookup: SystemLookup,
  moves: SystemEvent['moves'],
  path: Path,
  scope: Scope,
  moved: Set<string>,
): void {
  const { sayOfKey } = lookup.sayer;
  for (const [reference, event] of Object.entries(moves ?? {})) {
    const at = [...path, reference];
    const set = lookup.instance(reference, at, scope, sayOfKey);
    const table = set === undefined ? undefined : lookup.tableOf(set);
    if (table === 'none')
      sayOfKey('SA167', at, `the instances of ${set} have no table, so they cannot move`, reference);
    else if (table?.event(event, at)) moved.add(ownEvent(set as string, event));
  }
}

/** Assignments of shared variables, where they may be set as well, and of the memory added to instances. */
function checkSet(
  lookup: SystemLookup,
  set: SystemAssignments | undefined,
  path: Path,
  scope: Scope,
  canBeShared: boolean,
): void {
  const { sayer } = lookup;
  for (const [target, given] of Object.entries(set ?? {})) {
    const at = [...path, target];
    if (canBeShared && lookup.shared.has(target)) {
      const shape = partProblems(given, assignmentSchema);
      const subject = lookup.subject({}, target, at, scope);
      if (shape.length > 0) sayer.add(shape, at);
      else if (subject !== undefined) checkAssignment(sayer, subject, given, at);
      continue;
    }
    if (lookup.denoted(target, scope) === undefined && !lookup.sets.has(target)) {
      const what = canBeShared ? 'reference or shared variable' : 'reference';
      const candidates = inTurn(scope.parameters.keys(), canBeShared ? lookup.shared : [], lookup.instances.keys());
      sayer.sayOfKey('SA162', at, `there is no ${what} called ${quoted(target)}`, target, candidates);
      continue;
    }
    const owner = lookup.instance(target, at, scope, sayer.sayOfKey);
    const shape = partProblems(given, assignmentsSchema);
    if (shape.length > 0) sayer.add(shape, at);
    else if (owner !== undefined) checkAdded(lookup, owner, given as object, at, scope);
  }
}

function checkAdded(lookup: SystemLookup, set: string, given: object, path: Path, scope: Scope): void {
  const { sayer } = lookup;
  for (const [variable, assignment] of Object.entries(given)) {
    const at = [...path, variable];
    const subject = lookup.subject({ set }, variable, at, scope);
    if (subject === undefined) continue;
    const table = lookup.tableOf(set);
    if (lookup.added({ set }, variable) !== undefined) checkAssignment(sayer, subject, assignment, at);
    else if (typeof table === 'object')
      sayer.sayOfKey(
        'SA168',
        at,
        `${variable} is memory of the table ${table.table.name}, which its rows write`,
        variable,
      );
  }
}

function checkMessage(lookup: SystemLookup, channel: string, message: Message, path: Path, scope: Scope): void {
  const { sayer, system } = lookup;
  if (!sayer.known(lookup.channels, 'SA164', 'channel', channel, path, sayer.sayOfKey)) return;
  const declared = system.channels?.[channel];
  if (declared === undefined || declared === (MISSHAPEN as object)) return;
  const fields = namesOf(declared.message);
  const missing = [...fields].filter((field) => !Object.hasOwn(message, field));
  if (missing.length > 0)
    sayer.sayOfKey('SA169', path, `this message of ${channel} lacks ${missing.join(', ')}`, channel);
  for (const [field, operand] of Object.entries(message)) {
    const at = [...path, field];
    const known = fields.has(field) ? declared.message[field] : undefined;
    if (known === undefined)
      sayer.sayOfKey('SA169', at, `messages of ${channel} have no field called ${quoted(field)}`, field, fields);
    else checkOperand(lookup.declaredSubject(field, known, {}, scope, false), operand, at);
  }
}

function checkOperand({ kind, value, operand }: Subject, given: SystemOperand, path: Path): void {
  if (kind === undefined) return;
  if (typeof given === 'object' && given !== null) operand(given, path);
  else value(given as Value, path);
}
