/** What the server knows of one session: where it stands, whatever any console shows of it. */
import { defineTable } from '../table/define.ts';
import { actors, event, groups, sources, status, timeoutLabels } from './helpDesk.words.ts';

export const serverTable = defineTable({
  name: 'server',
  title: { en: 'A session as the server knows it', fr: 'Une session telle que le serveur la connaît' },
  description: {
    en: 'One record for each session. Whose it is stands beside it, in the memory that the desk adds.',
    fr: 'Une fiche pour chaque session. À qui elle est se note à côté, dans la mémoire que le poste ajoute.',
  },
  actors,
  groups,
  states: {
    notBegun: {
      initial: true,
      label: { en: 'Not begun', fr: 'Pas commencée' },
      description: { en: 'The customer has not asked for help yet.', fr: 'Le client n’a pas encore demandé d’aide.' },
    },
    connecting: { group: 'queue', ...status('connecting') },
    waiting: { group: 'queue', ...status('waiting') },
    active: {
      group: 'work',
      ...status('active'),
      description: { en: 'Its owner works on it.', fr: 'Son propriétaire y travaille.' },
    },
    transferring: {
      group: 'work',
      label: { en: 'Transferring', fr: 'En transfert' },
      description: {
        en: 'On its way from one technician to another: outgoing here, incoming there.',
        fr: 'En route d’un technicien à un autre\u00a0: sortante ici, entrante là.',
      },
    },
    onHold: { group: 'work', ...status('onHold') },
    collaborating: { group: 'work', ...status('collaboration') },
    rebooting: { group: 'interrupted', ...status('rebooting') },
    reconnecting: { group: 'interrupted', ...status('reconnecting') },
    offline: { group: 'interrupted', ...status('offline') },
    timedOut: { group: 'over', ...status('timedOut') },
    closedByCustomer: { group: 'over', tags: ['closed'], ...status('closedByCustomer') },
    closedByTechnician: { group: 'over', tags: ['closed'], ...status('closedByTechnician') },
    closedByWaitingCustomer: { final: true, group: 'over', tags: ['closed'], ...status('closedByWaitingCustomer') },
    removed: {
      final: true,
      group: 'over',
      tags: ['closed'],
      ...status('removed'),
      description: { en: 'In no console any more.', fr: 'N’est plus dans aucune console.' },
    },
  },
  events: {
    begin: {
      label: { en: 'begin', fr: 'commencer' },
      description: {
        en: 'A customer enters a channel, or is given a code.',
        fr: 'Un client entre par un canal ou reçoit un code.',
      },
    },
    appletConnects: { by: 'customer', ...event('appletConnects') },
    pickUp: { ...event('pickUp') },
    transfer: { by: 'technician', ...event('transfer') },
    accept: { by: 'technician', ...event('colleaguePicksUp') },
    takeBack: { by: 'technician', ...event('takeBack') },
    hold: { by: 'technician', ...event('hold') },
    resume: { by: 'technician', ...event('resume') },
    invite: {
      by: 'technician',
      label: { en: 'invite', fr: 'inviter' },
      description: {
        en: 'The owner asks a colleague to join. The session itself does not change.',
        fr: 'Le propriétaire invite un collègue. La session elle-même ne change pas.',
      },
    },
    join: { by: 'technician', ...event('colleagueJoins') },
    guestLeaves: { ...event('colleagueLeaves') },
    reboot: { by: 'technician', ...event('reboot') },
    deviceRestarts: { by: 'customer', ...event('deviceRestarts') },
    rebootDone: { by: 'customer', ...event('rebootDone') },
    connectionLost: { by: 'network', ...event('connectionLost') },
    connectionRestored: { by: 'network', ...event('connectionRestored') },
    fiveMinutesPass: { by: 'console', after: 'PT5M', ...event('fiveMinutesPass') },
    reachedAgain: { by: 'network', ...event('reachedAgain') },
    administratorTimeout: { by: 'administrator', ...event('administratorTimeout') },
    systemTimeout: { by: 'system', after: 'P14D', ...event('systemTimeout') },
    customerCloses: { by: 'customer', ...event('customerCloses') },
    technicianCloses: { by: 'technician', ...event('technicianCloses') },
    leavesQueue: { by: 'console', ...event('leavesQueue') },
  },
  memory: {
    resume: {
      states: ['waiting', 'active', 'transferring', 'onHold', 'collaborating'],
      label: { en: 'state before the interruption', fr: 'état avant l’interruption' },
      description: {
        en: 'Where a reboot or a lost connection broke the session off.',
        fr: 'Où un redémarrage ou une coupure a arrêté la session.',
      },
    },
    timeout: {
      values: ['none', 'administrator', 'system'],
      initial: 'none',
      labels: timeoutLabels,
      label: { en: 'kind of time-out', fr: 'sorte de délai' },
      description: { en: 'Whose limit was exceeded.', fr: 'Quelle limite a été dépassée.' },
    },
    taken: {
      flag: true,
      label: { en: 'taken', fr: 'prise' },
      description: {
        en: 'Some technician has had it, so a customer who closes it is no longer a waiting one.',
        fr: 'Un technicien l’a eue\u00a0: le client qui la ferme n’est plus un client en attente.',
      },
    },
  },
  transitions: [
    {
      from: 'notBegun',
      on: 'begin',
      to: 'connecting',
      because: {
        en: 'Line 55 names two ways to begin: a code and a channel.',
        fr: 'La ligne 55 nomme deux façons de commencer\u00a0: un code et un canal.',
      },
    },
    { from: 'connecting', on: 'appletConnects', to: 'waiting', cites: { article: [55, 127] } },
    { from: 'waiting', on: 'pickUp', to: 'active', set: { taken: true }, cites: { article: [11, 128] } },

    {
      from: ['waiting', 'active', 'onHold'],
      on: 'transfer',
      to: 'transferring',
      cites: { article: [18, 90, 94, 130] },
    },
    {
      from: 'transferring',
      on: ['accept', 'takeBack'],
      to: 'active',
      set: { taken: true },
      cites: { article: [12, 13, 60, 94] },
    },

    {
      from: ['active', 'collaborating', 'transferring'],
      on: 'hold',
      to: 'onHold',
      set: { taken: true },
      cites: { article: [23, 52, 59, 80, 81, 82, 86, 94] },
    },
    { from: 'onHold', on: 'resume', to: 'active', cites: { article: [14, 87] } },

    {
      from: 'active',
      on: 'invite',
      to: 'stay',
      because: {
        en: 'The article gives the host no status of its own for an invitation.',
        fr: 'L’article ne donne à l’hôte aucun statut propre pour une invitation.',
      },
    },
    { from: ['active', 'onHold'], on: 'join', to: 'collaborating', cites: { article: [26, 47, 48, 93] } },
    { from: 'collaborating', on: 'guestLeaves', to: 'active', cites: { article: [50] } },

    {
      from: ['active', 'onHold', 'collaborating'],
      on: 'reboot',
      to: 'rebooting',
      set: { resume: { save: 'state' } },
      cites: { article: [22, 53, 91, 96, 99] },
    },
    {
      from: ['waiting', 'transferring'],
      on: 'deviceRestarts',
      to: 'rebooting',
      set: { resume: { save: 'state' } },
      cites: { article: [65, 94, 97, 98, 134] },
    },
    {
      from: ['waiting', 'active', 'transferring', 'onHold'],
      on: 'connectionLost',
      to: 'reconnecting',
      set: { resume: { save: 'state' } },
      cites: { article: [24, 64, 92, 94, 108, 109, 110, 111, 112, 133] },
      because: {
        en: 'Not from a collaboration, which the article does not list.',
        fr: 'Pas depuis une collaboration, que l’article ne cite pas.',
      },
    },
    {
      from: 'rebooting',
      on: 'rebootDone',
      to: { recall: 'resume' },
      set: { resume: null },
      cites: { article: [49, 84, 100, 101, 102, 105, 106] },
    },
    {
      from: 'reconnecting',
      on: 'connectionRestored',
      to: { recall: 'resume' },
      set: { resume: null },
      cites: { article: [83, 113, 114, 115, 116] },
    },
    { from: ['rebooting', 'reconnecting'], on: 'fiveMinutesPass', to: 'offline', cites: { article: [70, 71, 119] } },
    {
      from: 'offline',
      on: 'reachedAgain',
      when: { resume: { ne: 'collaborating' } },
      to: { recall: 'resume' },
      set: { resume: null },
      cites: { article: [72, 73, 74, 75, 85] },
    },
    {
      from: 'offline',
      on: 'reachedAgain',
      when: { resume: 'collaborating' },
      to: 'active',
      set: { resume: null },
      cites: { article: [75] },
      because: {
        en: 'No collaboration follows offline: the host goes on alone.',
        fr: 'Aucune collaboration ne suit «\u00a0Hors ligne\u00a0»\u00a0: l’hôte continue seul.',
      },
    },

    {
      from: ['waiting', 'active', 'transferring', 'onHold'],
      on: 'administratorTimeout',
      to: 'timedOut',
      set: { timeout: 'administrator', taken: false },
      cites: { article: [19, 61, 88, 94, 121, 122, 123, 124, 131] },
    },
    {
      from: ['waiting', 'active', 'transferring', 'onHold', 'reconnecting', 'offline'],
      on: 'systemTimeout',
      to: 'timedOut',
      set: { timeout: 'system', taken: false, resume: null },
      cites: { article: [19, 61, 76, 88, 94, 117, 121, 122, 123, 124, 131] },
    },

    { from: 'waiting', on: 'customerCloses', to: 'closedByWaitingCustomer', cites: { article: [44, 132] } },
    {
      from: 'transferring',
      on: 'customerCloses',
      when: { taken: false },
      to: 'closedByWaitingCustomer',
      cites: { article: [62, 94] },
      because: {
        en: 'One console cannot tell which of the two closings it is (lines 62 and 63); the server can.',
        fr: 'Une console ne peut savoir de laquelle des deux fermetures il s’agit (lignes 62 et 63)\u00a0; le serveur le peut.',
      },
    },
    {
      from: 'transferring',
      on: 'customerCloses',
      when: { taken: true },
      to: 'closedByCustomer',
      set: { taken: false },
      cites: { article: [30, 31, 63, 94] },
    },
    {
      from: ['active', 'onHold', 'collaborating', 'rebooting', 'reconnecting', 'offline'],
      on: 'customerCloses',
      to: 'closedByCustomer',
      set: { taken: false, resume: null },
      cites: { article: [15, 28, 29, 51, 77, 89, 103, 118] },
    },

    {
      from: ['active', 'closedByCustomer', 'rebooting', 'offline'],
      on: 'technicianCloses',
      to: 'closedByTechnician',
      set: { taken: false, resume: null },
      cites: { article: [16, 39, 40, 78, 104] },
    },
    {
      from: 'timedOut',
      on: 'technicianCloses',
      when: { timeout: 'administrator' },
      to: 'closedByTechnician',
      set: { timeout: 'none' },
      cites: { article: [41, 125] },
    },
    {
      from: 'closedByTechnician',
      on: 'leavesQueue',
      to: 'removed',
      because: {
        en: 'Line 34: a closed session is taken off the queue.',
        fr: 'Ligne 34\u00a0: une session fermée est retirée de la file.',
      },
    },
  ],
  sources,
});
