/** The arrows of a draft: what its documents say of how one state becomes another, each arrow once, and what is doubtful about it. */
import { plain } from './text.ts';
import type { ColumnKind, DocumentClaim, Reading } from './types.ts';

/** An arrow, in the names of the table: its events as they are written, the lines that state it, and the questions it leaves open. */
export type DraftArrow = {
  readonly from: string;
  readonly to: string;
  readonly events: readonly string[];
  readonly cites: { readonly [source: string]: readonly number[] };
  readonly doubts: readonly string[];
};

/** What states an arrow: a claim, and the document it stands in. */
type Stating = { readonly claim: DocumentClaim; readonly at: number };

/** What a document says of the rows of its states: which have one, and whether it has columns on both sides. */
type Sides = { readonly rows: ReadonlySet<string>; readonly both: boolean };

function sidesOf({ claims }: Reading): Sides {
  const kinds = new Set(claims.map(({ column_kind }) => column_kind));
  const own = ({ column_kind, from, to }: DocumentClaim): string | null =>
    column_kind === 'previous' ? to : column_kind === 'next' ? from : null;
  return {
    rows: new Set(claims.map(own).filter((id) => id !== null)),
    both: kinds.has('previous') && kinds.has('next'),
  };
}

/** The arrows of all documents in the order in which they first stand. `names` and `sources`: per document. */
export function draftArrows(
  readings: readonly Reading[],
  names: readonly ReadonlyMap<string, string>[],
  sources: readonly string[],
): readonly DraftArrow[] {
  const sides = readings.map(sidesOf);
  const all = new Map<string, { readonly from: string; readonly to: string; readonly stating: Stating[] }>();
  readings.forEach(({ claims }, at) => {
    for (const claim of claims) {
      if (claim.from === null || claim.to === null) continue;
      const [from, to] = [names[at]?.get(claim.from) as string, names[at]?.get(claim.to) as string];
      const key = `${from}\n${to}`;
      const arrow = all.get(key) ?? { from, to, stating: [] };
      all.set(key, arrow);
      arrow.stating.push({ claim, at });
    }
  });
  return [...all.values()].map(({ from, to, stating }) => ({
    from,
    to,
    events: eventsOf(stating),
    cites: Object.fromEntries(
      [...Map.groupBy(stating, ({ at }) => at)].map(([at, some]) => [
        sources[at] as string,
        [...new Set(some.map(({ claim }) => claim.line))],
      ]),
    ),
    doubts: [...lopsided(from, to, stating, sides), ...conditional(stating)],
  }));
}

function eventsOf(stating: readonly Stating[]): readonly string[] {
  const words = stating.map(({ claim }) => claim.event).filter((event) => event !== undefined);
  return [...new Map(words.toReversed().map((event) => [plain(event), event])).values()].toReversed();
}

/** Where a document has columns on both sides and only one of them states the arrow. */
function lopsided(from: string, to: string, stating: readonly Stating[], sides: readonly Sides[]): readonly string[] {
  return [...Map.groupBy(stating, ({ at }) => at)].flatMap(([at, some]) => {
    const kinds = new Set<ColumnKind>(some.map(({ claim }) => claim.column_kind));
    const { rows, both } = sides[at] as Sides;
    if (!both || kinds.has('edge') || kinds.size > 1) return [];
    const { claim } = some[0] as Stating;
    const [says, silent] = kinds.has('next') ? [from, to] : [to, from];
    const silentId = (kinds.has('next') ? claim.to : claim.from) as string;
    const column = kinds.has('next') ? 'previous' : 'next';
    const does = rows.has(silentId) ? `${silent} does not list ${says} as ${column}` : `${silent} has no row`;
    return [`only ${says} lists this (line ${claim.line}): ${does}`];
  });
}

/** Conditions of an arrow, which no guard says yet. */
function conditional(stating: readonly Stating[]): readonly string[] {
  const conditions = stating.flatMap(({ claim: { condition, line } }) =>
    condition === undefined
      ? []
      : [[plain(condition), `“${condition}” (line ${line}) is a condition: say it in a guard`] as const],
  );
  return [...new Map(conditions.toReversed()).values()].toReversed();
}
