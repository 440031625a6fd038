/**
 * Second thoughts about a trace before it is claimed. Nothing here uses the graph or the searches that found the
 * trace: it is taken through the machine again, and the configurations on the way are asked what the property says
 * about them.
 */
import type { Trace } from '../../model/explore/graph.ts';
import { type Bound, type Configuration, labelOf, type Machine, type Question } from '../../model/explore/machine.ts';
import { replay } from '../../model/explore/replay.ts';
import type { SystemProperty } from '../../model/system/types.ts';
import type { Fairness, Property } from '../../model/table/types.ts';
import type { Asked } from './decide.ts';
import { Defect } from './defect.ts';
import { labelKey } from './words.ts';

/**
 * How many configurations are looked at for a way to a goal that is claimed to be out of reach. The machine takes its
 * time with large systems; where more can be reached, the claim stands on the judge's own two searches, one backwards
 * and one forwards.
 */
const MOST_LOOKED_AT = 500;

/** @throws {Defect} when a trace is not a run of the machine. */
export function insistOnRun(machine: Machine, claim: string, trace: Trace): void {
  const failure = replay(machine, trace);
  if (failure) throw new Defect(`the trace of ${claim} does not replay at step ${failure.step}: ${failure.reason}`);
}

/**
 * @throws {Defect} when a trace is not a run, or not a witness (of a reachable property) or counterexample (of any
 * other).
 */
export function insist(
  machine: Machine,
  claim: string,
  property: Property | SystemProperty,
  trace: Trace,
  bound: Bound = {},
): void {
  insistOnRun(machine, claim, trace);
  const doubt = doubtAbout(machine, property, trace, bound);
  if (doubt !== undefined) throw new Defect(`the trace of ${claim} shows nothing: ${doubt}`);
}

/**
 * Why a run of the machine is not a witness or counterexample of a property, its parameters bound; `undefined` where
 * it is one.
 */
export function doubtAbout(
  machine: Machine,
  property: Property | SystemProperty,
  trace: Trace,
  bound: Bound = {},
): string | undefined {
  const asked = property as Asked;
  const run = [trace.initial, ...trace.steps.map((step) => step.to)];
  const last = run.at(-1) as Configuration;
  const meets = (question: Question) => (configuration: Configuration) => machine.holds(question, configuration, bound);
  const lasts = trace.loop !== undefined || trace.stutters === true;
  const after = asked.after ?? asked.when;

  const goal = asked.eventually ?? asked.leadsTo;
  if (goal !== undefined) {
    if (!lasts) return 'it does not say how the run goes on for ever';
    const round = trace.loop === undefined ? [last] : run.slice(trace.loop, -1);
    const lastGoal = round.some(meets(goal)) ? run.length : run.findLastIndex(meets(goal));
    const required = after === undefined ? lastGoal < 0 : run.slice(lastGoal + 1).some(meets(after));
    return required ? unfairness(machine, trace, round, asked.fair ?? {}) : 'the goal is met, or was not required';
  }
  if (lasts) return 'it goes on for ever where its last configuration is what matters';
  if (asked.invariant !== undefined) return meets(asked.invariant)(last) ? 'the invariant holds at its end' : undefined;
  if (asked.reachable !== undefined) return meets(asked.reachable)(last) ? undefined : 'the goal is not met at its end';
  if (asked.never !== undefined) {
    if (!meets(asked.never)(last)) return 'what must never be is not so at its end';
    return after === undefined || run.some(meets(after)) ? undefined : 'the prohibition had not begun';
  }
  if (after !== undefined && !run.some(meets(after))) return 'nothing was required by its end';
  return leadsSomewhere(machine, last, meets(asked.alwaysCanReach as Question))
    ? 'the goal can be reached from its end'
    : undefined;
}

/**
 * Of which event, with its binding, a run breaks the fairness that goes on for ever through the configurations of
 * `round`.
 */
function unfairness(
  machine: Machine,
  trace: Trace,
  round: readonly Configuration[],
  { weak = [], strong = [] }: Fairness,
): string | undefined {
  const taken = new Set(trace.loop === undefined ? [] : trace.steps.slice(trace.loop).map(labelKey));
  const enabled = round.map((at) => new Map(machine.moves(at).steps.map((step) => [labelKey(step), step])));
  const ignored = new Map(enabled.flatMap((labels) => [...labels].filter(([key]) => !taken.has(key))));
  for (const [key, step] of ignored) {
    if (weak.includes(step.event) && enabled.every((labels) => labels.has(key)))
      return `${labelOf(step)} is enabled from then on and never taken`;
    if (strong.includes(step.event)) return `${labelOf(step)} is enabled again and again and never taken`;
  }
  return undefined;
}

/**
 * Whether some run from a configuration is found to meet a test. Iterative; gives up after {@link MOST_LOOKED_AT}
 * configurations.
 */
function leadsSomewhere(machine: Machine, start: Configuration, test: (at: Configuration) => boolean): boolean {
  const seen = new Set([machine.key(start)]);
  const queue = [start];
  for (const at of queue) {
    if (test(at)) return true;
    if (seen.size > MOST_LOOKED_AT) continue;
    for (const { to } of machine.moves(at).steps) {
      if (seen.has(machine.key(to))) continue;
      seen.add(machine.key(to));
      queue.push(to);
    }
  }
  return false;
}
