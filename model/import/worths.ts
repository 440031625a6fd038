/**
 * What makes a reading consistent, in whole numbers. A row lists states before it and after it; an arrow may also be stated with both its ends.
 * `docs/import.md` states the sum of these that is greatest in the reading that is shown.
 */

/** For an arrow that a row lists: as long as the row at its other end does not. */
export const LONE = -2;
/** For an arrow that both of its rows list, the one as next and the other as previous: in place of twice `LONE`. */
export const AGREE = 6;
/** For an arrow that is stated with both its ends, and by a list or in another column as well. */
export const ALSO = 5;
/** For a state that one list names again, and for an arrow that is stated again for the same event. */
export const TWICE = -5;
/** For a list that names the state whose row it stands in. */
export const SELF = -4;
/** For a label that is taken as a state that nothing declares, though it is nearly spelled like one that is. */
export const ROWLESS = -8;
/** For a reference to a row whose label it does not spell. */
export const VAGUE = -3;
