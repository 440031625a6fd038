/** Mentions in prose of states, events and arrows that the table does not have. */
import { isNoun } from '../../model/import/headings.ts';
import { plain, wordsOf } from '../../model/import/text.ts';
import { suggest } from '../../model/table/suggest.ts';
import type { Draft } from './draft.ts';
import type { Against } from './meanings.ts';
import { NOT } from './negations.ts';
import type { Names } from './prose-names.ts';
import { type Marked, markedIn } from './prose-text.ts';
import { say } from './words/index.ts';
import type { Thing } from './words/things.ts';

/** A document's lines of prose, held against the names of a table. */
export type Mentioning = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly names: Names;
  readonly against: Against;
};

/** Words for an event, as they are compared, in the languages whose headings are read. */
const EVENT_WORDS = new Set(
  `event events transition transitions evenement evenements ereignis ereignisse ubergang ubergange evento eventos transicion transiciones
  eventi transizione transizioni transicao transicoes gebeurtenis gebeurtenissen overgang overgangen`.split(/\s+/),
);

/** A word that could be a name: letters, digits, spaces, and what joins words; at most four words. */
const NAME = /^\p{L}[\p{L}\p{N}’' _-]*$/u;
const MOST_WORDS = 4;
const couldBeName = (text: string): boolean => NAME.test(text) && wordsOf(text).length <= MOST_WORDS;

/** What a mark is said to be by the word that stands directly before or after it, with nothing but a space between. */
function saidToBe({ before, after }: Marked): Thing | undefined {
  const words = [/([\p{L}\p{M}]+)\s+$/u.exec(before)?.[1], /^\s+([\p{L}\p{M}]+)(?![\p{L}\p{M}-])/u.exec(after)?.[1]];
  for (const word of words.flatMap((each) => (each === undefined ? [] : [plain(each)]))) {
    if (isNoun(word)) return 'state';
    if (EVENT_WORDS.has(word)) return 'event';
  }
  return undefined;
}

/** A document is about a table if its prose names so many different things of it: in marks, by a slip in code marks, or at the ends of arrows. */
const LEAST_NAMED = 2;

/** What is mentioned in prose and is not in the table. A document whose prose does not name the table's states at all is not judged. */
export function mentionsIn(mentioning: Mentioning): readonly Draft[] {
  const { lines, names } = mentioning;
  const marked = lines.flatMap((line, index) => markedIn(line).map((mark) => ({ mark, line: index + 1 })));
  const events = new Set(names.events.map(plain));
  const named = new Set([
    ...marked.flatMap(({ mark: { text, isCode } }) => {
      const slip = isCode && couldBeName(text) ? names.near(text) : undefined;
      const isKnown = names.statesCalled(text).length > 0 || events.has(plain(text));
      return isKnown || slip !== undefined ? [plain(text)] : [];
    }),
    ...arrowsOf(mentioning).flatMap(({ froms, tos }) => [...froms, ...tos]),
  ]);
  const words = named.size < LEAST_NAMED ? [] : marked.flatMap(({ mark, line }) => mentionOf(mentioning, mark, line));
  return [...words, ...arrowsIn(mentioning)];
}

/** SA380, SA381, SA382. A mark that the table does not know. */
function mentionOf({ name, names }: Mentioning, mark: Marked, line: number): readonly Draft[] {
  const { text, column, isCode } = mark;
  if (!couldBeName(text) || names.knows(text)) return [];
  const kind = saidToBe(mark);
  const slip = isCode ? names.near(text) : undefined;
  if (kind === undefined && slip === undefined) return [];
  const meant = slip ?? suggest(text, kind === 'state' ? names.states : names.events);
  return [
    {
      code: kind === 'state' ? 'SA380' : kind === 'event' ? 'SA381' : 'SA382',
      ...{ document: name, line, column, length: text.length, states: [] },
      labels: [text],
      events: [],
      message: say('notOfTable', text, kind, meant),
      quotes: [{ document: name, line, column, length: text.length, text, says: say('mentioned') }],
      consequences: [],
      remedies: [meant === undefined ? say('nameKnown', kind) : say('writeName', meant), say('addIfExists', text)],
      claims: [],
    },
  ];
}

const ARROW = /\s*(?:→|⟶|⇒|->|-->|=>)\s*/gu;
const SENTENCE_END = /[.;!?]\s/u;
const MARKS = /[*`_"“”„«»\s]+/u;
const BEFORE = new RegExp(`${MARKS.source}$`, 'u');
const AFTER = new RegExp(`^${MARKS.source}`, 'u');

/** The states that the longest run of words at one end of a text names. At the other side of the run there is no letter. */
function endNamed(text: string, side: 'before' | 'after', names: Names): readonly string[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}_-]+/gu)];
  const near = side === 'before' ? words.slice(-MOST_WORDS) : words.slice(0, MOST_WORDS).toReversed();
  for (const word of near) {
    const cut = side === 'before' ? text.slice(word.index) : text.slice(0, word.index + word[0].length);
    if (/[.,;:!?()|→]/.test(cut)) continue;
    const states = names.statesCalled(cut.replace(/[*`“”„«»"]/g, '').trim());
    if (states.length > 0) return states;
  }
  return [];
}

/** An arrow in a line of prose, with the states at its ends. */
type ProseArrow = {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly froms: readonly string[];
  readonly tos: readonly string[];
};

/** The arrows of all lines. In a sentence that denies something, arrows are not judged. */
const arrowsOf = ({ lines, names }: Mentioning): readonly ProseArrow[] =>
  lines.flatMap((line, index) =>
    [...line.matchAll(ARROW)].flatMap((arrow): readonly ProseArrow[] => {
      const before = line.slice(0, arrow.index).replace(BEFORE, '');
      const rest = line.slice(arrow.index + arrow[0].length);
      const sentence = `${line.slice(0, arrow.index).split(SENTENCE_END).at(-1)} ${rest.split(SENTENCE_END)[0]}`;
      if (wordsOf(sentence).some((word) => NOT.has(word))) return [];
      return [
        {
          line: index + 1,
          column: arrow.index + arrow[0].search(/\S/) + 1,
          text: arrow[0].trim(),
          froms: endNamed(before, 'before', names),
          tos: endNamed(rest.replace(AFTER, ''), 'after', names),
        },
      ];
    }),
  );

/** SA383. An arrow whose ends are states of the table, and that no run of the table takes. */
function arrowsIn(mentioning: Mentioning): readonly Draft[] {
  const { name, names, against } = mentioning;
  return arrowsOf(mentioning).flatMap(({ line, column, text, froms, tos }): readonly Draft[] => {
    const [from, to] = [froms[0], tos[0]];
    if (from === undefined || to === undefined) return [];
    if (froms.some((one) => tos.some((other) => against.arrows.between(one, other) !== undefined))) return [];
    const place = { document: name, line, column };
    const ends = [names.called(from), names.called(to)] as const;
    return [
      {
        code: 'SA383',
        ...place,
        states: [from, to],
        labels: [],
        events: [],
        message: say('proseArrow', ...ends),
        quotes: [{ ...place, text, says: say('drawn', ...ends) }],
        consequences: [],
        remedies: [say('takeArrowOutOfLine', line), say('addRowBetween', ...ends)],
        claims: [],
      },
    ];
  });
}
