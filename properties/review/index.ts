/**
 * Reviewing documents: what they claim, held against a table, against themselves, and against each other.
 *
 * @module stateatlas/review
 */
export { REVIEW_FINDINGS, type ReviewCode } from './codes.ts';
export { rulingFor } from './decide.ts';
export { isAbout } from './prose.ts';
export { isGenerated } from './prose-text.ts';
export { isSourceOf, type ReviewRequest, reviewOf, undecided } from './review.ts';
export type {
  Agreement,
  Consequence,
  DocumentPlace,
  Quote,
  Review,
  ReviewedDocument,
  ReviewFinding,
} from './types.ts';
