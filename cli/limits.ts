/** What ends a check before it is done: bounds on time and memory, and Ctrl-C. */

/** The bounds that a user can set. Time is in seconds, memory (of the whole process) in megabytes. */
export type Bounds = {
  readonly maxConfigurations?: number;
  readonly maxTime?: number;
  readonly maxMemory?: number;
};

/** The two parts of a check. */
export type Phase = 'exploring' | 'judging';

/** Why a phase must stop now; `undefined` as long as it may go on. */
export type Reason = (phase: Phase) => string | undefined;

/**
 * So much of a bound each phase can use. What exploring leaves is kept for judging what was found, which takes about as long as
 * finding it, and about a third of its memory on top.
 */
const SHARES: { readonly [phase in Phase]: { readonly time: number; readonly memory: number } } = {
  exploring: { time: 0.5, memory: 0.75 },
  judging: { time: 1, memory: 1 },
};

const MEGABYTE = 1024 * 1024;

/** What time it is in milliseconds, and how many bytes the process holds. */
export type Meters = { now(): number; memory(): number };

export const METERS: Meters = { now: () => performance.now(), memory: () => process.memoryUsage.rss() };

/** The bounds of a check that begins now, unless it began earlier, as a reason named by the bound that is hit. */
export function withinBounds(
  { maxTime, maxMemory }: Bounds,
  { now, memory }: Meters = METERS,
  started: number = now(),
): Reason {
  const held = Math.ceil(memory() / MEGABYTE);
  const isTooSmall = maxMemory !== undefined && held > maxMemory * SHARES.exploring.memory;
  const memoryReason = isTooSmall ? `${maxMemory} MB (the process held ${held} MB before it began)` : `${maxMemory} MB`;
  return (phase) => {
    const share = SHARES[phase];
    if (maxTime !== undefined && now() - started > maxTime * 1000 * share.time) return `${maxTime} s`;
    return maxMemory !== undefined && memory() > maxMemory * MEGABYTE * share.memory ? memoryReason : undefined;
  };
}

/** Listens to Ctrl-C until it is let go. */
export type Stopping = { readonly reason: Reason; release(): void };

/**
 * Lets Ctrl-C stop the phase at hand, so that what is known by then is kept: exploring, and then judging. Pressed again before the phase
 * has stopped, it ends the process, as it does where nothing listens.
 */
export function stoppedByUser(): Stopping {
  let pressed = false;
  const press = (): void => {
    if (!pressed) {
      pressed = true;
      return;
    }
    process.off('SIGINT', press);
    process.kill(process.pid, 'SIGINT');
  };
  process.on('SIGINT', press);
  return {
    reason: () => {
      const stops = pressed;
      pressed = false;
      return stops ? 'Ctrl-C' : undefined;
    },
    release: () => void process.off('SIGINT', press),
  };
}
