/**
 * Second thoughts about a trace before it is claimed. Nothing here uses the graph or the searches that found the trace: it is
 * taken through the machine again, and the configurations on the way are asked what the property says about them.
 */
import type { Trace } from '../../model/explore/graph.ts';
import type { Configuration, Machine } from '../../model/explore/machine.ts';
import { replay } from '../../model/explore/replay.ts';
import type { Fairness, Predicate, Property } from '../../model/table/types.ts';
import { Defect } from './defect.ts';

/** @throws {Defect} when a trace is not a run of the machine. */
export function insistOnRun(machine: Machine, claim: string, trace: Trace): void {
  const failure = replay(machine, trace);
  if (failure) throw new Defect(`the trace of ${claim} does not replay at step ${failure.step}: ${failure.reason}`);
}

/** @throws {Defect} when a trace is not a run, or not a witness (of a reachable property) or counterexample (of any other). */
export function insist(machine: Machine, claim: string, property: Property, trace: Trace): void {
  insistOnRun(machine, claim, trace);
  const doubt = doubtAbout(machine, property, trace);
  if (doubt !== undefined) throw new Defect(`the trace of ${claim} shows nothing: ${doubt}`);
}

/** Why a run of the machine is not a witness or counterexample of a property; `undefined` where it is one. */
export function doubtAbout(machine: Machine, property: Property, trace: Trace): string | undefined {
  const run = [trace.initial, ...trace.steps.map((step) => step.to)];
  const last = run.at(-1) as Configuration;
  const meets = (predicate: Predicate) => (configuration: Configuration) => machine.holds(predicate, configuration);
  const lasts = trace.loop !== undefined || trace.stutters === true;

  if ('eventually' in property || 'leadsTo' in property) {
    const [goal, after] =
      'leadsTo' in property ? [property.leadsTo, property.when] : [property.eventually, property.after];
    if (!lasts) return 'it does not say how the run goes on for ever';
    const round = trace.loop === undefined ? [last] : run.slice(trace.loop, -1);
    const lastGoal = round.some(meets(goal)) ? run.length : run.findLastIndex(meets(goal));
    const required = after === undefined ? lastGoal < 0 : run.slice(lastGoal + 1).some(meets(after));
    return required ? unfairness(machine, trace, round, property.fair ?? {}) : 'the goal is met, or was not required';
  }
  if (lasts) return 'it goes on for ever where its last configuration is what matters';
  if ('invariant' in property) return meets(property.invariant)(last) ? 'the invariant holds at its end' : undefined;
  if ('reachable' in property) return meets(property.reachable)(last) ? undefined : 'the goal is not met at its end';
  if ('never' in property) {
    if (!meets(property.never)(last)) return 'what must never be is not so at its end';
    return property.after === undefined || run.some(meets(property.after))
      ? undefined
      : 'the prohibition had not begun';
  }
  if (property.after !== undefined && !run.some(meets(property.after))) return 'nothing was required by its end';
  return leadsSomewhere(machine, last, meets(property.alwaysCanReach))
    ? 'the goal can be reached from its end'
    : undefined;
}

/** Which event's fairness a run breaks that goes on for ever through the configurations of `round`. */
function unfairness(
  machine: Machine,
  trace: Trace,
  round: readonly Configuration[],
  fair: Fairness,
): string | undefined {
  const enabled = round.map((at) => new Set(machine.moves(at).steps.map((step) => step.event)));
  const taken = new Set(trace.loop === undefined ? [] : trace.steps.slice(trace.loop).map((step) => step.event));
  const weak = fair.weak?.find((event) => !taken.has(event) && enabled.every((events) => events.has(event)));
  if (weak !== undefined) return `${weak} is enabled from then on and never taken`;
  const strong = fair.strong?.find((event) => !taken.has(event) && enabled.some((events) => events.has(event)));
  return strong && `${strong} is enabled again and again and never taken`;
}

/** Whether some run from a configuration meets a test. Iterative. */
function leadsSomewhere(machine: Machine, start: Configuration, test: (at: Configuration) => boolean): boolean {
  const seen = new Set([machine.key(start)]);
  const queue = [start];
  for (const at of queue) {
    if (test(at)) return true;
    for (const { to } of machine.moves(at).steps) {
      if (seen.has(machine.key(to))) continue;
      seen.add(machine.key(to));
      queue.push(to);
    }
  }
  return false;
}
