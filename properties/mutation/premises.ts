/** Properties that hold because what they speak of never occurs. */
import type { Question } from '../../model/explore/machine.ts';
import { findFirst, type Work } from '../../model/explore/work.ts';
import type { Asked } from '../judge/decide.ts';
import { bindingsFor } from '../judge/judge.ts';
import type { Behaving, Named } from './breakers.ts';

/**
 * Those properties whose premise no reachable configuration meets, for no binding of their parameters: the condition
 * of `after` or `when`, or of an invariant that says “not this, or that” what it says in `not`.
 */
export function* idleProperties(on: Behaving, properties: readonly Named[]): Work<readonly string[]> {
  const found: string[] = [];
  for (const [property, asked] of properties) {
    const premise = premiseOf(asked as Asked);
    if (premise === undefined || on.graph.stopped !== undefined) continue;
    let isMet = false;
    for (const { binding } of bindingsFor(on.model, asked, true)) {
      const test = on.graph.test(premise, binding);
      isMet ||= (yield* findFirst(on.graph.size, test)) !== undefined;
      if (isMet) break;
    }
    if (!isMet) found.push(property);
  }
  return found;
}

/** What must be met before a property requires anything; nothing where it always requires something. */
function premiseOf({ after, when, invariant }: Asked): Question | undefined {
  if (after !== undefined || when !== undefined) return after ?? when;
  const { any, ...rest } = (invariant ?? {}) as { any?: readonly { not?: Question }[] };
  if (any === undefined || Object.keys(rest).length > 0) return undefined;
  const premises = any.flatMap((each) => (each.not !== undefined && Object.keys(each).length === 1 ? [each.not] : []));
  return premises.length === 0 ? undefined : ({ all: premises } as Question);
}
