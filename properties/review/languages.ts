/** The words with which cells say that there is none, by language. */
import { plain } from '../../model/import/text.ts';

const NONE: { readonly [language: string]: readonly string[] } = {
  en: ['none', 'nothing', 'no state', 'no status'],
  fr: ['aucun', 'aucune', 'neant', 'rien'],
  de: ['keine', 'keiner', 'keines', 'keins', 'nichts'],
  es: ['ninguno', 'ninguna', 'nada'],
  it: ['nessuno', 'nessuna', 'niente'],
  pt: ['nenhum', 'nenhuma', 'nada'],
  nl: ['geen', 'niets'],
};

/** The languages in which a text says that there is none; none for marks such as a dash, which belong to all. */
export const languagesOfNone = (text: string): readonly string[] => {
  const wanted = plain(text);
  return Object.keys(NONE).filter((language) => NONE[language]?.includes(wanted));
};
