/** What a review says, in English. It defines what every language has. */
import { messages } from './messages.ts';
import { remedies } from './remedies.ts';
import { sides } from './sides.ts';

export const en = { ...messages, ...sides, ...remedies };

/** The sentences of a review, by their kinds. */
export type Sentences = typeof en;
