/** Configurations as keys of 64 bits: a field of bits for each digit. */
import type { Digits } from '../../compile/digits.ts';
import { TooLarge } from '../../compile/index.ts';

/** How far each digit is shifted to the right, and the mask of its number then. */
export type Fields = readonly { readonly shift: number; readonly mask: number }[];

/** Not all 64, so that a key plus 1 is a key. */
const MOST = 63;

/** The fields of all digits but the row, which has one number. @throws {TooLarge} where they do not fit a key */
export function fieldsOfKey({ all }: Pick<Digits, 'all'>): Fields {
  let shift = 0;
  const fields = all.slice(0, -1).map(({ size }) => {
    const bits = Math.max(1, Math.ceil(Math.log2(size)));
    const field = { shift, mask: 2 ** bits - 1 };
    shift += bits;
    return field;
  });
  if (shift > MOST) throw new TooLarge('the configurations');
  return fields;
}

/** The key of numbers of all digits. */
export const keyOf = (fields: Fields, numbers: readonly number[]): bigint =>
  fields.reduce((key, { shift }, digit) => key | (BigInt(numbers[digit] as number) << BigInt(shift)), 0n);

/** The numbers of all digits in a key. */
export const numbersOf = (fields: Fields, key: bigint): readonly number[] => [
  ...fields.map(({ shift, mask }) => Number((key >> BigInt(shift)) & BigInt(mask))),
  0,
];
