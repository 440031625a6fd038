/**
 * The configurations that were seen, packed into words of 32 bits: exact, whatever the number of words. Open addressing with linear probing; the
 * keys stand in the table itself, beside their ids, so that a lookup touches one place in memory.
 */

/** A set of packed configurations, each with its id: its number in order of discovery. */
export interface Seen {
  /** How many there are. */
  readonly size: number;
  /** The words of all configurations, one configuration after the other. */
  readonly keys: Int32Array;
  /** Bytes that its arrays take. */
  readonly bytes: number;
  /** The id of a configuration, a new one where it was not seen; -1 where there would be more than `most`. */
  add(words: Int32Array, most: number): number;
}

/** The same array with room for so many numbers. What held them before must not be used any more. */
export function resized<T extends Int32Array | Uint16Array | Uint32Array>(array: T, length: number): T {
  const Kind = array.constructor as new (buffer: ArrayBuffer) => T;
  return new Kind((array.buffer as ArrayBuffer).transfer(length * array.BYTES_PER_ELEMENT));
}

/** Room for one number more than there are, in a growing array. */
export const withRoom = <T extends Int32Array | Uint16Array | Uint32Array>(array: T, size: number): T =>
  size < array.length ? array : resized(array, Math.ceil(array.length * 1.5));

const FIRST_BITS = 10;
const GOLDEN = 0x9e3779b1;

/** Mixes the bits of a word, so that the first ones of the result differ for words that differ anywhere. */
function hashOf(word: number): number {
  const mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), GOLDEN);
}

/** The most bits of a word for which there is an entry for each word: 64 MB. */
const DIRECT_BITS = 24;

/** An empty set of configurations of so many words, the last of which has so many bits. */
export const seenOf = (words: number, bits: number): Seen => {
  if (words > 1) return words === 2 ? new SeenByTwoWords() : new SeenByWords(words);
  return bits <= DIRECT_BITS ? new SeenDirectly(bits) : new SeenByOneWord();
};

/** Where all words of one number of bits are few, there is an entry for each: the id plus 1, or 0. */
class SeenDirectly implements Seen {
  size = 0;
  keys = new Int32Array(1 << FIRST_BITS);
  readonly #entries: Int32Array;

  constructor(bits: number) {
    this.#entries = new Int32Array(1 << bits);
  }

  get bytes(): number {
    return this.keys.byteLength + this.#entries.byteLength;
  }

  add(words: Int32Array, most: number): number {
    const word = words[0] as number;
    const found = this.#entries[word] as number;
    if (found !== 0) return found - 1;
    if (this.size >= most) return -1;
    this.keys = withRoom(this.keys, this.size);
    this.keys[this.size] = word;
    this.#entries[word] = ++this.size;
    return this.size - 1;
  }
}

/** Entries are two numbers: the word, and the id plus 1 (0 where there is none). */
class SeenByOneWord implements Seen {
  size = 0;
  keys = new Int32Array(1 << FIRST_BITS);
  #bits = FIRST_BITS;
  #entries = new Int32Array(2 << FIRST_BITS);

  get bytes(): number {
    return this.keys.byteLength + this.#entries.byteLength;
  }

  add(words: Int32Array, most: number): number {
    const word = words[0] as number;
    const entries = this.#entries;
    const last = entries.length - 2;
    let at = (hashOf(word) >>> (32 - this.#bits)) << 1;
    for (let found = entries[at + 1] as number; found !== 0; found = entries[at + 1] as number) {
      if (entries[at] === word) return found - 1;
      at = (at + 2) & last;
    }
    if (this.size >= most) return -1;
    entries[at] = word;
    entries[at + 1] = this.size + 1;
    this.keys = withRoom(this.keys, this.size);
    this.keys[this.size] = word;
    if (this.size * 2 > 1 << this.#bits) this.#grow();
    return this.size++;
  }

  #grow(): void {
    const old = this.#entries;
    const bits = ++this.#bits;
    const entries = new Int32Array(old.length * 2);
    const last = entries.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let at = (hashOf(old[from] as number) >>> (32 - bits)) << 1;
      while (entries[at + 1] !== 0) at = (at + 2) & last;
      entries[at] = old[from] as number;
      entries[at + 1] = old[from + 1] as number;
    }
    this.#entries = entries;
  }
}

/** Entries are three numbers: the words, and the id plus 1 (0 where there is none); a fourth one keeps them in one line of the cache. */
class SeenByTwoWords implements Seen {
  size = 0;
  keys = new Int32Array(2 << FIRST_BITS);
  #bits = FIRST_BITS;
  #entries = new Int32Array(4 << FIRST_BITS);

  get bytes(): number {
    return this.keys.byteLength + this.#entries.byteLength;
  }

  add(words: Int32Array, most: number): number {
    const one = words[0] as number;
    const two = words[1] as number;
    const entries = this.#entries;
    const last = entries.length - 4;
    let at = (hashOfTwo(one, two) >>> (32 - this.#bits)) << 2;
    for (let found = entries[at + 2] as number; found !== 0; found = entries[at + 2] as number) {
      if (entries[at] === one && entries[at + 1] === two) return found - 1;
      at = (at + 4) & last;
    }
    if (this.size >= most) return -1;
    entries[at] = one;
    entries[at + 1] = two;
    entries[at + 2] = this.size + 1;
    this.keys = withRoom(this.keys, 2 * this.size + 1);
    this.keys[2 * this.size] = one;
    this.keys[2 * this.size + 1] = two;
    if (this.size * 2 > 1 << this.#bits) this.#grow();
    return this.size++;
  }

  #grow(): void {
    const old = this.#entries;
    const bits = ++this.#bits;
    const entries = new Int32Array(old.length * 2);
    const last = entries.length - 4;
    for (let from = 0; from < old.length; from += 4) {
      if (old[from + 2] === 0) continue;
      let at = (hashOfTwo(old[from] as number, old[from + 1] as number) >>> (32 - bits)) << 2;
      while (entries[at + 2] !== 0) at = (at + 4) & last;
      entries[at] = old[from] as number;
      entries[at + 1] = old[from + 1] as number;
      entries[at + 2] = old[from + 2] as number;
    }
    this.#entries = entries;
  }
}

const hashOfTwo = (one: number, two: number): number => hashOf(hashOf(one) ^ two);

/** Entries are ids plus 1; the keys stand in the list of all keys only. */
class SeenByWords implements Seen {
  size = 0;
  keys: Int32Array;
  readonly #words: number;
  #bits = FIRST_BITS;
  #entries = new Int32Array(1 << FIRST_BITS);

  constructor(words: number) {
    this.#words = words;
    this.keys = new Int32Array(words << FIRST_BITS);
  }

  get bytes(): number {
    return this.keys.byteLength + this.#entries.byteLength;
  }

  add(words: Int32Array, most: number): number {
    const entries = this.#entries;
    let at = this.#hash(words, 0) >>> (32 - this.#bits);
    for (let found = entries[at] as number; found !== 0; found = entries[at] as number) {
      if (this.#isAt(words, (found - 1) * this.#words)) return found - 1;
      at = (at + 1) & (entries.length - 1);
    }
    if (this.size >= most) return -1;
    entries[at] = this.size + 1;
    const from = this.size * this.#words;
    this.keys = withRoom(this.keys, from + this.#words - 1);
    this.keys.set(words, from);
    this.size++;
    if (this.size * 2 > entries.length) this.#grow();
    return this.size - 1;
  }

  #isAt(words: Int32Array, from: number): boolean {
    for (let word = 0; word < words.length; word++) if (this.keys[from + word] !== words[word]) return false;
    return true;
  }

  #hash(words: Int32Array, from: number): number {
    let hash = 0;
    for (let word = 0; word < this.#words; word++) {
      hash = Math.imul(hash ^ (words[from + word] as number), 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    return Math.imul(hash, GOLDEN);
  }

  #grow(): void {
    this.#bits++;
    const entries = new Int32Array(this.#entries.length * 2);
    for (let id = 0; id < this.size; id++) {
      let at = this.#hash(this.keys, id * this.#words) >>> (32 - this.#bits);
      while (entries[at] !== 0) at = (at + 1) & (entries.length - 1);
      entries[at] = id + 1;
    }
    this.#entries = entries;
  }
}
