/** Ce que dit chaque côté d’un constat, et ce qui s’ensuit, en français. */
import type { Sentences } from '../en/index.ts';
import type { sides as english } from '../en/sides.ts';
import type { Column, Taken } from '../things.ts';
import { allCalled, allSaid, arrow, COLUMNS, called, claimed, listed, said, WHATS } from './parts.ts';

const column = (kind: Column): string => `colonne des ${kind === 'previous' ? 'précédents' : 'suivants'}`;

const taken = ({ state, why }: Taken): string => {
  const what = `lu comme ${state}`;
  if (why === undefined) return what;
  if (why.kind === 'note') return `${what}\u00a0: ${why.note}`;
  if (why.kind === 'other mention') return `${what}\u00a0: l’autre mention de la cellule désigne l’autre`;
  const row = called(why.row);
  if (why.kind === 'not listed back')
    return `${what}\u00a0: aucune ligne ne cite ${row} en retour, et c’est la lecture qui s’accorde le mieux avec le reste`;
  const also = why.others.length === 0 ? '' : `\u00a0; celle de ${listed(why.others)} aussi`;
  return `${what}\u00a0: sa ligne cite ${row} comme ${COLUMNS[why.column]}${also}`;
};

export const sides: Pick<Sentences, keyof typeof english> = {
  claim: claimed,
  claimOn: (claim, event) => `${claimed(claim)}, sur ${said(event)}`,
  emptyCell: (kind) => `sa ${column(kind)} est vide`,
  cell: (kind, labels, more) =>
    `sa ${column(kind)} dit ${listed([...labels.map((label) => (label === null ? 'aucun' : said(label))), ...(more > 0 ? [`${more} de plus`] : [])])}`,
  itsRow: () => 'sa ligne',
  itsDescription: () => 'sa description',
  rowOf: (state) => `la ligne de ${state}`,
  wouldStand: () => 'la ligne où cela figurerait',
  theDocument: () => 'le document',
  asRestated: () => 'tel que la table le reprend',
  firstMention: () => 'sa première mention',
  noSuchState: () => 'n’a pas cet état',
  taken,
  inColumn: (kind, row) => `dans la ${column(kind)} de ${called(row)}`,
  mentioned: () => 'le texte le mentionne',
  drawn: (from, to) => `une flèche ${arrow(from, to)}`,
  leavesOut: (what) => `${WHATS[what].the} qui l’omet`,
  stateOf: (what) => `un état ${WHATS[what].ofThe}`,
  withIt: (what) => `${WHATS[what].the} qui la porte`,
  withoutIt: (what) => `${WHATS[what].the} qui l’omet`,
  asRead: (text) => text,

  lost: (states) => `plus rien ne mène alors à ${allCalled(states)}`,
  gained: (state) => `on peut alors parvenir à ${called(state)}, où rien d’autre ne mène`,
  stuck: (state) => `on peut alors rester bloqué dans ${called(state)}`,
  freed: (states) => `on ne peut alors plus rester bloqué dans ${allCalled(states)}`,
  endless: (labels) => `rien n’est dit suivre ${allSaid(labels)}\u00a0: d’après ce document seul, on y reste bloqué`,
  stuckThere: (state) => `une exécution qui parvient à ${called(state)} peut y rester bloquée`,
  neverReached: (states) => `on ne peut jamais parvenir à ${allCalled(states)}`,
  neverReachedWith: (states) => `on ne peut jamais parvenir à ${allCalled(states)}, ni à ce qui ne suit que de là`,
  otherwise: (reading, consequence) => `si ${reading}\u00a0: ${consequence}`,
};
