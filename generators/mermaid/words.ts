/** What diagrams say beside labels, in each language that the project speaks. */
import { forLanguage, plural } from '../../model/table/text.ts';

/** The words of a language. English ones define which there are. */
const en = {
  after: (duration: string) => `after ${duration}`,
  backTo: (variable: string) => `back to: ${variable}`,
  from: (states: string) => `from ${states}`,
  forEver: 'for ever',
  nothingMore: 'and nothing more happens',
  withoutActor: 'Events without an actor',
  together: (system: string) => `What happens together in ${system}`,
  event: 'event',
  each: (set: string) => `each ${set}`,
  emptyChannel: 'empty',
  describe: (states: number, arrows: number) =>
    `${plural(states, 'state')} and ${plural(arrows, 'arrow')}, also listed as a table`,
  states: (count: number) => plural(count, 'state'),
  rows: (count: number) => plural(count, 'row'),
  rowsInside: (count: number) => `${plural(count, 'row')} inside`,
  /** States by the fewest arrows that lead to them from an initial state. */
  stage: (first: number, last: number) =>
    first === last ? `${plural(first, 'arrow')} from the start` : `${first}–${last} arrows from the start`,
  apart: 'no arrow leads there from the start',
  never: 'never',
  /** How often something was, in a diagram. */
  times: (count: number) => `×${count}`,
  howOften: 'how often',
  heat: 'how often each state was visited and each row fired',
};

export type Words = typeof en;

const fr: Words = {
  after: (duration) => `après ${duration}`,
  backTo: (variable) => `retour à\u00a0: ${variable}`,
  from: (states) => `depuis ${states}`,
  forEver: 'indéfiniment',
  nothingMore: 'et plus rien ne se passe',
  withoutActor: 'Événements sans acteur',
  together: (system) => `Ce qui se produit ensemble dans ${system}`,
  event: 'événement',
  each: (set) => `chaque ${set}`,
  emptyChannel: 'vide',
  describe: (states, arrows) => `${plural(states, 'état')} et ${plural(arrows, 'flèche')}, aussi sous forme de tableau`,
  states: (count) => plural(count, 'état'),
  rows: (count) => plural(count, 'ligne'),
  rowsInside: (count) => `${plural(count, 'ligne')} à l’intérieur`,
  stage: (first, last) =>
    first === last ? `à ${plural(first, 'flèche')} du début` : `à ${first}–${last} flèches du début`,
  apart: 'aucune flèche n’y mène depuis le début',
  never: 'jamais',
  times: (count) => `×${count}`,
  howOften: 'combien de fois',
  heat: 'combien de fois chaque état a été visité et chaque ligne empruntée',
};

const ALL: { readonly [language: string]: Words } = { en, fr };

/** The words of a language, or of its base; English ones where there are none. */
export const wordsOf = (language: string): Words => forLanguage(ALL, language) ?? en;
