/** What the tests of a suite are made of, and what they cover. */
import type { Configuration, RowTaken } from '../../model/explore/machine.ts';
import type { Input } from './inputs.ts';

/** A step of a test: what is sent, and what has to be seen. */
export type SuiteStep = Input & {
  readonly expect: 'accepted' | 'refused';
  /** The rows that are taken; none where it is refused. */
  readonly rows: readonly RowTaken[];
  /** The configuration after it. */
  readonly to: Configuration;
  /** Other outcomes that are as right, where the table leaves a choice: then the test says nothing about what follows. */
  readonly or?: readonly Configuration[];
  /**
   * Of a timer: how many milliseconds pass until it fires by itself, or has to be refused; `never` where it cannot be waited for, since another timer fires
   * before. Whoever sends timers does not need it.
   */
  readonly wait?: number | 'never';
  /** What waiting leads to, where that is not just what the step says: several timers are due at once. */
  readonly waited?: readonly Configuration[];
};

/** A test: it starts afresh in an initial configuration. */
export type SuiteTest = {
  readonly name: string;
  readonly initial: Configuration;
  readonly steps: readonly SuiteStep[];
};

/** So much of what there is. */
export type Share = { readonly covered: number; readonly of: number };

/** What tests cover; refusals are inputs that are not enabled, over all configurations. */
export type SuiteCoverage = {
  readonly configurations: Share;
  readonly rows: Share;
  readonly transitions: Share;
  readonly refusals: Share;
};
