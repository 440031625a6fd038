/** What one owner has in a component, which may hold others as well. */
import type { Compiled } from '../compile/compiled.ts';
import { fieldsOf, type Owner } from '../compile/index.ts';
import { interning } from './interning.ts';

/** A number for each local id, equal where the owner has the same; and for each number the first of these local ids. */
export type Owned = { readonly numbers: Int32Array; readonly ids: readonly number[] };

/** What an owner has in the local ids of a component; nothing where it has no field there. */
export function owned({ components }: Compiled, owner: Owner, component: number): Owned | undefined {
  const { fields, values } = components[component] as Compiled['components'][number];
  const of = new Set(fieldsOf(owner));
  const places = [...fields.keys()].filter((place) => of.has(fields[place] as (typeof fields)[number]));
  if (places.length === 0) return undefined;
  const { all: ids, indexOf } = interning<number>((id) => JSON.stringify(places.map((place) => values[id]?.[place])));
  return { numbers: Int32Array.from(values.keys(), indexOf), ids };
}
