/** That the consoles agree with the server and with each other. The two tables were written apart, so this can fail. */
import type { SystemPredicate, SystemProperty } from '../system/types.ts';
import { concerns } from './helpDesk.conditions.ts';

/** A session, a technician, and what the technician's console shows of the session. */
const everyView = { s: 'session', t: 'technician', v: { view: ['s', 't'] } };

const both = (one: SystemPredicate, other: SystemPredicate): SystemPredicate => ({ all: [one, other] });

const exactlyWhen = (shown: SystemPredicate, known: SystemPredicate): SystemPredicate => ({
  any: [both(shown, known), { not: { any: [shown, known] } }],
});

const shows = (state: string): SystemPredicate => ({ v: { state } });

/** Every console shows a status exactly when the server's record says so. */
const agree = (...pairs: readonly (readonly [shown: SystemPredicate, known: SystemPredicate])[]): SystemProperty => ({
  forAll: everyView,
  invariant: { all: pairs.map(([shown, known]) => exactlyWhen(shown, known)) },
});

/** How many consoles show one of some statuses of the session s. */
const showing = (states: readonly string[], eq: number): SystemPredicate => ({
  count: { of: { x: 'technician', v: { view: ['s', 'x'] } }, is: { v: { state: states } }, eq },
});

/** States that are called alike on both sides, and that the consoles show of all whom the session concerns. */
const alike = (...states: readonly string[]): SystemProperty =>
  agree(...states.map((state) => [shows(state), both({ s: { state } }, concerns('t'))] as const));

/** What the server resumes, beside what the console of whom resumes. */
const resumed: readonly (readonly [known: string, shown: string, to: SystemPredicate])[] = [
  ['waiting', 'waiting', concerns('t')],
  ['active', 'active', { s: { owner: 't' } }],
  ['onHold', 'onHold', { s: { owner: 't' } }],
  ['transferring', 'outgoing', { s: { owner: 't' } }],
  ['transferring', 'incoming', { s: { colleague: 't' } }],
  ['collaborating', 'collaboration', concerns('t')],
];

export const views: { readonly [property: string]: SystemProperty } = {
  'an active session is active with its owner and nowhere else': {
    label: { fr: 'une session active l’est chez son propriétaire et nulle part ailleurs' },
    ...agree([shows('active'), { s: { state: 'active', owner: 't' } }]),
  },
  'a held session is on hold with its owner and nowhere else': {
    label: { fr: 'une session mise en attente l’est chez son propriétaire et nulle part ailleurs' },
    ...agree([shows('onHold'), { s: { state: 'onHold', owner: 't' } }]),
  },
  'a session in transfer is outgoing with its owner and incoming with the recipient': {
    label: {
      fr: 'une session en cours de transfert est sortante chez son propriétaire et entrante chez le destinataire',
    },
    ...agree(
      [shows('outgoing'), { s: { state: 'transferring', owner: 't' } }],
      [shows('incoming'), { s: { state: 'transferring', colleague: 't' } }],
    ),
  },
  'a collaboration is shown to host and guest, an invitation to whom is invited': {
    label: { fr: 'une collaboration s’affiche chez l’hôte et l’invité, une invitation chez qui est invité' },
    ...agree(
      [shows('collaboration'), both({ s: { state: 'collaborating' } }, concerns('t'))],
      [shows('invitation'), { s: { invited: 't' } }],
    ),
  },
  'whoever a session concerns sees it in the queue': {
    label: { fr: 'quiconque une session concerne la voit dans sa file' },
    ...alike('connecting', 'waiting'),
  },
  'whoever a session concerns sees that it is interrupted': {
    label: { fr: 'quiconque une session concerne voit qu’elle est interrompue' },
    ...alike('rebooting', 'reconnecting', 'offline'),
  },
  'whoever a session concerns sees how it ends': {
    label: { fr: 'quiconque une session concerne voit comment elle finit' },
    ...alike('timedOut', 'closedByCustomer', 'closedByTechnician', 'closedByWaitingCustomer'),
  },
  'server and consoles remember alike what an interruption broke off': {
    label: { fr: 'le serveur et les consoles retiennent de même ce qu’une interruption a coupé' },
    ...agree(
      ...resumed.map(([known, shown, to]) => [{ v: { before: shown } }, both({ s: { resume: known } }, to)] as const),
    ),
  },
  'a transfer has one sender and one recipient, a collaboration two technicians': {
    label: { fr: 'un transfert a un expéditeur et un destinataire, une collaboration deux techniciens' },
    forAll: { s: 'session' },
    invariant: {
      any: [
        both(showing(['outgoing'], 1), showing(['incoming'], 1)),
        both(showing(['outgoing', 'incoming'], 0), showing(['collaboration'], 2)),
        showing(['outgoing', 'incoming', 'collaboration'], 0),
      ],
    },
  },
  'no session has two owners': {
    label: { fr: 'aucune session n’a deux propriétaires' },
    forAll: { s: 'session' },
    invariant: { any: [showing(['active', 'onHold', 'outgoing'], 0), showing(['active', 'onHold', 'outgoing'], 1)] },
  },
};
