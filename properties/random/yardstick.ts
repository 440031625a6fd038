/** What exhaustive checking knows of what random walks look for: how much there is of everything, and what cannot happen. */
import { exploringModel } from '../../model/explore/compiled.ts';
import { degree, type StateGraph } from '../../model/explore/graph.ts';
import { type RowTaken, rowKey } from '../../model/explore/machine.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { type Coverage, pairKey } from './coverage.ts';

/** An exploration is cheap enough to be a yardstick up to here. */
const CHEAP = { maxConfigurations: 200_000, maxTransitions: 2_000_000 } as const;

/** So much of what there is; how much there is, is known only where everything was explored. */
export type Part = { readonly covered: number; readonly of?: number };

/** The parts of a coverage. */
export type Covered = {
  readonly rows: Part;
  readonly states: Part;
  readonly configurations: Part;
  readonly transitions: Part;
  readonly pairs: Part;
};

/** A row that no run fired. `can`: whether it can fire at all, where that is known. */
export type Unfired = { readonly row: number; readonly instance?: string; readonly can?: boolean };

/** Two rows of which the second can follow the first. */
export type RowPair = readonly [first: RowTaken, second: RowTaken];

/** Explores a model as far as that is cheap, in pieces: none where there is more. */
export function* measuring(model: Model): Generator<void, StateGraph | undefined, string | undefined> {
  const exploring = exploringModel(model, CHEAP);
  let at = exploring.next();
  while (!at.done) at = exploring.next(yield);
  return at.value.stopped === undefined ? at.value : undefined;
}

/** How much is covered, of how much where that is known. */
export function coveredOf(model: Model, coverage: Coverage, graph: StateGraph | undefined): Covered {
  const all = graph && {
    rows: new Set(graph.actions.flatMap(({ rows }) => rows.map(rowKey))).size,
    states: statesOf(model, graph),
    configurations: graph.size,
    transitions: graph.transitions,
    pairs: pairsIn(graph).size,
  };
  const part = (name: keyof Covered): Part => ({ covered: coverage[name].size, ...(all && { of: all[name] }) });
  return {
    rows: part('rows'),
    states: part('states'),
    configurations: part('configurations'),
    transitions: part('transitions'),
    pairs: part('pairs'),
  };
}

/** How many states occur; in a system those of each instance. */
function statesOf(model: Model, graph: StateGraph): number {
  const names = isSystem(model) ? [...instancesOf(model).keys()] : [undefined];
  const states = names.map((name) => new Set(graph.occurrences(name).flatMap(({ local }) => local.state ?? [])));
  return states.reduce((sum, { size }) => sum + size, 0);
}

/** The pairs of rows that can follow each other, by their keys. */
export function pairsIn(graph: StateGraph): ReadonlyMap<string, RowPair> {
  const { actions, action, offset, target } = graph;
  const followed = new Set<number>();
  const pairs = new Map<string, RowPair>();
  for (let edge = 0; edge < graph.transitions; edge++) {
    const at = target[edge] as number;
    for (let next = offset[at] as number; next < (offset[at + 1] as number); next++) {
      const key = (action[edge] as number) * actions.length + (action[next] as number);
      if (followed.has(key)) continue;
      followed.add(key);
      for (const first of actions[action[edge] as number]?.rows ?? [])
        for (const second of actions[action[next] as number]?.rows ?? [])
          pairs.set(pairKey(rowKey(first), rowKey(second)), [first, second]);
    }
  }
  return pairs;
}

/** The pairs of rows that can follow each other and never did. */
export const unpairedIn = (coverage: Coverage, graph: StateGraph): readonly RowPair[] =>
  [...pairsIn(graph)].flatMap(([key, pair]) => (coverage.pairs.has(key) ? [] : [pair]));

/** How many configurations are stuck outside the declared ends. */
export function stuckIn(graph: StateGraph): number {
  let count = 0;
  for (let id = 0; id < graph.size; id++) if (degree(graph, id) === 0 && !graph.isFinal(id)) count++;
  return count;
}

/** The rows of a table that no run fired; of a system those that can fire, where that is known. */
export function unfiredIn(model: Model, coverage: Coverage, graph: StateGraph | undefined): readonly Unfired[] {
  const rows = (graph?.actions ?? []).flatMap((action) => action.rows);
  const firing = new Map(rows.map((row) => [rowKey(row), row] as const));
  const all: Iterable<RowTaken> = isSystem(model) ? firing.values() : model.transitions.map((_, row) => ({ row }));
  return [...all].flatMap((row) =>
    coverage.rows.has(rowKey(row)) ? [] : [{ ...row, ...(graph && { can: firing.has(rowKey(row)) }) }],
  );
}
