/** What is said on a space where no counterexample was found. */
import type { Configurations, Space } from '../../model/explore/space/space.ts';
import type { Decision } from './decide.ts';

/** Of a property without a condition. */
export const unbroken = ({ stopped }: Space): Decision => ({ result: stopped === undefined ? 'holds' : 'undecided' });

/** Of one with a condition, by the set where it is met, which may be freed; it may be met nowhere. */
export const unbrokenAfter = (space: Space, after: Configurations | undefined): Decision => ({
  ...unbroken(space),
  ...(after?.count === 0 && space.stopped === undefined && { vacuous: true }),
});
