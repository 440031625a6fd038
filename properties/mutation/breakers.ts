/** Which properties break on a mutant. */
import { exploringModel } from '../../model/explore/compiled.ts';
import { exploring } from '../../model/explore/explorer.ts';
import type { StateGraph } from '../../model/explore/graph.ts';
import { machineOf } from '../../model/explore/of.ts';
import { Stopped, type Work } from '../../model/explore/work.ts';
import type { Model, SystemProperty } from '../../model/system/types.ts';
import type { Property } from '../../model/table/types.ts';
import { type Asked, decide, type Explored } from '../judge/decide.ts';
import { bindingsFor } from '../judge/judge.ts';
import { onGraph } from '../judge/on-graph.ts';
import { reversing } from '../judge/paths.ts';
import { judgeProperty } from '../judge/properties.ts';
import type { Verdict } from '../judge/verdict.ts';

/** A property by its name. */
export type Named = readonly [name: string, property: Property | SystemProperty];

/** A model with what was explored of it. */
export type Behaving = Explored & { readonly model: Model };

/**
 * Up to so many configurations a mutant is sooner explored and judged as it is written than compiled with all its
 * properties.
 */
const SMALL = 2000;

/** Explores a mutant of a model with so many configurations as far as a bound allows. @throws {Stopped} */
export function* explored(model: Model, size: number, maxConfigurations: number): Work<Behaving> {
  const limits = { maxConfigurations };
  const run = size <= SMALL ? exploring(machineOf(model), limits) : exploringModel(model, limits);
  let at = run.next();
  while (!at.done) {
    const limit = yield;
    if (limit !== undefined) throw new Stopped(limit);
    at = run.next();
  }
  return behaving(model, at.value);
}

export const behaving = (model: Model, graph: StateGraph): Behaving => ({ model, graph, reversed: reversing(graph) });

/** The verdict on one property, with its trace. */
export const verdictOn = (on: Behaving, [name, property]: Named): Work<Verdict> =>
  judgeProperty(
    onGraph(on.model, on.graph, on.reversed),
    name,
    property,
    bindingsFor(on.model, property, on.graph.stopped === undefined),
  );

/** What is said of one property, for all bindings of its parameters, where no trace is shown. */
export function* resultOn(on: Behaving, [, property]: Named): Work<Verdict['result']> {
  const known = new Set<string>();
  let result: Verdict['result'] = 'holds';
  for (const { binding, pattern } of bindingsFor(on.model, property, on.graph.stopped === undefined)) {
    if (pattern !== undefined && known.has(pattern)) continue;
    if (pattern !== undefined) known.add(pattern);
    const decided = yield* decide(on, property as Asked, binding);
    if (decided.result === 'violated') return 'violated';
    if (decided.result === 'undecided') result = 'undecided';
  }
  return result;
}

/** The names of the properties that are violated, and of those that could not be decided. */
export function* broken(
  on: Behaving,
  properties: readonly Named[],
): Work<{ readonly violated: readonly string[]; readonly undecided: readonly string[] }> {
  const violated: string[] = [];
  const undecided: string[] = [];
  for (const each of properties) {
    const result = yield* resultOn(on, each);
    if (result === 'violated') violated.push(each[0]);
    if (result === 'undecided') undecided.push(each[0]);
  }
  return { violated, undecided };
}
