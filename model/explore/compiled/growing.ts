/** Arrays of numbers that grow. */
type Numbers = Int32Array | Uint8Array | Uint16Array | Uint32Array;

/**
 * An array of the same kind with room for so many numbers and the same numbers in it. The memory of the old one is
 * given back at once.
 */
export function resized<T extends Numbers>(array: T, length: number): T {
  const Kind = array.constructor as new (length: number) => T;
  const larger = new Kind(length);
  larger.set(array);
  (array.buffer as ArrayBuffer).transfer(0);
  return larger;
}

/** The array with room for a number at a place. */
export const withRoom = <T extends Numbers>(array: T, place: number): T =>
  place < array.length ? array : resized(array, Math.max(place + 1, array.length * 2));
