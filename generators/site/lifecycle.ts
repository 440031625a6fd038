/** What pages of a table show of its behaviour, found once for all of them and in all languages. */
import type { StateGraph } from '../../model/explore/graph.ts';
import { memo } from '../../model/table/memo.ts';
import type { Table } from '../../model/table/types.ts';
import { type Review, reviewOf } from '../../properties/review/index.ts';
import type { TableContext } from './context.ts';
import { type Ahead, aheadOf, type Shortest, shortestFrom, type Way, waysOf } from './ways.ts';

export type Lifecycle = {
  readonly ways: readonly Way[];
  readonly ahead: ReadonlyMap<string, Ahead> | undefined;
  readonly shortest: readonly Shortest[];
  /** The review of what the table restates of its sources; nothing where it restates none. */
  readonly review: Review | undefined;
};

const ofGraph = memo((graph: StateGraph) =>
  memo((table: Table): Lifecycle => {
    const restates = Object.values(table.sources ?? {}).some(({ claims }) => claims !== undefined);
    return {
      ways: waysOf(table, graph),
      ahead: aheadOf(table, graph),
      shortest: shortestFrom(graph),
      review: restates ? reviewOf({ table }) : undefined,
    };
  }),
);

/** What a table does, found once for each graph of it. */
export const lifecycleOf = ({ model, graph }: TableContext): Lifecycle => ofGraph(graph())(model);
