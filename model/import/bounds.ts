/**
 * How much the options of a network can be worth at most. The worth of pairs is moved onto single options, as far as that lowers the sum of the
 * greatest worths: block coordinate descent on the dual of the linear relaxation (A. Globerson, T. Jaakkola, “Fixing max-product: convergent
 * message passing algorithms for MAP LP-relaxations”, NIPS 2007). Whatever is moved, every choice keeps its sum, so that the bound is always one.
 */
import type { Network, Pair } from './weighted.ts';

/** A pair as one of its two variables sees it. `rest[mine][theirs]` is what was not moved; `most[mine]` the most of it. */
export type Side = {
  readonly other: number;
  readonly mine: readonly number[];
  readonly theirs: readonly number[];
  readonly rest: readonly Float64Array[];
  readonly most: Float64Array;
  /** The difference between the greatest and the least of it. */
  readonly spread: number;
};

/** A network with the worth of its pairs moved onto its options. */
export type Bounds = {
  readonly network: Network;
  /** For each variable and option its own worth, and what was moved onto it. */
  readonly own: readonly Float64Array[];
  readonly sides: readonly (readonly Side[])[];
  /** For each variable the greatest of its options, and the sum of these and of the greatest rests of pairs: no choice is worth more. */
  readonly tops: readonly number[];
  readonly total: number;
};

const MOST_ROUNDS = 60;
/** A round that lowers the bound by less is the last. */
const LITTLE = 0.02;
/** The most elementary steps of all rounds of one network. */
const MOST_WORK = 60_000_000;

function greatest(all: Float64Array): number {
  let most = -Infinity;
  for (const each of all) most = Math.max(most, each);
  return most;
}

/** The most of the options of each kind. */
function byKind(own: Float64Array, kinds: readonly number[], count: number): Float64Array {
  const most = new Float64Array(count).fill(-Infinity);
  for (let option = 0; option < own.length; option++) {
    const kind = kinds[option] as number;
    if ((own[option] as number) > (most[kind] as number)) most[kind] = own[option] as number;
  }
  return most;
}

/** What is moved from a pair onto the kinds of its two sides. */
type Moved = readonly [Float64Array, Float64Array];

/** Moves the worth of a pair so that both sides share evenly what they can reach together. Returns the greatest rest of the pair. */
function settle({ between: [i, j], kinds, worth }: Pair, own: readonly Float64Array[], [toI, toJ]: Moved): number {
  const [ownI, ownJ] = [own[i] as Float64Array, own[j] as Float64Array];
  const without = (most: Float64Array, moved: Float64Array): Float64Array =>
    most.map((x, kind) => x - (moved[kind] as number));
  const mostI = without(byKind(ownI, kinds[0], toI.length), toI);
  const mostJ = without(byKind(ownJ, kinds[1], toJ.length), toJ);
  const reachI = new Float64Array(toI.length).fill(-Infinity);
  const reachJ = new Float64Array(toJ.length).fill(-Infinity);
  for (let a = 0; a < toI.length; a++) {
    const line = worth[a] as readonly number[];
    for (let b = 0; b < toJ.length; b++) {
      const both = line[b] as number;
      reachI[a] = Math.max(reachI[a] as number, both + (mostJ[b] as number));
      reachJ[b] = Math.max(reachJ[b] as number, both + (mostI[a] as number));
    }
  }
  const move = (
    all: Float64Array,
    kindOf: readonly number[],
    most: Float64Array,
    reach: Float64Array,
    to: Float64Array,
  ): void => {
    const change = to.map((before, kind) => ((reach[kind] as number) - (most[kind] as number)) / 2 - before);
    for (let option = 0; option < all.length; option++)
      all[option] = (all[option] as number) + (change[kindOf[option] as number] as number);
    for (let kind = 0; kind < to.length; kind++) to[kind] = (to[kind] as number) + (change[kind] as number);
  };
  move(ownI, kinds[0], mostI, reachI, toI);
  move(ownJ, kinds[1], mostJ, reachJ, toJ);
  let most = -Infinity;
  for (let a = 0; a < toI.length; a++) {
    const line = worth[a] as readonly number[];
    const left = toI[a] as number;
    for (let b = 0; b < toJ.length; b++) most = Math.max(most, (line[b] as number) - left - (toJ[b] as number));
  }
  return most;
}

const restOf = (worth: Pair['worth'], [toI, toJ]: Moved): readonly Float64Array[] =>
  worth.map((line, a) => Float64Array.from(line, (both, b) => both - (toI[a] as number) - (toJ[b] as number)));

const turned = (rest: readonly Float64Array[], width: number): readonly Float64Array[] =>
  Array.from({ length: width }, (_, b) => Float64Array.from(rest, (line) => line[b] as number));

/** Bounds of a network. Every kind of a pair must be the kind of some option. */
export function boundsOf(network: Network): Bounds {
  const { alone, pairs } = network;
  const own = alone.map((worths) => Float64Array.from(worths));
  const moved = pairs.map(
    ({ worth }): Moved => [new Float64Array(worth.length), new Float64Array(worth[0]?.length ?? 0)],
  );
  const work = pairs.reduce(
    (sum, { kinds, worth }) => sum + kinds[0].length + kinds[1].length + worth.length * (worth[0]?.length ?? 0),
    1,
  );
  let before = Infinity;
  for (let round = 0; round < Math.min(MOST_ROUNDS, MOST_WORK / work); round++) {
    const rests = pairs.reduce((sum, pair, index) => sum + settle(pair, own, moved[index] as Moved), 0);
    const now = own.reduce((sum, worths) => sum + greatest(worths), rests);
    if (before - now < LITTLE) break;
    before = now;
  }
  const sides = alone.map((): Side[] => []);
  let total = 0;
  pairs.forEach(({ between: [i, j], kinds, worth }, index) => {
    const rest = restOf(worth, moved[index] as Moved);
    const back = turned(rest, worth[0]?.length ?? 0);
    const [most, mostBack] = [Float64Array.from(rest, greatest), Float64Array.from(back, greatest)];
    const spread = greatest(most) + greatest(Float64Array.from(rest, (line) => greatest(line.map((each) => -each))));
    sides[i]?.push({ other: j, mine: kinds[0], theirs: kinds[1], rest, most, spread });
    sides[j]?.push({ other: i, mine: kinds[1], theirs: kinds[0], rest: back, most: mostBack, spread });
    total += greatest(most);
  });
  const tops = own.map(greatest);
  return { network, own, sides, tops, total: tops.reduce((sum, top) => sum + top, total) };
}
