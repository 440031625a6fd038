/**
 * The kernel of the bitmap strategy: sets of configurations as bits, and steps of whole rows of them at once.
 *
 * Everything is read from tables in the memory, which `layout.ts` writes and describes; nothing here knows a model. A set is an array of 64-bit
 * words, row after row, `words` of them for each. Every function looks at the rows from `from` up to, not including, `to`, so that whoever calls
 * it can stop in between: there is no on-stack replacement in WebAssembly, so many short calls are also faster than one long one.
 */

// A space: what numbers mean. Places of 32-bit numbers from its start.
const DIGITS: usize = 0; // how many outer digits
const WORDS: usize = 4; // words in a row
const ROW: usize = 8; // how many numbers a row has
const SIZES: usize = 12; // the place of the sizes of the outer digits
const AT: usize = 16; // the place of their numbers in the row that is looked at

// An automaton of classes.
const CONDITIONS: usize = 0; // how many conditions it decides
const NEXT: usize = 4; // the place of a list of places: the table of each outer digit
const MASKS: usize = 8; // the place of the masks

// Moves: the automaton of their guards, how many groups there are, and where they stand.
const CLASSES: usize = 0;
const GROUPS: usize = 4;
const FIRST: usize = 8;
const WITHIN: usize = 12; // the place of the moves within a row: for each class and number the numbers it leads to

// A group: outer digits and strides (interleaved), how many; where the moves of each cell begin; the moves.
const GROUP: usize = 16;
const G_DIGITS: usize = 0;
const G_COUNT: usize = 4;
const G_STARTS: usize = 8;
const G_MOVES: usize = 12;

// A move: its guard, what is added to the row, the place of its map (0: none), its number.
const MOVE: usize = 16;
const M_GUARD: usize = 0;
const M_DELTA: usize = 4;
const M_MAP: usize = 8;
const M_NUMBER: usize = 12;

export { settle, both, either, without } from './sets';

// Where the walk through the rows is.
let space: usize = 0;
let words: usize = 0;
let last: u32 = 1; // the size of the last outer digit
let block: u32 = 0; // the first row with the same numbers of all outer digits but the last
let inBlock: bool = false;
let digits: i32 = 0;
let at: usize = 0;
let next: usize = 0;
let prefix: u32 = 0; // the place of the automaton before the last outer digit
let lastTable: usize = 0;

// @ts-ignore: decorator
@inline function at32(place: usize): u32 { return load<u32>(place); }

function walk(set: usize, classes: usize): void {
  space = set;
  digits = at32(set + DIGITS);
  words = at32(set + WORDS);
  at = at32(set + AT);
  next = at32(classes + NEXT);
  last = digits == 0 ? 1 : at32(at32(set + SIZES) + ((digits - 1) << 2));
  lastTable = digits == 0 ? 0 : at32(next + ((digits - 1) << 2));
  inBlock = false;
}

/** Finds the numbers of all outer digits but the last, and the place that the automaton is in after them. */
function enter(row: u32): void {
  let rest = row / last;
  block = rest * last;
  const sizes: usize = at32(space + SIZES);
  for (let digit = digits - 2; digit >= 0; digit--) {
    const size = at32(sizes + (digit << 2));
    store<u32>(at + (digit << 2), rest % size);
    rest /= size;
  }
  prefix = 0;
  for (let digit = 0; digit < digits - 1; digit++) {
    const size = at32(sizes + (digit << 2));
    prefix = at32(at32(next + (digit << 2)) + ((prefix * size + at32(at + (digit << 2))) << 2));
  }
  inBlock = true;
}

/** Goes to a row and gives its class. */
// @ts-ignore: decorator
@inline function seek(row: u32): u32 {
  if (!inBlock || row - block >= last) enter(row);
  if (digits == 0) return 0;
  const number = row - block;
  store<u32>(at + ((digits - 1) << 2), number);
  return at32(lastTable + ((prefix * last + number) << 2));
}

/** Where the moves of a group stand that come into question in the row that is looked at. */
// @ts-ignore: decorator
@inline function cellOf(group: usize): usize {
  let cell: u32 = 0;
  let entry: usize = at32(group + G_DIGITS);
  for (let left = at32(group + G_COUNT); left > 0; left--, entry += 8)
    cell += at32(at + (at32(entry) << 2)) * at32(entry + 4);
  return at32(group + G_STARTS) + (cell << 2);
}

// @ts-ignore: decorator
@inline function bit(set: usize, number: u32): void {
  const place = set + ((number >> 6) << 3);
  store<u64>(place, load<u64>(place) | ((<u64>1) << (number & 63)));
}

// @ts-ignore: decorator
@inline function has(set: usize, number: u32): bool {
  return ((load<u64>(set + ((number >> 6) << 3)) >> (number & 63)) & 1) != 0;
}

/** Adds to `to` all that a step leads to from `of`. */
export function expand(model: usize, moves: usize, set: usize, to: usize, from: u32, end: u32): void {
  const classes: usize = at32(moves + CLASSES);
  walk(model, classes);
  const conditions = at32(classes + CONDITIONS);
  const masks: usize = at32(classes + MASKS);
  const first: usize = at32(moves + FIRST);
  const lastGroup: usize = first + at32(moves + GROUPS) * <u32>GROUP;
  const within: usize = at32(moves + WITHIN);
  const numbers = at32(model + ROW);
  const wide = words << 3;
  for (let row = from; row < end; row++)
    for (let word: usize = 0; word < words; word++) {
      const bits = load<u64>(set + row * wide + (word << 3));
      if (bits == 0) continue;
      const kind = seek(row);
      if (within != 0) {
        const table = within + <usize>(kind * numbers + <u32>(word << 6)) * wide;
        for (let target: usize = 0; target < wide; target += 8) {
          let reached: u64 = 0;
          for (let left = bits; left != 0; left &= left - 1) reached |= load<u64>(table + <usize>ctz(left) * wide + target);
          const place = to + row * wide + target;
          store<u64>(place, load<u64>(place) | reached);
        }
      }
      const guards = masks + <usize>(kind * conditions) * wide + (word << 3);
      for (let group = first; group < lastGroup; group += GROUP) {
        const cell = cellOf(group);
        const list: usize = at32(group + G_MOVES);
        const stop: usize = list + at32(cell + 4) * <u32>MOVE;
        for (let move: usize = list + at32(cell) * <u32>MOVE; move < stop; move += MOVE) {
          const able = bits & load<u64>(guards + at32(move + M_GUARD) * wide);
          if (able == 0) continue;
          const target = to + <usize>(row + at32(move + M_DELTA)) * wide;
          const map: usize = at32(move + M_MAP);
          if (map == 0) store<u64>(target + (word << 3), load<u64>(target + (word << 3)) | able);
          else
            for (let left = able; left != 0; left &= left - 1)
              bit(target, at32(map + (((word << 6) + <usize>ctz(left)) << 2)));
        }
      }
    }
}

/** Which of some configurations of a row's word have a step into a set. */
// @ts-ignore: decorator
@inline function leading(moves: usize, guards: usize, table: usize, row: u32, word: usize, bits: u64, into: usize): u64 {
  const wide = words << 3;
  const first: usize = at32(moves + FIRST);
  const lastGroup: usize = first + at32(moves + GROUPS) * <u32>GROUP;
  let found: u64 = 0;
  for (let group = first; group < lastGroup && found != bits; group += GROUP) {
    const cell = cellOf(group);
    const list: usize = at32(group + G_MOVES);
    const stop: usize = list + at32(cell + 4) * <u32>MOVE;
    for (let move: usize = list + at32(cell) * <u32>MOVE; move < stop; move += MOVE) {
      const able = bits & load<u64>(guards + at32(move + M_GUARD) * wide);
      if (able == 0) continue;
      const target = into + <usize>(row + at32(move + M_DELTA)) * wide;
      const map: usize = at32(move + M_MAP);
      if (map == 0) found |= able & load<u64>(target + (word << 3));
      else
        for (let left = able; left != 0; left &= left - 1)
          if (has(target, at32(map + (((word << 6) + <usize>ctz(left)) << 2)))) found |= left & (0 - left);
    }
  }
  if (table == 0) return found;
  const here = into + row * wide;
  for (let left = bits & ~found; left != 0; left &= left - 1)
    for (let target: usize = 0; target < wide; target += 8)
      if ((load<u64>(table + <usize>ctz(left) * wide + target) & load<u64>(here + target)) != 0) found |= left & (0 - left);
  return found;
}

/** Writes to `out` which configurations of a set have a step into another set, and counts them. */
export function before(model: usize, moves: usize, set: usize, into: usize, out: usize, from: u32, end: u32): u32 {
  const classes: usize = at32(moves + CLASSES);
  walk(model, classes);
  const conditions = at32(classes + CONDITIONS);
  const masks: usize = at32(classes + MASKS);
  const within: usize = at32(moves + WITHIN);
  const numbers = at32(model + ROW);
  const wide = words << 3;
  let count: u32 = 0;
  for (let row = from; row < end; row++)
    for (let word: usize = 0; word < words; word++) {
      const bits = load<u64>(set + row * wide + (word << 3));
      let found: u64 = 0;
      if (bits != 0) {
        const kind = seek(row);
        const table = within == 0 ? 0 : within + <usize>(kind * numbers + <u32>(word << 6)) * wide;
        found = leading(moves, masks + <usize>(kind * conditions) * wide + (word << 3), table, row, word, bits, into);
      }
      store<u64>(out + row * wide + (word << 3), found);
      count += <u32>popcnt(found);
    }
  return count;
}

/**
 * Adds to `into` the configurations of a set that have a step into it, and what leads to these in turn as far as one sweep over the rows finds it,
 * forwards or backwards; gives how many were added.
 */
export function sweep(model: usize, moves: usize, set: usize, into: usize, from: u32, end: u32, forwards: bool): u32 {
  const classes: usize = at32(moves + CLASSES);
  walk(model, classes);
  const conditions = at32(classes + CONDITIONS);
  const masks: usize = at32(classes + MASKS);
  const within: usize = at32(moves + WITHIN);
  const numbers = at32(model + ROW);
  const wide = words << 3;
  let count: u32 = 0;
  for (let step: u32 = 0; step < end - from; step++) {
    const row = forwards ? from + step : end - 1 - step;
    for (let word: usize = 0; word < words; word++) {
      const place = into + row * wide + (word << 3);
      let left = load<u64>(set + row * wide + (word << 3)) & ~load<u64>(place);
      while (left != 0) {
        const kind = seek(row);
        const table = within == 0 ? 0 : within + <usize>(kind * numbers + <u32>(word << 6)) * wide;
        const found = leading(moves, masks + <usize>(kind * conditions) * wide + (word << 3), table, row, word, left, into);
        if (found == 0) break;
        store<u64>(place, load<u64>(place) | found);
        count += <u32>popcnt(found);
        left &= ~found;
      }
    }
  }
  return count;
}

/**
 * Looks at every step from a set: counts them, notes for each move the numbers of the row from which it is taken (`words` words at `taken`, by the
 * number of the move), and writes to `stuck` the configurations without any. `moves` has all moves, those within rows too.
 */
export function survey(model: usize, moves: usize, set: usize, taken: usize, stuck: usize, from: u32, end: u32): u64 {
  const classes: usize = at32(moves + CLASSES);
  walk(model, classes);
  const conditions = at32(classes + CONDITIONS);
  const masks: usize = at32(classes + MASKS);
  const first: usize = at32(moves + FIRST);
  const lastGroup: usize = first + at32(moves + GROUPS) * <u32>GROUP;
  const wide = words << 3;
  let count: u64 = 0;
  for (let row = from; row < end; row++)
    for (let word: usize = 0; word < words; word++) {
      const bits = load<u64>(set + row * wide + (word << 3));
      let able: u64 = 0;
      if (bits != 0) {
        const guards = masks + <usize>(seek(row) * conditions) * wide + (word << 3);
        for (let group = first; group < lastGroup; group += GROUP) {
          const cell = cellOf(group);
          const list: usize = at32(group + G_MOVES);
          const stop: usize = list + at32(cell + 4) * <u32>MOVE;
          for (let move: usize = list + at32(cell) * <u32>MOVE; move < stop; move += MOVE) {
            const here = bits & load<u64>(guards + at32(move + M_GUARD) * wide);
            if (here == 0) continue;
            able |= here;
            count += popcnt(here);
            const place = taken + at32(move + M_NUMBER) * wide + (word << 3);
            store<u64>(place, load<u64>(place) | here);
          }
        }
      }
      store<u64>(stuck + row * wide + (word << 3), bits & ~able);
    }
  return count;
}

/** Writes to `out` those of a set for which the first condition of an automaton holds, and counts them. */
export function select(model: usize, classes: usize, set: usize, out: usize, from: u32, end: u32): u32 {
  walk(model, classes);
  const masks: usize = at32(classes + MASKS);
  const wide = words << 3;
  let count: u32 = 0;
  for (let row = from; row < end; row++) {
    let kind: u32 = 0;
    let known = false;
    for (let word: usize = 0; word < words; word++) {
      let bits = load<u64>(set + row * wide + (word << 3));
      if (bits != 0) {
        if (!known) kind = seek(row);
        known = true;
        bits &= load<u64>(masks + <usize>kind * wide + (word << 3));
        count += <u32>popcnt(bits);
      }
      store<u64>(out + row * wide + (word << 3), bits);
    }
  }
  return count;
}

/** Counts in `seen` (a byte for each number of each outer digit, digit after digit, then a bit for each of the row) what occurs in a set. */
export function occurring(model: usize, classes: usize, set: usize, seen: usize, row64: usize, from: u32, end: u32): void {
  walk(model, classes);
  const sizes: usize = at32(model + SIZES);
  const wide = words << 3;
  for (let row = from; row < end; row++) {
    let some: u64 = 0;
    for (let word: usize = 0; word < wide; word += 8) {
      const bits = load<u64>(set + row * wide + word);
      some |= bits;
      store<u64>(row64 + word, load<u64>(row64 + word) | bits);
    }
    if (some == 0) continue;
    seek(row);
    let place = seen;
    for (let digit = 0; digit < digits; digit++) {
      store<u8>(place + at32(at + (digit << 2)), 1);
      place += at32(sizes + (digit << 2));
    }
  }
}
