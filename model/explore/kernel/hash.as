/**
 * The kernel of the hash strategy: configurations as keys of 64 bits, and a table of those that were reached.
 *
 * A key has a field of bits for each digit. The table has open addressing with linear probing and holds keys plus 1, so that 0 is an empty slot.
 * Reached keys also stand in a queue, in the order in which they were found, cut into chunks. A set of configurations is a bit for each slot.
 */

// A space: what keys mean, and where the table and the queue are. Places of 32-bit numbers from its start.
const DIGITS: usize = 0; // how many digits
const FIELDS: usize = 4; // for each: how far to the right it is shifted, and its mask
const AT: usize = 8; // the place of the numbers of the digits of the key that is looked at
const TABLE: usize = 12; // the table
const BITS: usize = 16; // it has 2 to the power of this slots
const CHUNKS: usize = 20; // the places of the chunks of the queue
const COUNT: usize = 24; // how many keys there are
const BUFFER: usize = 28; // a place for keys that were found and not looked up yet
const PENDING: usize = 32; // a place for two numbers for each of MANY keys

const CHUNK: u32 = 16; // a chunk has 2 to the power of this keys
const FULL: u32 = 1024; // keys in the buffer
const MANY: u32 = 128; // keys that are looked at together

// An automaton of classes.
const WORDS: usize = 0; // words of 64 bits for the conditions of a class
const NEXT: usize = 4; // the place of a list of places: the table of each digit
const HOLDS: usize = 8; // for each class a bit for each condition

// Moves: the automaton of their guards, how many groups there are, and where they stand.
const CLASSES: usize = 0;
const GROUPS: usize = 4;
const FIRST: usize = 8;

// A group: digits and strides (interleaved), how many; where the moves of each cell begin; the moves.
const GROUP: usize = 16;
const G_DIGITS: usize = 0;
const G_COUNT: usize = 4;
const G_STARTS: usize = 8;
const G_MOVES: usize = 12;

// A move: what is added to the key (64 bits), its guard, its number.
const MOVE: usize = 16;
const M_GUARD: usize = 8;
const M_NUMBER: usize = 12;

export { settle, both, either, without } from './sets';

let space: usize = 0;
let table: usize = 0;
let shift: u64 = 0;
let last: u32 = 0;

// @ts-ignore: decorator
@inline function at32(place: usize): u32 { return load<u32>(place); }

function open(model: usize): void {
  space = model;
  table = at32(model + TABLE);
  const bits = at32(model + BITS);
  shift = 64 - bits;
  last = (1 << bits) - 1;
}

// @ts-ignore: decorator
@inline function home(key: u64): u32 { return <u32>((key * 0x9E3779B97F4A7C15) >> shift); }

/** The slot of a key that was reached; without one, the empty slot where it would stand. */
// @ts-ignore: decorator
@inline function slotOf(key: u64): u32 {
  let slot = home(key);
  let found = load<u64>(table + (<usize>slot << 3));
  while (found != 0 && found != key + 1) {
    slot = (slot + 1) & last;
    found = load<u64>(table + (<usize>slot << 3));
  }
  return slot;
}

// @ts-ignore: decorator
@inline function placeInQueue(index: u32): usize {
  return at32(at32(space + CHUNKS) + ((index >> CHUNK) << 2)) + ((index & ((1 << CHUNK) - 1)) << 3);
}

// @ts-ignore: decorator
@inline function add(key: u64): void {
  const slot = slotOf(key);
  const place = table + (<usize>slot << 3);
  if (load<u64>(place) != 0) return;
  store<u64>(place, key + 1);
  const count = at32(space + COUNT);
  store<u64>(placeInQueue(count), key);
  store<u32>(space + COUNT, count + 1);
}

/** Reads the digits of a key and gives the place of the bits of its class. */
// @ts-ignore: decorator
@inline function holding(classes: usize, key: u64): usize {
  const digits = at32(space + DIGITS);
  const next: usize = at32(classes + NEXT);
  const at: usize = at32(space + AT);
  let field: usize = at32(space + FIELDS);
  let place: u32 = 0;
  for (let digit: u32 = 0; digit < digits; digit++, field += 8) {
    const mask = at32(field + 4);
    const number = <u32>(key >> at32(field)) & mask;
    store<u32>(at + (digit << 2), number);
    place = at32(at32(next + (digit << 2)) + ((place * (mask + 1) + number) << 2));
  }
  return at32(classes + HOLDS) + ((place * at32(classes + WORDS)) << 3);
}

// @ts-ignore: decorator
@inline function cellOf(group: usize): usize {
  const at: usize = at32(space + AT);
  let cell: u32 = 0;
  let entry: usize = at32(group + G_DIGITS);
  for (let left = at32(group + G_COUNT); left > 0; left--, entry += 8)
    cell += at32(at + (at32(entry) << 2)) * at32(entry + 4);
  return at32(group + G_STARTS) + (cell << 2);
}

// @ts-ignore: decorator
@inline function isOn(bits: usize, number: u32): bool {
  return ((load<u64>(bits + ((number >> 6) << 3)) >> (number & 63)) & 1) != 0;
}

// @ts-ignore: decorator
@inline function turnOn(bits: usize, number: u32): void {
  const place = bits + ((number >> 6) << 3);
  store<u64>(place, load<u64>(place) | ((<u64>1) << (number & 63)));
}

/** Writes all targets of a key to a place and gives the place after them. */
// @ts-ignore: decorator
@inline function targets(moves: usize, key: u64, to: usize): usize {
  const bits = holding(at32(moves + CLASSES), key);
  const first: usize = at32(moves + FIRST);
  const stop: usize = first + at32(moves + GROUPS) * <u32>GROUP;
  for (let group = first; group < stop; group += GROUP) {
    const cell = cellOf(group);
    const list: usize = at32(group + G_MOVES);
    const end: usize = list + at32(cell + 4) * <u32>MOVE;
    for (let move: usize = list + at32(cell) * <u32>MOVE; move < end; move += MOVE)
      if (isOn(bits, at32(move + M_GUARD))) {
        store<u64>(to, key + load<u64>(move));
        to += 8;
      }
  }
  return to;
}

/** Looks where keys would stand, so that all of it is on its way from memory at the same time. */
function touch(from: usize, to: usize): u64 {
  let touched: u64 = 0;
  for (let place = from; place < to; place += 8) touched ^= load<u64>(table + (<usize>home(load<u64>(place)) << 3));
  return touched;
}

let touched: u64 = 0;

/** Adds a key, and says whether it is new. */
export function reach(model: usize, key: u64): bool {
  open(model);
  const before = at32(model + COUNT);
  add(key);
  return at32(model + COUNT) > before;
}

/**
 * Expands the keys of the queue from a number on, up to another, as long as there are no more keys than `most`; gives the number of the next one.
 * Whoever calls it leaves room in queue and table for all that one buffer can hold beside `most`.
 */
export function expand(model: usize, moves: usize, from: u32, end: u32, most: u32): u32 {
  open(model);
  const buffer: usize = at32(model + BUFFER);
  let index = from;
  while (index < end && at32(model + COUNT) <= most) {
    let to = buffer;
    for (; index < end && to < buffer + (FULL << 3); index++) to = targets(moves, load<u64>(placeInQueue(index)), to);
    touched ^= touch(buffer, to);
    for (let place = buffer; place < to; place += 8) add(load<u64>(place));
  }
  return index;
}

/** Puts all keys of the queue into an empty table. */
export function refill(model: usize): void {
  open(model);
  const count = at32(model + COUNT);
  for (let index: u32 = 0; index < count; index++) {
    const key = load<u64>(placeInQueue(index));
    store<u64>(table + (<usize>slotOf(key) << 3), key + 1);
  }
}

/** The key that stands in a slot. */
export function keyAt(model: usize, slot: u32): u64 {
  open(model);
  return load<u64>(table + (<usize>slot << 3)) - 1;
}

/** The slot of a key that was reached; 2 to the power of 32 minus 1 where it was not. */
export function find(model: usize, key: u64): u32 {
  open(model);
  const slot = slotOf(key);
  return load<u64>(table + (<usize>slot << 3)) == 0 ? u32.MAX_VALUE : slot;
}

/** Adds the slots of keys of the queue to a set. */
export function slots(model: usize, set: usize, from: u32, end: u32): void {
  open(model);
  for (let index = from; index < end; index++) turnOn(set, slotOf(load<u64>(placeInQueue(index))));
}

/** Adds to a set all that a step leads to from another one, as far as it was reached. Words from one up to another. */
export function after(model: usize, moves: usize, set: usize, to: usize, from: u32, end: u32): void {
  open(model);
  const buffer: usize = at32(model + BUFFER);
  for (let word = from; word < end; word++)
    for (let left = load<u64>(set + (<usize>word << 3)); left != 0; left &= left - 1) {
      const slot = (word << 6) + <u32>ctz(left);
      const stop = targets(moves, load<u64>(table + (<usize>slot << 3)) - 1, buffer);
      for (let place = buffer; place < stop; place += 8) {
        const target = slotOf(load<u64>(place));
        if (load<u64>(table + (<usize>target << 3)) != 0) turnOn(to, target);
      }
    }
}

/** Whether a step leads from a key into a set. */
// @ts-ignore: decorator
@inline function leads(moves: usize, key: u64, into: usize): bool {
  const buffer: usize = at32(space + BUFFER);
  const stop = targets(moves, key, buffer);
  for (let place = buffer; place < stop; place += 8) {
    const target = slotOf(load<u64>(place));
    if (isOn(into, target)) return true;
  }
  return false;
}

/** Writes to `out` which configurations of a set have a step into another set, and counts them. */
export function before(model: usize, moves: usize, set: usize, into: usize, out: usize, from: u32, end: u32): u32 {
  open(model);
  let count: u32 = 0;
  for (let word = from; word < end; word++) {
    let found: u64 = 0;
    for (let left = load<u64>(set + (<usize>word << 3)); left != 0; left &= left - 1) {
      const slot = (word << 6) + <u32>ctz(left);
      if (leads(moves, load<u64>(table + (<usize>slot << 3)) - 1, into)) found |= left & (0 - left);
    }
    store<u64>(out + (<usize>word << 3), found);
    count += <u32>popcnt(found);
  }
  return count;
}

/** Adds to `into` those of a set that have a step into it, going over keys of the queue forwards or backwards; counts them. */
export function follow(model: usize, moves: usize, set: usize, into: usize, from: u32, end: u32, forwards: bool): u32 {
  open(model);
  const buffer: usize = at32(model + BUFFER);
  const pending: usize = at32(model + PENDING);
  let count: u32 = 0;
  let step: u32 = 0;
  while (step < end - from) {
    // Some keys at a time, so that all they lead to is on its way from memory together.
    const stop = min(end - from, step + MANY);
    for (let ahead = step; ahead < stop; ahead++) {
      const key = load<u64>(placeInQueue(forwards ? from + ahead : end - 1 - ahead));
      touched ^= load<u64>(table + (<usize>home(key) << 3));
    }
    let to = buffer;
    let entry = pending;
    for (; step < stop && to < buffer + (FULL << 3); step++) {
      const key = load<u64>(placeInQueue(forwards ? from + step : end - 1 - step));
      const slot = slotOf(key);
      if (isOn(into, slot) || !isOn(set, slot)) continue;
      to = targets(moves, key, to);
      store<u32>(entry, slot);
      store<u32>(entry + 4, <u32>to);
      entry += 8;
    }
    touched ^= touch(buffer, to);
    let place = buffer;
    for (let each = pending; each < entry; each += 8) {
      const last: usize = at32(each + 4);
      while (place < last && !isOn(into, slotOf(load<u64>(place)))) place += 8;
      if (place < last) {
        turnOn(into, at32(each));
        count++;
      }
      place = last;
    }
  }
  return count;
}

/** The same over words of the sets, where few are left: what has a step already is not looked at. */
export function sweep(model: usize, moves: usize, set: usize, into: usize, from: u32, end: u32): u32 {
  open(model);
  let count: u32 = 0;
  for (let word = from; word < end; word++) {
    const place = <usize>word << 3;
    let found: u64 = 0;
    for (let left = load<u64>(set + place) & ~load<u64>(into + place); left != 0; left &= left - 1) {
      const slot = (word << 6) + <u32>ctz(left);
      if (leads(moves, load<u64>(table + (<usize>slot << 3)) - 1, into)) found |= left & (0 - left);
    }
    store<u64>(into + place, load<u64>(into + place) | found);
    count += <u32>popcnt(found);
  }
  return count;
}

/** Looks at every step from keys of the queue: counts them, notes the moves that are taken (a byte each), and adds what has none to a set. */
export function survey(model: usize, moves: usize, taken: usize, stuck: usize, from: u32, end: u32): u64 {
  open(model);
  const classes: usize = at32(moves + CLASSES);
  const first: usize = at32(moves + FIRST);
  const stop: usize = first + at32(moves + GROUPS) * <u32>GROUP;
  let count: u64 = 0;
  for (let index = from; index < end; index++) {
    const key = load<u64>(placeInQueue(index));
    const bits = holding(classes, key);
    const known = count;
    for (let group = first; group < stop; group += GROUP) {
      const cell = cellOf(group);
      const list: usize = at32(group + G_MOVES);
      const last: usize = list + at32(cell + 4) * <u32>MOVE;
      for (let move: usize = list + at32(cell) * <u32>MOVE; move < last; move += MOVE)
        if (isOn(bits, at32(move + M_GUARD))) {
          count++;
          store<u8>(taken + at32(move + M_NUMBER), 1);
        }
    }
    if (count == known) turnOn(stuck, slotOf(key));
  }
  return count;
}

/** Writes to `out` those of a set for which the first condition of an automaton holds, and counts them. */
export function select(model: usize, classes: usize, set: usize, out: usize, from: u32, end: u32): u32 {
  open(model);
  let count: u32 = 0;
  for (let word = from; word < end; word++) {
    let found: u64 = 0;
    for (let left = load<u64>(set + (<usize>word << 3)); left != 0; left &= left - 1) {
      const slot = (word << 6) + <u32>ctz(left);
      if ((load<u64>(holding(classes, load<u64>(table + (<usize>slot << 3)) - 1)) & 1) != 0) found |= left & (0 - left);
    }
    store<u64>(out + (<usize>word << 3), found);
    count += <u32>popcnt(found);
  }
  return count;
}

/** Notes in `seen` (a byte for each number of each digit, as many as its mask allows) what occurs in a set. */
export function occurring(model: usize, set: usize, seen: usize, from: u32, end: u32): void {
  open(model);
  const digits = at32(model + DIGITS);
  for (let word = from; word < end; word++)
    for (let left = load<u64>(set + (<usize>word << 3)); left != 0; left &= left - 1) {
      const key = load<u64>(table + (<usize>((word << 6) + <u32>ctz(left)) << 3)) - 1;
      let field: usize = at32(model + FIELDS);
      let place = seen;
      for (let digit: u32 = 0; digit < digits; digit++, field += 8) {
        const mask = at32(field + 4);
        store<u8>(place + (<u32>(key >> at32(field)) & mask), 1);
        place += mask + 1;
      }
    }
}
