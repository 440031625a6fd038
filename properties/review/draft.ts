/** Findings as they are made: with the claims they are about, before severities and rulings are attached. */
import type { ReviewCode } from './codes.ts';
import type { Consequences } from './consequences.ts';
import { type Held, type HeldClaim, isArrow } from './held.ts';
import type { Bounds } from './lifecycle.ts';
import type { Against } from './meanings.ts';
import type { ReviewFinding } from './types.ts';
import type { SaidConsequence, SaidQuote } from './worded.ts';
import type { Saying } from './words/index.ts';
import type { Stance } from './words/things.ts';

/** A finding of a document before it is in words; `claims` are those that a ruling on a claim decides it by. */
export type Draft = Pick<
  ReviewFinding,
  'document' | 'line' | 'column' | 'length' | 'cell' | 'states' | 'labels' | 'events'
> & {
  readonly code: ReviewCode;
  readonly message: Saying;
  readonly quotes: readonly SaidQuote[];
  readonly consequences: readonly SaidConsequence[];
  readonly remedies: readonly Saying[];
  readonly claims: readonly HeldClaim[];
  readonly source?: string;
};

/** One document under review. */
export type Reviewing = {
  readonly held: Held;
  readonly against: Against | undefined;
  readonly bounds: Bounds;
  /** Consequences in the table; without one, in the lifecycle that the document describes by itself. */
  readonly consequences: Consequences | undefined;
};

/** What the arrow of a claim is to the table; nothing without a table. */
export function stanceOf({ against }: Reviewing, { fromState, toState }: HeldClaim): Stance | undefined {
  if (against === undefined || fromState === undefined || toState === undefined) return undefined;
  const arrow = against.arrows.between(fromState, toState);
  if (arrow === undefined) return {};
  const { events } = against.table;
  return { events: arrow.events.map((name) => ({ label: events[name]?.label ?? name, name })) };
}

/** What follows if a claim is believed that the table does not have, or not believed that it has. */
export function consequencesOf({ against, consequences }: Reviewing, claim: HeldClaim): readonly SaidConsequence[] {
  if (consequences === undefined || !isArrow(claim)) return [];
  if (against === undefined) return consequences.notBelieved(claim.from, claim.to);
  const { fromState, toState } = claim;
  if (fromState === undefined || toState === undefined) return [];
  return against.arrows.between(fromState, toState) === undefined
    ? consequences.believed(fromState, toState)
    : consequences.notBelieved(fromState, toState);
}

/** Groups in the order of their first members. */
export const grouped = <T>(all: readonly T[], keyOf: (each: T) => string): readonly (readonly [T, ...T[]])[] => [
  ...(Map.groupBy(all, keyOf).values() as Iterable<[T, ...T[]]>),
];
