/**
 * The most consistent whole: every variable takes one of its options so that the sum of what the options are worth alone and in pairs is
 * greatest. Reading a document is such a choice: how each row is split and what each label means, worth more where rows confirm each other.
 *
 * Solved exactly, each connected part by itself: bounds by message passing (`bounds.ts`), then branch and bound (`search.ts`).
 */
import { type Bounds, boundsOf } from './bounds.ts';
import { firstChoice, type Good, goodFrom, nearestTo } from './near.ts';
import { type Asked, isHopeless, search } from './search.ts';
import type { Network } from './weighted.ts';

/** The best choice. `proved` is false where the search was cut short, so that a better one may exist. */
export type Choice = { readonly options: readonly number[]; readonly worth: number; readonly proved: boolean };

/** The most steps of one search for the best, and of all the searches for other choices in one connected part. */
const MOST_STEPS = { best: 30_000, asked: 20_000, each: 2_000 } as const;

/** A search costs as much as a step for so many variables of its part. */
const MEMBERS_PER_STEP = 10;

/** Answers about one network. */
export type Consistency = {
  /** The choice that is worth most; among equal ones the first that is found, always the same one. */
  readonly best: Choice;
  /** The best of the choices that are asked for; nothing where none of them is worth at least `least`. It differs from the best as little as can be found. */
  readonly bestWith: (asked: Asked, least: number) => Choice | undefined;
  /** Whether a search about the part of a variable was cut short until now, so that its answers may miss something. */
  readonly isCut: (variable: number) => boolean;
};

/** A connected part of a network: its variables by their index in the whole, and what is known of it. */
type Part = {
  readonly members: readonly number[];
  readonly bounds: Bounds;
  readonly best: Good;
  /** How many steps searches for other choices may still take, and whether one of all was cut short. */
  left: number;
  cut: boolean;
};

/** The variables of every connected part, in order. */
function partsOf({ alone, pairs }: Network): readonly (readonly number[])[] {
  const parent = alone.map((_, variable) => variable);
  const root = (of: number): number => {
    let at = of;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { between } of pairs) parent[root(between[0])] = root(between[1]);
  return [...Map.groupBy(alone.keys(), root).values()];
}

/** Solves a network. */
export function consistency(network: Network): Consistency {
  const home = new Map<number, readonly [part: number, at: number]>();
  const groups = partsOf(network);
  groups.forEach((members, part) => {
    members.forEach((variable, at) => {
      home.set(variable, [part, at]);
    });
  });
  const of = (variable: number): readonly [number, number] => home.get(variable) as readonly [number, number];
  const pairs = Map.groupBy(network.pairs, ({ between }) => of(between[0])[0]);
  const parts = groups.map((members, index): Part => {
    const own = (pairs.get(index) ?? []).map(({ between: [i, j], ...rest }) => ({
      ...rest,
      between: [of(i)[1], of(j)[1]] as const,
    }));
    const bounds = boundsOf({
      alone: members.map((variable) => network.alone[variable] as readonly number[]),
      pairs: own,
    });
    const first = firstChoice(bounds);
    const { found, steps } = search(bounds, first.worth, MOST_STEPS.best);
    const cut = steps >= MOST_STEPS.best;
    const best = found === undefined ? first : goodFrom(bounds, found);
    return { members, bounds, best, left: MOST_STEPS.asked, cut };
  });
  const options = new Array<number>(network.alone.length).fill(0);
  const put = ({ members }: Part, into: number[], taken: readonly number[]): void => {
    members.forEach((variable, at) => {
      into[variable] = taken[at] as number;
    });
  };
  for (const part of parts) put(part, options, part.best.options);
  const best: Choice = {
    options,
    worth: parts.reduce((sum, part) => sum + part.best.worth, 0),
    proved: parts.every(({ cut }) => !cut),
  };
  return {
    best,
    bestWith: (asked, least) => {
      const [index, at] = of(asked.variable);
      const part = parts[index] as Part;
      const most = Math.min(part.left, MOST_STEPS.each);
      if (most <= 0) return undefined;
      const floor = least - (best.worth - part.best.worth) - 1;
      const here = { ...asked, variable: at };
      if (isHopeless(part.bounds, floor, here)) return undefined;
      const near = nearestTo(part.bounds, part.best, here);
      const { found, steps } = search(part.bounds, Math.max(floor, near.worth), most, here);
      part.left -= steps + Math.ceil(part.members.length / MEMBERS_PER_STEP);
      part.cut ||= steps >= most || part.left <= 0;
      const taken = found ?? (near.worth > floor ? near : undefined);
      if (taken === undefined) return undefined;
      const all = options.slice();
      put(part, all, taken.options);
      return { options: all, worth: best.worth - part.best.worth + taken.worth, proved: steps < most };
    },
    isCut: (variable) => (parts[of(variable)[0]] as Part).cut,
  };
}
