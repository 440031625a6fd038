/** Labels: several of them for one state, and cells in another language. */
import type { DocumentState } from '../../model/import/index.ts';
import { plain, wordsOf } from '../../model/import/text.ts';
import { withoutCondition } from '../../model/import/words.ts';
import { suggest } from '../../model/table/suggest.ts';
import { type Draft, grouped, type Reviewing } from './draft.ts';
import {
  claimQuote,
  type Held,
  type HeldClaim,
  type Naming,
  namingsIn,
  placeOf,
  rowAt,
  rowPlace,
  subjectOf,
} from './held.ts';
import { languagesOfNone } from './languages.ts';
import { asWords, labelsOf, withoutParentheses } from './meanings.ts';
import { inOrder, meaningOf } from './naming.ts';
import { say } from './words/index.ts';
import type { Difference } from './words/things.ts';

/** The language of the table in which a label is that of a state, where it is not the document's. */
function foreignTo({ held, against }: Reviewing, state: string | undefined, label: string): string | undefined {
  const text = state === undefined ? undefined : against?.table.states[state]?.label;
  if (text === undefined || typeof text === 'string') return undefined;
  const own = held.language.split('-')[0];
  const languages = Object.entries(text)
    .filter(([, each]) => plain(each) === plain(label))
    .map(([tag]) => tag);
  return languages.some((tag) => tag.split('-')[0] === own) ? undefined : languages[0];
}

/** How a label differs from that of the row. */
function difference(own: string, other: string): Difference {
  const [one, two] = [wordsOf(own), wordsOf(other)];
  if (withoutParentheses(own) === withoutParentheses(other)) return 'parenthesis';
  if (two.every((word) => one.includes(word)) || one.every((word) => two.includes(word))) return 'shortened';
  const initials = (words: readonly string[]): string => words.map((word) => word[0]).join('');
  if (plain(other).replaceAll('.', '') === initials(one)) return 'abbreviation';
  return suggest(plain(other), [plain(own)]) === undefined ? 'other words' : 'near';
}

/** Where a label stands: the claim of an arrow stands at one of its ends, and the label of the other is looked for on its line. */
function atLabel({ claim, label }: Naming, lines: readonly string[]): ReturnType<typeof quotedAt> {
  const at = claim.column_kind === 'edge' && !claim.text.includes(label) ? lines[claim.line - 1]?.indexOf(label) : -1;
  if (at === undefined || at < 0) return quotedAt(claim);
  return { document: claim.document, line: claim.line, column: at + 1, length: label.length, text: label };
}

const quotedAt = (claim: HeldClaim) => ({ ...placeOf(claim), text: claim.text });

/** SA326. States that the document calls by several labels, those in other languages aside, or by one that is nearly that of the table. */
export function severalLabels(reviewing: Reviewing): readonly Draft[] {
  const { held } = reviewing;
  const lines = held.text?.split(/\r\n|\n|\r/) ?? [];
  const known = grouped([...held.states.values()], ({ id }) => meaningOf(held, id)).flatMap(
    (same): readonly Draft[] => {
      const ids = new Set(same.map(({ id }) => id));
      const mentions = inOrder([...new Set([...ids].flatMap(held.about))])
        .flatMap(namingsIn)
        .filter(({ id }) => ids.has(id));
      const row = same.find(({ id }) => held.rows.has(id));
      const own = row?.label ?? mentions[0]?.label ?? same[0].label;
      const others = grouped(
        mentions.filter(
          ({ label, state }) => plain(label) !== plain(own) && foreignTo(reviewing, state, label) === undefined,
        ),
        ({ label }) => plain(label),
      );
      const rows = same.filter(({ id, label }) => held.rows.has(id) && plain(label) !== plain(own));
      if (others.length === 0 && rows.length === 0) return unlikeTable(reviewing, row ?? same[0]);
      const firsts = others.map(([first]) => first);
      const variants = [...firsts.map(({ label }) => label), ...rows.map(({ label }) => label)];
      const place =
        firsts[0] === undefined ? rowPlace(held, (rows[0] as { id: string }).id) : atLabel(firsts[0], lines);
      const { states, labels } = subjectOf(held, [...ids]);
      return [
        {
          code: 'SA326',
          document: place.document,
          line: place.line,
          column: place.column,
          ...('length' in place && { length: place.length as number }),
          states,
          labels: states.length > 0 ? [] : [...new Set([...labels, ...variants])],
          events: [],
          message: say(
            'severalLabels',
            own,
            variants.map((label) => [label, difference(own, label)] as const),
          ),
          quotes: [
            ...(row === undefined ? [] : [rowPlace(held, row.id)]),
            ...firsts.map((first) => ({
              ...claimQuote(held, first.claim),
              ...atLabel(first, lines),
            })),
            ...rows.map(({ id }) => rowPlace(held, id)),
          ],
          consequences: [],
          remedies: [say('callItEverywhere', own), say('rowEach')],
          claims: [],
        },
      ];
    },
  );
  return [...known, ...perhapsOne(held)];
}

/** A state whose only label in the document is nearly one of those that it has in the table. */
function unlikeTable({ held, against }: Reviewing, { id, label }: DocumentState): readonly Draft[] {
  const state = held.means.get(id);
  if (against === undefined || state === undefined) return [];
  const labels = labelsOf(against.table.states[state]?.label, held.language);
  const names = [...labels, state, asWords(state)];
  const bare = withoutParentheses(label);
  if (names.some((name) => plain(name) === plain(label) || withoutParentheses(name) === bare)) return [];
  const [own = state] = labels;
  if (suggest(plain(label), names.map(plain)) === undefined) return [];
  const place = rowPlace(held, id);
  return [
    {
      code: 'SA326',
      ...rowAt(held, id),
      states: [state],
      labels: [],
      events: [],
      message: say('unlikeTable', label, own, difference(own, label)),
      quotes: [place],
      consequences: [],
      remedies: [say('callInDocument', own), say('callInTable', label)],
      claims: [],
    },
  ];
}

const ALIKE = 0.6;
const MOST_COMPARED = 200;

/** Labels without a row that have most of their words in common, and are not known to be one state. */
function perhapsOne(held: Held): readonly Draft[] {
  const open = [...held.states.values()]
    .filter(({ id }) => !held.rows.has(id) && !held.means.has(id))
    .slice(0, MOST_COMPARED);
  const words = open.map(({ label }) => new Set(wordsOf(label)));
  return open.flatMap((one, index) =>
    open.slice(index + 1).flatMap((other, offset): readonly Draft[] => {
      const [mine, theirs] = [words[index] as Set<string>, words[index + 1 + offset] as Set<string>];
      const shared = [...mine].filter((word) => theirs.has(word)).length;
      if (shared < 2 || shared / new Set([...mine, ...theirs]).size < ALIKE) return [];
      const mentions = [one, other].flatMap(({ id }) => held.naming(id)[0] ?? []);
      const [first] = mentions;
      if (first === undefined) return [];
      return [
        {
          code: 'SA326',
          ...placeOf(first),
          states: [],
          labels: [one.label, other.label],
          events: [],
          message: say('perhapsOne', one.label, other.label),
          quotes: mentions.map((claim) => claimQuote(held, claim)),
          consequences: [],
          remedies: [say('oneLabel'), say('elseRowEach')],
          claims: [],
        },
      ];
    }),
  );
}

/** SA327. Cells whose words are of another language than the document. */
export function foreignCells(reviewing: Reviewing): readonly Draft[] {
  const { held } = reviewing;
  const own = held.language.split('-')[0] as string;
  const nones = held.claims.flatMap((claim) => {
    const word = withoutCondition(claim.text).head;
    const languages = claim.names === null && claim.column_kind !== 'edge' ? languagesOfNone(word) : [];
    return languages.length > 0 && !languages.includes(own)
      ? [{ claim, word, language: languages[0] as string, state: undefined, row: undefined }]
      : [];
  });
  const labels = held.claims.flatMap(namingsIn).flatMap(({ claim, label: word, id, state }) => {
    const row = held.states.get(id)?.label;
    const isOwn = labelsOf(row, own).some((label) => plain(label) === plain(word));
    const language = isOwn ? undefined : foreignTo(reviewing, state, word);
    return language === undefined ? [] : [{ claim, word, language, state, row }];
  });
  return grouped([...labels, ...nones], ({ word, state }) => `${state} ${plain(word)}`).map((same): Draft => {
    const [{ claim, word, language, state, row }] = same;
    return {
      code: 'SA327',
      ...placeOf(claim),
      states: state === undefined ? [] : [state],
      labels: [word],
      events: [],
      message: say('foreign', word, language, held.language, state === undefined ? undefined : (row ?? state)),
      quotes: same.map((each) => claimQuote(held, each.claim)),
      consequences: [],
      remedies: [state === undefined ? say('sayEverywhereIn', held.language) : say('write', row ?? state)],
      claims: [],
    };
  });
}
