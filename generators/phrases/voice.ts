/** In which language, and with which names, the language of tables is put into words. */
import { forLanguage } from '../../model/table/text.ts';
import type { Value } from '../../model/table/types.ts';
import { en, type Phrases } from './en.ts';
import { fr } from './fr.ts';

/** What the things of a table are called in a phrase. */
export type Names = {
  readonly state: (name: string) => string;
  readonly group: (name: string) => string;
  readonly tag: (name: string) => string;
  readonly event: (name: string) => string;
  readonly variable: (name: string) => string;
  /** A value of a variable. `undefined` stands for no variable in particular. */
  readonly value: (value: Exclude<Value, null>, variable?: string) => string;
};

/** Phrases of a language, and the names that are put into them. */
export type Voice = { readonly phrases: Phrases; readonly names: Names };

const itself = (name: string): string => name;

/** Things are called by their names. */
export const BY_NAME: Names = {
  state: itself,
  group: itself,
  tag: itself,
  event: itself,
  variable: itself,
  value: String,
};

/** English, with names as they stand in the table. */
export const PLAIN: Voice = { phrases: en, names: BY_NAME };

const ALL: { readonly [language: string]: Phrases } = { en, fr };

/** The phrases of a language, or of its base (`fr` for `fr-CA`); English ones where there are none. */
export const phrasesOf = (language: string): Phrases => forLanguage(ALL, language) ?? en;
