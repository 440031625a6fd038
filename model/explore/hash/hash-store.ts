/**
 * The hash strategy: the configurations that were reached as keys of 64 bits in one table. For sparse models, of whose possible configurations few
 * are reachable.
 */
import type { Compiled } from '../../compile/compiled.ts';
import { type Decision, TRUE } from '../../compile/decisions.ts';
import { singleDigitsOf } from '../../compile/digits.ts';
import { TooLarge } from '../../compile/index.ts';
import { type Moves, movesOf } from '../../compile/moves.ts';
import type { Limits } from '../graph.ts';
import { type HashKernel, hashKernel } from '../kernel/instance.ts';
import { Places } from '../kernel/memory.ts';
import { initialNumbers } from '../space/initial.ts';
import { over, Sets } from '../space/sets.ts';
import { type Sparse, sparse } from '../space/sparse.ts';
import type { Found, Store, Surveyed } from '../space/store.ts';
import type { Work } from '../work.ts';
import { type Fields, fieldsOfKey, keyOf, numbersOf } from './keys.ts';
import { classesOfKeys, type KeyClasses, writeKeyClasses, writeKeyMoves } from './layout.ts';
import { Queue } from './queue.ts';
import { searching } from './search.ts';

/** A model in numbers, before it is written into any memory. */
export type DrawnKeys = {
  readonly compiled: Compiled;
  readonly moves: Moves;
  readonly fields: Fields;
  /** The classes of all guards. */
  readonly classes: KeyClasses;
};

/** Draws a model up for the hash strategy. @throws {TooLarge} where its moves are not of that form, or its keys too long */
export function drawKeys(compiled: Compiled): DrawnKeys {
  const moves = movesOf(compiled, singleDigitsOf(compiled));
  const fields = fieldsOfKey(moves.digits);
  return { compiled, moves, fields, classes: classesOfKeys(moves, fields, moves.guards) };
}

/** How many keys, and words of slots, are looked at between two pauses: some milliseconds. */
const PIECE = 1 << 14;
const SLOTS = 1 << 10;
const WORD = 64;

/** What the kernel finds where there is nothing. */
const NOWHERE = 2 ** 32 - 1;

export class HashStore implements Store {
  readonly strategy = 'hash';
  readonly compiled: Compiled;
  readonly moves: Moves;
  readonly kernel: HashKernel;
  readonly places: Places;
  readonly sets: Sets;
  readonly steps: number;
  readonly queue: Queue;
  readonly #fields: Fields;
  readonly #guards: number;
  /** Places of automata, by decision. */
  readonly #written = new Map<Decision, number>();
  /** Where the keys of each level begin in the queue, with one more entry at the end. */
  levels: readonly number[] = [];

  constructor({ compiled, moves, fields, classes }: DrawnKeys) {
    this.compiled = compiled;
    this.moves = moves;
    this.#fields = fields;
    this.kernel = hashKernel();
    this.places = new Places(this.kernel.memory);
    this.#guards = writeKeyClasses(this.places, classes);
    this.sets = new Sets(this);
    this.steps = this.stepsOf(() => true);
    const most = moves.groups.reduce((sum, { cells }) => sum + longest(cells), 0);
    this.queue = new Queue(this.kernel, this.places, fields, most);
  }

  get length(): number {
    return this.queue.slots / WORD;
  }

  stepsOf(occasions: (occasion: number) => boolean): number {
    return writeKeyMoves(this.places, this.#guards, this.moves, this.#fields, occasions);
  }

  initial(): readonly number[] {
    return initialNumbers(this.compiled, this.moves.digits).map((numbers) => this.positionOf(numbers) as number);
  }

  bitOf(position: number): readonly [word: number, bit: number] {
    return [position >>> 5, position & 31];
  }

  positionAt(word: number, bit: number): number {
    return word * 32 + bit;
  }

  numbersAt(position: number): readonly number[] {
    return numbersOf(this.#fields, BigInt.asUintN(WORD, this.kernel.keyAt(this.queue.space, position)));
  }

  positionOf(numbers: readonly number[]): number | undefined {
    const slot = this.kernel.find(this.queue.space, keyOf(this.#fields, numbers)) >>> 0;
    return slot === NOWHERE ? undefined : slot;
  }

  search(limits: Pick<Limits, 'maxConfigurations' | 'from'>) {
    const keys = initialNumbers(this.compiled, this.moves.digits).map((numbers) => keyOf(this.#fields, numbers));
    return searching(this, keys, limits);
  }

  *survey({ size, queue }: Found): Work<Surveyed> {
    const count = this.moves.groups.reduce(
      (sum, { cells }) => sum + cells.reduce((all, { length }) => all + length, 0),
      0,
    );
    const taken = this.places.take(count);
    const stuck = this.sets.empty();
    let transitions = 0;
    yield* over(size - queue, PIECE, (from, end) => {
      transitions += Number(this.kernel.survey(this.queue.space, this.steps, taken, stuck, from, end));
      return 0;
    });
    const bytes = new Uint8Array(this.kernel.memory.buffer, taken, count).slice();
    return { transitions, stuck, taken: (move) => (bytes[move] === 1 ? ALL : undefined) };
  }

  *level(depth: number): Work<Sparse> {
    const from = this.levels[depth] ?? this.levels.at(-1) ?? 0;
    const end = this.levels[depth + 1] ?? from;
    const set = this.sets.empty();
    yield* over(end - from, PIECE, (first, last) => {
      this.kernel.slots(this.queue.space, set, from + first, from + last);
      return 0;
    });
    const level = sparse(this.sets.words(set));
    this.sets.give([set]);
    return level;
  }

  *after(steps: number, set: number, to: number): Work<void> {
    yield* this.sets.overWords((from, end) => {
      this.kernel.after(this.queue.space, steps, set, to, from, end);
      return 0;
    }, SLOTS);
  }

  before(steps: number, set: number, into: number, out: number): Work<number> {
    return this.sets.overWords(
      (from, end) => this.kernel.before(this.queue.space, steps, set, into, out, from, end),
      SLOTS,
    );
  }

  *leadTo(steps: number, set: number, into: number): Work<number> {
    const { kernel, queue } = this;
    const { space, count } = queue;
    // Once back and once forth in the order in which keys were found, where most is found; then only over what is left.
    let found = yield* over(count, PIECE, (from, end) =>
      kernel.follow(space, steps, set, into, count - end, count - from, false),
    );
    found += yield* over(count, PIECE, (from, end) => kernel.follow(space, steps, set, into, from, end, true));
    for (let more = 1; more > 0; found += more)
      more = yield* over(this.length, SLOTS, (from, end) => kernel.sweep(space, steps, set, into, from, end));
    return found;
  }

  *select(decision: Decision, set: number, out: number): Work<number> {
    const classes = this.#written.get(decision) ?? this.#write(decision);
    return yield* this.sets.overWords(
      (from, end) => this.kernel.select(this.queue.space, classes, set, out, from, end),
      SLOTS,
    );
  }

  *occurring(set: number, digit: number): Work<readonly number[]> {
    const widths = this.#fields.map(({ mask }) => mask + 1);
    const count = widths.reduce((sum, width) => sum + width, 0);
    const seen = this.places.take(count);
    yield* this.sets.overWords((from, end) => {
      this.kernel.occurring(this.queue.space, set, seen, from, end);
      return 0;
    }, SLOTS);
    const start = widths.slice(0, digit).reduce((sum, width) => sum + width, 0);
    const bytes = new Uint8Array(this.kernel.memory.buffer, seen + start, widths[digit]);
    return [...bytes.keys()].filter((number) => bytes[number] === 1);
  }

  #write(decision: Decision): number {
    if (decision <= TRUE) throw new TooLarge('a condition that is known');
    const place = writeKeyClasses(this.places, classesOfKeys(this.moves, this.#fields, [decision]));
    this.#written.set(decision, place);
    return place;
  }
}

/** The row has one number. */
const ALL = Uint32Array.of(1);

/** The greatest length of some lists. */
const longest = (lists: readonly { readonly length: number }[]): number =>
  lists.reduce((most, { length }) => Math.max(most, length), 0);
