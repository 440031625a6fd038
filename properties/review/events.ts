/** Events: arrows that the document and the table have on different events, and events that the table does not have. */
import { plain } from '../../model/import/text.ts';
import { suggest } from '../../model/table/suggest.ts';
import type { Table } from '../../model/table/types.ts';
import { type Draft, grouped, type Reviewing } from './draft.ts';
import { arrowSubject, calledOf, claimSaid, type HeldClaim, placeOf, quoteOf } from './held.ts';
import { asWords, labelsOf } from './meanings.ts';
import { say } from './words/index.ts';

/** The events of a table by each of their labels, and by their names. */
function eventsBy({ events }: Table, language: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, { label }] of Object.entries(events))
    for (const key of new Set([...labelsOf(label, language).map(plain), plain(name), asWords(name)]))
      found.set(key, [...(found.get(key) ?? []), name]);
  return found;
}

type Stated = {
  readonly claim: HeldClaim;
  readonly event: string;
  readonly names: readonly string[];
  readonly taken: readonly string[];
};

/** SA349. Arrows of the table that the document has on events of the table, none of which the table has there. */
function elsewhere({ held }: Reviewing, stated: readonly Stated[]): readonly Draft[] {
  const other = stated.filter(({ names, taken }) => names.length > 0 && !names.some((name) => taken.includes(name)));
  return grouped(other, ({ claim, names }) => JSON.stringify([claim.fromState, claim.toState, names])).map(
    (same): Draft => {
      const [{ claim, event, names, taken }] = same;
      return {
        code: 'SA349',
        ...placeOf(claim),
        ...arrowSubject(held, claim),
        events: names,
        message: say(
          'otherEvent',
          calledOf(held, claim.from as string),
          calledOf(held, claim.to as string),
          event,
          taken,
        ),
        quotes: same.map((each) => quoteOf(each.claim, say('claimOn', claimSaid(held, each.claim), each.event))),
        consequences: [],
        remedies: [say('correctEvent', claim.line), say('addRowOn', names)],
        claims: same.map((each) => each.claim),
      };
    },
  );
}

/** SA350. Events that the table does not have, in a document that calls at least half of its events as the table does. */
function unknown({ held }: Reviewing, stated: readonly Stated[], known: Iterable<string>): readonly Draft[] {
  const texts = grouped(stated, ({ event }) => plain(event));
  const strange = texts.filter(([{ names }]) => names.length === 0);
  if (strange.length * 2 > texts.length) return [];
  const labels = [...known];
  return strange.map((same): Draft => {
    const [{ claim, event, taken }] = same;
    const near = suggest(plain(event), labels);
    return {
      code: 'SA350',
      ...placeOf(claim),
      states: [],
      labels: [event],
      events: [],
      message: say('unknownEvent', event, near),
      quotes: same.map((each) => quoteOf(each.claim, say('claimOn', claimSaid(held, each.claim), each.event))),
      consequences: [],
      remedies: [say('callEvent', taken), say('addEvent')],
      claims: same.map((each) => each.claim),
    };
  });
}

/** What is found about the events of arrows that the table has too. */
export function eventsAgainst(reviewing: Reviewing): readonly Draft[] {
  const { held, against } = reviewing;
  if (against === undefined || held.claims.every(({ event }) => event === undefined)) return [];
  const known = eventsBy(against.table, held.language);
  const stated = held.claims.flatMap((claim): readonly Stated[] => {
    const { event, fromState, toState } = claim;
    const arrow =
      fromState === undefined || toState === undefined ? undefined : against.arrows.between(fromState, toState);
    return event === undefined || arrow === undefined
      ? []
      : [{ claim, event, names: known.get(plain(event)) ?? known.get(asWords(event)) ?? [], taken: arrow.events }];
  });
  return [...elsewhere(reviewing, stated), ...unknown(reviewing, stated, known.keys())];
}
