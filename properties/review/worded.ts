/** Findings on their way into words: sides and consequences as data, and all texts of a finding in a language. */
import type { Consequence, Quote, ReviewFinding } from './types.ts';
import { languageOfWords, type Saying, type Sayings, worded } from './words/index.ts';

/** A quote before it is in words. */
export type SaidQuote = Omit<Quote, 'says'> & { readonly says: Saying };

/** A consequence before it is in words. */
export type SaidConsequence = Omit<Consequence, 'sentence'> & { readonly sentence: Saying };

/** What a finding is put into words from: its sides and consequences, with or without words of their own. */
type Parts = {
  readonly quotes: readonly Omit<Quote, 'says'>[];
  readonly consequences: readonly Omit<Consequence, 'sentence'>[];
  readonly sayings: Sayings;
};

/** The texts of a finding in a language. */
export function wordsIn(
  language: string,
  { quotes, consequences, sayings }: Parts,
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
