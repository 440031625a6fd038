/** What the owner decided, one by one: claims that are no row, findings that are genuine, properties the article breaks. */
import type { Claim, Ruling, Text } from '../table/types.ts';
import { reviewed } from './reviewed.ts';

const claim = (
  decision: 'accept' | 'reject' | 'defer',
  line: number,
  column: Claim['column'],
  of: string,
  names: string | null,
  because: Text,
): Ruling => ({ claim: { source: 'article', line, column, of, names }, decision, because });

export const rulings: readonly Ruling[] = [
  // Claims that are not rows of the table.
  claim('reject', 17, 'next', 'active', 'incoming', {
    en: 'The technician who transfers an active session sees it as outgoing. Incoming is what the recipient’s console shows, and there the session was not active before.',
    fr: 'Le technicien qui transfère une session active la voit sortante. Entrant est ce que montre la console du destinataire, où la session n’était pas active auparavant.',
  }),
  claim('reject', 20, 'next', 'active', 'closedByWaitingCustomer', {
    en: 'This status says that nobody had picked the session up. An active session was picked up, so the customer who closes it leaves it closed by an active customer.',
    fr: 'Ce statut dit que personne n’avait pris la session. Une session active a été prise\u00a0: le client qui la ferme la laisse donc fermée par un client actif.',
  }),
  claim('defer', 21, 'next', 'active', 'aborted', {
    en: 'The article names this status once and has no row for it: nobody is said to cause it and nothing is said to follow. It stays declared and unreachable until the owner of the article explains it.',
    fr: 'L’article nomme ce statut une seule fois et n’a pas de ligne pour lui\u00a0: rien ne dit qui le cause ni ce qui suit. Il reste déclaré et hors d’atteinte tant que le responsable de l’article ne l’explique pas.',
  }),
  claim('reject', 25, 'next', 'active', 'offline', {
    en: 'A session goes offline only after five minutes of failed reconnecting or rebooting, so one of these two always comes first; the row of offline sessions lists just them.',
    fr: 'Une session ne passe hors ligne qu’après cinq minutes de reconnexion ou de redémarrage en échec\u00a0: l’un des deux vient donc toujours d’abord, et la ligne hors ligne ne cite qu’eux.',
  }),
  claim('accept', 42, 'next', 'closedByTechnician', null, {
    en: 'No status follows because the console takes the session off the queue: an end with a reason. The removal itself is read from line 34.',
    fr: 'Aucun statut ne suit parce que la console retire la session de la file\u00a0: une fin qui a sa raison. Le retrait lui-même se lit à la ligne 34.',
  }),
  claim('accept', 45, 'next', 'closedByWaitingCustomer', null, {
    en: 'The customer left before anyone took the session, and no technician has anything to close: an end, declared final.',
    fr: 'Le client est parti avant toute prise, et aucun technicien n’a rien à fermer\u00a0: une fin, déclarée finale.',
  }),
  claim('reject', 57, 'previous', 'incoming', 'waiting', {
    en: 'Seen from one console alone a transferred session comes from outside; the sender, who transfers a waiting session, sees it as outgoing. The help desk, where all consoles show what waits in a channel, has the step.',
    fr: 'Vue d’une seule console, une session transférée vient du dehors\u00a0; l’expéditeur, qui transfère une session en attente, la voit sortante. Le service d’assistance, où toutes les consoles montrent ce qui attend dans un canal, a ce pas.',
  }),
  claim('reject', 58, 'previous', 'incoming', 'active', {
    en: 'The session was active at the sender, whose console shows it as outgoing from then on. In the recipient’s console incoming is how it begins.',
    fr: 'La session était active chez l’expéditeur, dont la console la montre dès lors sortante. Dans la console du destinataire, c’est par entrant qu’elle commence.',
  }),
  claim('accept', 66, 'previous', 'invitation', null, {
    en: 'An invitation enters the console’s queue from outside, when a colleague invites: the state is initial.',
    fr: 'Une invitation entre du dehors dans la file de la console, quand un collègue invite\u00a0: l’état est initial.',
  }),
  claim('accept', 126, 'next', 'timedOut', null, {
    en: 'After the system’s two weeks the article lets nobody close the session and nothing remove it. Unlike the other two statuses without a successor it has no actor who ended it and no removal: it is stuck, not ended.',
    fr: 'Après les deux semaines du système, l’article ne laisse personne fermer la session ni rien la retirer. À la différence des deux autres statuts sans suite, nul ne l’a terminée et rien ne la retire\u00a0: elle est bloquée, non finie.',
  }),
  claim('reject', 129, 'next', 'waiting', 'incoming', {
    en: 'The transfer of a waiting session is an act of the sender, whose console then shows outgoing (line 130). What a colleague does to a session that waits is not among the events of one console; the help desk has it.',
    fr: 'Transférer une session en attente est un acte de l’expéditeur, dont la console montre alors sortant (ligne 130). Ce qu’un collègue fait d’une session qui attend n’est pas un événement d’une seule console\u00a0; le service d’assistance l’a.',
  }),

  // Findings that are genuine.
  {
    finding: 'SA201',
    states: 'aborted',
    because: {
      en: 'Named once in the article, explained nowhere. Kept so that the gap stays visible; the claim on line 21 is deferred.',
      fr: 'Nommé une fois dans l’article, expliqué nulle part. Gardé pour que la lacune reste visible\u00a0; l’affirmation de la ligne 21 est différée.',
    },
  },
  {
    finding: 'SA204',
    states: 'timedOut',
    because: {
      en: 'By the article’s own words nothing follows a session timed out by the system after two weeks, and the technician can close only the other kind. The owner should add a removal from the queue.',
      fr: 'D’après l’article lui-même, rien ne suit une session expirée après les deux semaines du système, et le technicien ne peut fermer que l’autre sorte. Le responsable devrait ajouter un retrait de la file.',
    },
  },
  {
    finding: 'SA206',
    states: 'incoming',
    events: 'customerCloses',
    because: {
      en: 'The article lists both ends for an incoming session that its customer closes (lines 62 and 63). Which one shows depends on whether the sender had picked it up, and the recipient’s console cannot tell.',
      fr: 'L’article cite les deux fins pour une session entrante que son client ferme (lignes 62 et 63). Laquelle s’affiche dépend de ce que l’expéditeur l’ait prise ou non, et la console du destinataire ne peut le savoir.',
    },
  },
  {
    finding: 'SA206',
    states: 'outgoing',
    events: 'customerCloses',
    because: {
      en: 'The row of outgoing sessions refers to that of incoming ones and inherits both ends; here the sender does know whether the session had been picked up, but the article does not say that it matters.',
      fr: 'La ligne des sessions sortantes renvoie à celle des entrantes et hérite des deux fins\u00a0; l’expéditeur sait ici si la session avait été prise, mais l’article ne dit pas que cela compte.',
    },
  },
  {
    finding: 'SA208',
    memory: 'private',
    because: {
      en: 'Whether a session is private is decided before it reaches the queue and never changes in it: a constant of the session that the automatic pick-up reads.',
      fr: 'Qu’une session soit privée se décide avant son entrée dans la file et n’y change jamais\u00a0: une constante de la session, que lit la prise automatique.',
    },
  },

  // Properties that fail by the article's own words.
  {
    property: 'every session can still end',
    because: {
      en: 'Violated by the system’s time-out: the article says that nothing follows it. It stays here as violated until the article names who removes such a session.',
      fr: 'Violée par le délai du système\u00a0: l’article dit que rien ne le suit. Elle reste ici violée tant que l’article ne nomme pas qui retire une telle session.',
    },
  },
  {
    property: 'a session that was picked up is never closed as waiting',
    because: {
      en: 'Violated by transfer: an active session becomes outgoing, and the article lets an outgoing session be closed by a waiting customer (line 94, by reference to line 62).',
      fr: 'Violée par le transfert\u00a0: une session active devient sortante, et l’article laisse un client en attente fermer une session sortante (ligne 94, par renvoi à la ligne 62).',
    },
  },

  // What the review of the article finds, and is decided beside the claims above.
  ...reviewed,
];
