/** References of one row to another: “see …”. */
import { plain, wordsOf } from '../../model/import/text.ts';
import { referenceIn } from '../../model/import/words.ts';
import { type Draft, grouped, type Reviewing } from './draft.ts';
import { calledOf, type Held, placeOf, quoteOf, rowAt, rowPlace, subjectOf } from './held.ts';
import { labelsOf } from './meanings.ts';
import { say } from './words/index.ts';
import type { Column } from './words/things.ts';

/** SA328. Rows that refer to another one in words that name none. */
export function brokenReferences({ held, against }: Reviewing): readonly Draft[] {
  const lost = [...held.referring].filter((id) => !held.inRow(id).some(({ text }) => referenceIn(text) !== undefined));
  const labels = [
    ...[...held.rows].map((id) => held.states.get(id)?.label ?? id),
    ...Object.values(against?.table.states ?? {}).flatMap(({ label }) => labelsOf(label, held.language)),
  ].map((label) => ` ${wordsOf(label).join(' ')} `);
  const references = held.claims.flatMap((claim) => {
    const words = claim.of === undefined ? undefined : referenceIn(claim.text);
    if (words === undefined) return [];
    const phrase = ` ${wordsOf(words).join(' ')} `;
    return labels.some((label) => phrase.includes(label)) ? [] : [claim];
  });
  const nowhere = lost.map(
    (id): Draft => ({
      code: 'SA328',
      ...rowAt(held, id),
      ...subjectOf(held, [id]),
      events: [],
      message: say('refersNowhere', calledOf(held, id)),
      quotes: [rowPlace(held, id)],
      consequences: [],
      remedies: [say('nameRow'), say('writeLists')],
      claims: [],
    }),
  );
  const garbled = grouped(references, ({ of, text }) => `${of} ${plain(text)}`).map((claims): Draft => {
    const [first] = claims;
    const row = first.of as string;
    const like = alike(held, row);
    const places = grouped(claims, ({ line, column, column_kind }) => `${line} ${column} ${column_kind}`).map(
      ([claim]) => claim,
    );
    return {
      code: 'SA328',
      ...placeOf(first),
      ...subjectOf(held, [row]),
      events: [],
      message: say(
        'refersInWords',
        calledOf(held, row),
        first.text,
        like === undefined ? undefined : calledOf(held, like),
      ),
      quotes: places.map((claim) => quoteOf(claim, say('inColumn', claim.column_kind as Column, calledOf(held, row)))),
      consequences: [],
      remedies: [like === undefined ? say('nameRow') : say('sameLists', calledOf(held, like)), say('repeatLists')],
      claims: [],
    };
  });
  return [...nowhere, ...garbled];
}

/** The first other row whose lists are the same. */
function alike({ claims, rows }: Held, row: string): string | undefined {
  const listsOf = (id: string): string =>
    JSON.stringify(
      claims
        .filter(({ of }) => of === id)
        .map(({ column_kind, names }) => `${column_kind} ${names}`)
        .sort(),
    );
  const own = listsOf(row);
  return [...rows].find((id) => id !== row && listsOf(id) === own);
}
