/**
 * Names the classes that keep a component’s styles to itself anew. Astro makes their names of the path at which the component is installed, so
 * that the same site would have other bytes in every folder; here they are numbered in the order in which style sheets have them.
 */
import { createHash } from 'node:crypto';
import { tagsOf } from './html.ts';

const SCOPE = /^astro-[a-z0-9]{8}$/;
const IN_CSS = /\.astro-[a-z0-9]{8}(?![\w-])/g;

/** The digest in the name of a file that Vite wrote: `common.D89F5UIX.css`. */
const DIGEST = /\.[\w-]{8}(?=\.css$)/;

/** Style sheets with numbered classes, and how pages follow them. */
export type Numbered = {
  /** The new texts by the new paths: a style sheet in which a class was renamed has the name of its new content. */
  readonly sheets: ReadonlyMap<string, string>;
  /** The new paths by the old ones, as far as they differ. */
  readonly moved: ReadonlyMap<string, string>;
  /** A page with the new names of classes and style sheets. */
  readonly page: (html: string) => string;
};

/** Numbers the classes in the style sheets of a site, which are given by their paths. */
export function numberedScopes(sheets: ReadonlyMap<string, string>): Numbered {
  const numbers = new Map<string, string>();
  const numbered = (scope: string): string => {
    const known = numbers.get(scope) ?? `astro-${numbers.size + 1}`;
    numbers.set(scope, known);
    return known;
  };
  const moved = new Map<string, string>();
  const written = new Map<string, string>();
  // Neither their digests nor the names of their classes decide in which order they come.
  const order = ([file, css]: readonly [string, string]): string =>
    `${file.replace(DIGEST, '')} ${css.replace(IN_CSS, '.astro')}`;
  for (const [file, css] of [...sheets].sort((one, other) => (order(one) < order(other) ? -1 : 1))) {
    const text = css.replace(IN_CSS, (name) => `.${numbered(name.slice(1))}`);
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
    const to = text === css ? file : file.replace(DIGEST, `.${digest}`);
    if (to !== file) moved.set(file, to);
    written.set(to, text);
  }
  const classes = (value: string): string =>
    value
      .split(' ')
      .map((name) => (SCOPE.test(name) ? numbered(name) : name))
      .join(' ');
  return { sheets: written, moved, page: (html) => followed(html, classes, moved) };
}

/** A page with its classes renamed, and its links to style sheets led to where they are. */
function followed(html: string, classes: (value: string) => string, moved: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  let at = 0;
  const edit = (attribute: string, value: string, place: { readonly start: number; readonly end: number }): void => {
    const escaped = value.replace(/[&"]/g, (character) => `&#${character.charCodeAt(0)};`);
    parts.push(html.slice(at, place.start), `${attribute}="${escaped}"`);
    at = place.end;
  };
  for (const { name, attributes, placeOf } of tagsOf(html)) {
    const attribute = name === 'link' ? 'href' : 'class';
    const value = attributes.get(attribute);
    const place = placeOf(attribute);
    if (value === undefined || place === undefined) continue;
    const [from = '', to = ''] = name === 'link' ? ([...moved].find(([file]) => value.endsWith(`/${file}`)) ?? []) : [];
    const now = name === 'link' ? `${value.slice(0, value.length - from.length)}${to}` : classes(value);
    if (now !== value) edit(attribute, now, place);
  }
  return [...parts, html.slice(at)].join('');
}
