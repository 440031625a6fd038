/** The little words that lists of states use, in English, French, German, Spanish, Italian, Portuguese and Dutch. */
import { plain, wordsOf } from './text.ts';

const NONE = new Set([
  ...['none', 'nothing', 'n/a', 'na', '-', '--', 'no state', 'no status'],
  ...['aucun', 'aucune', 'neant', 'rien', 'keine', 'keiner', 'keines', 'keins', 'nichts'],
  ...['ninguno', 'ninguna', 'nada', 'nessuno', 'nessuna', 'niente', 'nenhum', 'nenhuma', 'geen', 'niets'],
]);

const SEE = ['see', 'refer to', 'voir', 'cf', 'siehe', 'vgl', 'vease', 'ver', 'vedi', 'veja', 'consulte', 'zie'];

/** A few of the commonest words of each language, and its words between the items of a list. */
const LANGUAGES = {
  en: { common: ['the', 'is', 'was', 'has', 'by', 'an', 'been', 'not', 'this'], or: ['or', 'and'] },
  fr: { common: ['le', 'la', 'les', 'est', 'des', 'une', 'dans', 'que', 'pas', 'ete'], or: ['ou', 'et'] },
  de: { common: ['der', 'die', 'das', 'ist', 'wird', 'nicht', 'ein', 'eine', 'den', 'wurde'], or: ['oder', 'und'] },
  es: { common: ['el', 'los', 'las', 'es', 'una', 'que', 'del', 'no', 'ha', 'por'], or: ['o', 'u', 'y'] },
  it: { common: ['il', 'lo', 'gli', 'che', 'non', 'della', 'del', 'una', 'stata', 'viene'], or: ['o', 'e'] },
  pt: { common: ['os', 'as', 'uma', 'que', 'nao', 'foi', 'da', 'do', 'pelo', 'ao'], or: ['ou', 'e'] },
  nl: { common: ['het', 'een', 'is', 'niet', 'wordt', 'van', 'door', 'zijn', 'werd', 'naar'], or: ['of', 'en'] },
} as const;

export type Language = keyof typeof LANGUAGES;

/**
 * The language a text is probably written in: the one of which it has the most different common words, the first of several; English where it has
 * none. The same word again tells nothing: doors make no text Dutch.
 */
export function languageOf(text: string): Language {
  const words = new Set(wordsOf(text.slice(0, LONGEST_SAMPLE)));
  const score = (language: Language): number => LANGUAGES[language].common.filter((word) => words.has(word)).length;
  return (Object.keys(LANGUAGES) as Language[]).reduce((best, each) => (score(each) > score(best) ? each : best), 'en');
}

const LONGEST_SAMPLE = 20_000;
const IF = [
  ...['if', 'when', 'after', 'once', 'unless', 'while', 'before', 'until', 'provided', 'only if', 'only when'],
  ...['si', 'lorsque', 'quand', 'apres', 'avant', 'des que', 'sauf si', 'pendant', 'uniquement si'],
  ...['wenn', 'falls', 'nach', 'nachdem', 'sobald', 'bevor', 'solange', 'sofern', 'nur wenn'],
  ...[
    'cuando',
    'despues',
    'tras',
    'antes',
    'mientras',
    'solo si',
    'se',
    'quando',
    'dopo',
    'prima',
    'finche',
    'solo se',
  ],
  ...['apos', 'depois', 'enquanto', 'somente se', 'als', 'indien', 'wanneer', 'na', 'zodra', 'mits', 'alleen als'],
];

/** Whether a text says that there is none. */
export const isNone = (text: string): boolean => NONE.has(plain(text)) || /^[-–—]+$/.test(text.trim());

/** What a text refers to, where it says “see …”. */
export function referenceIn(text: string): string | undefined {
  const words = plain(text);
  const see = SEE.find((each) => words.startsWith(`${each} `) || words.startsWith(`${each}. `));
  return see === undefined ? undefined : text.trim().split(/\s+/).slice(see.split(' ').length).join(' ');
}

const startsWithOne = (words: readonly string[], text: string): boolean =>
  words.some((word) => text.startsWith(`${word} `) || text === word);

/** A text and the condition at its end: from the first word that begins one, or in a parenthesis. */
export function withoutCondition(text: string): { readonly head: string; readonly condition?: string } {
  const parenthesis = /^(.*\S)\s*[([]([^()[\]]+)[)\]]\s*$/s.exec(text);
  if (parenthesis !== null && startsWithOne(IF, plain(parenthesis[2] as string)))
    return { head: parenthesis[1] as string, condition: parenthesis[2] as string };
  for (const { index } of text.matchAll(/\s+(?=\S)/g)) {
    if (index === 0) continue;
    const rest = text.slice(index).trim();
    const begins = startsWithOne(IF, plain(rest)) || /^s['’]/i.test(rest);
    if (begins) return { head: text.slice(0, index).replace(/[,;]$/, '').trim(), condition: rest };
  }
  return { head: text };
}

/**
 * A list in a sentence, taken apart: `A, B or C`. A language that is not one of those that are read, such as `ja`, is taken apart at its
 * marks and as English is.
 */
export function listIn(text: string, language: string): readonly string[] {
  const base = language.split('-')[0] as string;
  const { or } = Object.hasOwn(LANGUAGES, base) ? LANGUAGES[base as Language] : LANGUAGES.en;
  return text
    .split(new RegExp(`\\s*[,;/]\\s*|\\s+(?:${or.join('|')})\\s+`, 'i'))
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
