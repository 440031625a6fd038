/**
 * How a strategy holds configurations: what a space is made of. A set is an array of words of 64 bits in the memory of a kernel, a *position* is
 * the number of a bit in it, and a place is where something begins in that memory.
 */
import type { Compiled } from '../../compile/compiled.ts';
import type { Decision } from '../../compile/decisions.ts';
import type { Moves } from '../../compile/moves.ts';
import type { Limits, Progress } from '../graph.ts';
import type { SetsKernel } from '../kernel/instance.ts';
import type { Places } from '../kernel/memory.ts';
import type { Work } from '../work.ts';
import type { Sets } from './sets.ts';
import type { Sparse } from './sparse.ts';

/** What a search has found: places of sets, and counts. */
export type Found = {
  readonly reached: number;
  /** What was found and not expanded. */
  readonly front: number;
  readonly size: number;
  readonly queue: number;
  readonly depth: number;
  readonly limit?: string;
};

/** What a look at every step has found. */
export type Surveyed = {
  readonly transitions: number;
  /** The place of the set of configurations without steps. */
  readonly stuck: number;
  /**
   * For each move that is taken, by the number it has among all in the order of groups and cells, the numbers of the row from which
   * it is taken, as bits in words of 32.
   */
  readonly taken: (move: number) => Uint32Array | undefined;
};

export interface Store {
  /** The name of the strategy. */
  readonly strategy: string;
  readonly compiled: Compiled;
  readonly moves: Moves;
  readonly kernel: SetsKernel;
  readonly places: Places;
  readonly sets: Sets;
  /** Words of 64 bits in a set. */
  readonly length: number;
  /** The place of all moves, perhaps without those that change nothing; and of those of some occasions. */
  readonly steps: number;
  stepsOf(occasions: (occasion: number) => boolean): number;

  /** The positions of the initial configurations, in the order of the language. */
  initial(): readonly number[];
  /** The index of the word of 32 bits, and of the bit in it, where a position stands; and the position that stands there. */
  bitOf(position: number): readonly [word: number, bit: number];
  positionAt(word: number, bit: number): number;
  /** The numbers of all digits at a position; the position of numbers, if they were reached. */
  numbersAt(position: number): readonly number[];
  positionOf(numbers: readonly number[]): number | undefined;

  /** Finds all that is reachable. */
  search(limits: Pick<Limits, 'maxConfigurations' | 'from'>): Generator<Progress, Found, string | undefined>;
  /** Looks at every step of what was expanded. */
  survey(found: Found): Work<Surveyed>;
  /** What the search has found at a depth; nothing beyond the last. */
  level(depth: number): Work<Sparse>;

  /** Adds to a set all that a step leads to from another one. */
  after(steps: number, set: number, to: number): Work<void>;
  /** Writes which configurations of a set have a step into another one, and counts them. */
  before(steps: number, set: number, into: number, out: number): Work<number>;
  /** Adds to `into` all from which it is reached by steps within a set; counts what is added. */
  leadTo(steps: number, set: number, into: number): Work<number>;
  /** Writes those of a set for which a decision that is no leaf holds, and counts them. @throws {TooLarge} */
  select(decision: Decision, set: number, out: number): Work<number>;
  /** The numbers of a digit that occur in a set. */
  occurring(set: number, digit: number): Work<readonly number[]>;
}
