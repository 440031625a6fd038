/** What stands in place of a page that there is not: in every language of the site, since nobody knows whose reader lost the way. */
import { markup } from '../../generators/review/escape.ts';
import { directionOf } from './languages.ts';
import { hrefOf, type Site } from './site.ts';
import { wordsOf } from './words.ts';

/** The id of the page. */
export const MISSING = '404';

/** Its body as HTML: a part for each language, with the way to the home in it. */
export function missingBody(site: Pick<Site, 'languages' | 'base'>): string {
  const parts = site.languages.map((language) => {
    const { missing, missingHint, home, languageOfWords } = wordsOf(language);
    const link = `<a href="${markup(hrefOf(site, { language, path: '' }))}" hreflang="${markup(language)}">${home}</a>`;
    return `<section lang="${languageOfWords}" dir="${directionOf(languageOfWords)}"><h2>${missing}</h2><p>${missingHint}</p><p>${link}</p></section>`;
  });
  return parts.join('');
}
