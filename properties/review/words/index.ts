/** Sentences of a review as data, and in the words of a language. */
import { forLanguage } from '../../../model/table/text.ts';
import type { Consequence, Quote, ReviewFinding } from '../types.ts';
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

/** What a finding is put into words from: its sides and consequences, with or without words of their own. */
type Unworded = {
  readonly quotes: readonly Omit<Quote, 'says'>[];
  readonly consequences: readonly Omit<Consequence, 'sentence'>[];
  readonly sayings: Sayings;
};

/** The texts of a finding in a language. */
export function wordsIn(
  language: string,
  { quotes, consequences, sayings }: Unworded,
): Pick<ReviewFinding, 'message' | 'quotes' | 'consequences' | 'remedies'> {
  const word = (saying: Saying | undefined): string => (saying === undefined ? '' : worded(saying, language));
  return {
    message: word(sayings.message),
    quotes: quotes.map((quote, index) => ({ ...quote, says: word(sayings.quotes[index]) })),
    consequences: consequences.map((each, index) => ({ ...each, sentence: word(sayings.consequences[index]) })),
    remedies: sayings.remedies.map(word),
  };
}

/** A finding in the words of a language, and the language that these are of: English where there are no words of it. */
export function findingIn(
  finding: ReviewFinding,
  language: string,
): { readonly finding: ReviewFinding; readonly language: string } {
  const { sayings, quotes, consequences } = finding;
  const found = languageOfWords(language);
  if (sayings === undefined || found === 'en') return { finding, language: 'en' };
  return { finding: { ...finding, ...wordsIn(found, { quotes, consequences, sayings }) }, language: found };
}
