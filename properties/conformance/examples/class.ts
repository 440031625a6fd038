/** A ticket as a class in memory, with timers on a clock that its owner moves; and with defects on request. */
import type { Driver } from '../../suites/follow.ts';

export type Defect = 'forgotten guard' | 'lost timer' | 'stale resume target' | 'double close' | 'timer not stopped';

const FORTNIGHT = 14 * 24 * 3_600_000;

class Ticket {
  state = 'new';
  replies = 0;
  #resumes: string | undefined;
  #expires: number | undefined;
  #now = 0;
  readonly #defect: Defect | undefined;

  constructor(defect: Defect | undefined) {
    this.#defect = defect;
  }

  take = (): void => this.#go(['new'], 'open');
  answer = (): void => this.#go(['open'], 'answered');
  close = (): void =>
    this.#go(this.#defect === 'double close' ? ['open', 'answered', 'closed'] : ['open', 'answered'], 'closed');

  reply(): void {
    if (this.replies >= 2 && this.#defect !== 'forgotten guard') throw new Error('no more replies');
    this.#go(['answered'], 'open');
    this.replies++;
  }

  hold(): void {
    const { state } = this;
    this.#go(['open', 'answered'], 'held');
    this.#resumes = this.#defect === 'stale resume target' ? (this.#resumes ?? state) : state;
  }

  resume = (): void => this.#go(['held'], this.#resumes ?? 'open');

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    if (this.#expires !== undefined && this.#now >= this.#expires) {
      this.state = 'closed';
      this.#expires = undefined;
    }
  }

  #go(from: readonly string[], to: string): void {
    if (!from.includes(this.state)) throw new Error(`not in ${this.state}`);
    this.state = to;
    if (to === 'answered') this.#expires = this.#defect === 'lost timer' ? undefined : this.#now + FORTNIGHT;
    else if (this.#defect !== 'timer not stopped') this.#expires = undefined;
  }
}

/** Drives a ticket in memory. */
export function classDriver(defect?: Defect): Driver {
  let ticket = new Ticket(defect);
  return {
    refuses: 'throws',
    start: () => {
      ticket = new Ticket(defect);
    },
    send: (event) => {
      const act = (ticket as unknown as { readonly [name: string]: (() => void) | undefined })[event];
      if (act === undefined) throw new Error(`a ticket cannot ${event}`);
      act.call(ticket);
    },
    advance: (milliseconds) => ticket.advance(milliseconds),
    observe: () => ({ state: ticket.state, memory: { replies: ticket.replies } }),
  };
}
