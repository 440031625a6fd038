/** Takes an implementation through a run of the table, and shrinks a run that it fails. */
import { encodeTrace } from '../../model/explore/index.ts';
import {
  type Configuration,
  labelOf,
  type Machine,
  type RowTaken,
  rowKey,
  type Step,
} from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import { isOwn, isRefused, RESTART } from '../random/refusing.ts';
import { Roads, type Run } from '../random/runs.ts';
import { shorter } from '../random/shrinking.ts';
import { type Clock, clockOf } from '../suites/clock.ts';
import { type Driver, type FollowedStep, type Following, follow, Mismatch } from '../suites/follow.ts';
import { timed } from '../suites/timed.ts';

/** A failure on a run, cut where it shows. */
export type Failing = { readonly run: Run; readonly mismatch: Mismatch };

/** A step of a run, without what a test says of it. */
const plain = ({ event, binding, rows, to, expect }: FollowedStep): Step => ({
  event,
  ...(binding && { binding }),
  rows,
  to,
  ...(expect === 'refused' && { refused: true }),
});

/** The steps of a run of a machine as those of a test: what else the table allows on the same event is as right, and timers know how long they take. */
export function testSteps(clock: Clock, roads: Roads, { initial, steps }: Run): readonly Following[] {
  const enabled = (at: Configuration): readonly Step[] => roads.from(at).filter(isOwn);
  const { key } = roads.machine;
  let at = initial;
  const all = steps.map((step): Following => {
    const alike = isOwn(step) ? enabled(at).filter((other) => labelOf(other) === labelOf(step)) : [];
    const others = new Map(alike.map(({ to }) => [key(to), to] as const));
    others.delete(key(step.to));
    at = step.to;
    return {
      ...step,
      expect: isRefused(step) ? 'refused' : 'accepted',
      ...(others.size > 0 && { or: [...others.values()] }),
      ...(step.event === RESTART && { restart: true }),
    };
  });
  return timed(clock, { enabled, key }, { initial, steps: all });
}

/** An implementation under a table, with what was exercised of it. */
export class Taking {
  /** How often each row was taken. */
  readonly rows = new Map<string, number>();
  /** Steps done, and how many of them had to be refused. */
  steps = 0;
  refused = 0;
  runs = 0;
  readonly roads: Roads;
  readonly #clock: Clock;
  readonly #driver: Driver;

  constructor(model: Model, driver: Driver, machine: Machine) {
    this.#clock = clockOf(model);
    this.#driver = driver;
    this.roads = new Roads(machine);
  }

  /** Takes the implementation through a run; the failure where there is one. What else a driver throws is thrown on. */
  async take(run: Run): Promise<Failing | undefined> {
    this.runs++;
    try {
      this.#count(await follow(this.#driver, { initial: run.initial, steps: testSteps(this.#clock, this.roads, run) }));
      return undefined;
    } catch (thrown) {
      if (!(thrown instanceof Mismatch)) throw thrown;
      this.#count(thrown.sent.slice(0, -1));
      return { run: { initial: run.initial, steps: thrown.sent.map(plain) }, mismatch: thrown };
    }
  }

  /** The shortest failing run that can be found: along the machine, then by trying all runs that are shorter, each as far as the tries last. */
  async shrunk(first: Failing, maxTries: number): Promise<Failing> {
    let best = await this.#along(first, maxTries);
    let tries = 0;
    for (const run of this.#below(() => best.run)) {
      if (++tries > maxTries) break;
      best = (await this.take(run)) ?? best;
    }
    return best;
  }

  /** All runs with fewer steps than the best one, which may change; each as long as it may be, since a run tries its beginnings too. */
  *#below(best: () => Run): Generator<Run> {
    const last = best().steps.at(-1);
    const ending = last !== undefined && !isOwn(last) ? last : undefined;
    const longest = (): number => best().steps.length - (ending === undefined ? 1 : 2);
    const stack = this.roads.machine.initial.map((initial): Run => ({ initial, steps: [] }));
    for (let run = stack.pop(); run !== undefined; run = stack.pop()) {
      const { initial, steps } = run;
      if (steps.length > longest()) continue;
      const at = steps.at(-1)?.to ?? initial;
      const onward = this.roads.from(at).filter(isOwn);
      const end = ending && this.roads.like(at, ending);
      if (end !== undefined && !isOwn(end)) yield { initial, steps: [...steps, end] };
      else if (steps.length > 0 && (steps.length === longest() || onward.length === 0)) yield run;
      for (const step of onward.toReversed()) stack.push({ initial, steps: [...steps, step] });
    }
  }

  async #along(first: Failing, maxTries: number): Promise<Failing> {
    const tried = new Set<string>();
    let best = first;
    for (let isShorter = true; isShorter && tried.size < maxTries; ) {
      isShorter = false;
      for (const run of shorter(this.roads, best.run)) {
        const word = `${this.roads.machine.key(run.initial)} ${run.steps.map(labelOf)}`;
        if (run.steps.length >= best.run.steps.length || tried.has(word)) continue;
        if (tried.size >= maxTries) break;
        tried.add(word);
        const failing = await this.take(run);
        if (failing === undefined) continue;
        best = failing;
        isShorter = true;
        break;
      }
    }
    return best;
  }

  token = (run: Run): string => encodeTrace(this.roads.machine, run);

  #count(steps: readonly FollowedStep[]): void {
    this.steps += steps.length;
    for (const { rows, expect } of steps) {
      if (expect === 'refused') this.refused++;
      for (const row of rows as readonly RowTaken[]) this.rows.set(rowKey(row), (this.rows.get(rowKey(row)) ?? 0) + 1);
    }
  }
}
