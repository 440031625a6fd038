/** The defects that are planted in every implementation of a ticket. */
export const DEFECTS = ['forgotten guard', 'lost timer', 'stale resume target', 'double close', 'race'] as const;
export type Defect = (typeof DEFECTS)[number];

/** After so many milliseconds without a reply a ticket closes. */
export const FORTNIGHT = 14 * 24 * 3_600_000;
