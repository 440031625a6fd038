/** The closed table of what reviewing documents can find. Each code has its section in `docs/codes/review.md`. */
import type { ReviewFinding } from './types.ts';

/** What is found in one document, and in documents against a table. An error contradicts the table; a warning contradicts the document itself, or leaves something out; a note is a question. */
export const DOCUMENT_FINDINGS = {
  SA320: { severity: 'warning', title: 'listed as next, not as previous' },
  SA321: { severity: 'warning', title: 'listed as previous, not as next' },
  SA322: { severity: 'warning', title: '“none” beside a list' },
  SA323: { severity: 'warning', title: 'state named, never described' },
  SA324: { severity: 'warning', title: 'state described, never named' },
  SA325: { severity: 'warning', title: 'one label for several states' },
  SA326: { severity: 'note', title: 'several labels for one state' },
  SA327: { severity: 'note', title: 'cell in another language' },
  SA328: { severity: 'warning', title: 'reference that leads nowhere' },
  SA329: { severity: 'note', title: 'description that contradicts a column' },
  SA330: { severity: 'warning', title: 'stuck by the document’s own words' },
  SA331: { severity: 'warning', title: 'unreachable by the document’s own words' },
  SA332: { severity: 'note', title: 'reading in doubt' },
  SA340: { severity: 'error', title: 'claim that no row implements' },
  SA341: { severity: 'error', title: '“none” where the table goes on' },
  SA342: { severity: 'warning', title: 'row that no claim supports' },
  SA343: { severity: 'note', title: 'transition nowhere documented' },
  SA344: { severity: 'note', title: 'condition that the table does not tell' },
  SA345: { severity: 'error', title: 'state that the table does not have' },
  SA346: { severity: 'warning', title: 'state that no document names' },
  SA347: { severity: 'warning', title: 'restatement that differs from the document' },
  SA348: { severity: 'warning', title: 'ruling that matches nothing in the documents' },
  SA349: { severity: 'error', title: 'transition on another event' },
  SA350: { severity: 'note', title: 'event that the table does not have' },
} as const satisfies {
  readonly [code: string]: { readonly severity: ReviewFinding['severity']; readonly title: string };
};

/** What is found by holding documents against each other. */
export const PAIR_FINDINGS = {
  SA360: { severity: 'warning', title: 'state that another document does not have' },
  SA361: { severity: 'warning', title: 'transition that another document does not have' },
  SA362: { severity: 'note', title: 'another label in another document' },
  SA363: { severity: 'warning', title: 'another event in another document' },
  SA364: { severity: 'note', title: 'condition that another document does not have' },
  SA370: { severity: 'warning', title: 'labels that collapse in one edition' },
  SA371: { severity: 'note', title: 'label left in the language of another edition' },
} as const satisfies {
  readonly [code: string]: { readonly severity: ReviewFinding['severity']; readonly title: string };
};

/** What is found in the prose of Markdown, and in copies of a table that stand in it. */
export const PROSE_FINDINGS = {
  SA380: { severity: 'warning', title: 'mention of a state that the table does not have' },
  SA381: { severity: 'warning', title: 'mention of an event that the table does not have' },
  SA382: { severity: 'note', title: 'name that is nearly one of the table' },
  SA383: { severity: 'error', title: 'arrow in prose that no row takes' },
  SA384: { severity: 'warning', title: 'copy that leaves out a state' },
  SA385: { severity: 'error', title: 'copy with a state that the table does not have' },
  SA386: { severity: 'error', title: 'copy with a transition that the table does not have' },
  SA387: { severity: 'warning', title: 'copy that leaves out a transition' },
} as const satisfies {
  readonly [code: string]: { readonly severity: ReviewFinding['severity']; readonly title: string };
};

/** All that a review finds. */
export const REVIEW_FINDINGS = { ...DOCUMENT_FINDINGS, ...PAIR_FINDINGS, ...PROSE_FINDINGS } as const;

/** The code of what a review finds, such as `SA301`. */
export type ReviewCode = keyof typeof REVIEW_FINDINGS;
