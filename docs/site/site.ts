/** What the renderer is given: a whole site as data, without a trace of where it comes from. */
import type { Diagram } from '../../generators/artefact.ts';
import type { MenuEntry } from '../../generators/site/page.ts';

/** Where the pages of a table or system stand, below the root of a language, by the ids of what they are about. */
export type Part = {
  readonly states: { readonly [state: string]: string };
  readonly events: { readonly [event: string]: string };
};

/** A piece of a page as it is planned: Markdown, HTML of ours, a diagram that is still to be drawn, or the simulator. */
export type Planned =
  | string
  | { readonly html: string }
  | { readonly diagram: Diagram; readonly part: string }
  | { readonly simulator: { readonly token?: string }; readonly part: string };

/** A piece of a page as it is rendered: Markdown, or HTML of ours. */
export type Drawn = string | { readonly html: string };

/** A page in one language. */
export type Page<Piece> = {
  /** Below the root of its language, without a slash at either end; empty for the home of the site. */
  readonly path: string;
  readonly language: string;
  readonly title: string;
  /** The language of the title where it is another one: there is no translation. */
  readonly titleLanguage?: string;
  readonly description: string;
  readonly pieces: readonly Piece[];
  /** The file that it was written in by hand; none where it is generated. */
  readonly source?: string;
};

/** A whole site, below whatever path it will be served. */
export type Site<Piece = Planned> = {
  /** Its title in each language. */
  readonly title: { readonly [language: string]: string };
  /** BCP 47 tags; pages of the first one stand at the root, those of the others below a folder of their tag. */
  readonly languages: readonly string[];
  /** The path that it is served below; begins and ends with a slash. */
  readonly base: string;
  readonly pages: readonly Page<Piece>[];
  /** The tables and systems by their names, which pieces of pages refer to. */
  readonly parts: { readonly [name: string]: Part };
  readonly menus: { readonly [language: string]: readonly MenuEntry[] };
  /** Files beside the pages by their path below the site’s root, such as `session/model.json`. */
  readonly files: { readonly [path: string]: string | Uint8Array };
};

type Somewhere = Pick<Site, 'languages' | 'base'>;

/** The folder of a language below the root of a site; none for the first one. */
export const folderOf = ({ languages }: Pick<Site, 'languages'>, language: string): string | undefined =>
  language === languages[0] ? undefined : language.toLowerCase();

/** Where a page is below the root of the site, without slashes at the ends: `fr/session/states/onHold`. */
export const idOf = (site: Pick<Site, 'languages'>, page: Pick<Page<unknown>, 'language' | 'path'>): string =>
  [folderOf(site, page.language), page.path].filter(Boolean).join('/');

/** The address of a page for a link. */
export function hrefOf(site: Somewhere, page: Pick<Page<unknown>, 'language' | 'path'>): string {
  const id = idOf(site, page);
  return id === '' ? site.base : `${site.base}${id.split('/').map(encodeURIComponent).join('/')}/`;
}
