/** Stuck and unreachable states, according to a document alone. */
import { listed } from '../judge/words.ts';
import type { Draft, Reviewing } from './draft.ts';
import { isArrow, placeOf, quoteOf, rowAt, rowPlace, saidOf, saysOf, subjectOf } from './held.ts';
import { originsOf, reachedFrom } from './origins.ts';

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
    const name = saidOf(held, id);
    return [
      {
        code: 'SA330',
        ...(none[0] === undefined ? rowAt(held, id) : placeOf(none[0])),
        ...subjectOf(held, [id]),
        events: [],
        message: isStuck
          ? `nothing follows ${name} by this document, and it does not say that it ends there`
          : `${name} can be stuck: under a condition nothing follows it, and the rest of its list has conditions too`,
        quotes: isStuck
          ? [{ ...rowPlace(held, id), says: 'its row' }]
          : [...none, ...leaving].map((claim) => quoteOf(claim, saysOf(held, claim))),
        consequences: [{ if: 'believed', sentence: `a run that comes to ${name} can be stuck there` }],
        remedies: [
          `Say what follows ${name}.`,
          `Say that ${name} is an end: write “none” in its next column, without a condition.`,
        ],
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
  const starts = listed([...bounds.starts].slice(0, MOST_LISTED).map((start) => saidOf(held, start)));
  return originsOf(lost, next)
    .filter((together) => !together.every((id) => apart.has(id)))
    .map((together): Draft => {
      const names = listed(together.map((id) => saidOf(held, id)));
      const isAll = reachedFrom(together, next).size === together.length;
      return {
        code: 'SA331',
        ...rowAt(held, together[0] as string),
        // Those that lead to each other are named alike in whatever order their rows stand.
        ...subjectOf(held, together.toSorted()),
        events: [],
        message: `no list leads to ${names} from where the document begins (${starts})`,
        quotes: together.map((id) => ({ ...rowPlace(held, id), says: 'its row' })),
        consequences: [
          {
            if: 'believed',
            sentence: `${names} can never be reached${isAll ? '' : ', and what is reached only from there neither'}`,
          },
        ],
        remedies: [`Say what comes before ${names}.`, `Say that it begins there: write “none” in its previous column.`],
        claims: [],
      };
    });
}
