/**
 * Components under renaming: which one stands for which when instances are exchanged, and what its local ids become.
 */
import { type Compiled, fieldsOf, messageNumber, messageOf } from '../../compile/index.ts';
import type { Value } from '../../table/types.ts';
import type { Renaming } from './renaming.ts';

/** Local ids cannot be told under a renaming, so nothing is exchanged. */
export class Unarranged extends Error {
  override readonly name = 'Unarranged';
}

/** What a component is of: an instance, a channel, or (neither) the shared memory; and which fields of that. */
type Place = { readonly instance?: string; readonly channel?: string; readonly fields: string };

export class Places {
  readonly #compiled: Compiled;
  readonly #places: readonly Place[];
  readonly #components: ReadonlyMap<string, number>;

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
    const { owners, channels } = compiled.fields;
    this.#places = compiled.components.map(({ fields }): Place => {
      for (const [instance, owner] of owners) {
        const all = fieldsOf(owner);
        if (fields.every((field) => all.includes(field)))
          return {
            ...(instance !== undefined && { instance }),
            fields: String(fields.map((each) => all.indexOf(each))),
          };
      }
      const held = [...channels.values()].find(({ places }) => fields.every((field) => places.includes(field)));
      if (held === undefined) throw new Unarranged('instances are numbered together');
      const { name, places } = held;
      return { channel: name, fields: String(fields.map((each) => places.indexOf(each))) };
    });
    this.#components = new Map(this.#places.map((place, component) => [keyOf(place), component]));
  }

  /** The instance that a component is of. */
  instanceOf(component: number): string | undefined {
    return this.#places[component]?.instance;
  }

  /** The component that takes the place of another one when instances are renamed. */
  imageOf(component: number, renaming: Renaming): number {
    const { instance, ...place } = this.#places[component] as Place;
    if (instance === undefined) return component;
    return this.#components.get(keyOf({ ...place, instance: renaming.get(instance) as string })) as number;
  }

  /** For each local id of a component what it becomes in the image. @throws {Unarranged} */
  tableOf(component: number, renaming: Renaming): Int32Array {
    const { values } = this.#compiled.components[component] as Compiled['components'][number];
    const image = this.#compiled.components[this.imageOf(component, renaming)] as Compiled['components'][number];
    const rename = this.#renamer(component, renaming);
    return Int32Array.from(values, (each) => {
      const id = image.idOf(rename(each));
      if (id === undefined) throw new Unarranged('what instances hold is not numbered alike');
      return id;
    });
  }

  /** Renames what a component holds. Messages of an unordered channel keep standing by number, nothing last. */
  #renamer(component: number, renaming: Renaming): (values: readonly Value[]) => readonly Value[] {
    const { fields } = this.#compiled.components[component] as Compiled['components'][number];
    const name = (value: Value): Value => (typeof value === 'string' ? (renaming.get(value) ?? value) : value);
    const { channel: held } = this.#places[component] as Place;
    const channel = this.#compiled.fields.channels.get(held ?? '');
    if (channel === undefined)
      return (values) => values.map((value, place) => (fields[place]?.refers ? name(value) : value));
    const refers = channel.fields.filter((each) => each.refers).map((each) => each.name);
    if (refers.length === 0) return (values) => values;
    const isOrdered = channel.channel.ordered !== false;
    if (!isOrdered && fields.length < channel.places.length)
      throw new Unarranged(`the messages of ${channel.name} are too many to be numbered together`);
    const numberOf = (number: Value): number => {
      if (number === 0) return 0;
      const message = messageOf(channel, number as number);
      return messageNumber(
        channel,
        channel.fields.map((each) =>
          refers.includes(each.name) ? name(message[each.name] as Value) : (message[each.name] as Value),
        ),
      );
    };
    return (values) => {
      const numbers = values.map(numberOf);
      return isOrdered ? numbers : numbers.sort((one, other) => (one || Infinity) - (other || Infinity) || 0);
    };
  }
}

const keyOf = ({ instance, channel, fields }: Place): string =>
  JSON.stringify([instance ?? null, channel ?? null, fields]);
