/** The words around diagrams. */
import { forLanguage, plural } from '../../../model/table/text.ts';

const en = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit',
  actualSize: 'Actual size',
  wide: 'Whole window',
  narrow: 'Back to the page',
  keys: 'Arrow keys move the diagram, plus and minus zoom.',
  view: 'Show',
  all: 'everything',
  folded: 'groups folded',
  foldedAll: 'All groups folded',
  only: (group: string) => `Only “${group}” unfolded`,
  unfold: (group: string) => `Unfold ${group}`,
  fold: (group: string) => `Fold ${group}`,
  way: (from: string, to: string) => `${from} → ${to}`,
  size: (percent: number) => `${percent} %`,
  states: (count: number) => plural(count, 'state'),
};

export type Words = typeof en;

const fr: Words = {
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  fit: 'Ajuster',
  actualSize: 'Taille réelle',
  wide: 'Toute la fenêtre',
  narrow: 'Retour à la page',
  keys: 'Les flèches du clavier déplacent le diagramme, plus et moins changent sa taille.',
  view: 'Afficher',
  all: 'tout',
  folded: 'groupes repliés',
  foldedAll: 'Tous les groupes repliés',
  only: (group) => `Seul «\u00a0${group}\u00a0» déplié`,
  unfold: (group) => `Déplier ${group}`,
  fold: (group) => `Replier ${group}`,
  way: (from, to) => `${from} → ${to}`,
  size: (percent) => `${percent}\u00a0%`,
  states: (count) => plural(count, 'état'),
};

const ALL: { readonly [language: string]: Words } = { en, fr };

/** The words of a language, or of its base; English ones where there are none. */
export const wordsOf = (language: string): Words => forLanguage(ALL, language) ?? en;
