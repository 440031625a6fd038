/** Weighted constraint networks: variables that each take one option, and what the options are worth alone and in pairs. */

/**
 * What two variables add to each other. Only the kind of an option matters to the other side, so that many options share few kinds:
 * `worth[kinds[0][a]][kinds[1][b]]` is what option a of the first adds to option b of the second.
 */
export type Pair = {
  readonly between: readonly [number, number];
  readonly kinds: readonly [readonly number[], readonly number[]];
  readonly worth: readonly (readonly number[])[];
};

/** Variables by index: the worth of each option alone, and pairs of variables that are not indifferent. Worths are integers, so sums are exact. */
export type Network = { readonly alone: readonly (readonly number[])[]; readonly pairs: readonly Pair[] };
