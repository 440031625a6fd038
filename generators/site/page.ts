/** The site as data: pages made of blocks, which the site's program renders. */

/** A piece of a page: Markdown, or something that the renderer puts in its place. */
export type Block =
  /** Markdown. Whatever comes from a table or a document in it is escaped. Headings begin at the second level. */
  | string
  /** A diagram by its name (see `diagrams`), with its text equivalent as the next block. */
  | { readonly diagram: string }
  /** The simulator of the page's table or system, beginning with the trace of this token where one is given. */
  | { readonly simulator: { readonly token?: string } };

/** One page in one language. */
export type SitePage = {
  /** Where the page is below the root of its language: ids joined by `/`, such as `session/states/onHold`. */
  readonly path: string;
  /** BCP 47 tag of the language of the interface words. */
  readonly language: string;
  /** Plain text, to be escaped by whoever shows it. */
  readonly title: string;
  /** The language of the title where it is another one: there is no translation. */
  readonly titleLanguage?: string;
  /** Plain text in a sentence or two: what search and previews show. */
  readonly description: string;
  /** Links between pages are absolute below the site's root, without language: `/session/states/onHold/`. */
  readonly blocks: readonly Block[];
};

/** An entry of the menu: a page, or a named list of entries. `language` is that of a label that has no translation. */
export type MenuEntry = { readonly label: string; readonly language?: string } & (
  | { readonly path: string }
  | { readonly entries: readonly MenuEntry[]; readonly collapsed?: boolean }
);

/** The part of the site that one table or system gives, in one language. */
export type SitePart = {
  readonly pages: readonly SitePage[];
  readonly menu: MenuEntry;
  /** The titles of traces in the language of the part, by the names of their diagrams. */
  readonly titles: { readonly [trace: string]: string };
  /** Files beside the pages, which pages link to: by their path below the site’s root, such as `session/matrix.csv`. */
  readonly files: { readonly [path: string]: string };
};
