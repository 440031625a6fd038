/** Sentences of a review as data, and in the words of a language. */
import { forLanguage } from '../../../model/table/text.ts';
import { en, type Sentences } from './en/index.ts';
import { fr } from './fr/index.ts';

/** A sentence apart from its words: its kind, and what is put into it. Plain data. */
export type Saying = {
  readonly [kind in keyof Sentences]: { readonly kind: kind; readonly of: Parameters<Sentences[kind]> };
}[keyof Sentences];

/** A sentence of a kind about something. */
export const say = <K extends keyof Sentences>(kind: K, ...of: Parameters<Sentences[K]>): Saying =>
  ({ kind, of }) as Saying;

const ALL: { readonly [language: string]: Sentences } = { en, fr };

/** The language, among those that reviews have words of, for a BCP 47 tag: its base, else English. */
export const languageOfWords = (language: string): string =>
  forLanguage(Object.fromEntries(Object.keys(ALL).map((tag) => [tag, tag])), language) ?? 'en';

/** A sentence in a language; in English where there are no words of it. */
export const worded = ({ kind, of }: Saying, language: string): string => {
  const sentences = forLanguage(ALL, language) ?? en;
  return (sentences[kind] as (...of: readonly unknown[]) => string)(...of);
};

/** All that a finding says, apart from its words: a saying for each of its texts, in their order. */
export type Sayings = {
  readonly message: Saying;
  readonly quotes: readonly Saying[];
  readonly consequences: readonly Saying[];
  readonly remedies: readonly Saying[];
};
