/**
 * Depth-first branch and bound over a weighted constraint network (T. Schiex, H. Fargier, G. Verfaillie, “Valued constraint satisfaction
 * problems: hard and easy problems”, IJCAI 1995): an open variable is worth at most its best option, counting what assigned variables add and the
 * most that variables after it could. Options that no choice worth enough can take are left out before.
 */
import type { Bounds, Side } from './bounds.ts';
import type { Network } from './weighted.ts';

/** Choices in which a variable takes one of some options, each worth so much less than the network says. */
export type Asked = {
  readonly variable: number;
  readonly options: readonly (readonly [option: number, less: number])[];
};

/** A choice that was found, with its worth. */
export type Found = { readonly options: readonly number[]; readonly worth: number };

/** Sums of moved worths are not exact; they are right to much less than this, and worths are whole. */
export const ROUNDING = 1e-4;

/** What a choice is worth, exactly. */
export function worthOf({ alone, pairs }: Network, options: readonly number[]): number {
  const own = alone.reduce((sum, worths, variable) => sum + (worths[options[variable] as number] as number), 0);
  return pairs.reduce((sum, { between: [i, j], kinds, worth }) => {
    const [a, b] = [kinds[0][options[i] as number] as number, kinds[1][options[j] as number] as number];
    return sum + (worth[a]?.[b] as number);
  }, own);
}

/** How much less than the bound of the network what is asked for is worth at most: 0 or less. */
function topOf({ own, tops }: Bounds, asked: Asked | undefined): number {
  if (asked === undefined) return 0;
  const worths = own[asked.variable] as Float64Array;
  const top = asked.options.reduce(
    (most, [option, less]) => Math.max(most, (worths[option] as number) - less),
    -Infinity,
  );
  return top - (tops[asked.variable] as number);
}

/** Whether the bound of the network alone says that no choice that is asked for is worth more than `floor`. */
export const isHopeless = (bounds: Bounds, floor: number, asked: Asked): boolean =>
  bounds.total + topOf(bounds, asked) < floor + 1 - ROUNDING;

/** The options of each variable that a choice worth more than `floor` can take at all; nothing where a variable has none. */
function fitting(bounds: Bounds, floor: number, asked?: Asked): readonly (readonly number[])[] | undefined {
  const { own, tops, total } = bounds;
  const lessOf = new Map(asked?.options);
  const top = topOf(bounds, asked);
  if (total + top < floor + 1 - ROUNDING) return undefined;
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
  const greatestAt = (now: readonly Float64Array[], at: number): number => {
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
        topsAfter[at] = greatestAt(after, at);
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
    gains.map((_, at) => greatestAt(gains, at)),
  );
  return best === undefined ? { steps } : { found: { options: best, worth }, steps };
}

/** Adds to each of some options what its kind says. */
function addTo(to: Float64Array, options: readonly number[], kinds: readonly number[], worths: Float64Array): void {
  for (let each = 0; each < to.length; each++)
    to[each] = (to[each] as number) + (worths[kinds[options[each] as number] as number] as number);
}
