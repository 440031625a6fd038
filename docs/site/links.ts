/** Where the links of a site lead: to a page or file of it, and to a place on that page. */
import { TOKEN_BEGIN } from '../../generators/site/fragment.ts';
import type { Tag } from './html.ts';

/** What a page holds for the check of links. */
export type Linked = {
  /** Its file below the site’s folder, with `/`. */
  readonly file: string;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
  /** Whether it holds a simulator: then a trace in its address is a place on it. */
  readonly plays: boolean;
};

/** A link that leads nowhere. */
export type BrokenLink = { readonly file: string; readonly link: string };

const FROM: { readonly [tag: string]: string } = {
  a: 'href',
  link: 'href',
  script: 'src',
  img: 'src',
  source: 'srcset',
  use: 'href',
};
const DATA = ['data-model', 'data-traces'];

/** What a page holds: its ids, and the links of its tags. */
export function linkedIn(file: string, tags: readonly Tag[]): Linked {
  const ids = new Set<string>();
  const links: string[] = [];
  for (const { name, attributes } of tags) {
    const id = attributes.get('id');
    if (id !== undefined) ids.add(id);
    for (const attribute of [FROM[name], ...DATA]) {
      const link = attribute && attributes.get(attribute);
      if (link !== undefined && link !== '') links.push(link);
    }
  }
  return { file, ids, links, plays: tags.some(({ name }) => name === 'state-simulator') };
}

/** The links that lead nowhere in the site. `files` are all files of it; links to other hosts are left alone. */
export function brokenLinks(pages: readonly Linked[], files: ReadonlySet<string>, base: string): readonly BrokenLink[] {
  const pageOf = new Map(pages.map((page) => [page.file, page]));
  return pages.flatMap(({ file, links }) => {
    const here = new URL(`http://site${base}${encodeURI(file.replace(/index\.html$/, ''))}`);
    return [...new Set(links)].flatMap((link) => (leads(link, here, base, files, pageOf) ? [] : [{ file, link }]));
  });
}

function leads(
  link: string,
  here: URL,
  base: string,
  files: ReadonlySet<string>,
  pageOf: ReadonlyMap<string, Linked>,
): boolean {
  const url = URL.parse(link, here);
  if (url === null) return false;
  if (url.host !== here.host || url.protocol !== here.protocol) return !link.startsWith('//');
  const path = decoded(url.pathname);
  if (path === undefined || !path.startsWith(base)) return false;
  const below = path.slice(base.length);
  const target = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  if (!files.has(target)) return false;
  const page = pageOf.get(target);
  if (url.hash === '' || page === undefined) return true;
  if (url.hash.startsWith(TOKEN_BEGIN) && page.plays) return true;
  const anchor = decoded(url.hash.slice(1));
  return anchor !== undefined && page.ids.has(anchor);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
