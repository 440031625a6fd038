/** What pages of a site owe each other, for tests: every link leads to a page and place of the part, every diagram exists and is told in words. */
import { exploreModel } from '../../model/explore/index.ts';
import type { Model } from '../../model/system/types.ts';
import { judge } from '../../properties/judge/index.ts';
import type { Input } from '../artefact.ts';
import { diagrams } from '../mermaid/index.ts';
import { TOKEN_BEGIN } from './fragment.ts';
import { type SiteOptions, sitePart } from './index.ts';
import type { Block, MenuEntry, SitePage, SitePart } from './page.ts';

/** A part with the input that it was made from. */
export type Made = { readonly input: Input; readonly part: SitePart };

/** The part of a model in a language, explored and judged. */
export function made(model: Model, language: string, options: SiteOptions = {}): Made {
  const graph = exploreModel(model);
  const input: Input = { model, language, places: () => undefined, judgement: judge(model, graph) };
  return { input, part: sitePart(input, { graph, ...options }) };
}

/** The Markdown of a page. */
export const markdownOf = ({ blocks }: SitePage): string =>
  blocks.filter((block) => typeof block === 'string').join('\n\n');

/** The page at a path. */
export const pageAt = ({ part }: Made, path: string): SitePage => {
  const page = part.pages.find((each) => each.path === path);
  if (page === undefined) throw new Error(`there is no page ${path}`);
  return page;
};

const pathsIn = (entry: MenuEntry): readonly string[] =>
  'path' in entry ? [entry.path] : entry.entries.flatMap(pathsIn);

/** What is wrong with the pages of a part, a line each. */
export function wrongWith({ input, part }: Made): readonly string[] {
  const names = new Set(diagrams(input).map(({ name }) => name));
  const anchors = new Map(part.pages.map((page) => [page.path, idsIn(markdownOf(page))]));
  const players = new Set(
    part.pages.flatMap(({ path, blocks }) =>
      blocks.some((block) => typeof block !== 'string' && 'simulator' in block) ? [path] : [],
    ),
  );
  const keys = part.pages.map(({ path }) => path.normalize('NFKC').toLowerCase());
  const lost = (link: string): boolean => {
    const [, path = '', anchor] = /^\/([^?#]*?)\/?(?:\?[^#]*)?(?:#(.*))?$/.exec(link) ?? [];
    const at = path.split('/').map(decodeURIComponent).join('/');
    if (`#${anchor}`.startsWith(TOKEN_BEGIN) && players.has(at)) return false;
    if (Object.hasOwn(part.files, at)) return false;
    const ids = anchors.get(at);
    return ids === undefined || (anchor !== undefined && !ids.includes(decodeURIComponent(anchor)));
  };
  return [
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `two pages are at ${key}`),
    ...pathsIn(part.menu)
      .filter((path) => !anchors.has(path))
      .map((path) => `the menu leads to ${path}`),
    ...part.pages.flatMap((page) => [
      ...linksIn(markdownOf(page))
        .filter(lost)
        .map((link) => `${page.path} links to ${link}`),
      ...twice(idsIn(markdownOf(page))).map((id) => `${page.path} has ${id} twice`),
      ...page.blocks.flatMap((block, index) => wrongBlock(page, block, page.blocks[index + 1], names)),
    ]),
  ];
}

function wrongBlock(
  page: SitePage,
  block: Block,
  next: Block | undefined,
  names: ReadonlySet<string>,
): readonly string[] {
  if (typeof block === 'string' || !('diagram' in block)) return [];
  if (!names.has(block.diagram)) return [`${page.path} shows ${block.diagram}, which is not there`];
  const isTold = typeof next === 'string' && /^\|.*\|$|^\d+\. |: |\.$/m.test(next);
  return isTold ? [] : [`${page.path} shows ${block.diagram} and does not tell it`];
}

const linksIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\]\((\/[^)\s]*)\)/g)].map(([, link]) => link as string);

const idsIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/<span id="([^"]*)">/g)].map(([, id]) => id as string);

const twice = (all: readonly string[]): readonly string[] => all.filter((each, index) => all.indexOf(each) !== index);
