/** Where a page of the site is that is being rendered, as far as its route tells. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { getCurrent } from './current.ts';
import { type Drawn, folderOf, type Site } from './site.ts';

/** The site, the language of the page, and its path below the root of that language; the path of no page where it is not there. */
export function hereOf({ locale, id }: Pick<StarlightRouteData, 'locale' | 'id'>): {
  readonly site: Site<Drawn>;
  readonly language: string;
  readonly path: string;
} {
  const site = getCurrent();
  const language = site.languages.find((each) => folderOf(site, each) === locale) ?? 'en';
  const path = id.slice(locale === undefined ? 0 : locale.length).replace(/^\//, '');
  return { site, language, path };
}
