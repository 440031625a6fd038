/** The words of the pages, by language. */
import { forLanguage } from '../../../model/table/text.ts';
import { en, type Words } from './en.ts';
import { fr } from './fr.ts';

export type { Words } from './en.ts';

const ALL: { readonly [language: string]: Words } = { en, fr };

/** The words in a language, or in its base (`fr` for `fr-CA`); English ones where there are none. */
export const wordsOf = (language: string): Words => forLanguage(ALL, language) ?? en;
