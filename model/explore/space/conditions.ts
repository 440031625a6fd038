/** Where decisions hold. */
import { type Decision, FALSE, TRUE } from '../../compile/decisions.ts';
import { TooLarge } from '../../compile/index.ts';
import { pausing, type Work } from '../work.ts';
import type { Configurations } from './space.ts';
import type { Store } from './store.ts';

/** Those of a set for which a decision holds. */
export function* select(store: Store, decision: Decision, among: Configurations): Work<Configurations> {
  const { sets } = store;
  if (decision === FALSE) return { place: sets.empty(), count: 0 };
  if (decision === TRUE) return yield* sets.both(among, among);
  const place = sets.take();
  try {
    return { place, count: yield* store.select(decision, among.place, place) };
  } catch (error) {
    sets.give([place]);
    if (!(error instanceof TooLarge)) throw error;
    return yield* selectEach(store, (position) => holds(store, decision, store.numbersAt(position)), among);
  }
}

/** Those of a set that pass a test, one by one: where a condition is too large to be told otherwise. */
export function* selectEach(
  { sets }: Store,
  test: (position: number) => boolean,
  among: Configurations,
): Work<Configurations> {
  const place = sets.empty();
  let [count, looked] = [0, 0];
  for (const position of sets.positions(among.place)) {
    yield* pausing(++looked);
    if (!test(position)) continue;
    sets.add(place, position);
    count++;
  }
  return { place, count };
}

/** Whether a decision holds for the numbers of all digits. */
export function holds({ moves }: Pick<Store, 'moves'>, decision: Decision, numbers: readonly number[]): boolean {
  const { decisions } = moves.deciding;
  let node = decision;
  while (node > TRUE) {
    const digit = decisions.digitOf(node);
    node = decisions.child(node, digit, numbers[digit] as number);
  }
  return node === TRUE;
}
