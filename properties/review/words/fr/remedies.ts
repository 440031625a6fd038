/** Les façons de trancher un constat d’une relecture, en français. */
import type { Sentences } from '../en/index.ts';
import type { remedies as english } from '../en/remedies.ts';
import type { Column } from '../things.ts';
import {
  allCalled,
  allSaid,
  arrow,
  atLines,
  becomes,
  called,
  documents,
  languageName,
  listed,
  OTHER,
  said,
  WHATS,
} from './parts.ts';

const column = (kind: Column): string => `la colonne des ${kind === 'previous' ? 'précédents' : 'suivants'}`;
const at = (line: number | undefined): string => (line === undefined ? '' : ` (ligne ${line})`);

export const remedies: Pick<Sentences, keyof typeof english> = {
  listAlso: (one, two, kind, line) =>
    `Citer ${called(one)} comme ${OTHER[kind]} dans la ligne de ${called(two)}${at(line)}.`,
  takeOutOf: (two, kind, one, line) => `Retirer ${called(two)} de ${column(kind)} de ${called(one)}${at(line)}.`,
  takeNoneOut: (kind, row) =>
    `Retirer «\u00a0aucun\u00a0» de ${column(kind)} de ${called(row)}, ou dire sous quelle condition il n’y en a pas.`,
  takeListedOut: () => 'Retirer de cette cellule les états cités.',
  ownRow: (labels) =>
    labels.length > 1
      ? `Donner une ligne propre à ${allSaid(labels)}.`
      : `Donner à ${allSaid(labels)} sa propre ligne.`,
  otherLabel: () => 'Si c’est un autre état sous un autre libellé, employer le libellé de cet état.',
  nameIt: (state) => `Nommer ${called(state)} dans les lignes de ses voisins.`,
  removeRow: () => 'Supprimer sa ligne.',
  ownLabels: () => 'Donner à chacun des états un libellé qui lui soit propre, et l’employer dans chaque cellule.',
  sayWhich: () => 'Là où ce n’est pas possible, dire dans chaque cellule duquel il s’agit.',
  callItEverywhere: (label) => `L’appeler ${said(label)} partout.`,
  rowEach: () => 'Si ce sont des états différents, donner une ligne à chacun.',
  callInDocument: (label) => `L’appeler ${said(label)} dans le document.`,
  callInTable: (label) => `L’appeler ${said(label)} dans la table.`,
  oneLabel: () => 'Si c’est un même état, lui donner un seul libellé et une ligne.',
  elseRowEach: () => 'Sinon, donner une ligne à chacun.',
  sayEverywhereIn: (language) => `Le dire en ${languageName(language)} dans chaque cellule.`,
  write: (label) => `Écrire plutôt ${said(label)}.`,
  nameRow: () => 'Nommer par son libellé la ligne dont il s’agit.',
  writeLists: () => 'Écrire les listes ici.',
  sameLists: (like) => `Écrire que les listes sont celles de ${called(like)}.`,
  repeatLists: () => 'Répéter ici les listes de l’autre ligne.',
  sayHow: (from, to) => `Dire dans les listes comment ${called(from)} mène à ${called(to)}.`,
  takeArrowOut: (lines) => `Retirer la flèche des listes (${atLines(lines)}).`,
  correctDescription: (state) => `Corriger la description de ${called(state)}.`,
  sayNext: (state) => `Dire ce qui suit ${called(state)}.`,
  sayEnd: (state) =>
    `Dire que ${called(state)} est une fin\u00a0: écrire «\u00a0aucun\u00a0» dans sa colonne des suivants, sans condition.`,
  sayPrevious: (states) => `Dire ce qui précède ${allCalled(states)}.`,
  sayStart: () => 'Dire que cela commence là\u00a0: écrire «\u00a0aucun\u00a0» dans la colonne des précédents.',
  wordPlainly: () => 'Reformuler le passage de sorte qu’il n’ait qu’un sens.',
  restateMeant: () => 'Reprendre l’affirmation dans `sources` de la table telle qu’elle est voulue, avec une note.',
  addRow: (from, to) => `Ajouter à la table une ligne de ${from} à ${to}.`,
  takeOutOfDocument: (lines) => `Le retirer du document (${atLines(lines)}).`,
  listThere: (kind, line) => `Citer dans le document ce qui ${kind === 'next' ? 'le suit' : 'le précède'}${at(line)}.`,
  takeRowsOut: (kind, state) =>
    `Retirer de la table les lignes qui ${kind === 'next' ? 'partent de' : 'mènent à'} ${state}.`,
  listNext: (to, from) => `Citer ${called(to)} dans le document comme suivant de ${called(from)}.`,
  takeRowOut: () => 'Retirer la ligne de la table.',
  narrowRow: () => 'Restreindre la ligne de la table pour qu’elle n’y mène pas.',
  guardRow: () => 'Donner à la ligne une garde sur une mémoire qui retient ce que demande la condition.',
  takeConditionOut: () => 'Retirer la condition du document.',
  addState: (label) => `Ajouter l’état à la table, avec le libellé ${said(label)}.`,
  labelState: () => 'Si la table l’a sous un autre nom, donner ce libellé à cet état, ou corriger le document.',
  describe: (label) => `Décrire ${called(label)} dans le document.`,
  takeStateOut: (state) => `Retirer ${state} de la table.`,
  correctRestated: () => 'Corriger l’affirmation reprise dans `sources` de la table.',
  readAgain: () => 'Vérifier si le document n’a pas été mal lu à cet endroit.',
  addClaim: () => 'Ajouter l’affirmation à `sources` de la table.',
  takeRulingOut: () => 'Retirer la décision de la table, ou corriger ce qu’elle nomme.',
  correctEvent: (line) => `Corriger l’événement dans le document${at(line)}.`,
  addRowOn: (events) => `Ajouter à la table une ligne sur ${listed(events)}.`,
  callEvent: (events) =>
    `L’appeler comme dans la table (${listed(events)}), ou donner ce libellé à l’événement de la table.`,
  addEvent: () => 'Ajouter à la table l’événement et sa ligne.',
  describeIn: (state, without) => `Décrire ${called(state)} dans ${documents(without)}.`,
  takeOutOfFile: (document, line) => `Le retirer de ${document}${at(line)}.`,
  sayIn: (without, from, to) => `Dire dans ${documents(without)} que ${becomes(from, to)}.`,
  oneLabelInBoth: () => 'Donner à l’état un même libellé dans les deux documents.',
  describeInBoth: () => 'Si ce sont des états différents, les décrire tous deux dans les deux documents.',
  sameEvent: () => 'Dire le même événement dans les deux documents.',
  giveCondition: (document) => `Donner la condition dans ${document} aussi.`,
  ownLabelsIn: (language) => `Donner à chacun d’eux un libellé propre en ${languageName(language)}.`,
  sayInLanguage: (language, row) =>
    `Le dire en ${languageName(language)}${row === undefined ? '' : `\u00a0: ${said(row)}`}.`,
  nameKnown: (thing) => `Nommer un ${thing === 'event' ? 'événement' : 'état'} que la table a.`,
  writeName: (name) => `Écrire plutôt ${name}.`,
  addIfExists: (text) => `Ajouter ${said(text)} à la table, s’il existe.`,
  takeArrowOutOfLine: (line) => `Retirer la flèche de la ligne ${line}.`,
  addRowBetween: (from, to) => `Ajouter à la table une ligne ${arrow(from, to)}.`,
  addToCopy: (state, what) => `Ajouter ${called(state)} ${WHATS[what].toThe}.`,
  addArrowToCopy: (from, to, what) => `Ajouter la transition ${arrow(from, to)} ${WHATS[what].toThe}.`,
  generate: () => 'Mettre à sa place un bloc que stateatlas generate tient à jour.',
  takeOutOfCopy: (label, what) => `Retirer ${said(label)} ${WHATS[what].ofThe}.`,
  addThatState: () => 'Ajouter l’état à la table.',
  takeTransitionOut: (what, line) => `Retirer la transition ${WHATS[what].ofThe}${at(line)}.`,
};
