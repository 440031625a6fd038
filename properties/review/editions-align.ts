/**
 * Two language editions of one document: which row of one is which row of the other, by their arrows, and by their order as far as it was kept.
 */
import { consistency } from '../../model/import/consistent.ts';
import { plain } from '../../model/import/text.ts';
import { type Held, isArrow } from './held.ts';

const ROUNDS = 6;
/** With more rows than this only alignments in the order of both are looked for. */
const MOST_REORDERED = 40;
/** What keeps two rows from being aligned with the same one. */
const FORBIDDEN = -1000;
/** More rows than this are not aligned: time grows with the product of both numbers. */
const MOST_ROWS = 400;
/** How much a part of a row weighs: arrows that agree, lists of equal length, one label, one place. */
const WORTH = { arrow: 4, length: 2, label: 3, place: 1 } as const;

const arrowsAt = (held: Held, id: string) => {
  const arrows = held.about(id).filter(isArrow);
  return {
    next: new Set(arrows.filter(({ from }) => from === id).map(({ to }) => to)),
    previous: new Set(arrows.filter(({ to }) => to === id).map(({ from }) => from)),
  };
};

/** The states of the second edition as those of the first: in the order of both where all arrows agree so, else in the order in which most do. */
export function aligned(one: Held, other: Held): ReadonlyMap<string, string> {
  const inOrder = alignedInOrder(one, other);
  const all = arrowsIn(one, [...one.rows]) + arrowsIn(other, [...other.rows]);
  const agreeing = 2 * agreement(one, other, inOrder);
  if (agreeing === all || Math.max(one.rows.size, other.rows.size) > MOST_REORDERED) return inOrder;
  const byArrows = alignedByArrows(one, other);
  return 2 * agreement(one, other, byArrows) > agreeing ? byArrows : inOrder;
}

/** How many arrows there are between rows. */
const arrowsIn = (held: Held, ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + [...arrowsAt(held, id).next].filter((to) => held.rows.has(to ?? '')).length, 0);

/** How many arrows of the second edition the first has too. */
const agreement = (one: Held, other: Held, found: ReadonlyMap<string, string>): number =>
  [...found].reduce((sum, [theirs, ours]) => {
    const { next } = arrowsAt(one, ours);
    return sum + [...arrowsAt(other, theirs).next].filter((to) => next.has(found.get(to ?? '') ?? '')).length;
  }, 0);

/**
 * The alignment in which most arrows agree, whatever the order of the rows: a choice of one row, or none, for each row, no two of them alike. The
 * most consistent one is searched for as readings of documents are.
 */
function alignedByArrows(one: Held, other: Held): ReadonlyMap<string, string> {
  const [ours, theirs] = [[...one.rows], [...other.rows]];
  const [mine, yours] = [ours.map((id) => arrowsAt(one, id)), theirs.map((id) => arrowsAt(other, id))];
  const sameLabel = (row: string, column: string): boolean =>
    plain(one.states.get(row)?.label ?? '') === plain(other.states.get(column)?.label ?? '');
  const alone = ours.map((row, i) => [
    ...theirs.map((column, a) => {
      const sizes = (['next', 'previous'] as const).filter((side) => mine[i]?.[side].size === yours[a]?.[side].size);
      return WORTH.length * sizes.length + (sameLabel(row, column) ? WORTH.label : 0) + (i === a ? WORTH.place : 0);
    }),
    0,
  ]);
  const kinds = [...theirs.keys(), theirs.length];
  const pairs = ours.flatMap((from, i) =>
    ours.slice(i + 1).map((to, offset) => {
      const j = i + 1 + offset;
      const [there, back] = [mine[i]?.next.has(to) === true, mine[j]?.next.has(from) === true];
      const between = (a: string, b: string): number =>
        (there && yours[theirs.indexOf(a)]?.next.has(b) ? WORTH.arrow : 0) +
        (back && yours[theirs.indexOf(b)]?.next.has(a) ? WORTH.arrow : 0);
      const worth = kinds.map((a) =>
        kinds.map((b) => {
          if (a === theirs.length || b === theirs.length) return 0;
          return a === b ? FORBIDDEN : between(theirs[a] as string, theirs[b] as string);
        }),
      );
      return { between: [i, j] as const, kinds: [kinds, kinds] as const, worth };
    }),
  );
  const { options } = consistency({ alone, pairs }).best;
  return new Map(
    options.flatMap((column, row) =>
      column < theirs.length ? [[theirs[column] as string, ours[row] as string] as const] : [],
    ),
  );
}

/**
 * Both keep the order of the first; of all such alignments the one of the greatest worth is taken (after Needleman and Wunsch), where an arrow is
 * worth something if both its ends were aligned in the round before.
 */
function alignedInOrder(one: Held, other: Held): ReadonlyMap<string, string> {
  const [ours, theirs] = [one, other].map((held) => [...held.states.keys()].filter((id) => held.rows.has(id))) as [
    string[],
    string[],
  ];
  if (ours.length > MOST_ROWS || theirs.length > MOST_ROWS) return new Map();
  const [mine, yours] = [ours.map((id) => arrowsAt(one, id)), theirs.map((id) => arrowsAt(other, id))];
  const labelled = new Map(theirs.map((id) => [plain(other.states.get(id)?.label ?? ''), id]));
  let found: ReadonlyMap<string, string> = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const before = found;
    found = bestInOrder(ours, theirs, (row, column) => {
      const [a, b] = [mine[row], yours[column]];
      if (a === undefined || b === undefined) return 0;
      const sides = (['next', 'previous'] as const).map((side) => {
        const agree = [...b[side]].filter((id) => a[side].has(before.get(id) ?? '')).length;
        return WORTH.arrow * agree + (a[side].size === b[side].size ? WORTH.length : 0);
      });
      const label = labelled.get(plain(one.states.get(ours[row] as string)?.label ?? '')) === theirs[column];
      return sides.reduce((sum, each) => sum + each, (row === column ? WORTH.place : 0) + (label ? WORTH.label : 0));
    });
  }
  return found;
}

function bestInOrder(
  ours: readonly string[],
  theirs: readonly string[],
  worth: (row: number, column: number) => number,
): ReadonlyMap<string, string> {
  const width = theirs.length + 1;
  const sums = new Float64Array((ours.length + 1) * width);
  const at = (row: number, column: number): number => sums[row * width + column] as number;
  const worths = ours.map((_, row) => theirs.map((__, column) => worth(row, column)));
  for (let row = ours.length - 1; row >= 0; row--)
    for (let column = theirs.length - 1; column >= 0; column--)
      sums[row * width + column] = Math.max(
        at(row + 1, column + 1) + (worths[row]?.[column] ?? 0),
        at(row + 1, column),
        at(row, column + 1),
      );
  const found = new Map<string, string>();
  for (let row = 0, column = 0; row < ours.length && column < theirs.length; ) {
    const here = at(row, column);
    if (here === at(row + 1, column + 1) + (worths[row]?.[column] ?? 0)) {
      found.set(theirs[column++] as string, ours[row++] as string);
    } else if (here === at(row + 1, column)) row++;
    else column++;
  }
  return found;
}
