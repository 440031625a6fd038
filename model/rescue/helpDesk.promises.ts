/** What the help desk promises its customers and technicians, and how the broken promises were decided. */
import type { SystemPredicate, SystemProperty } from '../system/types.ts';
import type { Ruling } from '../table/types.ts';
import { free } from './helpDesk.conditions.ts';

/** How many sessions a technician's console shows at work, of all or of those that did not come back by themselves. */
const atWork = (capacity: number, which: object = {}): SystemPredicate => ({
  count: {
    of: { s: 'session', v: { view: ['s', 't'] } },
    is: { v: { state: ['active', 'collaboration'], ...which } },
    le: capacity,
  },
});

const everySession = { forAll: { s: 'session' } };
const everyTechnician = { forAll: { t: 'technician' } };

const pickedUpOrOver: SystemPredicate = { s: { any: [{ state: ['active', 'onHold'] }, { group: 'over' }] } };
/**
 * What technicians must not pass over for ever though they can do it again and again, and what must not stay possible
 * for ever.
 */
const again = ['pickUp', 'accept', 'technicianCloses'];
const always = ['leaveCollaboration', 'connectionRestored'];

export const EXCEEDED = 'capacity is never exceeded, not even after a reconnection';
export const CAN_END = 'every session can still end';
export const STRONGLY =
  'every waiting session is picked up or over, where technicians do what they can do again and again';
export const WEAKLY = 'every waiting session is picked up or over, where technicians do only what stays possible';

export const promises = (capacity: number): { readonly [property: string]: SystemProperty } => ({
  'what a technician takes never exceeds the capacity': {
    ...everyTechnician,
    invariant: atWork(capacity, { returned: false }),
  },
  'while all technicians are busy nobody takes a session': {
    invariant: {
      any: [
        { exists: { of: { t: 'technician' }, is: free('t', capacity) } },
        { not: { enabled: ['pickUp', 'pickUpAutomatically', 'accept', 'takeBack', 'resume', 'acceptInvitation'] } },
      ],
    },
  },
  [EXCEEDED]: { ...everyTechnician, invariant: atWork(capacity) },
  'a technician with too many sessions can always get back to the capacity': {
    ...everyTechnician,
    alwaysCanReach: atWork(capacity),
  },

  [CAN_END]: { ...everySession, alwaysCanReach: { s: { final: true } } },
  'every session that the system has not timed out can still end': {
    ...everySession,
    alwaysCanReach: { s: { any: [{ final: true }, { timeout: 'system' }] } },
  },
  'a closed session never comes back': {
    ...everySession,
    never: { s: { not: { tag: 'closed' } } },
    after: { s: { tag: 'closed' } },
  },
  'a session that was taken is never closed as waiting': {
    ...everySession,
    never: { s: { state: 'closedByWaitingCustomer' } },
    after: { s: { state: ['active', 'onHold', 'collaborating'] } },
  },
  'a session is remembered exactly while it is interrupted': {
    ...everySession,
    invariant: {
      any: [
        { s: { group: 'interrupted', resume: { ne: null } } },
        { s: { not: { group: 'interrupted' }, resume: null } },
      ],
    },
  },
  'a transfer that is interrupted is a transfer again, or over': {
    ...everySession,
    when: { s: { resume: 'transferring' } },
    leadsTo: { s: { any: [{ state: 'transferring' }, { group: 'over' }] } },
    fair: { weak: ['rebootDone', 'connectionRestored', 'reachedAgain'] },
  },

  'every waiting session is picked up or over, where customers do not wait for ever': {
    ...everySession,
    when: { s: { state: 'waiting' } },
    leadsTo: pickedUpOrOver,
    fair: { weak: ['customerCloses'] },
  },
  [STRONGLY]: {
    ...everySession,
    when: { s: { state: 'waiting' } },
    leadsTo: pickedUpOrOver,
    fair: { strong: again, weak: always },
  },
  [WEAKLY]: {
    ...everySession,
    when: { s: { state: 'waiting' } },
    leadsTo: pickedUpOrOver,
    fair: { weak: [...again, ...always] },
  },
});

/** The promises that are broken and the states that are stuck, and why they are kept as they are. */
export const rulings: readonly Ruling[] = [
  {
    finding: 'SA204',
    states: 'server.timedOut',
    because:
      'Follows from the same line of the article as in the table of one console: nothing follows the system’s time-out. A desk is stuck once each of its sessions is timed out in this way or over.',
  },
  {
    finding: 'SA204',
    states: 'console.timedOut',
    because:
      'The same as the server’s: the consoles go on showing a session that the system has timed out, and nobody can close it.',
  },
  {
    property: EXCEEDED,
    because:
      'Violated by what the article lists: after a reboot, a reconnection or an offline phase the session is active again, and no condition is given (lines 75, 105, 116). The customer is back whether there is room or not, and there is no status for one who has to wait a second time. So the capacity bounds what technicians take, and not what comes back to them; the properties beside this one say what is left of it.',
  },
  {
    property: CAN_END,
    because:
      'Violated by the system’s time-out, as in the table of one console: the article says that nothing follows it (line 126). It stays violated until the article names who removes such a session; the property beside it says that nothing else is in the way.',
  },
  {
    property: WEAKLY,
    because:
      'Violated, and meant to show why the property before it asks for more: a session whose connection fails again and again is never ready without a break, so no technician is bound to take it.',
  },
];
