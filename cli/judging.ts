/** Checking loaded tables under the limits of the command line. */
import { setImmediate } from 'node:timers/promises';

import { disagreements } from '../generators/report/opinion.ts';
import type { Reported } from '../generators/report/text.ts';
import { exploring } from '../model/explore/graph.ts';
import { tableMachine } from '../model/explore/naive.ts';
import { isOpen, isUndecided, judge } from '../properties/judge/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Loaded } from './load/loaded.ts';
import { progressLine } from './terminal.ts';

/** The bounds that a user can set. Time is in seconds, memory (of the whole process) in megabytes. */
export type Bounds = {
  readonly maxConfigurations?: number;
  readonly maxTime?: number;
  readonly maxMemory?: number;
};

const MEGABYTE = 1024 * 1024;

/** How a check is watched: without progress, and whether Ctrl-C stops the exploration and keeps what is known. */
export type Watched = { readonly quiet?: true; readonly stoppable?: boolean };

/**
 * Checks a table, showing progress on a terminal unless that is not wanted. The first Ctrl-C ends the exploration where it is;
 * a second one ends the command.
 */
export async function checkLoaded(loaded: Loaded, bounds: Bounds & Watched = {}): Promise<Reported> {
  const line = progressLine(bounds.quiet !== true);
  const until = bounds.maxTime === undefined ? Number.POSITIVE_INFINITY : performance.now() + bounds.maxTime * 1000;
  const limits = bounds.maxConfigurations === undefined ? {} : { maxConfigurations: bounds.maxConfigurations };
  let stopped: string | undefined;
  const stop = (): void => {
    stopped = 'Ctrl-C';
  };
  const reason = (): string | undefined => {
    if (stopped !== undefined) return stopped;
    if (performance.now() > until) return `${bounds.maxTime} s`;
    const { maxMemory } = bounds;
    return maxMemory !== undefined && process.memoryUsage.rss() > maxMemory * MEGABYTE ? `${maxMemory} MB` : undefined;
  };
  if (bounds.stoppable) process.once('SIGINT', stop);
  try {
    const run = exploring(tableMachine(loaded.table), limits);
    let at = run.next();
    while (!at.done) {
      line.show(at.value);
      await setImmediate();
      at = run.next(reason());
    }
    return { ...loaded, judgement: judge(loaded.table, at.value) };
  } finally {
    process.off('SIGINT', stop);
    line.clear();
  }
}

/** The exit codes that a checked table asks for. */
export const codesOf = ({ judgement, opinion }: Reported): readonly ExitCode[] => [
  ...(opinion !== undefined && disagreements(judgement, opinion).length > 0 ? [EXIT.defect] : []),
  ...(isOpen(judgement) ? [EXIT.open] : []),
  ...(isUndecided(judgement) ? [EXIT.undecided] : []),
];
