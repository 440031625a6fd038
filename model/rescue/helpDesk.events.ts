/** The events of the help desk: each moves the server's record of one session and the consoles that it concerns. */
import type { SystemEvent } from '../system/types.ts';
import {
  acts,
  colleagueIsX,
  concerns,
  consoleOf,
  consoles,
  free,
  invitedIsX,
  neverTaken,
  ownerIsX,
  owns,
  session,
  shared,
} from './helpDesk.conditions.ts';
import { sharingFor } from './helpDesk.sharing.ts';
import { event } from './helpDesk.words.ts';

const arriving: { readonly [event: string]: SystemEvent } = {
  enterChannel: {
    by: 'customer',
    label: { en: 'enter a channel', fr: 'entrer par un canal' },
    description: { en: 'The session begins in the queue of all.', fr: 'La session commence dans la file de tous.' },
    with: session,
    moves: { s: 'begin' },
    each: [consoles('appears')],
  },
  giveCode: {
    by: 'technician',
    label: { en: 'give a code', fr: 'donner un code' },
    description: {
      en: 'A private session begins: its customer uses a code of this technician, whose console alone shows it.',
      fr: 'Une session privée commence\u00a0: son client a un code de ce technicien, et seule sa console l’affiche.',
    },
    with: acts,
    moves: { s: 'begin' },
    set: { s: { owner: 't' } },
    each: [consoleOf('t', 'appears')],
  },
  appletConnects: {
    by: 'customer',
    ...event('appletConnects'),
    with: session,
    moves: { s: 'appletConnects' },
    each: [consoles('appletConnects', concerns('x'))],
  },
};

const taking = (capacity: number): { readonly [event: string]: SystemEvent } => ({
  pickUp: {
    by: 'technician',
    ...event('pickUp'),
    with: acts,
    when: { s: { any: [{ owner: null }, { owner: 't' }] }, ...free('t', capacity) },
    moves: { s: 'pickUp' },
    set: { s: { owner: 't' } },
    each: [consoleOf('t', 'pickUp'), consoles('leavesQueue', shared)],
  },
  pickUpAutomatically: {
    by: 'console',
    ...event('pickUpAutomatically'),
    with: acts,
    when: { ...owns, ...free('t', capacity) },
    moves: { s: 'pickUp' },
    each: [consoleOf('t', 'pickUp')],
  },
  hold: {
    by: 'technician',
    ...event('hold'),
    with: acts,
    when: owns,
    moves: { s: 'hold' },
    set: { s: { colleague: null } },
    each: [consoleOf('t', 'hold'), consoles('leavesQueue', colleagueIsX)],
  },
  resume: {
    by: 'technician',
    ...event('resume'),
    with: acts,
    when: { ...owns, ...free('t', capacity) },
    moves: { s: 'resume' },
    each: [consoleOf('t', 'resume')],
  },
});

const interrupting: { readonly [event: string]: SystemEvent } = {
  connectionLost: {
    by: 'network',
    ...event('connectionLost'),
    with: session,
    moves: { s: 'connectionLost' },
    each: [consoles('connectionLost', concerns('x'))],
  },
  connectionRestored: {
    by: 'network',
    ...event('connectionRestored'),
    with: session,
    moves: { s: 'connectionRestored' },
    each: [consoles('connectionRestored', concerns('x'))],
  },
  reboot: {
    by: 'technician',
    ...event('reboot'),
    with: acts,
    when: owns,
    moves: { s: 'reboot' },
    each: [consoles('reboot', concerns('x'))],
  },
  deviceRestarts: {
    by: 'customer',
    ...event('deviceRestarts'),
    with: session,
    moves: { s: 'deviceRestarts' },
    each: [consoles('deviceRestarts', concerns('x'))],
  },
  rebootDone: {
    by: 'customer',
    ...event('rebootDone'),
    with: session,
    moves: { s: 'rebootDone' },
    each: [consoles('rebootDone', concerns('x'))],
  },
  fiveMinutesPass: {
    by: 'console',
    after: 'PT5M',
    ...event('fiveMinutesPass'),
    with: session,
    moves: { s: 'fiveMinutesPass' },
    each: [consoles('fiveMinutesPass', concerns('x'))],
  },
  reachedAgain: {
    by: 'network',
    ...event('reachedAgain'),
    with: session,
    when: { s: { resume: { ne: 'collaborating' } } },
    moves: { s: 'reachedAgain' },
    each: [consoles('reachedAgain', concerns('x'))],
  },
  reachedByHost: {
    by: 'network',
    label: { en: 'host reaches it again', fr: 'l’hôte la joint à nouveau' },
    description: {
      en: 'A collaboration that went offline is reached again; the host goes on alone.',
      fr: 'Une collaboration passée hors ligne est jointe à nouveau\u00a0; l’hôte continue seul.',
    },
    with: session,
    when: { s: { resume: 'collaborating' } },
    moves: { s: 'reachedAgain' },
    set: { s: { colleague: null } },
    each: [consoles('reachedAgain', ownerIsX), consoles('leavesQueue', colleagueIsX)],
  },
};

const ending: { readonly [event: string]: SystemEvent } = {
  administratorTimeout: {
    by: 'administrator',
    ...event('administratorTimeout'),
    with: session,
    moves: { s: 'administratorTimeout' },
    set: { s: { invited: null } },
    each: [consoles('timesOut', concerns('x')), consoles('invitationEnds', invitedIsX)],
  },
  systemTimeout: {
    by: 'system',
    after: 'P14D',
    ...event('systemTimeout'),
    with: session,
    moves: { s: 'systemTimeout' },
    set: { s: { invited: null } },
    each: [consoles('timesOut', concerns('x')), consoles('invitationEnds', invitedIsX)],
  },
  customerCloses: {
    by: 'customer',
    ...event('customerCloses'),
    with: session,
    moves: { s: 'customerCloses' },
    set: { s: { invited: null } },
    each: [
      consoles('customerGivesUp', { all: [neverTaken, concerns('x')] }),
      consoles('customerCloses', { all: [{ not: neverTaken }, concerns('x')] }),
      consoles('invitationEnds', invitedIsX),
    ],
  },
  technicianCloses: {
    by: 'technician',
    ...event('technicianCloses'),
    with: acts,
    when: concerns('t'),
    moves: { s: 'technicianCloses' },
    set: { s: { owner: 't', colleague: null, invited: null } },
    each: [
      consoleOf('t', 'technicianCloses'),
      consoles('leavesQueue', concerns('x')),
      consoles('invitationEnds', invitedIsX),
    ],
  },
  leavesQueue: {
    by: 'console',
    ...event('leavesQueue'),
    with: session,
    moves: { s: 'leavesQueue' },
    set: { s: { owner: null } },
    each: [consoles('leavesQueue', ownerIsX)],
  },
};

/** The events, of a desk whose technicians work on so many sessions at once. */
export const eventsFor = (capacity: number): { readonly [event: string]: SystemEvent } => ({
  ...arriving,
  ...taking(capacity),
  ...sharingFor(capacity),
  ...interrupting,
  ...ending,
});
