/**
 * Random walks beside fast-check's own commands and a plain uniform walk, on the session table, a fleet of sessions, the help desk and the gallery: how
 * fast they step, how much of what is generated is executed, how many generated steps it takes to fire every row and every pair of rows, and how long
 * shrunk failures are, over the shortest. Prints medians over seeds; nothing here passes or fails. Arguments are another number of seeds, the
 * seconds after which no other seed is begun, and the name of the only model.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { exploreModel, type Machine, machineOf, type StateGraph, type Step } from '../model/explore/index.ts';
import { labelOf, rowKey } from '../model/explore/machine.ts';
import { fleet } from '../model/gallery/fleet.ts';
import { helpDeskOf } from '../model/rescue/helpDesk.ts';
import { session } from '../model/rescue/session.atlas.ts';
import { readModel } from '../model/system/read.ts';
import type { Model } from '../model/system/types.ts';
import { pairsOf } from '../properties/random/coverage.ts';
import { coverageOf, runsOf } from '../properties/random/index.ts';
import { Roads } from '../properties/random/runs.ts';
import { pairsIn } from '../properties/random/yardstick.ts';
import { median } from './lines.ts';
import { said, shrinksOf, shrinksOfRandom } from './shrinks.ts';

const SEEDS = Number(process.argv[2] ?? 200);
/** A walk that has not covered everything by then is given up. */
const MOST_STEPS = 20_000;
/** After so many seconds no other seed is begun; the table says how many there were. */
const PATIENCE = Number(process.argv[3] ?? 20);
/** A third argument names the only model that is walked through. */
const ONLY = process.argv[4];
/** Models of the gallery with at most so many configurations are walked through. */
const MOST_CONFIGURATIONS = 300;

/** What is to be covered. */
const wanted = (graph: StateGraph): { readonly rows: number; readonly pairs: number } => ({
  rows: new Set(graph.actions.flatMap(({ rows }) => rows.map(rowKey))).size,
  pairs: pairsIn(graph).size,
});

/** How many steps were generated, and executed, when all rows and all pairs were covered. */
type Effort = { generated: number; executed: number; rows?: number; pairs?: number };

type Goal = 'rows' | 'pairs';

class Meter {
  readonly effort: Effort = { generated: 0, executed: 0 };
  readonly #goal: Goal;
  readonly #rows = new Set<string>();
  readonly #pairs = new Set<string>();
  readonly #all: ReturnType<typeof wanted>;

  constructor(all: ReturnType<typeof wanted>, goal: Goal) {
    this.#all = all;
    this.#goal = goal;
  }

  take(step: Step, before: Step | undefined): void {
    this.effort.executed++;
    for (const row of step.rows) this.#rows.add(rowKey(row));
    for (const pair of pairsOf(before, step)) this.#pairs.add(pair);
    if (this.#rows.size === this.#all.rows) this.effort.rows ??= this.effort.generated;
    if (this.#pairs.size === this.#all.pairs) this.effort.pairs ??= this.effort.generated;
  }

  get isDone(): boolean {
    return this.effort[this.#goal] !== undefined || this.effort.generated > MOST_STEPS;
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

/** The models of the gallery that are small enough. */
async function gallery(): Promise<readonly Model[]> {
  const folder = join(import.meta.dirname, '../model/gallery');
  const all: Model[] = [];
  for (const file of readdirSync(folder).filter((each) => /\.atlas\.(ts|yaml)$/.test(each))) {
    const name = file.replace(/\.atlas\.\w+$/, '');
    const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
    if (expected.configurations > MOST_CONFIGURATIONS) continue;
    if (file.endsWith('.ts')) {
      const exported: readonly Model[] = Object.values(await import(join(folder, file)));
      all.push(...exported.filter((model) => model.name === name));
      continue;
    }
    const read = readModel(readFileSync(join(folder, file), 'utf8'), { file, format: 'yaml' });
    if (read.ok) all.push(read.model);
  }
  return all;
}

const smallFleet = fleet({ name: 'fleet-2', sessions: 2, technicians: 2, capacity: 1 });
const models = [session, smallFleet, helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 }), ...(await gallery())];
const rows: Record<string, string | number>[] = [];
for (const model of models.filter(({ name }) => ONLY === undefined || name === ONLY)) {
  const graph = exploreModel(model);
  const machine = machineOf(model);
  const all = wanted(graph);
  const kinds = {
    guided: (meter: Meter, seed: number) => byRuns(model, meter, true, seed),
    uniform: (meter: Meter, seed: number) => byRuns(model, meter, false, seed),
    'fc.commands': (meter: Meter, seed: number) => byCommands(machine, graph, meter, seed),
  };
  const [shortest, over] = said(shrinksOf(model, graph, PATIENCE));
  for (const [kind, walk] of Object.entries(kinds)) {
    const start = performance.now();
    const efforts = { rows: [] as Effort[], pairs: [] as Effort[] };
    for (const goal of ['rows', 'pairs'] as const) {
      const until = performance.now() + 1000 * PATIENCE;
      for (let seed = 0; seed < SEEDS && (seed === 0 || performance.now() < until); seed++) {
        const meter = new Meter(all, goal);
        walk(meter, seed);
        efforts[goal].push(meter.effort);
      }
    }
    const seconds = (performance.now() - start) / 1000;
    const sum = (of: 'generated' | 'executed'): number =>
      [...efforts.rows, ...efforts.pairs].reduce((total, effort) => total + effort[of], 0);
    const needed = (goal: Goal): string => {
      const steps = median(efforts[goal].map((effort) => effort[goal] ?? Number.POSITIVE_INFINITY));
      const seeds = efforts[goal].length === SEEDS ? '' : ` (${efforts[goal].length} seeds)`;
      return `${Number.isFinite(steps) ? steps : `> ${MOST_STEPS}`}${seeds}`;
    };
    rows.push({
      model: model.name,
      walk: kind,
      'executed/s': Math.round(sum('executed') / seconds),
      'generated/executed': (sum('generated') / sum('executed')).toFixed(2),
      'until all rows': needed('rows'),
      'until all pairs': needed('pairs'),
      ...(kind === 'guided' && { 'shrunk to the shortest': shortest, 'mean length over the shortest': over }),
    });
  }
}
console.log(`medians over ${SEEDS} seeds unless others are said, Node ${process.version}`);
console.table(rows);
if (ONLY === undefined)
  console.log(`failures of random tables shrunk to the shortest: ${said(shrinksOfRandom(PATIENCE)).join(', mean ')}`);
