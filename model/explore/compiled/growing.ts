/** Arrays of numbers that grow. */
type Numbers = Int32Array | Uint16Array | Uint32Array;

/** The same array with room for so many numbers. The array that held them before must not be used any more. */
export function resized<T extends Numbers>(array: T, length: number): T {
  const Kind = array.constructor as new (buffer: ArrayBuffer) => T;
  return new Kind((array.buffer as ArrayBuffer).transfer(length * array.BYTES_PER_ELEMENT));
}

/** The array with room for a number at a place. */
export const withRoom = <T extends Numbers>(array: T, place: number): T =>
  place < array.length ? array : resized(array, Math.max(place + 1, array.length * 2));
