/** Timers on a virtual clock: how long to wait until one fires. A clock starts on entering a state, not on `stay`. */
import { type Configuration, isSystemConfiguration, type Step } from '../../model/explore/machine.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { STAY, type Table } from '../../model/table/types.ts';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
/** Milliseconds of the parts of a duration before and after its `T`; a month has 30 days and a year 365. */
const UNITS = { Y: 365 * DAY, M: 30 * DAY, W: 7 * DAY, D: DAY } as const;
const TIME_UNITS = { H: 3_600 * SECOND, M: 60 * SECOND, S: SECOND } as const;

/** The milliseconds of an ISO 8601 duration: `PT30M` is 1,800,000. */
export function millisecondsOf(duration: string): number {
  const [days = '', time = ''] = duration.slice(1).split('T');
  const sum = (text: string, units: { readonly [unit: string]: number }): number =>
    [...text.matchAll(/([\d.,]+)([A-Z])/g)].reduce(
      (total, [, amount = '', unit = '']) => total + Number(amount.replace(',', '.')) * (units[unit] ?? 0),
      0,
    );
  return sum(days, UNITS) + sum(time, TIME_UNITS);
}

/** The clock of a table along a run. */
export class Clock {
  readonly #table: Table | undefined;
  #elapsed = 0;

  /** Of a system no clock is kept: its timers are sent like other events. */
  constructor(model: Model) {
    this.#table = isSystem(model) ? undefined : model;
  }

  /** How long until the timer of an event fires, counted from now; `undefined` where the event has none. */
  left(event: string): number | undefined {
    const after = this.#table?.events[event]?.after;
    return after === undefined ? undefined : millisecondsOf(after) - this.#elapsed;
  }

  /** Whether a timer that is enabled can fire next: none that is enabled fires before it, and it has not fired yet. */
  isNext(event: string, enabled: readonly Step[]): boolean {
    const left = this.left(event);
    if (left === undefined) return true;
    return left > 0 && enabled.every((other) => !((this.left(other.event) ?? left) < left));
  }

  /** Time passes, and a step is taken; entering a state starts the clock again. */
  pass(wait: number, step: Step | undefined, from: Configuration): void {
    this.#elapsed += wait;
    if (step === undefined || this.#table === undefined || isSystemConfiguration(from)) return;
    const [taken] = step.rows;
    if (taken !== undefined && this.#table.transitions[taken.row]?.to !== STAY) this.#elapsed = 0;
  }
}
