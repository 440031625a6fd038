/** Column against column: what a row lists and the other row does not list back, and “none” beside a list. */
import { listed } from '../judge/words.ts';
import { consequencesOf, type Draft, grouped, type Reviewing, stanceOf } from './draft.ts';
import {
  arrowSubject,
  type Held,
  type HeldClaim,
  isArrow,
  labelIn,
  placeOf,
  quoteOf,
  rowPlace,
  said,
  saidOf,
  saysOf,
  subjectOf,
} from './held.ts';

const arrowKey = ({ from, to }: HeldClaim): string => JSON.stringify([from, to]);

const OTHER = { next: 'previous', previous: 'next' } as const;
const MOST_LISTED = 12;

/** What a column of a row lists, in a few words. */
function cellOf({ inRow, states }: Held, id: string, kind: 'previous' | 'next'): string {
  const own = inRow(id).filter((claim) => claim.column_kind === kind);
  const labels = [
    ...new Set(own.map(({ names }) => (names === null ? 'none' : said(states.get(names)?.label ?? names)))),
  ];
  if (labels.length === 0) return `its ${kind} column is empty`;
  const more = labels.length > MOST_LISTED ? [`${labels.length - MOST_LISTED} more`] : [];
  return `its ${kind} column says ${listed([...labels.slice(0, MOST_LISTED), ...more])}`;
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
      const [one, two] = [saidOf(held, row), saidOf(held, named)];
      return {
        code: kind === 'next' ? 'SA320' : 'SA321',
        ...placeOf(claim),
        ...arrowSubject(held, claim),
        events: [],
        message: `${one} lists ${two} as ${kind}, but ${two} does not list ${one} as ${other}${stanceOf(reviewing, claim)}`,
        quotes: [
          ...[claim, ...more].map((each) => quoteOf(each, saysOf(held, each))),
          { ...rowPlace(held, named), says: cellOf(held, named, other) },
        ],
        consequences: consequencesOf(reviewing, claim),
        remedies: [
          `List ${one} as ${other} in the row of ${two} (line ${held.states.get(named)?.line}).`,
          `Take ${two} out of the ${kind} column of ${one} (line ${claim.line}).`,
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
          message: `${saidOf(held, row)} has none as ${kind}, and lists ${listed(named.map(({ names }) => said(labelIn(held, names))))} beside it`,
          quotes: [none, ...named].map((each) => quoteOf(each, saysOf(held, each))),
          consequences: [],
          remedies: [
            `Take the “none” out of the ${kind} column of ${saidOf(held, row)}, or say under which condition there is none.`,
            'Take the listed states out of that cell.',
          ],
          claims: [none, ...named],
        },
      ];
    });
  });
}
