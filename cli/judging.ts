/** Checking what was loaded under the limits of the command line. */
import { setImmediate } from 'node:timers/promises';
import { disagreements } from '../generators/report/opinion.ts';
import type { Reported } from '../generators/report/text.ts';
import { exploringModel } from '../model/explore/compiled.ts';
import { isOpen, isUndecided, judging } from '../properties/judge/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { type Bounds, stoppedByUser, withinBounds } from './limits.ts';
import type { Loaded } from './load/loaded.ts';
import { type ProgressKind, reporter } from './progress.ts';

/** How a check is watched: what it tells on its way, and whether Ctrl-C stops it and keeps what is known. */
export type Watched = { readonly quiet?: true; readonly progress?: ProgressKind; readonly stoppable?: boolean };

/** Checks a table or system: explores it, then judges it. Where a limit ends either, what is known by then is kept. */
export async function checkLoaded(loaded: Loaded, options: Bounds & Watched = {}): Promise<Reported> {
  const { model } = loaded;
  const { maxConfigurations, quiet, progress = quiet ? 'none' : 'auto' } = options;
  const told = reporter(progress, model.name);
  const bound = withinBounds(options);
  const user = options.stoppable ? stoppedByUser() : undefined;
  const reason = (phase: 'exploring' | 'judging') => user?.reason(phase) ?? bound(phase);
  try {
    const limits = maxConfigurations === undefined ? {} : { maxConfigurations };
    const graph = await driven(exploringModel(model, limits), told.exploring, () => reason('exploring'));
    told.explored();
    const judgement = await driven(judging(model, graph), told.judging, () => reason('judging'));
    told.done(judgement.exploration);
    return { ...loaded, judgement };
  } finally {
    user?.release();
    told.clear();
  }
}

/** Runs work that comes in pieces to its end, showing its progress, until there is a reason to stop. In between, signals are heard. */
export async function driven<P, R>(
  work: Generator<P, R, string | undefined>,
  show: (progress: P) => void,
  reason: () => string | undefined,
): Promise<R> {
  let at = work.next();
  while (!at.done) {
    show(at.value);
    await setImmediate();
    at = work.next(reason());
  }
  return at.value;
}

/** The exit codes that a checked table or system asks for. */
export const codesOf = ({ judgement, opinion }: Reported): readonly ExitCode[] => [
  ...(opinion !== undefined && disagreements(judgement, opinion).length > 0 ? [EXIT.defect] : []),
  ...(isOpen(judgement) ? [EXIT.open] : []),
  ...(isUndecided(judgement) ? [EXIT.undecided] : []),
];
