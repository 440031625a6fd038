/** Two-phase commit with five resource managers. */
import { twoPhase } from './twoPhase.ts';

export const twoPhase5 = twoPhase('twoPhase-5', 5);
