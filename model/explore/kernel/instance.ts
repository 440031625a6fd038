/** A kernel with its memory. */
import { BITMAP } from './bytes.ts';

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

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

let module: WebAssembly.Module | undefined;

/** A bitmap kernel with a memory of its own. It is small enough to be made at once, in browsers too. */
export function bitmapKernel(): BitmapKernel {
  module ??= new WebAssembly.Module(bytesOf(BITMAP));
  return new WebAssembly.Instance(module).exports as unknown as BitmapKernel;
}
