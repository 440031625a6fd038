/**
 * What parts of a step do to some fields that are looked at together, given only what is in them and what is read
 * from elsewhere.
 */
import type { Value } from '../table/types.ts';
import type { Field } from './fields.ts';
import { conjuncts, holdsAt, speaksOnlyOf } from './formula.ts';
import type { Check, OccasionPlan, PartPlan, Update } from './plan.ts';

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

/** What one part demands of some fields and does to them. */
type PartOf = {
  readonly part: PartPlan;
  readonly updates: readonly Update[];
  /** Whether the part says nothing of the fields. */
  readonly isElsewhere: boolean;
  readonly allows: (own: readonly Value[]) => boolean;
};

function partOf(own: ReadonlyMap<Field, number>, part: PartPlan): PartOf {
  const fields = new Set(own.keys());
  const tests = part.when.flatMap(conjuncts).filter((test) => speaksOnlyOf(test, fields));
  const checks = [...part.checks, ...part.late];
  const isHopeless = checks.some(({ field, blame }) => field === undefined && blame(null) !== undefined);
  const updates = part.updates.filter(({ field }) => own.has(field));
  const passes = passing(checks, own);
  return {
    part,
    updates,
    isElsewhere: updates.length + tests.length === 0 && !isHopeless,
    allows: (values) =>
      !isHopeless &&
      tests.every((test) => holdsAt(test, (field) => values[own.get(field) as number] as Value)) &&
      passes(values),
  };
}

/** The change that some parts of an occasion, taken together, make to some fields; nothing where they make none. */
export function changeOf(fields: readonly Field[], parts: readonly PartPlan[]): Change | undefined {
  const own = placesOf(fields);
  const looked = parts.map((part) => partOf(own, part));
  const updates = looked.flatMap((each) => each.updates);
  if (updates.length === 0) return undefined;
  const reads = [...new Set(updates.flatMap((update) => update.reads.filter((field) => !own.has(field))))];
  const read = placesOf(reads);
  const passesRead = passing(
    parts.flatMap((each) => [...each.checks, ...each.late]),
    read,
  );
  return {
    reads,
    allows: (values) => looked.every(({ allows }) => allows(values)),
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

const NO_FIELDS: ReadonlySet<Field> = new Set();

/** All that an occasion can do to some fields: one change for each combination of its parts. */
export class Changes {
  /** Fields elsewhere whose values are read by some of them. */
  readonly reads: readonly Field[];
  readonly #fields: readonly Field[];
  readonly #common: PartOf;
  /** The choices that say something of the fields. */
  readonly #choices: readonly (readonly PartOf[])[];
  /** Changes by the parts that make them, which are few of all combinations. */
  readonly #made = new Map<string, Change | undefined>();

  constructor(fields: readonly Field[], { common, choices }: OccasionPlan) {
    const own = placesOf(fields);
    this.#fields = fields;
    this.#common = partOf(own, common);
    this.#choices = choices
      .map((parts) => parts.map((part) => partOf(own, part)))
      .filter((parts) => parts.some(({ isElsewhere }) => !isElsewhere));
    const updates = [this.#common, ...this.#choices.flat()].flatMap((part) => part.updates);
    this.reads = [...new Set(updates.flatMap(({ reads }) => reads.filter((field) => !own.has(field))))];
  }

  /** Those that can happen, as far as the values of the fields tell; not the one that leaves them as they are. */
  from(own: readonly Value[]): readonly Change[] {
    if (!this.#common.allows(own)) return [];
    const allowed: (readonly number[])[] = [];
    for (const parts of this.#choices) {
      const places: number[] = [];
      // Of the parts that leave the fields as they are one stands for all.
      let isIdle = false;
      for (const [place, { updates, allows }] of parts.entries()) {
        if ((isIdle && updates.length === 0) || !allows(own)) continue;
        isIdle ||= updates.length === 0;
        places.push(place);
      }
      if (places.length === 0) return [];
      allowed.push(places);
    }
    const found: Change[] = [];
    this.#combine(allowed, [], NO_FIELDS, found);
    return found;
  }

  /** Adds the changes of all combinations that go on from some parts; nobody takes part twice, so no field is updated twice. */
  #combine(
    allowed: readonly (readonly number[])[],
    chosen: readonly number[],
    updated: ReadonlySet<Field>,
    found: Change[],
  ): void {
    const places = allowed[chosen.length];
    if (places === undefined) {
      const change = this.#madeOf(chosen);
      if (change !== undefined) found.push(change);
      return;
    }
    const parts = this.#choices[chosen.length] as readonly PartOf[];
    for (const place of places) {
      const { updates } = parts[place] as PartOf;
      if (updates.some(({ field }) => updated.has(field))) continue;
      const isLast = chosen.length === allowed.length - 1 || updates.length === 0;
      const fields = isLast ? updated : new Set([...updated, ...updates.map(({ field }) => field)]);
      this.#combine(allowed, [...chosen, place], fields, found);
    }
  }

  /** What the parts that update something make together. */
  #madeOf(chosen: readonly number[]): Change | undefined {
    const key = chosen.join();
    if (!this.#made.has(key)) {
      const parts = chosen.map((place, choice) => this.#choices[choice]?.[place] as PartOf);
      const updating = parts.filter(({ updates }) => updates.length > 0).map(({ part }) => part);
      this.#made.set(key, changeOf(this.#fields, [this.#common.part, ...updating]));
    }
    return this.#made.get(key);
  }
}
