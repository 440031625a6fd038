/** Everything that a site shows, collected: the pages of tables and systems in every language, their menus and data. */

import type { Page, Planned, Site } from '../../docs/site/site.ts';
import type { Input } from '../../generators/artefact.ts';
import type { MenuEntry } from '../../generators/site/page.ts';
import { checkLoaded, type Watched } from '../judging.ts';
import type { Loaded } from '../load/loaded.ts';
import { filesOf, plannedPart } from './part.ts';

/** What a site is called, in which languages it is written, and below which path it is served. */
export type Setting = Pick<Site, 'title' | 'languages' | 'base'>;

/** Checks the tables and systems and plans their pages. */
export async function collect(loaded: readonly Loaded[], setting: Setting, watched: Watched): Promise<Site> {
  const pages: Page<Planned>[] = [];
  const menus: { [language: string]: MenuEntry[] } = Object.fromEntries(setting.languages.map((each) => [each, []]));
  let files: Site['files'] = {};
  for (const each of loaded) {
    const reported = await checkLoaded(each, watched);
    for (const language of setting.languages) {
      const input: Input = { ...reported, language };
      const part = plannedPart(input);
      pages.push(...part.pages);
      menus[language]?.push(part.menu);
      if (language === setting.languages[0]) files = { ...files, ...filesOf(input) };
    }
  }
  return { ...setting, pages, menus, files };
}
