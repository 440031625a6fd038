/**
 * The space that every strategy gives: questions and closures by the set operations of its store, and what single positions are like.
 */
import type { Compiled, Occasion } from '../../compile/compiled.ts';
import type { Decision } from '../../compile/decisions.ts';
import { finalQuestion, question, TooLarge } from '../../compile/index.ts';
import type { Predicate } from '../../table/types.ts';
import { type Located, reading } from '../compiled/reading.ts';
import type { Limits, Progress, StateGraph, Trace } from '../graph.ts';
import type { Action, Bound, Machine, Question } from '../machine.ts';
import { machineOf } from '../of.ts';
import { finish, type Work } from '../work.ts';
import { select, selectEach } from './conditions.ts';
import { Neighbours } from './neighbours.ts';
import { occurring } from './occurring.ts';
import { Paths } from './paths.ts';
import type { Configurations, Path, Route, Space, SpaceStep, Steps, Survey } from './space.ts';
import type { Found, Store } from './store.ts';
import { actionOf, surveyOf } from './survey.ts';

/** Finds all reachable configurations of a model, in pieces. */
export function* exploringStore(
  store: Store,
  limits: Pick<Limits, 'maxConfigurations' | 'from'> = {},
): Generator<Progress, Space, string | undefined> {
  const found = yield* store.search(limits);
  // One pass, which is not stopped: without its counts nothing could be said of what was found.
  return new SetSpace(store, found, finish(surveyOf(store, found)));
}

type Reading = Pick<StateGraph, 'test' | 'isFinal' | 'read' | 'configuration'>;

/** Whether two occasions do the same wherever both are enabled, as far as their effects tell. */
const isSame = ({ common: one }: Occasion, { common: other }: Occasion): boolean =>
  one.effects.length === other.effects.length &&
  one.effects.every(({ component, reads, next }, index) => {
    const same = other.effects[index];
    return same?.component === component && reads.length + same.reads.length === 0 && same.next === next;
  });

class SetSpace implements Space {
  readonly strategy: string;
  readonly size: number;
  readonly initial: number;
  readonly depth: number;
  readonly stopped?: { readonly limit: string; readonly queue: number };
  readonly reached: Configurations;
  readonly unexpanded: Configurations;
  readonly survey: Survey;
  readonly occasions: number;
  readonly words: number;
  readonly test: Reading['test'];
  readonly isFinal: Reading['isFinal'];
  readonly read: Reading['read'];
  readonly configuration: Reading['configuration'];
  readonly #store: Store;
  readonly #compiled: Compiled;
  readonly #neighbours: Neighbours;
  readonly #paths: Paths;
  /** Places of steps that were written, by their occasions. */
  readonly #steps = new Map<string, number>();
  #machine: Machine | undefined;

  constructor(store: Store, { reached, front, size, queue, depth, limit }: Found, survey: Survey) {
    this.strategy = store.strategy;
    this.survey = survey;
    this.#store = store;
    this.#compiled = store.compiled;
    this.words = store.length;
    this.occasions = store.compiled.occasions.length;
    this.#neighbours = new Neighbours(store);
    this.#paths = new Paths(store, this.#neighbours);
    this.size = size;
    this.depth = depth;
    this.initial = store.initial().length;
    this.reached = { place: reached, count: size };
    this.unexpanded = { place: front, count: queue };
    if (limit !== undefined) this.stopped = { limit, queue };
    const { places, all } = store.moves.digits;
    const idIn = (numbers: readonly number[], component: number): number => {
      const { digit, place } = places[component] as (typeof places)[number];
      return all[digit]?.ids[place]?.[numbers[digit] as number] as number;
    };
    const located: Located = {
      size,
      localOf: (component) => (position) => idIn(store.numbersAt(position), component),
      unpack(position, locals) {
        const numbers = store.numbersAt(position);
        for (let component = 0; component < locals.length; component++) locals[component] = idIn(numbers, component);
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
    return this.#store.places.used;
  }

  *where(predicate: Question, bound?: Bound, among: Configurations = this.reached): Work<Configurations> {
    let decision: Decision;
    try {
      decision = this.#store.moves.deciding.asked(question(this.#compiled, predicate as Predicate, bound));
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return yield* selectEach(this.#store, this.test(predicate, bound), among);
    }
    return yield* select(this.#store, decision, among);
  }

  final(among: Configurations = this.reached): Work<Configurations> {
    return select(this.#store, this.#store.moves.deciding.asked(finalQuestion(this.#compiled)), among);
  }

  enabled(occasions: readonly number[], among: Configurations = this.reached): Work<Configurations> {
    const { deciding } = this.#store.moves;
    const enabled = occasions.map((index) => deciding.enabled(this.#compiled.occasions[index] as Occasion));
    return select(this.#store, deciding.decisions.any(enabled), among);
  }

  *hasBlocked(among: Configurations = this.reached): Work<boolean> {
    const { deciding } = this.#store.moves;
    const { decisions } = deciding;
    for (const { common } of this.#compiled.occasions) {
      if (common.blockings.length === 0) continue;
      const blocked = decisions.both(deciding.guard(common.guard), decisions.not(deciding.part(common)));
      if (yield* this.#isSomewhere(blocked, among)) return true;
    }
    return false;
  }

  *hasChoices(among: Configurations = this.reached): Work<boolean> {
    const { deciding } = this.#store.moves;
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
    return this.#store.sets.both(one, other);
  }

  either(one: Configurations, other: Configurations): Work<Configurations> {
    return this.#store.sets.either(one, other);
  }

  without(one: Configurations, other: Configurations): Work<Configurations> {
    return this.#store.sets.without(one, other);
  }

  has({ place }: Configurations, position: number): boolean {
    return this.#store.sets.has(place, position);
  }

  initially(): Configurations {
    return this.of(this.#store.initial());
  }

  of(positions: Iterable<number>): Configurations {
    const place = this.#store.sets.empty();
    let count = 0;
    for (const position of positions) if (this.#store.sets.add(place, position)) count++;
    return { place, count };
  }

  trying<T>(work: Work<T>): Work<T | undefined> {
    return this.#store.sets.trying(work);
  }

  free(...sets: readonly Configurations[]): void {
    this.#store.sets.give(sets.map(({ place }) => place));
  }

  steps(occasions: (occasion: number) => boolean): Steps {
    // What is written into the memory of the kernel stays there, so it is written once.
    const key = [...this.#compiled.occasions.keys()].filter(occasions).join(' ');
    const place = this.#steps.get(key) ?? this.#store.stepsOf(occasions);
    this.#steps.set(key, place);
    return { place };
  }

  *before(
    into: Configurations,
    among: Configurations = this.reached,
    steps: Steps = this.steps(() => true),
  ): Work<Configurations> {
    const place = this.#store.sets.take();
    const count = yield* this.#store.before(steps.place, among.place, into.place, place);
    return { place, count };
  }

  *after(
    { place: from }: Configurations,
    { place: among }: Configurations = this.reached,
    steps: Steps = this.steps(() => true),
  ): Work<Configurations> {
    const { kernel, sets } = this.#store;
    const place = sets.empty();
    yield* this.#store.after(steps.place, from, place);
    return { place, count: yield* sets.overWords((first, end) => kernel.both(place, among, place, first, end)) };
  }

  *staying(among: Configurations): Work<Configurations> {
    const { place: steps } = this.steps(() => true);
    let { place, count } = yield* this.#store.sets.both(among, among);
    // In place, so that what goes away is missed at once by what is looked at after it.
    for (let last = -1; count !== last && count > 0; ) {
      last = count;
      count = yield* this.#store.before(steps, place, place, place);
    }
    return { place, count };
  }

  *leadingTo(goal: Configurations, among: Configurations = this.reached, steps?: Steps): Work<Configurations> {
    const { sets, steps: all } = this.#store;
    const { place } = yield* sets.both(goal, goal);
    const more = yield* this.#store.leadTo(steps?.place ?? all, among.place, place);
    return { place, count: goal.count + more };
  }

  *from(start: Configurations, among: Configurations = this.reached, steps?: Steps): Work<Configurations> {
    const { kernel, sets, steps: all } = this.#store;
    const { place } = yield* sets.both(start, start);
    const { place: front } = yield* sets.both(start, start);
    const found = sets.empty();
    let count = start.count;
    for (let more = 1; more > 0; count += more) {
      yield* this.#store.after(steps?.place ?? all, front, found);
      yield* sets.overWords((from, end) => kernel.both(found, among.place, found, from, end));
      more = yield* sets.overWords((from, end) => kernel.settle(found, place, front, from, end));
    }
    sets.give([front, found]);
    return { place, count };
  }

  positions({ place }: Configurations): Generator<number> {
    return this.#store.sets.positions(place);
  }

  successors(position: number): readonly SpaceStep[] {
    return this.#neighbours.successors(position);
  }

  predecessors(position: number): readonly SpaceStep[] {
    return this.#neighbours.predecessors(position, (from) => this.#store.sets.has(this.reached.place, from));
  }

  *first({ place, count }: Configurations): Work<number | undefined> {
    if (count === 0) return undefined;
    const { start, steps } = yield* this.#paths.to(place);
    return steps.at(-1)?.to ?? start;
  }

  *traceTo(position: number): Work<Trace> {
    return this.traceAlong(yield* this.#paths.toPosition(position));
  }

  *traceThrough(turn: Configurations, goal: Configurations): Work<Trace | undefined> {
    const after = yield* this.from(turn);
    const met = yield* this.both(after, goal);
    this.free(after, met);
    const path = met.count === 0 ? undefined : yield* this.path({ turn, within: this.reached, goal });
    return path && this.traceAlong(path);
  }

  path({ start, turn, within, goal }: Route): Work<Path | undefined> {
    return this.#paths.along({ start, turn: turn?.place, within: within.place, goal: goal.place });
  }

  traceAlong({ start, steps }: Path): Trace {
    return {
      initial: this.configuration(start),
      steps: steps.map(({ occasion, to }) => ({ ...this.action(occasion), to: this.configuration(to) })),
    };
  }

  action(occasion: number): Action {
    return actionOf(this.#compiled.occasions[occasion] as Occasion);
  }

  occurring(instance?: string) {
    return occurring(this.#store, this.reached, instance);
  }

  *#isSomewhere(decision: Decision, among: Configurations): Work<boolean> {
    const found = yield* select(this.#store, decision, among);
    this.free(found);
    return found.count > 0;
  }
}
