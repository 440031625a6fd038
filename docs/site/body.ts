/** The body of a page: its Markdown rendered, its diagrams in their places, its links led to the pages of its language. */
import type { LoaderContext } from 'astro/loaders';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, serialize } from 'parse5';
import { Defect } from '../../properties/judge/index.ts';
import { type Drawn, hrefOf, type Page, type Site } from './site.ts';

type Markdown = LoaderContext['renderMarkdown'];
type Body = Awaited<ReturnType<Markdown>>;
type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A page's body. @throws {Defect} where something in it could run: what comes from a table is text and nothing else. */
export async function bodyOf(
  page: Page<Drawn>,
  site: Site<Drawn>,
  renderMarkdown: (text: string) => ReturnType<Markdown>,
): Promise<Body> {
  const place = (index: number): string => `<div data-piece="${index}"></div>`;
  const source = page.pieces.map((piece, index) => (typeof piece === 'string' ? piece : place(index))).join('\n\n');
  const body = await renderMarkdown(source);
  const html = page.pieces.reduce<string>(
    (text, piece, index) => (typeof piece === 'string' ? text : text.replace(place(index), () => piece.html)),
    body.html,
  );
  const fragment = parseFragment(html);
  for (const node of [...fragment.childNodes]) settle(node, page, site);
  return { ...body, html: serialize(fragment) };
}

const RUNS = /^(script|style|iframe|object|embed|base|meta|link|form|template|set|animate)$/;

/** Leads links to where they go, and refuses what a page of data may not hold. */
function settle(node: Node, page: Page<Drawn>, site: Site<Drawn>): void {
  if (!('tagName' in node)) return;
  if (RUNS.test(node.tagName)) throw new Defect(`the page ${page.path} holds the element ${node.tagName}`);
  align(node);
  for (const attribute of node.attrs) {
    const { name, value } = attribute;
    if (/^(on|style$|srcdoc$)/.test(name)) throw new Defect(`the page ${page.path} holds the attribute ${name}`);
    if (name !== 'href' && name !== 'src') continue;
    if (/^\s*(javascript|data|vbscript):/i.test(value)) throw new Defect(`the page ${page.path} links to ${value}`);
    if (node.tagName === 'a' || name === 'src') attribute.value = ledTo(value, page, site);
  }
  for (const child of [...node.childNodes]) settle(child, page, site);
  if (node.tagName === 'table') widen(node);
  if (node.tagName === 'pre') reach(node);
  if (node.tagName === 'atlas-matrix') head(node, page.title);
}

/** Makes headings of the first cells of a matrix, and a region with a name of the window that it scrolls in. */
function head(matrix: Element, title: string): void {
  const inside = (element: Element): readonly Element[] =>
    element.childNodes.flatMap((node) => ('tagName' in node ? [node, ...inside(node)] : []));
  const set = (element: Element, name: string, value: string): void => {
    element.attrs = [...element.attrs.filter((each) => each.name !== name), { name, value }];
  };
  for (const element of inside(matrix)) {
    if (element.tagName === 'div' && element.attrs.some(({ value }) => value === 'wide')) {
      set(element, 'tabindex', '0');
      set(element, 'role', 'region');
      set(element, 'aria-label', title);
    }
    if (element.tagName !== 'tr') continue;
    const cells = element.childNodes.filter((node): node is Element => 'tagName' in node);
    for (const cell of cells) if (cell.tagName === 'th') set(cell, 'scope', 'col');
    const [first] = cells;
    if (first?.tagName !== 'td') continue;
    Object.assign(first, { tagName: 'th', nodeName: 'th' });
    set(first, 'scope', 'row');
  }
}

/** The alignment of a column as a class: a page has no style of its own. */
function align(element: Element): void {
  const style = element.attrs.find(({ name }) => name === 'style');
  const side = /^text-align:\s*(left|right|center);?$/.exec(style?.value ?? '')?.[1];
  if (style === undefined || side === undefined) return;
  style.name = 'class';
  style.value = `align-${side}`;
}

const MANY_COLUMNS = 4;

/** Puts a table into an element that scrolls; one of many columns is reached by the keyboard, too. */
function widen(table: Element): void {
  const { parentNode: parent } = table;
  if (parent === null) return;
  const columns =
    serialize(table)
      .split('</tr>', 1)[0]
      ?.match(/<t[hd]/g)?.length ?? 0;
  const attrs = [
    { name: 'class', value: 'wide' },
    ...(columns >= MANY_COLUMNS ? [{ name: 'tabindex', value: '0' }] : []),
  ];
  const wrapper = defaultTreeAdapter.createElement('div', table.namespaceURI, attrs);
  defaultTreeAdapter.insertBefore(parent, wrapper, table);
  defaultTreeAdapter.detachNode(table);
  defaultTreeAdapter.appendChild(wrapper, table);
}

/** More characters in a line of code than these do not fit a narrow phone. */
const LONG_LINE = 30;

/** Lets code that may scroll be reached by the keyboard. */
function reach(code: Element): void {
  const text = (node: Node): string =>
    'value' in node ? node.value : 'tagName' in node ? node.childNodes.map(text).join('') : '';
  const isLong = text(code)
    .split('\n')
    .some((line) => line.length > LONG_LINE);
  if (isLong && !code.attrs.some(({ name }) => name === 'tabindex')) code.attrs.push({ name: 'tabindex', value: '0' });
}

/** A link below the site’s root as one below its base and language. */
function ledTo(link: string, { language }: Page<Drawn>, site: Site<Drawn>): string {
  const [, path, slash, rest] = /^\/(?!\/)([^?#]*?)(\/?)([?#].*)?$/.exec(link) ?? [];
  if (path === undefined) return link;
  // The address of a page ends in a slash, whatever the page is called: an id may be `x.json`.
  const isFile = slash === '' && /\.(json|csv|svg|png|jpe?g|gif|webp|avif)$/.test(path);
  return isFile
    ? `${site.base}${path}${rest ?? ''}`
    : `${hrefOf(site, { language, path: decoded(path) })}${rest ?? ''}`;
}

const decoded = (path: string): string => path.split('/').map(decodeURIComponent).join('/');
