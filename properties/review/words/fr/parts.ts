/** Ce que les phrases d’une relecture ont en commun, en français. */
import { textIn } from '../../../../model/table/text.ts';
import {
  type Called,
  type ClaimSaid,
  type Column,
  type Difference,
  type Stance,
  shortened,
  type Thing,
  type What,
} from '../things.ts';

const LANGUAGES: { readonly [language: string]: string } = {
  en: 'anglais',
  fr: 'français',
  de: 'allemand',
  es: 'espagnol',
  it: 'italien',
  pt: 'portugais',
  nl: 'néerlandais',
};

/** Le nom d’une langue, d’après son étiquette BCP 47 ; l’étiquette même pour une langue qui n’est pas lue. */
export const languageName = (tag: string): string => LANGUAGES[tag.split('-')[0] as string] ?? tag;

/** « a », « a et b », « a, b et c ». */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;

export const said = (label: string): string => `«\u00a0${shortened(label)}\u00a0»`;

export const called = ({ label, name }: Called): string =>
  `${said(textIn(label, 'fr'))}${name === undefined ? '' : ` (${name})`}`;

export const allSaid = (labels: readonly string[]): string => listed(labels.map(said));
export const allCalled = (states: readonly Called[]): string => listed(states.map(called));

export const COLUMNS: { readonly [column: string]: string } = {
  previous: 'précédent',
  next: 'suivant',
  edge: 'extrémité d’une flèche',
};
export const OTHER: { readonly [column in Column]: string } = { previous: 'suivant', next: 'précédent' };

export const DIFFERENCES: { readonly [difference in Difference]: string } = {
  parenthesis: 'sans sa parenthèse',
  shortened: 'raccourci',
  abbreviation: 'une abréviation',
  'other words': 'en d’autres termes',
  near: 'presque le même',
};

/** Avec « aucun » ou « aucune », selon leur genre. */
export const NO_THING: { readonly [thing in Thing | 'either']: string } = {
  state: 'aucun état',
  event: 'aucun événement',
  either: 'ni un état ni un événement',
};

/** Les parties d’un document : avec leur article, après « de » et après « à ». */
export const WHATS: {
  readonly [what in What]: { readonly the: string; readonly ofThe: string; readonly toThe: string };
} = {
  list: { the: 'la liste', ofThe: 'de la liste', toThe: 'à la liste' },
  table: { the: 'le tableau', ofThe: 'du tableau', toThe: 'au tableau' },
  diagram: { the: 'le diagramme', ofThe: 'du diagramme', toThe: 'au diagramme' },
};

const end = (state: Called | null): string => (state === null ? 'aucun état' : called(state));

/** « de « A » à « B » ». */
export const arrow = (from: Called | null, to: Called | null): string =>
  from === null ? `d’${end(from)} à ${end(to)}` : `de ${end(from)} à ${end(to)}`;

export const becomes = (from: Called, to: Called): string => `${called(from)} devient ${called(to)}`;

/** Des documents, nommés. */
export const documents = (names: readonly string[]): string => listed(names);

/** « ligne 17 », « lignes 17 et 58 ». */
export const atLines = (lines: readonly number[]): string =>
  `${lines.length < 2 ? 'ligne' : 'lignes'} ${listed(lines.map(String))}`;

export const claimed = (claim: ClaimSaid): string => {
  if (claim.column === 'edge') return `une flèche va ${arrow(claim.from, claim.to)}`;
  return claim.names === null
    ? `${called(claim.of)} n’a aucun ${COLUMNS[claim.column]}`
    : `${called(claim.of)} cite ${called(claim.names)} comme ${COLUMNS[claim.column]}`;
};

/** Ce que la table a de la flèche, à la fin d’une phrase. */
export const stands = (stance: Stance | undefined): string => {
  if (stance === undefined) return '';
  return stance.events === undefined
    ? '\u00a0; la table ne l’a pas non plus'
    : `\u00a0; la table l’a, sur ${stance.events.map(({ label }) => said(textIn(label, 'fr'))).join(', ')}`;
};
