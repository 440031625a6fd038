/** Five dining philosophers and a waiter, who lets four of them begin: they are never stuck. */
import { diningWithWaiter } from './dining.ts';

export const diningWaiter = diningWithWaiter('dining-waiter', 5);
