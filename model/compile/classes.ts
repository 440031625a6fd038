/**
 * What the outer digits of a configuration decide about several conditions at once. They are read one after the other,
 * as a finite automaton reads a word; where it ends, in a *class*, each condition is left with the numbers of the row
 * for which it holds.
 */
import { type Decision, type Decisions, FALSE, TRUE } from './decisions.ts';
import type { Digits } from './digits.ts';
import { TooLarge } from './too-large.ts';

/** An automaton over the outer digits. */
export type Classes = {
  /** For each outer digit the next place, by place times the size of the digit plus its number. The first place is 0. */
  readonly next: readonly Int32Array[];
  readonly count: number;
  /**
   * The numbers of the row for which conditions hold, as bits in words of 32: those of condition `c` in class `k`
   * begin at `(k * conditions + c) * 2 * words`.
   */
  readonly masks: Int32Array;
};

/** The most entries of all tables. */
const MOST_ENTRIES = 1 << 22;

/** Reads what some decisions come to. @throws {TooLarge} */
export function classesOf({ all, words }: Digits, decisions: Decisions, conditions: readonly Decision[]): Classes {
  let level: (readonly Decision[])[] = [conditions];
  let entries = 0;
  const spend = (count: number): void => {
    entries += count;
    if (entries > MOST_ENTRIES) throw new TooLarge('the conditions that hold together');
  };
  const next = all.slice(0, -1).map(({ size }, digit) => {
    spend(level.length * size);
    const table = new Int32Array(level.length * size);
    const found = new Map<string, number>();
    const after: (readonly Decision[])[] = [];
    for (const [place, left] of level.entries())
      for (let number = 0; number < size; number++) {
        const each = left.map((node) => decisions.child(node, digit, number));
        const key = each.join();
        const known = found.get(key) ?? after.push(each) - 1;
        found.set(key, known);
        table[place * size + number] = known;
      }
    level = after;
    return table;
  });
  const span = 2 * words;
  spend(level.length * conditions.length * span);
  const masks = new Int32Array(level.length * conditions.length * span);
  const row = all.length - 1;
  const size = all.at(-1)?.size ?? 1;
  for (const [index, left] of level.entries())
    for (const [condition, node] of left.entries()) {
      if (node === FALSE) continue;
      const from = (index * conditions.length + condition) * span;
      for (let number = 0; number < size; number++)
        if (decisions.child(node, row, number) === TRUE) {
          const word = from + (number >> 5);
          masks[word] = (masks[word] as number) | (1 << (number & 31));
        }
    }
  return { next, count: level.length, masks };
}
