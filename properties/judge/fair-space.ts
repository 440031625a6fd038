/**
 * Runs of a space that go on for ever without breaking fairness, found with sets of configurations alone: a few sets at a time, however many
 * steps there are. What fairness means is said in `fair.ts`, which finds the same with stored steps.
 */
import type { Configurations, Space, Steps } from '../../model/explore/space/space.ts';
import type { Work } from '../../model/explore/work.ts';
import type { Fairness } from '../../model/table/types.ts';
import { labelKey } from './words.ts';

/** The labels that fairness is about, numbered, of those that occur in some step. */
export type SpaceDuties = {
  /** The number of the label of each occasion; -1 where fairness does not speak of it. */
  readonly ofOccasion: Int32Array;
  /** The occasions of each label, and the steps of these. */
  readonly occasions: readonly (readonly number[])[];
  readonly steps: readonly Steps[];
  /** The numbers of the labels that are treated weakly, and strongly. */
  readonly weak: readonly number[];
  readonly strong: readonly number[];
};

/** Fairness of events, spelt out for the labels that occur in a space. */
export function dutiesIn(space: Space, { weak = [], strong = [] }: Fairness): SpaceDuties {
  const fair = new Set([...weak, ...strong]);
  const labels = [...Map.groupBy(space.survey.actions, labelKey)].flatMap(([key, [action]]) =>
    action !== undefined && fair.has(action.event) ? [{ key, event: action.event }] : [],
  );
  const numbers = new Map(labels.map(({ key }, number) => [key, number]));
  const ofOccasion = Int32Array.from(
    { length: space.occasions },
    (_, occasion) => numbers.get(labelKey(space.action(occasion))) ?? -1,
  );
  const of = (named: readonly string[]): readonly number[] =>
    labels.flatMap(({ event }, number) => (named.includes(event) ? [number] : []));
  return {
    ofOccasion,
    occasions: labels.map((_, number) => [...ofOccasion.keys()].filter((each) => ofOccasion[each] === number)),
    steps: labels.map((_, number) => space.steps((occasion) => ofOccasion[occasion] === number)),
    weak: of(weak),
    strong: of(strong),
  };
}

/** Those of a set in which a label is enabled, all of them expanded; the caller frees them. */
export const enabledIn = (space: Space, { occasions }: SpaceDuties, label: number, among: Configurations) =>
  space.enabled(occasions[label] as readonly number[], among);

/** Those of a set in which no fair label is enabled, so that a run may stay there for ever; the caller frees them. */
export function* stopsIn(space: Space, { ofOccasion }: SpaceDuties, among: Configurations): Work<Configurations> {
  const steps = space.steps((occasion) => (ofOccasion[occasion] as number) >= 0);
  const forced = yield* space.before(space.reached, among, steps);
  const stops = yield* space.without(among, forced);
  space.free(forced);
  return stops;
}

/** Which way round a set is looked at: what in it may go on, and what leads to something; or the same against the steps. */
type Direction = {
  /** What is left when what has no step to what is left (or from it) is removed; the set stays. */
  settled(space: Space, among: Configurations): Work<Configurations>;
  /** What leads to some of a set inside (or is reached from them). */
  reaching(space: Space, some: Configurations, among: Configurations): Work<Configurations>;
  /** Where some steps begin that stay inside (or where they end). */
  taking(space: Space, steps: Steps | undefined, among: Configurations): Work<Configurations>;
};

export const FORWARDS: Direction = {
  settled: (space, among) => space.staying(among),
  reaching: (space, some, among) => space.leadingTo(some, among),
  taking: (space, steps, among) => space.before(among, among, steps),
};

export const BACKWARDS: Direction = {
  *settled(space, among) {
    let left = yield* space.both(among, among);
    for (let last = -1; last !== left.count; ) {
      last = left.count;
      const next = yield* space.after(left, left);
      space.free(left);
      left = next;
    }
    return left;
  },
  reaching: (space, some, among) => space.from(some, among),
  taking: (space, steps, among) => space.after(among, among, steps),
};

/**
 * What a set is left with when all is removed that shows at a glance to be on no fair cycle; the set is freed, and whoever asks frees what is left. A
 * greatest fixed point: what has no step inside is removed; for a label that is treated weakly what leads to no configuration
 * where it is disabled or taken; for one that is treated strongly what enables it and does not lead to where it is taken; until nothing
 * is. In what is left forwards, each bottom component is fair, so there is a fair cycle unless nothing is left. E. A.
 * Emerson, C.-L. Lei, “Efficient model checking in fragments of the propositional mu-calculus”, LICS 1986; for strong fairness
 * Y. Kesten, A. Pnueli, L. Raviv, “Algorithmic verification of linear temporal logic specifications”, ICALP 1998.
 */
export function* fairHull(
  space: Space,
  duties: SpaceDuties,
  among: Configurations,
  direction: Direction,
): Work<Configurations> {
  const { weak, strong } = duties;
  const removals = [
    ...weak.map((label) => ({ label, breaking: breakingWeak })),
    ...strong.map((label) => ({ label, breaking: breakingStrong })),
  ];
  let hull = yield* direction.settled(space, among);
  space.free(among);
  // How many labels in a row have removed nothing.
  let quiet = 0;
  while (hull.count > 0 && quiet < removals.length) {
    for (const { label, breaking } of removals) {
      if (hull.count === 0 || quiet === removals.length) break;
      const enabled = yield* enabledIn(space, duties, label, hull);
      const taken = yield* direction.taking(space, duties.steps[label], hull);
      const ignored = yield* space.without(enabled, taken);
      const broken = ignored.count === 0 ? ignored : yield* breaking(space, { hull, taken, ignored }, direction);
      const rest = yield* space.without(hull, broken);
      quiet = broken.count === 0 ? quiet + 1 : 0;
      space.free(hull, enabled, taken, ignored, ...(broken === ignored ? [] : [broken]));
      hull = rest;
    }
    // Once a round: against the steps it takes as many passes as the longest way that falls away.
    const settled = yield* direction.settled(space, hull);
    if (settled.count < hull.count) quiet = 0;
    space.free(hull);
    hull = settled;
  }
  return hull;
}

/** Where a label is taken inside a hull, and where it is enabled without that. */
type Account = { readonly hull: Configurations; readonly taken: Configurations; readonly ignored: Configurations };

/** Those from which a label is enabled for ever and never taken, as long as a run stays in the hull. */
function* breakingWeak(space: Space, { hull, ignored }: Account, direction: Direction): Work<Configurations> {
  const paid = yield* space.without(hull, ignored);
  const reaching = yield* direction.reaching(space, paid, hull);
  const broken = yield* space.without(hull, reaching);
  space.free(paid, reaching);
  return broken;
}

/** Those in which a label is enabled that is never taken afterwards, as long as a run stays in the hull. */
function* breakingStrong(space: Space, { hull, taken, ignored }: Account, direction: Direction): Work<Configurations> {
  const reaching = yield* direction.reaching(space, taken, hull);
  const broken = yield* space.without(ignored, reaching);
  space.free(reaching);
  return broken;
}

/** What is known of one configuration: the fair part that it is in, or some that are in none, itself among them. */
export type Told = { readonly part: Configurations } | { readonly outside: Configurations };

/**
 * The fair part that a configuration is in, among those of a set: its component, and where that breaks strong fairness of some labels, its
 * component of what is left without the configurations that enable them, and so on.
 */
export function* fairPartOf(space: Space, duties: SpaceDuties, hull: Configurations, position: number): Work<Told> {
  const start = space.of([position]);
  let part = yield* componentOf(space, start, hull);
  try {
    for (;;) {
      const inside = yield* space.before(part, part);
      space.free(inside);
      if (inside.count === 0) return { outside: part };
      const starving = yield* starvingIn(space, duties, part);
      if (starving === 'all') return { outside: part };
      if (starving === 'none') return { part };
      const met = yield* space.both(start, starving);
      space.free(met);
      if (met.count > 0) {
        space.free(part);
        return { outside: starving };
      }
      const rest = yield* space.without(part, starving);
      space.free(part, starving);
      part = yield* componentOf(space, start, rest);
      space.free(rest);
    }
  } finally {
    space.free(start);
  }
}

function* componentOf(space: Space, start: Configurations, among: Configurations): Work<Configurations> {
  const further = yield* space.from(start, among);
  const component = yield* space.leadingTo(start, further);
  space.free(further);
  return component;
}

/** Those of a component that cannot be visited fairly: all, none, or those that enable what is treated strongly and never taken inside. */
function* starvingIn(space: Space, duties: SpaceDuties, part: Configurations): Work<Configurations | 'all' | 'none'> {
  let starving: Configurations | undefined;
  for (const label of new Set([...duties.weak, ...duties.strong])) {
    const taken = yield* space.before(part, part, duties.steps[label]);
    space.free(taken);
    if (taken.count > 0) continue;
    const enabled = yield* enabledIn(space, duties, label, part);
    if (enabled.count === part.count) {
      space.free(enabled, ...(starving === undefined ? [] : [starving]));
      return 'all';
    }
    if (enabled.count === 0 || !duties.strong.includes(label)) {
      space.free(enabled);
      continue;
    }
    const both = starving === undefined ? enabled : yield* space.either(starving, enabled);
    if (starving !== undefined) space.free(starving, enabled);
    starving = both;
  }
  return starving ?? 'none';
}
