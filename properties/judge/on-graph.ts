/** Judging on a graph, which has every step. */
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Model } from '../../model/system/types.ts';
import { type Basis, explorationOf } from './basis.ts';
import { decide } from './decide.ts';
import { SEARCHES } from './findings.ts';
import { followedIn } from './followed.ts';
import { graphEvidence } from './graph-evidence.ts';
import { reversing } from './paths.ts';
import type { CheckedGraph } from './report.ts';

/** What findings look at. */
export const checkedGraph = (model: Model, graph: StateGraph, reversed = reversing(graph)): CheckedGraph => ({
  graph,
  reversed,
  model,
  followed: followedIn(model),
  evidence: graphEvidence(graph),
  after: (_, edge) => graph.configuration(graph.target[edge] as number),
});

/** What judging rests on; its steps the other way round may be known already. */
export function onGraph(model: Model, graph: StateGraph, reversed = reversing(graph)): Basis {
  const checked = checkedGraph(model, graph, reversed);
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
    decide: (asked, bound) => decide(checked, asked, bound),
    searches: SEARCHES.map(([name, search]) => [name, () => search(checked)]),
  };
}
