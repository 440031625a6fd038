/**
 * Shortest paths without stored parents. The levels of the search are found again, as far as they are needed, and kept as lists of words; from
 * the goal a walk backwards marks in each level what still leads there; then a walk forwards takes, in the order of the language, the first step
 * into what is marked. So it takes the path that breadth-first search would have found first.
 */
import type { SpaceStep } from '../space/space.ts';
import { finish, type Work } from '../work.ts';
import type { Board } from './board.ts';
import type { Neighbours } from './neighbours.ts';
import type { Sets } from './sets.ts';

/** A set as the indices of its words of 32 bits that are not 0, ascending, and these words. */
type Sparse = { readonly index: Uint32Array; readonly bits: Uint32Array };

/** A path: where it starts, and its steps. */
export type Path = { readonly start: number; readonly steps: readonly SpaceStep[] };

/** Finds paths. */
export class Paths {
  readonly #board: Board;
  readonly #sets: Sets;
  readonly #neighbours: Neighbours;
  readonly #levels: Sparse[] = [];
  #search: { readonly reached: number; readonly front: number; readonly found: number } | undefined;
  /** Paths that were found, by their ends. */
  readonly #known = new Map<number, Path>();

  constructor(board: Board, sets: Sets, neighbours: Neighbours) {
    this.#board = board;
    this.#sets = sets;
    this.#neighbours = neighbours;
  }

  /** The path to the member of a set that is found first; the set, which has members, consists of what was reached. */
  *to(goal: number): Work<Path> {
    let depth = 0;
    let met = meeting(yield* this.#level(depth), this.#sets.words(goal));
    while (met.index.length === 0) met = meeting(yield* this.#level(++depth), this.#sets.words(goal));
    const marked = [met];
    const [into, among, out] = [this.#sets.empty(), this.#sets.empty(), this.#sets.take()];
    const { kernel, space, steps } = this.#board;
    for (let level = depth - 1; level >= 0; level--) {
      this.#fill(into, marked[0] as Sparse);
      this.#fill(among, yield* this.#level(level));
      yield* this.#sets.overRows((from, end) => kernel.before(space, steps, among, into, out, from, end));
      marked.unshift(sparse(this.#sets.words(out)));
      this.#clear(into, marked[1] as Sparse);
      this.#clear(among, yield* this.#level(level));
    }
    this.#sets.give([into, among, out]);
    const path = this.#along(marked);
    this.#known.set(path.steps.at(-1)?.to ?? path.start, path);
    return path;
  }

  /** The path to a position that was reached. */
  *toPosition(position: number): Work<Path> {
    const known = this.#known.get(position);
    if (known !== undefined) return known;
    const goal = this.#sets.empty();
    this.#sets.add(goal, position);
    const path = yield* this.to(goal);
    this.#sets.give([goal]);
    return path;
  }

  /** Takes the first step into each level's marks. */
  #along(marked: readonly Sparse[]): Path {
    const isIn = (level: number, position: number): boolean => has(marked[level] as Sparse, this.#sets.at(position));
    const start = this.#board.initial().find((position) => isIn(0, position)) as number;
    const steps: SpaceStep[] = [];
    let at = start;
    for (let level = 1; level < marked.length; level++) {
      const step = this.#neighbours.successors(at).find(({ to }) => isIn(level, to)) as SpaceStep;
      steps.push(step);
      at = step.to;
    }
    return { start, steps };
  }

  /** The configurations at a depth. */
  *#level(depth: number): Work<Sparse> {
    const { kernel, space, steps } = this.#board;
    const sets = this.#sets;
    if (this.#search === undefined) {
      this.#search = { reached: sets.empty(), front: sets.empty(), found: sets.empty() };
      for (const position of this.#board.initial()) {
        sets.add(this.#search.reached, position);
        sets.add(this.#search.front, position);
      }
      this.#levels.push(sparse(sets.words(this.#search.front)));
    }
    const { reached, front, found } = this.#search;
    while (this.#levels.length <= depth) {
      yield* sets.overRows((from, end) => {
        kernel.expand(space, steps, front, found, from, end);
        return 0;
      });
      finish(sets.overWords((from, end) => kernel.settle(found, reached, front, from, end)));
      this.#levels.push(sparse(sets.words(front)));
    }
    return this.#levels[depth] as Sparse;
  }

  #fill(place: number, { index, bits }: Sparse): void {
    const words = this.#sets.words(place);
    for (let at = 0; at < index.length; at++) words[index[at] as number] = bits[at] as number;
  }

  #clear(place: number, { index }: Sparse): void {
    const words = this.#sets.words(place);
    for (const word of index) words[word] = 0;
  }
}

/** The words of a set that are not 0. */
function sparse(words: Uint32Array): Sparse {
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
function meeting({ index, bits }: Sparse, words: Uint32Array): Sparse {
  const kept = [...index.keys()].filter((at) => ((bits[at] as number) & (words[index[at] as number] as number)) !== 0);
  return {
    index: Uint32Array.from(kept, (at) => index[at] as number),
    bits: Uint32Array.from(kept, (at) => (bits[at] as number) & (words[index[at] as number] as number)),
  };
}

/** Whether a sparse set has a bit of a word. */
function has({ index, bits }: Sparse, [word, bit]: readonly [word: number, bit: number]): boolean {
  let [from, end] = [0, index.length];
  while (from < end) {
    const middle = (from + end) >> 1;
    if ((index[middle] as number) < word) from = middle + 1;
    else end = middle;
  }
  return index[from] === word && (((bits[from] as number) >>> bit) & 1) === 1;
}
