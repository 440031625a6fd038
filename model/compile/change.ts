/**
 * What a part of a step does to some fields that are looked at together, given only what is in them and what is read
 * from elsewhere.
 */
import type { Value } from '../table/types.ts';
import type { Field } from './fields.ts';
import { conjuncts, holdsAt, speaksOnlyOf } from './formula.ts';
import type { Check, OccasionPlan, PartPlan } from './plan.ts';

/** A change of some fields. Conditions on other fields are not regarded, so it may allow more than can happen. */
export type Change = {
  /** Fields elsewhere whose values it reads. */
  readonly reads: readonly Field[];
  /** Whether it can happen, as far as the fields' own values tell. */
  readonly allows: (own: readonly Value[]) => boolean;
  /** The values afterwards; nothing where a value that is read keeps it from happening. */
  readonly after: (own: readonly Value[], read: readonly Value[]) => readonly Value[] | undefined;
};

/** Where each of some fields stands in a list of their values. */
const placesOf = (fields: readonly Field[]): ReadonlyMap<Field, number> =>
  new Map(fields.map((field, index) => [field, index]));

/** Whether the values of some fields pass the checks of those fields. */
function passing(checks: readonly Check[], places: ReadonlyMap<Field, number>): (values: readonly Value[]) => boolean {
  const placed = checks.flatMap(({ field, blame }) => {
    const place = field === undefined ? undefined : places.get(field);
    return place === undefined ? [] : [{ place, blame }];
  });
  return (values) => placed.every(({ place, blame }) => blame(values[place] as Value) === undefined);
}

/** The change that a part of an occasion makes to some fields; nothing where it makes none. */
export function changeOf(
  fields: readonly Field[],
  { common }: Pick<OccasionPlan, 'common'>,
  part: PartPlan,
): Change | undefined {
  const own = placesOf(fields);
  const updates = part.updates.filter(({ field }) => own.has(field));
  if (updates.length === 0) return undefined;
  const parts = part === common ? [common] : [common, part];
  const tests = parts
    .flatMap(({ when }) => when.flatMap(conjuncts))
    .filter((test) => speaksOnlyOf(test, new Set(fields)));
  const checks = parts.flatMap((each) => [...each.checks, ...each.late]);
  const isHopeless = checks.some(({ field, blame }) => field === undefined && blame(null) !== undefined);
  const reads = [...new Set(updates.flatMap((update) => update.reads.filter((field) => !own.has(field))))];
  const read = placesOf(reads);
  const passesOwn = passing(checks, own);
  const passesRead = passing(checks, read);
  return {
    reads,
    allows: (values) =>
      !isHopeless &&
      tests.every((test) => holdsAt(test, (field) => values[own.get(field) as number] as Value)) &&
      passesOwn(values),
    after(values, readValues) {
      if (!passesRead(readValues)) return undefined;
      const valueBefore = (field: Field): Value => {
        const place = own.get(field);
        return (place === undefined ? readValues[read.get(field) as number] : values[place]) as Value;
      };
      const result = [...values];
      for (const update of updates)
        result[own.get(update.field) as number] = update.value(update.reads.map(valueBefore));
      return result;
    },
  };
}
