/**
 * The fields in groups that are numbered together. An instance is a group with its memory, unless it can hold too much; and instances
 * that move together are one group where they hold much less together than apart: a session is in one of a hundred
 * situations with all consoles that show it, while its consoles alone could show a thousand combinations of lines.
 */
import { type Field, type Fields, fieldsOf } from './fields.ts';
import {
  type Component,
  closed,
  type Group as GrowingGroup,
  Overgrown,
  type UpdatingPlans,
  updatingPlans,
} from './growing.ts';
import type { OccasionPlan } from './plan.ts';
import type { Sizes } from './sizes.ts';
import { startsIn } from './starts.ts';
import { TooLarge } from './too-large.ts';

/** Fields that are numbered together, and what their owner is one of many of. */
type Group = GrowingGroup & {
  readonly kind: string;
  /** A whole instance that starts in one way can be joined with others. */
  readonly isJoinable: boolean;
  /** The groups that were joined; none where it is not joined. */
  readonly members: readonly Group[];
};

/** The groups to begin with: an instance, or the table, with all its memory; a shared variable; a channel. */
function groupsOf({ owners, channels, system, instances }: Fields, { several, single }: Sizes): readonly Group[] {
  const groupOf = (kind: string, fields: readonly Field[], isJoinable = false): Group => {
    const bound = fields.length === 1 ? single : several;
    return { kind, fields, bound, isJoinable, isJoined: false, members: [] };
  };
  const groups = [...owners].flatMap(([name, owner]): readonly Group[] => {
    const fields = fieldsOf(owner);
    if (name === undefined && system !== undefined) return fields.map((field) => groupOf('', [field]));
    return [groupOf(instances.get(name ?? '')?.set ?? '', fields, name !== undefined && owner.starts.length === 1)];
  });
  const ofChannels = [...channels.values()].map(({ name, places }) => groupOf(name, places));
  return [...groups, ...ofChannels].filter(({ fields }) => fields.length > 0);
}

/**
 * The groups after one has grown too far: in it and in all like it the field that took the most values stands alone.
 */
function split(groups: readonly Group[], { group, occurring }: Overgrown<Group>, sizes: Sizes): readonly Group[] {
  const countOf = (field: Field): number => occurring.get(field)?.values.length ?? 0;
  const largest = group.fields.reduce((most, field) => (countOf(field) > countOf(most) ? field : most));
  const place = group.fields.indexOf(largest);
  return groups.flatMap((each) => {
    const { kind, fields } = each;
    const isAlike =
      kind === group.kind && fields.length === group.fields.length && fields[place]?.name === largest.name;
    if (!isAlike) return [each];
    return [fields.toSpliced(place, 1), fields.slice(place, place + 1)].map((some) => ({
      ...each,
      fields: some,
      bound: some.length === 1 ? sizes.single : sizes.several,
      isJoinable: false,
    }));
  });
}

/** Groups with what they can hold. */
type Closed = { readonly groups: readonly Group[]; readonly components: readonly Component[] };

/** Closes groups, and splits those that grow too far. @throws {TooLarge} where a single field has too many values */
function closedApart(fields: Fields, plans: UpdatingPlans, sizes: Sizes): Closed {
  let groups = groupsOf(fields, sizes);
  for (;;) {
    try {
      return { groups, components: closed(groups, startsIn(fields, groups), plans) };
    } catch (error) {
      if (!(error instanceof Overgrown)) throw error;
      const [first, ...others] = error.group.fields;
      if (others.length === 0) throw new TooLarge(`the values of ${first?.name}`);
      groups = split(groups, error, sizes);
    }
  }
}

/** Joins the groups that some occasion changes together, each with all that it is joined with by others. */
function joined(groups: readonly Group[], occasions: readonly OccasionPlan[], sizes: Sizes): readonly Group[] {
  const clusterOf = new Map(groups.map((group) => [group, [group]]));
  const groupOf = new Map(groups.flatMap((group) => group.fields.map((field) => [field, group] as const)));
  for (const { common, choices } of occasions) {
    const updated = [common, ...choices.flat()].flatMap(({ updates }) => updates);
    const together = new Set(updated.map(({ field }) => groupOf.get(field) as Group));
    const clusters = new Set([...together].filter(({ isJoinable }) => isJoinable).map((each) => clusterOf.get(each)));
    if (clusters.size < 2) continue;
    const cluster = [...clusters].flatMap((each) => each ?? []);
    for (const member of cluster) clusterOf.set(member, cluster);
  }
  return [...new Set(clusterOf.values())].map((members) => {
    const [only] = members;
    if (only !== undefined && members.length === 1) return only;
    return {
      kind: members.map(({ kind }) => kind).join(),
      fields: members.flatMap(({ fields }) => fields),
      bound: sizes.together,
      isJoinable: false,
      isJoined: true,
      members,
    };
  });
}

/** Joins groups where that makes much less of them, which is tried where there are many configurations otherwise. */
function closedTogether(
  fields: Fields,
  occasions: readonly OccasionPlan[],
  plans: UpdatingPlans,
  apart: Closed,
  sizes: Sizes,
): readonly Component[] {
  const countOf = new Map(apart.groups.map((group, index) => [group, apart.components[index]?.values.length ?? 1]));
  const product = (groups: readonly Group[]): number =>
    groups.reduce((count, group) => count * (countOf.get(group) as number), 1);
  if (product(apart.groups) < sizes.together.least) return apart.components;
  let groups = joined(apart.groups, occasions, sizes);
  while (groups.some(({ isJoined }) => isJoined)) {
    let pointless: readonly Group[];
    try {
      const components = closed(groups, startsIn(fields, groups), plans);
      const hasNoGain = ({ isJoined, members }: Group, index: number): boolean =>
        isJoined && (components[index] as Component).values.length * sizes.together.gain > product(members);
      pointless = groups.filter(hasNoGain);
      if (pointless.length === 0) return components;
    } catch (error) {
      if (!(error instanceof Overgrown)) throw error;
      pointless = groups.filter(({ kind, isJoined }) => isJoined && kind === error.group.kind);
      if (pointless.length === 0) return apart.components;
    }
    groups = groups.flatMap((group) => (pointless.includes(group) ? group.members : [group]));
  }
  return apart.components;
}

/**
 * The components of a model. Fields that belong together are numbered together unless that makes too many local ids:
 * then the field with the most values is taken out. @throws {TooLarge} where a single field has too many values
 */
export function componentsOf(fields: Fields, occasions: readonly OccasionPlan[], sizes: Sizes): readonly Component[] {
  const plans = updatingPlans(occasions);
  return closedTogether(fields, occasions, plans, closedApart(fields, plans, sizes), sizes);
}
