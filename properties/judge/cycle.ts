/** A cycle that a run may go round for ever without breaking fairness. */
import type { Parts } from '../../model/explore/components.ts';
import type { StateGraph, Walked } from '../../model/explore/graph.ts';
import { forEach, inPieces, type Work } from '../../model/explore/work.ts';
import { Defect } from './defect.ts';
import { type Duties, isEnabled } from './fair.ts';

/**
 * What a fair cycle through a part still owes to a label: a step with it, or for a weak one a place where it is
 * disabled.
 */
type Debt = { readonly label: number; readonly weak: boolean };

/** The configurations of a part that {@link fairParts} has found. */
type Fair = { readonly graph: StateGraph; readonly duties: Duties; readonly parts: Parts; readonly part: number };

/** A cycle through a configuration of a fair part that breaks no fairness: short, though not always the shortest. */
export function* fairCycle(fair: Fair, entry: number): Work<readonly Walked[]> {
  const { graph, duties } = fair;
  const shortestWalk = walker(fair);
  const walk = function* (from: number, isGoal: (step: Walked) => boolean): Work<readonly Walked[]> {
    const found = yield* shortestWalk(from, isGoal);
    if (found === undefined) throw new Defect('a fair component has no way to a step it must have');
    return found;
  };
  const returns = ({ to }: Walked): boolean => to === entry;

  const shortest = yield* walk(entry, returns);
  if (fairRound(fair, shortest)) return shortest;

  const pays = ({ label, weak }: Debt, { action, to }: Walked): boolean =>
    duties.ofAction[action] === label || (weak && !isEnabled(graph, to, duties, label));
  const somewhere = yield* enabledSomewhere(fair);
  let debts: readonly Debt[] = [
    ...duties.weak.filter((label) => isEnabled(graph, entry, duties, label)).map((label) => ({ label, weak: true })),
    ...duties.strong.filter((label) => somewhere[label] === 1).map((label) => ({ label, weak: false })),
  ];
  const cycle: Walked[] = [];
  const go = (leg: readonly Walked[]): void => {
    for (const step of leg) cycle.push(step);
    debts = debts.filter((debt) => !leg.some((step) => pays(debt, step)));
  };
  while (debts.length > 0) go(yield* walk(cycle.at(-1)?.to ?? entry, (step) => debts.some((debt) => pays(debt, step))));
  const end = cycle.at(-1)?.to;
  if (end !== entry) go(yield* walk(end ?? entry, returns));
  return cycle;
}

/** Whether going round and round a cycle breaks no fairness. */
function fairRound({ graph, duties }: Fair, cycle: readonly Walked[]): boolean {
  const isIgnored = (label: number): boolean => !cycle.some(({ action }) => duties.ofAction[action] === label);
  const enabledAt = (label: number) => (step: Walked) => isEnabled(graph, step.to, duties, label);
  return (
    !duties.weak.filter(isIgnored).some((label) => cycle.every(enabledAt(label))) &&
    !duties.strong.filter(isIgnored).some((label) => cycle.some(enabledAt(label)))
  );
}

/** Marks the labels that are enabled in some configuration of a part. */
function* enabledSomewhere({ graph, duties, parts, part }: Fair): Work<Uint8Array> {
  const { expanded, offset, action } = graph;
  const marked = new Uint8Array(duties.count);
  yield* forEach(expanded, (id) => {
    if (parts[id] !== part) return;
    const end = offset[id + 1] as number;
    for (let edge = offset[id] as number; edge < end; edge++) {
      const label = duties.ofAction[action[edge] as number] as number;
      if (label >= 0) marked[label] = 1;
    }
  });
  return marked;
}

/**
 * Finds the shortest walks of at least one step from a configuration, staying in the part, whose last step meets a
 * test.
 */
function walker({ graph, parts, part }: Fair) {
  const { size, expanded, offset, target, action } = graph;
  const queue = new Int32Array(size);
  const from = new Int32Array(size).fill(-1);
  const by = new Int32Array(size);

  return function* (start: number, isGoal: (step: Walked) => boolean): Work<readonly Walked[] | undefined> {
    let [head, tail] = [0, 0];
    let found: readonly Walked[] | undefined;
    const enter = (id: number, before: number, arrival: number): void => {
      from[id] = before;
      by[id] = arrival;
      queue[tail++] = id;
    };
    const walkTo = (id: number, last: Walked): readonly Walked[] => {
      const walk = [last];
      for (let at = id; at !== start; at = from[at] as number) walk.push({ action: by[at] as number, to: at });
      return walk.reverse();
    };
    const visit = (id: number): void => {
      const end = id < expanded ? (offset[id + 1] as number) : 0;
      for (let edge = id < expanded ? (offset[id] as number) : 0; edge < end && found === undefined; edge++) {
        const step = { action: action[edge] as number, to: target[edge] as number };
        if (parts[step.to] !== part) continue;
        if (isGoal(step)) found = walkTo(id, step);
        else if (from[step.to] === -1) enter(step.to, id, step.action);
      }
    };
    enter(start, start, -1);
    yield* inPieces((most) => {
      for (let left = most; left > 0 && head < tail && found === undefined; left--) visit(queue[head++] as number);
      return head < tail && found === undefined;
    });
    for (let at = 0; at < tail; at++) from[queue[at] as number] = -1;
    return found;
  };
}
