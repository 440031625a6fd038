/** Everything that a site shows, collected: the pages of tables and systems in every language, their menus and data. */
import { type Card, homePage } from '../../docs/site/home.ts';
import type { Page, Part, Planned, Site } from '../../docs/site/site.ts';
import type { Input } from '../../generators/artefact.ts';
import type { MenuEntry } from '../../generators/site/page.ts';
import { worded } from '../../generators/site/text.ts';
import type { Text } from '../../model/table/types.ts';
import { checkLoaded, type Watched } from '../judging.ts';
import type { Loaded } from '../load/loaded.ts';
import { cardOf } from './card.ts';
import { dateOf } from './date.ts';
import { numbersOf } from './numbers.ts';
import { plannedPart } from './part.ts';
import type { Sections } from './sections.ts';
import { historyOf } from './versions.ts';

/** What a site is called, in which languages it is written, below which path it is served, and what it is in a sentence. */
export type Setting = Pick<Site, 'title' | 'languages' | 'base'> & {
  readonly tagline?: Text;
  /** How sources are reached: an address with `{file}` and `{line}`. */
  readonly source?: string;
};

/** What is collected of one language. */
type Collected = { readonly pages: Page<Planned>[]; readonly cards: Card[]; readonly menu: MenuEntry[] };

/** Checks the tables and systems and plans their pages, with what changed between versions: revisions of git, or patterns of tags. */
export async function collect(
  loaded: readonly Loaded[],
  { tagline, source, ...setting }: Setting,
  sections: Sections,
  watched: Watched,
  versions: readonly string[] = [],
): Promise<Site> {
  const all = new Map(setting.languages.map((each): [string, Collected] => [each, { pages: [], cards: [], menu: [] }]));
  const files: { [path: string]: string | Uint8Array } = { ...sections.files };
  const parts: { [name: string]: Part } = {};
  const history = historyOf(versions, watched);
  try {
    for (const each of loaded) {
      const reported = await checkLoaded(each, watched);
      const checked = dateOf(each.file);
      const numbers = await numbersOf(each.model);
      const changes = await history.changesOf(each);
      for (const [language, { pages, cards, menu }] of all) {
        const input: Input = { ...reported, language };
        const planned = plannedPart(input, {
          ...numbers,
          changes,
          ...(checked !== undefined && { checked }),
          ...(source !== undefined && { source }),
        });
        pages.push(...planned.pages);
        menu.push(planned.menu);
        cards.push(cardOf(input));
        Object.assign(files, planned.files);
        parts[input.model.name] = planned.part;
      }
    }
  } finally {
    history.release();
  }
  const homes = [...all].map(([language, { pages, cards }]) => {
    const simulator = pages.find(({ path }) => path === `${cards[0]?.name}/simulator`)?.path;
    const said = {
      title: setting.title[language] ?? '',
      tagline: worded(tagline, language, setting.languages[0] as string) ?? { text: '', language },
    };
    return homePage({ ...said, cards, ways: sections.waysIn(language), ...(simulator && { simulator }) }, language);
  });
  return {
    ...setting,
    pages: [...homes, ...[...all.values()].flatMap(({ pages }) => pages), ...sections.pages],
    menus: Object.fromEntries(
      [...all].map(([language, { menu }]) => [language, [...menu, ...sections.menuIn(language)]]),
    ),
    parts,
    files,
  };
}
