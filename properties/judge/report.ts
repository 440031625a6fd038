/** What the parts of the default findings take and give. */
import type { Configuration } from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import type { FindingCode } from './codes.ts';
import type { Explored } from './decide.ts';
import type { Evidence } from './evidence.ts';
import type { Followed } from './followed.ts';
import type { FindingSaying } from './sayings/index.ts';
import type { Finding, Subject } from './verdict.ts';

/** One table or system and what was explored of it. */
export type Checked = { readonly model: Model; readonly followed: readonly Followed[]; readonly evidence: Evidence };

/** The same where all steps are at hand. */
export type CheckedGraph = Checked &
  Explored & {
    /** The configuration that an edge leads to from an id, with the names that its instances have before the step. */
    readonly after: (id: number, edge: number) => Configuration;
  };

/** What a finding says beside its code. `at` is the place of the configuration that its shortest trace leads to. */
export type Report = Subject & {
  readonly code: FindingCode;
  readonly saying: FindingSaying;
  readonly path: Finding['path'];
  readonly at?: number;
};
