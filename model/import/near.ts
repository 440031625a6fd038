/** Good choices of a network, found by changing one variable after the other: where a search begins, and what differs least from the best. */
import type { Bounds, Side } from './bounds.ts';
import { type Asked, type Found, ROUNDING, worthOf } from './search.ts';

/** A choice, and what every option of every variable would be worth with all others as they are. */
export type Good = Found & { readonly gains: readonly Float64Array[] };

const MOST_ROUNDS = 20;
/** So many of the options that are asked for are tried, and so many variables are changed for each. */
const MOST = { tried: 6, changed: 200 } as const;

/** Adds to the gains of a variable what it changes that another one takes a different option. */
function exchange(to: Float64Array, { mine, theirs, rest }: Side, option: number, before: number): void {
  const line = rest[mine[option] as number] as Float64Array;
  const old = before < 0 ? undefined : (rest[mine[before] as number] as Float64Array);
  for (let each = 0; each < to.length; each++) {
    const kind = theirs[each] as number;
    to[each] = (to[each] as number) + (line[kind] as number) - (old === undefined ? 0 : (old[kind] as number));
  }
}

/** The option that gains most; the one that is taken where none gains more. */
function bestOf(gains: Float64Array, taken: number): number {
  let found = Math.max(taken, 0);
  for (let option = 0; option < gains.length; option++)
    if ((gains[option] as number) > (gains[found] as number) + ROUNDING) found = option;
  return found;
}

/** The gains of a choice. */
export function goodFrom({ own, sides }: Bounds, { options, worth }: Found): Good {
  const gains = own.map((worths) => Float64Array.from(worths));
  options.forEach((option, variable) => {
    for (const side of sides[variable] as readonly Side[])
      exchange(gains[side.other] as Float64Array, side, option, -1);
  });
  return { options, worth, gains };
}

/** A good choice: what looks best variable by variable, then mended while changing one variable makes it better. */
export function firstChoice({ network, own, sides }: Bounds): Good {
  const gains = own.map((worths) => Float64Array.from(worths));
  const options = own.map(() => -1);
  for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (let variable = 0; variable < own.length; variable++) {
      const before = options[variable] as number;
      const wanted = bestOf(gains[variable] as Float64Array, before);
      if (before === wanted) continue;
      options[variable] = wanted;
      for (const side of sides[variable] as readonly Side[])
        exchange(gains[side.other] as Float64Array, side, wanted, before);
      changed = true;
    }
  }
  return { options, worth: worthOf(network, options), gains };
}

/** A good choice in which a variable takes another option, and others are changed only where that makes it better. */
function changedFrom({ sides }: Bounds, good: Good, variable: number, wanted: number): Found {
  const gains = new Map<number, Float64Array>();
  const options = new Map<number, number>();
  const gainsOf = (of: number): Float64Array => gains.get(of) ?? (good.gains[of] as Float64Array);
  let worth = good.worth;
  const waiting = new Set<number>();
  const take = (of: number, option: number): void => {
    const before = options.get(of) ?? (good.options[of] as number);
    worth += (gainsOf(of)[option] as number) - (gainsOf(of)[before] as number);
    options.set(of, option);
    for (const side of sides[of] as readonly Side[]) {
      if (!gains.has(side.other)) gains.set(side.other, (good.gains[side.other] as Float64Array).slice());
      exchange(gains.get(side.other) as Float64Array, side, option, before);
      if (side.other !== variable) waiting.add(side.other);
    }
  };
  take(variable, wanted);
  for (let count = 0; waiting.size > 0 && count < MOST.changed; count++) {
    const [next] = waiting;
    waiting.delete(next as number);
    const before = options.get(next as number) ?? (good.options[next as number] as number);
    const better = bestOf(gainsOf(next as number), before);
    if (better !== before) take(next as number, better);
  }
  const all = good.options.slice();
  for (const [of, option] of options) all[of] = option;
  return { options: all, worth: Math.round(worth) };
}

/** The best of the choices that few changes to a good one make, in which a variable takes what is asked for. */
export function nearestTo(bounds: Bounds, good: Good, { variable, options }: Asked): Found {
  const gains = good.gains[variable] as Float64Array;
  return options
    .toSorted(([one, less], [other, more]) => (gains[other] as number) - more - (gains[one] as number) + less)
    .slice(0, MOST.tried)
    .map(([option, less]) => {
      const { options: all, worth } = changedFrom(bounds, good, variable, option);
      return { options: all, worth: worth - less };
    })
    .reduce((one, other) => (other.worth > one.worth ? other : one));
}
