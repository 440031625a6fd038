/**
 * Takes the styles out of pages that are written, since the policy allows none there: a style of an element becomes a class, and a
 * picture inside a style sheet becomes a file.
 */
import { createHash } from 'node:crypto';
import type { Tag } from './html.ts';

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The page with classes in place of styles, and the styles by class. */
export function withoutStyles(
  html: string,
  tags: readonly Tag[],
): { readonly html: string; readonly styles: ReadonlyMap<string, string> } {
  const styles = new Map<string, string>();
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const { attributes, placeOf } of tags) {
    const style = attributes.get('style');
    const place = placeOf('style');
    if (style === undefined || place === undefined) continue;
    const name = `s-${short(style)}`;
    styles.set(name, style);
    const classes = placeOf('class');
    if (classes === undefined) edits.push({ ...place, text: `class="${name}"` });
    else
      edits.push(
        { ...place, text: '' },
        { start: classes.start, end: classes.end, text: `class="${attributes.get('class')} ${name}"` },
      );
  }
  edits.sort((a, b) => a.start - b.start);
  let at = 0;
  const parts: string[] = [];
  for (const { start, end, text } of edits) {
    parts.push(html.slice(at, start), text);
    at = end;
  }
  return { html: [...parts, html.slice(at)].join(''), styles };
}

const DATA = /url\(\s*(["']?)data:image\/svg\+xml(;base64)?(?:;[\w=-]+)*,(.*?)\1\s*\)/g;

/** A style sheet with files in place of the pictures in it, and those files by name. */
export function withoutPictures(css: string): { readonly css: string; readonly files: ReadonlyMap<string, string> } {
  const files = new Map<string, string>();
  const text = css.replace(DATA, (_, _quote: string, base64: string | undefined, data: string) => {
    const svg =
      base64 === undefined ? decodeURIComponent(data.replaceAll('\\', '')) : Buffer.from(data, 'base64').toString();
    const name = `picture.${short(svg)}.svg`;
    files.set(name, svg);
    return `url(${name})`;
  });
  return { css: text, files };
}
