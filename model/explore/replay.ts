import type { Trace } from './graph.ts';
import { actionKey, type Configuration, labelOf, type Machine } from './machine.ts';

/** Why a trace is not a run of the machine: the index of the first step that cannot be taken, -1 for the start. */
export type ReplayFailure = { readonly step: number; readonly reason: string };

/**
 * Takes a trace through the machine step by step, so that no claim is believed that the semantics does not bear out.
 * Returns `undefined` where the trace is a run, and the first thing wrong with it otherwise.
 */
export function replay(machine: Machine, trace: Trace): ReplayFailure | undefined {
  const same = (a: Configuration, b: Configuration): boolean => machine.key(a) === machine.key(b);
  if (!machine.initial.some((configuration) => same(configuration, trace.initial)))
    return { step: -1, reason: `${machine.describe(trace.initial)} is not an initial configuration` };
  let at = trace.initial;
  const visited = [at];
  for (const [index, step] of trace.steps.entries()) {
    const { to } = step;
    const action = actionKey(step);
    const taken = machine.moves(at).steps.find((each) => actionKey(each) === action && same(each.to, to));
    if (taken === undefined)
      return {
        step: index,
        reason: `${labelOf(step)} does not lead from ${machine.describe(at)} to ${machine.describe(to)}`,
      };
    at = taken.to;
    visited.push(at);
  }
  const last = trace.steps.length - 1;
  if (trace.loop !== undefined && trace.stutters)
    return { step: last, reason: 'a run that goes round a cycle does not stop as well' };
  if (trace.loop !== undefined) {
    const start = visited[trace.loop];
    if (start === undefined || trace.loop >= trace.steps.length || !same(start, at))
      return { step: last, reason: 'the cycle does not return to where it began' };
  }
  return undefined;
}
