/** The most consistent reading of a document: how its rows and arrows are read, and the network to ask what else its places could mean. */
import { type Choice, type Consistency, consistency } from './consistent.ts';
import { type DocumentNetwork, networkOf, type Option, type Statements } from './network.ts';
import type { Lists } from './options.ts';

/** Rows and arrows as a choice reads them. `refers`: the row that each referring row takes its lists from. */
export type Parts = {
  readonly rows: readonly Lists[];
  readonly arrows: readonly Lists[];
  readonly refers: ReadonlyMap<number, number>;
};

/** How a document is read. */
export type Solution = Parts & {
  readonly choice: Choice;
  readonly document: DocumentNetwork;
  readonly consistency: Consistency;
  /** The way that every variable is read in, of those that are alike. */
  readonly taken: readonly Lists[];
};

/** Reads a document so that it agrees best. `size`: the number of declared states. */
export function solve(statements: Statements, size: number): Solution {
  const document = networkOf(statements, size);
  const answers = consistency(document.network);
  const taken = takenOf(document, answers.best, size);
  return { ...partsOf(document, answers.best, taken), choice: answers.best, document, consistency: answers, taken };
}

/** What a choice says of each row and arrow, when its variables are read in these ways. */
export function partsOf({ subjects, options }: DocumentNetwork, choice: Choice, taken: readonly Lists[]): Parts {
  const rows: Lists[] = [];
  const arrows: Lists[] = [];
  const refers = new Map<number, number>();
  subjects.forEach((subject, variable) => {
    if (subject.kind === 'arrow') arrows[subject.arrow] = taken[variable] as Lists;
    else rows[subject.row] = taken[variable] as Lists;
    const target = options[variable]?.[choice.options[variable] as number]?.target;
    if (subject.kind === 'reference' && target !== undefined) refers.set(subject.row, target);
  });
  for (const [row, target] of refers) rows[row] = rows[target] as Lists;
  return { rows, arrows, refers };
}

/** The way each variable is read in: of ways that nothing in the document tells apart, the one that names earlier states of the lifecycle first. */
function takenOf({ subjects, options }: DocumentNetwork, choice: Choice, size: number): readonly Lists[] {
  const chosen = options.map((all, variable) => all[choice.options[variable] as number] as Option);
  const equal = chosen.map(({ best, alike }) => alike.filter(({ alone }) => alone === best.alone));
  if (equal.every(({ length }) => length === 0)) return chosen.map(({ best }) => best);
  const depth = depthsOf(
    chosen.flatMap(({ best: { previous, next } }, variable) => {
      const subject = subjects[variable];
      if (subject?.kind === 'arrow')
        return previous.flatMap((from) => next.map((to) => [from.state, to.state] as const));
      const row = subject?.row;
      return [...previous.map(({ state }) => [state, row] as const), ...next.map(({ state }) => [row, state] as const)];
    }),
    size,
  );
  const life = ({ previous, next }: Lists): readonly number[] =>
    [...previous, ...next].map(({ state }) => (state === undefined ? 0 : (depth[state] as number)));
  const earlier = (one: Lists, other: Lists): Lists => {
    const [a, b] = [life(one), life(other)];
    const at = a.findIndex((each, index) => each !== b[index]);
    return at >= 0 && (b[at] as number) < (a[at] as number) ? other : one;
  };
  return chosen.map(({ best }, variable) => (equal[variable] as readonly Lists[]).reduce(earlier, best));
}

type Ends = readonly [from: number | undefined, to: number | undefined];

/** How many arrows lead from a state that nothing leads to, to each state at least; the number of states where none do. */
function depthsOf(arrows: readonly Ends[], size: number): readonly number[] {
  const after = new Map<number, Set<number>>();
  const isReached = new Set<number>();
  for (const [from, to] of arrows) {
    if (from === undefined || to === undefined || from === to) continue;
    const there = after.get(from) ?? new Set();
    after.set(from, there.add(to));
    isReached.add(to);
  }
  const depth = Array.from({ length: size }, () => size);
  const queue = depth.flatMap((_, state) => (isReached.has(state) ? [] : [state]));
  for (const state of queue) depth[state] = 0;
  for (const state of queue)
    for (const to of after.get(state) ?? [])
      if ((depth[to] as number) === size) {
        depth[to] = (depth[state] as number) + 1;
        queue.push(to);
      }
  return depth;
}
