/** Ce que dit une relecture, en français. */
import type { Sentences } from '../en/index.ts';
import { messages } from './messages.ts';
import { remedies } from './remedies.ts';
import { sides } from './sides.ts';

export const fr: Sentences = { ...messages, ...sides, ...remedies };
