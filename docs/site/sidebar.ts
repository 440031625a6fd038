/** The menu beside a page and the pages before and after it, out of the site’s menus as data. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import type { MenuEntry } from '../../generators/site/page.ts';
import { hereOf } from './here.ts';
import { hrefOf } from './site.ts';

type SidebarEntry = StarlightRouteData['sidebar'][number];
type SidebarLink = Extract<SidebarEntry, { type: 'link' }>;

/** An entry of the menu; `language` is that of a label which has no translation. */
export type Said = SidebarEntry & { readonly language?: string };
export type SaidLink = SidebarLink & { readonly language?: string };

/** The part of the site that a path belongs to: its first name. */
const partOf = (path: string): string => path.split('/')[0] ?? '';

const firstPath = (entry: MenuEntry): string | undefined =>
  'path' in entry ? entry.path : entry.entries.map(firstPath).find((path) => path !== undefined);

const linksIn = (entry: SidebarEntry): readonly SidebarLink[] =>
  entry.type === 'link' ? [entry] : entry.entries.flatMap(linksIn);

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const route = locals.starlightRoute;
  const { site, language, path } = hereOf(route);
  const link = ({ label, language: spoken }: MenuEntry, to: string): SaidLink => ({
    type: 'link',
    label,
    ...(spoken !== undefined && { language: spoken }),
    href: hrefOf(site, { language, path: to }),
    isCurrent: to === path,
    badge: undefined,
    attrs: {},
  });
  const entryOf = (entry: MenuEntry, collapsed: boolean): Said =>
    'path' in entry
      ? link(entry, entry.path)
      : {
          type: 'group',
          label: entry.label,
          ...(entry.language !== undefined && { language: entry.language }),
          entries: entry.entries.map((each) => entryOf(each, 'collapsed' in each && each.collapsed === true)),
          collapsed,
          badge: undefined,
        };
  // A page carries the whole menu of its own part only: of the others it names the first page.
  route.sidebar = (site.menus[language] ?? []).map((entry): Said => {
    const first = firstPath(entry);
    if ('path' in entry || first === undefined || partOf(first) === partOf(path)) return entryOf(entry, false);
    return link(entry, first);
  });
  route.hasSidebar = route.sidebar.length > 0;
  const links = route.sidebar.flatMap(linksIn);
  const at = links.findIndex(({ isCurrent }) => isCurrent);
  route.pagination = at < 0 ? { prev: undefined, next: undefined } : { prev: links[at - 1], next: links[at + 1] };
});
