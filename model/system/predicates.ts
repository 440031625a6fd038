/** Whether conditions on a system speak of what is there, and of each thing in a way that suits it. */
import { checkCondition } from '../table/conditions.ts';
import type { Path } from '../table/diagnostic.ts';
import { quoted } from '../table/plain.ts';
import { type Look, written } from '../table/sayer.ts';
import { partProblems } from '../table/shape.ts';
import { inTurn, suggest } from '../table/suggest.ts';
import { BOUNDS } from './bounds.ts';
import type { Scope } from './domain.ts';
import type { SystemLookup } from './lookup.ts';
import { conditionSchema, instancePredicateSchema } from './schema.ts';
import { scopeWith } from './scope.ts';
import type { Counted, InstancePredicate, Quantified, SystemPredicate } from './types.ts';

/** The words of a condition on an instance. */
const INSTANCE_WORDS = ['state', 'group', 'tag', 'final', 'all', 'any', 'not'];

/** The words of a condition on the system. */
const WORDS = ['all', 'any', 'not', 'forAll', 'exists', 'count', 'final', 'enabled'];

/**
 * Says what is wrong with a condition on the system. Events are looked up where a condition may ask what is enabled; the guard of an event may
 * not, for what is enabled depends on the guards.
 */
export function checkSystemPredicate(
  lookup: SystemLookup,
  given: SystemPredicate,
  path: Path,
  scope: Scope,
  event: Look | undefined,
): void {
  const { sayer } = lookup;
  const inside = (part: SystemPredicate, at: Path, within = scope): void =>
    checkSystemPredicate(lookup, part, at, within, event);
  for (const [word, wanted] of Object.entries(given)) {
    const at = [...path, word];
    if (word === 'all' || word === 'any')
      (wanted as SystemPredicate[]).forEach((part, index) => inside(part, [...at, index]));
    else if (word === 'not') inside(wanted as SystemPredicate, at);
    else if (word === 'forAll' || word === 'exists' || word === 'count') {
      const { of, distinct, is } = wanted as Quantified;
      const quantified = { parameters: of, ...(distinct && { distinct }) };
      inside(is, [...at, 'is'], scopeWith(lookup, quantified, [scope, [...at, 'of'], [...at, 'distinct']]));
      if (word === 'count') checkCount(lookup, wanted as Counted, at, scope);
    } else if (word === 'final') continue;
    else if (word !== 'enabled') checkEntry(lookup, word, wanted, at, scope);
    else if (event !== undefined) sayer.each(wanted as string, at, event);
    else sayer.sayOfKey('SA174', at, 'what is enabled depends on guards, so no guard can ask for it');
  }
}

function checkCount(
  lookup: SystemLookup,
  { of: _, distinct: __, is: ___, ...comparisons }: Counted,
  path: Path,
  scope: Scope,
) {
  const { sayer } = lookup;
  if (Object.keys(comparisons).length === 0)
    sayer.sayOfKey('SA110', path, 'this count is compared with nothing; add one of eq, ne, lt, le, gt, ge', 'count');
  checkCondition(sayer, lookup.number('the count', BOUNDS.bindings, scope), comparisons, path);
}

/** A condition behind a name: of a shared variable, of a channel, or of an instance. */
function checkEntry(lookup: SystemLookup, name: string, wanted: unknown, path: Path, scope: Scope): void {
  const { sayer } = lookup;
  const { sayOfKey } = sayer;
  const isChannel = lookup.channels.has(name);
  if (isChannel || lookup.shared.has(name)) {
    const shape = partProblems(wanted, conditionSchema);
    if (shape.length > 0) return sayer.add(shape, path);
    const capacity = isChannel ? lookup.system.channels?.[name]?.capacity : undefined;
    const subject = isChannel
      ? lookup.number(`the number of messages in ${name}`, capacity ?? BOUNDS.capacity, scope)
      : lookup.subject({}, name, path, scope);
    if (subject !== undefined) checkCondition(sayer, subject, wanted, path);
    return;
  }
  if (lookup.denoted(name, scope) === undefined && !lookup.sets.has(name)) {
    const sentence = `there is no reference, shared variable or channel called ${quoted(name)}`;
    const { shared, channels, instances } = lookup;
    const candidates = inTurn(WORDS, scope.parameters.keys(), shared, channels, instances.keys());
    return sayOfKey('SA162', path, sentence, name, candidates);
  }
  const set = lookup.instance(name, path, scope, sayOfKey);
  if (typeof wanted !== 'object') return sayNoCondition(lookup, written(wanted), path, set);
  const shape = partProblems(wanted, instancePredicateSchema);
  if (shape.length > 0) sayer.add(shape, path);
  else if (set !== undefined) checkInstancePredicate(lookup, wanted as InstancePredicate, path, set, scope);
}

/** Says that what stands behind an instance is no condition on it: the state in which it is to be, perhaps, on its own. */
function sayNoCondition(lookup: SystemLookup, text: string, path: Path, set: string | undefined): void {
  const table = set === undefined ? 'none' : lookup.tableOf(set);
  const expected = 'expected a condition on the instance, such as { state: … }';
  lookup.sayer.sayMeant(['SA112', path, expected, text], () => {
    const state = typeof table === 'object' ? suggest(text, table.states) : undefined;
    return state === undefined ? undefined : `{ state: ${state} }`;
  });
}

function checkInstancePredicate(
  lookup: SystemLookup,
  given: InstancePredicate,
  path: Path,
  set: string,
  scope: Scope,
): void {
  const { sayer } = lookup;
  const table = lookup.tableOf(set);
  for (const [word, wanted] of Object.entries(given)) {
    const at = [...path, word];
    if (word === 'all' || word === 'any')
      (wanted as InstancePredicate[]).forEach((part, index) =>
        checkInstancePredicate(lookup, part, [...at, index], set, scope),
      );
    else if (word === 'not') checkInstancePredicate(lookup, wanted as InstancePredicate, at, set, scope);
    else if (word === 'state' || word === 'group' || word === 'tag' || word === 'final') {
      if (table === 'none')
        sayer.sayOfKey('SA167', at, `the instances of ${set} have no table, so they have no states`, word);
      else {
        const look = table?.ofState(word);
        if (look !== undefined) sayer.each(wanted as string, at, look);
      }
    } else {
      const subject = lookup.subject({ set }, word, at, scope, sayer.sayOfKeyBeside(INSTANCE_WORDS));
      if (subject !== undefined) checkCondition(sayer, subject, wanted, at);
    }
  }
}
