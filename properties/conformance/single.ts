/** The tests of an implementation one by one: a shortest run to each row, and in each state everything that has to be refused there. */

import { traceAlong, traceTo } from '../../model/explore/graph.ts';
import { machineOf } from '../../model/explore/index.ts';
import { type Configuration, isSystemConfiguration, labelOf, rowKey, type Step } from '../../model/explore/machine.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import type { Run } from '../random/runs.ts';
import { graphOf, inputsOf, isRefused, refusing } from './refusing.ts';

/** A test by its name: the state, the event and the guard; and the run it takes. */
export type Single = { readonly name: string; readonly run: Run };

/** A run to each row that can fire, in the order in which they are found, and one of refusals for each state. */
export function singlesOf(model: Model, hasRestart: boolean): readonly Single[] {
  const graph = graphOf(model);
  const machine = refusing(machineOf(model), inputsOf(model, graph), hasRestart);
  const rows = new Map<string, Single>();
  const states = new Map<string, Single>();
  for (let id = 0; id < graph.expanded; id++) {
    const to = traceTo(graph, id);
    const at = graph.configuration(id);
    const label = stateOf(at) ?? machine.describe(at);
    const refused = isSystemConfiguration(at) ? [] : machine.moves(at).steps.filter(isRefused);
    if (refused.length > 0 && !states.has(label))
      states.set(label, {
        name: `in ${machine.describe(at)}, refuses ${refused.map(labelOf).join(', ')}`,
        run: { initial: to.initial, steps: [...to.steps, ...refused] },
      });
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++) {
      const action = graph.action[edge] as number;
      const target = graph.target[edge] as number;
      const [step] = traceAlong(graph, id, [{ action, to: target }]).steps as [Step];
      const keys = step.rows.map((row) => (isSystem(model) ? rowKey(row) : `${rowKey(row)} ${label} ${step.event}`));
      if (keys.every((key) => rows.has(key))) continue;
      const single = {
        name: `${label}: ${labelOf(step)}${guardText(model, step)} → ${stateOf(step.to) ?? machine.describe(step.to)}`,
        run: { initial: to.initial, steps: [...to.steps, step] },
      };
      for (const key of keys) if (!rows.has(key)) rows.set(key, single);
    }
  }
  return [...new Set([...rows.values(), ...states.values()])];
}

const stateOf = (at: Configuration): string | undefined => (isSystemConfiguration(at) ? undefined : at.state);

function guardText(model: Model, { rows: [taken] }: Step): string {
  const when = isSystem(model) || taken === undefined ? undefined : model.transitions[taken.row]?.when;
  return when === undefined ? '' : ` when ${JSON.stringify(when).slice(1, -1).replaceAll('"', '')}`;
}
