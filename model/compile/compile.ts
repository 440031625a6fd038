/** From a table or a system to tables of numbers. */
import { isSystem, type Model } from '../system/types.ts';
import type { Value } from '../table/types.ts';
import type { Compiled, Start } from './compiled.ts';
import { componentsOf } from './components.ts';
import { Conditions } from './conditions.ts';
import { type Fields, fieldsOfSystem, fieldsOfTable, type Owner } from './fields.ts';
import type { Component } from './growing.ts';
import { Blames, Inseparable, lowerOccasion } from './lower.ts';
import { occasionsOfSystem } from './occasions.ts';
import type { OccasionPlan } from './plan.ts';
import { occasionsOfTable } from './rows.ts';
import { SIZES, type Sizes } from './sizes.ts';
import { startsIn } from './starts.ts';
import { TooLarge } from './too-large.ts';

/** What a model can start in, in local ids. */
const startsOf = (fields: Fields, components: readonly Component[]): readonly Start[] =>
  startsIn(fields, components).flatMap(({ fields: together, values }) => {
    const of = [...components.entries()].filter(([, component]) =>
      component.fields.some((field) => together.includes(field)),
    );
    if (of.length === 0 && values.length === 1) return [];
    const places = of.map(([, component]) => component.fields.map((field) => together.indexOf(field)));
    const idIn = (each: readonly Value[], index: number): number =>
      of[index]?.[1].idOf((places[index] ?? []).map((place) => each[place] as Value)) as number;
    return [
      {
        components: of.map(([index]) => index),
        choices: values.map((each) => of.map((_, index) => idIn(each, index))),
      },
    ];
  });

const mostStates = ({ owners }: Fields): number =>
  [...owners.values()].reduce((most, { table }) => Math.max(most, Object.keys(table?.states ?? {}).length), 0);

/**
 * Compiles a table or a system. Nothing is returned where it has thousands of states with as many rows, so that tables of both would take
 * longer than they save, where a single variable takes more than a million values, or
 * where that cannot be excluded without looking at others: such a model can only be explored as it is written.
 */
export function compile(model: Model, sizes: Sizes = SIZES): Compiled | undefined {
  const fields = isSystem(model) ? fieldsOfSystem(model) : fieldsOfTable(model);
  const plans = isSystem(model) ? occasionsOfSystem(fields) : occasionsOfTable(fields.owners.get(undefined) as Owner);
  try {
    if (plans.length * mostStates(fields) > sizes.entries) throw new TooLarge('the states of so many rows');
    return compiled(model, fields, plans, sizes);
  } catch (error) {
    if (error instanceof Inseparable)
      return compile(model, { ...sizes, together: { ...sizes.together, least: Number.POSITIVE_INFINITY } });
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** Compiles what is planned. @throws {TooLarge} @throws {Inseparable} */
function compiled(model: Model, fields: Fields, plans: readonly OccasionPlan[], sizes: Sizes): Compiled {
  const components = componentsOf(fields, plans, sizes);
  const conditions = new Conditions(components, [], () => {
    throw new Error('a guard asks what is enabled');
  });
  const blames = new Blames();
  const occasions = plans.flatMap((plan) => lowerOccasion({ conditions, blames }, plan, sizes.combinations));
  const starts = startsOf(fields, components);
  return { model, fields, components, conditions: conditions.all, blames: blames.all, occasions, starts };
}
