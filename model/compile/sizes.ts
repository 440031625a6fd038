/** How far a compiled model may grow; none of it changes what is found. */

/** The local ids of a component, the entries of the table of one change, and the work that is spent on finding them. */
export type Bound = { readonly ids: number; readonly entries: number; readonly work: number };

export type Sizes = {
  /** Fields that grow farther than this together are numbered apart. */
  readonly several: Bound;
  /**
   * Instances that grow farther than this together are numbered apart; they are numbered together only where a model
   * has at least so many combinations of local ids otherwise, and where that makes theirs so many times fewer.
   */
  readonly together: Bound & { readonly least: number; readonly gain: number };
  /** A single field that grows farther than this is too large to be compiled. */
  readonly single: Bound;
  /**
   * The most combinations of parts of one occasion that are made occasions of their own, so that no choice is left to
   * the engine.
   */
  readonly combinations: number;
  /** The most entries that what can happen has in tables of states; a model with more is explored as it is written. */
  readonly entries: number;
};

export const SIZES: Sizes = {
  several: { ids: 1 << 10, entries: 1 << 16, work: 1 << 17 },
  together: { ids: 1 << 10, entries: 1 << 18, work: 1 << 18, least: 1 << 20, gain: 2 },
  single: { ids: 1 << 20, entries: 1 << 22, work: 1 << 24 },
  combinations: 64,
  entries: 1 << 22,
};
