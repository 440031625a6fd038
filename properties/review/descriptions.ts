/** Descriptions against columns: what a description says has not happened, before or after which state, and what the lists say of it. */
import { plain, wordsOf } from '../../model/import/text.ts';
import { listOf } from '../../model/table/select.ts';
import { type Draft, type Reviewing, stanceOf } from './draft.ts';
import {
  arrowSubject,
  calledOf,
  claimQuote,
  type Held,
  type HeldClaim,
  isArrow,
  placeOf,
  rowAt,
  rowPlace,
} from './held.ts';
import { labelsOf } from './meanings.ts';
import { AUXILIARIES, articlesOf, BETWEEN_CLAUSES, NO_LONGER, NOT, TIME } from './negations.ts';
import { reachedFrom } from './origins.ts';
import { say } from './words/index.ts';
import type { Doubted } from './words/things.ts';

/** A word of a description: for comparing, and as written. An elided article is a word of its own, with its apostrophe. */
type Word = { readonly plain: string; readonly written: string };
type Clause = readonly Word[];

const clausesOf = (description: string): readonly Clause[] =>
  description.split(/[.;:,!?()]/).flatMap((part) => {
    const clauses: Word[][] = [[]];
    for (const written of part.replace(/’/g, "'").match(/[\p{L}\p{M}]+'|[\p{L}\p{M}\p{N}]+/gu) ?? []) {
      const word = { plain: plain(written) + (written.endsWith("'") ? "'" : ''), written };
      if (BETWEEN_CLAUSES.has(word.plain)) clauses.push([]);
      else clauses.at(-1)?.push(word);
    }
    return clauses.filter((clause) => clause.length > 0);
  });

const hasOne = (clause: Clause, words: ReadonlySet<string>): boolean => clause.some((word) => words.has(word.plain));

const isNegated = (clause: Clause): boolean => hasOne(clause, NOT) && !hasOne(clause, NO_LONGER);

const SHORTEST_VERB = 4;
const MOST_VERBS = 2;

/** The words of a clause that may be acts: neither short, nor auxiliaries, nor things with an article. */
const actsIn = (
  clause: Clause,
  articles: ReadonlySet<string>,
): readonly { readonly word: string; readonly index: number }[] =>
  clause.flatMap(({ plain: word }, index) =>
    word.length < SHORTEST_VERB ||
    AUXILIARIES.has(word) ||
    NOT.has(word) ||
    articles.has(clause[index - 1]?.plain ?? '')
      ? []
      : [{ word, index }],
  );

/** What a negated clause says has not happened: the first acts after its negation. */
function deniedIn(clause: Clause, articles: ReadonlySet<string>): ReturnType<typeof actsIn> {
  const at = clause.findLastIndex((word) => NOT.has(word.plain));
  return actsIn(clause, articles)
    .filter(({ index }) => index > at)
    .slice(0, MOST_VERBS);
}

/** Whether two words are forms of one: they begin alike but for their last letters. */
function isSameWord(one: string, other: string): boolean {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common++;
  return common >= Math.max(SHORTEST_VERB, Math.min(one.length, other.length) - 1);
}

const SHOWN = 6;
const shownWords = (clause: Clause): string =>
  clause
    .slice(0, SHOWN)
    .map(({ written }) => written)
    .join(' ')
    .replaceAll("' ", "'");

/** A question about an arrow that a description speaks against. */
type Doubt = { readonly from: string; readonly to: string; readonly about: string; readonly why: Doubted };

/** SA329. Arrows that the description of one of their states speaks against. */
export function contradictedByDescription(reviewing: Reviewing): readonly Draft[] {
  const { held } = reviewing;
  const arrows = held.claims.filter(isArrow);
  const found = new Map<string, Doubt>();
  for (const doubt of [...denied(held, arrows), ...timed(held, arrows), ...acted(reviewing)]) {
    const key = JSON.stringify([doubt.from, doubt.to]);
    if (!found.has(key)) found.set(key, doubt);
  }
  return [...found.values()].map(({ from, to, about, why }): Draft => {
    const claims = held.about(from).filter((claim) => isArrow(claim) && claim.from === from && claim.to === to);
    const [first] = claims;
    return {
      code: 'SA329',
      ...(first === undefined ? rowAt(held, about) : placeOf(first)),
      ...arrowSubject(held, first ?? { from, to, ...stateEnds(held, from, to) }),
      events: [],
      message: say(
        'described',
        calledOf(held, from),
        calledOf(held, to),
        why,
        first === undefined ? undefined : stanceOf(reviewing, first),
      ),
      quotes: [rowPlace(held, about, say('itsDescription')), ...claims.map((claim) => claimQuote(held, claim))],
      consequences: [],
      remedies:
        first === undefined
          ? [say('sayHow', calledOf(held, from), calledOf(held, to)), say('correctDescription', calledOf(held, about))]
          : [
              say(
                'takeArrowOut',
                claims.map(({ line }) => line),
              ),
              say('correctDescription', calledOf(held, about)),
            ],
      claims,
    };
  });
}

const stateEnds = ({ means }: Held, from: string, to: string) => {
  const [fromState, toState] = [means.get(from), means.get(to)];
  return { ...(fromState !== undefined && { fromState }), ...(toState !== undefined && { toState }) };
};

/** What a description says has not happened, a state that comes before says has happened. */
function denied(held: Held, arrows: readonly (HeldClaim & { from: string; to: string })[]): readonly Doubt[] {
  const articles = articlesOf(held.language);
  const clauses = new Map([...held.states].map(([id, { descriptions }]) => [id, descriptions.flatMap(clausesOf)]));
  return arrows.flatMap(({ from, to }): readonly Doubt[] => {
    if (from === to) return [];
    const done = (clauses.get(from) ?? [])
      .filter((clause) => !hasOne(clause, NOT) && !hasOne(clause, NO_LONGER))
      .flatMap((clause) => actsIn(clause, articles).map(({ word }) => word));
    return (clauses.get(to) ?? []).filter(isNegated).flatMap((clause) => {
      const act = deniedIn(clause, articles).find(({ word }) => done.some((other) => isSameWord(word, other)));
      if (act === undefined) return [];
      const words = shownWords(clause.slice(Math.max(0, act.index - SHOWN + 1)));
      const why = { kind: 'denied', about: calledOf(held, to), words, before: calledOf(held, from) } as const;
      return [{ from, to, about: to, why }];
    });
  });
}

/** A description that names another state after “before”, “after” or “never”. */
function timed(held: Held, arrows: readonly (HeldClaim & { from: string; to: string })[]): readonly Doubt[] {
  const phrases = [...held.states.values()].map(({ id, label }) => ({ id, words: wordsOf(label) }));
  const labels = Map.groupBy(
    phrases.filter(({ words }) => words.join('').length >= SHORTEST_LABEL),
    ({ words }) => words.join(' '),
  );
  const lengths = [...new Set(phrases.map(({ words }) => words.length))].sort((one, other) => other - one);
  const listed = new Set(arrows.map(({ from, to }) => `${from} ${to}`));
  const has = (from: string, to: string): boolean => listed.has(`${from} ${to}`);
  const next = new Map(
    [...Map.groupBy(arrows, ({ from }) => from)].map(([from, all]) => [from, all.map(({ to }) => to)]),
  );
  return [...held.states.values()].flatMap(({ id, descriptions }) =>
    descriptions.flatMap(clausesOf).flatMap((clause) =>
      (['before', 'after', 'never'] as const).flatMap((when): readonly Doubt[] => {
        const at = clause.findIndex((word) => TIME[when].has(word.plain));
        if (at < 0) return [];
        const rest = clause.slice(at + 1).map((word) => word.plain);
        const named = lengths.map((length) =>
          rest.flatMap((_, start) => labels.get(rest.slice(start, start + length).join(' ')) ?? []),
        );
        const others = new Set(named.find((some) => some.some((each) => each.id !== id))?.map((each) => each.id));
        others.delete(id);
        const why = { kind: when, about: calledOf(held, id), words: shownWords(clause.slice(at)) };
        const doubt = (from: string, to: string): Doubt => ({ from, to, about: id, why });
        return [...others].flatMap((other): readonly Doubt[] => {
          if (when === 'before') return has(other, id) ? [doubt(other, id)] : [];
          if (when === 'after') return reachedFrom([other], next).has(id) ? [] : [doubt(other, id)];
          const both = [[id, other] as const, [other, id] as const];
          return both.filter(([from, to]) => has(from, to)).map(([from, to]) => doubt(from, to));
        });
      }),
    ),
  );
}

const SHORTEST_LABEL = 3;

const containsWords = (clause: Clause, words: readonly string[]): boolean =>
  words.join('').length >= SHORTEST_LABEL &&
  clause.some((_, start) => words.every((word, index) => clause[start + index]?.plain === word));

/**
 * A description says that an actor did not act, and one row alone lists the state as what follows, though the table gets there by that actor's
 * act: only where none of the states that the row itself lists before it is reached so.
 */
function acted({ held, against }: Reviewing): readonly Doubt[] {
  if (against === undefined) return [];
  const { table, arrows } = against;
  const actors = Object.entries(table.actors ?? {}).map(
    ([actor, { label }]) => [actor, [...labelsOf(label, held.language), actor].map(wordsOf)] as const,
  );
  const entering = new Map<string, Set<string | undefined>>();
  for (const { from, to, rows } of arrows.all)
    if (from !== to)
      for (const event of rows.flatMap((row) => listOf(table.transitions[row]?.on ?? [])))
        entering.set(to, (entering.get(to) ?? new Set()).add(table.events[event]?.by));
  const enteredBy = (id: string, actor: string): boolean => entering.get(held.means.get(id) ?? '')?.has(actor) ?? false;
  return [...held.states.values()].flatMap(({ id, descriptions }) => {
    const clauses = descriptions.flatMap(clausesOf).filter(isNegated);
    const own = held
      .inRow(id)
      .filter((claim) => isArrow(claim) && claim.column_kind === 'previous')
      .map(({ from }) => from as string);
    if (clauses.length === 0 || own.length === 0) return [];
    const others = held
      .naming(id)
      .filter((claim) => isArrow(claim) && claim.column_kind === 'next' && !own.includes(claim.from));
    return actors.flatMap(([actor, labels]): readonly Doubt[] => {
      const clause = clauses.find((each) => labels.some((label) => containsWords(each, label)));
      if (clause === undefined || own.some((from) => enteredBy(from, actor))) return [];
      return others
        .filter(({ from }) => enteredBy(from as string, actor))
        .map(({ from }) => ({
          from: from as string,
          to: id,
          about: id,
          why: {
            kind: 'actor',
            about: calledOf(held, id),
            actor: labels[0]?.join(' ') ?? actor,
            before: calledOf(held, from as string),
          },
        }));
    });
  });
}
