/**
 * Runs through orbits that go on for ever without breaking fairness. Fairness demands something of each label, an event with its binding, and on orbits a
 * label has another name after each step. So each one is followed through the steps of a component: the pairs of a configuration and
 * a label that are the same label in a run are a *thread*. A run that goes round all of a component comes through all of each thread of it, so what is asked of labels elsewhere is asked
 * of threads here.
 *
 * E. A. Emerson, A. P. Sistla, “Utilizing symmetry when model checking under fairness assumptions: an automata-theoretic approach”, ACM
 * Transactions on Programming Languages and Systems 19(4), 1997.
 */
import type { Parts } from '../../model/explore/components.ts';
import type { Walked } from '../../model/explore/graph.ts';
import type { Orbits } from '../../model/explore/symmetry/orbits.ts';
import { forEach, pausing, type Work } from '../../model/explore/work.ts';
import type { Fairness } from '../../model/table/types.ts';
import type { FairRuns } from './decide.ts';
import { fairParts, mayStop } from './fair.ts';
import { Labels } from './orbit-labels.ts';

/** Fair runs through orbits. */
export function fairOrbits(orbits: Orbits, fair: Fairness): FairRuns {
  const labels = new Labels(orbits, fair);
  return {
    stops: (id) => mayStop(orbits.graph, id, labels),
    parts: (parts) => fairParts(orbits.graph, labels, parts, (_, members) => kept(labels, parts, members)),
    round: (parts, end) => new Round(labels, parts, end).found(),
  };
}

/**
 * The threads of a component. Every configuration has a change to the names that labels have in the first one, along some way to it; what comes of other ways are changes from the
 * first one to itself, and labels that these turn into each other are one thread.
 */
type Threads = {
  /** The thread of what is called so in a configuration. */
  readonly of: (id: number, label: number) => number;
  /** How many labels each thread has in each configuration. */
  readonly width: Int32Array;
};

function* threadsIn(labels: Labels, parts: Parts, members: Int32Array): Work<Threads> {
  const { changes, count } = labels;
  const { target, size } = labels.orbits.graph;
  const identity = changes.add(Int32Array.from({ length: count }, (_, label) => label));
  const home = new Int32Array(size).fill(-1);
  const root = Int32Array.from({ length: count }, (_, label) => label);
  const rootOf = (label: number): number => {
    let at = label;
    while (root[at] !== at) at = root[at] as number;
    return at;
  };
  const known = new Set([identity]);
  const queue = [members[0] as number];
  home[members[0] as number] = identity;
  for (let head = 0; head < queue.length; head++) {
    yield* pausing(head + 1);
    const id = queue[head] as number;
    const here = home[id] as number;
    for (const edge of labels.inside(parts, id)) {
      const to = target[edge] as number;
      const back = changes.product(here, changes.inverse(labels.changeBy(id, edge)));
      if (home[to] === -1) {
        home[to] = back;
        queue.push(to);
      }
      const round = changes.product(home[to] as number, changes.inverse(back));
      if (known.has(round)) continue;
      known.add(round);
      for (const [label, turned] of changes.of(round).entries()) root[rootOf(label)] = rootOf(turned);
    }
  }
  const width = new Int32Array(count);
  for (let label = 0; label < count; label++) {
    const thread = rootOf(label);
    width[thread] = (width[thread] as number) + 1;
  }
  return { of: (id, label) => rootOf(changes.of(home[id] as number)[label] as number), width };
}

/** What is left of a component when what cannot be visited fairly is removed: all of it where it can itself. */
function* kept(labels: Labels, parts: Parts, members: Int32Array): Work<Int32Array> {
  const { count, weak, strong, ofAction, orbits } = labels;
  if (count === 0) return members;
  const threads = yield* threadsIn(labels, parts, members);
  const taken = new Uint8Array(count);
  const enabled = new Int32Array(count);
  yield* forEach(members.length, (index) => {
    const id = members[index] as number;
    for (const label of labels.enabledIn(id)) {
      const thread = threads.of(id, label);
      enabled[thread] = (enabled[thread] as number) + 1;
    }
    for (const edge of labels.inside(parts, id)) {
      const label = ofAction[orbits.graph.action[edge] as number] as number;
      if (label >= 0) taken[threads.of(id, label)] = 1;
    }
  });
  const first = members[0] as number;
  const isAlways = (thread: number): boolean => enabled[thread] === members.length * (threads.width[thread] as number);
  for (const label of weak) {
    const thread = threads.of(first, label);
    if (taken[thread] === 0 && isAlways(thread)) return new Int32Array();
  }
  const starved = new Set(
    strong
      .map((label) => threads.of(first, label))
      .filter((thread) => taken[thread] === 0 && (enabled[thread] as number) > 0),
  );
  if (starved.size === 0) return members;
  return members.filter((id) => ![...labels.enabledIn(id)].some((label) => starved.has(threads.of(id, label))));
}

/** A cycle of orbits that serves every label, as it is called where the cycle begins: gone round until it closes, it serves them all. */
class Round {
  readonly #labels: Labels;
  readonly #parts: Parts;
  readonly #end: number;
  readonly #walked: Walked[] = [];
  /** Where the cycle has come, and what each label is called there. */
  #at: number;
  #names: Int32Array;
  readonly #open: Set<number>;
  readonly #strong: ReadonlySet<number>;

  constructor(labels: Labels, parts: Parts, end: number) {
    this.#labels = labels;
    this.#parts = parts;
    this.#end = this.#at = end;
    this.#names = Int32Array.from({ length: labels.count }, (_, label) => label);
    this.#open = new Set([...labels.weak, ...labels.strong]);
    this.#strong = new Set(labels.strong);
  }

  *found(): Work<readonly Walked[]> {
    this.#serve();
    for (const label of this.#open) {
      // Serving one label may serve others, which are not looked at any more.
      const name = this.#names[label] as number;
      const way = yield* this.#way(
        name,
        (id, called) => !this.#strong.has(label) && !this.#isEnabled(id, called),
        name,
      );
      for (const edge of way ?? []) this.#go(edge);
      this.#open.delete(label);
    }
    if (this.#walked.length === 0) this.#go(this.#labels.inside(this.#parts, this.#at).next().value as number);
    for (const edge of (yield* this.#way(0, (id) => id === this.#end)) ?? []) this.#go(edge);
    return this.#walked;
  }

  #isEnabled(id: number, label: number): boolean {
    return this.#labels.enabledIn(id).has(label);
  }

  /** Weak labels are served where they are disabled. */
  #serve(): void {
    const enabled = this.#labels.enabledIn(this.#at);
    for (const label of this.#open)
      if (!this.#strong.has(label) && !enabled.has(this.#names[label] as number)) this.#open.delete(label);
  }

  /** Takes an edge. */
  #go(edge: number): void {
    const { target, action } = this.#labels.orbits.graph;
    const by = action[edge] as number;
    const taken = this.#labels.ofAction[by] as number;
    for (const label of this.#open) if (this.#names[label] === taken) this.#open.delete(label);
    const change = this.#labels.changes.of(this.#labels.changeBy(this.#at, edge));
    this.#names = this.#names.map((name) => change[name] as number);
    this.#at = target[edge] as number;
    this.#walked.push({ action: by, to: this.#at });
    this.#serve();
  }

  /**
   * The shortest way, in edges, to where a test passes for a configuration and what a label is called there; where one is wanted, also to a step that takes the label, that
   * step included. Nothing where there is none.
   */
  *#way(
    name: number,
    isThere: (id: number, name: number) => boolean,
    wanted?: number,
  ): Work<readonly number[] | undefined> {
    const labels = this.#labels;
    const { target, action } = labels.orbits.graph;
    const start = { id: this.#at, name, from: -1, edge: -1 };
    const queue = [start];
    const seen = new Set([this.#at * labels.count + name]);
    const back = (last: number): readonly number[] => {
      const edges: number[] = [];
      for (let at = last; (queue[at]?.from ?? -1) >= 0; at = queue[at]?.from as number)
        edges.push(queue[at]?.edge as number);
      return edges.reverse();
    };
    for (let head = 0; head < queue.length; head++) {
      yield* pausing(head + 1);
      const { id, name: called } = queue[head] as typeof start;
      if (isThere(id, called)) return back(head);
      for (const edge of labels.inside(this.#parts, id)) {
        if (wanted !== undefined && labels.ofAction[action[edge] as number] === called) return [...back(head), edge];
        const next = labels.count === 0 ? 0 : labels.after(id, edge, called);
        const key = (target[edge] as number) * labels.count + next;
        if (seen.has(key)) continue;
        seen.add(key);
        queue.push({ id: target[edge] as number, name: next, from: head, edge });
      }
    }
    return undefined;
  }
}
