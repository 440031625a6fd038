/** The notes and conditions of the hand reading, in French: each English text with its translation. */
export const FRENCH = {
  'Of the two mentions one is each meaning; the order of the rows that list active is kept.':
    'Des deux mentions, chacune a l’un des deux sens\u00a0; l’ordre des lignes qui citent «\u00a0actif\u00a0» est gardé.',
  'The other of the two mentions: a held session is resumed.':
    'L’autre des deux mentions\u00a0: une session mise en attente est reprise.',
  'A status without a row.': 'Un statut sans ligne.',
  'An active session cannot go back to waiting for its first pick-up; it can be held.':
    'Une session active ne peut attendre de nouveau sa première prise en charge\u00a0; elle peut être mise en attente.',
  'A waiting session closed by its customer has a status of its own.':
    'Une session qui attend et que son client ferme a son propre statut.',
  'The description says that nobody had picked it up.': 'La description dit que personne ne l’avait prise en charge.',
  'The row of held sessions lists collaboration as next; that of waiting ones does not.':
    'La ligne des sessions mises en attente cite la collaboration comme suivante\u00a0; celle des sessions qui attendent ne le fait pas.',
  'The row of held sessions lists collaboration as previous.':
    'La ligne des sessions mises en attente cite la collaboration comme précédente.',
  'after a time-out': 'après une expiration du délai',
  'The row of waiting sessions names connecting as its previous status.':
    'La ligne des sessions qui attendent nomme la connexion comme statut précédent.',
  'The row of waiting sessions lists incoming as next; that of held ones does not.':
    'La ligne des sessions qui attendent cite «\u00a0entrant\u00a0» comme suivant\u00a0; celle des sessions mises en attente ne le fait pas.',
  'The row of held sessions lists incoming as previous; that of waiting ones does not.':
    'La ligne des sessions mises en attente cite «\u00a0entrant\u00a0» comme précédent\u00a0; celle des sessions qui attendent ne le fait pas.',
  'CA is a slip of the translation for the technician console.':
    '«\u00a0CA\u00a0» est un lapsus de la traduction pour la console du technicien.',
  'Unconditional, and line 74 speaks of the held ones.':
    'Sans condition, et la ligne 74 parle des sessions mises en attente.',
  'One mention for two rows that both list rebooting; a technician restarts what is on hold, not what waits.':
    'Une seule mention pour deux lignes qui citent toutes deux le redémarrage\u00a0; un technicien redémarre ce qui est mis en attente, non ce qui attend.',
  'Unconditional, and line 102 speaks of the held ones.':
    'Sans condition, et la ligne 102 parle des sessions mises en attente.',
  'One of the two previous mentions; both rows list reconnecting as next.':
    'L’une des deux mentions précédentes\u00a0; les deux lignes citent la reconnexion comme suivante.',
  'The other of the two previous mentions.': 'L’autre des deux mentions précédentes.',
  'Unconditional, and line 115 speaks of the held ones.':
    'Sans condition, et la ligne 115 parle des sessions mises en attente.',
  'One mention for two rows that both list the time-out; read as the waiting one, beside the other unclaimed ones.':
    'Une seule mention pour deux lignes qui citent toutes deux l’expiration du délai\u00a0; lue comme celle qui attend, à côté des autres que personne n’a prises en charge.',
  'only after the administrator’s time-out': 'seulement après l’expiration du délai fixé par l’administrateur',
  'after the system’s time-out': 'après l’expiration du délai du système',
} as const;
