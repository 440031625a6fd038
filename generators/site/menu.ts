/** Entries of the menu. */
import type { Context } from './context.ts';
import type { MenuEntry, SitePage } from './page.ts';
import { foreign, plainText, type Worded } from './text.ts';

const LONGEST_ENTRY = 50;

/** The label of an entry, cut where it is long, with its language where it has no translation. */
export const labelled = (
  { language }: Pick<Context, 'language'>,
  words: Worded,
  longest = LONGEST_ENTRY,
): { readonly label: string; readonly language?: string } => ({
  label: plainText(words.text, longest),
  ...foreign('language', words, language),
});

/** The entry of a page. */
export const entryOf = (page: SitePage): MenuEntry => ({
  ...labelled(page, { text: page.title, language: page.titleLanguage ?? page.language }),
  path: page.path,
});
