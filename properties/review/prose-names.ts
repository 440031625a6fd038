/** What words in prose name: states and events of a table by their names and labels, exactly as they are written there but for case and spaces. */
import { plain } from '../../model/import/text.ts';
import type { Table, Text } from '../../model/table/types.ts';
import { calledIn } from './held.ts';
import { asWords, labelsOf } from './meanings.ts';
import type { Called } from './words/things.ts';

/** The names of a table, by words as they are compared. */
export type Names = {
  readonly statesCalled: (words: string) => readonly string[];
  /** Whether the table has the words anywhere: as a name, a label, a word of its own. */
  readonly knows: (words: string) => boolean;
  /** The name or label of a state or event that differs from the words by one letter. */
  readonly near: (words: string) => string | undefined;
  /** The names and labels of states, and those of events. */
  readonly states: readonly string[];
  readonly events: readonly string[];
  /** A state as it is called. */
  readonly called: (state: string) => Called;
};

const keysOf = (words: string): readonly string[] => [...new Set([plain(words), asWords(words)])];

/** All texts in a value, with the keys of its objects. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const each of value) yield* textsIn(each);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) {
      yield key;
      yield* textsIn(each);
    }
}

const SHORTEST_NEAR = 5;

/** Whether one letter was changed, added, left out, or swapped with its neighbour; endings that were only added are other words. */
function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < SHORTEST_NEAR - 1 || long.length < SHORTEST_NEAR) return false;
  if (long.length - short.length > 1 || short === long || long.startsWith(short)) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const rest = (skipShort: number, skipLong: number): boolean =>
    short.slice(start + skipShort) === long.slice(start + skipLong);
  if (short.length < long.length) return rest(0, 1);
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  const isInside = start < short.length - 1 && !/\d/.test(`${short[start]}${long[start]}`);
  return (isInside && rest(1, 1)) || (isSwapped && rest(2, 2));
}

/** The names of a table. */
export function namesOf(table: Table): Names {
  const statesBy = new Map<string, string[]>();
  const written = (all: { readonly [name: string]: { readonly label?: Text } }): readonly string[] =>
    Object.entries(all).flatMap(([name, { label }]) => [name, ...labelsOf(label, 'en')]);
  for (const [state, { label }] of Object.entries(table.states))
    for (const key of new Set([state, ...labelsOf(label, 'en')].flatMap(keysOf)))
      statesBy.set(key, [...(statesBy.get(key) ?? []), state]);
  const { rulings: _, sources: __, ...own } = table;
  const known = new Set([...textsIn(own)].flatMap(keysOf));
  const states = written(table.states);
  const events = written(table.events);
  return {
    statesCalled: (words) => keysOf(words).flatMap((key) => statesBy.get(key) ?? []),
    knows: (words) => keysOf(words).some((key) => known.has(key)),
    near: (words) => [...states, ...events].find((name) => isSlip(words.toLowerCase(), name.toLowerCase())),
    states,
    events,
    called: (state) => calledIn(table, state),
  };
}
