/** A ticket as a class in memory that writes a log, with timers on a clock that it is given; and with defects on request. */
import type { Driver } from '../../suites/follow.ts';
import { VirtualClock } from '../../suites/virtual-clock.ts';
import type { RacingDriver } from '../racing.ts';
import { alone, type Turn } from '../turns.ts';
import { type Defect, FORTNIGHT } from './defects.ts';

/** `timer not stopped`: what fires once a reply has come closes the ticket all the same. */
export type ClassDefect = Defect | 'timer not stopped';

/** Writes a line to a log. Others go on meanwhile. */
type Log = (line: string) => Promise<void>;

class Ticket {
  state = 'new';
  replies = 0;
  #resumes: string | undefined;
  #expires: number | undefined;
  readonly #clock: VirtualClock;
  readonly #log: Log;
  readonly #defect: ClassDefect | undefined;

  constructor(clock: VirtualClock, log: Log, defect: ClassDefect | undefined) {
    this.#clock = clock;
    this.#log = log;
    this.#defect = defect;
  }

  take = (): Promise<void> => this.#go(['new'], () => 'open');
  answer = (): Promise<void> => this.#go(['open'], () => 'answered');
  close = (): Promise<void> =>
    this.#go(['open', 'answered', ...(this.#defect === 'double close' ? ['closed'] : [])], () => 'closed');

  async reply(): Promise<void> {
    if (this.replies >= 2 && this.#defect !== 'forgotten guard') throw new Error('no more replies');
    await this.#go(['answered'], () => {
      this.replies++;
      return 'open';
    });
  }

  hold = (): Promise<void> =>
    this.#go(['open', 'answered'], (state) => {
      this.#resumes = this.#defect === 'stale resume target' ? (this.#resumes ?? state) : state;
      return 'held';
    });

  resume = (): Promise<void> => this.#go(['held'], () => this.#resumes ?? 'open');

  /** Nothing may come between what is looked at and what is written. */
  async #go(from: readonly string[], to: (state: string) => string): Promise<void> {
    const { state } = this;
    if (!from.includes(state)) throw new Error(`not in ${state}`);
    if (this.#defect === 'race') await this.#log(`leaves ${state}`);
    this.#enter(to(state));
    if (this.#defect !== 'race') await this.#log(`left ${state}`);
  }

  #enter(state: string): void {
    this.state = state;
    if (this.#defect !== 'timer not stopped') this.#clock.clearTimeout(this.#expires);
    if (state === 'answered' && this.#defect !== 'lost timer')
      this.#expires = this.#clock.setTimeout(() => this.#enter('closed'), FORTNIGHT);
  }
}

/** Drives a ticket in memory, which throws where it refuses. */
export function classDriver(defect?: ClassDefect): Driver & RacingDriver {
  let clock: VirtualClock;
  let ticket: Ticket;
  return {
    refuses: 'throws',
    start: (_initial: unknown, turn: Turn = alone) => {
      clock = new VirtualClock();
      ticket = new Ticket(clock, (line) => turn(line, () => undefined), defect);
    },
    send: (event: string) => {
      const act = (ticket as unknown as { readonly [name: string]: (() => Promise<void>) | undefined })[event];
      if (act === undefined) throw new Error(`a ticket cannot ${event}`);
      return act.call(ticket);
    },
    advance: (milliseconds) => clock.advance(milliseconds),
    observe: () => ({ state: ticket.state, memory: { replies: ticket.replies } }),
  };
}
