/** Runs as arbitraries of fast-check. */
import fc from 'fast-check';
import type { Machine, Step } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import type { Model } from '../../model/system/types.ts';
import { inputsOf } from '../suites/inputs.ts';
import { type Chance, type Chooser, guided, uniform } from './choosing.ts';
import { Coverage } from './coverage.ts';
import type { Pasting } from './pasteable.ts';
import { graphOf, isRefused, refusing } from './refusing.ts';
import { Roads, type Run } from './runs.ts';
import { shorter } from './shrinking.ts';
import { telling } from './told.ts';

/** How runs at random are generated. */
export type RunOptions = Pasting & {
  /** The most steps of a run; 100 unless given. A run that is stuck ends earlier. */
  readonly maxSteps?: number;
  /**
   * What was covered so far: choices lean towards what is not. It is added to, so what is generated depends on what was generated before: a failure is
   * repeated by its token, not by a seed and a path alone.
   */
  readonly coverage?: Coverage;
  /**
   * The share of steps that are events which are not enabled then, to test that they are refused: from 0, which is the default, to 1. Such a step is told by
   * {@link isRefused} and leads back to where it begins. Known are the bindings of those steps that are found up to 50,000 configurations.
   */
  readonly refusals?: number;
};

const MAX_STEPS = 100;

/** A coverage to be given to {@link runsOf}, and to be read afterwards. */
export const coverageOf = (model: Model): Coverage => new Coverage(machineOf(model));

/**
 * Runs of a table or a system. Every step of every run is enabled when it is taken, but for those that are asked for as refusals: nothing is generated in vain, and
 * nothing is skipped. Shrinking gives shorter runs of the machine: without loops and steps, and along shorter ways nearby. Where fast-check reports
 * a run, it shows the token of it, the command that takes it again, and a vitest test that does.
 *
 * @throws {RangeError} where the share of refusals is none.
 */
export function runsOf(model: Model, { refusals = 0, ...options }: RunOptions = {}): fc.Arbitrary<Run> {
  if (!(refusals >= 0 && refusals <= 1)) throw new RangeError(`refusals must be from 0 to 1, not ${refusals}`);
  const machine = machineOf(model);
  const beside = refusals === 0 ? machine : refusing(machine, inputsOf(model, graphOf(model)), false);
  return new Runs(machine, { ...options, refusals }, beside, telling(model, options));
}

/** Runs of a machine. See {@link runsOf}. */
export const runsOfMachine = (machine: Machine, options: Omit<RunOptions, 'refusals'> = {}): fc.Arbitrary<Run> =>
  new Runs(machine, options, machine, (run) => run);

/** A share is a number of thousandths. */
const THOUSAND = 1000;

class Runs extends fc.Arbitrary<Run> {
  readonly #roads: Roads;
  /** The same with what is refused. */
  readonly #beside: Roads;
  readonly #refusals: number;
  readonly #maxSteps: number;
  readonly #coverage: Coverage | undefined;
  readonly #choose: Chooser;
  readonly #told: (run: Run) => Run;

  constructor(
    machine: Machine,
    { maxSteps = MAX_STEPS, coverage, refusals = 0 }: RunOptions,
    beside: Machine,
    told: (run: Run) => Run,
  ) {
    super();
    this.#told = told;
    this.#roads = new Roads(machine);
    this.#beside = beside === machine ? this.#roads : new Roads(beside);
    this.#refusals = refusals * THOUSAND;
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
    let before: Step | undefined;
    for (let at = initial; steps.length < length; ) {
      const refused = this.#refusals > 0 && chance(THOUSAND) < this.#refusals ? this.#refusedAt(at) : [];
      if (refused.length > 0) {
        steps.push(refused[chance(refused.length)] as Step);
        continue;
      }
      const enabled = this.#roads.from(at);
      if (enabled.length === 0) break;
      const step = this.#choose(enabled, at, before, chance);
      this.#coverage?.step(at, step, before);
      steps.push(step);
      before = step;
      at = step.to;
    }
    return new fc.Value(this.#told({ initial, steps }), undefined);
  }

  #refusedAt(at: Run['initial']): readonly Step[] {
    return this.#beside.from(at).filter(isRefused);
  }

  override canShrinkWithoutContext(value: unknown): value is Run {
    return typeof value === 'object' && value !== null && 'initial' in value && 'steps' in value;
  }

  override shrink(run: Run): fc.Stream<fc.Value<Run>> {
    const { length } = run.steps;
    const runs = shorter(this.#beside, run);
    return fc
      .stream(runs)
      .filter(({ steps }) => steps.length < length)
      .map((each) => new fc.Value(this.#told(each), undefined));
  }
}
