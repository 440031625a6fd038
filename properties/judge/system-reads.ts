/**
 * The variables of a system whose value matters, those of the tables' own memory included where the system reads it.
 */
import { setOf } from '../../model/system/events.ts';
import {
  type Parameters,
  type Participants,
  SHARED,
  type System,
  type SystemEvent,
  type SystemProperty,
} from '../../model/system/types.ts';
import { PROPERTY_KINDS } from '../../model/table/types.ts';

/**
 * Where something is read: the parameters that are known there, and the set of the instance that is spoken of, if one
 * is.
 */
type Place = { readonly parameters: Parameters; readonly set?: string | undefined };

type Words = { readonly [word: string]: unknown };

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A variable as findings name it: with the set it belongs to, or alone where it is shared. */
const named = (set: string | undefined, variable: string): string =>
  set === undefined ? variable : `${set}.${variable}`;

/**
 * The variables that a condition of an event or of a property, an operand or a message reads, as `set.variable`,
 * shared ones by their own names. Adding to a variable, or copying it to itself, reads it for nothing else's sake.
 */
export function variablesReadIn(system: System): ReadonlySet<string> {
  const shared = system.memory ?? {};

  /** The variable that an operand reads, if it reads one. */
  function operand(value: unknown, { parameters, set }: Place): readonly string[] {
    if (!isWords(value) || typeof value.memory !== 'string') return [];
    const { memory, of } = value as { readonly memory: string; readonly of?: string };
    if (of === SHARED) return [memory];
    return [named(of === undefined ? set : setOf(system, of, parameters), memory)];
  }

  /** The operands of a condition: it is one itself, or has one for each comparison. */
  const compared = (condition: unknown, place: Place): readonly string[] =>
    isWords(condition) ? [condition, ...Object.values(condition)].flatMap((each) => operand(each, place)) : [];

  /** What is read by the words that conditions on a system and on an instance have in common. */
  const combined = ({ all, any, not }: Words, within: (predicate: Words) => readonly string[]): readonly string[] =>
    [...listed(all), ...listed(any), not].flatMap((each) => (isWords(each) ? within(each) : []));

  function instance(predicate: Words, place: Place): readonly string[] {
    const own = Object.entries(predicate).flatMap(([word, condition]) =>
      INSTANCE_WORDS.has(word) ? [] : [named(place.set, word), ...compared(condition, place)],
    );
    return [...own, ...combined(predicate, (each) => instance(each, place))];
  }

  function predicate(condition: Words, parameters: Parameters): readonly string[] {
    const own = Object.entries(condition).flatMap(([word, wanted]): readonly string[] => {
      if (QUANTIFIERS.has(word)) return isWords(wanted) ? quantified(wanted, parameters) : [];
      if (WORDS.has(word)) return [];
      const place = { parameters };
      if (Object.hasOwn(shared, word)) return [word, ...compared(wanted, place)];
      if (Object.hasOwn(system.channels ?? {}, word)) return compared(wanted, place);
      return isWords(wanted) ? instance(wanted, { parameters, set: setOf(system, word, parameters) }) : [];
    });
    return [...own, ...combined(condition, (each) => predicate(each, parameters))];
  }

  function quantified({ of, is, distinct: _, ...comparisons }: Words, parameters: Parameters): readonly string[] {
    const counted = compared(comparisons, { parameters });
    return isWords(is) ? [...counted, ...predicate(is, { ...parameters, ...(of as Parameters) })] : counted;
  }

  const where = (condition: unknown, parameters: Parameters): readonly string[] =>
    isWords(condition) ? predicate(condition, parameters) : [];

  /** What one assignment copies from another variable. */
  const assigned = (to: string, value: unknown, place: Place): readonly string[] =>
    operand(value, place).filter((from) => from !== to);

  function assignments(set: SystemEvent['set'] | Participants['set'], parameters: Parameters): readonly string[] {
    return Object.entries(set ?? {}).flatMap(([target, value]) => {
      if (Object.hasOwn(shared, target)) return assigned(target, value, { parameters });
      const place = { parameters, set: setOf(system, target, parameters) };
      return Object.entries(value as Words).flatMap(([variable, each]) =>
        assigned(named(place.set, variable), each, place),
      );
    });
  }

  function event({ with: parameters = {}, when, set, receive, send, each = [] }: SystemEvent): readonly string[] {
    const messages = [receive, send].flatMap((by) =>
      Object.values(by ?? {}).flatMap((fields) => Object.values(fields)),
    );
    return [
      ...where(when, parameters),
      ...assignments(set, parameters),
      ...messages.flatMap((field) => operand(field, { parameters })),
      ...each.flatMap((group) => {
        const all = { ...parameters, ...group.with };
        return [...where(group.is, all), ...assignments(group.set, all)];
      }),
    ];
  }

  const property = (asked: SystemProperty): readonly string[] =>
    [...PROPERTY_KINDS, 'after', 'when'].flatMap((word) => where((asked as Words)[word], asked.forAll ?? {}));

  return new Set([
    ...Object.values(system.events ?? {}).flatMap(event),
    ...Object.values(system.properties ?? {}).flatMap(property),
  ]);
}

const QUANTIFIERS: ReadonlySet<string> = new Set(['forAll', 'exists', 'count']);
const WORDS: ReadonlySet<string> = new Set(['all', 'any', 'not', 'final', 'enabled']);
const INSTANCE_WORDS: ReadonlySet<string> = new Set(['all', 'any', 'not', 'state', 'group', 'tag', 'final']);
