/** The most consistent reading of a document, and what else its places could mean. */
import { type Choice, type Consistency, consistency } from './consistent.ts';
import type { Mention } from './mentions.ts';
import { type DocumentNetwork, type Lists, networkOf, type Option, referringRows } from './network.ts';
import type { Entry, Written } from './types.ts';

/** How a document is read: the lists of each row, the row that each referring row takes its lists from, and the network to ask for more. */
export type Solution = {
  readonly lists: readonly Lists[];
  readonly refers: ReadonlyMap<number, number>;
  readonly choice: Choice;
  readonly document: DocumentNetwork;
  readonly consistency: Consistency;
};

/** So many choices of what references mean are tried together; beyond that, one reference after the other. */
const MOST_REFERENCES = 400;

/** Reads the rows of a document so that they agree best. */
export function solve(entries: readonly Entry[], mentions: ReadonlyMap<Written, Mention>): Solution {
  const referring = [...referringRows(entries, mentions).keys()];
  const rows = entries.flatMap((_, index) => (referring.includes(index) ? [] : [index]));
  const solved = (refers: ReadonlyMap<number, number>): Solution => {
    const document = networkOf(entries, mentions, refers);
    const answers = consistency(document.network);
    const lists = listsOf(document, answers.best, entries.length);
    return { lists, refers, choice: answers.best, document, consistency: answers };
  };
  const better = (one: Solution | undefined, other: Solution): Solution =>
    one === undefined || other.choice.worth > one.choice.worth ? other : one;
  let tried: readonly (readonly number[])[] = [[]];
  if (rows.length ** referring.length <= MOST_REFERENCES)
    for (const _ of referring) tried = tried.flatMap((one) => rows.map((row) => [...one, row]));
  else tried = [referring.map(() => rows[0] as number)];
  let best: Solution | undefined;
  for (const each of tried) best = better(best, solved(new Map(referring.map((row, at) => [row, each[at] as number]))));
  if (tried.length === 1)
    for (const row of referring)
      for (const to of rows) best = better(best, solved(new Map([...(best as Solution).refers, [row, to]])));
  return best as Solution;
}

/** The lists of each row in a choice. Of readings that nothing in the document tells apart, the one that names earlier states of the lifecycle first. */
export function listsOf({ variables }: DocumentNetwork, { options }: Choice, size: number): readonly Lists[] {
  const chosen = options.map((option, variable) => variables[variable]?.[option] as Option);
  const first = new Map(chosen.flatMap(({ rows }) => [...rows]));
  const depth = depths(first, size);
  const life = ({ previous, next }: Lists): readonly number[] =>
    [...previous, ...next].map(({ entry }) => (entry === undefined ? 0 : (depth[entry] as number)));
  const earlier = (one: Lists, other: Lists): Lists => {
    const [a, b] = [life(one), life(other)];
    const at = a.findIndex((each, index) => each !== b[index]);
    return at >= 0 && (b[at] as number) < (a[at] as number) ? other : one;
  };
  const lists = new Map(
    chosen.flatMap(({ rows, alike, own }) => {
      const best = alike.filter(({ alone }) => alone === own).reduce<Lists>(earlier, [...rows.values()][0] as Lists);
      return [...rows.keys()].map((row) => [row, best] as const);
    }),
  );
  return Array.from({ length: size }, (_, row) => lists.get(row) as Lists);
}

/** How many arrows lead from a row that nothing leads to, to each row at least; the number of rows where none do. */
function depths(lists: ReadonlyMap<number, Lists>, size: number): readonly number[] {
  const after = new Map<number, Set<number>>();
  const isReached = new Set<number>();
  const arrow = (from: number | undefined, to: number | undefined): void => {
    if (from === undefined || to === undefined || from === to) return;
    after.set(from, (after.get(from) ?? new Set()).add(to));
    isReached.add(to);
  };
  for (const [row, { previous, next }] of lists) {
    for (const { entry } of previous) arrow(entry, row);
    for (const { entry } of next) arrow(row, entry);
  }
  const depth = Array.from({ length: size }, () => size);
  const queue = depth.flatMap((_, row) => (isReached.has(row) ? [] : [row]));
  for (const row of queue) depth[row] = 0;
  for (const row of queue)
    for (const to of after.get(row) ?? [])
      if ((depth[to] as number) === size) {
        depth[to] = (depth[row] as number) + 1;
        queue.push(to);
      }
  return depth;
}
