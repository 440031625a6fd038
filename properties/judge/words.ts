/** The few turns of phrase that messages share. */
import type { Action, Bound } from '../../model/explore/machine.ts';

/** `a`, `a and b`, `a, b and c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What fairness is about, as a key: an event, in a system with its binding. */
export const labelKey = ({ event, binding = {} }: Pick<Action, 'event' | 'binding'>): string =>
  JSON.stringify([event, ...Object.values(binding)]);

/** A binding as messages say it: `s session1, t technician2`. */
export const boundText = (binding: Bound): string =>
  Object.entries(binding)
    .map(([parameter, value]) => `${parameter} ${value}`)
    .join(', ');
