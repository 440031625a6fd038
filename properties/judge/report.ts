/** What the parts of the default findings take and give. */
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Table } from '../../model/table/types.ts';
import type { FindingCode } from './codes.ts';
import type { Finding, Subject } from './verdict.ts';

/** One table and what was explored of it. */
export type Checked = { readonly table: Table; readonly graph: StateGraph };

/** What a finding says beside its code. `at` is the configuration, by id, that its shortest trace leads to. */
export type Report = Subject & {
  readonly code: FindingCode;
  readonly message: string;
  readonly path: Finding['path'];
  readonly at?: number;
};
