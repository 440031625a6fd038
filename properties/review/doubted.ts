/** Readings in doubt: what a document says in a place that could as well be read otherwise. */
import { type Draft, grouped, type Reviewing } from './draft.ts';
import { calledOf, type HeldClaim, placeOf, subjectOf } from './held.ts';
import { say } from './words/index.ts';

/** SA332. One question for each row and text: mentions that are written alike in one row are asked about together. */
export function doubtedReadings({ held }: Reviewing): readonly Draft[] {
  const doubts = held.ambiguities.map((ambiguity) => ({
    ambiguity,
    claims: held.claims.filter(
      ({ line, column, text }) => line === ambiguity.line && column === ambiguity.column && text === ambiguity.text,
    ),
  }));
  return grouped(doubts, ({ ambiguity: { text, line }, claims }) => `${claims[0]?.of ?? line} ${text}`).map(
    (same): Draft => {
      const [{ ambiguity, claims: of }] = same;
      const claims = same.flatMap((each) => each.claims);
      const row = (of[0] as HeldClaim | undefined)?.of;
      const instead = same.flatMap((each) => each.ambiguity.instead);
      const place =
        of[0] === undefined ? { document: held.name, line: ambiguity.line, column: ambiguity.column } : placeOf(of[0]);
      return {
        code: 'SA332',
        ...place,
        states: row === undefined ? [] : subjectOf(held, [row]).states,
        labels: [ambiguity.text],
        events: [],
        message: say('doubtful', ambiguity.text, row === undefined ? undefined : calledOf(held, row), [
          ...new Set(same.map((each) => each.ambiguity.chosen)),
        ]),
        quotes: same.map((each) => ({
          document: held.name,
          line: each.ambiguity.line,
          column: each.ambiguity.column,
          text: each.ambiguity.text,
          says: say('asRead', each.ambiguity.chosen),
        })),
        consequences: instead.map(({ reading, consequence }) => ({
          if: 'not believed' as const,
          sentence: say('otherwise', reading, consequence),
        })),
        remedies: [say('wordPlainly'), say('restateMeant')],
        claims,
      };
    },
  );
}
