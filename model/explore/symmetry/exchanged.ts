/**
 * Which instances are exchanged for each other while a system is explored, and why others are not.
 *
 * C. N. Ip, D. L. Dill, “Better verification through symmetry”, Formal Methods in System Design 9, 1996.
 */
import { type Instance, instancesOf } from '../../system/instances.ts';
import { namedIn, reasonsApart, toldApart } from '../../system/symmetry.ts';
import type { System, SystemProperty } from '../../system/types.ts';

/** Instances of one set that are exchanged for each other. */
export type Exchanged = {
  readonly set: string;
  readonly members: readonly string[];
  /**
   * Something refers to them, so that renaming one changes more than its own place: their orders are tried one by one. Others are sorted.
   */
  readonly isTried: boolean;
};

/** What is exchanged, and for all other sets that are not made for others the reason why they are not. */
export type Symmetry = { readonly exchanged: readonly Exchanged[]; readonly apart: ReadonlyMap<string, string> };

/** The most orders that are tried for one configuration. */
const MOST_TRIED = 5040;

/** The most configurations in one orbit: so many more than orbits there may be, and counts stay exact. */
const MOST_IN_ORBIT = 3_628_800;

export const factorial = (number: number): number => (number < 2 ? 1 : number * factorial(number - 1));

/** How many ways there are to exchange instances: the most configurations that an orbit can have. */
export const orderOf = (exchanged: readonly Exchanged[]): number =>
  exchanged.reduce((product, { members }) => product * factorial(members.length), 1);

/** The sets that an instance of a set was made for, or the set itself where it was made for none. */
function basesOf(system: System, set: string): readonly string[] {
  return system.instances[set]?.per?.flatMap((each) => basesOf(system, each)) ?? [set];
}

/** The sets to whose instances some variable or message refers. */
function referredTo({ instances, memory = {}, channels = {} }: System): ReadonlySet<string> {
  const declared = [
    ...Object.values(instances).flatMap((set) => Object.values(set.memory ?? {})),
    ...Object.values(memory),
    ...Object.values(channels).flatMap(({ message }) => Object.values(message)),
  ];
  return new Set(declared.flatMap((each) => ('instance' in each ? [each.instance] : [])));
}

/**
 * Of some sets those whose orders must be tried. An instance can be sorted with all that is its own where nothing refers to it, and what was made for it was
 * made for no other instance that is sorted.
 */
function triedSets(system: System, sets: readonly string[], size: (set: string) => number): ReadonlySet<string> {
  const tried = new Set([...referredTo(system)].flatMap((set) => basesOf(system, set)));
  for (const set of Object.keys(system.instances)) {
    const bases = basesOf(system, set);
    const sorted = bases.filter((each) => sets.includes(each) && !tried.has(each));
    const [largest] = sorted.toSorted((one, other) => size(other) - size(one));
    for (const each of sorted)
      if (each !== largest || sorted.filter((other) => other === each).length > 1) tried.add(each);
  }
  return tried;
}

/** What can be exchanged in a system, its properties aside. */
export function symmetryOf(system: System): Symmetry {
  const instances = instancesOf(system);
  const reasons = reasonsApart(system, instances);
  const apart = new Map([...reasons].flatMap(([set, reason]) => (reason === undefined ? [] : [[set, reason]])));
  const size = (set: string): number => system.instances[set]?.count ?? 1;
  const free = [...reasons.keys()].filter((set) => !apart.has(set)).toSorted((one, other) => size(one) - size(other));
  const tried = triedSets(system, free, size);
  const exchanged: Exchanged[] = [];
  for (const set of free) {
    const members = [...instances.values()].filter((each) => each.set === set).map(({ name }) => name);
    const next = [...exchanged, { set, members, isTried: tried.has(set) }];
    const orders = `the ${factorial(members.length)} orders of its instances are too many to`;
    if (orderOf(next.filter(({ isTried }) => isTried)) > MOST_TRIED) apart.set(set, `${orders} be tried`);
    else if (orderOf(next) > MOST_IN_ORBIT) apart.set(set, `${orders} be counted exactly`);
    else exchanged.push(next.at(-1) as Exchanged);
  }
  return { exchanged, apart: new Map([...apart]) };
}

/** The instances that are left to be exchanged where some are told apart: sets as a whole, or single instances. */
function keepingApart(
  exchanged: readonly Exchanged[],
  sets: ReadonlySet<string>,
  named: ReadonlySet<string>,
): readonly Exchanged[] {
  return exchanged.flatMap(({ set, members, isTried }) => {
    const left = sets.has(set) ? [] : members.filter((member) => !named.has(member));
    return left.length < 2 ? [] : [{ set, members: left, isTried }];
  });
}

/** What stays exchangeable where a property is asked, its parameters bound to some instances. */
export function exchangedFor(
  system: System,
  exchanged: readonly Exchanged[],
  property: SystemProperty,
  bound: readonly string[],
): readonly Exchanged[] {
  const instances: ReadonlyMap<string, Instance> = instancesOf(system);
  const { ordered, named } = toldApart(system, instances, property);
  const apart = new Set([...named.keys(), ...bound.flatMap((each) => namedIn(instances, each))]);
  return keepingApart(exchanged, ordered, apart);
}
