/** Stuck and unreachable states, according to a document alone. */
import type { Draft, Reviewing } from './draft.ts';
import { calledOf, claimQuote, isArrow, placeOf, rowAt, rowPlace, subjectOf } from './held.ts';
import { originsOf, reachedFrom } from './origins.ts';
import { say } from './words/index.ts';

const MOST_LISTED = 12;

/** SA330. States that nothing leaves, and of which the document does not say that they are ends; and those that nothing leaves under a condition. */
export function stuckByWord({ held, bounds, against }: Reviewing, apart: ReadonlySet<string>): readonly Draft[] {
  const arrows = held.claims.filter(isArrow);
  const isSaid = (id: string): boolean => bounds.ends.size > 0 || (against !== undefined && held.means.has(id));
  const listing = new Set(
    held.claims.flatMap(({ of, names, column_kind }) =>
      names === null && column_kind === 'next' && of !== undefined ? [of] : [],
    ),
  );
  return [...held.rows].flatMap((id): readonly Draft[] => {
    const leaving = held.about(id).filter((claim) => isArrow(claim) && claim.from === id && claim.to !== id);
    const none = held
      .inRow(id)
      .filter((claim) => claim.column_kind === 'next' && claim.names === null && claim.condition !== undefined);
    const isStuck = leaving.length === 0 && !listing.has(id) && isSaid(id);
    const conditional = new Set(leaving.flatMap(({ to, condition }) => (condition === undefined ? [] : [to])));
    const isSometimes = none.length > 0 && leaving.every(({ to }) => conditional.has(to));
    if (arrows.length === 0 || bounds.ends.has(id) || apart.has(id) || !(isStuck || isSometimes)) return [];
    const state = calledOf(held, id);
    return [
      {
        code: 'SA330',
        ...(none[0] === undefined ? rowAt(held, id) : placeOf(none[0])),
        ...subjectOf(held, [id]),
        events: [],
        message: say(isStuck ? 'stuckByWord' : 'stuckSometimes', state),
        quotes: isStuck ? [rowPlace(held, id)] : [...none, ...leaving].map((claim) => claimQuote(held, claim)),
        consequences: [{ if: 'believed', sentence: say('stuckThere', state) }],
        remedies: [say('sayNext', state), say('sayEnd', state)],
        claims: none,
      },
    ];
  });
}

/** SA331. States that nothing leads to from where the document begins: one finding for all that lead to each other, none for what only they lead to. */
export function unreachableByWord({ held, bounds }: Reviewing, apart: ReadonlySet<string>): readonly Draft[] {
  if (bounds.starts.size === 0 || !held.claims.some(isArrow)) return [];
  const next = new Map<string, Set<string>>();
  for (const { from, to } of held.claims.filter(isArrow)) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reached = reachedFrom(bounds.starts, next);
  const lost = [...held.rows].filter((id) => !reached.has(id));
  const starts = [...bounds.starts].slice(0, MOST_LISTED).map((start) => calledOf(held, start));
  return originsOf(lost, next)
    .filter((together) => !together.every((id) => apart.has(id)))
    .map((together): Draft => {
      const states = together.map((id) => calledOf(held, id));
      const isAll = reachedFrom(together, next).size === together.length;
      return {
        code: 'SA331',
        ...rowAt(held, together[0] as string),
        // Those that lead to each other are named alike in whatever order their rows stand.
        ...subjectOf(held, together.toSorted()),
        events: [],
        message: say('unreachable', states, starts),
        quotes: together.map((id) => rowPlace(held, id)),
        consequences: [{ if: 'believed', sentence: say(isAll ? 'neverReached' : 'neverReachedWith', states) }],
        remedies: [say('sayPrevious', states), say('sayStart')],
        claims: [],
      };
    });
}
