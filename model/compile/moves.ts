/**
 * What can happen, by digits: which occasions come into question for the numbers of the digits that they change, what
 * is left to decide then, and where they lead.
 */
import { choices as everyChoice } from '../system/choices.ts';
import type { Compiled, Effect, Lookup, Occasion } from './compiled.ts';
import { Deciding } from './deciding.ts';
import { type Decision, FALSE } from './decisions.ts';
import type { Digit, Digits } from './digits.ts';
import { TooLarge } from './too-large.ts';

/** A move: an occasion, for some numbers of the outer digits that it changes or reads. */
export type Move = {
  /** The occasion, by its index. */
  readonly occasion: number;
  /** What must hold beside, by its index in {@link Moves.guards}. */
  readonly guard: number;
  /** The numbers of the digits of its group afterwards. */
  readonly to: readonly number[];
  /** Where each number of the row goes, -1 where the guard excludes it; none where the row stays as it is. */
  readonly row?: Int32Array;
};

/** The moves of all occasions that change or read the same outer digits. */
export type Group = {
  /** Outer digits, with what their numbers weigh in the index of a cell. */
  readonly digits: readonly number[];
  readonly strides: readonly number[];
  /** For each choice of numbers of the digits the moves that come into question, in the order of the occasions. */
  readonly cells: readonly (readonly Move[])[];
};

/** A model as digits and moves. */
export type Moves = {
  readonly digits: Digits;
  readonly deciding: Deciding;
  /** Every condition that is left to decide, once. */
  readonly guards: readonly Decision[];
  /** The group without digits first, though it may have no moves. */
  readonly groups: readonly Group[];
};

/** The most cells of a group, and moves of all of them. */
const MOST_CELLS = 1 << 20;
const MOST_MOVES = 1 << 20;

/** The digits that an occasion changes or reads in order to change another. */
function touched({ effects }: Occasion['common'], { places }: Digits): readonly number[] {
  const components = effects.flatMap(({ component, reads }) => [component, ...reads.map((read) => read.component)]);
  return [...new Set(components.map((component) => places[component]?.digit as number))].sort((a, b) => a - b);
}

/** Gives numbers to what is left to decide. */
class Guards {
  readonly all: Decision[] = [];
  readonly #numbers = new Map<Decision, number>();

  numberOf(decision: Decision): number {
    const known = this.#numbers.get(decision);
    if (known !== undefined) return known;
    this.#numbers.set(decision, this.all.length);
    return this.all.push(decision) - 1;
  }
}

/** Makes the moves of occasions. */
class Making {
  readonly digits: Digits;
  readonly deciding: Deciding;
  readonly guards = new Guards();
  readonly groups = new Map<string, { digits: readonly number[]; strides: readonly number[]; cells: Move[][] }>();
  readonly #row: number;
  readonly #rowDigit: Digit;
  #count = 0;

  constructor(compiled: Compiled, digits: Digits) {
    this.digits = digits;
    this.deciding = new Deciding(compiled, this.digits);
    this.#row = this.digits.all.length - 1;
    this.#rowDigit = this.digits.all[this.#row] as Digit;
    this.#groupOf([]);
  }

  add(occasion: Occasion, index: number): void {
    if (occasion.choices.length > 0) throw new TooLarge(`the choices of ${occasion.event}`);
    const { common } = occasion;
    const all = touched(common, this.digits);
    const outer = all.filter((digit) => digit !== this.#row);
    const group = this.#groupOf(outer);
    const { decisions } = this.deciding;
    const { tests, rest } = this.#demands(common, outer);
    const numbers = outer.map((digit) => {
      const passes = tests.get(digit) ?? [];
      const { size } = this.digits.all[digit] as Digit;
      return Array.from({ length: size }, (_, number) => number).filter((number) =>
        passes.every((test) => test(number)),
      );
    });
    const { effects } = common;
    for (const chosen of everyChoice(numbers)) {
      const left = chosen.reduce((node, number, place) => decisions.fix(node, outer[place] as number, number), rest);
      if (left === FALSE) continue;
      const cell = chosen.reduce((sum, number, place) => sum + number * (group.strides[place] as number), 0);
      const before = new Map(outer.map((digit, place) => [digit, chosen[place] as number]));
      for (const move of this.#moves(effects, outer, before, left)) {
        if (++this.#count > MOST_MOVES) throw new TooLarge('the moves');
        group.cells[cell]?.push({ occasion: index, ...move });
      }
    }
  }

  /** What an occasion demands: of each outer digit that it touches by itself, and all else together. */
  #demands({ guard, blockings }: Occasion['common'], outer: readonly number[]) {
    const tests = new Map<number, ((number: number) => boolean)[]>();
    const rest: Decision[] = [];
    const demand = (lookup: Lookup, test: (number: number) => boolean): void => {
      const { digit, ids } = this.deciding.place(lookup.component);
      if (!outer.includes(digit)) rest.push(this.deciding.lookup(lookup, test));
      else
        tests.set(digit, [
          ...(tests.get(digit) ?? []),
          (number) => test(lookup.table[ids[number] as number] as number),
        ]);
    };
    for (const lookup of guard.local) demand(lookup, (number) => number === 1);
    for (const lookup of blockings) demand(lookup, (blame) => blame === -1);
    rest.push(...guard.general.map((number) => this.deciding.condition(number)));
    return { tests, rest: this.deciding.decisions.all(rest) };
  }

  /**
   * Where an occasion leads from some numbers of the outer digits: nowhere; mostly to one place; to several where
   * what an outer digit becomes is read from the row.
   */
  #moves(
    effects: readonly Effect[],
    outer: readonly number[],
    before: ReadonlyMap<number, number>,
    left: Decision,
  ): readonly Omit<Move, 'occasion'>[] {
    const { size } = this.#rowDigit;
    const touchesRow = effects.some(({ component, reads }) =>
      [component, ...reads.map((read) => read.component)].some((each) => this.digits.places[each]?.digit === this.#row),
    );
    if (!touchesRow) {
      const after = this.#after(effects, outer, before, 0);
      return after === undefined ? [] : [{ guard: this.guards.numberOf(left), to: after.to }];
    }
    const maps = new Map<string, { readonly to: readonly number[]; readonly map: Int32Array }>();
    for (let number = 0; number < size; number++) {
      const after = this.#after(effects, outer, before, number);
      if (after === undefined) continue;
      const key = after.to.join();
      const known = maps.get(key) ?? { to: after.to, map: new Int32Array(size).fill(-1) };
      known.map[number] = after.number;
      maps.set(key, known);
    }
    const { decisions } = this.deciding;
    return [...maps.values()].flatMap(({ to, map }) => {
      const guard = decisions.both(
        left,
        decisions.lookup(this.#row, (number) => map[number] !== -1),
      );
      if (guard === FALSE) return [];
      const stays = map.every((after, number) => after === -1 || after === number);
      return [{ guard: this.guards.numberOf(guard), to, ...(!stays && { row: map }) }];
    });
  }

  /** Where effects lead from a number of the row, and some of outer digits; nothing where they cannot happen. */
  #after(
    effects: readonly Effect[],
    outer: readonly number[],
    before: ReadonlyMap<number, number>,
    row: number,
  ): { readonly to: readonly number[]; readonly number: number } | undefined {
    const { all, places } = this.digits;
    const idOf = (component: number): number => {
      const { digit, place } = places[component] as Digits['places'][number];
      return all[digit]?.ids[place]?.[before.get(digit) ?? row] as number;
    };
    const to = outer.map((digit) => before.get(digit) as number);
    let number = row;
    for (const { component, reads, next } of effects) {
      const id = idOf(component);
      const after = next[reads.reduce((sum, read) => sum + (read.table[idOf(read.component)] as number), id)] as number;
      if (after === -1) return undefined;
      const { digit, place } = places[component] as Digits['places'][number];
      if (digit === this.#row) number += (after - id) * (this.#rowDigit.strides[place] as number);
      else to[outer.indexOf(digit)] = (to[outer.indexOf(digit)] as number) + after - id;
    }
    return { to, number };
  }

  #groupOf(digits: readonly number[]) {
    const key = digits.join();
    const known = this.groups.get(key);
    if (known !== undefined) return known;
    let cells = 1;
    const strides = digits.map((digit) => {
      const stride = cells;
      cells *= (this.digits.all[digit] as Digit).size;
      return stride;
    });
    if (cells > MOST_CELLS) throw new TooLarge('the digits that change together');
    const made = { digits, strides, cells: Array.from({ length: cells }, (): Move[] => []) };
    this.groups.set(key, made);
    return made;
  }
}

/** The moves of a model by digits of its components. @throws {TooLarge} where they are not of this form, or too many */
export function movesOf(compiled: Compiled, dealt: Digits): Moves {
  const making = new Making(compiled, dealt);
  for (const [index, occasion] of compiled.occasions.entries()) making.add(occasion, index);
  const { digits, deciding, guards, groups } = making;
  return { digits, deciding, guards: guards.all, groups: [...groups.values()] };
}

/** The numbers of a group's digits in a cell. */
export const numbersIn = (
  { all }: Pick<Digits, 'all'>,
  { digits, strides }: Pick<Group, 'digits' | 'strides'>,
  cell: number,
): readonly number[] =>
  digits.map((digit, place) => Math.floor(cell / (strides[place] as number)) % (all[digit] as Digit).size);
