/** Orders of things. */

/** Every order of some things, the given one first. */
export function permutations<T>(things: readonly T[]): readonly (readonly T[])[] {
  if (things.length < 2) return [things];
  return things.flatMap((first, place) => permutations(things.toSpliced(place, 1)).map((rest) => [first, ...rest]));
}
