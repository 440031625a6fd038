/** Random walks through a table or a system: what they covered, what they broke, and what exhaustive checking knows of both. */
import fc from 'fast-check';
import type { StateGraph, Trace } from '../../model/explore/graph.ts';
import { machineOf } from '../../model/explore/index.ts';
import type { Bound, Configuration, Machine } from '../../model/explore/machine.ts';
import { mapped } from '../../model/explore/work.ts';
import type { Model } from '../../model/system/types.ts';
import type { Ruling } from '../../model/table/types.ts';
import { judging } from '../judge/index.ts';
import type { Verdict } from '../judge/verdict.ts';
import { Coverage } from './coverage.ts';
import { type Broken, Monitor } from './monitor.ts';
import { isRefused } from './refusing.ts';
import { Roads, type Run } from './runs.ts';
import { runsOfMachine } from './sequences.ts';
import { shrunk } from './shrinking.ts';
import { runOf, tokenIn } from './tokens.ts';
import {
  type Covered,
  coveredOf,
  measuring,
  type RowPair,
  stuckIn,
  type Unfired,
  unfiredIn,
  unpairedIn,
} from './yardstick.ts';

export type { Covered, Part, RowPair, Unfired } from './yardstick.ts';

/** How a walk at random goes: how many runs and steps, and from which seed. */
export type WalkOptions = {
  /** Steps to take over all runs; the last run is finished. */
  readonly steps: number;
  /** The most steps of one run. */
  readonly length: number;
  readonly seed: number;
  /** Whether choices lean towards what is not covered yet. */
  readonly isGuided: boolean;
};

/** A run as a trace, with its token. */
export type Taken = { readonly trace: Trace; readonly token: string };

/** A property that a run broke, with the shortest run that shrinking found; of a run that was given, up to where it is broken. */
export type WalkFailure = Broken &
  Taken & {
    /** How many steps the run had that showed it first. */
    readonly found: number;
    /** How many steps the shortest counterexample has, where everything was explored. */
    readonly shortest?: number;
    readonly ruling?: Ruling;
  };

/** Where runs got stuck outside the declared ends. */
export type Stuck = Taken & { readonly configuration: Configuration; readonly times: number };

/** What walking found and covered: at random, or along a run that was given. */
export type Walk = {
  readonly model: string;
  /** How it went at random. */
  readonly options?: WalkOptions;
  /** The run that was given instead. */
  readonly given?: Taken;
  readonly runs: number;
  readonly steps: number;
  /** The reason why it ended early. */
  readonly stopped?: string;
  readonly coverage: Coverage;
  readonly covered: Covered;
  readonly failures: readonly WalkFailure[];
  /** Properties that ask whether something is reachable, and a run reached it; and those of which no run did. */
  readonly reached: readonly string[];
  readonly unreached: readonly string[];
  readonly stuck: readonly Stuck[];
  /** How many configurations are stuck outside the declared ends, where everything was explored. */
  readonly allStuck?: number;
  readonly unfired: readonly Unfired[];
  /** The pairs of rows that can follow each other and never did, where everything was explored. */
  readonly unpaired?: readonly RowPair[];
  /** Whether everything was explored as a yardstick. */
  readonly isMeasured: boolean;
};

/** So many of the configurations where runs got stuck have a shortest run; the others have the first that came there. */
const MOST_SHORTENED = 10;
/** Shrinking looks into so many configurations that no run came to: in a large model each of them costs. */
const MOST_UNKNOWN = 5_000;
/** So many steps are taken between two pauses. */
const PIECE = 50;
/** So many runs from each initial configuration may take no step before there is none to take. */
const MOST_EMPTY = 2_000;

/** Work on a walk: it gives the number of steps taken now and then, and stops when it is told a reason. */
type Walking<T> = Generator<number, T, string | undefined>;

/** Walks at random, in pieces. */
export function* walking(model: Model, options: WalkOptions): Walking<Walk> {
  const seen = new Seen(model);
  const { machine, coverage } = seen;
  const arbitrary = runsOfMachine(machine, { maxSteps: options.length, ...(options.isGuided && { coverage }) });
  let stopped: string | undefined;
  let paused = 0;
  for (let run = 0; coverage.steps < options.steps && stopped === undefined; run++) {
    const [taken] = fc.sample(arbitrary, { seed: options.seed + run, numRuns: 1 }) as [Run];
    if (!options.isGuided) coverage.add(taken);
    seen.look(taken);
    if (coverage.steps === 0 && run >= machine.initial.length * MOST_EMPTY) break;
    if (coverage.steps < paused + PIECE) continue;
    paused = coverage.steps;
    stopped = yield coverage.steps;
  }
  const found = yield* seen.told((run, isShown) => shrunk(seen.roads, run, isShown));
  return { ...found, options, ...(stopped !== undefined && { stopped }) };
}

/**
 * Takes the run of a token, in pieces: nothing is shrunk.
 *
 * @throws {TokenError} where the token is malformed, or is no run of the model any more.
 */
export function* replaying(model: Model, token: string): Walking<Walk> {
  const seen = new Seen(model);
  const given = runOf(model, token);
  seen.coverage.add({ initial: given.initial, steps: given.steps.filter((step) => !isRefused(step)) });
  seen.look(given);
  const found = yield* seen.told((run) => run);
  return { ...found, given: { trace: given, token: tokenIn(seen.machine, given) } };
}

/** Walks at random to the end. */
export function walk(model: Model, options: WalkOptions): Walk {
  const run = walking(model, options);
  let at = run.next();
  while (!at.done) at = run.next();
  return at.value;
}

/** Makes a run shorter that shows something. */
type Shorten = (run: Run, isShown: (run: Run) => boolean) => Run;

/** What runs have shown so far. */
class Seen {
  readonly machine: Machine;
  readonly roads: Roads;
  readonly coverage: Coverage;
  readonly #model: Model;
  readonly #monitor: Monitor;
  /** The first run that broke each property. */
  readonly #broken = new Map<string, { readonly broken: Broken; readonly run: Run }>();
  readonly #reached = new Set<string>();
  readonly #stuck = new Map<string, { readonly run: Run; times: number }>();

  constructor(model: Model) {
    this.#model = model;
    this.machine = machineOf(model);
    this.roads = new Roads(this.machine);
    this.coverage = new Coverage(this.machine);
    this.#monitor = new Monitor(model, this.roads);
  }

  look(run: Run): void {
    for (const broken of this.#monitor.broken(run))
      if (!this.#broken.has(broken.property)) this.#broken.set(broken.property, { broken, run });
    for (const property of this.#monitor.reached(run)) this.#reached.add(property);
    const last = lastOf(run);
    if (this.roads.from(last).length > 0 || this.machine.isFinal(last)) return;
    const key = this.machine.key(last);
    const known = this.#stuck.get(key) ?? { run, times: 0 };
    known.times++;
    this.#stuck.set(key, known);
  }

  /** All of it, against everything there is where that is cheap to know. */
  *told(shorten: Shorten): Walking<Walk> {
    const { coverage } = this;
    this.roads.limit(MOST_UNKNOWN);
    const graph = yield* mapped(measuring(this.#model), () => coverage.steps);
    const verdicts = graph && this.#broken.size > 0 ? yield* this.#judged(graph) : [];
    const sought = Object.entries(this.#model.properties ?? {}).flatMap(([name, property]) =>
      'reachable' in property ? [name] : [],
    );
    return {
      model: this.#model.name,
      runs: coverage.runs,
      steps: coverage.steps,
      coverage,
      covered: coveredOf(this.#model, coverage, graph),
      failures: [...this.#broken.values()].map(({ broken, run }) => this.#failure(broken, run, verdicts, shorten)),
      reached: sought.filter((name) => this.#reached.has(name)),
      unreached: sought.filter((name) => !this.#reached.has(name)),
      stuck: yield* this.#stuckAt(shorten),
      ...(graph && { allStuck: stuckIn(graph), unpaired: unpairedIn(coverage, graph) }),
      unfired: unfiredIn(this.#model, coverage, graph),
      isMeasured: graph !== undefined,
    };
  }

  /** Where runs got stuck; when it is told to stop, runs stay as long as they are. */
  *#stuckAt(shorten: Shorten): Walking<readonly Stuck[]> {
    const stuck: Stuck[] = [];
    let isShortened = true;
    for (const [key, { run, times }] of this.#stuck) {
      isShortened &&= stuck.length < MOST_SHORTENED && (yield this.coverage.steps) === undefined;
      const isThere = (each: Run): boolean => this.machine.key(lastOf(each)) === key;
      const trace = isShortened ? shorten(run, isThere) : run;
      stuck.push({ configuration: lastOf(trace), times, ...this.#taken(trace) });
    }
    return stuck;
  }

  *#judged(graph: StateGraph): Walking<readonly Verdict[]> {
    const judgement = yield* mapped(judging(this.#model, graph), () => this.coverage.steps);
    return judgement.verdicts;
  }

  #failure({ property, after }: Broken, run: Run, verdicts: readonly Verdict[], shorten: Shorten): WalkFailure {
    const breaking = (each: Run): Broken | undefined =>
      this.#monitor.broken(each).find((broken) => broken.property === property);
    const smallest = shorten(run, (each) => breaking(each) !== undefined);
    const own = breaking(smallest) as Broken;
    // A verdict is about the first binding that is broken; only of the same one its trace is the shortest.
    const verdict = verdicts.find((each) => each.property === property && isSameBinding(each.binding, own.binding));
    const ruling = this.#model.rulings?.find((each) => 'property' in each && each.property === property);
    return {
      ...own,
      ...this.#taken({ initial: smallest.initial, steps: smallest.steps.slice(0, own.after) }),
      found: after,
      ...(verdict?.trace && verdict.trace.loop === undefined && { shortest: verdict.trace.steps.length }),
      ...(ruling && { ruling }),
    };
  }

  #taken = (trace: Run): Taken => ({ trace, token: tokenIn(this.machine, trace) });
}

const lastOf = ({ initial, steps }: Run): Configuration => steps.at(-1)?.to ?? initial;

/** The parameters of a property stand in the same order in each of its bindings. */
const isSameBinding = (one: Bound | undefined, other: Bound | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
