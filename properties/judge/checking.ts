/** Checking a table or a system: exploring it by the strategy that is planned for it, and judging what was found. */
import type { Compiled } from '../../model/compile/index.ts';
import { exploringCompiled } from '../../model/explore/compiled.ts';
import { exploring } from '../../model/explore/explorer.ts';
import type { Limits, Progress } from '../../model/explore/graph.ts';
import { OutOfMemory } from '../../model/explore/kernel/memory.ts';
import { machineOf } from '../../model/explore/of.ts';
import { type Plan, plan } from '../../model/explore/planning.ts';
import { exploringStore } from '../../model/explore/space/set-space.ts';
import type { Space } from '../../model/explore/space/space.ts';
import type { Symmetry } from '../../model/explore/symmetry/exchanged.ts';
import { exploringOrbits } from '../../model/explore/symmetry/orbits.ts';
import { mapped } from '../../model/explore/work.ts';
import type { Model, System } from '../../model/system/types.ts';
import { judging, judgingOrbits, judgingSpace } from './judge.ts';
import { NeedsSteps } from './needs-steps.ts';
import type { Judgement } from './verdict.ts';

/** What a check is at: exploring, judging something, or going on with a graph after all, and why. */
export type Stage = { readonly progress: Progress } | { readonly judging: string } | { readonly turned: string };

/** A check in pieces: it says what it is at, goes on when it is asked to, and stops when it is told a limit. */
export type Checking = Generator<Stage, Judgement, string | undefined>;

/** The bounds of a check in pieces, which is interrupted by telling it so. */
export type Bounds = Omit<Limits, 'interrupt'>;

/** Explores a table or a system and judges it. @throws {Defect} as {@link judge} does. */
export function check(model: Model, limits: Limits = {}): Judgement {
  const run = checking(model, limits);
  let at = run.next();
  while (!at.done) at = run.next('progress' in at.value ? limits.interrupt?.(at.value.progress) : undefined);
  return at.value;
}

/**
 * Checks a model as planned. Limits may name what was saved of a check of the same model with the same plan: it is gone on from there, to the
 * same judgement.
 */
export function* checking(model: Model, limits: Bounds = {}, planned: Plan = plan(model)): Checking {
  if (planned.symmetry !== undefined) return yield* checkingOrbits(model as System, limits, planned);
  const checked = yield* checkingSpace(model, limits, planned);
  return 'model' in checked ? checked : yield* checkingGraph(model, limits, planned, checked);
}

/** That a model is checked on a graph: why, where it was planned otherwise, and the limit that was hit by then. */
type Turned = {
  readonly turned?: string;
  readonly limit?: string | undefined;
  /** With another limit there would be no graph, so it is not saved. */
  readonly isUnsaved?: true;
};

/**
 * Checks a model without storing steps, where that is planned and possible: where nothing needs single steps, not more
 * configurations are found than there shall be, and the kernel has memory for them.
 */
function* checkingSpace(
  model: Model,
  limits: Bounds,
  { store }: Plan,
): Generator<Stage, Judgement | Turned, string | undefined> {
  if (store === undefined || limits.maxTransitions !== undefined) return {};
  const { maxConfigurations = Number.POSITIVE_INFINITY, from } = limits;
  if (from?.strategy === 'graph' && from.turned !== undefined) return yield* turning(from.turned);
  let space: Space | undefined;
  try {
    space = yield* mapped(exploringStore(store(), { maxConfigurations, from }), (progress) => ({ progress }));
    if (space.size > maxConfigurations)
      return { ...(yield* turning('there are more configurations than there shall be')), isUnsaved: true };
    return yield* mapped(judgingSpace(model, space), (what) => ({ judging: what }));
  } catch (error) {
    if (!(error instanceof NeedsSteps || error instanceof OutOfMemory)) throw error;
    const { limit = space?.stopped?.limit, ...turned } = yield* turning(error.message);
    return { ...turned, limit };
  }
}

/** Checks a system whose instances are exchanged. */
function* checkingOrbits(system: System, limits: Bounds, { compiled, symmetry }: Plan): Checking {
  const { exchanged } = symmetry as Symmetry;
  const run = exploringOrbits(compiled as Compiled, exchanged, limits);
  const orbits = yield* mapped(run, (progress) => ({ progress }));
  return yield* mapped(judgingOrbits(system, orbits, limits), (what) => ({ judging: what }));
}

/** Says that the check goes on with a graph. */
function* turning(turned: string): Generator<Stage, Turned, string | undefined> {
  return { turned, limit: yield { turned } };
}

/** Checks a model on a graph; where a limit was hit already, only as far as it takes to say so. */
function* checkingGraph(model: Model, limits: Bounds, { compiled }: Plan, turned: Turned): Checking {
  const { limit } = turned;
  const run = compiled === undefined ? exploring(machineOf(model), limits) : exploringCompiled(compiled, limits);
  let at = run.next();
  if (limit !== undefined && !at.done) at = run.next(limit);
  while (!at.done) at = run.next(yield { progress: remembering(turned, at.value) });
  return yield* mapped(judging(model, at.value), (what) => ({ judging: what }));
}

/** Progress on a graph: what is saved of it says why it is one. */
const remembering = ({ turned, isUnsaved }: Turned, { save, ...progress }: Progress): Progress => {
  if (save === undefined || isUnsaved) return progress;
  return { ...progress, save: () => ({ ...save(), ...(turned !== undefined && { turned }) }) };
};
