/** Names: states without a description or without a mention, one label for several states. */
import { plain } from '../../model/import/text.ts';
import { consequencesOf, type Draft, grouped, type Reviewing } from './draft.ts';
import {
  calledOf,
  claimQuote,
  type Held,
  type HeldClaim,
  isArrow,
  labelIn,
  placeOf,
  quoteOf,
  rowAt,
  rowPlace,
  subjectOf,
} from './held.ts';
import type { SaidConsequence } from './worded.ts';
import { say } from './words/index.ts';
import type { Taken } from './words/things.ts';

/** What tells states of a document apart: the state of the table, or else their own identifier. */
export const meaningOf = ({ means }: Held, id: string): string => means.get(id) ?? `?${id}`;

/** Claims in the order of the document. */
export const inOrder = (claims: readonly HeldClaim[]): readonly HeldClaim[] =>
  claims.toSorted((one, other) => one.index - other.index);

/** SA323. States that other rows name and no row describes. */
export function neverDescribed(reviewing: Reviewing): readonly Draft[] {
  const { held, bounds } = reviewing;
  const rowless = [...held.states.values()].filter(({ id }) => !held.rows.has(id));
  const described = new Set([...held.rows].map((id) => meaningOf(held, id)));
  return grouped(rowless, ({ id }) => meaningOf(held, id)).flatMap((same): readonly Draft[] => {
    if (described.has(meaningOf(held, same[0].id))) return [];
    const ids = new Set(same.map(({ id }) => id));
    const claims = inOrder([...ids].flatMap(held.naming));
    const [first] = claims;
    if (first === undefined) return [];
    const leaves = [...ids].some((id) => held.about(id).some((claim) => isArrow(claim) && claim.from === id));
    const isEnd = same.some(({ id }) => bounds.ends.has(id));
    const labels = [...new Set(claims.map((claim) => claim.label ?? labelIn(held, claim.names as string)))];
    const stuck: readonly SaidConsequence[] =
      leaves || isEnd ? [] : [{ if: 'believed', sentence: say('endless', labels) }];
    return [
      {
        code: 'SA323',
        ...placeOf(first),
        ...subjectOf(held, [...ids]),
        events: [],
        message: say('neverDescribed', labels),
        quotes: claims.map((claim) => claimQuote(held, claim)),
        consequences: [...stuck, ...consequencesOf(reviewing, first)],
        remedies: [say('ownRow', labels), say('otherLabel')],
        claims,
      },
    ];
  });
}

/** SA324. Rows of states that no other row names. */
export function neverNamed(reviewing: Reviewing): readonly Draft[] {
  const { held, bounds, against } = reviewing;
  if (held.claims.length === 0 || held.columns.has('edge')) return [];
  const named = new Set(held.claims.filter(({ of, names }) => names !== of).map(({ names }) => names));
  const arrows = held.claims.filter(isArrow);
  const [leaving, entered] = [new Set(arrows.map(({ from }) => from)), new Set(arrows.map(({ to }) => to))];
  const isKnown = against !== undefined || held.claims.some(({ from }) => from === null);
  const isExcused = (id: string): boolean =>
    (!held.columns.has('previous') && leaving.has(id) && (!isKnown || bounds.starts.has(id))) ||
    (!held.columns.has('next') && entered.has(id));
  return [...held.rows]
    .filter((id) => !named.has(id) && !isExcused(id))
    .map(
      (id): Draft => ({
        code: 'SA324',
        ...rowAt(held, id),
        ...subjectOf(held, [id]),
        events: [],
        message: say('neverNamed', calledOf(held, id)),
        quotes: [rowPlace(held, id)],
        consequences: [],
        remedies: [say('nameIt', calledOf(held, id)), say('removeRow')],
        claims: [],
      }),
    );
}

const MOST_QUOTES = 200;

/** SA325. One label that means several states, mention by mention with the reason. */
export function sharedLabels({ held, against }: Reviewing): readonly Draft[] {
  const labels = grouped([...held.states.values()], ({ label }) => plain(label));
  return labels.flatMap((same): readonly Draft[] => {
    const ids = new Set(same.map(({ id }) => id));
    const mentions = inOrder([...ids].flatMap(held.naming));
    const called = against === undefined ? [] : against.called(same[0].label, held.language);
    const isShared = ids.size > 1 || (called.length > 1 && plain(same[0].label) !== '');
    if (!isShared) return [];
    const meanings = new Set(same.flatMap(({ id }) => held.means.get(id) ?? []));
    const states = [...new Set([...meanings, ...called])].sort();
    const rows = same.filter(({ id }) => held.rows.has(id));
    const [first] = rows;
    const place = first === undefined ? placeOf(mentions[0] as HeldClaim) : rowPlace(held, first.id);
    const { document, line, column } = place;
    return [
      {
        code: 'SA325',
        document,
        line,
        column,
        states,
        labels: states.length > 1 ? [] : [same[0].label],
        events: [],
        message:
          states.length > 1
            ? say('sharedByStates', same[0].label, states, mentions.length)
            : say('sharedByRows', same[0].label, ids.size, mentions.length),
        quotes: [
          ...rows.map(({ id }) => rowPlace(held, id, say('rowOf', held.means.get(id) ?? id))),
          ...mentions.slice(0, MOST_QUOTES).map((claim) => quoteOf(claim, say('taken', reasonFor(held, claim, ids)))),
        ],
        consequences: [],
        remedies: [say('ownLabels'), say('sayWhich')],
        claims: [],
      },
    ];
  });
}

/** What a mention of a shared label was taken as, and why. */
function reasonFor(held: Held, claim: HeldClaim, ids: ReadonlySet<string>): Taken {
  const named = claim.names as string;
  const state = (claim.column_kind === 'previous' ? claim.fromState : claim.toState) ?? held.means.get(named) ?? named;
  if (claim.note !== undefined) return { state, why: { kind: 'note', note: claim.note } };
  if (claim.of === undefined) return { state };
  const other = claim.column_kind === 'previous' ? 'next' : 'previous';
  const answers = (id: string): boolean =>
    held.inRow(id).some(({ column_kind, names }) => column_kind === other && names === claim.of);
  const others = [...ids].filter((id) => id !== named && answers(id));
  const row = calledOf(held, claim.of);
  if (answers(named))
    return {
      state,
      why: { kind: 'listed back', row, column: other, others: others.map((id) => held.means.get(id) ?? id) },
    };
  return { state, why: others.length > 0 ? { kind: 'other mention' } : { kind: 'not listed back', row } };
}
