/** Takes an implementation through a run of the table, and shrinks a run that it fails. */
import { encodeTrace } from '../../model/explore/index.ts';
import { labelOf, type Machine, type RowTaken, rowKey, type Step } from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import { isOwn, isRefused, RESTART } from '../random/refusing.ts';
import { Roads, type Run } from '../random/runs.ts';
import { shorter } from '../random/shrinking.ts';
import { type Driver, type FollowedStep, follow, Mismatch } from '../suites/follow.ts';
import { Clock } from './timers.ts';

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

/** An implementation under a table, with what was exercised of it. */
export class Taking {
  /** How often each row was taken. */
  readonly rows = new Map<string, number>();
  /** Steps done, and how many of them had to be refused. */
  steps = 0;
  refused = 0;
  runs = 0;
  readonly roads: Roads;
  readonly #model: Model;
  readonly #driver: Driver;

  constructor(model: Model, driver: Driver, machine: Machine) {
    this.#model = model;
    this.#driver = driver;
    this.roads = new Roads(machine);
  }

  /** Takes the implementation through a run; the failure where there is one. What else a driver throws is thrown on. */
  async take(run: Run): Promise<Failing | undefined> {
    const steps = this.#followed(run);
    this.runs++;
    try {
      this.#count(steps.slice(0, await follow(this.#driver, { initial: run.initial, steps })));
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

  /** The steps of a run as they are done; it ends where a timer cannot fire, because another one fires before it. */
  #followed({ initial, steps }: Run): readonly FollowedStep[] {
    const clock = new Clock(this.#model);
    const followed: FollowedStep[] = [];
    let at = initial;
    for (const step of steps) {
      const enabled = this.roads.from(at).filter(isOwn);
      const timed = this.#driver.advance === undefined ? undefined : clock.left(step.event);
      if (timed !== undefined && isRefused(step)) {
        // Time cannot be sent: it passes, and a timer that is not enabled must not fire. Where another one is, that one would.
        if (timed <= 0 || enabled.some(({ event }) => clock.left(event) !== undefined)) continue;
      } else if (timed !== undefined && !clock.isNext(step.event, enabled)) break;
      followed.push(this.#done(step, enabled, timed, clock));
      clock.pass(timed ?? 0, isRefused(step) ? undefined : step, at);
      at = step.to;
    }
    return followed;
  }

  #done(step: Step, enabled: readonly Step[], wait: number | undefined, clock: Clock): FollowedStep {
    const { key } = this.roads.machine;
    const isAlike = (other: Step): boolean =>
      labelOf(other) === labelOf(step) || (wait !== undefined && clock.left(other.event) === wait);
    const others = !isOwn(step) ? [] : enabled.filter(isAlike);
    const or = [...new Map(others.map(({ to }) => [key(to), to] as const)).entries()].flatMap(([other, to]) =>
      other === key(step.to) ? [] : [to],
    );
    return {
      ...step,
      expect: isRefused(step) ? 'refused' : 'accepted',
      ...(or.length > 0 && { or }),
      ...(wait !== undefined && { wait }),
      ...(step.event === RESTART && { restart: true }),
    };
  }

  #count(steps: readonly FollowedStep[]): void {
    this.steps += steps.length;
    for (const { rows, expect } of steps) {
      if (expect === 'refused') this.refused++;
      for (const row of rows as readonly RowTaken[]) this.rows.set(rowKey(row), (this.rows.get(rowKey(row)) ?? 0) + 1);
    }
  }
}
