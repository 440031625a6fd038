/** Stuck and unreachable states, according to a document alone. */
import { listed } from '../judge/words.ts';
import type { Draft, Reviewing } from './draft.ts';
import { isArrow, placeOf, quoteOf, rowPlace, saidOf, saysOf, subjectOf } from './held.ts';

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
    const leaving = arrows.filter(({ from, to }) => from === id && to !== id);
    const none = held.claims.filter(
      (claim) =>
        claim.of === id && claim.column_kind === 'next' && claim.names === null && claim.condition !== undefined,
    );
    const isStuck = leaving.length === 0 && !listing.has(id) && isSaid(id);
    const conditional = new Set(leaving.flatMap(({ to, condition }) => (condition === undefined ? [] : [to])));
    const isSometimes = none.length > 0 && leaving.every(({ to }) => conditional.has(to));
    if (arrows.length === 0 || bounds.ends.has(id) || apart.has(id) || !(isStuck || isSometimes)) return [];
    const name = saidOf(held, id);
    const place = none[0] === undefined ? rowPlace(held, id) : placeOf(none[0]);
    const { document, line, column } = place;
    return [
      {
        code: 'SA330',
        document,
        line,
        column,
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
  if (bounds.starts.size === 0) return [];
  const next = new Map<string, Set<string>>();
  for (const { from, to } of held.claims.filter(isArrow)) next.set(from, (next.get(from) ?? new Set()).add(to));
  const from = (starts: Iterable<string>): ReadonlySet<string> => {
    const seen = new Set(starts);
    for (const at of seen) for (const to of next.get(at) ?? []) seen.add(to);
    return seen;
  };
  const reached = from(bounds.starts);
  const lost = [...held.rows].filter((id) => !reached.has(id));
  const after = new Map(lost.map((id) => [id, from([id])]));
  const told = new Set<string>();
  return lost.flatMap((id): readonly Draft[] => {
    const together = lost.filter((other) => other === id || (after.get(id)?.has(other) && after.get(other)?.has(id)));
    const isRoot = lost.every((other) => !after.get(other)?.has(id) || together.includes(other));
    if (!isRoot || told.has(id) || together.every((each) => apart.has(each))) return [];
    for (const each of together) told.add(each);
    const names = listed(together.map((each) => saidOf(held, each)));
    const { document, line, column } = rowPlace(held, id);
    const behind = (after.get(id)?.size ?? 0) - together.length;
    return [
      {
        code: 'SA331',
        document,
        line,
        column,
        ...subjectOf(held, together),
        events: [],
        message: `no list leads to ${names} from where the document begins (${listed([...bounds.starts].map((start) => saidOf(held, start)))})`,
        quotes: together.map((each) => ({ ...rowPlace(held, each), says: 'its row' })),
        consequences: [
          {
            if: 'believed',
            sentence:
              behind > 0
                ? `${names} can never be reached, and what is reached only from there neither`
                : `${names} can never be reached`,
          },
        ],
        remedies: [`Say what comes before ${names}.`, `Say that it begins there: write “none” in its previous column.`],
        claims: [],
      },
    ];
  });
}
