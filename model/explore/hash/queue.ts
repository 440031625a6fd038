/** The table and the queue of the hash kernel, which grow together. */
import type { HashKernel } from '../kernel/instance.ts';
import type { Places } from '../kernel/memory.ts';
import type { SavedHash } from '../saved.ts';
import type { Fields } from './keys.ts';

/** Keys of a chunk of the queue, and their bytes. */
const CHUNK = 1 << 16;
const CHUNK_BYTES = CHUNK * 8;

/** The most chunks: 2³² keys. */
const MOST_CHUNKS = 1 << 16;

/** Keys that are found before they are looked up. */
const BUFFER = 1024;

/** Keys that are looked at together. */
const MANY = 128;

const FIRST_BITS = 17;

/** What is in the record of the space, by 32-bit numbers: see `hash.as`. */
const TABLE = 3;
const BITS = 4;
const COUNT = 6;

/** Holds the places of table and queue, and gives both room. */
export class Queue {
  /** The place of the record of the space. */
  readonly space: number;
  /** How many keys one buffer can hold at most. */
  readonly buffered: number;
  readonly #kernel: HashKernel;
  readonly #places: Places;
  readonly #chunks: number;
  #count = 0;
  #bits = FIRST_BITS;
  /** Places of chunks that nothing stands in. */
  readonly #free: number[] = [];

  /** A queue for models whose configurations have at most so many steps. */
  constructor(kernel: HashKernel, places: Places, fields: Fields, mostSteps: number) {
    this.#kernel = kernel;
    this.#places = places;
    this.buffered = BUFFER + mostSteps;
    const written = places.write(fields.flatMap(({ shift, mask }) => [shift, mask]));
    const at = places.write(fields.map(() => 0));
    const buffer = places.take(this.buffered * 8);
    const pending = places.take(MANY * 8);
    this.#chunks = places.take(MOST_CHUNKS * 4);
    const table = places.take(2 ** this.#bits * 8);
    this.space = places.write([fields.length, written, at, table, this.#bits, this.#chunks, 0, buffer, pending]);
  }

  /** How many slots the table has. */
  get slots(): number {
    return 2 ** this.#bits;
  }

  /** How many keys there are. */
  get count(): number {
    return this.#record[COUNT] as number;
  }

  /** How many keys there can be before there must be more room. */
  get room(): number {
    return Math.min(this.slots * 0.6, this.#count * CHUNK) - this.buffered;
  }

  /** Makes room for twice as many keys. */
  grow(): void {
    if (this.count + this.buffered > this.slots * 0.6) this.#growTable();
    while (this.#count * CHUNK < this.count + 2 * this.buffered) this.#growQueue();
  }

  /** All keys in their order, and what tells how large the table and the queue are. */
  get saved(): Pick<SavedHash, 'bits' | 'chunks' | 'arrays'> {
    const keys = new BigUint64Array(this.count);
    for (const [chunk, part] of this.#parts(keys)) part.set(this.#keysAt(chunk, part.length));
    return { bits: this.#bits, chunks: this.#count, arrays: { keys } };
  }

  /** Makes an empty queue, and its table, what they were when they were saved. */
  restore({ bits, chunks, arrays: { keys } }: Pick<SavedHash, 'bits' | 'chunks' | 'arrays'>): void {
    while (this.#bits < bits) this.#growTable();
    while (this.#count < chunks) this.#growQueue();
    for (const [chunk, part] of this.#parts(keys)) this.#keysAt(chunk, part.length).set(part);
    this.#record[COUNT] = keys.length;
    this.#kernel.refill(this.space);
  }

  /** Keys as they are cut into chunks, with the number of the chunk. */
  *#parts(keys: BigUint64Array): Generator<readonly [chunk: number, part: BigUint64Array]> {
    for (let chunk = 0; chunk * CHUNK < keys.length; chunk++)
      yield [chunk, keys.subarray(chunk * CHUNK, (chunk + 1) * CHUNK)];
  }

  /** The first keys of a chunk. */
  #keysAt(chunk: number, length: number): BigUint64Array {
    const { buffer } = this.#kernel.memory;
    return new BigUint64Array(buffer, new Uint32Array(buffer, this.#chunks, MOST_CHUNKS)[chunk], length);
  }

  get #record(): Uint32Array {
    return new Uint32Array(this.#kernel.memory.buffer, this.space, 8);
  }

  #growTable(): void {
    const before = this.#record[TABLE] as number;
    const bytes = this.slots * 8;
    this.#bits++;
    const table = this.#places.take(this.slots * 8);
    this.#record[TABLE] = table;
    this.#record[BITS] = this.#bits;
    this.#kernel.refill(this.space);
    // The old table is not needed any more: chunks of the queue will stand there.
    for (let place = before; place + CHUNK_BYTES <= before + bytes; place += CHUNK_BYTES) this.#free.push(place);
  }

  #growQueue(): void {
    const place = this.#free.pop() ?? this.#places.take(CHUNK_BYTES);
    new Uint32Array(this.#kernel.memory.buffer, this.#chunks, MOST_CHUNKS)[this.#count++] = place;
  }
}
