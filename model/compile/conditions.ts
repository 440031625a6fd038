/** From formulas over fields to conditions over local ids. */
import type { Value } from '../table/types.ts';
import type { Condition, Guard, Lookup, SumCondition } from './compiled.ts';
import type { Field } from './fields.ts';
import { conjuncts, type Formula, isMet, type Sum } from './formula.ts';
import type { Component } from './growing.ts';
import { TooLarge } from './too-large.ts';

/** Where a field is kept: the index of its component, and its place among the component's fields. */
export type Place = { readonly component: number; readonly index: number };

/**
 * A formula in terms of local ids: known, or decided by one component (1 or 0 for each of its local ids), or a
 * condition by its number.
 */
type Lowered = boolean | Lookup | number;

/** Numbers that are added up while a sum is lowered. */
type Total = { readonly tables: Map<number, Int32Array>; readonly parts: number[]; known: number };

/** Numbers in tables are smaller, so that sums of a few of them fit tables, too. */
const MOST = 1 << 28;

/** Makes conditions for some components. Equal conditions, and equal tables, are made once. */
export class Conditions {
  readonly components: readonly Component[];
  readonly all: Condition[];
  readonly places: ReadonlyMap<Field, Place>;
  readonly #occasionsOf: (events: readonly string[]) => readonly number[];
  readonly #lowered = new Map<Formula, Lowered>();
  readonly #numbers = new Map<string, number>();
  readonly #tables = new Map<number, Int32Array[]>();
  readonly #names = new Map<Int32Array, number>();

  /** Conditions beside those that there are already. `occasionsOf` gives what can happen on events. */
  constructor(
    components: readonly Component[],
    known: readonly Condition[],
    occasionsOf: (events: readonly string[]) => readonly number[],
  ) {
    this.components = components;
    this.all = [...known];
    this.#occasionsOf = occasionsOf;
    this.places = new Map(
      components.flatMap(({ fields }, component) =>
        fields.map((field, index): [Field, Place] => [field, { component, index }]),
      ),
    );
  }

  /**
   * A number for each local id of the component that holds a field, computed from the field's value. @throws
   * {TooLarge}
   */
  tabulate(field: Field, of: (value: Value) => number): Lookup {
    const { component, index } = this.places.get(field) as Place;
    const { values } = this.components[component] as Component;
    const table = Int32Array.from(values, (each) => {
      const number = of(each[index] as Value);
      if (!(Math.abs(number) < MOST)) throw new TooLarge(`the numbers that ${field.name} is compared with`);
      return number;
    });
    return { component, table: this.intern(table) };
  }

  /** The one array that stands for all arrays with the same numbers. */
  intern(table: Int32Array): Int32Array {
    let hash = table.length;
    for (const number of table) hash = (Math.imul(hash, 31) + number) | 0;
    const alike = this.#tables.get(hash) ?? [];
    const known = alike.find((other) => isSame(other, table));
    if (known !== undefined) return known;
    this.#tables.set(hash, [...alike, table]);
    this.#names.set(table, this.#names.size);
    return table;
  }

  /** The guard that demands all of some formulas; nothing where they cannot all hold. */
  guard(formulas: readonly Formula[]): Guard | undefined {
    const local = new Map<number, Int32Array>();
    const general = new Set<number>();
    for (const formula of formulas.flatMap(conjuncts)) {
      const lowered = this.lower(formula);
      if (lowered === false) return undefined;
      if (typeof lowered === 'number') general.add(lowered);
      else if (lowered !== true) {
        const { component, table } = lowered;
        const both = local.get(component)?.map((holds, id) => holds & (table[id] as number)) ?? table;
        if (!both.includes(1)) return undefined;
        local.set(component, both);
      }
    }
    return {
      local: [...local].map(([component, table]) => ({ component, table: this.intern(table) })),
      general: [...general],
    };
  }

  /** The guard that demands what two guards do; nothing where a single component tells that they never hold together. */
  both(one: Guard, other: Guard): Guard | undefined {
    const local = new Map(one.local.map(({ component, table }) => [component, table]));
    for (const { component, table } of other.local) {
      const known = local.get(component);
      const both = known?.map((holds, id) => holds & (table[id] as number)) ?? table;
      if (!both.includes(1)) return undefined;
      local.set(component, known === undefined ? both : this.intern(both));
    }
    return {
      local: [...local].map(([component, table]) => ({ component, table })),
      general: [...new Set([...one.general, ...other.general])],
    };
  }

  lower(formula: Formula): Lowered {
    const known = this.#lowered.get(formula);
    if (known !== undefined) return known;
    const lowered =
      'enabled' in formula ? this.#number({ enabled: this.#occasionsOf(formula.enabled) }) : this.#lowerSum(formula);
    this.#lowered.set(formula, lowered);
    return lowered;
  }

  #lowerSum({ terms, parts, ...bounds }: Sum): Lowered {
    const [only] = terms;
    if (only !== undefined && terms.length === 1 && parts.length === 0)
      return this.#decided(only.field, (value) => isMet(bounds, only.of(value)));
    const total: Total = { tables: new Map(), parts: [], known: 0 };
    for (const { field, of } of terms) this.#add(total, this.tabulate(field, of));
    for (const part of parts) this.#add(total, this.lower(part));
    const lookups: Lookup[] = [];
    for (const [component, table] of total.tables) {
      if (isConstant(table)) total.known += table[0] as number;
      else lookups.push({ component, table });
    }
    const least = total.known + lookups.reduce((sum, { table }) => sum + extreme(table, Math.min), 0);
    const most =
      total.known + total.parts.length + lookups.reduce((sum, { table }) => sum + extreme(table, Math.max), 0);
    if (bounds.from <= least && most <= bounds.to) return !bounds.isNegated;
    if (most < bounds.from || bounds.to < least) return bounds.isNegated;
    const [first] = lookups;
    if (first !== undefined && lookups.length === 1 && total.parts.length === 0) {
      const table = first.table.map((number) => (isMet(bounds, total.known + number) ? 1 : 0));
      return isConstant(table) ? table[0] === 1 : { component: first.component, table: this.intern(table) };
    }
    return this.#number({
      lookups: lookups.map(({ component, table }) => ({ component, table: this.intern(table) })),
      parts: total.parts.toSorted((a, b) => a - b),
      from: bounds.from - total.known,
      to: bounds.to - total.known,
      isNegated: bounds.isNegated,
    });
  }

  /** What the value of one field decides. */
  #decided(field: Field, test: (value: Value) => boolean): Lowered {
    const { component, index } = this.places.get(field) as Place;
    const { values } = this.components[component] as Component;
    const table = Int32Array.from(values, (each) => (test(each[index] as Value) ? 1 : 0));
    return isConstant(table) ? table[0] === 1 : { component, table: this.intern(table) };
  }

  #add(total: Total, lowered: Lowered): void {
    if (typeof lowered === 'boolean') total.known += lowered ? 1 : 0;
    else if (typeof lowered === 'number') total.parts.push(lowered);
    else {
      const { component, table } = lowered;
      total.tables.set(
        component,
        total.tables.get(component)?.map((number, id) => number + (table[id] as number)) ?? table,
      );
    }
  }

  /** The number of a condition, a new one where there is none like it. */
  #number(condition: Condition): number {
    const key = this.#keyOf(condition);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.all.length);
    return this.all.push(condition) - 1;
  }

  #keyOf(condition: Condition): string {
    if ('enabled' in condition) return `enabled ${condition.enabled.join()}`;
    const { lookups, parts, from, to, isNegated }: SumCondition = condition;
    const tables = lookups
      .map(({ component, table }) => `${component}:${this.#names.get(table)}`)
      .toSorted()
      .join();
    return `${tables} ${parts.join()} ${from} ${to} ${isNegated}`;
  }
}

const isSame = (one: Int32Array, other: Int32Array): boolean =>
  one.length === other.length && one.every((number, index) => number === other[index]);

const isConstant = (table: Int32Array): boolean => table.every((number) => number === table[0]);

const extreme = (table: Int32Array, choose: (a: number, b: number) => number): number =>
  table.reduce((a, b) => choose(a, b));
