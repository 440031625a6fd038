/**
 * The configurations that were seen, packed into words of 32 bits: exact, whatever the number of words. Open
 * addressing with linear probing; one or two words stand in the table itself, beside the id, so that a lookup touches
 * one place in memory.
 */
import { withRoom } from './growing.ts';

/** A set of packed configurations, each with its id: its number in order of discovery. */
export interface Seen {
  /** How many there are. */
  readonly size: number;
  /** The words of all configurations, one configuration after the other. */
  readonly keys: Int32Array;
  /** Bytes that it takes. */
  readonly bytes: number;
  /**
   * The id of the configuration whose words begin at a place, a new one where it was not seen; -1 where there would
   * be more than `most`.
   */
  add(words: Int32Array, from: number, most: number): number;
  /**
   * Looks where so many configurations, one after the other, would stand, so that all of it is on its way from memory
   * at the same time when they are added one by one.
   */
  touch(words: Int32Array, count: number): void;
}

const FIRST_BITS = 4;
const WORD = 32;

/** Mixes the bits of a word, so that the first ones of the result differ for words that differ anywhere. */
function hashOf(word: number): number {
  const mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0x9e3779b1);
}

const hashOfTwo = (one: number, two: number): number => hashOf(hashOf(one) ^ two);

/** The most words for which there is an entry for each of them: 128 MB. */
const MOST_DIRECT = 1 << 25;

/** An empty set of configurations of so many words, the last of which can be so many different numbers. */
export const seenOf = (words: number, span: number): Seen => {
  if (words > 1) return words === 2 ? new SeenByTwoWords() : new SeenByWords(words);
  return span <= MOST_DIRECT ? new SeenDirectly(span) : new SeenByOneWord();
};

/** What all sets have: the list of all words. */
abstract class Keys {
  size = 0;
  keys: Int32Array;
  /** What was looked at last. It means nothing, but what has no effect may not be done at all. */
  touched = 0;
  readonly #words: number;

  constructor(words: number) {
    this.#words = words;
    this.keys = new Int32Array(words << FIRST_BITS);
  }

  protected abstract readonly entries: Int32Array;

  get bytes(): number {
    return this.size * this.#words * Int32Array.BYTES_PER_ELEMENT + this.entries.byteLength;
  }
}

/** An entry for every word there is: the id plus 1, or 0. */
class SeenDirectly extends Keys implements Seen {
  protected readonly entries: Int32Array;

  constructor(span: number) {
    super(1);
    this.entries = new Int32Array(span);
  }

  touch(words: Int32Array, count: number): void {
    const { entries } = this;
    let touched = 0;
    for (let from = 0; from < count; from++) touched ^= entries[words[from] as number] as number;
    this.touched = touched;
  }

  add(words: Int32Array, from: number, most: number): number {
    const word = words[from] as number;
    const found = this.entries[word] as number;
    if (found !== 0) return found - 1;
    const id = this.size;
    if (id >= most) return -1;
    this.keys = withRoom(this.keys, id);
    this.keys[id] = word;
    this.entries[word] = ++this.size;
    return id;
  }
}

/** Entries are two numbers: the word, and the id plus 1 (0 where there is none). */
class SeenByOneWord extends Keys implements Seen {
  protected entries = new Int32Array(2 << FIRST_BITS);
  #shift = WORD - FIRST_BITS;

  constructor() {
    super(1);
  }

  touch(words: Int32Array, count: number): void {
    const { entries } = this;
    const shift = this.#shift;
    let touched = 0;
    for (let from = 0; from < count; from++)
      touched ^= entries[(hashOf(words[from] as number) >>> shift) << 1] as number;
    this.touched = touched;
  }

  add(words: Int32Array, from: number, most: number): number {
    const word = words[from] as number;
    const { entries } = this;
    const last = entries.length - 2;
    let at = (hashOf(word) >>> this.#shift) << 1;
    for (let found = entries[at + 1] as number; found !== 0; found = entries[at + 1] as number) {
      if (entries[at] === word) return found - 1;
      at = (at + 2) & last;
    }
    const id = this.size;
    if (id >= most) return -1;
    this.keys = withRoom(this.keys, id);
    this.keys[id] = word;
    entries[at] = word;
    entries[at + 1] = ++this.size;
    if (this.size * 4 > entries.length) this.#grow();
    return id;
  }

  #grow(): void {
    const old = this.entries;
    const shift = --this.#shift;
    const entries = new Int32Array(old.length * 2);
    const last = entries.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let at = (hashOf(old[from] as number) >>> shift) << 1;
      while (entries[at + 1] !== 0) at = (at + 2) & last;
      entries[at] = old[from] as number;
      entries[at + 1] = old[from + 1] as number;
    }
    this.entries = entries;
  }
}

/**
 * Entries are the two words and the id plus 1 (0 where there is none); a fourth number keeps each in one line of the
 * cache.
 */
class SeenByTwoWords extends Keys implements Seen {
  protected entries = new Int32Array(4 << FIRST_BITS);
  #shift = WORD - FIRST_BITS;

  constructor() {
    super(2);
  }

  touch(words: Int32Array, count: number): void {
    const { entries } = this;
    const shift = this.#shift;
    let touched = 0;
    for (let from = 0; from < 2 * count; from += 2)
      touched ^= entries[(hashOfTwo(words[from] as number, words[from + 1] as number) >>> shift) << 2] as number;
    this.touched = touched;
  }

  add(words: Int32Array, from: number, most: number): number {
    const one = words[from] as number;
    const two = words[from + 1] as number;
    const { entries } = this;
    const last = entries.length - 4;
    let at = (hashOfTwo(one, two) >>> this.#shift) << 2;
    for (let found = entries[at + 2] as number; found !== 0; found = entries[at + 2] as number) {
      if (entries[at] === one && entries[at + 1] === two) return found - 1;
      at = (at + 4) & last;
    }
    const id = this.size;
    if (id >= most) return -1;
    this.keys = withRoom(this.keys, 2 * id + 1);
    this.keys[2 * id] = one;
    this.keys[2 * id + 1] = two;
    entries[at] = one;
    entries[at + 1] = two;
    entries[at + 2] = ++this.size;
    if (this.size * 8 > entries.length) this.#grow();
    return id;
  }

  #grow(): void {
    const old = this.entries;
    const shift = --this.#shift;
    const entries = new Int32Array(old.length * 2);
    const last = entries.length - 4;
    for (let from = 0; from < old.length; from += 4) {
      if (old[from + 2] === 0) continue;
      let at = (hashOfTwo(old[from] as number, old[from + 1] as number) >>> shift) << 2;
      while (entries[at + 2] !== 0) at = (at + 4) & last;
      entries[at] = old[from] as number;
      entries[at + 1] = old[from + 1] as number;
      entries[at + 2] = old[from + 2] as number;
    }
    this.entries = entries;
  }
}

/** Entries are ids plus 1; the words stand in the list of all words only. */
class SeenByWords extends Keys implements Seen {
  protected entries = new Int32Array(1 << FIRST_BITS);
  readonly #words: number;
  #shift = WORD - FIRST_BITS;

  constructor(words: number) {
    super(words);
    this.#words = words;
  }

  touch(words: Int32Array, count: number): void {
    let touched = 0;
    for (let index = 0; index < count; index++)
      touched ^= this.entries[this.#hash(words, index * this.#words) >>> this.#shift] as number;
    this.touched = touched;
  }

  add(words: Int32Array, from: number, most: number): number {
    const { entries } = this;
    const last = entries.length - 1;
    let at = this.#hash(words, from) >>> this.#shift;
    for (let found = entries[at] as number; found !== 0; found = entries[at] as number) {
      if (this.#isAt(words, from, (found - 1) * this.#words)) return found - 1;
      at = (at + 1) & last;
    }
    const id = this.size;
    if (id >= most) return -1;
    const place = id * this.#words;
    this.keys = withRoom(this.keys, place + this.#words - 1);
    for (let word = 0; word < this.#words; word++) this.keys[place + word] = words[from + word] as number;
    entries[at] = ++this.size;
    if (this.size * 2 > entries.length) this.#grow();
    return id;
  }

  #isAt(words: Int32Array, from: number, place: number): boolean {
    for (let word = 0; word < this.#words; word++) if (this.keys[place + word] !== words[from + word]) return false;
    return true;
  }

  #hash(words: Int32Array, from: number): number {
    let hash = 0;
    for (let word = 0; word < this.#words; word++) hash = hashOfTwo(hash, words[from + word] as number);
    return hash;
  }

  #grow(): void {
    this.#shift--;
    const entries = new Int32Array(this.entries.length * 2);
    const last = entries.length - 1;
    for (let id = 0; id < this.size; id++) {
      let at = this.#hash(this.keys, id * this.#words) >>> this.#shift;
      while (entries[at] !== 0) at = (at + 1) & last;
      entries[at] = id + 1;
    }
    this.entries = entries;
  }
}
