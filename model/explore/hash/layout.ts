/**
 * Writes what the hash kernel reads, in numbers of 32 bits:
 *
 *     classes    words of 64 bits for the conditions of a class, place of the list of tables, place of the bits
 *     moves      place of the classes of their guards, count of groups, place of the groups
 *     group      place of its digits and strides, count of these, place of the starts of its cells, place of its moves
 *     move       what is added to the key (two numbers), guard, its number
 */
import { classesOf } from '../../compile/classes.ts';
import type { Decision } from '../../compile/decisions.ts';
import { type Group, type Moves, numbersIn } from '../../compile/moves.ts';
import type { Places } from '../kernel/memory.ts';
import { type Fields, keyOf } from './keys.ts';

/** An automaton over the fields of keys: where numbers lead that no digit has does not matter. */
export type KeyClasses = {
  readonly next: readonly Int32Array[];
  /** A bit for each condition of a class, in words of 32; two of these for every 64 conditions. */
  readonly words: number;
  readonly bits: Int32Array;
};

/** Reads what some decisions come to. @throws {TooLarge} */
export function classesOfKeys(
  { digits, deciding }: Pick<Moves, 'digits' | 'deciding'>,
  fields: Fields,
  conditions: readonly Decision[],
): KeyClasses {
  const { next, count, masks } = classesOf(digits, deciding.decisions, conditions);
  const words = Math.ceil(conditions.length / 64);
  const bits = new Int32Array(count * words * 2);
  for (let kind = 0; kind < count; kind++)
    for (let condition = 0; condition < conditions.length; condition++) {
      if (((masks[(kind * conditions.length + condition) * 2] as number) & 1) === 0) continue;
      const word = kind * words * 2 + (condition >> 5);
      bits[word] = (bits[word] as number) | (1 << (condition & 31));
    }
  const widened = next.map((table, digit) => {
    const size = digits.all[digit]?.size as number;
    const width = (fields[digit]?.mask as number) + 1;
    const wide = new Int32Array((table.length / size) * width);
    for (let place = 0; place * size < table.length; place++)
      wide.set(table.subarray(place * size, (place + 1) * size), place * width);
    return wide;
  });
  return { next: widened, words, bits };
}

/** Writes an automaton. */
export const writeKeyClasses = (places: Places, { next, words, bits }: KeyClasses): number =>
  places.write([words, places.write(next.map((table) => places.write(table))), places.write(bits)]);

/** Writes the moves of some occasions. */
export function writeKeyMoves(
  places: Places,
  guards: number,
  { groups, digits }: Moves,
  fields: Fields,
  occasions: (occasion: number) => boolean,
): number {
  let number = 0;
  const written = groups.map((group) => {
    const moves: number[] = [];
    const starts = new Int32Array(group.cells.length + 1);
    for (const [cell, some] of group.cells.entries()) {
      const before = some.length === 0 ? [] : numbersIn(digits, group, cell);
      for (const { occasion, guard, to } of some) {
        const own = number++;
        if (!occasions(occasion)) continue;
        const delta = BigInt.asUintN(64, partOf(fields, group, to) - partOf(fields, group, before));
        moves.push(Number(BigInt.asIntN(32, delta)), Number(BigInt.asIntN(32, delta >> 32n)), guard, own);
      }
      starts[cell + 1] = moves.length / 4;
    }
    const read = places.write(group.digits.flatMap((digit, place) => [digit, group.strides[place] as number]));
    return [read, group.digits.length, places.write(starts), places.write(moves)];
  });
  return places.write([guards, groups.length, places.write(written.flat())]);
}

/** The part of a key that the digits of a group make. */
function partOf(fields: Fields, { digits }: Pick<Group, 'digits'>, numbers: readonly number[]): bigint {
  const all = fields.map(() => 0);
  for (const [place, digit] of digits.entries()) all[digit] = numbers[place] as number;
  return keyOf(fields, all);
}
