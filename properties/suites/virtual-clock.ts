/** A clock for an implementation under test: time passes only when it is told to. */

/** What waits on a clock. */
type Waiter = { readonly due: number; readonly act: () => unknown };

/**
 * A clock with timers. An implementation that is given one in place of the machine's takes fourteen days in no time; its methods can be handed over as they
 * are: `advance: clock.advance`.
 */
export class VirtualClock {
  #now = 0;
  #last = 0;
  readonly #waiters = new Map<number, Waiter>();

  /** The milliseconds that have passed. */
  readonly now = (): number => this.#now;

  /** Calls a function once, when so many milliseconds have passed; gives what `clearTimeout` takes. */
  readonly setTimeout = (act: () => unknown, milliseconds = 0): number => {
    this.#waiters.set(++this.#last, { due: this.#now + Math.max(0, milliseconds), act });
    return this.#last;
  };

  /** Forgets a timer, where there is one. */
  readonly clearTimeout = (timer: number | undefined): void => {
    if (timer !== undefined) this.#waiters.delete(timer);
  };

  /** Lets time pass. What is due is called in its order, each at its moment, and waited for; what is asked for meanwhile is called too. */
  readonly advance = async (milliseconds: number): Promise<void> => {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#waiters]
        .filter(([, { due }]) => due <= end)
        .sort(([, one], [, other]) => one.due - other.due);
      if (next === undefined) break;
      const [timer, { due, act }] = next;
      this.#waiters.delete(timer);
      this.#now = Math.max(this.#now, due);
      await act();
    }
    this.#now = end;
  };
}
