/** Random walks through a table or a system: what they covered, what they broke, and what exhaustive checking knows of both. */
import fc from 'fast-check';
import type { StateGraph, Trace } from '../../model/explore/graph.ts';
import { exploreModel, machineOf } from '../../model/explore/index.ts';
import { type Bound, type Configuration, rowKey, type Step, statesIn } from '../../model/explore/machine.ts';
import { encodeTrace } from '../../model/explore/token.ts';
import type { Model } from '../../model/system/types.ts';
import type { Ruling } from '../../model/table/types.ts';
import { judge } from '../judge/judge.ts';
import { Coverage, pairsOf } from './coverage.ts';
import { type Broken, Monitor } from './monitor.ts';
import { Roads, type Run } from './runs.ts';
import { runsOfMachine } from './sequences.ts';
import { shrunk } from './shrinking.ts';

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

/** So much of what there is; how much there is, is known only where everything was explored. */
export type Part = { readonly covered: number; readonly of?: number };

/** A property that a run broke, with the shortest run that shrinking found. */
export type WalkFailure = Broken & {
  readonly trace: Trace;
  readonly token: string;
  /** How many steps the run had that showed it first. */
  readonly found: number;
  /** How many steps the shortest counterexample has, where everything was explored. */
  readonly shortest?: number;
  readonly ruling?: Ruling;
};

/** A row that no run fired. `can`: whether it can fire at all, where that is known. */
export type Unfired = { readonly row: number; readonly instance?: string; readonly can?: boolean };

/** Where runs got stuck outside the declared ends. */
export type Stuck = {
  readonly configuration: Configuration;
  readonly times: number;
  readonly trace: Trace;
  readonly token: string;
};

/** What walking at random found and covered. */
export type Walk = {
  readonly model: string;
  readonly options: WalkOptions;
  readonly runs: number;
  readonly steps: number;
  /** The reason why it ended early. */
  readonly stopped?: string;
  readonly coverage: Coverage;
  readonly covered: {
    readonly rows: Part;
    readonly states: Part;
    readonly configurations: Part;
    readonly transitions: Part;
    readonly pairs: Part;
  };
  readonly failures: readonly WalkFailure[];
  /** Properties that ask whether something is reachable, and a run reached it; and those of which no run did. */
  readonly reached: readonly string[];
  readonly unreached: readonly string[];
  readonly stuck: readonly Stuck[];
  /** How many configurations are stuck outside the declared ends, where everything was explored. */
  readonly allStuck?: number;
  readonly unfired: readonly Unfired[];
  /** Whether everything was explored as a yardstick. */
  readonly isMeasured: boolean;
};

/** An exploration is cheap enough to be a yardstick up to here. */
const CHEAP = { maxConfigurations: 200_000, maxTransitions: 2_000_000 } as const;
/** So many steps are taken between two pauses. */
const PIECE = 2_000;

/** Walks in pieces: it gives the number of steps taken now and then, and stops when it is told a reason. */
export function* walking(model: Model, options: WalkOptions): Generator<number, Walk, string | undefined> {
  const machine = machineOf(model);
  const roads = new Roads(machine);
  const monitor = new Monitor(model, roads);
  const coverage = new Coverage(machine);
  const arbitrary = runsOfMachine(machine, { maxSteps: options.length, ...(options.isGuided && { coverage }) });
  const first = new Map<string, { broken: Broken; run: Run }>();
  const reached = new Set<string>();
  const stuck = new Map<string, { run: Run; times: number }>();
  let stopped: string | undefined;
  let paused = 0;
  for (let run = 0; coverage.steps < options.steps && stopped === undefined; run++) {
    const [taken] = fc.sample(arbitrary, { seed: options.seed + run, numRuns: 1 }) as [Run];
    if (!options.isGuided) coverage.add(taken);
    for (const broken of monitor.broken(taken))
      if (!first.has(broken.property)) first.set(broken.property, { broken, run: taken });
    for (const property of monitor.reached(taken)) reached.add(property);
    const last = taken.steps.at(-1)?.to ?? taken.initial;
    if (roads.from(last).length === 0 && !machine.isFinal(last)) {
      const known = stuck.get(machine.key(last));
      stuck.set(machine.key(last), { run: known?.run ?? taken, times: (known?.times ?? 0) + 1 });
    }
    if (coverage.steps === 0 && run >= machine.initial.length * PIECE) break;
    if (coverage.steps < paused + PIECE) continue;
    paused = coverage.steps;
    stopped = yield coverage.steps;
  }
  const graph = exploreModel(model, CHEAP);
  const isMeasured = graph.stopped === undefined;
  const verdicts = isMeasured && first.size > 0 ? judge(model, graph).verdicts : [];
  const failures = [...first.values()].map(({ broken, run }): WalkFailure => {
    const smallest = shrunk(roads, run, (each) =>
      monitor.broken(each).some(({ property }) => property === broken.property),
    );
    const own = monitor.broken(smallest).find(({ property }) => property === broken.property) as Broken;
    const trace = { initial: smallest.initial, steps: smallest.steps.slice(0, own.after) };
    // A verdict is about the first binding that is broken; only of the same one its trace is the shortest.
    const verdict = verdicts.find(
      ({ property, binding }) => property === own.property && isSameBinding(binding, own.binding),
    );
    const ruling = model.rulings?.find((each) => 'property' in each && each.property === broken.property);
    return {
      ...own,
      trace,
      token: encodeTrace(machine, trace),
      found: broken.after,
      ...(verdict?.trace && verdict.trace.loop === undefined && { shortest: verdict.trace.steps.length }),
      ...(ruling && { ruling }),
    };
  });
  const sought = Object.entries(model.properties ?? {}).flatMap(([name, property]) =>
    'reachable' in property ? [name] : [],
  );
  return {
    model: model.name,
    options,
    runs: coverage.runs,
    steps: coverage.steps,
    ...(stopped !== undefined && { stopped }),
    coverage,
    covered: covered(coverage, isMeasured ? graph : undefined),
    failures,
    reached: sought.filter((name) => reached.has(name)),
    unreached: sought.filter((name) => !reached.has(name)),
    stuck: [...stuck].map(([key, { run, times }]) => {
      const trace = shrunk(roads, run, ({ initial, steps }) => machine.key(steps.at(-1)?.to ?? initial) === key);
      return {
        configuration: trace.steps.at(-1)?.to ?? trace.initial,
        times,
        trace,
        token: encodeTrace(machine, trace),
      };
    }),
    ...(isMeasured && { allStuck: stuckIn(graph) }),
    unfired: unfiredIn(model, coverage, isMeasured ? graph : undefined),
    isMeasured,
  };
}

/** Walks to the end. */
export function walk(model: Model, options: WalkOptions): Walk {
  const run = walking(model, options);
  let at = run.next();
  while (!at.done) at = run.next();
  return at.value;
}

function covered(coverage: Coverage, graph: StateGraph | undefined): Walk['covered'] {
  const all = graph && thingsIn(graph);
  const part = (name: 'rows' | 'states' | 'configurations' | 'transitions' | 'pairs'): Part => ({
    covered: coverage[name].size,
    ...(all && { of: all[name] }),
  });
  return {
    rows: part('rows'),
    states: part('states'),
    configurations: part('configurations'),
    transitions: part('transitions'),
    pairs: part('pairs'),
  };
}

/** The parameters of a property stand in the same order in each of its bindings. */
const isSameBinding = (one: Bound | undefined, other: Bound | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** How many of each there are. */
function thingsIn(graph: StateGraph) {
  const states = new Set<string>();
  for (let id = 0; id < graph.size; id++) for (const state of statesIn(graph.configuration(id))) states.add(state);
  return {
    rows: new Set(graph.actions.flatMap(({ rows }) => rows.map(rowKey))).size,
    states: states.size,
    configurations: graph.size,
    transitions: graph.transitions,
    pairs: pairsIn(graph).size,
  };
}

/** The pairs of rows that can follow each other. */
export function pairsIn(graph: StateGraph): ReadonlySet<string> {
  const { actions, action, offset, target } = graph;
  const steps = actions.map((each): Step => ({ ...each, to: graph.configuration(0) }));
  const followed = new Set<string>();
  const pairs = new Set<string>();
  for (let edge = 0; edge < graph.transitions; edge++) {
    const at = target[edge] as number;
    for (let next = offset[at] as number; next < (offset[at + 1] as number); next++) {
      const [first, second] = [action[edge] as number, action[next] as number];
      if (followed.has(`${first} ${second}`)) continue;
      followed.add(`${first} ${second}`);
      for (const pair of pairsOf(steps[first], steps[second] as Step)) pairs.add(pair);
    }
  }
  return pairs;
}

function stuckIn(graph: StateGraph): number {
  let count = 0;
  for (let id = 0; id < graph.size; id++) if (graph.offset[id] === graph.offset[id + 1] && !graph.isFinal(id)) count++;
  return count;
}

/** The rows of a table that no run fired; of a system those that can fire, where that is known. */
function unfiredIn(model: Model, coverage: Coverage, graph: StateGraph | undefined): readonly Unfired[] {
  const can = graph && new Set(graph.actions.flatMap(({ rows }) => rows.map(rowKey)));
  const all =
    'transitions' in model
      ? model.transitions.map((_, row) => ({ row }))
      : [
          ...new Map(
            (graph?.actions ?? []).flatMap(({ rows }) => rows.map((row) => [rowKey(row), row] as const)),
          ).values(),
        ];
  return all.flatMap((row) => {
    const key = rowKey(row);
    return coverage.rows.has(key) ? [] : [{ ...row, ...(can && { can: can.has(key) }) }];
  });
}
