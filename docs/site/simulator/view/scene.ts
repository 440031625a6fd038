/** What the parts of the simulator are drawn from, and what can be done in them. */
import type { Configuration, Step } from '../../../../model/explore/machine.ts';
import type { Table } from '../../../../model/table/types.ts';
import type { Called } from '../called.ts';
import type { Choice, Place, Run, World } from '../run.ts';
import type { Words } from '../words.ts';

/** A moment of the simulator. */
export type Scene = {
  readonly world: World;
  readonly run: Run;
  /** Every place of the run, undone ones as well. */
  readonly places: readonly Place[];
  readonly place: Place;
  /** Where the run stood before its last step; none at the start. */
  readonly before: Configuration | undefined;
  /** The last step; none at the start, or after waiting. */
  readonly last: Step | undefined;
  readonly choices: readonly Choice[];
  readonly called: Called;
  readonly words: Words;
  /** Whether timers wait until they are due; otherwise time is abstract, as in the check. */
  readonly isTimed: boolean;
  /** What the names of events must hold to be shown, in lower case. */
  readonly filter: string;
  /** The tables that the page has diagrams of. */
  readonly drawn: ReadonlySet<Table>;
};

/** What can be done. */
export type Acts = {
  readonly take: (step: Step) => void;
  /** Goes to the place after so many entries of the run. */
  readonly goTo: (at: number) => void;
};

/** Whether a step can be taken now: any that is enabled, but not a timer before it is due, where there is a clock. */
export const isOpen = ({ isTimed, place }: Pick<Scene, 'isTimed' | 'place'>, { due }: Choice): boolean =>
  !isTimed || due === undefined || due <= place.time.now;
