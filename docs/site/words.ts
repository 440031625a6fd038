/** The words of the site’s own interface: its home, its search, and what stands around every page. */
import { forLanguage, plural } from '../../model/table/text.ts';

/** Names as a choice: `a, b or c`; of many the first ones. */
const joined = (names: readonly string[], or: string): string =>
  names.length > MOST_NAMES
    ? `${names.slice(0, MOST_NAMES).join(', ')}…`
    : [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((each) => each !== '').join(` ${or} `);

const MOST_NAMES = 4;

const en = {
  languageOfWords: 'en',
  missing: 'There is no page here',
  missingHint: 'The address may be mistyped, or what it named has gone. The search above knows every page.',
  home: 'To the first page',
  tables: 'Lifecycles',
  more: 'Read on',
  pages: (n: number) => (n === 1 ? '1 page' : `${n} pages`),
  try: 'Try the simulator',
  table: 'Table',
  system: 'System',
  states: (n: number) => (n === 1 ? '1 state' : `${n} states`),
  instances: (n: number) => (n === 1 ? '1 instance' : `${n} instances`),
  /** Of a table that nobody described. Nothing is declared final where there are no ends. */
  lifecycleOf: (states: number, events: number, starts: readonly string[], ends: readonly string[]) =>
    `${plural(states, 'state')} and ${plural(events, 'event')}, from ${joined(starts, 'or')}${ends.length === 0 ? ', without an end' : ` to ${joined(ends, 'or')}`}.`,
  systemOf: (instances: number, tables: number) =>
    `${plural(instances, 'instance')} of ${plural(tables, 'table')}, that act together.`,
  hold: (n: number) => (n === 1 ? '1 property holds' : `${n} properties hold`),
  violated: (n: number) => `${n} violated`,
  undecided: (n: number) => `${n} undecided`,
  decided: (n: number) => `${n} decided`,
  open: (n: number) => (n === 1 ? '1 open finding' : `${n} open findings`),
  noProperties: 'no properties',
  homeOf: (title: string) => `The lifecycles of ${title}: diagrams, states, events, verdicts and a simulator.`,
  intro:
    'Every page here is generated from tables of states, events and rows, and every verdict was found by exploring all that a table allows.',
  search: 'Search',
  searchHint: 'Search states, events, guides…',
  close: 'Close',
  searching: 'Searching…',
  noResults: (query: string) => `Nothing found for “${query}”`,
  results: (n: number) => (n === 1 ? '1 page found' : `${n} pages found`),
  unavailable: 'The search is not available here: it is made when the site is built.',
  languages: 'Languages',
  untranslated: 'not translated',
};

/** The words in one language: every language has them all. */
export type Words = typeof en;

const fr: Words = {
  languageOfWords: 'fr',
  missing: 'Il n’y a pas de page ici',
  missingHint:
    'L’adresse est peut-être mal écrite, ou ce qu’elle nommait n’existe plus. La recherche, en haut, connaît toutes les pages.',
  home: 'Vers la première page',
  tables: 'Cycles de vie',
  more: 'Pour aller plus loin',
  pages: (n) => (n <= 1 ? `${n} page` : `${n} pages`),
  try: 'Essayer le simulateur',
  table: 'Table',
  system: 'Système',
  states: (n) => (n <= 1 ? `${n} état` : `${n} états`),
  instances: (n) => (n <= 1 ? `${n} instance` : `${n} instances`),
  lifecycleOf: (states, events, starts, ends) =>
    `${plural(states, 'état')} et ${plural(events, 'événement')}, de ${joined(starts, 'ou')}${ends.length === 0 ? ', sans fin' : ` à ${joined(ends, 'ou')}`}.`,
  systemOf: (instances, tables) =>
    `${plural(instances, 'instance')} de ${plural(tables, 'table')}, qui agissent ensemble.`,
  hold: (n) => (n <= 1 ? `${n} propriété vérifiée` : `${n} propriétés vérifiées`),
  violated: (n) => (n <= 1 ? `${n} violée` : `${n} violées`),
  undecided: (n) => (n <= 1 ? `${n} indécise` : `${n} indécises`),
  decided: (n) => (n <= 1 ? `${n} tranchée` : `${n} tranchées`),
  open: (n) => (n <= 1 ? `${n} constat ouvert` : `${n} constats ouverts`),
  noProperties: 'aucune propriété',
  homeOf: (title) => `Les cycles de vie de ${title}\u00a0: diagrammes, états, événements, verdicts et simulateur.`,
  intro:
    'Chaque page d’ici est engendrée à partir de tables d’états, d’événements et de lignes\u00a0; chaque verdict vient de l’exploration de tout ce qu’une table permet.',
  search: 'Rechercher',
  searchHint: 'Chercher un état, un événement, un guide…',
  close: 'Fermer',
  searching: 'Recherche en cours…',
  noResults: (query) => `Rien de trouvé pour «\u00a0${query}\u00a0»`,
  results: (n) => (n <= 1 ? `${n} page trouvée` : `${n} pages trouvées`),
  unavailable: 'La recherche n’est pas disponible ici\u00a0: elle est préparée à la construction du site.',
  languages: 'Langues',
  untranslated: 'non traduit',
};

const ALL: { readonly [language: string]: Words } = { en, fr };

/** The words for a language; English ones where there are none. */
export const wordsOf = (language: string): Words => forLanguage(ALL, language) ?? en;
