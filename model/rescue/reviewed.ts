/**
 * What the review of the article finds beside the claims that are no rows, and how it was decided: claims that only one of the two columns makes and
 * that are rows all the same, labels, cells and references. The findings are genuine; the reasons say how the table reads them.
 */
import type { Claim, Ruling, Text } from '../table/types.ts';

const accept = (line: number, column: Claim['column'], of: string, names: string, because: Text): Ruling => ({
  claim: { source: 'article', line, column, of, names },
  decision: 'accept',
  because,
});

/** Claims of one column that the other does not make, and that the table takes over; the reason says why the silence is an omission. */
const oneSided: readonly Ruling[] = [
  accept(40, 'previous', 'closedByTechnician', 'closedByCustomer', {
    en: 'The first of the ways of closing that this row describes begins with a session that is closed already, so the empty next cell of the other row is an omission.',
    fr: 'La première des façons de fermer que décrit cette ligne commence par une session déjà fermée\u00a0: la cellule «\u00a0suivant\u00a0» vide de l’autre ligne est donc une omission.',
  }),
  accept(50, 'next', 'collaboration', 'active', {
    en: 'A guest leaves at some time, and then one technician is at work again. The row of active sessions lists only what comes from the queue.',
    fr: 'Un invité finit par partir, et un seul technicien est alors de nouveau au travail. La ligne des sessions actives ne cite que ce qui vient de la file.',
  }),
  accept(51, 'next', 'collaboration', 'closedByCustomer', {
    en: 'Nothing keeps a customer from leaving two technicians instead of one; the row of closed sessions was written with one in mind.',
    fr: 'Rien n’empêche un client de quitter deux techniciens au lieu d’un\u00a0; la ligne des sessions fermées a été écrite en pensant à un seul.',
  }),
  accept(53, 'next', 'collaboration', 'rebooting', {
    en: 'The collaboration lists the reboot in both of its columns, and what a reboot comes back to it must have left. The other row forgot it.',
    fr: 'La collaboration cite le redémarrage dans ses deux colonnes, et ce à quoi un redémarrage ramène, il a dû le quitter. L’autre ligne l’a oublié.',
  }),
  accept(62, 'next', 'incoming', 'closedByWaitingCustomer', {
    en: 'A transferred session may be one that nobody had taken yet. Then its customer gives up as a waiting one does, and the row of that status should name it.',
    fr: 'Une session transférée peut n’avoir encore été prise par personne. Son client renonce alors comme un client en attente, et la ligne de ce statut devrait la nommer.',
  }),
  accept(67, 'next', 'invitation', 'collaboration', {
    en: 'This is what an invitation is for, and the description of collaborations speaks of its acceptance. Its previous list looks from the host’s console only.',
    fr: 'C’est à cela que sert une invitation, et la description des collaborations parle de son acceptation. Sa liste des précédents ne regarde que depuis la console de l’hôte.',
  }),
  accept(70, 'previous', 'offline', 'rebooting', {
    en: 'The description of offline sessions names failed reboots beside failed reconnections, so the next list of rebooting is the one that is incomplete.',
    fr: 'La description des sessions hors ligne nomme les redémarrages en échec à côté des reconnexions en échec\u00a0: c’est donc la liste suivante du redémarrage qui est incomplète.',
  }),
  accept(72, 'next', 'offline', 'waiting', {
    en: 'A session that waited before the interruption waits again when it is reached; the row of waiting sessions lists its first beginning only.',
    fr: 'Une session qui attendait avant l’interruption attend de nouveau quand elle est jointe\u00a0; la ligne des sessions en attente ne cite que leur premier début.',
  }),
  accept(73, 'next', 'offline', 'incoming', {
    en: 'The condition says it: back to incoming if it was incoming. The rows of the two transfer statuses list how they begin, not how they come back.',
    fr: 'La condition le dit\u00a0: retour à entrant si elle l’était. Les lignes des deux statuts de transfert citent comment ils commencent, non comment on y revient.',
  }),
  accept(73, 'next', 'offline', 'outgoing', {
    en: 'The same cell and the same condition as for incoming. The outgoing row refers to another one, so it could not list this return if it wanted to.',
    fr: 'La même cellule et la même condition que pour entrant. La ligne sortante renvoie à une autre\u00a0: elle ne pourrait citer ce retour même si elle le voulait.',
  }),
  accept(75, 'next', 'offline', 'active', {
    en: 'Back to work once the device is reached. The previous list of active sessions leaves out all three kinds of interruption, so the silence is no denial.',
    fr: 'Retour au travail une fois l’appareil joint. La liste des précédents des sessions actives omet les trois sortes d’interruption\u00a0: son silence n’est pas un démenti.',
  }),
  accept(76, 'next', 'offline', 'timedOut', {
    en: 'A device that never comes back has to end somewhere, and the two weeks of the system pass here as well. The row of timed-out sessions is too short.',
    fr: 'Un appareil qui ne revient jamais doit bien finir quelque part, et les deux semaines du système passent ici aussi. La ligne des sessions expirées est trop courte.',
  }),
  accept(77, 'next', 'offline', 'closedByCustomer', {
    en: 'All three rows of interrupted sessions list this end. That the row of closed sessions lists none of the three is one omission, not three denials.',
    fr: 'Les trois lignes des sessions interrompues citent cette fin. Que la ligne des sessions fermées n’en cite aucune est une omission, non trois démentis.',
  }),
  accept(78, 'next', 'offline', 'closedByTechnician', {
    en: 'A technician must be able to give up on a device that stays away; the previous list of this status stops at sessions that are still reachable.',
    fr: 'Un technicien doit pouvoir renoncer à un appareil qui reste absent\u00a0; la liste des précédents de ce statut s’arrête aux sessions encore joignables.',
  }),
  accept(88, 'next', 'onHold', 'timedOut', {
    en: 'Line 122 has one mention of the label that two rows share. It stands beside the unclaimed statuses and is read as waiting; held sessions time out too.',
    fr: 'La ligne 122 n’a qu’une mention du libellé que deux lignes partagent. Elle voisine avec les statuts sans preneur et se lit comme l’attente\u00a0; les sessions mises en attente expirent aussi.',
  }),
  accept(90, 'next', 'onHold', 'outgoing', {
    en: 'Who holds a session owns it and can hand it over. The outgoing row cannot answer, for it only refers to the lists of another row.',
    fr: 'Qui met une session en attente l’a et peut la confier. La ligne sortante ne peut répondre\u00a0: elle ne fait que renvoyer aux listes d’une autre ligne.',
  }),
  accept(94, 'next', 'outgoing', 'closedByWaitingCustomer', {
    en: 'Taken over by reference to line 62. It fits a session that was handed on before anybody took it, and not one that was active; the article does not tell these apart.',
    fr: 'Repris par renvoi à la ligne 62. Cela convient à une session transmise avant toute prise, et non à une session qui était active\u00a0; l’article ne les distingue pas.',
  }),
  accept(100, 'next', 'rebooting', 'waiting', {
    en: 'A device may restart while its session waits (line 134), and then it waits again. The row of waiting sessions lists only where they come from first.',
    fr: 'Un appareil peut redémarrer pendant que sa session attend (ligne 134), et elle attend alors de nouveau. La ligne des sessions en attente ne cite que d’où elles viennent d’abord.',
  }),
  accept(101, 'next', 'rebooting', 'incoming', {
    en: 'Under the condition of the cell, as after a lost connection: a restart does not end a transfer, and the recipient still has to take it.',
    fr: 'Sous la condition de la cellule, comme après une perte de connexion\u00a0: un redémarrage ne met pas fin à un transfert, et le destinataire doit encore la prendre.',
  }),
  accept(101, 'next', 'rebooting', 'outgoing', {
    en: 'Under the same condition as incoming, from the sender’s side. The reference in the outgoing row hides that its own previous list is missing.',
    fr: 'Sous la même condition que pour entrant, du côté de l’expéditeur. Le renvoi de la ligne sortante cache que sa propre liste des précédents manque.',
  }),
  accept(103, 'next', 'rebooting', 'closedByCustomer', {
    en: 'The customer can end the applet while the device comes up again, as in the other two kinds of interruption.',
    fr: 'Le client peut arrêter l’applet pendant que l’appareil redémarre, comme dans les deux autres sortes d’interruption.',
  }),
  accept(104, 'next', 'rebooting', 'closedByTechnician', {
    en: 'The technician who ordered a reboot can give up waiting for it, as with an offline device. The row of this status lists neither.',
    fr: 'Le technicien qui a demandé un redémarrage peut renoncer à l’attendre, comme avec un appareil hors ligne. La ligne de ce statut ne cite ni l’un ni l’autre.',
  }),
  accept(105, 'next', 'rebooting', 'active', {
    en: 'An active session that is rebooted is active afterwards; without this a reboot would be the end of the work that it is part of.',
    fr: 'Une session active qu’on redémarre est active ensuite\u00a0; sans cela un redémarrage mettrait fin au travail dont il fait partie.',
  }),
  accept(113, 'next', 'reconnecting', 'waiting', {
    en: 'Both columns say that a waiting session can lose its connection (lines 111 and 133), so it must be able to get it back.',
    fr: 'Les deux colonnes disent qu’une session en attente peut perdre sa connexion (lignes 111 et 133)\u00a0: elle doit donc pouvoir la retrouver.',
  }),
  accept(114, 'next', 'reconnecting', 'incoming', {
    en: 'The third cell with this condition, after lines 73 and 101; the row of incoming sessions answers none of the three.',
    fr: 'La troisième cellule portant cette condition, après les lignes 73 et 101\u00a0; la ligne des sessions entrantes ne répond à aucune des trois.',
  }),
  accept(114, 'next', 'reconnecting', 'outgoing', {
    en: 'As for incoming, on the sender’s console: the transfer is still open when the line is back, whoever’s side had failed.',
    fr: 'Comme pour entrant, dans la console de l’expéditeur\u00a0: le transfert est toujours ouvert quand la ligne revient, quel que soit le côté en panne.',
  }),
  accept(116, 'next', 'reconnecting', 'active', {
    en: 'The connection failed and came back, and the technician goes on. The row of active sessions lists none of its returns.',
    fr: 'La connexion est tombée puis revenue, et le technicien poursuit. La ligne des sessions actives ne cite aucun de leurs retours.',
  }),
  accept(117, 'next', 'reconnecting', 'timedOut', {
    en: 'It agrees with line 76 about offline sessions: while the line is down nobody is idle, but the system’s two weeks pass.',
    fr: 'Cela concorde avec la ligne 76 sur les sessions hors ligne\u00a0: tant que la ligne est coupée nul n’est inactif, mais les deux semaines du système passent.',
  }),
  accept(118, 'next', 'reconnecting', 'closedByCustomer', {
    en: 'The customer’s side may be the one that still works, and can close; the third of the interrupted rows that say so.',
    fr: 'Le côté du client peut être celui qui marche encore, et il peut fermer\u00a0; c’est la troisième des lignes interrompues à le dire.',
  }),
  accept(134, 'next', 'waiting', 'rebooting', {
    en: 'Rebooting leads back to waiting (line 100), so it must be entered from there. Line 99 has one mention of the shared label, and it is read as the held session.',
    fr: 'Le redémarrage ramène à l’attente (ligne 100)\u00a0: il faut donc qu’on y entre depuis elle. La ligne 99 n’a qu’une mention du libellé commun, lue comme la session mise en attente.',
  }),
];

/** Claims that both columns make and a description seems to deny. */
const described: readonly Ruling[] = [
  accept(18, 'next', 'active', 'outgoing', {
    en: 'The description of outgoing sessions speaks of two technicians: the one who has not taken it is the recipient, not the sender who had it active.',
    fr: 'La description des sessions sortantes parle de deux techniciens\u00a0: celui qui ne l’a pas prise est le destinataire, non l’expéditeur chez qui elle était active.',
  }),
];

/** Labels, cells, references, and what the article leaves out. */
const written: readonly Ruling[] = [
  {
    finding: 'SA323',
    states: 'removed',
    because: {
      en: 'Leaving the queue is where two rows end, and the article gives it no row. The table declares it as an end; the owner should add a row.',
      fr: 'Quitter la file est là où finissent deux lignes, et l’article n’en fait pas une ligne. La table la déclare comme une fin\u00a0; le responsable devrait ajouter une ligne.',
    },
  },
  {
    finding: 'SA324',
    states: 'invitation',
    because: {
      en: 'An invitation comes from outside, so no other row of this console has to name it; the row of collaborations could, and line 67 is accepted without it.',
      fr: 'Une invitation vient du dehors\u00a0: aucune autre ligne de cette console n’a donc à la nommer\u00a0; celle des collaborations le pourrait, et la ligne 67 est acceptée sans elle.',
    },
  },
  {
    finding: 'SA325',
    states: ['onHold', 'waiting'],
    because: {
      en: 'The translation gave two statuses one label. Each mention was told apart by the row that answers it, with the reason in `note` of the claim; the table tells them apart in English.',
      fr: 'La traduction a donné un seul libellé à deux statuts. Chaque mention a été distinguée par la ligne qui lui répond, avec la raison dans `note` de l’affirmation\u00a0; la table les distingue en anglais.',
    },
  },
  {
    finding: 'SA326',
    states: 'closedByCustomer',
    because: {
      en: 'The cells leave out the parenthesis of the label. It is clear which row is meant, for the other two ways of closing are always named in full.',
      fr: 'Les cellules omettent la parenthèse du libellé. On voit bien quelle ligne est visée, car les deux autres façons de fermer sont toujours nommées en entier.',
    },
  },
  {
    finding: 'SA326',
    states: 'removed',
    because: {
      en: 'Three wordings of one removal, on lines 34, 54 and 68, the last with a mistranslated abbreviation of the console’s name. One state, with a label of our own.',
      fr: 'Trois tournures d’un même retrait, aux lignes 34, 54 et 68, la dernière avec une abréviation mal traduite du nom de la console. Un seul état, avec un libellé à nous.',
    },
  },
  {
    finding: 'SA327',
    labels: 'none',
    because: {
      en: 'Left in English on lines 42, 45 and 66, while line 126 has the French word; the same is meant, that there is no such status.',
      fr: 'Laissé en anglais aux lignes 42, 45 et 66, tandis que la ligne 126 a le mot français\u00a0; le sens est le même\u00a0: il n’y a pas de tel statut.',
    },
  },
  {
    finding: 'SA327',
    states: 'incoming',
    labels: 'Incoming',
    because: {
      en: 'Two conditional cells (lines 101 and 114) kept the English label; line 73 has the same cell in French.',
      fr: 'Deux cellules conditionnelles (lignes 101 et 114) ont gardé le libellé anglais\u00a0; la ligne 73 a la même cellule en français.',
    },
  },
  {
    finding: 'SA327',
    states: 'outgoing',
    labels: 'Outgoing',
    because: {
      en: 'In the same two cells as Incoming, and translated in the parallel cell of the offline row.',
      fr: 'Dans les mêmes deux cellules qu’Incoming, et traduit dans la cellule parallèle de la ligne hors ligne.',
    },
  },
  {
    finding: 'SA327',
    states: 'onHold',
    labels: 'On Hold',
    because: {
      en: 'Line 102 kept the English label, and that is of use: it shows which of the two meanings of the French one stands in the parallel lines 74 and 115.',
      fr: 'La ligne 102 a gardé le libellé anglais, ce qui est utile\u00a0: il montre lequel des deux sens du libellé français se trouve aux lignes parallèles 74 et 115.',
    },
  },
  {
    finding: 'SA328',
    states: 'outgoing',
    because: {
      en: 'A garbled translation of a reference to the row of incoming sessions, once in each column. Both lists are read from there; their statuses fit the sender’s side.',
      fr: 'Une traduction embrouillée d’un renvoi à la ligne des sessions entrantes, une fois dans chaque colonne. Les deux listes s’y lisent\u00a0; leurs statuts conviennent au côté de l’expéditeur.',
    },
  },
  {
    finding: 'SA342',
    states: ['outgoing', 'removed'],
    events: 'colleaguePicksUp',
    because: {
      en: 'Ours, where the article is silent: once the recipient has taken the session, the sender’s console has no reason to show it.',
      fr: 'De nous, là où l’article se tait\u00a0: une fois la session prise par le destinataire, la console de l’expéditeur n’a plus de raison de la montrer.',
    },
  },
];

export const reviewed: readonly Ruling[] = [...oneSided, ...described, ...written];
