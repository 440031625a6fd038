/** Runs as arbitraries of fast-check. */
import fc from 'fast-check';
import type { Machine, Step } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import type { Model } from '../../model/system/types.ts';
import { type Chance, type Chooser, guided, uniform } from './choosing.ts';
import { Coverage } from './coverage.ts';
import { Roads, type Run } from './runs.ts';
import { shorter } from './shrinking.ts';

/** How runs at random are generated. */
export type RunOptions = {
  /** The most steps of a run; 100 unless given. A run that is stuck ends earlier. */
  readonly maxSteps?: number;
  /**
   * What was covered so far: choices lean towards what is not. It is added to, so what is generated depends on what was generated before: a failure is
   * repeated by its token, not by a seed and a path alone.
   */
  readonly coverage?: Coverage;
};

const MAX_STEPS = 100;

/** A coverage to be given to {@link runsOf}, and to be read afterwards. */
export const coverageOf = (model: Model): Coverage => new Coverage(machineOf(model));

/**
 * Runs of a table or a system. Every step of every run is enabled when it is taken: nothing is generated in vain, and nothing is skipped. Shrinking gives shorter
 * runs of the machine: without loops and steps, and along shorter ways nearby.
 */
export const runsOf = (model: Model, options: RunOptions = {}): fc.Arbitrary<Run> =>
  new Runs(machineOf(model), options);

/** Runs of a machine. See {@link runsOf}. */
export const runsOfMachine = (machine: Machine, options: RunOptions = {}): fc.Arbitrary<Run> =>
  new Runs(machine, options);

class Runs extends fc.Arbitrary<Run> {
  readonly #roads: Roads;
  readonly #maxSteps: number;
  readonly #coverage: Coverage | undefined;
  readonly #choose: Chooser;

  constructor(machine: Machine, { maxSteps = MAX_STEPS, coverage }: RunOptions) {
    super();
    this.#roads = new Roads(machine);
    this.#maxSteps = maxSteps;
    this.#coverage = coverage;
    this.#choose = coverage === undefined ? uniform : guided(this.#roads, coverage);
  }

  override generate(random: fc.Random): fc.Value<Run> {
    const chance: Chance = (below) => random.nextInt(0, below - 1);
    const { machine } = this.#roads;
    const initial = machine.initial[chance(machine.initial.length)] as Run['initial'];
    // Without guidance runs are of all lengths; with it they are as long as they may be, since what is new may be far.
    const length = this.#coverage === undefined ? random.nextInt(0, this.#maxSteps) : this.#maxSteps;
    this.#coverage?.begin(initial);
    const steps: Step[] = [];
    for (let at = initial; steps.length < length; ) {
      const enabled = this.#roads.from(at);
      if (enabled.length === 0) break;
      const step = this.#choose(enabled, at, steps.at(-1), chance);
      this.#coverage?.step(at, step, steps.at(-1));
      steps.push(step);
      at = step.to;
    }
    return new fc.Value({ initial, steps }, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Run {
    return typeof value === 'object' && value !== null && 'initial' in value && 'steps' in value;
  }

  override shrink(run: Run): fc.Stream<fc.Value<Run>> {
    const { length } = run.steps;
    const runs = shorter(this.#roads, run);
    return fc
      .stream(runs)
      .filter(({ steps }) => steps.length < length)
      .map((each) => new fc.Value(each, undefined));
  }
}
