/** Two-phase commit in the size whose counts are published most often: three resource managers. */
import { twoPhase } from './twoPhase.ts';

export const twoPhase3 = twoPhase('twoPhase-3', 3);
