/**
 * The fields in groups that are numbered together. What each group can hold is found by closure: from what it starts
 * in, under every change that can happen as far as the group's own values tell. So every reachable configuration is
 * made of local ids, and many that are not reachable are too.
 */
import type { Value } from '../table/types.ts';
import { type Change, changeOf } from './change.ts';
import { type Field, type Fields, fieldsOf } from './fields.ts';
import type { OccasionPlan, PartPlan } from './plan.ts';
import type { Bound, Sizes } from './sizes.ts';
import { TooLarge } from './too-large.ts';

/** A group of fields with a dense number, its local id, for everything that they can hold together. */
export type Component = {
  readonly fields: readonly Field[];
  /** The values of the fields, by local id. */
  readonly values: readonly (readonly Value[])[];
  /** The local id of values that occur. */
  readonly idOf: (values: readonly Value[]) => number | undefined;
  /** The values of each field that occur, in order of their first occurrence. */
  readonly occurring: ReadonlyMap<Field, readonly Value[]>;
};

/** Fields that are numbered together, and what their owner is one of many of. */
type Group = { readonly kind: string; readonly fields: readonly Field[] };

/** A component has grown too far. */
class Overgrown extends Error {
  readonly component: Growing;
  constructor(component: Growing) {
    super('a component has grown too far');
    this.component = component;
  }
}

/** The parts of occasions that update each field. */
type UpdatingPlans = ReadonlyMap<Field, readonly { readonly occasion: OccasionPlan; readonly part: PartPlan }[]>;

function updatingPlans(occasions: readonly OccasionPlan[]): UpdatingPlans {
  const plans = new Map<Field, { occasion: OccasionPlan; part: PartPlan }[]>();
  for (const occasion of occasions)
    for (const part of [occasion.common, ...occasion.choices.flat()]) {
      const plan = { occasion, part };
      for (const { field } of part.updates) {
        const known = plans.get(field) ?? [];
        known.push(plan);
        plans.set(field, known);
      }
    }
  return plans;
}

/** Numbers for values, in order of their first occurrence. */
class Occurring {
  readonly values: Value[] = [];
  readonly #numbers = new Map<Value, number>();

  numberOf(value: Value): number | undefined {
    return this.#numbers.get(value);
  }

  add(value: Value): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** A component while its local ids are found. */
class Growing {
  readonly group: Group;
  readonly values: (readonly Value[])[] = [];
  readonly occurring: ReadonlyMap<Field, Occurring>;
  readonly #changes: readonly { readonly change: Change; done: number; seen: number }[];
  readonly #bound: Bound;
  readonly #ids = new Map<number | string, number>();
  #work = 0;

  constructor(group: Group, plans: UpdatingPlans, { several, single }: Sizes) {
    const { fields } = group;
    this.group = group;
    this.occurring = new Map(fields.map((field) => [field, new Occurring()]));
    this.#bound = fields.length === 1 ? single : several;
    this.#changes = [...new Set(fields.flatMap((field) => plans.get(field) ?? []))].flatMap(({ occasion, part }) => {
      const change = changeOf(fields, occasion, part);
      return change === undefined ? [] : [{ change, done: 0, seen: 0 }];
    });
  }

  idOf(values: readonly Value[]): number | undefined {
    return this.#ids.get(this.#key(values, (occurring, value) => occurring.numberOf(value) ?? -1));
  }

  add(values: readonly Value[]): void {
    const key = this.#key(values, (occurring, value) => occurring.add(value));
    if (this.#ids.has(key)) return;
    if (this.values.length >= this.#bound.ids) throw new Overgrown(this);
    this.#ids.set(key, this.values.push(values) - 1);
  }

  /**
   * Applies every change to everything it has not been applied to, until nothing new comes up. Whether something did.
   */
  grow(occurringOf: (field: Field) => readonly Value[]): boolean {
    const before = this.values.length;
    for (let isGrowing = true; isGrowing; ) {
      const known = this.values.length;
      for (const each of this.#changes) this.#apply(each, occurringOf);
      isGrowing = this.values.length > known;
    }
    return this.values.length > before;
  }

  #apply(each: { change: Change; done: number; seen: number }, occurringOf: (field: Field) => readonly Value[]): void {
    const { change } = each;
    const lists = change.reads.map(occurringOf);
    const combinations = lists.reduce((product, { length }) => product * length, 1);
    if (combinations * this.values.length > this.#bound.entries) throw new Overgrown(this);
    let id = combinations === each.seen ? each.done : 0;
    for (; id < this.values.length; id++) {
      const own = this.values[id] as readonly Value[];
      if (!change.allows(own)) continue;
      this.#work += combinations;
      if (this.#work > this.#bound.work) throw new Overgrown(this);
      forEachChoice(lists, (read) => {
        const after = change.after(own, read);
        if (after !== undefined) this.add(after);
      });
    }
    each.seen = combinations;
    each.done = id;
  }

  #key(values: readonly Value[], number: (occurring: Occurring, value: Value) => number): number | string {
    const occurring = [...this.occurring.values()];
    const [only] = occurring;
    if (only !== undefined && occurring.length === 1) return number(only, values[0] as Value);
    return occurring.map((each, index) => number(each, values[index] as Value)).join();
  }
}

/** Every choice of one value from each list, the first list running fastest. */
export function forEachChoice(
  lists: readonly (readonly Value[])[],
  visit: (choice: readonly Value[], index: number) => void,
): void {
  const total = lists.reduce((product, { length }) => product * length, 1);
  const choice = lists.map(([first]) => first as Value);
  const at = lists.map(() => 0);
  for (let index = 0; index < total; index++) {
    visit(choice, index);
    for (const [place, list] of lists.entries()) {
      const next = ((at[place] as number) + 1) % list.length;
      at[place] = next;
      choice[place] = list[next] as Value;
      if (next > 0) break;
    }
  }
}

/** The groups to begin with: an instance, or the table, with all its memory; a shared variable; a channel. */
function groupsOf({ owners, channels, system, instances }: Fields): readonly Group[] {
  const groups = [...owners].flatMap(([name = '', owner]): readonly Group[] => {
    const fields = fieldsOf(owner);
    const kind = instances.get(name)?.set ?? '';
    return name === '' && system !== undefined
      ? fields.map((field) => ({ kind, fields: [field] }))
      : [{ kind, fields }];
  });
  const ofChannels = [...channels.values()].map(({ name, places }) => ({ kind: name, fields: places }));
  return [...groups, ...ofChannels].filter(({ fields }) => fields.length > 0);
}

/** What each owner can start in, and the empty channels: the fields with the values they have together. */
function startsOf({
  owners,
  channels,
}: Fields): readonly { fields: readonly Field[]; values: readonly (readonly Value[])[] }[] {
  return [
    ...[...owners.values()].map((owner) => ({ fields: fieldsOf(owner), values: owner.starts })),
    ...[...channels.values()].map(({ places }) => ({ fields: places, values: [places.map(() => 0)] })),
  ];
}

/** Finds all local ids of the groups. @throws {Overgrown} */
function closed(groups: readonly Group[], fields: Fields, plans: UpdatingPlans, sizes: Sizes): readonly Component[] {
  const growing = groups.map((group) => new Growing(group, plans, sizes));
  const holding = new Map(
    growing.flatMap((component) => component.group.fields.map((field) => [field, component] as const)),
  );
  for (const { fields: together, values } of startsOf(fields))
    for (const component of new Set(together.map((field) => holding.get(field) as Growing))) {
      const places = component.group.fields.map((field) => together.indexOf(field));
      for (const start of values) component.add(places.map((place) => start[place] as Value));
    }
  const occurringOf = (field: Field): readonly Value[] => holding.get(field)?.occurring.get(field)?.values ?? [];
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const component of growing) if (component.grow(occurringOf)) isGrowing = true;
  }
  return growing.map((component) => ({
    fields: component.group.fields,
    values: component.values,
    idOf: (values) => component.idOf(values),
    occurring: new Map([...component.occurring].map(([field, { values }]) => [field, values])),
  }));
}

/**
 * The groups after one has grown too far: in it and in all like it the field that took the most values stands alone.
 */
function split(groups: readonly Group[], { group, occurring }: Growing): readonly Group[] {
  const countOf = (field: Field): number => occurring.get(field)?.values.length ?? 0;
  const largest = group.fields.reduce((most, field) => (countOf(field) > countOf(most) ? field : most));
  const place = group.fields.indexOf(largest);
  return groups.flatMap(({ kind, fields }) => {
    const isAlike =
      kind === group.kind && fields.length === group.fields.length && fields[place]?.name === largest.name;
    if (!isAlike) return [{ kind, fields }];
    return [fields.toSpliced(place, 1), fields.slice(place, place + 1)].map((some) => ({ kind, fields: some }));
  });
}

/**
 * The components of a model. Fields that belong together are numbered together unless that makes too many local ids:
 * then the field with the most values is taken out. @throws {TooLarge} where a single field has too many values
 */
export function componentsOf(fields: Fields, occasions: readonly OccasionPlan[], sizes: Sizes): readonly Component[] {
  const plans = updatingPlans(occasions);
  let groups = groupsOf(fields);
  for (;;) {
    try {
      return closed(groups, fields, plans, sizes);
    } catch (error) {
      if (!(error instanceof Overgrown)) throw error;
      const [first, ...others] = error.component.group.fields;
      if (others.length === 0) throw new TooLarge(`the values of ${first?.name}`);
      groups = split(groups, error.component);
    }
  }
}
