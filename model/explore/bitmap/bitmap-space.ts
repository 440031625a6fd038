/**
 * The bitmap strategy: every configuration that is made of local ids has a bit, and sets of configurations are all that is kept. For models whose
 * configurations mostly are reachable, or are few enough anyway.
 */
import type { Compiled, Occasion } from '../../compile/compiled.ts';
import type { Decision } from '../../compile/decisions.ts';
import { finalQuestion, question, TooLarge } from '../../compile/index.ts';
import type { Predicate } from '../../table/types.ts';
import { type Located, reading } from '../compiled/reading.ts';
import type { Limits, Progress, StateGraph, Trace } from '../graph.ts';
import type { Action, Bound, Machine, Question } from '../machine.ts';
import { machineOf } from '../of.ts';
import type { Configurations, Space, SpaceStep, Steps, Survey } from '../space/space.ts';
import { finish, pausing, type Work } from '../work.ts';
import { Board, type Drawn } from './board.ts';
import { Conditions } from './conditions.ts';
import { Neighbours } from './neighbours.ts';
import { occurring } from './occurring.ts';
import { type Path, Paths } from './paths.ts';
import { type Found, searching } from './search.ts';
import { Sets } from './sets.ts';
import { actionOf, surveying } from './survey.ts';

/** Finds all reachable configurations of a model, in pieces. */
export function* exploringBitmap(
  drawn: Drawn,
  limits: Pick<Limits, 'maxConfigurations'> = {},
): Generator<Progress, Space, string | undefined> {
  const board = new Board(drawn);
  const sets = new Sets(board);
  const found = yield* searching(board, sets, limits);
  const expanded = finish(sets.without({ place: found.reached, count: 0 }, { place: found.front, count: 0 }));
  // One pass, which is not stopped: without its counts nothing could be said of what was found.
  const survey = finish(surveying(board, sets, expanded));
  sets.give([expanded.place]);
  return new BitmapSpace(board, sets, found, survey);
}

type Reading = Pick<StateGraph, 'test' | 'isFinal' | 'read' | 'configuration'>;

/** Whether two occasions do the same wherever both are enabled, as far as their effects tell. */
const isSame = ({ common: one }: Occasion, { common: other }: Occasion): boolean =>
  one.effects.length === other.effects.length &&
  one.effects.every(({ component, reads, next }, index) => {
    const same = other.effects[index];
    return same?.component === component && reads.length + same.reads.length === 0 && same.next === next;
  });

class BitmapSpace implements Space {
  readonly strategy = 'bitmap';
  readonly size: number;
  readonly initial: number;
  readonly depth: number;
  readonly stopped?: { readonly limit: string; readonly queue: number };
  readonly reached: Configurations;
  readonly unexpanded: Configurations;
  readonly survey: Survey;
  readonly test: Reading['test'];
  readonly isFinal: Reading['isFinal'];
  readonly read: Reading['read'];
  readonly configuration: Reading['configuration'];
  readonly #board: Board;
  readonly #compiled: Compiled;
  readonly #sets: Sets;
  readonly #conditions: Conditions;
  readonly #neighbours: Neighbours;
  readonly #paths: Paths;
  #machine: Machine | undefined;

  constructor(board: Board, sets: Sets, { reached, front, size, queue, depth, limit }: Found, survey: Survey) {
    this.survey = survey;
    this.#board = board;
    this.#compiled = board.compiled;
    this.#sets = sets;
    this.#conditions = new Conditions(board, sets);
    this.#neighbours = new Neighbours(board, this.#conditions);
    this.#paths = new Paths(board, sets, this.#neighbours);
    this.size = size;
    this.depth = depth;
    this.initial = board.initial().length;
    this.reached = { place: reached, count: size };
    this.unexpanded = { place: front, count: queue };
    if (limit !== undefined) this.stopped = { limit, queue };
    const { components } = this.#compiled;
    const located: Located = {
      size,
      localOf: (component) => board.localOf(component),
      unpack(position, locals) {
        for (let component = 0; component < components.length; component++)
          locals[component] = board.localOf(component)(position);
      },
    };
    ({
      test: this.test,
      isFinal: this.isFinal,
      read: this.read,
      configuration: this.configuration,
    } = reading(this.#compiled, located, () => this.machine));
  }

  get machine(): Machine {
    this.#machine ??= machineOf(this.#compiled.model);
    return this.#machine;
  }

  get bytes(): number {
    return this.#board.places.used;
  }

  *where(predicate: Question, bound?: Bound, among: Configurations = this.reached): Work<Configurations> {
    let decision: Decision;
    try {
      decision = this.#board.moves.deciding.asked(question(this.#compiled, predicate as Predicate, bound));
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return yield* this.#oneByOne(this.test(predicate, bound), among);
    }
    return yield* this.#select(decision, among);
  }

  final(among: Configurations = this.reached): Work<Configurations> {
    return this.#select(this.#board.moves.deciding.asked(finalQuestion(this.#compiled)), among);
  }

  enabled(occasions: readonly number[], among: Configurations = this.reached): Work<Configurations> {
    const { deciding } = this.#board.moves;
    const enabled = occasions.map((index) => deciding.enabled(this.#compiled.occasions[index] as Occasion));
    return this.#select(deciding.decisions.any(enabled), among);
  }

  *hasBlocked(among: Configurations = this.reached): Work<boolean> {
    const { deciding } = this.#board.moves;
    const { decisions } = deciding;
    for (const { common } of this.#compiled.occasions) {
      if (common.blockings.length === 0) continue;
      const blocked = decisions.both(deciding.guard(common.guard), decisions.not(deciding.part(common)));
      if (yield* this.#isSomewhere(blocked, among)) return true;
    }
    return false;
  }

  *hasChoices(among: Configurations = this.reached): Work<boolean> {
    const { deciding } = this.#board.moves;
    const occasions = [...this.#compiled.occasions.entries()];
    for (const alike of Map.groupBy(occasions, ([, { event, binding = {} }]) =>
      JSON.stringify([event, ...Object.values(binding)]),
    ).values())
      for (const [place, [, one]] of alike.entries())
        for (const [, other] of alike.slice(place + 1)) {
          const both = deciding.decisions.both(deciding.enabled(one), deciding.enabled(other));
          if (!(yield* this.#isSomewhere(both, among))) continue;
          if (!isSame(one, other)) return true;
        }
    return false;
  }

  both(one: Configurations, other: Configurations): Work<Configurations> {
    return this.#sets.both(one, other);
  }

  either(one: Configurations, other: Configurations): Work<Configurations> {
    return this.#sets.either(one, other);
  }

  without(one: Configurations, other: Configurations): Work<Configurations> {
    return this.#sets.without(one, other);
  }

  of(positions: Iterable<number>): Configurations {
    const place = this.#sets.empty();
    let count = 0;
    for (const position of positions) if (this.#sets.add(place, position)) count++;
    return { place, count };
  }

  free(...sets: readonly Configurations[]): void {
    this.#sets.give(sets.map(({ place }) => place));
  }

  steps(occasions: (occasion: number) => boolean): Steps {
    return { place: this.#board.stepsOf(occasions) };
  }

  *before(into: Configurations, among: Configurations = this.reached, steps?: Steps): Work<Configurations> {
    const { kernel, space, steps: all } = this.#board;
    const place = this.#sets.take();
    const moves = steps?.place ?? all;
    const count = yield* this.#sets.overRows((from, end) =>
      kernel.before(space, moves, among.place, into.place, place, from, end),
    );
    return { place, count };
  }

  *leadingTo(goal: Configurations, among: Configurations = this.reached, steps?: Steps): Work<Configurations> {
    const { kernel, space, steps: all } = this.#board;
    const moves = steps?.place ?? all;
    const { place } = yield* this.#sets.both(goal, goal);
    let count = goal.count;
    let forwards = false;
    for (let more = 1; more > 0; forwards = !forwards) {
      more = yield* this.#sets.overRows(
        (from, end) => kernel.sweep(space, moves, among.place, place, from, end, forwards),
        forwards,
      );
      count += more;
    }
    return { place, count };
  }

  *from(start: Configurations, among: Configurations = this.reached, steps?: Steps): Work<Configurations> {
    const { kernel, space, steps: all } = this.#board;
    const moves = steps?.place ?? all;
    const { place } = yield* this.#sets.both(start, start);
    const { place: front } = yield* this.#sets.both(start, start);
    const found = this.#sets.empty();
    let count = start.count;
    for (let more = 1; more > 0; count += more) {
      yield* this.#sets.overRows((from, end) => {
        kernel.expand(space, moves, front, found, from, end);
        return 0;
      });
      yield* this.#sets.overWords((from, end) => kernel.both(found, among.place, found, from, end));
      more = yield* this.#sets.overWords((from, end) => kernel.settle(found, place, front, from, end));
    }
    this.#sets.give([front, found]);
    return { place, count };
  }

  positions({ place }: Configurations): Iterable<number> {
    return this.#sets.positions(place);
  }

  successors(position: number): readonly SpaceStep[] {
    return this.#neighbours.successors(position);
  }

  predecessors(position: number): readonly SpaceStep[] {
    return this.#neighbours.predecessors(position, (from) => this.#sets.has(this.reached.place, from));
  }

  *first({ place, count }: Configurations): Work<number | undefined> {
    if (count === 0) return undefined;
    const { start, steps } = yield* this.#paths.to(place);
    return steps.at(-1)?.to ?? start;
  }

  *traceTo(position: number): Work<Trace> {
    return this.#traceOf(yield* this.#paths.toPosition(position));
  }

  *traceThrough(turn: Configurations, goal: Configurations): Work<Trace | undefined> {
    const after = yield* this.from(turn);
    const met = yield* this.both(after, goal);
    this.free(after, met);
    const path = met.count === 0 ? undefined : yield* this.#paths.through(turn.place, goal.place);
    return path && this.#traceOf(path);
  }

  action(occasion: number): Action {
    return actionOf(this.#compiled.occasions[occasion] as Occasion);
  }

  occurring(instance?: string) {
    return occurring(this.#board, this.#sets, this.reached, instance);
  }

  #traceOf({ start, steps }: Path): Trace {
    return {
      initial: this.configuration(start),
      steps: steps.map(({ occasion, to }) => ({ ...this.action(occasion), to: this.configuration(to) })),
    };
  }

  *#isSomewhere(decision: Decision, among: Configurations): Work<boolean> {
    const found = yield* this.#select(decision, among);
    this.free(found);
    return found.count > 0;
  }

  *#select(decision: Decision, among: Configurations): Work<Configurations> {
    try {
      return yield* this.#conditions.select(decision, among);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return yield* this.#oneByOne(
        (position) => this.#conditions.holds(decision, this.#board.digitsAt(position)),
        among,
      );
    }
  }

  /** Those of a set that pass a test, where the condition is too large to be told for rows. */
  *#oneByOne(test: (position: number) => boolean, among: Configurations): Work<Configurations> {
    const place = this.#sets.empty();
    let [count, looked] = [0, 0];
    for (const position of this.positions(among)) {
      yield* pausing(++looked);
      if (!test(position)) continue;
      this.#sets.add(place, position);
      count++;
    }
    return { place, count };
  }
}
