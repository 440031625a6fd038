/**
 * The events of the help desk by which two technicians share or hand over a session: transfer, invitation,
 * collaboration.
 */
import type { SystemEvent } from '../system/types.ts';
import {
  acts,
  colleagueIsX,
  consoleOf,
  consoles,
  free,
  isColleague,
  meets,
  ownerIsX,
  owns,
  session,
  shared,
} from './helpDesk.conditions.ts';
import { event } from './helpDesk.words.ts';

const transferring = (capacity: number): { readonly [event: string]: SystemEvent } => ({
  transfer: {
    by: 'technician',
    ...event('transfer'),
    with: meets,
    distinct: ['t', 'u'],
    when: { s: { invited: null, any: [{ owner: null }, { owner: 't' }] } },
    moves: { s: 'transfer' },
    set: { s: { owner: 't', colleague: 'u' } },
    each: [consoleOf('t', 'transfer'), consoleOf('u', 'arrives'), consoles('leavesQueue', shared)],
  },
  accept: {
    by: 'technician',
    label: { en: 'accept the transfer', fr: 'accepter le transfert' },
    description: event('colleaguePicksUp').description,
    with: acts,
    when: { ...isColleague, ...free('t', capacity) },
    moves: { s: 'accept' },
    set: { s: { owner: 't', colleague: null } },
    each: [consoleOf('t', 'pickUp'), consoles('leavesQueue', ownerIsX)],
  },
  setAside: {
    by: 'technician',
    label: { en: 'accept and hold', fr: 'accepter et mettre en attente' },
    description: {
      en: 'The recipient takes the transferred session and puts it aside at once, for which no room is needed.',
      fr: 'Le destinataire prend la session transférée et la met aussitôt de côté, ce qui ne demande pas de place.',
    },
    with: acts,
    when: { s: { colleague: 't', state: 'transferring' } },
    moves: { s: 'hold' },
    set: { s: { owner: 't', colleague: null } },
    each: [consoleOf('t', 'hold'), consoles('leavesQueue', ownerIsX)],
  },
  takeBack: {
    by: 'technician',
    ...event('takeBack'),
    with: acts,
    when: { ...owns, ...free('t', capacity) },
    moves: { s: 'takeBack' },
    set: { s: { colleague: null } },
    each: [consoleOf('t', 'takeBack'), consoles('leavesQueue', colleagueIsX)],
  },
});

const collaborating = (capacity: number): { readonly [event: string]: SystemEvent } => ({
  invite: {
    by: 'technician',
    label: { en: 'invite', fr: 'inviter' },
    description: {
      en: 'The owner asks a colleague to join, one at a time.',
      fr: 'Le propriétaire invite un collègue, un seul à la fois.',
    },
    with: meets,
    distinct: ['t', 'u'],
    when: { s: { owner: 't', invited: null } },
    moves: { s: 'invite' },
    set: { s: { invited: 'u' } },
    each: [consoleOf('u', 'invited')],
  },
  acceptInvitation: {
    by: 'technician',
    ...event('acceptInvitation'),
    with: meets,
    distinct: ['t', 'u'],
    when: {
      s: { invited: 't', owner: 'u' },
      ...free('t', capacity),
      any: [{ s: { state: 'active' } }, free('u', capacity)],
    },
    moves: { s: 'join' },
    set: { s: { colleague: 't', invited: null } },
    each: [consoleOf('t', 'acceptInvitation'), consoleOf('u', 'colleagueJoins')],
  },
  endInvitation: {
    by: 'technician',
    label: event('invitationEnds').label,
    description: {
      en: 'The guest declines, or the host withdraws the invitation.',
      fr: 'L’invité refuse, ou l’hôte retire l’invitation.',
    },
    with: acts,
    when: { s: { invited: 't' } },
    set: { s: { invited: null } },
    each: [consoleOf('t', 'invitationEnds')],
  },
  leaveCollaboration: {
    by: 'technician',
    ...event('colleagueLeaves'),
    with: acts,
    when: isColleague,
    moves: { s: 'guestLeaves' },
    set: { s: { colleague: null } },
    each: [consoleOf('t', 'leavesQueue'), consoles('colleagueLeaves', ownerIsX)],
  },
  collaborationTimesOut: {
    by: 'administrator',
    ...event('collaborationTimesOut'),
    with: session,
    moves: { s: 'guestLeaves' },
    set: { s: { colleague: null } },
    each: [consoles('leavesQueue', colleagueIsX), consoles('colleagueLeaves', ownerIsX)],
  },
});

/** The events of transfer and of collaboration, of a desk whose technicians work on so many sessions at once. */
export const sharingFor = (capacity: number): { readonly [event: string]: SystemEvent } => ({
  ...transferring(capacity),
  ...collaborating(capacity),
});
