/** The little words by which a description says that something has not happened, in the languages that are read. All are plain: small, without accents. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words after which comes what has not happened. */
export const NOT = words(
  [
    'not never nobody without before cannot',
    'pas jamais personne sans avant',
    'nicht nie niemals niemand ohne bevor',
    'nunca nadie sin antes',
    'non mai nessuno senza prima',
    'nao ninguem sem',
    'niet nooit niemand zonder voordat',
  ].join(' '),
);

/** Words that say that it has happened, and is over: then nothing is denied. */
export const NO_LONGER = words('longer anymore plus mehr mas piu mais meer');

/** Words of time before the name of a state. */
export const TIME = {
  before: words('before avant bevor vor antes prima voordat'),
  after: words('after apres nach nachdem despues tras dopo apos depois nadat'),
  never: words('never jamais nie niemals nunca mai nooit'),
} as const;

/** Words between clauses. */
export const BETWEEN_CLAUSES = words('and but et mais und aber pero ma mas maar while whereas');

const ARTICLES: { readonly [language: string]: ReadonlySet<string> } = {
  en: words('the a an this that its their his her'),
  fr: words("le la les l' un une des d' du ce cette son sa"),
  de: words('der die das den dem des ein eine einen einem'),
  es: words('el la los las un una'),
  it: words("il lo la gli le l' un una uno un'"),
  pt: words('o a os as um uma'),
  nl: words('de het een'),
};

/** Words of a language after which comes a thing, and no act. */
export const articlesOf = (language: string): ReadonlySet<string> =>
  ARTICLES[language.split('-')[0] as string] ?? (ARTICLES.en as ReadonlySet<string>);

/** Words that help a verb, and are none themselves. */
export const AUXILIARIES = words(
  'been being have having were will yet anyone anybody someone somebody toute tout tous ete etre avoir encore deja noch schon wurde worden haben sein sido estado aun todavia stato stata ancora ainda foram nog werd zijn iemand quelqu jemand',
);
