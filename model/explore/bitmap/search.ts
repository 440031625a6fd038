/** Breadth-first search over sets: one level after the other, until nothing new is found. */
import { plural } from '../../table/text.ts';
import type { Limits, Progress } from '../graph.ts';
import type { SavedBitmap } from '../saved.ts';
import type { Found, Store } from '../space/store.ts';
import { finish, Stopped } from '../work.ts';

/** Searches until nothing new is found, or a limit is hit: then levels before the last one are whole. */
export function* searching(
  store: Pick<Store, 'kernel' | 'sets' | 'steps' | 'places' | 'initial' | 'after'>,
  { maxConfigurations = Number.POSITIVE_INFINITY, from }: Pick<Limits, 'maxConfigurations' | 'from'> = {},
): Generator<Progress, Found, string | undefined> {
  const { kernel, sets, steps } = store;
  const [reached, front, found] = [sets.empty(), sets.empty(), sets.empty()];
  let [size, queue, depth] = [0, 0, 0];
  if (from?.strategy === 'bitmap') {
    ({ size, queue, depth } = from);
    sets.words(reached).set(from.arrays.reached);
    sets.words(front).set(from.arrays.front);
  } else {
    for (const position of store.initial()) {
      sets.add(reached, position);
      if (sets.add(front, position)) queue++;
    }
    size = queue;
  }
  const save = (): SavedBitmap => {
    const arrays = { reached: sets.words(reached), front: sets.words(front) };
    return { strategy: 'bitmap', size, queue, depth, arrays };
  };
  const progress = (): Progress => ({
    configurations: size,
    transitions: 0,
    depth,
    queue,
    bytes: store.places.used,
    save,
  });
  const told = function* <T>(work: Generator<void, T, string | undefined>): Generator<Progress, T, string | undefined> {
    let at = work.next();
    while (!at.done) at = work.next(yield progress());
    return at.value;
  };
  let limit = size > maxConfigurations ? plural(maxConfigurations, 'configuration') : yield progress();
  try {
    while (limit === undefined && queue > 0) {
      yield* told(store.after(steps, front, found));
      // Not stopped half-way: what is in front must be all that was found and not expanded.
      const fresh = finish(sets.overWords((from, end) => kernel.settle(found, reached, front, from, end)));
      if (fresh > 0) depth++;
      size += fresh;
      queue = fresh;
      if (size > maxConfigurations) limit = plural(maxConfigurations, 'configuration');
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    limit = error.limit;
  }
  sets.give([found]);
  return { reached, front, size, queue, depth, ...(limit !== undefined && { limit }) };
}
