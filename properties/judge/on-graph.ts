/** Judging on a graph, which has every step. */
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Model } from '../../model/system/types.ts';
import { type Basis, explorationOf } from './basis.ts';
import { decide, type Explored } from './decide.ts';
import { SEARCHES } from './findings.ts';
import { followedIn } from './followed.ts';
import { graphEvidence } from './graph-evidence.ts';
import { reversing } from './paths.ts';
import type { CheckedGraph } from './report.ts';

/** What judging rests on; its steps the other way round may be known already. */
export function onGraph(model: Model, graph: StateGraph, reversed = reversing(graph)): Basis {
  const explored: Explored = { graph, reversed };
  const checked: CheckedGraph = { ...explored, model, followed: followedIn(model), evidence: graphEvidence(graph) };
  const { stopped, transitions, expanded } = graph;
  return {
    model,
    get machine() {
      return graph.machine;
    },
    followed: checked.followed,
    evidence: checked.evidence,
    exploration: explorationOf(graph, transitions),
    expanded,
    stopped,
    decide: (asked, bound) => decide(explored, asked, bound),
    searches: SEARCHES.map(([name, search]) => [name, () => search(checked)]),
  };
}
