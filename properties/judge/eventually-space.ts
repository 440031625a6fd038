/** Deciding on a space what must happen: by sets, with the trace that a graph gives. */
import type { Configurations, Path, Space } from '../../model/explore/space/space.ts';
import type { Work } from '../../model/explore/work.ts';
import type { Fairness } from '../../model/table/types.ts';
import { fairCycle } from './cycle.ts';
import type { Decision } from './decide.ts';
import { BACKWARDS, dutiesIn, FORWARDS, fairHull, fairPartOf, type SpaceDuties, stopsIn } from './fair-space.ts';
import { NeedsSteps } from './needs-steps.ts';
import { ringOn } from './ring-space.ts';
import { expandedIn } from './space-evidence.ts';
import { unbrokenAfter } from './unbroken.ts';

/** How many configurations are looked at one after the other for the nearest that is on a fair cycle. */
const TRIES = 64;

/** With fewer words of bits a space is always small; with more configurations a graph is not. */
const MANY_WORDS = 1 << 14;
const MANY_CONFIGURATIONS = 1 << 19;

/** Where a run must come to the goal and did not yet: what it may go through, and what it goes through in fact. */
type Waiting = {
  readonly turn?: Configurations;
  readonly within: Configurations;
  readonly region: Configurations;
};

/**
 * AF goal; with `after`, AG(after → AF goal); on the runs that break no fairness.
 *
 * @throws {NeedsSteps} where configurations are few and far between, so that a graph is sooner; and where it is violated, and which cycle is the
 * nearest fair one is too long a search with sets
 */
export function* eventually(
  space: Space,
  making: Work<Configurations>,
  condition?: Work<Configurations>,
  fair: Fairness = {},
): Work<Decision> {
  if (isScattered(space))
    throw new NeedsSteps('what must happen', 'is told sooner with single steps, as a set would be mostly empty');
  const goal = yield* making;
  const turn = condition && (yield* condition);
  const expanded = yield* expandedIn(space);
  const within = yield* space.without(expanded, goal);
  space.free(goal, expanded);
  const start = turn ?? space.initially();
  const first = yield* space.both(start, within);
  const region = yield* space.from(first, within);
  space.free(first);
  if (turn === undefined) space.free(start);
  const waiting = { ...(turn && { turn }), within, region };
  const found = region.count === 0 ? undefined : yield* counterexample(space, dutiesIn(space, fair), waiting);
  space.free(within, region, ...(turn === undefined ? [] : [turn]));
  return found ?? unbrokenAfter(space, turn);
}

/** Whether passes over sets would mostly meet nothing, while a graph would be small. */
const isScattered = ({ size, words }: Space): boolean =>
  words >= MANY_WORDS && size < Math.min(words, MANY_CONFIGURATIONS);

/** The nearest configuration where a run may stop, or where a fair cycle begins that is nearer. */
function* counterexample(space: Space, duties: SpaceDuties, waiting: Waiting): Work<Decision | undefined> {
  const stops = yield* stopsIn(space, duties, waiting.region);
  const stop = stops.count === 0 ? undefined : yield* space.path({ ...waiting, goal: stops });
  space.free(stops);
  if (stop !== undefined && (yield* isNearest(space, waiting, stop))) return stopping(space, stop);
  const region = yield* space.both(waiting.region, waiting.region);
  const ahead = yield* fairHull(space, duties, region, FORWARDS);
  const hull = yield* fairHull(space, duties, ahead, BACKWARDS);
  return (yield* nearestCycle(space, duties, waiting, hull, stop)) ?? (stop && stopping(space, stop));
}

/** Whether no way at all turns before one does, so that cycles need not be looked for. */
function* isNearest(space: Space, waiting: Waiting, { steps }: Path): Work<boolean> {
  const nearest = yield* space.path({ ...waiting, goal: waiting.region });
  return nearest?.steps.length === steps.length;
}

const stopping = (space: Space, path: Path): Decision => ({
  result: 'violated',
  trace: { ...space.traceAlong(path), stutters: true },
});

/** The lasso to the nearest fair cycle, where it is nearer than a stop; the set that all such cycles are in is freed. */
function* nearestCycle(
  space: Space,
  duties: SpaceDuties,
  waiting: Waiting,
  among: Configurations,
  stop: Path | undefined,
): Work<Decision | undefined> {
  let hull = among;
  for (let tries = 0; hull.count > 0; tries++) {
    if (tries === TRIES) throw new NeedsSteps('which of many components is fair');
    const path = yield* space.path({ ...waiting, goal: hull });
    if (path === undefined || (stop !== undefined && stop.steps.length <= path.steps.length)) break;
    const end = path.steps.at(-1)?.to ?? path.start;
    const told = yield* fairPartOf(space, duties, hull, end);
    if ('part' in told) {
      const round = yield* fairCycle(ringOn(space, duties, told.part), end);
      space.free(told.part, hull);
      return lasso(space, path, { start: end, steps: round });
    }
    const rest = yield* space.without(hull, told.outside);
    space.free(hull, told.outside);
    hull = yield* fairHull(space, duties, rest, BACKWARDS);
  }
  space.free(hull);
  return undefined;
}

function lasso(space: Space, stem: Path, round: Path): Decision {
  const { initial, steps } = space.traceAlong(stem);
  return {
    result: 'violated',
    trace: { initial, steps: [...steps, ...space.traceAlong(round).steps], loop: steps.length },
  };
}
