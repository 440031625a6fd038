/** Ce que disent les constats d’une relecture, en français. */
import type { Sentences } from '../en/index.ts';
import type { messages as english } from '../en/messages.ts';
import type { Doubted, Idle } from '../things.ts';
import {
  allCalled,
  allSaid,
  arrow,
  becomes,
  COLUMNS,
  called,
  claimed,
  DIFFERENCES,
  documents,
  languageName,
  listed,
  NO_THING,
  OTHER,
  said,
  stands,
  WHATS,
} from './parts.ts';

const doubted = (doubt: Doubted): string => {
  const about = called(doubt.about);
  if (doubt.kind === 'denied')
    return `la description de ${about} dit ${said(doubt.words)}, et celle de ${called(doubt.before)}, cité comme précédent, dit que cela a eu lieu`;
  if (doubt.kind === 'actor')
    return `la description de ${about} dit que quelque chose n’a pas été fait par ${said(doubt.actor)}, dont l’action mène pourtant à ${called(doubt.before)}`;
  const lists = {
    before: ', et pourtant les listes y mènent depuis cet état',
    after: ', et aucune liste n’y mène depuis cet état',
    never: ', et pourtant c’est dans les listes',
  }[doubt.kind];
  return `la description de ${about} dit ${said(doubt.words)}${lists}`;
};

const idle = (ruling: Idle): string => {
  if (ruling.kind === 'undecidable') return `aucune décision ne peut trancher ${ruling.code}`;
  if (ruling.kind === 'no finding') return `il n’y a pas de constat ${ruling.names.join(' ')}`;
  const column = COLUMNS[ruling.column] ?? ruling.column;
  return `${ruling.source} n’affirme rien de tel\u00a0: ${ruling.names === null ? `${ruling.of} ne dit pas n’avoir aucun ${column}` : `${ruling.of} ne cite pas ${ruling.names} comme ${column}`}`;
};

const itsRow = (row: string | undefined): string =>
  row === undefined ? '' : `\u00a0: la ligne s’appelle ${said(row)}`;

const mentions = (count: number): string =>
  count < 2 ? `${count} mention a dû être interprétée` : `${count} mentions ont dû être distinguées`;

const and = (states: readonly unknown[], one: string, several: string): string => (states.length > 1 ? several : one);

export const messages: Pick<Sentences, keyof typeof english> = {
  oneSided: (one, two, column, stance) =>
    `${called(one)} cite ${called(two)} comme ${COLUMNS[column]}, mais ${called(two)} ne cite pas ${called(one)} comme ${OTHER[column]}${stands(stance)}`,
  noneBeside: (row, column, labels) =>
    `${called(row)} n’a aucun ${COLUMNS[column]}, et cite pourtant ${allSaid(labels)} à côté`,
  neverDescribed: (labels) =>
    `${allSaid(labels)} ${and(labels, 'est nommé, et aucune ligne ne le décrit', 'sont nommés, et aucune ligne ne les décrit')}`,
  neverNamed: (state) => `${called(state)} a une ligne, et aucune autre ligne ne le nomme`,
  sharedByStates: (label, states, count) =>
    `${said(label)} est le libellé de ${listed(states)}\u00a0; ${mentions(count)}`,
  sharedByRows: (label, rows, count) => `${said(label)} est le libellé de ${rows} lignes\u00a0; ${mentions(count)}`,
  severalLabels: (own, variants) =>
    `${said(own)} est aussi appelé ${listed(variants.map(([label, how]) => `${said(label)} (${DIFFERENCES[how]})`))}`,
  unlikeTable: (label, own, how) => `la table appelle ${said(own)} ce qui est ici ${said(label)} (${DIFFERENCES[how]})`,
  perhapsOne: (one, other) => `${said(one)} et ${said(other)} sont peut-être un même état en d’autres termes`,
  foreign: (word, language, document, row) =>
    `${said(word)} est en ${languageName(language)} dans un document en ${languageName(document)}${itsRow(row)}`,
  refersNowhere: (row) => `${called(row)} renvoie à une autre ligne, et il n’y en a aucune qui puisse convenir`,
  refersInWords: (row, text, like) =>
    `${called(row)} renvoie à une autre ligne en des mots qui n’en nomment aucune\u00a0: ${said(text)}${like === undefined ? '' : `\u00a0; lu comme la ligne de ${called(like)}, qui a les mêmes listes`}`,
  described: (from, to, doubt, stance) =>
    `${called(from)} peut-il devenir ${called(to)}\u00a0? ${doubted(doubt)}${stands(stance)}`,
  stuckByWord: (state) =>
    `d’après ce document, rien ne suit ${called(state)}, et il n’est pas dit que cela s’y termine`,
  stuckSometimes: (state) =>
    `on peut rester bloqué dans ${called(state)}\u00a0: sous une condition rien ne le suit, et le reste de sa liste a lui aussi des conditions`,
  unreachable: (states, starts) =>
    `aucune liste ne mène à ${allCalled(states)} depuis le début du document (${allCalled(starts)})`,
  doubtful: (text, row, chosen) =>
    `${said(text)}${row === undefined ? '' : `, dans la ligne de ${called(row)},`} peut se lire de plusieurs façons\u00a0; lecture retenue\u00a0: ${chosen.join('\u00a0; ')}`,
  withoutRow: (claim, from, to) => `${claimed(claim)}, et aucune ligne de la table ne mène de ${from} à ${to}`,
  noneButRows: (state, column, there) =>
    `${called(state)} n’a aucun ${COLUMNS[column]}, et dans la table il ${column === 'next' ? 'devient' : 'vient de'} ${listed(there.map((each) => `${each.state} (${each.events.join(', ')})`))}`,
  unsupported: (rows, arrows, events) =>
    `aucune affirmation n’appuie ${listed(rows.map((row) => `transitions[${row}]`))} de la table\u00a0: ${arrows.map(({ from, to }) => `de ${from} à ${to}`).join(', ')}, sur ${events.join(', ')}`,
  undocumented: (from, to, events) =>
    `aucun document ne dit que ${becomes(from, to)}, comme dans la table sur ${events.join(', ')}`,
  untold: (claim, condition) =>
    `${claimed(claim)} sous une condition (${said(condition)}), et la ligne de la table n’a ni garde ni événement qui la dise`,
  unknownState: (label) => `la table n’a pas d’état ${said(label)}`,
  unnamed: (label, state) => `aucun document ne nomme ${called(label)}, qui est ${state} dans la table`,
  restated: (line, text, of, names, column) =>
    `la table reprend la ligne ${line} ainsi\u00a0: ${said(text)}, c’est-à-dire que ${of} ${names === null ? `n’a aucun ${COLUMNS[column] ?? column}` : `cite ${names} comme ${COLUMNS[column] ?? column}`}\u00a0; le document ne le dit ni là ni ailleurs`,
  unstated: (claim, text) => `${claimed(claim)}, ce que la table ne reprend pas (${said(text)})`,
  idleRuling: (index, ruling) => `rulings[${index}] de la table ne porte sur rien\u00a0: ${idle(ruling)}`,
  otherEvent: (from, to, event, taken) =>
    `${becomes(from, to)} sur ${said(event)}, et dans la table sur ${listed(taken)}`,
  unknownEvent: (event, near) =>
    `la table n’a pas d’événement ${said(event)}${near === undefined ? '' : `\u00a0; le document veut-il dire ${said(near)}\u00a0?`}`,
  stateApart: (document, state, without) =>
    `${document} a ${called(state)}, et ${documents(without)} ne l’${and(without, 'a', 'ont')} pas`,
  arrowApart: (document, from, to, without) =>
    `${document} dit que ${becomes(from, to)}, et ${documents(without)} ne le ${and(without, 'dit', 'disent')} pas`,
  relabelled: (label, document, other, otherDocument) =>
    `${said(label)} de ${document} semble être ${said(other)} de ${otherDocument}`,
  eventsApart: (from, to, here, there) =>
    `${becomes(from, to)} sur ${here.events.map(said).join(', ')} dans ${here.document}, et sur ${there.events.map(said).join(', ')} dans ${there.document}`,
  conditionApart: (from, to, document, other, condition) =>
    `${becomes(from, to)} dans ${document} sans la condition que donne ${other}\u00a0: ${said(condition)}`,
  collapsed: (label, rows, document, other, labels) =>
    `${said(label)} est le libellé de ${rows} lignes de ${document}, que ${other} appelle ${allSaid(labels)}`,
  untranslated: (label, language, row) => `${said(label)} est resté en ${languageName(language)}${itsRow(row)}`,
  notOfTable: (text, thing, meant) =>
    `${said(text)} n’est ${NO_THING[thing ?? 'either']} de la table${meant === undefined ? '' : `\u00a0; vouliez-vous dire ${meant}\u00a0?`}`,
  proseArrow: (from, to) => `le texte porte une flèche ${arrow(from, to)}, et la table n’a pas de ligne pour elle`,
  copyLacks: (what, state) => `${WHATS[what].the} des états omet ${called(state)}, que la table a`,
  copyAdds: (what, label) => `${WHATS[what].the} des états porte ${said(label)}, que la table n’a pas`,
  copyLacksArrow: (what, from, to, events) =>
    `${WHATS[what].the} omet la transition ${arrow(from, to)}, que la table a sur ${events.join(', ')}`,
  copyAddsArrow: (what, from, to) =>
    `${WHATS[what].the} porte une transition ${arrow(from, to)}, et la table n’a pas de ligne pour elle`,
};
