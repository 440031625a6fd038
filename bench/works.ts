/** What engines are measured on, with the counts that they must come to. */
import { diningAlone } from '../model/gallery/dining.ts';
import { fleetL } from '../model/gallery/fleet-l.atlas.ts';
import { fleetM } from '../model/gallery/fleet-m.atlas.ts';
import { fleetS } from '../model/gallery/fleet-s.atlas.ts';
import { fleetX } from '../model/gallery/fleet-x.atlas.ts';
import { twoPhase } from '../model/gallery/twoPhase.ts';
import { helpDeskOf } from '../model/rescue/helpDesk.ts';
import { session } from '../model/rescue/session.atlas.ts';
import type { Model } from '../model/system/types.ts';
import type { Counts } from './lines.ts';

/** A model to be explored. */
export type Work = {
  readonly id: string;
  readonly title: string;
  readonly model: Model;
  /** What every engine must count. */
  readonly expected: Required<Counts>;
  /** Some engines take minutes: each is measured once. */
  readonly isLarge?: true;
};

const helpDesk = (sessions: number, technicians: number, expected: Work['expected']): Work => ({
  id: `help-desk-${sessions}-${technicians}`,
  title: `Help desk, ${sessions} sessions, ${technicians} technicians`,
  model: helpDeskOf({ sessions, technicians, capacity: 1 }),
  expected,
});

const commit = (resources: number, expected: Work['expected']): Work => ({
  id: `two-phase-${resources}`,
  title: `Two-phase commit, ${resources} resource managers`,
  model: twoPhase(`twoPhase-${resources}`, resources),
  expected,
});

const fleet = (size: string, model: Model, expected: Work['expected'], isLarge?: true): Work => ({
  id: `fleet-${size}`,
  title: `Fleet ${size}`,
  model,
  expected,
  ...(isLarge && { isLarge }),
});

/**
 * All works, from small to large. The counts of the gallery are those of its README. Of two-phase commit with six and seven resource managers the configurations are those that its
 * authors and Stateright give; of thirteen philosophers, the thirteenth Pell-Lucas number; all other counts are those of SPIN and of rumur.
 */
export const WORKS: readonly Work[] = [
  { id: 'session', title: 'One session', model: session, expected: { configurations: 57, transitions: 219 } },
  commit(5, { configurations: 8832, transitions: 58_145 }),
  helpDesk(2, 2, { configurations: 10_153, transitions: 87_554 }),
  helpDesk(2, 3, { configurations: 49_939, transitions: 471_278 }),
  commit(6, { configurations: 50_816, transitions: 402_305 }),
  {
    id: 'philosophers',
    title: 'Thirteen philosophers',
    model: diningAlone('dining-13', 13),
    expected: { configurations: 94_642, transitions: 795_353 },
  },
  fleet('s', fleetS, { configurations: 94_960, transitions: 760_638 }),
  commit(7, { configurations: 296_448, transitions: 2_744_705 }),
  helpDesk(3, 2, { configurations: 1_016_397, transitions: 13_054_473 }),
  fleet('x', fleetX, { configurations: 3_482_368, transitions: 19_619_840 }, true),
  fleet('m', fleetM, { configurations: 4_268_800, transitions: 44_927_680 }),
  fleet('l', fleetL, { configurations: 17_209_024, transitions: 194_093_312 }, true),
];
