/** Dining philosophers, three of them: they can be stuck. */
import { diningAlone } from './dining.ts';

export const dining3 = diningAlone('dining-3', 3);
