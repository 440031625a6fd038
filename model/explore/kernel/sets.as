/** Sets of configurations as bits, whatever a bit stands for: words from one place up to, not including, another. */

/** Takes what is known out of what was found, adds the rest to what is known, and makes it what is looked at next; counts it. */
export function settle(found: usize, known: usize, front: usize, from: u32, end: u32): u32 {
  let count: u32 = 0;
  for (let word: usize = (<usize>from) << 3, stop: usize = (<usize>end) << 3; word < stop; word += 8) {
    const before = load<u64>(known + word);
    const bits = load<u64>(found + word) & ~before;
    if (bits != 0) {
      store<u64>(known + word, before | bits);
      count += <u32>popcnt(bits);
    }
    store<u64>(front + word, bits);
    store<u64>(found + word, 0);
  }
  return count;
}

/** Writes what is in both sets, and counts it. */
export function both(one: usize, other: usize, out: usize, from: u32, end: u32): u32 {
  let count: u32 = 0;
  for (let word: usize = (<usize>from) << 3, stop: usize = (<usize>end) << 3; word < stop; word += 8) {
    const bits = load<u64>(one + word) & load<u64>(other + word);
    store<u64>(out + word, bits);
    count += <u32>popcnt(bits);
  }
  return count;
}

/** Writes what is in at least one of two sets, and counts it. */
export function either(one: usize, other: usize, out: usize, from: u32, end: u32): u32 {
  let count: u32 = 0;
  for (let word: usize = (<usize>from) << 3, stop: usize = (<usize>end) << 3; word < stop; word += 8) {
    const bits = load<u64>(one + word) | load<u64>(other + word);
    store<u64>(out + word, bits);
    count += <u32>popcnt(bits);
  }
  return count;
}

/** Writes what is in one set and not in the other, and counts it. */
export function without(one: usize, other: usize, out: usize, from: u32, end: u32): u32 {
  let count: u32 = 0;
  for (let word: usize = (<usize>from) << 3, stop: usize = (<usize>end) << 3; word < stop; word += 8) {
    const bits = load<u64>(one + word) & ~load<u64>(other + word);
    store<u64>(out + word, bits);
    count += <u32>popcnt(bits);
  }
  return count;
}
