/** What English sentences of a review have in common. */
import { textIn } from '../../../../model/table/text.ts';
import { listed } from '../../../judge/words.ts';
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
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
};

/** The name of a language, by its BCP 47 tag; the tag itself where it is not one of those that are read. */
export const languageName = (tag: string): string => LANGUAGES[tag.split('-')[0] as string] ?? tag;

export const said = (label: string): string => `“${shortened(label)}”`;

export const called = ({ label, name }: Called): string =>
  `${said(textIn(label, 'en'))}${name === undefined ? '' : ` (${name})`}`;

export const allSaid = (labels: readonly string[]): string => listed(labels.map(said));
export const allCalled = (states: readonly Called[]): string => listed(states.map(called));

export const OTHER: { readonly [column in Column]: Column } = { next: 'previous', previous: 'next' };

export const DIFFERENCES: { readonly [difference in Difference]: string } = {
  parenthesis: 'without its parenthesis',
  shortened: 'shortened',
  abbreviation: 'an abbreviation',
  'other words': 'in different words',
  near: 'nearly the same',
};

export const THINGS: { readonly [thing in Thing | 'either']: string } = {
  state: 'state',
  event: 'event',
  either: 'state or event',
};

export const WHATS: { readonly [what in What]: string } = { list: 'list', table: 'table', diagram: 'diagram' };

const end = (state: Called | null): string => (state === null ? 'none' : called(state));

export const arrow = (from: Called | null, to: Called | null): string => `from ${end(from)} to ${end(to)}`;
export const becomes = (from: Called, to: Called): string => `${called(from)} becomes ${called(to)}`;
export const documents = (names: readonly string[]): string => names.join(' and ');

export const claimed = (claim: ClaimSaid): string => {
  if (claim.column === 'edge') return `an arrow ${arrow(claim.from, claim.to)}`;
  return claim.names === null
    ? `${called(claim.of)} has none as ${claim.column}`
    : `${called(claim.of)} lists ${called(claim.names)} as ${claim.column}`;
};

/** What the table has of an arrow, in words that end a sentence. */
export const stands = (stance: Stance | undefined): string => {
  if (stance === undefined) return '';
  return stance.events === undefined
    ? '; the table does not have it either'
    : `; the table has it, on ${stance.events.map(({ name }) => name).join(', ')}`;
};
