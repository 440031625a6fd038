/** What a model can start in, in values of fields. */
import { choices } from '../system/choices.ts';
import type { Value } from '../table/types.ts';
import { type Field, type Fields, fieldsOf } from './fields.ts';

/** Fields, and the values that they can have together at the start, without repetition. */
export type FieldStart = { readonly fields: readonly Field[]; readonly values: readonly (readonly Value[])[] };

/** What each owner can start in, and the empty channels, which come first. */
const startsOf = ({ owners, channels }: Fields): readonly FieldStart[] => [
  ...[...channels.values()].map(({ places }) => ({ fields: places, values: [places.map(() => 0)] })),
  ...[...owners.values()].map((owner) => ({ fields: fieldsOf(owner), values: owner.starts })),
];

/**
 * The starts of a model, each of some groups of fields: the initial configurations are the choices of one start each,
 * the last running fastest. Owners whose fields stand in one group start together.
 */
export function startsIn(fields: Fields, groups: readonly { readonly fields: readonly Field[] }[]): FieldStart[] {
  const groupOf = new Map(groups.flatMap((group) => group.fields.map((field) => [field, group] as const)));
  const found: FieldStart[] = [];
  for (const start of startsOf(fields)) {
    const own = new Set(start.fields.map((field) => groupOf.get(field)));
    const place = found.findIndex((known) => known.fields.some((field) => own.has(groupOf.get(field))));
    const known = found[place];
    if (known === undefined) found.push(start);
    else
      found[place] = {
        fields: [...known.fields, ...start.fields],
        values: choices([known.values, start.values]).map((both) => both.flat()),
      };
  }
  return found;
}
