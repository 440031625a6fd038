/**
 * Random walks beside fast-check's own commands and a plain uniform walk: how fast they step, how much of what is generated is executed, and how many generated
 * steps it takes to fire every row and every pair of rows; and how long shrunk failures are, over the shortest. Prints tables of medians; nothing
 * here passes or fails.
 */
import fc from 'fast-check';
import { exploreModel, type Machine, machineOf, type StateGraph, type Step, traceTo } from '../model/explore/index.ts';
import { labelOf, rowKey } from '../model/explore/machine.ts';
import { order } from '../model/gallery/order.atlas.ts';
import { helpDeskOf } from '../model/rescue/helpDesk.ts';
import { session } from '../model/rescue/session.atlas.ts';
import type { Model } from '../model/system/types.ts';
import { pairsOf } from '../properties/random/coverage.ts';
import { coverageOf, runsOf } from '../properties/random/index.ts';
import { Roads } from '../properties/random/runs.ts';
import { pairsIn } from '../properties/random/walk.ts';

/** Seeds for each of the tables, and for the larger system; commands get a tenth of them. */
const SEEDS = Number(process.argv[2] ?? 200);
const SEEDS_OF_SYSTEM = Math.ceil(SEEDS / 10);
/** A walk that has not covered everything by then is given up. */
const MOST_STEPS = 20_000;

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number;

/** What is to be covered. */
const wanted = (graph: StateGraph): { readonly rows: number; readonly pairs: number } => ({
  rows: new Set(graph.actions.flatMap(({ rows }) => rows.map(rowKey))).size,
  pairs: pairsIn(graph).size,
});

/** How many steps were generated, and executed, when all rows and all pairs were covered. */
type Effort = { generated: number; executed: number; rows?: number; pairs?: number };

class Meter {
  readonly effort: Effort = { generated: 0, executed: 0 };
  readonly #rows = new Set<string>();
  readonly #pairs = new Set<string>();
  readonly #all: ReturnType<typeof wanted>;

  constructor(all: ReturnType<typeof wanted>) {
    this.#all = all;
  }

  take(step: Step, before: Step | undefined): void {
    this.effort.executed++;
    for (const row of step.rows) this.#rows.add(rowKey(row));
    for (const pair of pairsOf(before, step)) this.#pairs.add(pair);
    if (this.#rows.size === this.#all.rows) this.effort.rows ??= this.effort.generated;
    if (this.#pairs.size === this.#all.pairs) this.effort.pairs ??= this.effort.generated;
  }

  get isDone(): boolean {
    return this.effort.pairs !== undefined || this.effort.generated > MOST_STEPS;
  }
}

/** Our runs, guided or uniform. Every step that is generated is executed. */
function byRuns(model: Model, meter: Meter, isGuided: boolean, seed: number): void {
  const runs = runsOf(model, isGuided ? { coverage: coverageOf(model) } : {});
  for (let run = 0; !meter.isDone; run++)
    for (const { steps } of fc.sample(runs, { seed: seed + run * SEEDS, numRuns: 1 })) {
      steps.forEach((step, index) => {
        meter.effort.generated++;
        meter.take(step, steps[index - 1]);
      });
    }
}

/** fast-check's commands: one for every event and binding, with its precondition. */
function byCommands(machine: Machine, graph: StateGraph, meter: Meter, seed: number): void {
  type Here = { at: Step['to']; before: Step | undefined };
  const labels = [...new Map(graph.actions.map((action) => [labelOf(action), action] as const)).keys()];
  const roads = new Roads(machine);
  const stepOf = (at: Step['to'], label: string): Step | undefined =>
    roads.from(at).find((step) => labelOf(step) === label);
  const commands = labels.map((label) =>
    fc.constant<fc.Command<Here, undefined>>({
      check: ({ at }) => {
        meter.effort.generated++;
        return stepOf(at, label) !== undefined;
      },
      run: (here) => {
        const step = stepOf(here.at, label) as Step;
        meter.take(step, here.before);
        here.at = step.to;
        here.before = step;
      },
      toString: () => label,
    }),
  );
  const all = fc.commands(commands, { maxCommands: 100, size: 'max' });
  for (let run = 0; !meter.isDone; run++)
    for (const each of fc.sample(all, { seed: seed + run * SEEDS, numRuns: 1 }))
      fc.modelRun(
        () => ({
          model: { at: machine.initial[run % machine.initial.length] as Step['to'], before: undefined },
          real: undefined,
        }),
        each,
      );
}

/** Of so many failures by reaching some configuration: how many shrink to the shortest length. */
function shrinking(model: Model, graph: StateGraph, machine: Machine): string {
  let failures = 0;
  let shortest = 0;
  for (let seed = 0; failures < 100 && seed < 300; seed++) {
    const id = 1 + ((seed * 7919) % (graph.size - 1));
    const key = machine.key(graph.configuration(id));
    const found = fc.check(
      fc.property(runsOf(model), ({ steps }) => steps.every(({ to }) => machine.key(to) !== key)),
      { seed, numRuns: 2000 },
    );
    if (!found.failed) continue;
    failures++;
    if (found.counterexample?.[0].steps.length === traceTo(graph, id).steps.length) shortest++;
  }
  return `${shortest} of ${failures}`;
}

const rows: Record<string, string | number>[] = [];
for (const model of [order, session, helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 })]) {
  const graph = exploreModel(model);
  const machine = machineOf(model);
  const all = wanted(graph);
  const kinds = {
    guided: (meter: Meter, seed: number) => byRuns(model, meter, true, seed),
    uniform: (meter: Meter, seed: number) => byRuns(model, meter, false, seed),
    'fc.commands': (meter: Meter, seed: number) => byCommands(machine, graph, meter, seed),
  };
  for (const [kind, walk] of Object.entries(kinds)) {
    const start = performance.now();
    const most = 'transitions' in model ? SEEDS : SEEDS_OF_SYSTEM;
    const seeds = kind === 'fc.commands' ? Math.ceil(most / 10) : most;
    const efforts = Array.from({ length: seeds }, (_, seed) => {
      const meter = new Meter(all);
      walk(meter, seed);
      return meter.effort;
    });
    const seconds = (performance.now() - start) / 1000;
    const sum = (of: 'generated' | 'executed'): number => efforts.reduce((total, effort) => total + effort[of], 0);
    const until = (of: 'rows' | 'pairs'): string => {
      const steps = median(efforts.map((effort) => effort[of] ?? Number.POSITIVE_INFINITY));
      return Number.isFinite(steps) ? `${steps}` : `> ${MOST_STEPS}`;
    };
    rows.push({
      model: model.name,
      walk: kind,
      seeds,
      'executed/s': Math.round(sum('executed') / seconds),
      'generated/executed': (sum('generated') / sum('executed')).toFixed(2),
      'until all rows': until('rows'),
      'until all pairs': until('pairs'),
      'shrunk to the shortest': kind === 'uniform' ? shrinking(model, graph, machine) : '',
    });
  }
}
console.log(`medians over the seeds, Node ${process.version}`);
console.table(rows);
