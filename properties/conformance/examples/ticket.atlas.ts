/** A support ticket that can be put on hold, from where it resumes what it was, and that closes by itself when nobody answers. */
import { defineTable } from '../../../model/table/define.ts';

export const ticket = defineTable({
  name: 'ticket',
  states: { new: { initial: true }, open: {}, answered: {}, held: {}, closed: { final: true } },
  events: { take: {}, answer: {}, reply: {}, hold: {}, resume: {}, close: {}, expire: { after: 'P14D' } },
  memory: {
    resumes: { states: ['open', 'answered'], initial: null },
    replies: { range: [0, 2], initial: 0 },
  },
  transitions: [
    { from: 'new', on: 'take', to: 'open' },
    { from: 'open', on: 'answer', to: 'answered' },
    { from: 'answered', on: 'reply', when: { replies: { lt: 2 } }, to: 'open', set: { replies: { add: 1 } } },
    { from: ['open', 'answered'], on: 'hold', to: 'held', set: { resumes: { save: 'state' } } },
    { from: 'held', on: 'resume', to: { recall: 'resumes' }, set: { resumes: null } },
    { from: ['open', 'answered'], on: 'close', to: 'closed' },
    { from: 'answered', on: 'expire', to: 'closed' },
  ],
});
