/** Checking loaded tables under the limits of the command line. */

import { disagreements } from '../generators/report/opinion.ts';
import type { Reported } from '../generators/report/text.ts';
import type { Limits } from '../model/explore/graph.ts';
import { check, isOpen, isUndecided } from '../properties/judge/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Loaded } from './load/loaded.ts';
import { progressLine } from './terminal.ts';

/** The bounds that a user can set. Time is in seconds. */
export type Bounds = { readonly maxConfigurations?: number; readonly maxTime?: number };

/** Checks a table, showing progress on a terminal unless that is not wanted. */
export function checkLoaded(loaded: Loaded, bounds: Bounds & { readonly quiet?: true } = {}): Reported {
  const line = progressLine(bounds.quiet !== true);
  const until = bounds.maxTime === undefined ? Number.POSITIVE_INFINITY : performance.now() + bounds.maxTime * 1000;
  const limits: Limits = {
    ...(bounds.maxConfigurations === undefined ? {} : { maxConfigurations: bounds.maxConfigurations }),
    interrupt(progress) {
      line.show(progress);
      return performance.now() > until ? `${bounds.maxTime} s` : undefined;
    },
  };
  try {
    return { ...loaded, judgement: check(loaded.table, limits) };
  } finally {
    line.clear();
  }
}

/** The exit codes that a checked table asks for. */
export const codesOf = ({ judgement, opinion }: Reported): readonly ExitCode[] => [
  ...(opinion !== undefined && disagreements(judgement, opinion).length > 0 ? [EXIT.defect] : []),
  ...(isOpen(judgement) ? [EXIT.open] : []),
  ...(isUndecided(judgement) ? [EXIT.undecided] : []),
];
