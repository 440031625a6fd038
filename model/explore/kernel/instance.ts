/** Kernels with their memories. */
import { BITMAP, HASH } from './bytes.ts';

/** What every kernel does to sets; words are counted. */
export type SetsKernel = {
  readonly memory: WebAssembly.Memory;
  settle(found: number, known: number, front: number, from: number, end: number): number;
  both(one: number, other: number, out: number, from: number, end: number): number;
  either(one: number, other: number, out: number, from: number, end: number): number;
  without(one: number, other: number, out: number, from: number, end: number): number;
};

/** What the bitmap kernel does; `bitmap.as` says what each function means. Places are in bytes, rows and words are counted. */
export type BitmapKernel = SetsKernel & {
  expand(space: number, moves: number, set: number, to: number, from: number, end: number): void;
  before(space: number, moves: number, set: number, into: number, out: number, from: number, end: number): number;
  sweep(space: number, moves: number, set: number, into: number, from: number, end: number, forwards: boolean): number;
  survey(space: number, moves: number, set: number, taken: number, stuck: number, from: number, end: number): bigint;
  select(space: number, classes: number, set: number, out: number, from: number, end: number): number;
  occurring(space: number, classes: number, set: number, seen: number, row: number, from: number, end: number): void;
};

/** What the hash kernel does; `hash.as` says what each function means. */
export type HashKernel = SetsKernel & {
  reach(space: number, key: bigint): boolean;
  expand(space: number, moves: number, from: number, end: number, most: number): number;
  refill(space: number): void;
  keyAt(space: number, slot: number): bigint;
  find(space: number, key: bigint): number;
  slots(space: number, set: number, from: number, end: number): void;
  after(space: number, moves: number, set: number, to: number, from: number, end: number): void;
  before(space: number, moves: number, set: number, into: number, out: number, from: number, end: number): number;
  follow(space: number, moves: number, set: number, into: number, from: number, end: number, forwards: boolean): number;
  sweep(space: number, moves: number, set: number, into: number, from: number, end: number): number;
  survey(space: number, moves: number, taken: number, stuck: number, from: number, end: number): bigint;
  select(space: number, classes: number, set: number, out: number, from: number, end: number): number;
  occurring(space: number, set: number, seen: number, from: number, end: number): void;
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const modules = new Map<string, WebAssembly.Module>();

/** A kernel with a memory of its own. Kernels are small enough to be made at once, in browsers too. */
function instance(base64: string): unknown {
  const module = modules.get(base64) ?? new WebAssembly.Module(bytesOf(base64));
  modules.set(base64, module);
  return new WebAssembly.Instance(module).exports;
}

export const bitmapKernel = (): BitmapKernel => instance(BITMAP) as BitmapKernel;
export const hashKernel = (): HashKernel => instance(HASH) as HashKernel;
