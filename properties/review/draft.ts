/** Findings as they are made: with the claims they are about, before severities and rulings are attached. */
import type { ReviewCode } from './codes.ts';
import type { Consequences } from './consequences.ts';
import { type Held, type HeldClaim, isArrow } from './held.ts';
import type { Bounds } from './lifecycle.ts';
import type { Against } from './meanings.ts';
import type { Consequence, ReviewFinding } from './types.ts';

/** A finding of a document; `claims` are those that a ruling on a claim decides it by. */
export type Draft = Omit<ReviewFinding, 'severity' | 'ruling'> & {
  readonly code: ReviewCode;
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

/** What the arrow of a claim is to the table, in words that end a sentence; nothing without a table. */
export function stanceOf({ against }: Reviewing, { fromState, toState }: HeldClaim): string {
  if (against === undefined || fromState === undefined || toState === undefined) return '';
  const arrow = against.arrows.between(fromState, toState);
  return arrow === undefined
    ? '; the table does not have it either'
    : `; the table has it, on ${arrow.events.join(', ')}`;
}

/** What follows if a claim is believed that the table does not have, or not believed that it has. */
export function consequencesOf({ against, consequences }: Reviewing, claim: HeldClaim): readonly Consequence[] {
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
