/** A document against the table: claims without a row, “none” where the table goes on, conditions, states that the table lacks. */
import { plain, wordsOf } from '../../model/import/text.ts';
import { withoutCondition } from '../../model/import/words.ts';
import { textIn } from '../../model/table/text.ts';
import { consequencesOf, type Draft, grouped, type Reviewing } from './draft.ts';
import { arrowSubject, calledOf, claimQuote, claimSaid, type HeldClaim, placeOf, rowPlace, subjectOf } from './held.ts';
import type { Against } from './meanings.ts';
import { labelsOf } from './meanings.ts';
import { say } from './words/index.ts';

const arrowKey = ({ fromState, toState }: HeldClaim): string => JSON.stringify([fromState, toState]);

/** SA340. Arrows between states of the table that no row of it takes. */
export function withoutRow(reviewing: Reviewing): readonly Draft[] {
  const { held, against } = reviewing;
  if (against === undefined) return [];
  const lacking = held.claims.filter(
    ({ fromState, toState }) =>
      fromState !== undefined && toState !== undefined && against.arrows.between(fromState, toState) === undefined,
  );
  return grouped(lacking, arrowKey).map((claims): Draft => {
    const [first] = claims;
    const { fromState, toState } = first as { fromState: string; toState: string };
    return {
      code: 'SA340',
      ...placeOf(first),
      ...arrowSubject(held, first),
      events: [],
      message: say('withoutRow', claimSaid(held, first), fromState, toState),
      quotes: claims.map((claim) => claimQuote(held, claim)),
      consequences: consequencesOf(reviewing, first),
      remedies: [
        say('addRow', fromState, toState),
        say('takeOutOfDocument', [...new Set(claims.map(({ line }) => line))]),
      ],
      claims,
    };
  });
}

/** SA341. A cell says without a condition that there is none, and the table has arrows there. */
export function noneButRows({ held, against }: Reviewing): readonly Draft[] {
  if (against === undefined) return [];
  return held.claims.flatMap((claim): readonly Draft[] => {
    const { column_kind, condition, names, of } = claim;
    if (names !== null || condition !== undefined || of === undefined || column_kind === 'edge') return [];
    const isBesideList = held.inRow(of).some((other) => other.column_kind === column_kind && other.names !== null);
    if (isBesideList) return [];
    const state = held.means.get(of);
    const isNext = column_kind === 'next';
    const there = against.arrows.all.filter(({ from, to }) => from !== to && (isNext ? from : to) === state);
    if (there.length === 0) return [];
    const becomes = there.map(({ from, to, events }) => ({ state: isNext ? to : from, events }));
    return [
      {
        code: 'SA341',
        ...placeOf(claim),
        ...subjectOf(held, [of]),
        events: [],
        message: say('noneButRows', calledOf(held, of), column_kind, becomes),
        quotes: [claimQuote(held, claim)],
        consequences: [],
        remedies: [say('listThere', column_kind, claim.line), say('takeRowsOut', column_kind, state)],
        claims: [claim],
      },
    ];
  });
}

const SHORTEST_WORD = 4;

/** Whether two texts have a word in common, but for its ending. */
function haveWordInCommon(one: string, other: string): boolean {
  const stems = (text: string): readonly string[] =>
    wordsOf(text)
      .filter((word) => word.length >= SHORTEST_WORD)
      .map((word) => word.slice(0, SHORTEST_WORD));
  const known = new Set(stems(one));
  return stems(other).some((stem) => known.has(stem));
}

/** Whether the rows of an arrow could tell a condition: a guard, a saved state, a timer, or an event whose words are those of the condition. */
function tells(
  { table, arrows }: Against,
  { fromState, toState }: HeldClaim,
  condition: string,
  language: string,
): boolean {
  const arrow = arrows.between(fromState as string, toState as string);
  if (arrow === undefined) return true;
  return (
    arrow.rows.some((row) => {
      const { when, to } = table.transitions[row] as (typeof table.transitions)[number];
      return when !== undefined || typeof to !== 'string';
    }) ||
    arrow.events.some((name) => {
      const event = table.events[name];
      const words = [name, ...labelsOf(event?.label, language), textIn(event?.description, language)].join(' ');
      return event?.after !== undefined || haveWordInCommon(words.replace(/([a-z])([A-Z])/g, '$1 $2'), condition);
    })
  );
}

/** SA344. Conditions of claims that the table has rows for, none of which could tell the condition. */
export function untoldConditions({ held, against }: Reviewing): readonly Draft[] {
  if (against === undefined) return [];
  const untold = held.claims.filter(
    (claim) =>
      claim.condition !== undefined &&
      claim.fromState !== undefined &&
      claim.toState !== undefined &&
      !tells(against, claim, claim.condition, held.language),
  );
  return grouped(untold, arrowKey).map((claims): Draft => {
    const [first] = claims;
    return {
      code: 'SA344',
      ...placeOf(first),
      ...arrowSubject(held, first),
      events: [],
      message: say('untold', claimSaid(held, first), first.condition as string),
      quotes: claims.map((claim) => claimQuote(held, claim)),
      consequences: [],
      remedies: [say('guardRow'), say('takeConditionOut')],
      claims,
    };
  });
}

/** SA345. States of the document that the table does not have. What is claimed of them is not told again. */
export function unknownStates({ held, against }: Reviewing): readonly Draft[] {
  if (against === undefined) return [];
  return [...held.states.values()]
    .filter(({ id }) => !held.means.has(id))
    .map(({ id, label }): Draft => {
      const claims = held.about(id);
      const first = claims.find(({ names }) => names === id);
      const place = held.rows.has(id) || first === undefined ? rowPlace(held, id) : placeOf(first);
      const { document, line, column } = place;
      return {
        code: 'SA345',
        document,
        line,
        column,
        ...(place.length !== undefined && { length: place.length }),
        ...subjectOf(held, [id]),
        events: [],
        message: say('unknownState', label),
        quotes: [...(held.rows.has(id) ? [rowPlace(held, id)] : []), ...claims.map((claim) => claimQuote(held, claim))],
        consequences: [],
        remedies: [say('addState', label), say('labelState')],
        claims,
      };
    });
}

/** SA347. What the table restates of a document and is not there, and the reverse. */
export function changedSince({ held }: Reviewing): readonly Draft[] {
  const restated = held.missing.map(({ line, column, of, names, text }): Draft => {
    const ends = column === 'previous' ? [names, of] : [of, names];
    return {
      code: 'SA347',
      document: held.name,
      line,
      column: 1,
      states: ends.filter((end) => typeof end === 'string'),
      labels: [],
      events: [],
      message: say('restated', line, text, of, names ?? null, column),
      quotes: [{ document: held.name, line, column: 1, text, says: say('asRestated') }],
      consequences: [],
      remedies: [say('correctRestated'), say('readAgain')],
      claims: [],
    };
  });
  const unstated = held.unstated.map(
    (claim): Draft => ({
      code: 'SA347',
      ...placeOf(claim),
      ...(claim.names === null ? subjectOf(held, [claim.of as string]) : arrowSubject(held, claim)),
      events: [],
      message: say('unstated', claimSaid(held, claim), withoutCondition(plain(claim.text)).head),
      quotes: [claimQuote(held, claim)],
      consequences: [],
      remedies: [say('addClaim'), say('readAgain')],
      claims: [claim],
    }),
  );
  return [...restated, ...unstated];
}
