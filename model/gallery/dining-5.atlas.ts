/** Dining philosophers, five of them: they can be stuck. */
import { diningAlone } from './dining.ts';

export const dining5 = diningAlone('dining-5', 5);
