/** The levels of breadth-first search, found again as far as they are needed, and kept as lists of words. */
import { finish, type Work } from '../work.ts';
import type { Board } from './board.ts';
import type { Sets } from './sets.ts';

/** A set as the indices of its words of 32 bits that are not 0, ascending, and these words. */
export type Sparse = { readonly index: Uint32Array; readonly bits: Uint32Array };

/** Nothing. */
export const NONE: Sparse = { index: new Uint32Array(), bits: new Uint32Array() };

/** Finds levels. */
export class Levels {
  readonly #board: Board;
  readonly #sets: Sets;
  readonly #known: Sparse[] = [];
  #search: { readonly reached: number; readonly front: number; readonly found: number } | undefined;

  constructor(board: Board, sets: Sets) {
    this.#board = board;
    this.#sets = sets;
  }

  /** The configurations at a depth; none beyond the last. */
  *at(depth: number): Work<Sparse> {
    const sets = this.#sets;
    if (this.#search === undefined) {
      const [reached, front, found] = [sets.empty(), sets.empty(), sets.empty()];
      for (const position of this.#board.initial()) {
        sets.add(reached, position);
        sets.add(front, position);
      }
      this.#search = { reached, front, found };
      this.#known.push(sparse(sets.words(front)));
    }
    const { reached, front, found } = this.#search;
    while (this.#known.length <= depth) {
      yield* this.after(front, found);
      finish(sets.overWords((from, end) => this.#board.kernel.settle(found, reached, front, from, end)));
      this.#known.push(sparse(sets.words(front)));
    }
    return this.#known[depth] as Sparse;
  }

  /** Adds to a set all that a step leads to from another one. */
  *after(from: number, to: number): Work<void> {
    const { kernel, space, steps } = this.#board;
    yield* this.#sets.overRows((first, end) => {
      kernel.expand(space, steps, from, to, first, end);
      return 0;
    });
  }

  /** Those of one set that have a step into another. */
  *before(among: Sparse, into: Sparse): Work<Sparse> {
    const { kernel, space, steps } = this.#board;
    if (among.index.length === 0 || into.index.length === 0) return NONE;
    const [one, other, out] = [this.written(among), this.written(into), this.#sets.take()];
    yield* this.#sets.overRows((from, end) => kernel.before(space, steps, one, other, out, from, end));
    const found = sparse(this.#sets.words(out));
    this.#sets.give([one, other, out]);
    return found;
  }

  /** Writes a sparse set as bits; whoever asks for it gives its place back. */
  written({ index, bits }: Sparse): number {
    const place = this.#sets.empty();
    const words = this.#sets.words(place);
    for (let at = 0; at < index.length; at++) words[index[at] as number] = bits[at] as number;
    return place;
  }
}

/** The words of a set that are not 0. */
export function sparse(words: Uint32Array): Sparse {
  let count = 0;
  for (let word = 0; word < words.length; word++) if (words[word] !== 0) count++;
  const index = new Uint32Array(count);
  const bits = new Uint32Array(count);
  count = 0;
  for (let word = 0; word < words.length; word++) {
    if (words[word] === 0) continue;
    index[count] = word;
    bits[count++] = words[word] as number;
  }
  return { index, bits };
}

/** What a sparse set has in common with another one. */
export function meeting({ index, bits }: Sparse, words: Uint32Array): Sparse {
  const kept: number[] = [];
  for (let at = 0; at < index.length; at++)
    if (((bits[at] as number) & (words[index[at] as number] as number)) !== 0) kept.push(at);
  return {
    index: Uint32Array.from(kept, (at) => index[at] as number),
    bits: Uint32Array.from(kept, (at) => (bits[at] as number) & (words[index[at] as number] as number)),
  };
}

/** What is in at least one of two sparse sets. */
export function joined(one: Sparse, other: Sparse): Sparse {
  if (one.index.length === 0) return other;
  if (other.index.length === 0) return one;
  const words = new Map<number, number>();
  for (const { index, bits } of [one, other])
    for (let at = 0; at < index.length; at++) {
      const word = index[at] as number;
      words.set(word, ((words.get(word) ?? 0) | (bits[at] as number)) >>> 0);
    }
  const index = Uint32Array.from(words.keys()).sort();
  return { index, bits: index.map((word) => words.get(word) as number) };
}

/** Whether a sparse set has a bit of a word. */
export function has({ index, bits }: Sparse, [word, bit]: readonly [word: number, bit: number]): boolean {
  let [from, end] = [0, index.length];
  while (from < end) {
    const middle = (from + end) >> 1;
    if ((index[middle] as number) < word) from = middle + 1;
    else end = middle;
  }
  return index[from] === word && (((bits[from] as number) >>> bit) & 1) === 1;
}
