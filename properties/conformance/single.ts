/** The tests of an implementation one by one: a shortest run to each row, and in each state everything that has to be refused there. */
import { type StateGraph, traceAlong, traceTo } from '../../model/explore/graph.ts';
import {
  type Action,
  type Configuration,
  isSystemConfiguration,
  labelOf,
  rowKey,
  type Step,
} from '../../model/explore/machine.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { RESTART, type Refused } from '../random/refusing.ts';
import type { Run } from '../random/runs.ts';
import { inputsOf } from '../suites/inputs.ts';
import { refusalsIn } from '../suites/refusals.ts';
import { suiteOf } from '../suites/suite.ts';

/** A test by its name: the state, the event and the guard; and the run it takes. */
export type Single = { readonly name: string; readonly run: Run };

/** A run to each row that can fire, in the order in which they are found, runs of what each state refuses, and where there are crashes, runs of them. */
export const singlesOf = (model: Model, graph: StateGraph, hasRestart: boolean): readonly Single[] => [
  ...runsToRows(model, graph),
  ...runsToRefusals(model, graph),
  ...(hasRestart ? runsOfCrashes(model, graph) : []),
];

/** Few runs that cover all rows; where not everything could be explored, those that were met on the way there. */
export const runsOverRows = (model: Model, graph: StateGraph): readonly Run[] =>
  graph.stopped === undefined
    ? suiteOf(graph, 'rows', { refusals: 'none' }).tests
    : runsToRows(model, graph).map(({ run }) => run);

/** The runs that cover all rows, with a crash and a restart after every step. */
export const runsOfCrashes = (model: Model, graph: StateGraph): readonly Single[] =>
  runsOverRows(model, graph).map(({ initial, steps }) => ({
    name: `crashing after each step: ${steps.map(labelOf).join(', ')}`,
    run: { initial, steps: steps.flatMap((step) => [step, { event: RESTART, rows: [], to: step.to }]) },
  }));

/** A shortest run to each row that was found; of a table in each state and on each event that it applies to. */
export function runsToRows(model: Model, graph: StateGraph): readonly Single[] {
  const rows = new Map<string, Single>();
  for (let id = 0; id < graph.expanded; id++) {
    const at = graph.configuration(id);
    const label = stateOf(at) ?? graph.machine.describe(at);
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++) {
      const action = graph.actions[graph.action[edge] as number] as Action;
      const keys = action.rows.map((row) =>
        isSystem(model) ? rowKey(row) : `${rowKey(row)} ${label} ${action.event}`,
      );
      if (keys.every((key) => rows.has(key))) continue;
      const to = traceTo(graph, id);
      const along = [{ action: graph.action[edge] as number, to: graph.target[edge] as number }];
      const [step] = traceAlong(graph, id, along).steps as [Step];
      const end = stateOf(step.to) ?? graph.machine.describe(step.to);
      const single = {
        name: `${label}: ${labelOf(step)}${guardText(model, step)} → ${end}`,
        run: { initial: to.initial, steps: [...to.steps, step] },
      };
      for (const key of keys) if (!rows.has(key)) rows.set(key, single);
    }
  }
  return [...new Set(rows.values())];
}

/**
 * Everything that has to be refused in each state of a table, in the first configuration in which it is: so also what is refused only once a guard no longer holds.
 */
export function runsToRefusals(model: Model, graph: StateGraph): readonly Single[] {
  if (isSystem(model)) return [];
  const left = refusalsIn(graph, inputsOf(model, graph), 'states')();
  const singles: Single[] = [];
  for (let id = 0; id < graph.expanded; id++) {
    const at = graph.configuration(id);
    const refused = left.take(id).map((input): Refused => ({ ...input, rows: [], to: at, refused: true }));
    if (refused.length === 0) continue;
    const to = traceTo(graph, id);
    singles.push({
      name: `in ${graph.machine.describe(at)}, refuses ${refused.map(labelOf).join(', ')}`,
      run: { initial: to.initial, steps: [...to.steps, ...refused] },
    });
  }
  return singles;
}

const stateOf = (at: Configuration): string | undefined => (isSystemConfiguration(at) ? undefined : at.state);

function guardText(model: Model, { rows: [taken] }: Step): string {
  const when = isSystem(model) || taken === undefined ? undefined : model.transitions[taken.row]?.when;
  return when === undefined ? '' : ` when ${JSON.stringify(when).slice(1, -1).replaceAll('"', '')}`;
}
