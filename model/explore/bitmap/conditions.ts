/** Conditions in the kernel: where they hold is read off the classes of rows. */
import { classesOf } from '../../compile/classes.ts';
import { type Decision, FALSE, TRUE } from '../../compile/decisions.ts';
import { writeClasses } from '../kernel/layout.ts';
import type { Configurations } from '../space/space.ts';
import type { Work } from '../work.ts';
import type { Board } from './board.ts';
import type { Sets } from './sets.ts';

/** Selects configurations by decisions. */
export class Conditions {
  readonly #board: Board;
  readonly #sets: Sets;
  /** Places of automata, by decision. */
  readonly #written = new Map<Decision, number>();

  constructor(board: Board, sets: Sets) {
    this.#board = board;
    this.#sets = sets;
  }

  /** Those of a set for which a decision holds. @throws {TooLarge} where too much would have to be told apart */
  *select(decision: Decision, among: Configurations): Work<Configurations> {
    if (decision === FALSE) return { place: this.#sets.empty(), count: 0 };
    const place = this.#sets.take();
    const { kernel, space } = this.#board;
    if (decision === TRUE) {
      const count = yield* this.#sets.overWords((from, end) => kernel.both(among.place, among.place, place, from, end));
      return { place, count };
    }
    const classes = this.#placeOf(decision);
    const count = yield* this.#sets.overRows((from, end) =>
      kernel.select(space, classes, among.place, place, from, end),
    );
    return { place, count };
  }

  /** Whether a decision holds at a position. */
  holds(decision: Decision, numbers: readonly number[]): boolean {
    const { decisions } = this.#board.moves.deciding;
    let node = decision;
    while (node > TRUE) {
      const digit = decisions.digitOf(node);
      node = decisions.child(node, digit, numbers[digit] as number);
    }
    return node === TRUE;
  }

  #placeOf(decision: Decision): number {
    const known = this.#written.get(decision);
    if (known !== undefined) return known;
    const { digits, places, moves } = this.#board;
    const place = writeClasses(places, classesOf(digits, moves.deciding.decisions, [decision]), 1);
    this.#written.set(decision, place);
    return place;
  }
}
