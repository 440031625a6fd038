/**
 * Whether two behaviours are the same in everything that can be seen, exactly and also where they are
 * nondeterministic.
 *
 * Bisimilarity by partition refinement (Kanellakis and Smolka, CCS expressions, finite state processes, and three
 * problems of equivalence, 1990): configurations of both are sorted by what is seen, and then again and again by which
 * classes their labels lead to, until nothing more is told apart.
 */
import { forEach, type Work } from '../../model/explore/work.ts';
import type { Behaviour } from './behaviour.ts';

/** The classes of the configurations of two behaviours: equal numbers are bisimilar. */
export type Classes = { readonly one: Int32Array; readonly other: Int32Array };

/** The coarsest bisimulation on the configurations of both behaviours. */
export function* bisimulation(one: Behaviour, other: Behaviour): Work<Classes> {
  const size = one.size + other.size;
  let classes = new Int32Array(size);
  yield* forEach(size, (id) => {
    classes[id] = (id < one.size ? one.sight[id] : other.sight[id - one.size]) as number;
  });
  let count = new Set(classes).size;
  for (;;) {
    const known = new Map<string, number>();
    const refined = new Int32Array(size);
    const before = classes;
    yield* forEach(size, (id) => {
      const key = id < one.size ? signature(one, id, 0, before) : signature(other, id - one.size, one.size, before);
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      refined[id] = number;
    });
    classes = refined;
    if (known.size === count) break;
    count = known.size;
  }
  return { one: classes.subarray(0, one.size), other: classes.subarray(one.size) };
}

/**
 * The class of a configuration, and which classes its labels lead to. `shift` is where its behaviour begins among the
 * classes.
 */
function signature({ offset, target, label }: Behaviour, id: number, shift: number, classes: Int32Array): string {
  const ways = new Set<string>();
  for (let edge = offset[id] as number; edge < (offset[id + 1] as number); edge++)
    ways.add(`${label[edge]}>${classes[shift + (target[edge] as number)]}`);
  return `${classes[shift + id]}:${[...ways].sort().join()}`;
}

/** Whether each initial configuration of one behaviour is bisimilar to one of the other, and the other way round. */
export function areBisimilar(one: Behaviour, other: Behaviour, classes: Classes): boolean {
  const starts = (of: Int32Array, { initial }: Behaviour): ReadonlySet<number> => new Set(of.subarray(0, initial));
  const [left, right] = [starts(classes.one, one), starts(classes.other, other)];
  return left.size === right.size && [...left].every((each) => right.has(each));
}
