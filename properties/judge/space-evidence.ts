/** What a space shows. */
import type { Configurations, Space } from '../../model/explore/space/space.ts';
import { known, type Work } from '../../model/explore/work.ts';
import type { Evidence } from './evidence.ts';
import { type Followed, type Locals, localsAmong } from './followed.ts';

/** How many configurations are asked one by one before all are. */
const SOME = 256;

export function spaceEvidence(space: Space): Evidence {
  let sample: readonly number[] | undefined;
  /** Some configurations, which mostly are enough to see that something does not hold everywhere, or somewhere. */
  const some = (): readonly number[] => {
    sample ??= firstIn(space.positions(space.reached), SOME);
    return sample;
  };
  return {
    get machine() {
      return space.machine;
    },
    stopped: space.stopped,
    configuration: (at) => space.configuration(at),
    read: (field) => space.read(field),
    test: (question, bound) => space.test(question, bound),
    isFinal: (at) => space.isFinal(at),
    actions: () => known(space.survey.actions),
    *stuck() {
      const { stuck } = space.survey;
      const final = yield* space.final(stuck);
      const open = yield* space.without(stuck, final);
      const found = open.count === 0 ? [] : [...space.positions(open)];
      space.free(final, open);
      return found;
    },
    *first(places) {
      const set = space.of(places);
      const first = yield* space.first(set);
      space.free(set);
      return first as number;
    },
    locals: (followed) => localsIn(space, followed),
    *holdsAlways(question, bound) {
      const test = space.test(question, bound);
      if (some().some((at) => !test(at))) return false;
      return (yield* counted(space, space.where(question, bound))) === space.size;
    },
    *holdsNever(question, bound) {
      if (some().some(space.test(question, bound))) return false;
      return (yield* counted(space, space.where(question, bound))) === 0;
    },
    changed: (lists) =>
      known(
        new Set(lists.flatMap((fields, list) => (fields.some((field) => space.survey.changes(field)) ? [list] : []))),
      ),
    weight: () => 1,
    traceTo: (at) => space.traceTo(at),
  };
}

/** The first of some positions. */
function firstIn(positions: Iterable<number>, most: number): readonly number[] {
  const found: number[] = [];
  for (const position of positions) if (found.push(position) === most) break;
  return found;
}

/** How many configurations a set has that nobody needs any more. */
function* counted(space: Space, making: Work<Configurations>): Work<number> {
  const set = yield* making;
  space.free(set);
  return set.count;
}

function* localsIn(space: Space, { table, instances }: Followed): Work<Locals> {
  if (!instances.includes(undefined)) {
    const each = [];
    for (const instance of instances) each.push(yield* space.occurring(instance));
    return localsAmong(table, each);
  }
  const positions = Float64Array.from(space.positions(space.reached));
  const at = (index: number): number => positions[index] as number;
  const state = space.read({ state: true }) as (position: number) => string;
  return {
    size: positions.length,
    state: (index) => state(at(index)),
    meets: (guard) => {
      const test = space.test(guard);
      return (index) => test(at(index));
    },
  };
}

/** What was expanded of a space; the caller frees it. */
export const expandedIn = (space: Space): Work<Configurations> => space.without(space.reached, space.unexpanded);

/**
 * What can reach a goal, or a configuration that was not expanded, which may lead anywhere; the caller frees it.
 */
export function* saved(space: Space, goal: Configurations): Work<Configurations> {
  const open = yield* space.either(goal, space.unexpanded);
  const found = yield* space.leadingTo(open);
  space.free(open);
  return found;
}
