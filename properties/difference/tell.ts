/** Two graphs compared: whether they behave alike, and the shortest run that shows where they do not. */
import type { StateGraph, Trace } from '../../model/explore/graph.ts';
import { traceAlong, type Walked } from '../../model/explore/graph.ts';
import { labelOf } from '../../model/explore/machine.ts';
import type { Work } from '../../model/explore/work.ts';
import { behaviourOf, sightOf, statesText, vocabulary } from './behaviour.ts';
import { areBisimilar, bisimulation } from './bisimulation.ts';
import { type Distinguishing, distinguishingRun, type Observing, type Side } from './runs.ts';

/**
 * A run of one side that the other has not, and what the other does instead of its last step; or a run of both that
 * leaves other choices open.
 */
export type Told = {
  readonly side: Side;
  readonly trace: Trace;
  /**
   * The other side as far as it can follow: the same observations without the last. Absent where it cannot even start
   * so.
   */
  readonly beside?: Trace;
  /** What the other side shows after the last event of the run, or that the event is not possible there. */
  readonly instead: string;
};

/**
 * How two behaviours compare. Where they differ and no run shows it, they differ only in which choices are still open.
 */
export type Comparison =
  | { readonly same: true }
  | { readonly same: false; readonly told?: Told; readonly gaveUp?: true };

/** Compares the behaviours of two whole graphs. @throws {RangeError} where one of them is not whole. */
export function* compared(one: StateGraph, other: StateGraph): Work<Comparison> {
  const words = vocabulary();
  const behaviours = { one: behaviourOf(one, words), other: behaviourOf(other, words) };
  const classes = yield* bisimulation(behaviours.one, behaviours.other);
  if (areBisimilar(behaviours.one, behaviours.other, classes)) return { same: true };
  const run = yield* distinguishingRun(behaviours, 'sights');
  if (run === 'gave up') return { same: false, gaveUp: true };
  if (run !== undefined) return { same: false, told: tell({ one, other }, run, 'sights') };
  const choice = yield* distinguishingRun(behaviours, 'choices');
  return { same: false, ...(typeof choice === 'object' && { told: tell({ one, other }, choice, 'choices') }) };
}

/**
 * The shortest sequence of events that is possible on one side only; `undefined` where there is none, or none was
 * found in time.
 */
export function* onlyIn(side: Side, one: StateGraph, other: StateGraph): Work<Told | 'gave up' | undefined> {
  const words = vocabulary();
  const behaviours = { one: behaviourOf(one, words), other: behaviourOf(other, words) };
  const run = yield* distinguishingRun(behaviours, 'events', side);
  return typeof run === 'object' ? tell({ one, other }, run, 'events') : run;
}

type Graphs = { readonly [side in Side]: StateGraph };

function tell(graphs: Graphs, { side, start, edges, beside }: Distinguishing, observing: Observing): Told {
  const graph = graphs[side];
  const other = graphs[side === 'one' ? 'other' : 'one'];
  const walked = edges.map(
    (edge): Walked => ({ action: graph.action[edge] as number, to: graph.target[edge] as number }),
  );
  const trace = traceAlong(graph, start, walked);
  const open = observing === 'choices';
  const steps = open ? trace.steps : trace.steps.slice(0, -1);
  const followed = open || trace.steps.length > 0 ? follow(other, { ...trace, steps }, beside, observing) : undefined;
  const instead = open ? neverJust(graph, walked.at(-1)?.to ?? start) : insteadOf(other, trace, beside);
  return { side, trace, ...(followed !== undefined && { beside: followed }), instead };
}

/** What is said of a side that never has just the choice that there is in a configuration of the other. */
function neverJust(graph: StateGraph, id: number): string {
  const labels = new Set(edgesOf(graph, id).map((edge) => labelOf(actionAt(graph, edge))));
  return `what is possible there is never just ${[...labels].sort().join(', ') || 'nothing'}`;
}

/** What the last event of a trace does elsewhere. */
function insteadOf(graph: StateGraph, trace: Trace, from: readonly number[]): string {
  const last = trace.steps.at(-1);
  if (last === undefined) return `it starts in ${orOf(from.map((id) => sightOf(graph, id)))}`;
  const sights = from.flatMap((id) =>
    edgesOf(graph, id)
      .filter((edge) => labelOf(actionAt(graph, edge)) === labelOf(last))
      .map((edge) => sightOf(graph, graph.target[edge] as number)),
  );
  const there = orOf(from.map((id) => sightOf(graph, id)));
  return sights.length === 0
    ? `${labelOf(last)} is not possible in ${there}`
    : `${labelOf(last)} leads to ${orOf(sights)}`;
}

const orOf = (all: readonly string[]): string => [...new Set(all)].join(' or ');

const edgesOf = ({ offset }: StateGraph, id: number): readonly number[] =>
  Array.from(
    { length: (offset[id + 1] as number) - (offset[id] as number) },
    (_, index) => (offset[id] as number) + index,
  );

const actionAt = (graph: StateGraph, edge: number) =>
  graph.actions[graph.action[edge] as number] as StateGraph['actions'][number];

/** The trace with the same observations as another, which ends in one of some configurations. */
function follow(
  graph: StateGraph,
  { initial, steps }: Trace,
  ends: readonly number[],
  observing: Observing,
): Trace | undefined {
  const seesLike = (id: number, to: Trace['initial']): boolean =>
    observing === 'events' || statesText(graph.configuration(id)) === statesText(to);
  type Reached = ReadonlyMap<number, readonly Walked[]>;
  let at: Reached = new Map(
    Array.from({ length: graph.initial }, (_, id) => id)
      .filter((id) => seesLike(id, initial))
      .map((id) => [id, []]),
  );
  const starts = new Map([...at.keys()].map((id) => [id, id]));
  for (const step of steps) {
    const next = new Map<number, readonly Walked[]>();
    const begun = new Map<number, number>();
    for (const [id, walked] of at)
      for (const edge of edgesOf(graph, id)) {
        const to = graph.target[edge] as number;
        if (next.has(to) || labelOf(actionAt(graph, edge)) !== labelOf(step) || !seesLike(to, step.to)) continue;
        next.set(to, [...walked, { action: graph.action[edge] as number, to }]);
        begun.set(to, starts.get(id) as number);
      }
    at = next;
    starts.clear();
    for (const [id, start] of begun) starts.set(id, start);
  }
  const end = ends.find((id) => at.has(id));
  return end === undefined ? undefined : traceAlong(graph, starts.get(end) as number, at.get(end) as readonly Walked[]);
}
