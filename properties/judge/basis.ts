/** What judging rests on: what was explored, and how questions about it are decided. */
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Bound, Machine } from '../../model/explore/machine.ts';
import type { Work } from '../../model/explore/work.ts';
import type { Model } from '../../model/system/types.ts';
import type { Asked, Decision } from './decide.ts';
import type { Evidence } from './evidence.ts';
import type { Followed } from './followed.ts';
import type { Report } from './report.ts';
import type { Exploration } from './verdict.ts';

export type Basis = {
  readonly model: Model;
  readonly machine: Machine;
  readonly followed: readonly Followed[];
  readonly evidence: Evidence;
  readonly exploration: Exploration;
  /** How many configurations were expanded, and why not all that were found, where a limit was hit. */
  readonly expanded: number;
  readonly stopped?: { readonly limit: string; readonly queue: number } | undefined;
  /** Decides a property, its parameters bound. */
  decide(asked: Asked, bound: Bound): Work<Decision>;
  /** What a reader must know of how properties were decided, once they are. */
  readonly notes?: () => readonly string[];
  /** The searches for findings, each with what it is called while it runs. */
  readonly searches: readonly (readonly [string, () => Work<readonly Report[]>])[];
};

/** What a judgement says of the exploration that it rests on. */
export const explorationOf = (
  { stopped, initial, size, depth }: Pick<StateGraph, 'initial' | 'size' | 'depth'> & Pick<Basis, 'stopped'>,
  transitions: number,
  orbits?: number,
): Exploration => ({
  scope: stopped === undefined ? 'exhaustive' : 'bounded',
  ...stopped,
  initial,
  configurations: size,
  transitions,
  depth,
  ...(orbits !== undefined && { orbits }),
});
