/** Breadth-first search with a table of keys: the queue is in order of depth, so a level is a part of it. */
import { plural } from '../../table/text.ts';
import type { Limits, Progress } from '../graph.ts';
import type { HashKernel } from '../kernel/instance.ts';
import type { Places } from '../kernel/memory.ts';
import type { SavedHash } from '../saved.ts';
import type { Sets } from '../space/sets.ts';
import type { Found } from '../space/store.ts';
import type { Queue } from './queue.ts';

/** How many keys are expanded between two pauses. */
const PIECE = 1 << 13;

/** What is searched with, and where it is noted where the keys of each level begin. */
type Searched = {
  readonly kernel: HashKernel;
  readonly queue: Queue;
  readonly sets: Sets;
  readonly places: Places;
  readonly steps: number;
  levels: readonly number[];
};

/** Searches until nothing new is found, or a limit is hit. */
export function* searching(
  store: Searched,
  initial: readonly bigint[],
  { maxConfigurations = Number.POSITIVE_INFINITY, from }: Pick<Limits, 'maxConfigurations' | 'from'> = {},
): Generator<Progress, Found, string | undefined> {
  const { kernel, queue, steps, places } = store;
  const { space } = queue;
  let [next, levels] = [0, [0]];
  if (from?.strategy === 'hash') {
    queue.restore(from);
    next = from.next;
    levels = [...from.levels];
  } else {
    queue.grow();
    for (const key of initial) {
      if (queue.count > queue.room) queue.grow();
      kernel.reach(space, key);
    }
    levels.push(queue.count);
  }
  const save = (): SavedHash => ({ strategy: 'hash', next, levels, ...queue.saved });
  const progress = (): Progress => ({
    configurations: queue.count,
    transitions: 0,
    depth: levels.length - 2,
    queue: queue.count - next,
    bytes: places.used,
    save,
  });
  const excess = (): string | undefined =>
    queue.count > maxConfigurations ? plural(maxConfigurations, 'configuration') : undefined;
  let limit = excess() ?? (yield progress());
  while (limit === undefined && next < queue.count) {
    const end = Math.min(levels.at(-1) as number, next + PIECE);
    while (next < end) {
      if (queue.count > queue.room) queue.grow();
      next = kernel.expand(space, steps, next, end, queue.room) >>> 0;
    }
    if (next === levels.at(-1) && queue.count > next) levels.push(queue.count);
    limit = excess() ?? (yield progress());
  }
  const size = queue.count;
  if (levels.at(-1) !== size) levels.push(size);
  store.levels = levels;
  const [reached, front] = [store.sets.empty(), store.sets.empty()];
  kernel.slots(space, reached, 0, size);
  kernel.slots(space, front, next, size);
  const depth = levels.length - 2;
  return { reached, front, size, queue: size - next, depth, ...(limit !== undefined && { limit }) };
}
