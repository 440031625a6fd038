/** Sets of configurations as bits in the memory of a kernel. */
import type { Configurations } from '../space/space.ts';
import { inPieces, type Work } from '../work.ts';
import type { Board } from './board.ts';

/** How many words are looked at between two pauses: about a millisecond. */
const PIECE = 1 << 15;
const WORD = 64;

/** What a kernel does to words, or rows, from one up to, not including, another; gives how many it has found. */
export type Pass = (from: number, end: number) => number;

/** Makes sets and does what can be done with them bit by bit. */
export class Sets {
  readonly #board: Board;
  readonly #free: number[] = [];

  constructor(board: Board) {
    this.#board = board;
  }

  /** A place for a set, with anything in it. */
  take(): number {
    return this.#free.pop() ?? this.#board.places.take(this.#board.length * 8);
  }

  give(places: readonly number[]): void {
    this.#free.push(...places);
  }

  /** An empty set. */
  empty(): number {
    const place = this.take();
    this.bytes(place).fill(0);
    return place;
  }

  bytes(place: number): Uint8Array {
    return new Uint8Array(this.#board.kernel.memory.buffer, place, this.#board.length * 8);
  }

  words(place: number): Uint32Array {
    return new Uint32Array(this.#board.kernel.memory.buffer, place, this.#board.length * 2);
  }

  has(place: number, position: number): boolean {
    const [word, bit] = this.at(position);
    return (((this.words(place)[word] as number) >>> bit) & 1) === 1;
  }

  /** Adds a position; whether it is new. */
  add(place: number, position: number): boolean {
    const [word, bit] = this.at(position);
    const words = this.words(place);
    const before = words[word] as number;
    words[word] = before | (1 << bit);
    return words[word] !== before;
  }

  /** The positions in a set, ascending. */
  *positions(place: number): Generator<number> {
    const { words: wide } = this.#board.digits;
    const { size } = this.#board.row;
    for (let word = 0; word < this.#board.length * 2; word++) {
      let bits = this.words(place)[word] as number;
      const row = Math.floor(word / (2 * wide));
      const number = (word % (2 * wide)) * 32;
      for (; bits !== 0; bits &= bits - 1) yield row * size + number + 31 - Math.clz32(bits & -bits);
    }
  }

  /** Goes over all words of sets. */
  overWords(pass: Pass): Work<number> {
    return over(this.#board.length, PIECE, pass);
  }

  /** Goes over all rows, from the first on or from the last one back. */
  overRows(pass: Pass, forwards = true): Work<number> {
    const { rows, words } = this.#board.digits;
    const piece = Math.max(1, Math.ceil(PIECE / words));
    return over(rows, piece, forwards ? pass : (from, end) => pass(rows - end, rows - from));
  }

  *both(one: Configurations, other: Configurations): Work<Configurations> {
    const place = this.take();
    const { kernel } = this.#board;
    const count = yield* this.overWords((from, end) => kernel.both(one.place, other.place, place, from, end));
    return { place, count };
  }

  *either(one: Configurations, other: Configurations): Work<Configurations> {
    const place = this.take();
    const { kernel } = this.#board;
    const count = yield* this.overWords((from, end) => kernel.either(one.place, other.place, place, from, end));
    return { place, count };
  }

  *without(one: Configurations, other: Configurations): Work<Configurations> {
    const place = this.take();
    const { kernel } = this.#board;
    const count = yield* this.overWords((from, end) => kernel.without(one.place, other.place, place, from, end));
    return { place, count };
  }

  /** The index of the word of 32 bits, and of the bit in it, where a position stands. */
  at(position: number): readonly [word: number, bit: number] {
    const { row, digits } = this.#board;
    const number = position % row.size;
    const bit = number % WORD;
    const word = (Math.floor(position / row.size) * digits.words + Math.floor(number / WORD)) * 2 + (bit >> 5);
    return [word, bit & 31];
  }
}

/** Does a pass from 0 up to a number, a piece at a time, and adds up what is found. */
function* over(end: number, piece: number, pass: Pass): Work<number> {
  let [next, count] = [0, 0];
  yield* inPieces(() => {
    const from = next;
    next = Math.min(end, next + piece);
    count += pass(from, next) >>> 0;
    return next < end;
  });
  return count;
}
