/** The session statuses of a remote-support technician console, as one technician's queue shows them. */
import { defineTable } from '../table/define.ts';
import { rulings } from './rulings.ts';
import { article } from './source.ts';

export const session = defineTable({
  name: 'session',
  title: {
    en: 'A support session in the technician console',
    fr: 'Une session d’assistance dans la console du technicien',
  },
  description: {
    en: 'What one technician’s queue shows of a session, from the first connection to its removal.',
    fr: 'Ce que la file d’un technicien montre d’une session, de la première connexion à son retrait.',
  },
  actors: {
    customer: { label: { en: 'Customer', fr: 'Client' } },
    technician: {
      label: { en: 'Technician', fr: 'Technicien' },
      description: { en: 'The one whose console this is.', fr: 'Celui dont c’est la console.' },
    },
    colleague: {
      label: { en: 'Colleague', fr: 'Collègue' },
      description: {
        en: 'Another technician: the recipient of a transfer, or the guest of a collaboration.',
        fr: 'Un autre technicien\u00a0: destinataire d’un transfert ou invité d’une collaboration.',
      },
    },
    console: { label: { en: 'Console', fr: 'Console' } },
    administrator: { label: { en: 'Administrator’s settings', fr: 'Réglages de l’administrateur' } },
    system: { label: { en: 'System', fr: 'Système' } },
    network: { label: { en: 'Network', fr: 'Réseau' } },
  },
  groups: {
    queue: { label: { en: 'In the queue', fr: 'Dans la file' } },
    work: { label: { en: 'At work', fr: 'Au travail' } },
    interrupted: { label: { en: 'Interrupted', fr: 'Interrompue' } },
    over: { label: { en: 'Over', fr: 'Terminée' } },
  },
  states: {
    connecting: {
      initial: true,
      group: 'queue',
      label: { en: 'Connecting', fr: 'Connexion' },
      description: {
        en: 'The customer has a code or a channel and the applet is on its way.',
        fr: 'Le client dispose d’un code ou d’un canal et l’applet arrive.',
      },
    },
    waiting: {
      group: 'queue',
      tags: ['unclaimed'],
      label: { en: 'Waiting', fr: 'En attente' },
      description: {
        en: 'The applet runs and is connected; nobody has taken the session yet.',
        fr: 'L’applet tourne, connectée\u00a0; personne n’a encore pris la session.',
      },
    },
    incoming: {
      initial: { memory: { private: false } },
      group: 'queue',
      tags: ['unclaimed'],
      label: { en: 'Incoming', fr: 'Entrant' },
      description: {
        en: 'A colleague has transferred the session to this technician, who has not taken it yet.',
        fr: 'Un collègue a transféré la session à ce technicien, qui ne l’a pas encore prise.',
      },
    },
    invitation: {
      initial: { memory: { private: false } },
      group: 'queue',
      label: { en: 'Invitation', fr: 'Invitation' },
      description: {
        en: 'A colleague asks this technician to join a session; no answer yet.',
        fr: 'Un collègue invite ce technicien à le rejoindre\u00a0; pas encore de réponse.',
      },
    },
    active: {
      group: 'work',
      tags: ['working'],
      label: { en: 'Active', fr: 'Actif' },
      description: {
        en: 'The technician has the session and works on it.',
        fr: 'Le technicien a pris la session et y travaille.',
      },
    },
    onHold: {
      group: 'work',
      label: { en: 'On hold', fr: 'En attente' },
      description: {
        en: 'Put aside for a while; it does not count as one of the active sessions.',
        fr: 'Mise de côté un moment\u00a0; elle ne compte pas parmi les sessions actives.',
      },
    },
    outgoing: {
      group: 'work',
      label: { en: 'Outgoing', fr: 'Sortant' },
      description: {
        en: 'Handed to a colleague who has not taken it yet; the sender’s view of an incoming session.',
        fr: 'Remise à un collègue qui ne l’a pas encore prise\u00a0; la vue de l’expéditeur.',
      },
    },
    collaboration: {
      group: 'work',
      tags: ['working'],
      label: { en: 'Collaboration', fr: 'Collaboration' },
      description: {
        en: 'Two technicians work on the session together.',
        fr: 'Deux techniciens travaillent ensemble sur la session.',
      },
    },
    rebooting: {
      group: 'interrupted',
      label: { en: 'Rebooting', fr: 'Redémarrage' },
      description: { en: 'The customer’s machine reboots.', fr: 'L’appareil du client redémarre.' },
    },
    reconnecting: {
      group: 'interrupted',
      label: { en: 'Reconnecting', fr: 'Reconnexion' },
      description: { en: 'The network failed on one of the two sides.', fr: 'Le réseau a lâché d’un des deux côtés.' },
    },
    offline: {
      group: 'interrupted',
      label: { en: 'Offline', fr: 'Hors ligne' },
      description: {
        en: 'Five minutes without success; the console goes on trying.',
        fr: 'Cinq minutes sans succès\u00a0; la console continue d’essayer.',
      },
    },
    timedOut: {
      group: 'over',
      label: { en: 'Timed out', fr: 'Expiration du délai' },
      description: {
        en: 'Nothing happened for too long: by the administrator’s limit, or by the system’s two weeks.',
        fr: 'Rien pendant trop longtemps\u00a0: limite de l’administrateur, ou deux semaines du système.',
      },
    },
    closedByCustomer: {
      group: 'over',
      tags: ['closed'],
      label: { en: 'Closed (by active customer)', fr: 'Fermé (par un client actif)' },
      description: {
        en: 'The customer ended a session that somebody had taken.',
        fr: 'Le client a mis fin à une session déjà prise.',
      },
    },
    closedByTechnician: {
      group: 'over',
      tags: ['closed'],
      label: { en: 'Closed by technician', fr: 'Fermé par le technicien' },
      description: {
        en: 'The technician pressed the close button; the session is about to leave the queue.',
        fr: 'Le technicien a fermé\u00a0; la session va quitter la file.',
      },
    },
    closedByWaitingCustomer: {
      final: true,
      group: 'over',
      tags: ['closed'],
      label: { en: 'Closed by waiting customer', fr: 'Fermé par le client en attente' },
      description: {
        en: 'The customer gave up before anybody took the session.',
        fr: 'Le client a renoncé avant toute prise en charge.',
      },
    },
    removed: {
      final: true,
      tags: ['closed'],
      label: { en: 'Removed from the queue', fr: 'Retiré de la file d’attente' },
      description: { en: 'No longer shown in this console.', fr: 'N’est plus affichée dans cette console.' },
    },
    aborted: {
      label: { en: 'Aborted', fr: 'Avorté' },
      description: {
        en: 'Named once in the article and never explained.',
        fr: 'Nommé une fois dans l’article, jamais expliqué.',
      },
    },
  },
  events: {
    appletConnects: {
      by: 'customer',
      label: { en: 'applet connects', fr: 'l’applet se connecte' },
      description: {
        en: 'The customer runs the applet and it reaches the gateway.',
        fr: 'Le client lance l’applet, qui joint la passerelle.',
      },
    },
    pickUp: {
      by: 'technician',
      label: { en: 'pick up', fr: 'prendre' },
      description: { en: 'The technician takes the session.', fr: 'Le technicien prend la session.' },
    },
    pickUpAutomatically: {
      by: 'console',
      label: { en: 'automatic pick-up', fr: 'prise automatique' },
      description: {
        en: 'The console takes a private session for its technician.',
        fr: 'La console prend une session privée pour son technicien.',
      },
    },
    transfer: {
      by: 'technician',
      label: { en: 'transfer', fr: 'transférer' },
      description: {
        en: 'The technician hands the session to a colleague.',
        fr: 'Le technicien confie la session à un collègue.',
      },
    },
    takeBack: {
      by: 'technician',
      label: { en: 'take back', fr: 'reprendre' },
      description: {
        en: 'The sender takes a transfer back that nobody accepted.',
        fr: 'L’expéditeur reprend un transfert non accepté.',
      },
    },
    colleaguePicksUp: {
      by: 'colleague',
      label: { en: 'colleague picks up', fr: 'le collègue prend' },
      description: {
        en: 'The recipient accepts; the session is theirs from now on.',
        fr: 'Le destinataire accepte\u00a0; la session lui appartient désormais.',
      },
    },
    hold: {
      by: 'technician',
      label: { en: 'hold', fr: 'mettre en attente' },
      description: { en: 'The technician puts the session aside.', fr: 'Le technicien met la session de côté.' },
    },
    resume: {
      by: 'technician',
      label: { en: 'resume', fr: 'poursuivre' },
      description: {
        en: 'The technician goes on with a held session.',
        fr: 'Le technicien poursuit une session mise en attente.',
      },
    },
    colleagueJoins: {
      by: 'colleague',
      label: { en: 'colleague joins', fr: 'un collègue rejoint' },
      description: {
        en: 'An invited colleague accepts and joins.',
        fr: 'Un collègue invité accepte et rejoint la session.',
      },
    },
    acceptInvitation: {
      by: 'technician',
      label: { en: 'accept invitation', fr: 'accepter l’invitation' },
      description: {
        en: 'This technician joins a colleague’s session.',
        fr: 'Ce technicien rejoint la session d’un collègue.',
      },
    },
    invitationEnds: {
      by: 'colleague',
      label: { en: 'invitation ends', fr: 'fin de l’invitation' },
      description: {
        en: 'The invitation is withdrawn, or the session it was for is over.',
        fr: 'L’invitation est retirée, ou la session visée est finie.',
      },
    },
    colleagueLeaves: {
      by: 'colleague',
      label: { en: 'colleague leaves', fr: 'le collègue part' },
      description: {
        en: 'The guest leaves, and one technician goes on.',
        fr: 'L’invité part\u00a0; un seul technicien continue.',
      },
    },
    collaborationTimesOut: {
      by: 'administrator',
      label: { en: 'collaboration times out', fr: 'délai de collaboration dépassé' },
      description: {
        en: 'A guest’s collaboration is idle for too long and leaves the guest’s queue.',
        fr: 'La collaboration d’un invité reste trop longtemps inactive et quitte sa file.',
      },
    },
    reboot: {
      by: 'technician',
      label: { en: 'reboot', fr: 'redémarrer' },
      description: {
        en: 'The technician restarts the customer’s device: the machine reboots.',
        fr: 'Le technicien redémarre l’appareil du client\u00a0: la machine redémarre.',
      },
    },
    deviceRestarts: {
      by: 'customer',
      label: { en: 'device restarts', fr: 'l’appareil redémarre' },
      description: {
        en: 'The device restarts while nobody works on it: the customer’s machine reboots without a technician.',
        fr: 'L’appareil redémarre sans que personne n’y travaille\u00a0: la machine du client, sans technicien.',
      },
    },
    rebootDone: {
      by: 'customer',
      label: { en: 'reboot done', fr: 'redémarrage terminé' },
      description: {
        en: 'The device is back and the applet runs again.',
        fr: 'L’appareil est revenu et l’applet tourne de nouveau.',
      },
    },
    connectionLost: {
      by: 'network',
      label: { en: 'connection lost', fr: 'connexion perdue' },
      description: {
        en: 'One of the two sides is no longer reachable.',
        fr: 'Un des deux côtés n’est plus joignable.',
      },
    },
    connectionRestored: {
      by: 'network',
      label: { en: 'connection restored', fr: 'connexion rétablie' },
      description: { en: 'Both sides reach each other again.', fr: 'Les deux côtés se joignent à nouveau.' },
    },
    fiveMinutesPass: {
      after: 'PT5M',
      by: 'console',
      label: { en: 'no success', fr: 'sans succès' },
      description: {
        en: 'Rebooting or reconnecting has failed for five minutes.',
        fr: 'Redémarrage ou reconnexion en échec pendant cinq minutes.',
      },
    },
    reachedAgain: {
      by: 'network',
      label: { en: 'reached again', fr: 'de nouveau joint' },
      description: {
        en: 'The console, still trying, reaches the device.',
        fr: 'La console, qui essaie toujours, joint l’appareil.',
      },
    },
    administratorTimeout: {
      by: 'administrator',
      label: { en: 'idle time-out', fr: 'délai d’inactivité' },
      description: {
        en: 'The idle limit that the administrator set has passed.',
        fr: 'La limite d’inactivité fixée par l’administrateur est passée.',
      },
    },
    systemTimeout: {
      after: 'P14D',
      by: 'system',
      label: { en: 'system time-out', fr: 'délai du système' },
      description: { en: 'Two weeks have passed.', fr: 'Deux semaines sont passées.' },
    },
    customerCloses: {
      by: 'customer',
      label: { en: 'customer closes', fr: 'le client ferme' },
      description: { en: 'The customer ends the session.', fr: 'Le client met fin à la session.' },
    },
    technicianCloses: {
      by: 'technician',
      label: { en: 'close session', fr: 'fermer la session' },
      description: {
        en: 'The technician presses the close button.',
        fr: 'Le technicien appuie sur le bouton de fermeture.',
      },
    },
    leavesQueue: {
      by: 'console',
      label: { en: 'leaves the queue', fr: 'quitte la file' },
      description: {
        en: 'The console takes the closed session off its list.',
        fr: 'La console retire la session fermée de sa liste.',
      },
    },
  },
  memory: {
    before: {
      states: ['waiting', 'incoming', 'outgoing', 'active', 'onHold', 'collaboration'],
      label: { en: 'status before the interruption', fr: 'statut avant l’interruption' },
      description: {
        en: 'Where a reboot or a lost connection interrupted the session.',
        fr: 'Où un redémarrage ou une coupure a interrompu la session.',
      },
    },
    timeout: {
      values: ['none', 'administrator', 'system'],
      initial: 'none',
      labels: {
        none: { en: 'none', fr: 'aucun' },
        administrator: { en: 'administrator', fr: 'administrateur' },
        system: { en: 'system', fr: 'système' },
      },
      label: { en: 'kind of time-out', fr: 'sorte de délai' },
      description: { en: 'Which of the two limits was exceeded.', fr: 'Laquelle des deux limites a été dépassée.' },
    },
    private: {
      flag: true,
      initial: [false, true],
      label: { en: 'private session', fr: 'session privée' },
      description: {
        en: 'Started for this technician alone, who gets it without asking.',
        fr: 'Ouverte pour ce seul technicien, qui la reçoit d’office.',
      },
    },
  },
  transitions: [
    {
      from: 'connecting',
      on: 'appletConnects',
      to: 'waiting',
      cites: { article: [55, 127] },
      because: {
        en: 'Both rows agree: the applet arrives and the session waits.',
        fr: 'Les deux lignes concordent\u00a0: l’applet arrive et la session attend.',
      },
    },

    {
      from: 'waiting',
      on: 'pickUp',
      to: 'active',
      cites: { article: [11, 128] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'waiting',
      on: 'pickUpAutomatically',
      when: { private: true },
      to: 'active',
      cites: { article: [11, 128] },
      because: {
        en: 'The description of active sessions: the console takes a private one by itself.',
        fr: 'D’après la description des sessions actives, la console prend d’elle-même une session privée.',
      },
    },
    {
      from: 'incoming',
      on: 'pickUp',
      to: 'active',
      cites: { article: [12, 60] },
      because: {
        en: 'Both columns agree: the recipient takes the session.',
        fr: 'Les deux colonnes concordent\u00a0: le destinataire prend la session.',
      },
    },

    {
      from: 'active',
      on: 'transfer',
      to: 'outgoing',
      cites: { article: [18, 94] },
      because: {
        en: 'The technician hands the session over; the reference of the outgoing row agrees.',
        fr: 'Le technicien confie la session\u00a0; le renvoi de la ligne sortante concorde.',
      },
    },
    {
      from: 'waiting',
      on: 'transfer',
      to: 'outgoing',
      cites: { article: [94, 130] },
      because: {
        en: 'A session can be handed on before anybody took it; the reference agrees.',
        fr: 'Une session peut être transmise avant toute prise\u00a0; le renvoi concorde.',
      },
    },
    {
      from: 'onHold',
      on: 'transfer',
      to: 'outgoing',
      cites: { article: [90] },
      because: {
        en: 'Only the row of held sessions says so, but the technician owns the session and can hand it over.',
        fr: 'Seule la ligne des sessions mises en attente le dit, mais le technicien a la session et peut la confier.',
      },
    },
    {
      from: 'outgoing',
      on: 'takeBack',
      to: 'active',
      cites: { article: [13, 94] },
      because: {
        en: 'The sender is still the owner until the recipient accepts.',
        fr: 'L’expéditeur garde la session tant que le destinataire n’a pas accepté.',
      },
    },
    {
      from: 'outgoing',
      on: 'colleaguePicksUp',
      to: 'removed',
      because: {
        en: 'The article does not say what the sender sees once the recipient accepts. The session is then the colleague’s, so this console shows it no longer.',
        fr: 'L’article ne dit pas ce que voit l’expéditeur une fois le transfert accepté. La session est alors celle du collègue, et cette console ne l’affiche plus.',
      },
    },

    {
      from: 'active',
      on: 'hold',
      to: 'onHold',
      cites: { article: [23, 80] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'collaboration',
      on: 'hold',
      to: 'onHold',
      cites: { article: [52, 86] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'incoming',
      on: 'hold',
      to: 'onHold',
      cites: { article: [59, 81] },
      because: {
        en: 'Both columns agree: the recipient sets it aside at once.',
        fr: 'Les deux colonnes concordent\u00a0: le destinataire la met aussitôt de côté.',
      },
    },
    {
      from: 'outgoing',
      on: 'hold',
      to: 'onHold',
      cites: { article: [82, 94] },
      because: {
        en: 'Both agree by reference: the sender keeps the session and sets it aside.',
        fr: 'Les deux concordent par renvoi\u00a0: l’expéditeur garde la session et la met de côté.',
      },
    },
    {
      from: 'onHold',
      on: 'resume',
      to: 'active',
      cites: { article: [14, 87] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },

    {
      from: 'active',
      on: 'colleagueJoins',
      to: 'collaboration',
      cites: { article: [26, 47] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'onHold',
      on: 'colleagueJoins',
      to: 'collaboration',
      cites: { article: [48, 93] },
      because: {
        en: 'Both columns agree: the guest accepts while the session is held.',
        fr: 'Les deux colonnes concordent\u00a0: l’invité accepte pendant la mise en attente.',
      },
    },
    {
      from: 'invitation',
      on: 'acceptInvitation',
      to: 'collaboration',
      cites: { article: [67] },
      because: {
        en: 'Only the invitation’s row says so; the other looks from the host’s side. The description of collaborations names the acceptance.',
        fr: 'Seule la ligne de l’invitation le dit\u00a0; l’autre se place du côté de l’hôte. La description des collaborations nomme l’acceptation.',
      },
    },
    {
      from: 'invitation',
      on: 'invitationEnds',
      to: 'removed',
      cites: { article: [68] },
      because: {
        en: 'Removal has no row of its own; its wording here is a slip of the translation.',
        fr: 'Le retrait n’a pas de ligne à lui\u00a0; sa formulation ici est un accident de traduction.',
      },
    },
    {
      from: 'collaboration',
      on: 'colleagueLeaves',
      to: 'active',
      cites: { article: [50] },
      because: {
        en: 'Only the collaboration’s row says so. Without it the host could get back to work only through hold or reboot.',
        fr: 'Seule la ligne de la collaboration le dit. Sans cela, l’hôte ne pourrait se remettre au travail que par une mise en attente ou un redémarrage.',
      },
    },
    {
      from: 'collaboration',
      on: 'collaborationTimesOut',
      to: 'removed',
      cites: { article: [54] },
      because: {
        en: 'The third way to time out: the guest’s view leaves the queue and does not become timed out.',
        fr: 'La troisième façon d’expirer\u00a0: la vue de l’invité quitte la file sans passer par l’expiration.',
      },
    },

    {
      from: 'active',
      on: 'reboot',
      to: 'rebooting',
      set: { before: { save: 'state' } },
      cites: { article: [22, 96] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'onHold',
      on: 'reboot',
      to: 'rebooting',
      set: { before: { save: 'state' } },
      cites: { article: [91, 99] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'collaboration',
      on: 'reboot',
      to: 'rebooting',
      set: { before: { save: 'state' } },
      cites: { article: [53] },
      because: {
        en: 'Only the collaboration’s row says so, but a reboot also returns to it (lines 49 and 106), so it must be left for one.',
        fr: 'Seule la ligne de la collaboration le dit, mais un redémarrage y ramène aussi (lignes 49 et 106)\u00a0: il faut donc qu’on la quitte pour lui.',
      },
    },
    {
      from: 'incoming',
      on: 'deviceRestarts',
      to: 'rebooting',
      set: { before: { save: 'state' } },
      cites: { article: [65, 97] },
      because: {
        en: 'Both columns agree. The recipient does not work on it yet, so the device restarts by its customer’s hand.',
        fr: 'Les deux colonnes concordent. Le destinataire n’y travaille pas encore\u00a0: c’est donc le client qui redémarre l’appareil.',
      },
    },
    {
      from: 'outgoing',
      on: 'deviceRestarts',
      to: 'rebooting',
      set: { before: { save: 'state' } },
      cites: { article: [94, 98] },
      because: { en: 'Both agree by reference.', fr: 'Les deux concordent par renvoi.' },
    },
    {
      from: 'waiting',
      on: 'deviceRestarts',
      to: 'rebooting',
      set: { before: { save: 'state' } },
      cites: { article: [134] },
      because: {
        en: 'Only the row of waiting sessions says so, but rebooting lists waiting as next (line 100), so it must come from there.',
        fr: 'Seule la ligne des sessions en attente le dit, mais le redémarrage cite l’attente comme suivante (ligne 100)\u00a0: il faut donc qu’il en vienne.',
      },
    },

    {
      from: 'active',
      on: 'connectionLost',
      to: 'reconnecting',
      set: { before: { save: 'state' } },
      cites: { article: [24, 108] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'waiting',
      on: 'connectionLost',
      to: 'reconnecting',
      set: { before: { save: 'state' } },
      cites: { article: [111, 133] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'incoming',
      on: 'connectionLost',
      to: 'reconnecting',
      set: { before: { save: 'state' } },
      cites: { article: [64, 109] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'outgoing',
      on: 'connectionLost',
      to: 'reconnecting',
      set: { before: { save: 'state' } },
      cites: { article: [94, 110] },
      because: { en: 'Both agree by reference.', fr: 'Les deux concordent par renvoi.' },
    },
    {
      from: 'onHold',
      on: 'connectionLost',
      to: 'reconnecting',
      set: { before: { save: 'state' } },
      cites: { article: [92, 112] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },

    {
      from: 'rebooting',
      on: 'rebootDone',
      to: { recall: 'before' },
      set: { before: null },
      cites: { article: [49, 84, 100, 101, 102, 105, 106] },
      because: {
        en: 'Back to the status before the reboot; that the rows of active, waiting, incoming and outgoing do not list it as previous is an omission.',
        fr: 'Retour au statut d’avant le redémarrage\u00a0; que les lignes actif, en attente, entrant et sortant ne le citent pas comme précédent est une omission.',
      },
    },
    {
      from: 'reconnecting',
      on: 'connectionRestored',
      to: { recall: 'before' },
      set: { before: null },
      cites: { article: [83, 113, 114, 115, 116] },
      because: {
        en: 'Back to the status before the failure; only the row of held sessions also lists it as previous.',
        fr: 'Retour au statut d’avant la panne\u00a0; seule la ligne des sessions mises en attente le cite aussi comme précédent.',
      },
    },
    {
      from: 'rebooting',
      on: 'fiveMinutesPass',
      to: 'offline',
      cites: { article: [70] },
      because: {
        en: 'Only the offline row and its description say so; the description names rebooting, so the other list is incomplete.',
        fr: 'Seules la ligne hors ligne et sa description le disent\u00a0; la description nomme le redémarrage, l’autre liste est donc incomplète.',
      },
    },
    {
      from: 'reconnecting',
      on: 'fiveMinutesPass',
      to: 'offline',
      cites: { article: [71, 119] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'offline',
      on: 'reachedAgain',
      when: { before: { ne: 'collaboration' } },
      to: { recall: 'before' },
      set: { before: null },
      cites: { article: [72, 73, 74, 75, 85] },
      because: {
        en: 'The console goes on trying, and a success leads back to where the session was.',
        fr: 'La console continue d’essayer, et un succès ramène la session où elle était.',
      },
    },
    {
      from: 'offline',
      on: 'reachedAgain',
      when: { before: 'collaboration' },
      to: 'active',
      set: { before: null },
      cites: { article: [75] },
      because: {
        en: 'Collaboration is not among what follows offline: the guest has gone, and the host goes on alone.',
        fr: 'La collaboration n’est pas de ce qui suit hors ligne\u00a0: l’invité est parti, et l’hôte continue seul.',
      },
    },

    {
      from: 'active',
      on: 'administratorTimeout',
      to: 'timedOut',
      set: { timeout: 'administrator' },
      cites: { article: [19, 121] },
      because: {
        en: 'Both columns agree; an active session is idle when nobody touches it.',
        fr: 'Les deux colonnes concordent\u00a0; une session active est inactive quand personne n’y touche.',
      },
    },
    {
      from: 'waiting',
      on: 'administratorTimeout',
      to: 'timedOut',
      set: { timeout: 'administrator' },
      cites: { article: [122, 131] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'incoming',
      on: 'administratorTimeout',
      to: 'timedOut',
      set: { timeout: 'administrator' },
      cites: { article: [61, 123] },
      because: { en: 'Both columns agree.', fr: 'Les deux colonnes concordent.' },
    },
    {
      from: 'outgoing',
      on: 'administratorTimeout',
      to: 'timedOut',
      set: { timeout: 'administrator' },
      cites: { article: [94, 124] },
      because: { en: 'Both agree by reference.', fr: 'Les deux concordent par renvoi.' },
    },
    {
      from: 'onHold',
      on: 'administratorTimeout',
      to: 'timedOut',
      set: { timeout: 'administrator' },
      cites: { article: [88] },
      because: {
        en: 'Only the row of held sessions says so; the one mention of the shared label on line 122 stands for the waiting ones.',
        fr: 'Seule la ligne des sessions mises en attente le dit\u00a0; l’unique mention du libellé commun, ligne 122, désigne celles qui attendent.',
      },
    },
    {
      from: ['waiting', 'incoming', 'outgoing', 'onHold', 'active'],
      on: 'systemTimeout',
      to: 'timedOut',
      set: { timeout: 'system' },
      cites: { article: [19, 61, 88, 94, 121, 122, 123, 124, 131] },
      because: {
        en: 'The two weeks run in every status that times out.',
        fr: 'Les deux semaines courent dans tout statut qui expire.',
      },
    },
    {
      from: ['reconnecting', 'offline'],
      on: 'systemTimeout',
      to: 'timedOut',
      set: { timeout: 'system', before: null },
      cites: { article: [76, 117] },
      because: {
        en: 'Only these two rows say so. Nobody is idle while the line is down, so it is the system’s limit that passes.',
        fr: 'Seules ces deux lignes le disent. Nul n’est inactif quand la ligne est coupée\u00a0: c’est donc la limite du système qui passe.',
      },
    },

    {
      from: ['active', 'onHold', 'incoming', 'outgoing'],
      on: 'customerCloses',
      to: 'closedByCustomer',
      cites: { article: [15, 28, 29, 30, 31, 63, 89, 94] },
      because: { en: 'Both columns agree for all four.', fr: 'Les deux colonnes concordent pour les quatre.' },
    },
    {
      from: 'collaboration',
      on: 'customerCloses',
      to: 'closedByCustomer',
      cites: { article: [51] },
      because: {
        en: 'Only the collaboration’s row says so; the customer can leave two technicians as well as one.',
        fr: 'Seule la ligne de la collaboration le dit\u00a0; le client peut quitter deux techniciens aussi bien qu’un.',
      },
    },
    {
      from: { group: 'interrupted' },
      on: 'customerCloses',
      to: 'closedByCustomer',
      set: { before: null },
      cites: { article: [77, 103, 118] },
      because: {
        en: 'Only the rows of interrupted sessions say so: the customer ends the applet while it tries to come back.',
        fr: 'Seules les lignes des sessions interrompues le disent\u00a0: le client arrête l’applet pendant qu’elle tente de revenir.',
      },
    },
    {
      from: ['waiting', 'incoming', 'outgoing'],
      on: 'customerCloses',
      to: 'closedByWaitingCustomer',
      cites: { article: [44, 62, 94, 132] },
      because: {
        en: 'The customer gives up. For waiting both columns agree; for transferred sessions only their own row says so.',
        fr: 'Le client renonce. Pour l’attente les deux colonnes concordent\u00a0; pour les sessions transférées, seule leur propre ligne le dit.',
      },
    },

    {
      from: ['active', 'closedByCustomer'],
      on: 'technicianCloses',
      to: 'closedByTechnician',
      cites: { article: [16, 39, 40] },
      because: {
        en: 'The technician closes; closing what the customer has already closed is what takes it off the queue.',
        fr: 'Le technicien ferme\u00a0; fermer ce que le client a déjà fermé est ce qui le sort de la file.',
      },
    },
    {
      from: 'timedOut',
      on: 'technicianCloses',
      when: { timeout: 'administrator' },
      to: 'closedByTechnician',
      set: { timeout: 'none' },
      cites: { article: [41, 125] },
      because: {
        en: 'Only after the administrator’s limit; the article says so in both columns.',
        fr: 'Seulement après la limite de l’administrateur\u00a0; l’article le dit dans les deux colonnes.',
      },
    },
    {
      from: ['offline', 'rebooting'],
      on: 'technicianCloses',
      to: 'closedByTechnician',
      set: { before: null },
      cites: { article: [78, 104] },
      because: {
        en: 'Only these two rows say so; the technician gives up waiting for the device.',
        fr: 'Seules ces deux lignes le disent\u00a0; le technicien renonce à attendre l’appareil.',
      },
    },
    {
      from: 'closedByTechnician',
      on: 'leavesQueue',
      to: 'removed',
      because: {
        en: 'The description of sessions closed by a technician: they are taken off the queue (line 34).',
        fr: 'D’après la description des sessions fermées par un technicien, elles sont retirées de la file (ligne 34).',
      },
    },
  ],
  properties: {
    'a status is remembered exactly while the session is interrupted': {
      label: { fr: 'un statut est retenu exactement tant que la session est interrompue' },
      invariant: {
        any: [
          { group: 'interrupted', before: { ne: null } },
          { not: { group: 'interrupted' }, before: null },
        ],
      },
    },
    'the kind of time-out is known exactly while the session is timed out': {
      label: { fr: 'la sorte de délai est connue exactement tant que le délai de la session est expiré' },
      invariant: {
        any: [
          { state: 'timedOut', timeout: { ne: 'none' } },
          { not: { state: 'timedOut' }, timeout: 'none' },
        ],
      },
    },
    'a closed session never becomes active again': {
      label: { fr: 'une session fermée ne redevient jamais active' },
      never: { tag: 'working' },
      after: { tag: 'closed' },
    },
    'a session that was picked up is never closed as waiting': {
      label: { fr: 'une session déjà prise n’est jamais fermée comme en attente' },
      never: { state: 'closedByWaitingCustomer' },
      after: { tag: 'working' },
    },
    'an interrupted session can come back or be closed at once': {
      label: { fr: 'une session interrompue peut revenir ou être fermée aussitôt' },
      invariant: {
        any: [{ not: { group: 'interrupted' } }, { enabled: ['rebootDone', 'connectionRestored', 'reachedAgain'] }],
        all: [{ any: [{ not: { group: 'interrupted' } }, { enabled: 'customerCloses' }] }],
      },
    },
    'a session timed out by the administrator can be closed': {
      label: { fr: 'une session expirée par la limite de l’administrateur peut être fermée' },
      invariant: { any: [{ not: { state: 'timedOut', timeout: 'administrator' } }, { enabled: 'technicianCloses' }] },
    },
    'a session timed out by the system cannot be closed': {
      label: { fr: 'une session expirée par la limite du système ne peut pas être fermée' },
      never: { state: 'timedOut', timeout: 'system', enabled: ['technicianCloses', 'customerCloses'] },
    },
    'a private session can be picked up by the console': {
      label: { fr: 'une session privée peut être prise par la console' },
      reachable: { state: 'waiting', enabled: 'pickUpAutomatically' },
    },
    'a session can be worked on by two': {
      label: { fr: 'deux techniciens peuvent travailler sur une même session' },
      reachable: { state: 'collaboration' },
    },
    'a technician can bring every closed session off the queue': {
      label: { fr: 'un technicien peut faire sortir de la file toute session fermée' },
      alwaysCanReach: { state: 'removed' },
      after: { state: ['closedByCustomer', 'closedByTechnician'] },
    },
    'every session can still end': {
      label: { fr: 'toute session peut encore finir' },
      alwaysCanReach: { final: true },
    },
    'nothing ends without having been closed or removed': {
      label: { fr: 'rien ne finit sans avoir été fermé ou retiré' },
      never: { final: true, not: { tag: 'closed' } },
    },
    'a session ends where it was given up unclaimed or was removed, and only there': {
      label: { fr: 'une session finit là où elle a été abandonnée sans preneur ou retirée, et là seulement' },
      invariant: {
        any: [
          { state: ['closedByWaitingCustomer', 'removed'], final: true },
          { not: { state: ['closedByWaitingCustomer', 'removed'] }, final: false },
        ],
      },
    },
    'no session goes back to connecting or to an invitation': {
      label: { fr: 'aucune session ne retourne à la connexion ou à une invitation' },
      never: { state: ['connecting', 'invitation'] },
      after: { not: { state: ['connecting', 'invitation'] } },
    },
    'a session at work is never unclaimed again': {
      label: { fr: 'une session au travail ne se retrouve jamais sans preneur' },
      never: { tag: 'unclaimed' },
      after: { group: 'work' },
    },
    'what is over stays over, and what left the queue does not come back': {
      label: { fr: 'ce qui est terminé le reste, et ce qui est sorti de la file n’y revient pas' },
      never: { not: { any: [{ group: 'over' }, { state: 'removed' }] } },
      after: { any: [{ group: 'over' }, { state: 'removed' }] },
    },
    'what the technician closed or a limit ended is not closed by the customer afterwards': {
      label: { fr: 'ce que le technicien a fermé ou qu’une limite a terminé n’est plus fermé par le client' },
      never: { state: ['closedByCustomer', 'closedByWaitingCustomer'] },
      after: { state: ['timedOut', 'closedByTechnician', 'removed'] },
    },
    'a session from a colleague is not private': {
      label: { fr: 'une session venue d’un collègue n’est pas privée' },
      never: { state: ['incoming', 'invitation'], private: true },
    },
    'an unclaimed session can be picked up': {
      label: { fr: 'une session sans preneur peut être prise' },
      invariant: { any: [{ not: { tag: 'unclaimed' } }, { enabled: 'pickUp' }] },
    },
    'whoever has a session can set it aside and take it up again': {
      label: { fr: 'qui a une session peut la mettre de côté et la reprendre' },
      invariant: {
        all: [
          { any: [{ not: { state: ['incoming', 'active', 'outgoing', 'collaboration'] } }, { enabled: 'hold' }] },
          { any: [{ not: { state: 'onHold' } }, { enabled: 'resume' }] },
        ],
      },
    },
    'a session can be handed on until a colleague is involved': {
      label: { fr: 'une session peut être transmise tant qu’aucun collègue n’y est mêlé' },
      invariant: { any: [{ not: { state: ['waiting', 'active', 'onHold'] } }, { enabled: 'transfer' }] },
    },
    'whatever involves a colleague is possible only where one is involved': {
      label: { fr: 'ce qui demande un collègue n’est possible que là où il y en a un' },
      never: {
        any: [
          { not: { state: 'outgoing' }, enabled: ['takeBack', 'colleaguePicksUp'] },
          { not: { state: 'invitation' }, enabled: ['acceptInvitation', 'invitationEnds'] },
          { not: { state: 'collaboration' }, enabled: ['colleagueLeaves', 'collaborationTimesOut'] },
          { not: { state: ['active', 'onHold'] }, enabled: 'colleagueJoins' },
        ],
      },
    },
    'whatever a colleague is asked can be answered and undone': {
      label: { fr: 'tout ce qui est demandé à un collègue peut recevoir réponse et être défait' },
      invariant: {
        all: [
          { any: [{ not: { state: 'outgoing' } }, { enabled: 'takeBack' }] },
          { any: [{ not: { state: 'outgoing' } }, { enabled: 'colleaguePicksUp' }] },
          { any: [{ not: { state: 'invitation' } }, { enabled: 'acceptInvitation' }] },
          { any: [{ not: { state: 'invitation' } }, { enabled: 'invitationEnds' }] },
          { any: [{ not: { state: ['active', 'onHold'] } }, { enabled: 'colleagueJoins' }] },
          { any: [{ not: { state: 'collaboration' } }, { enabled: 'colleagueLeaves' }] },
          { any: [{ not: { state: 'collaboration' } }, { enabled: 'collaborationTimesOut' }] },
        ],
      },
    },
    'the customer can close every session that has begun and is not over': {
      label: { fr: 'le client peut fermer toute session commencée et non terminée' },
      invariant: {
        any: [
          { state: ['connecting', 'invitation'] },
          { group: 'over' },
          { state: 'removed' },
          { enabled: 'customerCloses' },
        ],
      },
    },
    'every connected session can lose its connection': {
      label: { fr: 'toute session connectée peut perdre sa connexion' },
      invariant: {
        any: [
          { not: { state: ['active', 'waiting', 'incoming', 'outgoing', 'onHold'] } },
          { enabled: 'connectionLost' },
        ],
      },
    },
    'a device can restart whoever has its session': {
      label: { fr: 'un appareil peut redémarrer, quel que soit celui qui a sa session' },
      invariant: {
        all: [
          { any: [{ not: { state: ['active', 'onHold', 'collaboration'] } }, { enabled: 'reboot' }] },
          { any: [{ not: { state: ['waiting', 'incoming', 'outgoing'] } }, { enabled: 'deviceRestarts' }] },
        ],
      },
    },
    'a session that nobody touches can time out, by either limit': {
      label: { fr: 'une session que personne ne touche peut expirer, par l’une ou l’autre limite' },
      invariant: {
        any: [
          { not: { state: ['active', 'waiting', 'incoming', 'outgoing', 'onHold'] } },
          { all: [{ enabled: 'administratorTimeout' }, { enabled: 'systemTimeout' }] },
        ],
      },
    },
    'an interrupted session is given up after five minutes, or by the system in the end': {
      label: { fr: 'une session interrompue est abandonnée après cinq minutes, ou finalement par le système' },
      invariant: {
        all: [
          { any: [{ not: { state: ['rebooting', 'reconnecting'] } }, { enabled: 'fiveMinutesPass' }] },
          { any: [{ not: { state: ['reconnecting', 'offline'] } }, { enabled: 'systemTimeout' }] },
        ],
      },
    },
    'the technician can close what is active, cut off or closed by the customer': {
      label: { fr: 'le technicien peut fermer ce qui est actif, coupé ou fermé par le client' },
      invariant: {
        any: [
          { not: { state: ['active', 'offline', 'rebooting', 'closedByCustomer'] } },
          { enabled: 'technicianCloses' },
        ],
      },
    },
    'a colleague can hand a session over': {
      label: { fr: 'un collègue peut confier une session' },
      reachable: { state: 'incoming' },
    },
    'a colleague can invite': { label: { fr: 'un collègue peut inviter' }, reachable: { state: 'invitation' } },
    'the console takes only private sessions by itself': {
      label: { fr: 'la console ne prend d’elle-même que des sessions privées' },
      never: { private: false, enabled: 'pickUpAutomatically' },
    },
    'after waiting comes one of its next statuses': {
      label: { fr: 'après l’attente vient un de ses statuts suivants' },
      when: { state: 'waiting' },
      leadsTo: { state: ['active', 'outgoing', 'rebooting', 'reconnecting', 'timedOut', 'closedByWaitingCustomer'] },
      fair: { weak: ['pickUp'] },
    },
    'after incoming comes one of its next statuses': {
      label: { fr: 'après entrant vient un de ses statuts suivants' },
      when: { state: 'incoming' },
      leadsTo: {
        state: [
          'active',
          'onHold',
          'rebooting',
          'reconnecting',
          'timedOut',
          'closedByCustomer',
          'closedByWaitingCustomer',
        ],
      },
      fair: { weak: ['pickUp'] },
    },
    'after active comes one of its next statuses': {
      label: { fr: 'après actif vient un de ses statuts suivants' },
      when: { state: 'active' },
      leadsTo: {
        state: [
          'onHold',
          'outgoing',
          'collaboration',
          'rebooting',
          'reconnecting',
          'timedOut',
          'closedByCustomer',
          'closedByTechnician',
        ],
      },
      fair: { weak: ['hold'] },
    },
    'after on hold comes one of its next statuses': {
      label: { fr: 'après la mise en attente vient un de ses statuts suivants' },
      when: { state: 'onHold' },
      leadsTo: {
        state: ['active', 'outgoing', 'collaboration', 'rebooting', 'reconnecting', 'timedOut', 'closedByCustomer'],
      },
      fair: { weak: ['resume'] },
    },
    'after outgoing comes one of its next statuses': {
      label: { fr: 'après sortant vient un de ses statuts suivants' },
      when: { state: 'outgoing' },
      leadsTo: {
        state: [
          'active',
          'removed',
          'onHold',
          'rebooting',
          'reconnecting',
          'timedOut',
          'closedByCustomer',
          'closedByWaitingCustomer',
        ],
      },
      fair: { weak: ['takeBack'] },
    },
    'after a collaboration comes one of its next statuses': {
      label: { fr: 'après une collaboration vient un de ses statuts suivants' },
      when: { state: 'collaboration' },
      leadsTo: { state: ['onHold', 'active', 'removed', 'rebooting', 'closedByCustomer'] },
      fair: { weak: ['colleagueLeaves'] },
    },
    'after offline comes what was before, or the end': {
      label: { fr: 'après hors ligne vient ce qui était avant, ou la fin' },
      when: { state: 'offline' },
      leadsTo: {
        state: [
          'active',
          'waiting',
          'incoming',
          'outgoing',
          'onHold',
          'timedOut',
          'closedByCustomer',
          'closedByTechnician',
        ],
      },
      fair: { weak: ['reachedAgain'] },
    },
    'a transferred session does not hang with the sender': {
      label: { fr: 'une session transférée ne reste pas en suspens chez l’expéditeur' },
      when: { state: 'outgoing' },
      leadsTo: { not: { state: 'outgoing' } },
      fair: { weak: ['colleaguePicksUp'] },
    },
    'a waiting session is picked up, handed on or over': {
      label: { fr: 'une session en attente est prise, transmise ou terminée' },
      when: { state: 'waiting' },
      leadsTo: { any: [{ state: ['active', 'outgoing'] }, { group: 'over' }] },
      fair: { strong: ['pickUp'], weak: ['rebootDone', 'connectionRestored', 'reachedAgain'] },
    },
    'a session closed by the technician leaves the queue': {
      label: { fr: 'une session fermée par le technicien quitte la file' },
      eventually: { state: 'removed' },
      after: { state: 'closedByTechnician' },
      fair: { weak: ['leavesQueue'] },
    },
    'a failed reboot or reconnection does not last': {
      label: { fr: 'un redémarrage ou une reconnexion manqués ne durent pas' },
      when: { state: ['rebooting', 'reconnecting'] },
      leadsTo: { not: { state: ['rebooting', 'reconnecting'] } },
      fair: { weak: ['fiveMinutesPass'] },
    },
    'every session begins with a connection, a transfer or an invitation': {
      label: { fr: 'toute session commence par une connexion, un transfert ou une invitation' },
      eventually: { state: ['connecting', 'incoming', 'invitation'] },
    },
    'an invitation becomes a collaboration or leaves the queue': {
      label: { fr: 'une invitation devient une collaboration ou quitte la file' },
      when: { state: 'invitation' },
      leadsTo: { state: ['collaboration', 'removed'] },
      fair: { weak: ['acceptInvitation'] },
    },
    'what the customer or the administrator’s limit ended is closed by the technician': {
      label: { fr: 'ce que le client ou la limite de l’administrateur a terminé est fermé par le technicien' },
      when: { any: [{ state: 'closedByCustomer' }, { state: 'timedOut', timeout: 'administrator' }] },
      leadsTo: { state: 'closedByTechnician' },
      fair: { weak: ['technicianCloses'] },
    },
    'only a restarted device, a restored connection or a new contact ends its interruption': {
      label: { fr: 'seul ce qui manquait met fin à une interruption\u00a0: l’appareil, la connexion ou le contact' },
      never: {
        any: [
          { not: { state: 'rebooting' }, enabled: 'rebootDone' },
          { not: { state: 'reconnecting' }, enabled: 'connectionRestored' },
          { not: { state: 'offline' }, enabled: 'reachedAgain' },
        ],
      },
    },
    'a reboot does not turn into a lost connection while it lasts': {
      label: { fr: 'un redémarrage ne tourne pas en coupure tant qu’il dure' },
      when: { state: 'rebooting' },
      leadsTo: { not: { state: ['rebooting', 'reconnecting'] } },
      fair: { weak: ['rebootDone'] },
    },
    'a lost connection does not turn into a reboot while it lasts': {
      label: { fr: 'une coupure ne tourne pas en redémarrage tant qu’elle dure' },
      when: { state: 'reconnecting' },
      leadsTo: { not: { state: ['rebooting', 'reconnecting'] } },
      fair: { weak: ['connectionRestored'] },
    },
    'a session interrupted before it was picked up comes back unclaimed, or is over': {
      label: { fr: 'une session interrompue avant d’être prise revient sans preneur, ou est terminée' },
      when: { group: 'interrupted', before: { in: ['waiting', 'incoming'] } },
      leadsTo: { any: [{ tag: 'unclaimed' }, { group: 'over' }] },
      fair: { weak: ['rebootDone', 'connectionRestored', 'reachedAgain'] },
    },
    'a session interrupted at work comes back to work, or is over': {
      label: { fr: 'une session interrompue en plein travail y revient, ou est terminée' },
      when: { group: 'interrupted', before: { in: ['active', 'collaboration'] } },
      leadsTo: { any: [{ tag: 'working' }, { group: 'over' }] },
      fair: { weak: ['rebootDone', 'connectionRestored', 'reachedAgain'] },
    },
    'a session interrupted while held or handed over comes back so, or is over': {
      label: {
        fr: 'une session interrompue alors qu’elle était mise de côté ou transmise revient ainsi, ou est terminée',
      },
      when: { group: 'interrupted', before: { in: ['onHold', 'outgoing'] } },
      leadsTo: { any: [{ state: ['onHold', 'outgoing'] }, { group: 'over' }] },
      fair: { weak: ['rebootDone', 'connectionRestored', 'reachedAgain'] },
    },
    'a device that is restarted again and again is seen rebooting, unless the session is over': {
      label: { fr: 'un appareil sans cesse redémarré est vu en redémarrage, sauf si la session est terminée' },
      when: { any: [{ tag: 'unclaimed' }, { group: 'work' }] },
      leadsTo: { any: [{ state: ['rebooting', 'removed'] }, { group: 'over' }] },
      fair: { strong: ['reboot', 'deviceRestarts'], weak: ['connectionRestored', 'reachedAgain'] },
    },
    'a connection that fails again and again is seen reconnecting, unless the session is over': {
      label: { fr: 'une connexion qui ne cesse de lâcher est vue en reconnexion, sauf si la session est terminée' },
      when: { any: [{ tag: 'unclaimed' }, { group: 'work' }] },
      leadsTo: { any: [{ state: ['reconnecting', 'removed'] }, { group: 'over' }] },
      fair: { strong: ['connectionLost', 'colleagueLeaves'], weak: ['rebootDone', 'reachedAgain'] },
    },
    'a customer who insists ends the session': {
      label: { fr: 'un client qui insiste met fin à la session' },
      when: { any: [{ tag: 'unclaimed' }, { group: ['work', 'interrupted'] }] },
      leadsTo: { any: [{ group: 'over' }, { state: 'removed' }] },
      fair: { weak: ['customerCloses'] },
    },
    'a technician who insists sets the session aside, unless it is interrupted or over': {
      label: {
        fr: 'un technicien qui insiste met la session de côté, sauf si elle est interrompue ou terminée',
      },
      when: { any: [{ state: 'incoming' }, { group: 'work' }] },
      leadsTo: { any: [{ state: ['onHold', 'removed'] }, { group: ['interrupted', 'over'] }] },
      fair: { weak: ['hold'] },
    },
    'a technician who insists goes on alone with what was set aside, unless it is interrupted or over': {
      label: {
        fr: 'un technicien qui insiste poursuit seul ce qui était mis de côté, sauf si la session est interrompue ou terminée',
      },
      when: { group: 'work' },
      leadsTo: { any: [{ state: ['active', 'removed'] }, { group: ['interrupted', 'over'] }] },
      fair: { strong: ['resume'], weak: ['takeBack', 'colleagueLeaves'] },
    },
    'what keeps coming back from a colleague is worked on, unless it is interrupted or over': {
      label: {
        fr: 'on travaille sur ce qui ne cesse de revenir d’un collègue, sauf si la session est interrompue ou terminée',
      },
      when: { group: 'work' },
      leadsTo: { any: [{ state: ['active', 'removed'] }, { group: ['interrupted', 'over'] }] },
      fair: { strong: ['takeBack', 'colleagueLeaves'], weak: ['resume'] },
    },
    'a session that is handed on again and again is the colleague’s in the end, unless it is interrupted or over': {
      label: {
        fr: 'une session sans cesse transmise finit chez le collègue, sauf si elle est interrompue ou terminée',
      },
      when: { any: [{ state: 'waiting' }, { group: 'work' }] },
      leadsTo: { any: [{ state: 'removed' }, { group: ['interrupted', 'over'] }] },
      fair: { strong: ['transfer', 'colleaguePicksUp'], weak: ['colleagueLeaves'] },
    },
    'however often a colleague joins, the collaboration times out in the end, unless it is interrupted or over': {
      label: {
        fr: 'si souvent qu’un collègue rejoigne la session, la collaboration finit par expirer, sauf si elle est interrompue ou terminée',
      },
      when: { group: 'work' },
      leadsTo: { any: [{ state: 'removed' }, { group: ['interrupted', 'over'] }] },
      fair: { strong: ['colleagueJoins', 'collaborationTimesOut'], weak: ['takeBack'] },
    },
  },
  sources: { article },
  rulings,
});
