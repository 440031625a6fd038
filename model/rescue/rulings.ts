/** What the owner decided, one by one: claims that are no row, findings that are genuine, properties the article breaks. */
import type { Claim, Ruling } from '../table/types.ts';
import { reviewed } from './reviewed.ts';

const claim = (
  decision: 'accept' | 'reject' | 'defer',
  line: number,
  column: Claim['column'],
  of: string,
  names: string | null,
  because: string,
): Ruling => ({ claim: { source: 'article', line, column, of, names }, decision, because });

export const rulings: readonly Ruling[] = [
  // Claims that are not rows of the table.
  claim(
    'reject',
    17,
    'next',
    'active',
    'incoming',
    'The technician who transfers an active session sees it as outgoing. Incoming is what the recipient’s console shows, and there the session was not active before.',
  ),
  claim(
    'reject',
    20,
    'next',
    'active',
    'closedByWaitingCustomer',
    'This status says that nobody had picked the session up. An active session was picked up, so the customer who closes it leaves it closed by an active customer.',
  ),
  claim(
    'defer',
    21,
    'next',
    'active',
    'aborted',
    'The article names this status once and has no row for it: nobody is said to cause it and nothing is said to follow. It stays declared and unreachable until the owner of the article explains it.',
  ),
  claim(
    'reject',
    25,
    'next',
    'active',
    'offline',
    'A session goes offline only after five minutes of failed reconnecting or rebooting, so one of these two always comes first; the row of offline sessions lists just them.',
  ),
  claim(
    'accept',
    42,
    'next',
    'closedByTechnician',
    null,
    'No status follows because the console takes the session off the queue: an end with a reason. The removal itself is read from line 34.',
  ),
  claim(
    'accept',
    45,
    'next',
    'closedByWaitingCustomer',
    null,
    'The customer left before anyone took the session, and no technician has anything to close: an end, declared final.',
  ),
  claim(
    'reject',
    57,
    'previous',
    'incoming',
    'waiting',
    'Seen from one console alone a transferred session comes from outside; the sender, who transfers a waiting session, sees it as outgoing. The help desk, where all consoles show what waits in a channel, has the step.',
  ),
  claim(
    'reject',
    58,
    'previous',
    'incoming',
    'active',
    'The session was active at the sender, whose console shows it as outgoing from then on. In the recipient’s console incoming is how it begins.',
  ),
  claim(
    'accept',
    66,
    'previous',
    'invitation',
    null,
    'An invitation enters the console’s queue from outside, when a colleague invites: the state is initial.',
  ),
  claim(
    'accept',
    126,
    'next',
    'timedOut',
    null,
    'After the system’s two weeks the article lets nobody close the session and nothing remove it. Unlike the other two statuses without a successor it has no actor who ended it and no removal: it is stuck, not ended.',
  ),
  claim(
    'reject',
    129,
    'next',
    'waiting',
    'incoming',
    'The transfer of a waiting session is an act of the sender, whose console then shows outgoing (line 130). What a colleague does to a session that waits is not among the events of one console; the help desk has it.',
  ),

  // Findings that are genuine.
  {
    finding: 'SA201',
    states: 'aborted',
    because:
      'Named once in the article, explained nowhere. Kept so that the gap stays visible; the claim on line 21 is deferred.',
  },
  {
    finding: 'SA204',
    states: 'timedOut',
    because:
      'By the article’s own words nothing follows a session timed out by the system after two weeks, and the technician can close only the other kind. The owner should add a removal from the queue.',
  },
  {
    finding: 'SA206',
    states: 'incoming',
    events: 'customerCloses',
    because:
      'The article lists both ends for an incoming session that its customer closes (lines 62 and 63). Which one shows depends on whether the sender had picked it up, and the recipient’s console cannot tell.',
  },
  {
    finding: 'SA206',
    states: 'outgoing',
    events: 'customerCloses',
    because:
      'The row of outgoing sessions refers to that of incoming ones and inherits both ends; here the sender does know whether the session had been picked up, but the article does not say that it matters.',
  },
  {
    finding: 'SA208',
    memory: 'private',
    because:
      'Whether a session is private is decided before it reaches the queue and never changes in it: a constant of the session that the automatic pick-up reads.',
  },

  // Properties that fail by the article's own words.
  {
    property: 'every session can still end',
    because:
      'Violated by the system’s time-out: the article says that nothing follows it. It stays here as violated until the article names who removes such a session.',
  },
  {
    property: 'a session that was picked up is never closed as waiting',
    because:
      'Violated by transfer: an active session becomes outgoing, and the article lets an outgoing session be closed by a waiting customer (line 94, by reference to line 62).',
  },

  // What the review of the article finds, and is decided beside the claims above.
  ...reviewed,
];
