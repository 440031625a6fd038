/**
 * The arrangement that stands for a configuration and all its images under exchanging instances: the least one, exactly.
 *
 * Every order of the instances that something refers to is tried; for each of them the others, which nothing refers to, are sorted by what they and what was made
 * for them hold. The least list of numbers that comes up is the same for all images of a configuration, and for nothing else.
 */
import type { Compiled } from '../../compile/index.ts';
import { type Exchanged, orderOf } from './exchanged.ts';
import { permutations } from './permutations.ts';
import { Places, Unarranged } from './places.ts';
import { type Renaming, renamingOf } from './renaming.ts';

/** What is read of a configuration: for each number of the list the components that it is made of, each with a summand for each local id. */
type Terms = readonly { readonly component: number; readonly summands: Float64Array }[];

/** One order of the instances that are tried, and the list of numbers that a configuration is under it. */
type Way = { readonly renaming: Renaming; readonly list: readonly Terms[] };

/** How one number of the list is written back: the local ids of components, the last one first. */
type Back = readonly { readonly component: number; readonly size: number; readonly ids: Int32Array }[];

/** A part of the list that is sorted: the members of one set. */
type Sorted = { readonly members: readonly string[]; readonly from: number; readonly to: number };

export class Arrangement {
  /** How many ways there are to exchange the instances. */
  readonly order: number;
  readonly #compiled: Compiled;
  readonly #ways: readonly Way[];
  readonly #back: readonly Back[];
  readonly #sorted: readonly Sorted[];
  /** The list that is looked at, the least one, and for each place of these where the number stood before it was sorted. */
  #list: Float64Array;
  #least: Float64Array;
  #places: Int32Array;
  #leastPlaces: Int32Array;
  #leastWay = 0;

  /** @throws {Unarranged} where local ids do not say what a renaming makes of them */
  constructor(compiled: Compiled, exchanged: readonly Exchanged[]) {
    this.#compiled = compiled;
    this.order = orderOf(exchanged);
    const lists = listsOf(compiled, exchanged);
    this.#sorted = lists.sorted;
    this.#ways = lists.ways;
    this.#back = lists.back;
    const { length } = lists.back;
    this.#list = new Float64Array(length);
    this.#least = new Float64Array(length);
    this.#places = new Int32Array(length);
    this.#leastPlaces = new Int32Array(length);
  }

  /** Puts the arrangement that stands for a configuration in its place, and gives how many configurations it stands for. */
  arrange(locals: Int32Array): number {
    let ties = 0;
    for (let index = 0; index < this.#ways.length; index++) {
      this.#read(this.#ways[index] as Way, locals);
      const order = index === 0 ? -1 : this.#compare();
      if (order > 0) continue;
      ties = order === 0 ? ties + 1 : 1;
      if (order === 0) continue;
      this.#leastWay = index;
      [this.#list, this.#least] = [this.#least, this.#list];
      [this.#places, this.#leastPlaces] = [this.#leastPlaces, this.#places];
    }
    this.#write(locals);
    return this.order / (ties * this.#repeated());
  }

  /** A number for the renaming that led to the last arrangement: another one for each. */
  get code(): number {
    let code = this.#leastWay;
    for (const { from, to } of this.#sorted)
      for (let at = from; at < to; at++) code = code * (to - from) + (this.#leastPlaces[at] as number) - from;
    return code;
  }

  /** The renaming that led to the last arrangement. */
  get renaming(): Renaming {
    const { renaming } = this.#ways[this.#leastWay] as Way;
    const sorted = this.#sorted.flatMap(({ members, from }) =>
      members.map((member, index): [string, string] => [
        members[(this.#leastPlaces[from + index] as number) - from] as string,
        member,
      ]),
    );
    return renamingOf(this.#compiled.fields.instances, new Map([...renaming, ...sorted]));
  }

  /** The list of numbers of a configuration under one way, its parts sorted. */
  #read({ list }: Way, locals: Int32Array): void {
    for (let at = 0; at < list.length; at++) {
      const terms = list[at] as Terms;
      let number = 0;
      for (let term = 0; term < terms.length; term++) {
        const { component, summands } = terms[term] as Terms[number];
        number += summands[locals[component] as number] as number;
      }
      this.#list[at] = number;
      this.#places[at] = at;
    }
    for (const { from, to } of this.#sorted) this.#sort(from, to);
  }

  /** Sorts a part of the list: these are few numbers. */
  #sort(from: number, to: number): void {
    const list = this.#list;
    const places = this.#places;
    for (let next = from + 1; next < to; next++) {
      const number = list[next] as number;
      const place = places[next] as number;
      let at = next;
      for (; at > from && (list[at - 1] as number) > number; at--) {
        list[at] = list[at - 1] as number;
        places[at] = places[at - 1] as number;
      }
      list[at] = number;
      places[at] = place;
    }
  }

  /** Less than 0 where the list is less than the least one so far, 0 where they are equal. */
  #compare(): number {
    for (let at = 0; at < this.#list.length; at++) {
      const difference = (this.#list[at] as number) - (this.#least[at] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** In how many ways equal instances can be exchanged without a difference. */
  #repeated(): number {
    let product = 1;
    for (const { from, to } of this.#sorted)
      for (let at = from + 1, equal = 1; at < to; at++) {
        equal = this.#least[at] === this.#least[at - 1] ? equal + 1 : 1;
        product *= equal;
      }
    return product;
  }

  /** Writes the least list back as local ids. */
  #write(locals: Int32Array): void {
    for (let at = 0; at < this.#back.length; at++) {
      let number = this.#least[at] as number;
      for (const { component, size, ids } of this.#back[at] as Back) {
        const rest = Math.floor(number / size);
        locals[component] = ids[number - rest * size] as number;
        number = rest;
      }
    }
  }
}

/** How configurations become lists of numbers, one way for each order that is tried, and what the numbers say. */
function listsOf(
  compiled: Compiled,
  exchanged: readonly Exchanged[],
): { readonly ways: readonly Way[]; readonly back: readonly Back[]; readonly sorted: readonly Sorted[] } {
  const { instances } = compiled.fields;
  const places = new Places(compiled);
  const sortedSets = exchanged.filter(({ isTried }) => !isTried);
  const memberOf = new Map<number, string>();
  for (const [component] of compiled.components.entries()) {
    const member = sortedMember(instances, sortedSets, places.instanceOf(component));
    if (member !== undefined) memberOf.set(component, member);
  }
  /** For each number of the list the components that it says something of; of a member those of the first one, and the renaming that leads to it. */
  const single = [...compiled.components.keys()]
    .filter((component) => !memberOf.has(component))
    .map((component) => ({ components: [component], from: [component], swap: renamingOf(instances, new Map()) }));
  const sorted: Sorted[] = [];
  const numbers = [...single];
  for (const { members } of sortedSets) {
    const [first] = members as readonly [string, ...string[]];
    const components = [...memberOf].filter(([, member]) => member === first).map(([component]) => component);
    sorted.push({ members, from: numbers.length, to: numbers.length + members.length });
    for (const member of members) {
      const swap = renamingOf(
        instances,
        new Map([
          [first, member],
          [member, first],
        ]),
      );
      numbers.push({ components, from: components.map((each) => places.imageOf(each, swap)), swap });
    }
  }
  const sizeOf = (component: number): number => compiled.components[component]?.values.length ?? 1;
  for (const { components } of numbers)
    if (components.reduce((product, each) => product * sizeOf(each), 1) > Number.MAX_SAFE_INTEGER)
      throw new Unarranged('what instances hold is too much to be put in order');
  const back = numbers.map(
    ({ components, from, swap }): Back =>
      components
        .map((component, index) => ({
          component: from[index] as number,
          size: sizeOf(component),
          ids: places.tableOf(component, swap),
        }))
        .toReversed(),
  );
  const ways = triedWays(exchanged).map((tried): Way => {
    const renaming = renamingOf(instances, tried);
    const before = renamingOf(instances, new Map([...tried].map(([name, to]) => [to, name])));
    const list = numbers.map(({ components, from, swap }): Terms => {
      let weight = components.reduce((product, each) => product * sizeOf(each), 1);
      return components.map((component, index) => {
        weight /= sizeOf(component);
        const source = places.imageOf(from[index] as number, before);
        const renamed = places.tableOf(source, renaming);
        const swapped = places.tableOf(from[index] as number, swap);
        return { component: source, summands: Float64Array.from(renamed, (id) => (swapped[id] as number) * weight) };
      });
    });
    return { renaming: tried, list };
  });
  return { ways, back, sorted };
}

/** The member of a sorted set that an instance is, or was made for. */
function sortedMember(
  instances: Compiled['fields']['instances'],
  sets: readonly Exchanged[],
  instance: string | undefined,
): string | undefined {
  if (instance === undefined) return undefined;
  const per = instances.get(instance)?.per;
  if (per === undefined) return sets.some(({ members }) => members.includes(instance)) ? instance : undefined;
  return per.map((each) => sortedMember(instances, sets, each)).find((member) => member !== undefined);
}

/** Every order of the instances that are tried, as what each is renamed to. */
function triedWays(exchanged: readonly Exchanged[]): readonly Renaming[] {
  return exchanged
    .filter(({ isTried }) => isTried)
    .reduce<readonly Renaming[]>(
      (ways, { members }) =>
        ways.flatMap((way) =>
          permutations(members).map(
            (order) =>
              new Map([...way, ...members.map((member, index): [string, string] => [member, order[index] as string])]),
          ),
        ),
      [new Map()],
    );
}
