/**
 * Depth-first branch and bound over a weighted constraint network (T. Schiex, H. Fargier, G. Verfaillie, “Valued constraint satisfaction
 * problems: hard and easy problems”, IJCAI 1995): an open variable is worth at most its best option, counting what assigned variables add and the
 * most that variables after it could. Options that no choice worth enough can take are left out before.
 */
import type { Bounds, Side } from './bounds.ts';
import type { Network } from './consistent.ts';

/** Choices in which a variable takes one of some options, each worth so much less than the network says. */
export type Asked = {
  readonly variable: number;
  readonly options: readonly (readonly [option: number, less: number])[];
};

/** A choice that was found, with its worth. */
export type Found = { readonly options: readonly number[]; readonly worth: number };

/** Sums of moved worths are not exact; they are right to much less than this, and worths are whole. */
const ROUNDING = 1e-4;

/** What a choice is worth, exactly. */
export function worthOf({ alone, pairs }: Network, options: readonly number[]): number {
  const own = alone.reduce((sum, worths, variable) => sum + (worths[options[variable] as number] as number), 0);
  return pairs.reduce((sum, { between: [i, j], kinds, worth }) => {
    const [a, b] = [kinds[0][options[i] as number] as number, kinds[1][options[j] as number] as number];
    return sum + (worth[a]?.[b] as number);
  }, own);
}

/**
 * A good choice: what looks best variable by variable, then mended while changing one variable makes it better. From a given choice only what
 * makes it better is changed, and never a variable that is held.
 */
export function firstChoice({ network, own, sides }: Bounds, from?: readonly number[], held?: number): Found {
  const gains = own.map((worths) => Float64Array.from(worths));
  const options = own.map(() => -1);
  const take = (variable: number, option: number): void => {
    const before = options[variable] as number;
    options[variable] = option;
    for (const { other, mine, theirs, rest } of sides[variable] as readonly Side[]) {
      const line = rest[mine[option] as number] as Float64Array;
      const old = before < 0 ? undefined : (rest[mine[before] as number] as Float64Array);
      const to = gains[other] as Float64Array;
      for (let each = 0; each < to.length; each++) {
        const kind = theirs[each] as number;
        to[each] = (to[each] as number) + (line[kind] as number) - (old === undefined ? 0 : (old[kind] as number));
      }
    }
  };
  const best = (variable: number): number => {
    const all = gains[variable] as Float64Array;
    let found = Math.max(options[variable] as number, 0);
    for (let option = 0; option < all.length; option++)
      if ((all[option] as number) > (all[found] as number) + ROUNDING) found = option;
    return found;
  };
  from?.forEach((option, variable) => {
    take(variable, option);
  });
  for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (let variable = 0; variable < own.length; variable++) {
      const wanted = variable === held ? options[variable] : best(variable);
      if (options[variable] === wanted) continue;
      take(variable, wanted as number);
      changed = true;
    }
  }
  return { options, worth: worthOf(network, options) };
}

/** The choices nearest to a good one in which a variable takes what is asked for: the best of those that few changes make. */
function nearestTo(good: readonly number[], bounds: Bounds, { variable, options }: Asked): Found {
  const own = bounds.own[variable] as Float64Array;
  return options
    .toSorted(([one, less], [other, more]) => (own[other] as number) - more - (own[one] as number) + less)
    .slice(0, MOST_TRIED)
    .map(([option, less]) => {
      const { options: found, worth } = firstChoice(bounds, good.with(variable, option), variable);
      return { options: found, worth: worth - less };
    })
    .reduce((one, other) => (other.worth > one.worth ? other : one));
}

/** The best choice worth more than `floor` among those that are asked for, as near to a good one as can be found. */
export function searchNear(
  good: readonly number[],
  bounds: Bounds,
  floor: number,
  mostSteps: number,
  asked: Asked,
): { readonly found?: Found; readonly steps: number } {
  if (fitting(bounds, floor, asked) === undefined) return { steps: 0 };
  const near = nearestTo(good, bounds, asked);
  if (near.worth <= floor) return search(bounds, floor, mostSteps, asked);
  const { found = near, steps } = search(bounds, near.worth, mostSteps, asked);
  return { found, steps };
}

/** So many of the options that are asked for are tried. */
const MOST_TRIED = 6;
const MOST_ROUNDS = 20;

/** The options of each variable that a choice worth more than `floor` can take at all; nothing where a variable has none. */
function fitting(
  { own, tops, total }: Bounds,
  floor: number,
  asked?: Asked,
): readonly (readonly number[])[] | undefined {
  const lessOf = new Map(asked?.options);
  const ranked = asked?.options.map(
    ([option, less]) => ((own[asked.variable] as Float64Array)[option] as number) - less,
  );
  const top = asked === undefined ? 0 : Math.max(...(ranked as number[])) - (tops[asked.variable] as number);
  const fits: number[][] = [];
  for (let variable = 0; variable < own.length; variable++) {
    const worths = own[variable] as Float64Array;
    const isAsked = variable === asked?.variable;
    const left: number[] = [];
    for (let option = 0; option < worths.length; option++) {
      if (isAsked && !lessOf.has(option)) continue;
      const most =
        total -
        (tops[variable] as number) +
        (worths[option] as number) +
        (isAsked ? -(lessOf.get(option) as number) : top);
      if (most > floor + 1 - ROUNDING) left.push(option);
    }
    if (left.length === 0) return undefined;
    fits.push(left);
  }
  return fits;
}

/** Open variables in the order of branching: the one that is asked for, then always the one that what is already ordered says most about. */
function orderOf({ sides }: Bounds, open: readonly number[], first?: number): readonly number[] {
  const waiting = new Map(open.map((variable) => [variable, 0]));
  const order: number[] = [];
  let next: number | undefined = first !== undefined && waiting.has(first) ? first : open[0];
  while (next !== undefined) {
    order.push(next);
    waiting.delete(next);
    for (const side of sides[next] as readonly Side[]) {
      const before = waiting.get(side.other);
      if (before !== undefined) waiting.set(side.other, before + side.spread);
    }
    next = undefined;
    let most = -1;
    for (const [variable, spread] of waiting) if (spread > most) [next, most] = [variable, spread];
  }
  return order;
}

/** The best choice worth more than `floor`, among those that are asked for; `steps` reaches `mostSteps` where the search was cut short. */
export function search(
  bounds: Bounds,
  floor: number,
  mostSteps: number,
  asked?: Asked,
): { readonly found?: Found; readonly steps: number } {
  const fits = fitting(bounds, floor, asked);
  if (fits === undefined) return { steps: 0 };
  const { network, own, sides } = bounds;
  const lessOf = new Map(asked?.options);
  const chosen = fits.map((options) => (options.length === 1 ? (options[0] as number) : -1));
  const open = fits.flatMap((options, variable) => (options.length > 1 ? [variable] : []));
  const order = orderOf(bounds, open, asked?.variable);
  const place = new Map(order.map((variable, at) => [variable, at]));

  const gains = order.map((variable) =>
    Float64Array.from(fits[variable] as readonly number[], (option) => {
      const less = variable === asked?.variable ? (lessOf.get(option) as number) : 0;
      return ((own[variable] as Float64Array)[option] as number) - less;
    }),
  );
  let base = 0;
  chosen.forEach((option, variable) => {
    if (option < 0) return;
    base +=
      ((own[variable] as Float64Array)[option] as number) -
      (variable === asked?.variable ? (lessOf.get(option) ?? 0) : 0);
    for (const { other, mine, theirs, rest } of sides[variable] as readonly Side[]) {
      const line = rest[mine[option] as number] as Float64Array;
      const at = place.get(other);
      if (at === undefined) {
        if (other > variable) base += line[theirs[chosen[other] as number] as number] as number;
      } else addTo(gains[at] as Float64Array, fits[other] as readonly number[], theirs, line);
    }
  });
  /** What variables later in the order can add to an option at most. */
  const later = order.map((variable, at) => {
    const sum = new Float64Array((fits[variable] as readonly number[]).length);
    for (const { other, mine, most } of sides[variable] as readonly Side[])
      if ((place.get(other) ?? -1) > at) addTo(sum, fits[variable] as readonly number[], mine, most);
    return sum;
  });

  let worth = floor;
  let best: readonly number[] | undefined;
  let steps = 0;
  const topOf = (now: readonly Float64Array[], at: number): number => {
    const [gain, more] = [now[at] as Float64Array, later[at] as Float64Array];
    let top = -Infinity;
    for (let each = 0; each < gain.length; each++) top = Math.max(top, (gain[each] as number) + (more[each] as number));
    return top;
  };

  const descend = (depth: number, sum: number, now: readonly Float64Array[], tops: readonly number[]): void => {
    if (depth === order.length) {
      const less = asked === undefined ? 0 : (lessOf.get(chosen[asked.variable] as number) as number);
      const exact = worthOf(network, chosen) - less;
      if (exact > worth) [worth, best] = [exact, [...chosen]];
      return;
    }
    const variable = order[depth] as number;
    const [gain, more] = [now[depth] as Float64Array, later[depth] as Float64Array];
    let rest = sum;
    for (let at = depth + 1; at < order.length; at++) rest += tops[at] as number;
    const ranked = [...gain.keys()].sort(
      (one, other) =>
        (gain[other] as number) + (more[other] as number) - (gain[one] as number) - (more[one] as number) ||
        one - other,
    );
    for (const each of ranked) {
      if (rest + (gain[each] as number) + (more[each] as number) < worth + 1 - ROUNDING) return;
      if (++steps >= mostSteps) return;
      const option = (fits[variable] as readonly number[])[each] as number;
      chosen[variable] = option;
      const after = now.slice();
      const topsAfter = tops.slice();
      for (const { other, mine, theirs, rest: left } of sides[variable] as readonly Side[]) {
        const at = place.get(other) ?? -1;
        if (at <= depth) continue;
        after[at] = (after[at] as Float64Array).slice();
        addTo(
          after[at] as Float64Array,
          fits[other] as readonly number[],
          theirs,
          left[mine[option] as number] as Float64Array,
        );
        topsAfter[at] = topOf(after, at);
      }
      descend(depth + 1, sum + (gain[each] as number), after, topsAfter);
      chosen[variable] = -1;
      if (steps >= mostSteps) return;
    }
  };
  descend(
    0,
    base,
    gains,
    gains.map((_, at) => topOf(gains, at)),
  );
  return best === undefined ? { steps } : { found: { options: best, worth }, steps };
}

/** Adds to each of some options what its kind says. */
function addTo(to: Float64Array, options: readonly number[], kinds: readonly number[], worths: Float64Array): void {
  for (let each = 0; each < to.length; each++)
    to[each] = (to[each] as number) + (worths[kinds[options[each] as number] as number] as number);
}
