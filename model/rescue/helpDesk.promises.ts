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
    label: { fr: 'ce qu’un technicien prend ne dépasse jamais la capacité' },
    ...everyTechnician,
    invariant: atWork(capacity, { returned: false }),
  },
  'while all technicians are busy nobody takes a session': {
    label: { fr: 'tant que tous les techniciens sont occupés, personne ne prend de session' },
    invariant: {
      any: [
        { exists: { of: { t: 'technician' }, is: free('t', capacity) } },
        { not: { enabled: ['pickUp', 'pickUpAutomatically', 'accept', 'takeBack', 'resume', 'acceptInvitation'] } },
      ],
    },
  },
  [EXCEEDED]: {
    label: { fr: 'la capacité n’est jamais dépassée, pas même après une reconnexion' },
    ...everyTechnician,
    invariant: atWork(capacity),
  },
  'a technician with too many sessions can always get back to the capacity': {
    label: { fr: 'un technicien qui a trop de sessions peut toujours revenir à la capacité' },
    ...everyTechnician,
    alwaysCanReach: atWork(capacity),
  },

  [CAN_END]: {
    label: { fr: 'toute session peut encore finir' },
    ...everySession,
    alwaysCanReach: { s: { final: true } },
  },
  'every session that the system has not timed out can still end': {
    label: { fr: 'toute session dont le système n’a pas fait expirer le délai peut encore finir' },
    ...everySession,
    alwaysCanReach: { s: { any: [{ final: true }, { timeout: 'system' }] } },
  },
  'a closed session never comes back': {
    label: { fr: 'une session fermée ne revient jamais' },
    ...everySession,
    never: { s: { not: { tag: 'closed' } } },
    after: { s: { tag: 'closed' } },
  },
  'a session that was taken is never closed as waiting': {
    label: { fr: 'une session qui a été prise n’est jamais fermée comme étant en attente' },
    ...everySession,
    never: { s: { state: 'closedByWaitingCustomer' } },
    after: { s: { state: ['active', 'onHold', 'collaborating'] } },
  },
  'a session is remembered exactly while it is interrupted': {
    label: { fr: 'un état de la session est retenu exactement tant qu’elle est interrompue' },
    ...everySession,
    invariant: {
      any: [
        { s: { group: 'interrupted', resume: { ne: null } } },
        { s: { not: { group: 'interrupted' }, resume: null } },
      ],
    },
  },
  'a transfer that is interrupted is a transfer again, or over': {
    label: { fr: 'un transfert interrompu redevient un transfert, ou est fini' },
    ...everySession,
    when: { s: { resume: 'transferring' } },
    leadsTo: { s: { any: [{ state: 'transferring' }, { group: 'over' }] } },
    fair: { weak: ['rebootDone', 'connectionRestored', 'reachedAgain'] },
  },

  'every waiting session is picked up or over, where customers do not wait for ever': {
    label: { fr: 'toute session en attente est prise ou finie, si les clients n’attendent pas sans fin' },
    ...everySession,
    when: { s: { state: 'waiting' } },
    leadsTo: pickedUpOrOver,
    fair: { weak: ['customerCloses'] },
  },
  [STRONGLY]: {
    label: {
      fr: 'toute session en attente est prise ou finie, si les techniciens font ce qu’ils peuvent faire encore et encore',
    },
    ...everySession,
    when: { s: { state: 'waiting' } },
    leadsTo: pickedUpOrOver,
    fair: { strong: again, weak: always },
  },
  [WEAKLY]: {
    label: { fr: 'toute session en attente est prise ou finie, si les techniciens ne font que ce qui reste possible' },
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
    because: {
      en: 'Follows from the same line of the article as in the table of one console: nothing follows the system’s time-out. A desk is stuck once each of its sessions is timed out in this way or over.',
      fr: 'Suit de la même ligne de l’article que dans la table d’une seule console\u00a0: rien ne suit l’expiration du délai du système. Un service est bloqué une fois que chacune de ses sessions a expiré ainsi ou est finie.',
    },
  },
  {
    finding: 'SA204',
    states: 'console.timedOut',
    because: {
      en: 'The same as the server’s: the consoles go on showing a session that the system has timed out, and nobody can close it.',
      fr: 'Comme pour le serveur\u00a0: les consoles continuent d’afficher une session dont le système a fait expirer le délai, et personne ne peut la fermer.',
    },
  },
  {
    property: EXCEEDED,
    because: {
      en: 'Violated by what the article lists: after a reboot, a reconnection or an offline phase the session is active again, and no condition is given (lines 75, 105, 116). The customer is back whether there is room or not, and there is no status for one who has to wait a second time. So the capacity bounds what technicians take, and not what comes back to them; the properties beside this one say what is left of it.',
      fr: 'Violée par ce que cite l’article\u00a0: après un redémarrage, une reconnexion ou une phase hors ligne, la session redevient active, sans condition (lignes 75, 105, 116). Le client est de retour, qu’il y ait de la place ou non, et il n’y a pas de statut pour qui doit attendre une seconde fois. La capacité borne donc ce que prennent les techniciens, et non ce qui leur revient\u00a0; les propriétés voisines disent ce qu’il en reste.',
    },
  },
  {
    property: CAN_END,
    because: {
      en: 'Violated by the system’s time-out, as in the table of one console: the article says that nothing follows it (line 126). It stays violated until the article names who removes such a session; the property beside it says that nothing else is in the way.',
      fr: 'Violée par l’expiration du délai du système, comme dans la table d’une seule console\u00a0: l’article dit que rien ne la suit (ligne 126). Elle reste violée tant que l’article ne nomme pas qui retire une telle session\u00a0; la propriété voisine dit que rien d’autre ne s’y oppose.',
    },
  },
  {
    property: WEAKLY,
    because: {
      en: 'Violated, and meant to show why the property before it asks for more: a session whose connection fails again and again is never ready without a break, so no technician is bound to take it.',
      fr: 'Violée, et faite pour montrer pourquoi la propriété précédente en demande plus\u00a0: une session dont la connexion est sans cesse coupée n’est jamais prête sans interruption, si bien qu’aucun technicien n’est tenu de la prendre.',
    },
  },
];
