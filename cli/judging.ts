/** Checking what was loaded under the limits of the command line. */
import { setImmediate } from 'node:timers/promises';
import type { Compared } from '../generators/difference/lines.ts';
import { disagreements } from '../generators/report/opinion.ts';
import type { Reported } from '../generators/report/text.ts';
import { exploringModel } from '../model/explore/compiled.ts';
import type { Limits, StateGraph } from '../model/explore/graph.ts';
import { type Plan, plan } from '../model/explore/planning.ts';
import type { Work } from '../model/explore/work.ts';
import type { Model } from '../model/system/types.ts';
import { differing } from '../properties/difference/index.ts';
import { checking, isOpen, isUndecided, judging, type Stage } from '../properties/judge/index.ts';
import { mutating } from '../properties/mutation/mutate.ts';
import type { Checkpoints } from './checkpoint/checkpoints.ts';
import { EXIT, type ExitCode, Stop } from './exit.ts';
import { type Bounds, METERS, type Phase, type Reason, stoppedByUser, withinBounds } from './limits.ts';
import type { Loaded } from './load/loaded.ts';
import { type ProgressKind, type Reporter, reporter } from './progress.ts';

/** How a check is watched: what it tells on its way, and whether Ctrl-C stops it and keeps what is known. */
export type Watched = { readonly quiet?: true; readonly progress?: ProgressKind; readonly stoppable?: boolean };

/** Whether a check says how it was planned. */
export type Explained = { readonly explain?: true };

/** Whether a check exchanges instances. */
export type Exchanging = { readonly symmetry?: true };

/** Whether a check is saved now and then, and goes on from what was saved. */
export type Kept = { readonly checkpoints?: (plan: Plan) => Checkpoints };

/** Checks a table or system: explores it, then judges it. Where a limit ends either, what is known by then is kept. */
export function checkLoaded(
  loaded: Loaded,
  options: Bounds & Watched & Explained & Exchanging & Kept = {},
): Promise<Reported> {
  return attended(loaded, options, METERS.now(), async ({ told, reason }) => {
    const planned = await plannedFor(loaded.model, options);
    const checkpoints = options.checkpoints?.(planned);
    let phase: Phase = 'exploring';
    let turned: string | undefined;
    const show = (stage: Stage): void => {
      if ('turned' in stage) {
        turned = stage.turned;
        checkpoints?.turned();
      } else if ('progress' in stage) {
        phase = 'exploring';
        told.exploring(stage.progress);
        checkpoints?.paused(stage.progress.save);
      } else {
        if (phase === 'exploring') {
          told.explored();
          checkpoints?.explored();
        }
        phase = 'judging';
        told.judging(stage.judging);
      }
    };
    const limits = { ...limitsOf(options), from: checkpoints?.from };
    const judgement = await driven(checking(loaded.model, limits, planned), show, () => reason(phase));
    told.done(judgement.exploration);
    const explained = options.explain && { plan: { ...planned, ...(turned !== undefined && { turned }) } };
    return { ...loaded, judgement, ...explained };
  });
}

/** How a model is explored. What exchanging cannot be done for is refused. */
async function plannedFor(model: Model, { symmetry }: Exchanging): Promise<Plan> {
  if (symmetry === undefined) return plan(model);
  const { planOrbits } = await import('../model/explore/symmetry/planning.ts');
  const planned = planOrbits(model);
  if ('refused' in planned) throw new Stop(EXIT.usage, `--symmetry: ${model.name}: ${planned.refused}`);
  return planned;
}

/**
 * Checks a table or system, then puts every small fault into it and says which ones its properties notice. The limits
 * are those of both together. It explores twice, so that one Ctrl-C keeps the check and ends what comes after it.
 */
export async function mutated(loaded: Loaded, options: Bounds & Watched & Explained & Kept = {}): Promise<Reported> {
  const started = METERS.now();
  const reported = await checkLoaded(loaded, options);
  return conducted(reported, options, started, async ({ graph, drive }) => ({
    ...reported,
    mutation: await drive(mutating(reported.model, graph, limitsOf(options))),
  }));
}

/**
 * Checks two versions of a table or system and compares them. Each is explored and judged under the limits; the time
 * is that of all of it.
 */
export function compareLoaded(old: Loaded, now: Loaded, options: Bounds & Watched = {}): Promise<Compared> {
  const started = METERS.now();
  return conducted(old, options, started, async ({ graph, drive }) => {
    const judgement = await drive(judging(old.model, graph));
    return conducted(now, options, started, async (other) => {
      const version = {
        model: now.model,
        graph: other.graph,
        judgement: await other.drive(judging(now.model, other.graph)),
      };
      const work = differing({ model: old.model, graph, judgement }, version);
      return { old, new: now, difference: await other.drive(saying('the difference', work)) };
    });
  });
}

/** Work that says what it is at every pause. */
function* saying<T>(what: string, work: Work<T>): Generator<string, T, string | undefined> {
  let at = work.next();
  while (!at.done) at = work.next(yield what);
  return at.value;
}

const limitsOf = ({ maxConfigurations }: Bounds): Limits =>
  maxConfigurations === undefined ? {} : { maxConfigurations };

/** What work on a model is given: who is told, and why a phase must stop. */
type Attended = { readonly told: Reporter; readonly reason: Reason };

/** What work on an explored model is given: its graph, who is told, and how what comes in pieces is driven. */
type Conducted = {
  readonly graph: StateGraph;
  readonly told: Reporter;
  drive<R>(work: Generator<string, R, string | undefined>): Promise<R>;
};

/** Explores a model and goes on with it, under the limits, and with Ctrl-C heard as long as it takes. */
function conducted<T>(
  loaded: Loaded,
  options: Bounds & Watched,
  started: number,
  go: (conducted: Conducted) => Promise<T>,
): Promise<T> {
  return attended(loaded, options, started, async ({ told, reason }) => {
    const run = exploringModel(loaded.model, limitsOf(options));
    const graph = await driven(run, told.exploring, () => reason('exploring'));
    told.explored();
    return await go({ graph, told, drive: (work) => driven(work, told.judging, () => reason('judging')) });
  });
}

/** Works on a model under the limits, and with Ctrl-C heard as long as it takes. */
async function attended<T>(
  { model }: Loaded,
  options: Bounds & Watched,
  started: number,
  go: (attended: Attended) => Promise<T>,
): Promise<T> {
  const { quiet, progress = quiet ? 'none' : 'auto' } = options;
  const told = reporter(progress, model.name);
  const bound = withinBounds(options, METERS, started);
  const user = options.stoppable ? stoppedByUser() : undefined;
  const reason = (phase: Phase) => user?.reason(phase) ?? bound(phase);
  try {
    return await go({ told, reason });
  } finally {
    user?.release();
    told.clear();
  }
}

/**
 * Runs work that comes in pieces to its end, showing its progress, until there is a reason to stop. In between,
 * signals are heard.
 */
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
export const codesOf = ({ judgement, opinion, mutation }: Reported): readonly ExitCode[] => [
  ...(opinion !== undefined && disagreements(judgement, opinion).length > 0 ? [EXIT.defect] : []),
  ...(isOpen(judgement) ? [EXIT.open] : []),
  ...(isUndecided(judgement) ||
  mutation?.mutants.some(({ fate }) => fate === 'undecided') ||
  (opinion?.gaveUp ?? []).length > 0
    ? [EXIT.undecided]
    : []),
];
