/**
 * A configuration as one number in mixed radix, so that a set of configurations is a set of bits.
 *
 * The components are dealt out to *digits*. The last digit is the *row*: its local ids are neighbouring bits, in words of 64, so that a step of
 * any other digit moves a whole row at once. It may hold several small components, so that its words are well filled; every other digit is one
 * component.
 */
import type { Compiled } from './compiled.ts';

/** One digit: the components it holds, and how many different numbers it can be. */
export type Digit = {
  readonly components: readonly number[];
  readonly size: number;
  /** The local id of each of its components (by their order here), for each number: `ids[place][number]`. */
  readonly ids: readonly Int32Array[];
  /** What the local id of each of its components weighs in the number. */
  readonly strides: readonly number[];
};

/** How configurations are numbered. */
export type Digits = {
  /** The outermost digit first; the last one is the row. */
  readonly all: readonly Digit[];
  /** What each digit but the row weighs in the number of a row: the product of the sizes of the digits between. */
  readonly weights: readonly number[];
  /** How many rows there are, and of how many words of 64 bits each is. */
  readonly rows: number;
  readonly words: number;
  /** The digit in which each component stands, and its place there. */
  readonly places: readonly { readonly digit: number; readonly place: number }[];
};

const WORD = 64;

/** A row shall have no more local ids than this, unless a single component has. */
const MOST_IN_ROW = 4 * WORD;

/** The components for the row: those whose product fills words best, and few words where several fill them alike. */
function rowOf(sizes: readonly number[]): readonly number[] {
  const found = new Map<number, readonly number[]>([[1, []]]);
  for (const [component, size] of sizes.entries())
    for (const [product, some] of [...found])
      if (product * size <= MOST_IN_ROW && !found.has(product * size)) found.set(product * size, [...some, component]);
  const filled = (product: number): number => product / (Math.ceil(product / WORD) * WORD);
  const [best] = [...found.keys()].sort((one, other) => filled(other) - filled(one) || one - other);
  const chosen = found.get(best ?? 1) ?? [];
  if (chosen.length > 0 || sizes.length === 0) return chosen;
  return [sizes.indexOf(Math.min(...sizes))];
}

function digitOf(components: readonly number[], sizes: readonly number[]): Digit {
  const size = components.reduce((product, component) => product * (sizes[component] as number), 1);
  let left = size;
  const strides = components.map((component) => {
    left /= sizes[component] as number;
    return left;
  });
  const ids = components.map((component, place) =>
    Int32Array.from(
      { length: size },
      (_, number) => Math.floor(number / (strides[place] as number)) % (sizes[component] as number),
    ),
  );
  return { components, size, ids, strides };
}

/** Deals the components of a model out to digits. */
export function digitsOf({ components }: Pick<Compiled, 'components'>): Digits {
  const sizes = components.map(({ values }) => values.length);
  return dealt(sizes, rowOf(sizes));
}

/** Makes each component a digit; the row holds none. */
export const singleDigitsOf = ({ components }: Pick<Compiled, 'components'>): Digits =>
  dealt(
    components.map(({ values }) => values.length),
    [],
  );

function dealt(sizes: readonly number[], row: readonly number[]): Digits {
  const outer = sizes.flatMap((_, component) => (row.includes(component) ? [] : [digitOf([component], sizes)]));
  const all = [...outer, digitOf(row, sizes)];
  const weights = outer.map((_, index) => outer.slice(index + 1).reduce((product, { size }) => product * size, 1));
  const places: { digit: number; place: number }[] = [];
  for (const [digit, { components: held }] of all.entries())
    for (const [place, component] of held.entries()) places[component] = { digit, place };
  const rows = outer.reduce((product, { size }) => product * size, 1);
  return { all, weights, rows, words: Math.ceil((all.at(-1) as Digit).size / WORD), places };
}
