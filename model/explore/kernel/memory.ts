/** Places in the memory of a kernel. */
const PAGE = 1 << 16;
const ALIGNED = 8;

/** What a kernel keeps for itself at the start of its memory. */
const START = 1024;

/** The most bytes there are. */
const MOST = 2 ** 32 - PAGE;

/** Thrown where a kernel has no more memory. */
export class OutOfMemory extends Error {
  override readonly name = 'OutOfMemory';
}

/** Gives out places one after the other; nothing is given back. */
export class Places {
  readonly #memory: WebAssembly.Memory;
  #end = START;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** How many bytes were given out. */
  get used(): number {
    return this.#end;
  }

  /** A place for so many bytes, all of which are 0. @throws {OutOfMemory} */
  take(bytes: number): number {
    const place = this.#end;
    const end = Math.ceil((place + bytes) / ALIGNED) * ALIGNED;
    const missing = end - this.#memory.buffer.byteLength;
    if (end > MOST) throw new OutOfMemory('the kernel has no more memory');
    if (missing > 0) {
      try {
        this.#memory.grow(Math.ceil(missing / PAGE));
      } catch {
        throw new OutOfMemory('the kernel has no more memory');
      }
    }
    this.#end = end;
    return place;
  }

  /** Writes numbers of 32 bits and gives their place. */
  write(numbers: ArrayLike<number>): number {
    const place = this.take(numbers.length * Int32Array.BYTES_PER_ELEMENT);
    new Int32Array(this.#memory.buffer, place, numbers.length).set(numbers);
    return place;
  }
}
