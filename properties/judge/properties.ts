/** Verdicts on properties. All is judged through the machine and its graph: no table is read here. */
import { type StateGraph, type Trace, traceTo } from '../../model/explore/graph.ts';
import type { Configuration } from '../../model/explore/machine.ts';
import {
  type Fairness,
  PROPERTY_KINDS,
  type Predicate,
  type Property,
  type PropertyKind,
} from '../../model/table/types.ts';
import { fairComponents, fairCycle, mayStop } from './fair.ts';
import { canReach, shortestWay, type Test } from './paths.ts';
import { insist } from './validate.ts';
import type { Verdict } from './verdict.ts';
import { count } from './words.ts';

/** What deciding a property gives: a trace is a witness where it holds and a counterexample where it is violated. */
type Decision = Pick<Verdict, 'result' | 'trace' | 'note'>;

/** The kind of a property: the word that says what must hold. */
export function kindOf(property: Property): PropertyKind {
  return PROPERTY_KINDS.find((kind) => Object.hasOwn(property, kind)) as PropertyKind;
}

/**
 * Judges one property on the explored graph. Where the exploration was stopped, violations and witnesses that lie within
 * what was explored are real, and all else is undecided.
 *
 * @throws {Defect} when the trace to be claimed does not bear out the verdict.
 */
export function judgeProperty(graph: StateGraph, name: string, property: Property): Verdict {
  const decision = decide(graph, property);
  if (decision.trace !== undefined) insist(graph.machine, `“${name}”`, property, decision.trace);
  return {
    property: name,
    kind: kindOf(property),
    scope: graph.stopped === undefined ? 'exhaustive' : 'bounded',
    ...decision,
  };
}

function decide(graph: StateGraph, property: Property): Decision {
  if ('invariant' in property) return never(graph, { not: property.invariant });
  if ('never' in property) return never(graph, property.never, property.after);
  if ('reachable' in property) return reachable(graph, property.reachable);
  if ('alwaysCanReach' in property) return alwaysCanReach(graph, property.alwaysCanReach, property.after);
  if ('eventually' in property) return eventually(graph, property.eventually, property.after, property.fair);
  return eventually(graph, property.leadsTo, property.when, property.fair);
}

/** Where a predicate holds, asked at most once per configuration. */
function where(graph: StateGraph, predicate: Predicate): Test {
  const UNKNOWN = 2;
  const answers = new Uint8Array(graph.configurations.length).fill(UNKNOWN);
  return (id) => {
    if (answers[id] === UNKNOWN)
      answers[id] = graph.machine.holds(predicate, graph.configurations[id] as Configuration) ? 1 : 0;
    return answers[id] === 1;
  };
}

/** Finds the first configuration, in order of discovery, that passes the test: no other is nearer to the start. */
function first(graph: StateGraph, test: Test): number | undefined {
  for (let id = 0; id < graph.configurations.length; id++) if (test(id)) return id;
  return undefined;
}

/** AG ¬bad; with `after`, AG(after → AG ¬bad), where the configuration that meets `after` is itself included. */
function never(graph: StateGraph, bad: Predicate, after?: Predicate): Decision {
  const isBad = where(graph, bad);
  if (after === undefined) {
    const id = first(graph, isBad);
    return id === undefined ? unbroken(graph) : { result: 'violated', trace: traceTo(graph, id) };
  }
  const isAfter = where(graph, after);
  const found = shortestWay(graph, { turn: isAfter, within: () => true, goal: isBad });
  return found ? { result: 'violated', trace: found.trace } : unbroken(graph, isAfter);
}

/** EF goal. */
function reachable(graph: StateGraph, goal: Predicate): Decision {
  const id = first(graph, where(graph, goal));
  if (id !== undefined) return { result: 'holds', trace: traceTo(graph, id) };
  return graph.stopped === undefined ? { result: 'violated' } : undecided(graph);
}

/** AG EF goal; with `after`, AG(after → AG EF goal). What was not expanded may lead anywhere, so it counts as a way to the goal. */
function alwaysCanReach(graph: StateGraph, goal: Predicate, after?: Predicate): Decision {
  const isGoal = where(graph, goal);
  const isAfter = after && where(graph, after);
  const saved = canReach(graph, (id) => id >= graph.steps.length || isGoal(id));
  const isLost: Test = (id) => saved[id] === 0;
  if (isAfter === undefined) {
    const lost = first(graph, isLost);
    return lost === undefined ? unbroken(graph) : { result: 'violated', trace: traceTo(graph, lost) };
  }
  const found = shortestWay(graph, { turn: isAfter, within: () => true, goal: isLost });
  return found === undefined ? unbroken(graph, isAfter) : { result: 'violated', trace: found.trace };
}

/** AF goal; with `after`, AG(after → AF goal); on the runs that break no fairness. */
function eventually(graph: StateGraph, goal: Predicate, after?: Predicate, fair: Fairness = {}): Decision {
  const isGoal = where(graph, goal);
  const isAfter = after && where(graph, after);
  const within: Test = (id) => !isGoal(id);
  const members = graph.steps.flatMap((_, id) => (within(id) ? [id] : []));
  const componentOf = new Map(
    fairComponents(graph, members, fair).flatMap((component) => component.map((id) => [id, component] as const)),
  );
  const stops: Test = (id) => mayStop(graph, id, fair);
  const found = shortestWay(graph, { turn: isAfter, within, goal: stops, otherwise: (id) => componentOf.has(id) });
  if (found === undefined) return unbroken(graph, isAfter, fairnessNote(fair));
  const { trace: prefix, end } = found;
  if (stops(end)) return { result: 'violated', trace: { ...prefix, stutters: true } };
  const cycle = fairCycle(graph, componentOf.get(end) as readonly number[], end, fair);
  return { result: 'violated', trace: lasso(graph, prefix, cycle) };
}

function lasso(graph: StateGraph, prefix: Trace, cycle: ReturnType<typeof fairCycle>): Trace {
  const round = cycle.map(({ event, row, to }) => ({ event, row, to: graph.configurations[to] as Configuration }));
  return { initial: prefix.initial, steps: [...prefix.steps, ...round], loop: prefix.steps.length };
}

/** What is said where no counterexample was found. */
function unbroken(graph: StateGraph, isAfter?: Test, note?: string): Decision {
  if (graph.stopped !== undefined) return undecided(graph);
  const vacuous = isAfter !== undefined && first(graph, isAfter) === undefined;
  const notes = [
    ...(note === undefined ? [] : [note]),
    ...(vacuous ? ['no reachable configuration meets its condition, so nothing was required'] : []),
  ];
  return { result: 'holds', ...(notes.length > 0 && { note: notes.join('; ') }) };
}

function undecided({ stopped, steps }: StateGraph): Decision {
  return {
    result: 'undecided',
    note: `stopped at ${stopped?.limit}: ${count(steps.length, 'configuration')} expanded, ${stopped?.queue} found and not expanded`,
  };
}

function fairnessNote({ weak = [], strong = [] }: Fairness): string | undefined {
  const parts = Object.entries({ weak, strong }).filter(([, events]) => events.length > 0);
  if (parts.length === 0) return undefined;
  return `under ${parts.map(([kind, events]) => `${kind} fairness of ${events.join(', ')}`).join(' and ')}`;
}
