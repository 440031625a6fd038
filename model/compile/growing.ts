/**
 * What groups of fields can hold, by closure: from what they start in, under every change that can happen as far as
 * a group's own values tell. So every reachable configuration is made of local ids, and many that are not reachable
 * are too.
 */
import type { Value } from '../table/types.ts';
import { type Change, Changes } from './change.ts';
import type { Field } from './fields.ts';
import type { OccasionPlan } from './plan.ts';
import type { Bound } from './sizes.ts';
import type { FieldStart } from './starts.ts';

/** A group of fields with a dense number, its local id, for everything that they can hold together. */
export type Component = {
  readonly fields: readonly Field[];
  /** Whether it holds several instances. */
  readonly isJoined: boolean;
  /** The values of the fields, by local id. */
  readonly values: readonly (readonly Value[])[];
  /** The local id of values that occur. */
  readonly idOf: (values: readonly Value[]) => number | undefined;
  /** The values of each field that occur, in order of their first occurrence. */
  readonly occurring: ReadonlyMap<Field, readonly Value[]>;
};

/** Fields that are numbered together, whether they are those of several instances, and how far they may grow. */
export type Group = { readonly fields: readonly Field[]; readonly isJoined: boolean; readonly bound: Bound };

/** A component has grown too far. */
export class Overgrown<G extends Group = Group> extends Error {
  readonly group: G;
  readonly occurring: ReadonlyMap<Field, { readonly values: readonly Value[] }>;
  constructor({ group, occurring }: Growing<G>) {
    super('a component has grown too far');
    this.group = group;
    this.occurring = occurring;
  }
}

/** The occasions that update each field. */
export type UpdatingPlans = ReadonlyMap<Field, ReadonlySet<OccasionPlan>>;

export function updatingPlans(occasions: readonly OccasionPlan[]): UpdatingPlans {
  const plans = new Map<Field, Set<OccasionPlan>>();
  for (const occasion of occasions)
    for (const { updates } of [occasion.common, ...occasion.choices.flat()])
      for (const { field } of updates) plans.set(field, (plans.get(field) ?? new Set()).add(occasion));
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

/**
 * The changes of one occasion: to how many local ids they were applied, how many values could be read then, and the
 * most combinations of these for one change.
 */
type Applied = { readonly changes: Changes; done: number; seen: number; widest: number };

/** A component while its local ids are found. */
class Growing<G extends Group> {
  readonly group: G;
  readonly values: (readonly Value[])[] = [];
  readonly occurring: ReadonlyMap<Field, Occurring>;
  readonly #applied: readonly Applied[];
  readonly #ids = new Map<number | string, number>();
  #work = 0;

  constructor(group: G, plans: UpdatingPlans) {
    const { fields } = group;
    this.group = group;
    this.occurring = new Map(fields.map((field) => [field, new Occurring()]));
    const updating = new Set(fields.flatMap((field) => [...(plans.get(field) ?? [])]));
    this.#applied = [...updating].map((occasion) => ({
      changes: new Changes(fields, occasion),
      done: 0,
      seen: 0,
      widest: 1,
    }));
  }

  idOf(values: readonly Value[]): number | undefined {
    return this.#ids.get(this.#key(values, (occurring, value) => occurring.numberOf(value) ?? -1));
  }

  add(values: readonly Value[]): void {
    const key = this.#key(values, (occurring, value) => occurring.add(value));
    if (this.#ids.has(key)) return;
    if (this.values.length >= this.group.bound.ids) throw new Overgrown(this);
    this.#ids.set(key, this.values.push(values) - 1);
  }

  /**
   * Applies every change to everything it has not been applied to, until nothing new comes up. Whether something did.
   */
  grow(occurringOf: (field: Field) => readonly Value[]): boolean {
    const before = this.values.length;
    for (let isGrowing = true; isGrowing; ) {
      const known = this.values.length;
      for (const each of this.#applied) this.#apply(each, occurringOf);
      isGrowing = this.values.length > known;
    }
    return this.values.length > before;
  }

  #apply(each: Applied, occurringOf: (field: Field) => readonly Value[]): void {
    const { changes } = each;
    const seen = changes.reads.reduce((sum, field) => sum + occurringOf(field).length, 0);
    let id = seen === each.seen ? each.done : 0;
    for (; id < this.values.length; id++) {
      const own = this.values[id] as readonly Value[];
      for (const change of changes.from(own)) this.#change(each, change, own, occurringOf);
    }
    each.seen = seen;
    each.done = id;
    this.#insistOnRoom(each);
  }

  #change(each: Applied, change: Change, own: readonly Value[], occurringOf: (field: Field) => readonly Value[]): void {
    const lists = change.reads.map(occurringOf);
    const combinations = lists.reduce((product, { length }) => product * length, 1);
    this.#work += combinations;
    each.widest = Math.max(each.widest, combinations);
    this.#insistOnRoom(each);
    forEachChoice(lists, (read) => {
      const after = change.after(own, read);
      if (after !== undefined) this.add(after);
    });
  }

  /** @throws {Overgrown} where tables of the changes would be too large, or too much has been tried */
  #insistOnRoom({ widest }: Applied): void {
    const { entries, work } = this.group.bound;
    if (widest * this.values.length > entries || this.#work > work) throw new Overgrown(this);
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

/** Finds all local ids of groups, in which every field stands once, from their starts. @throws {Overgrown} */
export function closed<G extends Group>(
  groups: readonly G[],
  starts: readonly FieldStart[],
  plans: UpdatingPlans,
): readonly Component[] {
  const growing = groups.map((group) => new Growing(group, plans));
  const holding = new Map(
    growing.flatMap((component) => component.group.fields.map((field) => [field, component] as const)),
  );
  for (const { fields: together, values } of starts)
    for (const component of new Set(together.map((field) => holding.get(field) as Growing<G>))) {
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
    isJoined: component.group.isJoined,
    values: component.values,
    idOf: (values) => component.idOf(values),
    occurring: new Map([...component.occurring].map(([field, { values }]) => [field, values])),
  }));
}
