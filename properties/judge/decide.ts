/**
 * Deciding one property, its parameters bound. All is decided through the machine and its graph: no table is read
 * here.
 */
import type { Parts } from '../../model/explore/components.ts';
import { type StateGraph, type Trace, traceAlong, traceTo, type Walked } from '../../model/explore/graph.ts';
import type { Bound, Question } from '../../model/explore/machine.ts';
import { findFirst, forEach, type Work } from '../../model/explore/work.ts';
import type { Fairness } from '../../model/table/types.ts';
import { fairCycle } from './cycle.ts';
import { Defect } from './defect.ts';
import { dutiesOf, fairParts, mayStop } from './fair.ts';
import { canReach, type Found, leadsTo, type Reversed, shortestWay, type Test } from './paths.ts';
import { ringIn } from './ring-graph.ts';

/** A graph, with its steps the other way round for those who ask for them. */
export type Explored = {
  readonly graph: StateGraph;
  readonly reversed: () => Work<Reversed>;
  /** How runs that break no fairness are found, where labels are not the same from step to step. */
  readonly fairRuns?: (fair: Fairness) => FairRuns;
};

/** Runs that go on for ever without breaking fairness. */
export type FairRuns = {
  /** Whether nothing need happen any more. */
  readonly stops: Test;
  /** Leaves of the parts what such runs may go round in, each part numbered. */
  readonly parts: (parts: Parts) => Work<void>;
  /** A way round in one of these parts, from one of its configurations back to it. */
  readonly round: (parts: Parts, end: number) => Work<readonly Walked[]>;
};

function fairRunsOf(graph: StateGraph, fair: Fairness): FairRuns {
  const duties = dutiesOf(graph, fair);
  return {
    stops: (id) => mayStop(graph, id, duties),
    parts: (parts) => fairParts(graph, duties, parts),
    round: (parts, end) => fairCycle(ringIn({ graph, duties, parts, part: parts[end] as number }), end),
  };
}

/** What a property asks, whether of a table or of a system. One of the words but the last three says what must hold. */
export type Asked = {
  readonly [word in 'invariant' | 'never' | 'reachable' | 'alwaysCanReach' | 'eventually' | 'leadsTo']?: Question;
} & { readonly after?: Question; readonly when?: Question; readonly fair?: Fairness };

/** What deciding a property gives: a trace is a witness where it holds and a counterexample where it is violated. */
export type Decision = {
  readonly result: 'holds' | 'violated' | 'undecided';
  readonly trace?: Trace;
  /** It holds because no reachable configuration meets its condition, so that nothing was required. */
  readonly vacuous?: true;
  /** Why it is undecided, where that is not what ended the exploration. */
  readonly note?: string;
};

/** Decides a property. @throws {Defect} where a second search finds a way to what is claimed to be out of reach. */
export function decide(explored: Explored, asked: Asked, bound: Bound): Work<Decision> {
  const { graph } = explored;
  const where = (question: Question): Test => asking(graph, question, bound);
  const after = asked.after ?? asked.when;
  const isAfter = after && where(after);
  if (asked.invariant !== undefined) return never(graph, where({ not: asked.invariant } as Question));
  if (asked.never !== undefined) return never(graph, where(asked.never), isAfter);
  if (asked.reachable !== undefined) return reachable(graph, where(asked.reachable));
  if (asked.alwaysCanReach !== undefined) return alwaysCanReach(explored, where(asked.alwaysCanReach), isAfter);
  return eventually(explored, where((asked.eventually ?? asked.leadsTo) as Question), isAfter, asked.fair);
}

/** Where a condition holds, asked at most once per configuration. */
function asking(graph: StateGraph, question: Question, bound: Bound): Test {
  const UNKNOWN = 2;
  const test = graph.test(question, bound);
  const answers = new Uint8Array(graph.size).fill(UNKNOWN);
  return (id) => {
    if (answers[id] === UNKNOWN) answers[id] = test(id) ? 1 : 0;
    return answers[id] === 1;
  };
}

/** AG ¬bad; with `after`, AG(after → AG ¬bad), where the configuration that meets `after` is itself included. */
function* never(graph: StateGraph, isBad: Test, isAfter?: Test): Work<Decision> {
  if (isAfter === undefined) {
    // In order of discovery: no other is nearer to the start.
    const id = yield* findFirst(graph.size, isBad);
    return id === undefined ? unbroken(graph) : { result: 'violated', trace: traceTo(graph, id) };
  }
  const found = yield* shortestWay(graph, { turn: isAfter, within: () => true, goal: isBad });
  return found ? { result: 'violated', trace: found.trace } : yield* unbrokenAfter(graph, isAfter);
}

/** EF goal. */
function* reachable(graph: StateGraph, isGoal: Test): Work<Decision> {
  const id = yield* findFirst(graph.size, isGoal);
  if (id !== undefined) return { result: 'holds', trace: traceTo(graph, id) };
  return { result: graph.stopped === undefined ? 'violated' : 'undecided' };
}

/**
 * AG EF goal; with `after`, AG(after → AG EF goal). What was not expanded may lead anywhere, so it counts as a way to
 * the goal.
 */
function* alwaysCanReach({ graph, reversed }: Explored, isGoal: Test, isAfter?: Test): Work<Decision> {
  const isSaving: Test = (id) => id >= graph.expanded || isGoal(id);
  const saved = yield* canReach(graph.size, yield* reversed(), isSaving);
  const isLost: Test = (id) => saved[id] === 0;
  const found = yield* lostWay(graph, isLost, isAfter);
  if (found === undefined) return yield* unbrokenAfter(graph, isAfter);
  // A second opinion: going forwards from there, by steps that were not turned round, must not find the goal either.
  if ((yield* leadsTo(graph, found.end, isSaving)) !== undefined)
    throw new Defect('a configuration leads to what it was said to have lost');
  return { result: 'violated', trace: found.trace };
}

function* lostWay(graph: StateGraph, isLost: Test, isAfter: Test | undefined): Work<Found | undefined> {
  if (isAfter !== undefined) return yield* shortestWay(graph, { turn: isAfter, within: () => true, goal: isLost });
  const end = yield* findFirst(graph.size, isLost);
  return end === undefined ? undefined : { trace: traceTo(graph, end), end };
}

/** AF goal; with `after`, AG(after → AF goal); on the runs that break no fairness. */
function* eventually(explored: Explored, isGoal: Test, isAfter?: Test, fair: Fairness = {}): Work<Decision> {
  const { graph } = explored;
  const runs = explored.fairRuns?.(fair) ?? fairRunsOf(graph, fair);
  const within: Test = (id) => !isGoal(id);
  const { stops } = runs;
  const stopping = (prefix: Trace): Decision => ({ result: 'violated', trace: { ...prefix, stutters: true } });
  // Where a run may stop as soon as something is required, there is no nearer counterexample, and cycles need not be looked for.
  const nearest = yield* shortestWay(graph, { turn: isAfter, within, goal: stops, otherwise: () => true });
  if (nearest === undefined) return yield* unbrokenAfter(graph, isAfter);
  if (stops(nearest.end)) return stopping(nearest.trace);

  const parts: Parts = new Int32Array(graph.size);
  yield* forEach(graph.expanded, (id) => {
    if (within(id)) parts[id] = 1;
  });
  yield* runs.parts(parts);
  const found = yield* shortestWay(graph, { turn: isAfter, within, goal: stops, otherwise: (id) => parts[id] !== 0 });
  if (found === undefined) return yield* unbrokenAfter(graph, isAfter);
  const { trace: prefix, end } = found;
  if (stops(end)) return stopping(prefix);
  const round = yield* runs.round(parts, end);
  const { steps } = traceAlong(graph, end, round);
  return {
    result: 'violated',
    trace: { initial: prefix.initial, steps: [...prefix.steps, ...steps], loop: prefix.steps.length },
  };
}

/** What is said where no counterexample was found. */
const unbroken = ({ stopped }: StateGraph): Decision => ({ result: stopped === undefined ? 'holds' : 'undecided' });

/** The same of a property with a condition, which may be met nowhere. */
function* unbrokenAfter(graph: StateGraph, isAfter: Test | undefined): Work<Decision> {
  if (graph.stopped !== undefined || isAfter === undefined) return unbroken(graph);
  const isMet = (yield* findFirst(graph.size, isAfter)) !== undefined;
  return { ...unbroken(graph), ...(!isMet && { vacuous: true }) };
}
