/**
 * Explorations as they are at a pause, so that another process can go on with them: numbers, lists and arrays of numbers, and nothing of the
 * model. Whoever goes on has the same model, compiled in the same way, and finds what would have been found without the pause, in the same order.
 */
import type { Action, Blocked } from './machine.ts';

/** Where arrays stand. They may be views of what is explored, so they are written, or copied, before exploring goes on. */
type Arrays<Name extends string, Kind> = { readonly arrays: { readonly [name in Name]: Kind } };

/** A level that was not expanded to its end is expanded again: this adds nothing that it would not have added. */
export type SavedBitmap = {
  readonly strategy: 'bitmap';
  readonly size: number;
  readonly queue: number;
  readonly depth: number;
} & Arrays<'reached' | 'front', Uint32Array>;

/** All keys in the order in which they were found, and how large the table is: together these say what stands in which slot. */
export type SavedHash = {
  readonly strategy: 'hash';
  readonly next: number;
  readonly bits: number;
  readonly chunks: number;
  readonly levels: readonly number[];
} & Arrays<'keys', BigUint64Array>;

/** The graph as far as configurations were expanded. */
export type SavedGraph = {
  readonly strategy: 'graph';
  readonly initial: number;
  readonly depth: number;
  readonly nextDepth: number;
  readonly actions: readonly Action[];
  readonly blocked: readonly Blocked[];
  /** How often each of these is blocked; where, stands in one array after the other. */
  readonly often: readonly number[];
  /** Why a check that was planned otherwise went on with a graph. */
  readonly turned?: string;
} & Arrays<'keys' | 'offset' | 'target' | 'action' | 'parent' | 'arrival' | 'blockedIds', SavedNumbers>;

export type SavedNumbers = Int32Array | Uint8Array | Uint16Array | Uint32Array;

export type Saved = SavedBitmap | SavedHash | SavedGraph;

/** How many configurations were found. */
export const sizeOf = (saved: Saved): number => {
  if (saved.strategy === 'bitmap') return saved.size;
  return saved.strategy === 'hash' ? saved.arrays.keys.length : saved.arrays.parent.length;
};
