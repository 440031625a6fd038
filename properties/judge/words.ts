/** The few turns of phrase that messages share. */

/** `1 configuration`, `2 configurations`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** A row as messages name it: by its index, as its path does. */
export const rowName = (index: number): string => `transitions[${index}]`;
