/** Chance that comes out the same for the same seed, everywhere (Mulberry32, by Tommy Ettinger). */

/** A number from 0 up to, not including, another one, and the seed to go on with. */
export function drawn(seed: number, below: number): { readonly value: number; readonly next: number } {
  const next = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return { value: Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below), next };
}
