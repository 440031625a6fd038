/** Deciding one property on a space, its parameters bound: with the answers, and the traces, that a graph gives. */
import type { Bound, Question } from '../../model/explore/machine.ts';
import type { Configurations, Space } from '../../model/explore/space/space.ts';
import type { Work } from '../../model/explore/work.ts';
import type { Asked, Decision } from './decide.ts';
import { Defect } from './defect.ts';
import { eventually } from './eventually-space.ts';
import { saved } from './space-evidence.ts';
import { unbroken, unbrokenAfter } from './unbroken.ts';

/** Decides a property. @throws {NeedsSteps} where a counterexample is hard to choose without single steps */
export function* decideOnSpace(space: Space, asked: Asked, bound: Bound): Work<Decision> {
  const where = (question: Question): Work<Configurations> => space.where(question, bound);
  const after = asked.after ?? asked.when;
  if (asked.invariant !== undefined) return yield* never(space, where({ not: asked.invariant } as Question));
  if (asked.never !== undefined) return yield* never(space, where(asked.never), after && where(after));
  if (asked.reachable !== undefined) return yield* reachable(space, where(asked.reachable));
  if (asked.alwaysCanReach !== undefined)
    return yield* alwaysCanReach(space, where(asked.alwaysCanReach), after && where(after));
  const goal = where((asked.eventually ?? asked.leadsTo) as Question);
  return yield* eventually(space, goal, after && where(after), asked.fair);
}

/** AG ¬bad; with `after`, AG(after → AG ¬bad). */
function* never(space: Space, making: Work<Configurations>, after?: Work<Configurations>): Work<Decision> {
  const bad = yield* making;
  const decision = after === undefined ? yield* unless(space, bad) : yield* unlessAfter(space, yield* after, bad);
  space.free(bad);
  return decision;
}

/** EF goal. */
function* reachable(space: Space, making: Work<Configurations>): Work<Decision> {
  const goal = yield* making;
  const at = yield* space.first(goal);
  space.free(goal);
  if (at !== undefined) return { result: 'holds', trace: yield* space.traceTo(at) };
  return { result: space.stopped === undefined ? 'violated' : 'undecided' };
}

/** AG EF goal; with `after`, AG(after → AG EF goal). */
function* alwaysCanReach(space: Space, making: Work<Configurations>, after?: Work<Configurations>): Work<Decision> {
  const goal = yield* making;
  const reaching = yield* saved(space, goal);
  const lost = yield* space.without(space.reached, reaching);
  space.free(goal);
  const decision = after === undefined ? yield* unless(space, lost) : yield* unlessAfter(space, yield* after, lost);
  if (decision.trace !== undefined) yield* insistOnLost(space, lost, reaching);
  space.free(reaching, lost);
  return decision;
}

/** A second opinion: going forwards from what is lost must not find what can reach the goal. */
function* insistOnLost(space: Space, lost: Configurations, reaching: Configurations): Work<void> {
  const further = yield* space.from(lost);
  const found = yield* space.both(further, reaching);
  space.free(further, found);
  if (found.count > 0) throw new Defect('a configuration leads to what it was said to have lost');
}

/** Violated where a set has a member, by the trace to the first. */
function* unless(space: Space, bad: Configurations): Work<Decision> {
  const at = yield* space.first(bad);
  if (at === undefined) return unbroken(space);
  return { result: 'violated', trace: yield* space.traceTo(at) };
}

/** Violated where a set is reached after a condition was met, which may be at once. */
function* unlessAfter(space: Space, after: Configurations, bad: Configurations): Work<Decision> {
  const trace = yield* space.traceThrough(after, bad);
  space.free(after);
  return trace === undefined ? unbrokenAfter(space, after) : { result: 'violated', trace };
}
