/**
 * Writes what the bitmap kernel reads. A record is a few numbers of 32 bits, and a place is the number of the byte where something begins:
 *
 *     space      count of outer digits, words in a row, numbers of a row, place of the sizes, place for the digits
 *     classes    count of conditions, place of the list of tables, place of the masks
 *     moves      place of the classes of their guards, count of groups, place of the groups, place of the moves in rows
 *     group      place of its digits and strides, count of these, place of the starts of its cells, place of its moves
 *     move       guard, what is added to the row, place of its map or 0, its number
 */
import type { Classes } from '../../compile/classes.ts';
import type { Digit, Digits } from '../../compile/digits.ts';
import { type Group, type Move, type Moves, numbersIn } from '../../compile/moves.ts';
import type { Places } from './memory.ts';

/** Writes what numbers mean. */
export function writeSpace(places: Places, { all, words }: Digits): number {
  const outer = all.slice(0, -1);
  const sizes = places.write(outer.map(({ size }) => size));
  const at = places.write(outer.map(() => 0));
  return places.write([outer.length, words, (all.at(-1) as Digit).size, sizes, at]);
}

/** Writes an automaton for so many conditions. */
export function writeClasses(places: Places, { next, masks }: Classes, conditions: number): number {
  const tables = places.write(next.map((table) => places.write(table)));
  return places.write([conditions, tables, places.write(masks)]);
}

/** Writes each map once. */
function mapWriter(places: Places): (map: Int32Array | undefined) => number {
  const known = new Map<string, number>();
  return (map) => {
    if (map === undefined) return 0;
    const key = map.join();
    const place = known.get(key) ?? places.write(map);
    known.set(key, place);
    return place;
  };
}

/** Writes the moves of a group that are wanted; `number` gives each a number. */
function writeGroup(
  places: Places,
  { weights, all }: Digits,
  mapPlace: (map: Int32Array | undefined) => number,
  group: Group,
  number: () => number,
): readonly number[] {
  const { digits, strides, cells } = group;
  const starts = new Int32Array(cells.length + 1);
  const moves: number[] = [];
  for (const [cell, some] of cells.entries()) {
    const before = some.length === 0 ? [] : numbersIn({ all }, group, cell);
    for (const { guard, to, row } of some) {
      const delta = to.reduce(
        (sum, after, place) => sum + (after - (before[place] as number)) * (weights[digits[place] as number] as number),
        0,
      );
      moves.push(guard, delta, mapPlace(row), number());
    }
    starts[cell + 1] = moves.length / 4;
  }
  const read = places.write(digits.flatMap((digit, place) => [digit, strides[place] as number]));
  return [read, digits.length, places.write(starts), places.write(moves)];
}

/** Writes all moves one by one, those that change nothing too, with their numbers in the order of groups and cells. */
export function writeMoves(places: Places, guards: number, { digits, groups }: Moves): number {
  const maps = mapWriter(places);
  let next = 0;
  const written = groups.map((group) => writeGroup(places, digits, maps, group, () => next++));
  return places.write([guards, groups.length, places.write(written.flat()), 0]);
}

/** Where the moves within rows lead, together: for each class and number of the row the bits of all targets. */
function within({ digits, guards }: Pick<Moves, 'digits' | 'guards'>, classes: Classes, moves: readonly Move[]) {
  const { words, all } = digits;
  const { size } = all.at(-1) as Digit;
  const span = 2 * words;
  const table = new Int32Array(classes.count * size * span);
  for (let kind = 0; kind < classes.count; kind++)
    for (const { guard, row } of moves) {
      const mask = (kind * guards.length + guard) * span;
      for (let number = 0; number < size; number++) {
        if ((((classes.masks[mask + (number >> 5)] as number) >>> (number & 31)) & 1) === 0) continue;
        const to = row?.[number] ?? number;
        const place = (kind * size + number) * span + (to >> 5);
        table[place] = (table[place] as number) | (1 << (to & 31));
      }
    }
  return table;
}

/** Writes the moves of some occasions, those within rows together; for going on, without those that change nothing. */
export function writeSteps(
  places: Places,
  { digits, guards, groups }: Moves,
  classes: Classes,
  at: number,
  occasions: (occasion: number) => boolean,
  isForGoingOn: boolean,
): number {
  const maps = mapWriter(places);
  const wanted = groups.map((group) => ({
    ...group,
    cells: group.cells.map((moves, cell) => {
      const before = moves.length === 0 ? '' : numbersIn(digits, group, cell).join();
      return moves.filter(
        ({ occasion, to, row }) => occasions(occasion) && (!isForGoingOn || row !== undefined || to.join() !== before),
      );
    }),
  }));
  const inRow = wanted.filter((group) => group.digits.length === 0).flatMap(({ cells }) => cells.flat());
  const outer = wanted.filter((group) => group.digits.length > 0 && group.cells.some(({ length }) => length > 0));
  const written = places.write(outer.flatMap((group) => writeGroup(places, digits, maps, group, () => 0)));
  const table = inRow.length > 0 ? places.write(within({ digits, guards }, classes, inRow)) : 0;
  return places.write([at, outer.length, written, table]);
}
