/** Sets of configurations as bits in the memory of a kernel. */
import type { SetsKernel } from '../kernel/instance.ts';
import { OutOfMemory, type Places } from '../kernel/memory.ts';
import { inPieces, type Work } from '../work.ts';
import type { Configurations } from './space.ts';

/** How many words are looked at between two pauses: about a millisecond. */
const PIECE = 1 << 15;

/** What a kernel does to words, or rows, from one up to, not including, another; gives how many it has found. */
export type Pass = (from: number, end: number) => number;

/** What sets are made in; `store.ts` says what each part means. */
type Holder = {
  readonly kernel: SetsKernel;
  readonly places: Places;
  readonly length: number;
  bitOf(position: number): readonly [word: number, bit: number];
  positionAt(word: number, bit: number): number;
};

/** Makes sets and does what can be done with them bit by bit. */
export class Sets {
  readonly #store: Holder;
  readonly #free: number[] = [];
  /** Places that somebody uses, and will give back. */
  readonly #used = new Set<number>();

  constructor(store: Holder) {
    this.#store = store;
  }

  /** A place for a set, with anything in it. */
  take(): number {
    const place = this.#place();
    this.#used.add(place);
    return place;
  }

  give(places: readonly number[]): void {
    for (const place of places) this.#used.delete(place);
    this.#free.push(...places);
  }

  /** An empty set that is never given back. */
  kept(): number {
    const place = this.#place();
    this.bytes(place).fill(0);
    return place;
  }

  /** Does work; where memory does not suffice for it, gives back what it has taken, and nothing else comes of it. */
  *trying<T>(work: Work<T>): Work<T | undefined> {
    const before = new Set(this.#used);
    try {
      return yield* work;
    } catch (error) {
      if (!(error instanceof OutOfMemory)) throw error;
      this.give([...this.#used].filter((place) => !before.has(place)));
      return undefined;
    }
  }

  #place(): number {
    return this.#free.pop() ?? this.#store.places.take(this.#store.length * 8);
  }

  /** An empty set. */
  empty(): number {
    const place = this.take();
    this.bytes(place).fill(0);
    return place;
  }

  bytes(place: number): Uint8Array {
    return new Uint8Array(this.#store.kernel.memory.buffer, place, this.#store.length * 8);
  }

  words(place: number): Uint32Array {
    return new Uint32Array(this.#store.kernel.memory.buffer, place, this.#store.length * 2);
  }

  has(place: number, position: number): boolean {
    const [word, bit] = this.#store.bitOf(position);
    return (((this.words(place)[word] as number) >>> bit) & 1) === 1;
  }

  /** Adds a position; whether it is new. */
  add(place: number, position: number): boolean {
    const [word, bit] = this.#store.bitOf(position);
    const words = this.words(place);
    const before = words[word] as number;
    words[word] = before | (1 << bit);
    return words[word] !== before;
  }

  /** The positions in a set, ascending. */
  *positions(place: number): Generator<number> {
    for (let word = 0; word < this.#store.length * 2; word++)
      for (let bits = this.words(place)[word] as number; bits !== 0; bits &= bits - 1)
        yield this.#store.positionAt(word, 31 - Math.clz32(bits & -bits));
  }

  /** Goes over all words of sets, so many between two pauses. */
  overWords(pass: Pass, piece = PIECE): Work<number> {
    return over(this.#store.length, piece, pass);
  }

  *both(one: Configurations, other: Configurations): Work<Configurations> {
    const place = this.take();
    const { kernel } = this.#store;
    const count = yield* this.overWords((from, end) => kernel.both(one.place, other.place, place, from, end));
    return { place, count };
  }

  *either(one: Configurations, other: Configurations): Work<Configurations> {
    const place = this.take();
    const { kernel } = this.#store;
    const count = yield* this.overWords((from, end) => kernel.either(one.place, other.place, place, from, end));
    return { place, count };
  }

  *without(one: Configurations, other: Configurations): Work<Configurations> {
    const place = this.take();
    const { kernel } = this.#store;
    const count = yield* this.overWords((from, end) => kernel.without(one.place, other.place, place, from, end));
    return { place, count };
  }
}

/** Does a pass from 0 up to a number, a piece at a time, and adds up what is found. */
export function* over(end: number, piece: number, pass: Pass): Work<number> {
  let [next, count] = [0, 0];
  yield* inPieces(() => {
    const from = next;
    next = Math.min(end, next + piece);
    count += pass(from, next) >>> 0;
    return next < end;
  });
  return count;
}
