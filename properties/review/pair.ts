/** Documents about one lifecycle against each other: what one says that another does not. */
import { plain } from '../../model/import/text.ts';
import { type Draft, grouped } from './draft.ts';
import { editionsOf } from './editions.ts';
import {
  arrowSubject,
  calledOf,
  claimQuote,
  type Held,
  type HeldClaim,
  isArrow,
  placeOf,
  quoteOf,
  rowPlace,
  subjectOf,
} from './held.ts';
import type { Against } from './meanings.ts';
import { type Common, commonByLabels, commonByTable } from './pair-states.ts';
import type { SaidQuote } from './worded.ts';
import { type Saying, say } from './words/index.ts';

/** Documents are about one lifecycle if they share so many of the states of the smaller one. */
const SHARED = { part: 0.5, least: 2 } as const;

/** A document with its arrows by the keys of both their ends. */
type Compared = {
  readonly held: Held;
  readonly states: ReadonlyMap<string, string>;
  readonly arrows: ReadonlyMap<string, readonly [HeldClaim, ...HeldClaim[]]>;
  readonly tellsLoops: boolean;
  readonly tellsConditions: boolean;
};

function comparedWith(held: Held, { keys }: Common): Compared {
  const own = keys.get(held) ?? new Map<string, string>();
  const claims = held.claims.filter((claim) => isArrow(claim) && own.has(claim.from) && own.has(claim.to));
  const keyOf = ({ from, to }: HeldClaim): string => JSON.stringify([own.get(from ?? ''), own.get(to ?? '')]);
  return {
    held,
    states: new Map([...own].toReversed().map(([id, key]) => [key, id])),
    arrows: new Map(grouped(claims, keyOf).map((same) => [keyOf(same[0]), same])),
    tellsLoops: claims.some(({ from, to }) => own.get(from ?? '') === own.get(to ?? '')),
    tellsConditions: held.claims.some(({ condition }) => condition !== undefined),
  };
}

function isSameLifecycle({ states: one }: Compared, { states: other }: Compared): boolean {
  const shared = [...one.keys()].filter((key) => other.has(key)).length;
  return shared >= SHARED.least && shared >= SHARED.part * Math.min(one.size, other.size);
}

const namesOf = (all: readonly Compared[]): readonly string[] => all.map(({ held }) => held.name);

/** The place in another document where something would stand: the row of the state, or the beginning. */
function wouldStand({ held, states }: Compared, key: string | undefined, says: Saying): SaidQuote {
  const id = states.get(key ?? '');
  return id === undefined ? { document: held.name, line: 1, column: 1, text: '', says } : rowPlace(held, id, says);
}

/** What is found by comparing documents with each other. What the table decides about one document alone is not told again. */
export function comparedOf(all: readonly Held[], against: Against | undefined): readonly Draft[] {
  if (all.length < 2) return [];
  const common = against === undefined ? commonByLabels(all) : commonByTable(all);
  const compared = all.map((held) => comparedWith(held, common));
  return [
    ...statesApart(compared),
    ...arrowsApart(compared, against),
    ...labelsApart(common),
    ...(against === undefined ? eventsApart(compared) : []),
    ...conditionsApart(compared),
    ...editionsOf(all, common, against !== undefined),
  ];
}

/** For every key, in the order of the documents: the documents that have it, and those about the same lifecycle that do not. */
function apart(
  all: readonly Compared[],
  keysOf: (each: Compared) => Iterable<string>,
  has: (each: Compared, key: string) => boolean,
): readonly { readonly key: string; readonly first: Compared; readonly without: readonly Compared[] }[] {
  const done = new Set<string>();
  return all.flatMap((first) =>
    [...keysOf(first)].flatMap((key) => {
      if (done.has(key)) return [];
      done.add(key);
      const without = all.filter((each) => each !== first && !has(each, key) && isSameLifecycle(first, each));
      return without.length === 0 ? [] : [{ key, first, without }];
    }),
  );
}

/** SA360. States that one document has and another does not. */
function statesApart(all: readonly Compared[]): readonly Draft[] {
  return apart(
    all,
    ({ states }) => [...states.keys()].toReversed(),
    ({ states }, key) => states.has(key),
  ).map(({ key, first, without }): Draft => {
    const { held, states } = first;
    const id = states.get(key) as string;
    const claim = held.about(id)[0];
    const place = held.rows.has(id) || claim === undefined ? rowPlace(held, id) : quoteOf(claim, say('firstMention'));
    const { text: _, says: __, ...at } = place;
    return {
      code: 'SA360',
      ...at,
      ...subjectOf(held, [id]),
      events: [],
      message: say('stateApart', held.name, calledOf(held, id), namesOf(without)),
      quotes: [place, ...without.map((each) => wouldStand(each, undefined, say('noSuchState')))],
      consequences: [],
      remedies: [say('describeIn', calledOf(held, id), namesOf(without)), say('takeOutOfFile', held.name, undefined)],
      claims: [],
    };
  });
}

/** SA361. Arrows between states of both documents that one has and the other does not. */
function arrowsApart(all: readonly Compared[], against: Against | undefined): readonly Draft[] {
  const telling = all.filter(({ arrows }) => arrows.size > 0);
  return apart(
    telling,
    ({ arrows }) => arrows.keys(),
    ({ arrows, states, tellsLoops }, key) => {
      const [from, to] = JSON.parse(key) as [string, string];
      return arrows.has(key) || !states.has(from) || !states.has(to) || (from === to && !tellsLoops);
    },
  ).flatMap(({ key, first: { held, arrows }, without }): readonly Draft[] => {
    const [from, to] = JSON.parse(key) as [string, string];
    if (against !== undefined && against.arrows.between(from, to) === undefined) return [];
    const claims = arrows.get(key) as readonly [HeldClaim, ...HeldClaim[]];
    const [claim] = claims;
    const ends = [calledOf(held, claim.from as string), calledOf(held, claim.to as string)] as const;
    return [
      {
        code: 'SA361',
        ...placeOf(claim),
        ...arrowSubject(held, claim),
        events: [],
        message: say('arrowApart', held.name, ...ends, namesOf(without)),
        quotes: [
          ...claims.map((each) => claimQuote(held, each)),
          ...without.map((each) => wouldStand(each, from, say('wouldStand'))),
        ],
        consequences: [],
        remedies: [say('sayIn', namesOf(without), ...ends), say('takeOutOfFile', held.name, claim.line)],
        claims,
      },
    ];
  });
}

/** SA362. States that documents call by different labels, and that are one by likeness or by their arrows. */
const labelsApart = ({ relabelled }: Common): readonly Draft[] =>
  relabelled.map(({ one, id, other, otherId }): Draft => {
    const [mine, theirs] = [rowPlace(one, id), rowPlace(other, otherId)];
    return {
      code: 'SA362',
      document: other.name,
      line: theirs.line,
      column: theirs.column,
      states: [],
      labels: [mine.text, theirs.text],
      events: [],
      message: say('relabelled', theirs.text, other.name, mine.text, one.name),
      quotes: [mine, theirs],
      consequences: [],
      remedies: [say('oneLabelInBoth'), say('describeInBoth')],
      claims: [],
    };
  });

/** Arrows that two documents about one lifecycle have in common. */
const sharedArrows = (all: readonly Compared[]) =>
  all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => isSameLifecycle(one, other))
      .map((other) => ({
        one,
        other,
        arrows: [...one.arrows].flatMap(([key, mine]) => {
          const theirs = other.arrows.get(key);
          return theirs === undefined ? [] : [{ key, mine, theirs }];
        }),
      })),
  );

const eventsIn = (claims: readonly HeldClaim[]): readonly string[] => [
  ...new Set(claims.flatMap(({ event }) => (event === undefined ? [] : [event]))),
];

/** SA363. Arrows on different events, where documents otherwise call most events alike. */
function eventsApart(all: readonly Compared[]): readonly Draft[] {
  return sharedArrows(all).flatMap(({ one, other, arrows }) => {
    const told = arrows.filter(({ mine, theirs }) => eventsIn(mine).length > 0 && eventsIn(theirs).length > 0);
    const differing = told.filter(({ mine, theirs }) => {
      const events = new Set(eventsIn(mine).map(plain));
      return !eventsIn(theirs).some((event) => events.has(plain(event)));
    });
    if (differing.length * 2 > told.length) return [];
    return differing.map(({ mine, theirs }): Draft => {
      const [a, b] = [mine[0], theirs[0]];
      return {
        code: 'SA363',
        ...placeOf(b),
        ...arrowSubject(other.held, b),
        events: [],
        message: say(
          'eventsApart',
          calledOf(other.held, b.from as string),
          calledOf(other.held, b.to as string),
          { document: other.held.name, events: eventsIn(theirs) },
          { document: one.held.name, events: eventsIn(mine) },
        ),
        quotes: [claimQuote(one.held, a), claimQuote(other.held, b)],
        consequences: [],
        remedies: [say('sameEvent')],
        claims: [...mine, ...theirs],
      };
    });
  });
}

/** SA364. Arrows that one document has under a condition and another without one. Only documents that tell conditions at all are asked. */
function conditionsApart(all: readonly Compared[]): readonly Draft[] {
  const telling = all.filter(({ tellsConditions }) => tellsConditions);
  return sharedArrows(telling).flatMap(({ one, other, arrows }) =>
    arrows.flatMap(({ mine, theirs }): readonly Draft[] => {
      const [a, b] = [mine, theirs].map((claims) => claims.find(({ condition }) => condition !== undefined));
      if ((a === undefined) === (b === undefined)) return [];
      const [under, without] = a === undefined ? [other.held, one.held] : [one.held, other.held];
      const claim = (a ?? b) as HeldClaim;
      const bare = a === undefined ? mine[0] : theirs[0];
      return [
        {
          code: 'SA364',
          ...placeOf(bare),
          ...arrowSubject(without, bare),
          events: [],
          message: say(
            'conditionApart',
            calledOf(without, bare.from as string),
            calledOf(without, bare.to as string),
            without.name,
            under.name,
            claim.condition as string,
          ),
          quotes: [claimQuote(under, claim), claimQuote(without, bare)],
          consequences: [],
          remedies: [say('giveCondition', without.name), say('takeOutOfFile', under.name, undefined)],
          claims: [...mine, ...theirs],
        },
      ];
    }),
  );
}
