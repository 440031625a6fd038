/**
 * The bitmap strategy: every configuration that is made of local ids has a bit, whether it is reachable or not. Neighbouring bits are the numbers
 * of one row, and whole words of them are moved at once.
 */
import { type Classes, classesOf } from '../../compile/classes.ts';
import type { Compiled } from '../../compile/compiled.ts';
import type { Decision } from '../../compile/decisions.ts';
import { type Digit, type Digits, digitsOf } from '../../compile/digits.ts';
import { type Moves, movesOf } from '../../compile/moves.ts';
import type { Limits } from '../graph.ts';
import { type BitmapKernel, bitmapKernel } from '../kernel/instance.ts';
import { writeClasses, writeMoves, writeSpace, writeSteps } from '../kernel/layout.ts';
import { Places } from '../kernel/memory.ts';
import { initialNumbers } from '../space/initial.ts';
import { over, type Pass, Sets } from '../space/sets.ts';
import { type Sparse, sparse } from '../space/sparse.ts';
import type { Found, Store, Surveyed } from '../space/store.ts';
import { finish, type Work } from '../work.ts';
import { searching } from './search.ts';

/** A model in numbers, before it is written into any memory. */
export type Drawn = {
  readonly compiled: Compiled;
  readonly moves: Moves;
  /** The classes of all guards. */
  readonly classes: Classes;
};

/** Draws a model up for the bitmap strategy. @throws {TooLarge} where its moves are not of that form */
export function draw(compiled: Compiled): Drawn {
  const moves = movesOf(compiled, digitsOf(compiled));
  return { compiled, moves, classes: classesOf(moves.digits, moves.deciding.decisions, moves.guards) };
}

const WORD = 64;

/** How many words of rows are looked at between two pauses: about a millisecond. */
const PIECE = 1 << 15;

export class BitmapStore implements Store {
  readonly strategy = 'bitmap';
  readonly compiled: Compiled;
  readonly moves: Moves;
  readonly kernel: BitmapKernel;
  readonly places: Places;
  readonly sets: Sets;
  readonly length: number;
  readonly steps: number;
  /** Places of records, as `layout.ts` describes them. */
  readonly space: number;
  readonly guards: number;
  readonly #digits: Digits;
  readonly #row: Digit;
  readonly #classes: Classes;
  /** Places of automata, by decision. */
  readonly #written = new Map<Decision, number>();
  /** Levels that were found again, and the sets of that search. */
  readonly #levels: Sparse[] = [];
  #again: { readonly reached: number; readonly front: number; readonly found: number } | undefined;

  constructor({ compiled, moves, classes }: Drawn) {
    this.compiled = compiled;
    this.moves = moves;
    this.#digits = moves.digits;
    this.#row = moves.digits.all.at(-1) as Digit;
    this.length = this.#digits.rows * this.#digits.words;
    this.kernel = bitmapKernel();
    this.places = new Places(this.kernel.memory);
    this.sets = new Sets(this);
    this.space = writeSpace(this.places, this.#digits);
    this.guards = writeClasses(this.places, classes, moves.guards.length);
    this.#classes = classes;
    this.steps = writeSteps(this.places, moves, classes, this.guards, () => true, true);
  }

  stepsOf(occasions: (occasion: number) => boolean): number {
    return writeSteps(this.places, this.moves, this.#classes, this.guards, occasions, false);
  }

  initial(): readonly number[] {
    return initialNumbers(this.compiled, this.#digits).map((numbers) => this.positionOf(numbers));
  }

  bitOf(position: number): readonly [word: number, bit: number] {
    const number = position % this.#row.size;
    const bit = number % WORD;
    const row = Math.floor(position / this.#row.size);
    return [(row * this.#digits.words + Math.floor(number / WORD)) * 2 + (bit >> 5), bit & 31];
  }

  positionAt(word: number, bit: number): number {
    const span = 2 * this.#digits.words;
    return Math.floor(word / span) * this.#row.size + (word % span) * 32 + bit;
  }

  numbersAt(position: number): readonly number[] {
    const { all, weights } = this.#digits;
    const row = Math.floor(position / this.#row.size);
    return all.map(({ size }, digit) =>
      digit === all.length - 1 ? position % size : Math.floor(row / (weights[digit] as number)) % size,
    );
  }

  positionOf(numbers: readonly number[]): number {
    const { weights } = this.#digits;
    const row = weights.reduce((sum, weight, digit) => sum + (numbers[digit] as number) * weight, 0);
    return row * this.#row.size + (numbers.at(-1) as number);
  }

  search(limits: Pick<Limits, 'maxConfigurations' | 'from'>) {
    return searching(this, limits);
  }

  *survey({ reached, front }: Found): Work<Surveyed> {
    const { kernel, sets, space } = this;
    const expanded = sets.take();
    yield* sets.overWords((from, end) => kernel.without(reached, front, expanded, from, end));
    const count = this.moves.groups.reduce(
      (sum, { cells }) => sum + cells.reduce((all, { length }) => all + length, 0),
      0,
    );
    const moves = writeMoves(this.places, this.guards, this.moves);
    const span = 2 * this.#digits.words;
    const taken = this.places.take(count * span * 4);
    const stuck = sets.take();
    let transitions = 0;
    yield* this.overRows((from, end) => {
      transitions += Number(kernel.survey(space, moves, expanded, taken, stuck, from, end));
      return 0;
    });
    sets.give([expanded]);
    const masks = new Uint32Array(kernel.memory.buffer, taken, count * span).slice();
    return {
      transitions,
      stuck,
      taken: (move) => {
        const mask = masks.subarray(move * span, (move + 1) * span);
        return mask.some((word) => word !== 0) ? mask : undefined;
      },
    };
  }

  *level(depth: number): Work<Sparse> {
    const { sets, kernel, steps } = this;
    if (this.#again === undefined) {
      const [reached, front, found] = [sets.kept(), sets.kept(), sets.kept()];
      for (const position of this.initial()) {
        sets.add(reached, position);
        sets.add(front, position);
      }
      this.#again = { reached, front, found };
      this.#levels.push(sparse(sets.words(front)));
    }
    const { reached, front, found } = this.#again;
    while (this.#levels.length <= depth) {
      yield* this.after(steps, front, found);
      finish(sets.overWords((from, end) => kernel.settle(found, reached, front, from, end)));
      this.#levels.push(sparse(sets.words(front)));
    }
    return this.#levels[depth] as Sparse;
  }

  *after(steps: number, set: number, to: number): Work<void> {
    yield* this.overRows((from, end) => {
      this.kernel.expand(this.space, steps, set, to, from, end);
      return 0;
    });
  }

  before(steps: number, set: number, into: number, out: number): Work<number> {
    return this.overRows((from, end) => this.kernel.before(this.space, steps, set, into, out, from, end));
  }

  *leadTo(steps: number, set: number, into: number): Work<number> {
    const { kernel, space } = this;
    let count = 0;
    let forwards = false;
    for (let more = 1; more > 0; forwards = !forwards) {
      more = yield* this.overRows((from, end) => kernel.sweep(space, steps, set, into, from, end, forwards), forwards);
      count += more;
    }
    return count;
  }

  *select(decision: Decision, set: number, out: number): Work<number> {
    const classes = this.#written.get(decision) ?? this.#write(decision);
    return yield* this.overRows((from, end) => this.kernel.select(this.space, classes, set, out, from, end));
  }

  *occurring(set: number, digit: number): Work<readonly number[]> {
    const { all, words } = this.#digits;
    const outer = all.slice(0, -1);
    const count = outer.reduce((sum, { size }) => sum + size, 0);
    const seen = this.places.take(count);
    const row = this.places.take(words * 8);
    yield* this.overRows((from, end) => {
      this.kernel.occurring(this.space, this.guards, set, seen, row, from, end);
      return 0;
    });
    const bytes = new Uint8Array(this.kernel.memory.buffer, seen, count);
    const bits = new Uint32Array(this.kernel.memory.buffer, row, words * 2);
    const from = outer.slice(0, digit).reduce((sum, { size }) => sum + size, 0);
    const occurs = (number: number): boolean =>
      digit === outer.length
        ? (((bits[number >> 5] as number) >>> (number & 31)) & 1) === 1
        : bytes[from + number] === 1;
    return Array.from({ length: all[digit]?.size as number }, (_, number) => number).filter(occurs);
  }

  /** Goes over all rows, from the first on or from the last one back. */
  overRows(pass: Pass, forwards = true): Work<number> {
    const { rows, words } = this.#digits;
    const piece = Math.max(1, Math.ceil(PIECE / words));
    return over(rows, piece, forwards ? pass : (from, end) => pass(rows - end, rows - from));
  }

  #write(decision: Decision): number {
    const { decisions } = this.moves.deciding;
    const place = writeClasses(this.places, classesOf(this.#digits, decisions, [decision]), 1);
    this.#written.set(decision, place);
    return place;
  }
}
