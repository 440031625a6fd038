/**
 * A compiled model written out as one array of numbers, as a search reads it: no objects stand between it and what it
 * looks up. A record is read from its place onwards.
 *
 *     lookups    count, then for each its component and the place of its table
 *     sum        from, to, 1 where it is negated, lookups, count of parts, the numbers of the parts
 *     part       lookups that must all be 1, count of general conditions, their numbers, and the blockings: lookups
 *                that must all be -1
 *     enabled    count of occasions; for each the place of its common part, the count of its choices, and for each of
 *                these the count and the places of its parts
 *     occasion   count of general conditions, their numbers, blockings (lookups), count of effects, the effects
 *     effect     component, word, place of its table of differences, reads (lookups)
 *     block      bits of 32 occasions, lookups
 */
import type { Compiled, Effect, Guard, Lookup, Occasion, Part, SumCondition } from '../../compile/index.ts';
import type { Packing } from './packing.ts';

const FIRST_ROOM = 16;
const MOST = 2 ** 31 - 1;

/** How many occasions a block holds: one for each bit of a word. */
export const BLOCK = 32;

/** An array of numbers that grows as it is written. */
export class Tape {
  /** What is written. Whoever reads what stands in it already may go on with an array that has been replaced since. */
  numbers = new Int32Array(FIRST_ROOM);
  #length = 0;
  readonly #tables = new Map<Int32Array, number>();

  /** Writes numbers and gives their place. */
  write(numbers: ArrayLike<number>): number {
    const place = this.#length;
    this.#length += numbers.length;
    if (this.#length > this.numbers.length) {
      const { numbers: known } = this;
      this.numbers = new Int32Array(this.#length * 2);
      this.numbers.set(known);
    }
    this.numbers.set(numbers, place);
    return place;
  }

  /** The place of a table, which is written once. */
  table(table: Int32Array): number {
    const place = this.#tables.get(table) ?? this.write(table);
    this.#tables.set(table, place);
    return place;
  }

  lookups(lookups: readonly Lookup[]): readonly number[] {
    return [lookups.length, ...lookups.flatMap(({ component, table }) => [component, this.table(table)])];
  }
}

/** Writes a sum. */
export function writeSum(tape: Tape, { lookups, parts, from, to, isNegated }: SumCondition): number {
  const bounds = [Math.max(-MOST, Math.ceil(from)), Math.min(MOST, Math.floor(to))];
  return tape.write([...bounds, isNegated ? 1 : 0, ...tape.lookups(lookups), parts.length, ...parts]);
}

/** Writes what a part demands. */
export const writePart = (tape: Tape, { guard, blockings, late }: Pick<Part, 'guard' | 'blockings' | 'late'>): number =>
  tape.write([
    ...tape.lookups(guard.local),
    guard.general.length,
    ...guard.general,
    ...tape.lookups([...blockings, ...late]),
  ]);

/** Writes what some occasions demand. */
export const writeEnabled = (tape: Tape, occasions: readonly Occasion[]): number =>
  tape.write([
    occasions.length,
    ...occasions.flatMap(({ common, choices }) => [
      writePart(tape, common),
      choices.length,
      ...choices.flatMap((parts) => [parts.length, ...parts.map((part) => writePart(tape, part))]),
    ]),
  ]);

/** Writes occasions without choices, with their effects on packed words. */
export function occasionWriter(tape: Tape, { components }: Compiled, { word, weight }: Packing) {
  const known = components.map(() => new Map<Int32Array, Int32Array>());
  /** What is added to a word, so that the component gets its next local id. */
  const differences = (component: number, next: Int32Array): Int32Array => {
    const size = components[component]?.values.length as number;
    const made =
      known[component]?.get(next) ??
      next.map((to, index) => (to === -1 ? 0 : (to - (index % size)) * (weight[component] as number)));
    known[component]?.set(next, made);
    return made;
  };
  const effect = ({ component, reads, next }: Effect): readonly number[] => [
    component,
    word[component] as number,
    tape.table(differences(component, next)),
    ...tape.lookups(reads),
  ];
  return ({ common: { guard, blockings, effects } }: Occasion): number =>
    tape.write([
      guard.general.length,
      ...guard.general,
      ...tape.lookups(blockings),
      effects.length,
      ...effects.flatMap(effect),
    ]);
}

/** What a guard demands of one component. */
const demands = ({ local }: Guard, component: number): readonly Int32Array[] =>
  local.flatMap((lookup) => (lookup.component === component ? [lookup.table] : []));

/** Whether an occasion can be taken as far as one component tells, by its local id; nothing where it tells nothing. */
function allows({ common, choices }: Occasion, component: number): ((id: number) => boolean) | undefined {
  const always = demands(common.guard, component);
  const chosen = choices
    .map((parts) => parts.map(({ guard }) => demands(guard, component)))
    .filter((parts) => parts.every((tables) => tables.length > 0));
  if (always.length === 0 && chosen.length === 0) return undefined;
  const holds = (tables: readonly Int32Array[], id: number): boolean => tables.every((table) => table[id] === 1);
  return (id) => holds(always, id) && chosen.every((parts) => parts.some((tables) => holds(tables, id)));
}

/**
 * Writes which occasions come into question, in blocks: a bit for each, cleared where the local id of some component
 * excludes it.
 */
export function writeBlocks(tape: Tape, { components, occasions }: Compiled): Int32Array {
  return Int32Array.from({ length: Math.ceil(occasions.length / BLOCK) }, (_, block) => {
    const some = occasions.slice(block * BLOCK, (block + 1) * BLOCK);
    const lookups = components.flatMap(({ values }, component) => {
      const tests = some.map((occasion) => allows(occasion, component));
      if (tests.every((test) => test === undefined)) return [];
      const bitsAt = (id: number): number =>
        tests.reduce((bits, test, place) => (test === undefined || test(id) ? bits | (1 << place) : bits), 0);
      return [{ component, table: Int32Array.from(values, (_, id) => bitsAt(id)) }];
    });
    return tape.write([-1 >>> (BLOCK - some.length), ...tape.lookups(lookups)]);
  });
}
