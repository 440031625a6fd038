/** From plans over fields to parts over local ids. */
import { choices as everyChoice } from '../system/choices.ts';
import type { Value } from '../table/types.ts';
import { changeOf } from './change.ts';
import type { Blocking, Effect, Guard, Lookup, Occasion, Part } from './compiled.ts';
import { type Component, forEachChoice } from './components.ts';
import type { Conditions, Place } from './conditions.ts';
import type { Blame, Check, OccasionPlan, PartPlan } from './plan.ts';

/** Every blame that a blocking can give, once. */
export class Blames {
  readonly all: Blame[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(blame: Blame): number {
    const { reason, at, instance, variable, value } = blame;
    const key = JSON.stringify([reason, at?.row, at?.instance, instance, variable, value]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.all.length);
    return this.all.push(blame) - 1;
  }
}

/** The blockings of some checks; those that never fail where the guards hold are none. */
function blockingsOf(
  { conditions, blames }: Lowering,
  checks: readonly Check[],
  guards: readonly Guard[],
): readonly Blocking[] {
  const [somewhere] = conditions.places.keys();
  return checks.flatMap(({ field = somewhere, blame }) => {
    if (field === undefined) return [];
    const { component, index } = conditions.places.get(field) as Place;
    const allowed = guards.flatMap(({ local }) => local.filter((lookup) => lookup.component === component));
    const table = Int32Array.from((conditions.components[component] as Component).values, (values, id) => {
      const failed = allowed.every((lookup) => lookup.table[id] === 1) ? blame(values[index] as Value) : undefined;
      return failed === undefined ? -1 : blames.numberOf(failed);
    });
    return table.every((number) => number === -1) ? [] : [{ component, table: conditions.intern(table) }];
  });
}

/** What a part does to a component. */
function effectOn(conditions: Conditions, index: number, occasion: OccasionPlan, part: PartPlan): readonly Effect[] {
  const component = conditions.components[index] as Component;
  const { fields, values: locals, idOf } = component;
  const change = changeOf(fields, occasion, part);
  if (change === undefined) return [];
  const { reads: fieldsRead, allows, after } = change;
  const valuesRead = fieldsRead.map((field) => {
    const place = conditions.places.get(field) as Place;
    return (conditions.components[place.component] as Component).occurring.get(field) as readonly Value[];
  });
  const combinations = valuesRead.reduce((product, { length }) => product * length, 1);
  const next = new Int32Array(locals.length * combinations).fill(-1);
  for (const [id, own] of locals.entries())
    if (allows(own))
      forEachChoice(valuesRead, (read, choice) => {
        const values = after(own, read);
        if (values !== undefined) next[choice * locals.length + id] = idOf(values) as number;
      });
  let stride = locals.length;
  const reads = fieldsRead.map((field, place): Lookup => {
    const numbers = new Map((valuesRead[place] as readonly Value[]).map((value, number) => [value, number * stride]));
    stride *= numbers.size;
    return conditions.tabulate(field, (value) => numbers.get(value) as number);
  });
  const isIdle = reads.length === 0 && next.every((to, id) => to === -1 || to === id);
  return isIdle ? [] : [{ component: index, reads, next: conditions.intern(next) }];
}

/** What is made while a plan is lowered. */
export type Lowering = { readonly conditions: Conditions; readonly blames: Blames };

/** A part in terms of local ids, taken where another guard holds as well; nothing where it can never be taken. */
function lowerPart(
  lowering: Lowering,
  occasion: OccasionPlan,
  part: PartPlan,
  common: readonly Guard[],
): readonly Part[] {
  const { conditions } = lowering;
  const guard = conditions.guard(part.when);
  if (guard === undefined) return [];
  const guards = [...common, guard];
  const touched = new Set(part.updates.map(({ field }) => (conditions.places.get(field) as Place).component));
  return [
    {
      ...(part.row && { row: part.row }),
      guard,
      blockings: blockingsOf(lowering, part.checks, guards),
      late: blockingsOf(lowering, part.late, guards),
      effects: [...touched].flatMap((component) => effectOn(conditions, component, occasion, part)),
    },
  ];
}

/** An occasion with one part of each choice taken, as one without choices. */
export function taking({ event, binding, rows, common }: Occasion, chosen: readonly Part[]): Occasion {
  return {
    event,
    ...(binding && { binding }),
    rows: [...rows, ...chosen.flatMap(({ row }) => row ?? [])],
    common: {
      guard: {
        local: [common, ...chosen].flatMap(({ guard }) => guard.local),
        general: [...new Set([common, ...chosen].flatMap(({ guard }) => guard.general))],
      },
      blockings: [
        ...chosen.flatMap(({ blockings }) => blockings),
        ...common.blockings,
        ...chosen.flatMap(({ late }) => late),
        ...common.late,
      ],
      late: [],
      effects: [common, ...chosen].flatMap(({ effects }) => effects),
    },
    choices: [],
  };
}

/**
 * An occasion in terms of local ids: where there are at most so many combinations of parts, each of them as one of
 * its own.
 */
export function lowerOccasion(lowering: Lowering, plan: OccasionPlan, most: number): readonly Occasion[] {
  const [common] = lowerPart(lowering, plan, plan.common, []);
  if (common === undefined) return [];
  const choices = plan.choices.map((parts) => parts.flatMap((part) => lowerPart(lowering, plan, part, [common.guard])));
  const count = choices.reduce((product, { length }) => product * length, 1);
  const { event, binding } = plan;
  const occasion = { event, ...(binding && { binding }), rows: [], common, choices };
  return count > most ? [occasion] : everyChoice(choices).map((chosen) => taking(occasion, chosen));
}
