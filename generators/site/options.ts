/** What whoever builds a site knows beside a table or system and its judgement. All of it may be absent. */
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Path } from '../../model/table/diagnostic.ts';
import type { Fault, MutationKind } from '../../properties/mutation/mutant.ts';
import type { KindScore } from '../../properties/mutation/mutate.ts';
import type { Part, Walk } from '../../properties/random/walk.ts';
import type { Compared } from '../difference/lines.ts';

/** What random walks covered, as plain data. */
export type CoverageNumbers = Pick<Walk, 'runs' | 'steps' | 'covered' | 'unfired' | 'isMeasured'> & {
  readonly seed: number;
};

/** How many small faults the properties notice, as plain data. */
export type MutationNumbers = {
  /** Killed mutants over killed and survived ones, from 0 to 1; null where there are none of either. */
  readonly score: number | null;
  readonly kinds: readonly KindScore[];
  /** The mutants that no property notices: what each changes, and where. */
  readonly survivors: readonly { readonly kind: MutationKind; readonly fault: Fault; readonly path: Path }[];
  /** How many mutants are not even made, since there would be too many of their kind. */
  readonly untried: number;
  /** The limit at which it was stopped. */
  readonly stopped?: string;
};

/** What the first configurations that exploring finds cover: rows that fire and states that occur, of every instance. */
export type FirstNumbers = { readonly configurations: number; readonly rows: Part; readonly states: Part };

/** What takes too long to be found out for a site. */
export type LeftOut = {
  /** Where random walks do: what is told instead. */
  readonly first?: FirstNumbers;
  /** Whether the properties are not held against small faults. */
  readonly isMutation: boolean;
};

/** A version of the model in its history. */
export type Version = {
  /** What it is called, such as a tag. */
  readonly name: string;
  /** The revision that this is, shortened; none where there is no such revision. */
  readonly revision?: string;
  /** ISO 8601 date. */
  readonly date?: string;
};

/** What is told of the history: what became different from a version to the next one, or why a version cannot be compared. */
export type Change =
  | {
      readonly from: Version;
      /** Nothing: the model as it is now. */
      readonly to?: Version;
      /** Nothing where both say the same. */
      readonly compared?: Compared;
    }
  | { readonly version: Version; readonly missing: 'no revision' | 'no model' | 'unreadable' };

export type SiteOptions = {
  /** The explored graph of the model; it is explored again, within bounds, where it is not given. */
  readonly graph?: StateGraph;
  /**
   * When the model was checked, as ISO 8601 date: from its commit or `SOURCE_DATE_EPOCH`, never the clock, so that a site can be
   * reproduced.
   */
  readonly checked?: string;
  /** How sources are reached: an address with `{file}` and `{line}`; places are plain words where there is none. */
  readonly source?: string;
  /** BCP 47 tag of the language of texts that are given without one; the first that the model names, else English. */
  readonly plain?: string;
  readonly coverage?: CoverageNumbers;
  readonly mutation?: MutationNumbers;
  readonly leftOut?: LeftOut;
  /** The changes between versions, the newest first. */
  readonly changes?: readonly Change[];
};
