/**
 * Turns on fast-check's scheduler. It lets one go on at a time, and chooses the next one only when nothing moves any more: so an interleaving depends on its
 * choices alone, also where an implementation does real input and output, and can be repeated.
 */
import type { Scheduler } from 'fast-check';

/** Waits for its turn: called at every place where the implementation lets others go on. The scheduler chooses who is next. */
export type Turn = <T>(label: string, act: () => T | Promise<T>) => Promise<T>;

/** The turn of who is alone: at once. */
export const alone: Turn = async (_label, act) => act();

/** Whose turn it is, and what happened in order. */
export class Turns {
  readonly log: string[] = [];
  readonly #scheduler: Scheduler;
  readonly #patience: number;
  #moving = 0;
  #isRacing = false;
  #whenQuiet: (() => void) | undefined;

  /** Who neither waits for a turn nor ends, since it waits for a lock, is waited for as long as the patience: milliseconds. */
  constructor(scheduler: Scheduler, patience: number) {
    this.#scheduler = scheduler;
    this.#patience = patience;
  }

  /** Before and after a race whoever asks has its turn at once. */
  readonly turn: Turn = async (label, act) => {
    if (!this.#isRacing) return act();
    this.#move(-1);
    await this.#scheduler.schedule(Promise.resolve(), label, undefined, async (go) => {
      this.#move(1);
      await go();
      await this.#quiet();
    });
    this.log.push(label);
    return act();
  };

  /** Runs clients at once, until all of them have ended. */
  async race(clients: readonly (() => Promise<void>)[]): Promise<void> {
    this.#isRacing = true;
    this.#moving = clients.length;
    const running = clients.map((client) => client().finally(() => this.#move(-1)));
    try {
      await this.#scheduler.waitFor(Promise.all(running));
    } finally {
      this.#isRacing = false;
    }
  }

  #move(more: number): void {
    this.#moving += more;
    if (this.#moving <= 0) this.#whenQuiet?.();
  }

  async #quiet(): Promise<void> {
    if (this.#moving <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#patience);
      this.#whenQuiet = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#whenQuiet = undefined;
  }
}
