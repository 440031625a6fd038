/** The words around a transition matrix. */
import { forLanguage, plural } from '../../../model/table/text.ts';

const en = {
  tools: 'Filter and copy the matrix',
  states: 'Filter states',
  events: 'Filter events',
  copy: 'Copy as CSV',
  lines: (shown: number, of: number) => `${shown} of ${plural(of, 'line')}`,
  columns: (shown: number, of: number) => `${shown} of ${plural(of, 'event')}`,
  nothing: 'Nothing is called like that.',
  copied: (lines: number) => `Copied as CSV: ${plural(lines, 'line')} and the headings.`,
  failed: 'This browser does not let the page copy. The same values are in the file that is linked above.',
};

export type Words = typeof en;

const fr: Words = {
  tools: 'Filtrer et copier la matrice',
  states: 'Filtrer les états',
  events: 'Filtrer les événements',
  copy: 'Copier en CSV',
  lines: (shown, of) => `${shown} sur ${plural(of, 'ligne')}`,
  columns: (shown, of) => `${shown} sur ${plural(of, 'événement')}`,
  nothing: 'Rien ne s’appelle ainsi.',
  copied: (lines) => `Copié en CSV\u00a0: ${plural(lines, 'ligne')} et les en-têtes.`,
  failed: 'Ce navigateur ne laisse pas la page copier. Les mêmes valeurs sont dans le fichier donné en lien plus haut.',
};

const ALL: { readonly [language: string]: Words } = { en, fr };

/** The words of a language, or of its base; English ones where there are none. */
export const wordsOf = (language: string): Words => forLanguage(ALL, language) ?? en;
