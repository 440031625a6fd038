/** Column against column: what a row lists and the other row does not list back, and “none” beside a list. */
import { consequencesOf, type Draft, grouped, type Reviewing, stanceOf } from './draft.ts';
import {
  arrowSubject,
  calledOf,
  claimQuote,
  type Held,
  type HeldClaim,
  isArrow,
  labelIn,
  placeOf,
  rowPlace,
  subjectOf,
} from './held.ts';
import { type Saying, say } from './words/index.ts';

const arrowKey = ({ from, to }: HeldClaim): string => JSON.stringify([from, to]);

const OTHER = { next: 'previous', previous: 'next' } as const;
const MOST_LISTED = 12;

/** What a column of a row lists. */
function cellOf({ inRow, states }: Held, id: string, kind: 'previous' | 'next'): Saying {
  const own = inRow(id).filter((claim) => claim.column_kind === kind);
  const labels = [...new Set(own.map(({ names }) => (names === null ? null : (states.get(names)?.label ?? names))))];
  if (labels.length === 0) return say('emptyCell', kind);
  return say('cell', kind, labels.slice(0, MOST_LISTED), Math.max(0, labels.length - MOST_LISTED));
}

/** SA320, SA321. A lists B in one column, and the row of B does not list A in the other. */
export function oneSided(reviewing: Reviewing): readonly Draft[] {
  const { held } = reviewing;
  return (['next', 'previous'] as const).flatMap((kind) => {
    const other = OTHER[kind];
    if (!held.columns.has(other)) return [];
    const answers = new Set(held.claims.filter(({ column_kind }) => column_kind === other).map(arrowKey));
    const open = held.claims.filter(
      (claim) =>
        claim.column_kind === kind &&
        isArrow(claim) &&
        held.rows.has(claim.names as string) &&
        !answers.has(arrowKey(claim)),
    );
    return grouped(open, arrowKey).map(([claim, ...more]): Draft => {
      const [row, named] = [claim.of as string, claim.names as string];
      const [one, two] = [calledOf(held, row), calledOf(held, named)];
      return {
        code: kind === 'next' ? 'SA320' : 'SA321',
        ...placeOf(claim),
        ...arrowSubject(held, claim),
        events: [],
        message: say('oneSided', one, two, kind, stanceOf(reviewing, claim)),
        quotes: [
          ...[claim, ...more].map((each) => claimQuote(held, each)),
          rowPlace(held, named, cellOf(held, named, other)),
        ],
        consequences: consequencesOf(reviewing, claim),
        remedies: [
          say('listAlso', one, two, kind, held.states.get(named)?.line),
          say('takeOutOf', two, kind, one, claim.line),
        ],
        claims: [claim, ...more],
      };
    });
  });
}

/** SA322. A cell that says “none” without a condition, and names states. */
export function noneBeside({ held }: Reviewing): readonly Draft[] {
  return (['previous', 'next'] as const).flatMap((kind) => {
    const column = held.claims.filter(({ column_kind, of }) => column_kind === kind && of !== undefined);
    return grouped(column, ({ of }) => of as string).flatMap((cell): readonly Draft[] => {
      const none = cell.find(({ names, condition }) => names === null && condition === undefined);
      const named = cell.filter(isArrow);
      if (none === undefined || named.length === 0) return [];
      const row = none.of as string;
      return [
        {
          code: 'SA322',
          ...placeOf(none),
          ...subjectOf(held, [row]),
          events: [],
          message: say(
            'noneBeside',
            calledOf(held, row),
            kind,
            named.map(({ names }) => labelIn(held, names)),
          ),
          quotes: [none, ...named].map((each) => claimQuote(held, each)),
          consequences: [],
          remedies: [say('takeNoneOut', kind, calledOf(held, row)), say('takeListedOut')],
          claims: [none, ...named],
        },
      ];
    });
  });
}
