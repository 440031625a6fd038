/**
 * Shortest paths without stored parents. From the goal a walk backwards marks in each level what leads there; then a walk forwards takes,
 * in the order of the language, the first step into what is marked. So it takes the path that breadth-first search would have found first: among
 * the marked configurations of a level the one that is found first is the first step of the one found first before.
 */
import { finish, known, type Work } from '../work.ts';
import type { Neighbours } from './neighbours.ts';
import type { Path, SpaceStep } from './space.ts';
import { has, joined, meeting, NONE, type Sparse, sparse } from './sparse.ts';
import type { Store } from './store.ts';

/** What a path must be like: its start, unless that is any initial configuration, and places of sets. */
type Route = {
  readonly start?: number | undefined;
  readonly turn?: number | undefined;
  readonly within: number;
  readonly goal: number;
};

/** What is marked in a level: before a turn that must be made, and after it. */
type Marked = { readonly open: Sparse; readonly turned: Sparse };

/** Finds paths. */
export class Paths {
  readonly #store: Store;
  readonly #neighbours: Neighbours;
  /** Paths that were found, by their ends. */
  readonly #known = new Map<number, Path>();

  constructor(store: Store, neighbours: Neighbours) {
    this.#store = store;
    this.#neighbours = neighbours;
  }

  /** The path to the member of a set that is found first; the set, which has members, consists of what was reached. */
  *to(goal: number): Work<Path> {
    let depth = 0;
    let met = meeting(yield* this.#store.level(depth), this.#store.sets.words(goal));
    while (met.index.length === 0) met = meeting(yield* this.#store.level(++depth), this.#store.sets.words(goal));
    const marked = [met];
    for (let level = depth - 1; level >= 0; level--)
      marked.unshift(yield* this.#before(yield* this.#store.level(level), marked[0] as Sparse));
    const path = this.#along(
      marked.map((turned) => ({ open: turned, turned })),
      this.#store.initial(),
    );
    this.#known.set(path.steps.at(-1)?.to ?? path.start, path);
    return path;
  }

  /** The path to a position that was reached. */
  *toPosition(position: number): Work<Path> {
    const known = this.#known.get(position);
    if (known !== undefined) return known;
    const goal = this.#store.sets.empty();
    this.#store.sets.add(goal, position);
    const path = yield* this.to(goal);
    this.#store.sets.give([goal]);
    return path;
  }

  /**
   * The first shortest path that ends in a goal after it has been in a turn, and since then only among some; without a turn it is among them from
   * its start on. The search is over pairs of a configuration and whether the turn was made.
   */
  *along({ start, turn, within, goal }: Route): Work<Path | undefined> {
    const { kernel, sets, steps } = this.#store;
    const starts = start === undefined ? this.#store.initial() : [start];
    const open = (depth: number): Work<Sparse> => (turn === undefined ? known(NONE) : this.#store.level(depth));
    const [reached, front, found] = [sets.empty(), sets.empty(), sets.empty()];
    for (const position of starts)
      if (sets.has(within, position) && (turn === undefined || sets.has(turn, position))) sets.add(reached, position);
    sets.bytes(front).set(sets.bytes(reached));
    const levels: Sparse[] = [sparse(sets.words(front))];
    let met = meeting(levels[0] as Sparse, sets.words(goal));
    let isGoingOn = true;
    while (met.index.length === 0 && isGoingOn) {
      const depth = levels.length;
      if (turn !== undefined) {
        const before = this.#written(yield* open(depth - 1));
        yield* this.#store.after(steps, before, found);
        sets.give([before]);
        yield* sets.overWords((from, end) => kernel.both(found, turn, found, from, end));
      }
      yield* this.#store.after(steps, front, found);
      yield* sets.overWords((from, end) => kernel.both(found, within, found, from, end));
      finish(sets.overWords((from, end) => kernel.settle(found, reached, front, from, end)));
      const level = sparse(sets.words(front));
      levels.push(level);
      met = meeting(level, sets.words(goal));
      isGoingOn = level.index.length > 0 || (yield* open(depth)).index.length > 0;
    }
    sets.give([reached, front, found]);
    if (met.index.length === 0) return undefined;
    const marked: Marked[] = [{ open: NONE, turned: met }];
    for (let level = levels.length - 2; level >= 0; level--) {
      const { open: before, turned } = marked[0] as Marked;
      const turning = turn === undefined ? NONE : joined(before, meeting(turned, sets.words(turn)));
      marked.unshift({
        open: yield* this.#before(yield* open(level), turning),
        turned: yield* this.#before(levels[level] as Sparse, turned),
      });
    }
    return this.#along(marked, starts, turn);
  }

  /** Those of one set that have a step into another. */
  *#before(among: Sparse, into: Sparse): Work<Sparse> {
    if (among.index.length === 0 || into.index.length === 0) return NONE;
    const { sets, steps } = this.#store;
    const [one, other, out] = [this.#written(among), this.#written(into), sets.take()];
    yield* this.#store.before(steps, one, other, out);
    const found = sparse(sets.words(out));
    sets.give([one, other, out]);
    return found;
  }

  /** Writes a sparse set as bits; whoever asks for it gives its place back. */
  #written({ index, bits }: Sparse): number {
    const { sets } = this.#store;
    const place = sets.empty();
    const words = sets.words(place);
    for (let at = 0; at < index.length; at++) words[index[at] as number] = bits[at] as number;
    return place;
  }

  /** Takes the first step into each level's marks; with a turn, as soon as it may be made and leads on. */
  #along(marked: readonly Marked[], starts: readonly number[], turn?: number): Path {
    const isIn = (set: Sparse, position: number): boolean => has(set, this.#store.bitOf(position));
    let isTurned = turn === undefined;
    const arrives = (level: number, position: number): boolean => {
      const { open, turned } = marked[level] as Marked;
      const turns = isTurned || this.#store.sets.has(turn as number, position);
      if (turns && isIn(turned, position)) {
        isTurned = true;
        return true;
      }
      return !isTurned && isIn(open, position);
    };
    const start = starts.find((position) => arrives(0, position)) as number;
    const steps: SpaceStep[] = [];
    let at = start;
    for (let level = 1; level < marked.length; level++) {
      const step = this.#neighbours.successors(at).find(({ to }) => arrives(level, to)) as SpaceStep;
      steps.push(step);
      at = step.to;
    }
    return { start, steps };
  }
}
