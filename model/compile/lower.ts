/** From plans over fields to parts over local ids. */
import type { Value } from '../table/types.ts';
import { changeOf } from './change.ts';
import type { Blocking, Effect, Guard, Lookup, Occasion, Part } from './compiled.ts';
import type { Conditions, Place } from './conditions.ts';
import { type Component, forEachChoice } from './growing.ts';
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

/** What some parts, taken together, do to a component, where a guard holds. */
function effectOn(
  conditions: Conditions,
  index: number,
  parts: readonly PartPlan[],
  { local }: Pick<Guard, 'local'>,
): readonly Effect[] {
  const component = conditions.components[index] as Component;
  const { fields, values: locals, idOf } = component;
  const change = changeOf(fields, parts);
  if (change === undefined) return [];
  const holds = local.find((lookup) => lookup.component === index)?.table;
  const { reads: fieldsRead, allows, after } = change;
  const valuesRead = fieldsRead.map((field) => {
    const place = conditions.places.get(field) as Place;
    return (conditions.components[place.component] as Component).occurring.get(field) as readonly Value[];
  });
  const combinations = valuesRead.reduce((product, { length }) => product * length, 1);
  const next = new Int32Array(locals.length * combinations).fill(-1);
  for (const [id, own] of locals.entries())
    if (holds?.[id] !== 0 && allows(own))
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

/** The components that some parts change. */
const changedBy = ({ places }: Conditions, parts: readonly PartPlan[]): readonly number[] => [
  ...new Set(parts.flatMap(({ updates }) => updates.map(({ field }) => (places.get(field) as Place).component))),
];

/** A part that is taken where another guard holds as well, without its effects; nothing where it can never be taken. */
function lowerPart(lowering: Lowering, part: PartPlan, common: readonly Guard[]): readonly Part[] {
  const guard = lowering.conditions.guard(part.when);
  if (guard === undefined) return [];
  const guards = [...common, guard];
  return [
    {
      ...(part.row && { row: part.row }),
      guard,
      blockings: blockingsOf(lowering, part.checks, guards),
      late: blockingsOf(lowering, part.late, guards),
      effects: [],
    },
  ];
}

/** A part of a choice, as it was planned and as it is lowered. */
type Choosable = { readonly plan: PartPlan; readonly part: Part };

/** How many beginnings are tried for each combination that is allowed. */
const TRIES = 64;

/** Parts that are chosen together, and what must hold for all of them. */
type Chosen = { readonly some: readonly Choosable[]; readonly guard: Guard };

/** Whether some field gets two values: then two parts move one instance, whose guards never hold together. */
function isTwice(some: readonly Choosable[]): boolean {
  const fields = some.flatMap(({ plan }) => plan.updates.map(({ field }) => field));
  return new Set(fields).size < fields.length;
}

/**
 * The combinations of one part of each choice whose guards can hold together, as far as single components tell; the last choice running
 * fastest. Nothing where there are more than `most`, or where too many do not come to an end.
 */
function combinations(
  { conditions }: Lowering,
  common: Guard,
  choices: readonly (readonly Choosable[])[],
  most: number,
): readonly Chosen[] | undefined {
  const found: Chosen[] = [];
  let tries = TRIES * most;
  const choose = (chosen: Chosen): boolean => {
    if (tries-- < 0) return false;
    const parts = choices[chosen.some.length];
    if (parts === undefined) return found.push(chosen) <= most;
    return parts.every((each) => {
      const some = [...chosen.some, each];
      const guard = isTwice(some) ? undefined : conditions.both(chosen.guard, each.part.guard);
      return guard === undefined || choose({ some, guard });
    });
  };
  return choose({ some: [], guard: common }) ? found : undefined;
}

/** An occasion with one part of each choice taken, as one without choices; what its parts demand and do by themselves, unless it is given. */
export function taking(
  { event, binding, rows, common }: Occasion,
  chosen: readonly Part[],
  together: Pick<Part, 'guard' | 'effects'> = sideBySide([common, ...chosen]),
): Occasion {
  return {
    event,
    ...(binding && { binding }),
    rows: [...rows, ...chosen.flatMap(({ row }) => row ?? [])],
    common: {
      ...together,
      blockings: [
        ...chosen.flatMap(({ blockings }) => blockings),
        ...common.blockings,
        ...chosen.flatMap(({ late }) => late),
        ...common.late,
      ],
      late: [],
    },
    choices: [],
  };
}

/** What parts that change different components demand and do together. */
const sideBySide = (parts: readonly Part[]): Pick<Part, 'guard' | 'effects'> => ({
  guard: {
    local: parts.flatMap(({ guard }) => guard.local),
    general: [...new Set(parts.flatMap(({ guard }) => guard.general))],
  },
  effects: parts.flatMap(({ effects }) => effects),
});

/** Thrown where an occasion has too many combinations of parts that change joined instances. */
export class Inseparable extends Error {
  override readonly name = 'Inseparable';
}

/**
 * An occasion in terms of local ids: where at most so many combinations of parts are possible, each of them as one of
 * its own. @throws {Inseparable} where there are more, and they change joined instances
 */
export function lowerOccasion(lowering: Lowering, plan: OccasionPlan, most: number): readonly Occasion[] {
  const { conditions } = lowering;
  const { event, binding } = plan;
  const [common] = lowerPart(lowering, plan.common, []);
  if (common === undefined) return [];
  const choices = plan.choices.map((parts) =>
    parts.flatMap((part) =>
      lowerPart(lowering, part, [common.guard]).map((lowered) => ({ plan: part, part: lowered })),
    ),
  );
  const occasion: Occasion = { event, ...(binding && { binding }), rows: [], common, choices: [] };
  const effectsOf = (parts: readonly PartPlan[], guard: Guard): readonly Effect[] =>
    changedBy(conditions, parts).flatMap((component) => effectOn(conditions, component, parts, guard));
  const found = combinations(lowering, common.guard, choices, most);
  if (found !== undefined)
    return found.map(({ some, guard }) => {
      const parts = some.map(({ part }) => part);
      const plans = some.map((each) => each.plan);
      return taking(occasion, parts, { guard, effects: effectsOf([plan.common, ...plans], guard) });
    });
  const changed = [[plan.common], ...plan.choices].flatMap((parts) => changedBy(conditions, parts));
  const shared = changed.filter((component) => conditions.components[component]?.isJoined);
  if (new Set(shared).size < shared.length) throw new Inseparable();
  const withEffects = ({ plan: own, part }: Choosable): Part => ({ ...part, effects: effectsOf([own], part.guard) });
  return [
    {
      ...occasion,
      common: withEffects({ plan: plan.common, part: common }),
      choices: choices.map((parts) => parts.map(withEffects)),
    },
  ];
}
