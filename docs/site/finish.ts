/** What is done with a site after Astro wrote it: the policy is made true, links are checked, what nobody loads is taken away, names tell nothing of the folder. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Defect } from '../../properties/judge/index.ts';
import { filesIn } from './files.ts';
import { type Tag, tagsOf } from './html.ts';
import { type BrokenLink, brokenLinks, type Linked, linkedIn } from './links.ts';
import { allowedScripts, digestOf } from './policy.ts';
import { withoutTheme } from './preference.ts';
import { numberedScopes } from './scopes.ts';
import { withoutPictures, withoutStyles } from './styles.ts';

/** Parts of the search that other interfaces than ours load. */
const UNUSED = /^pagefind\/pagefind-(component-ui|modular-ui|ui|highlight)\.(js|css)$/;

/** Where the search begins: Pagefind names the languages of the site in whatever order they were indexed. */
const INDEX = 'pagefind/pagefind-entry.json';

function sorted(json: string): string {
  const { languages, ...rest } = JSON.parse(json) as { readonly languages: object };
  const inOrder = Object.entries(languages).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ ...rest, languages: Object.fromEntries(inOrder) });
}

/** Finishes the site in a folder. Gives the links that lead nowhere. @throws {Defect} where the policy would stop a script of ours. */
export function finish(folder: string, base: string): readonly BrokenLink[] {
  const all = filesIn(folder);
  for (const file of all) if (UNUSED.test(file)) rmSync(join(folder, file));
  const files = new Set(all.filter((file) => !UNUSED.test(file)));
  const write = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
    files.add(file);
  };
  if (files.has(INDEX)) write(INDEX, sorted(readFileSync(join(folder, INDEX), 'utf8')));
  const sheets = new Map<string, string>();
  for (const file of [...files].filter((each) => each.endsWith('.css'))) {
    const { css, files: pictures } = withoutPictures(readFileSync(join(folder, file), 'utf8'));
    sheets.set(file, css);
    for (const [name, svg] of pictures) write(file.replace(/[^/]*$/, name), svg);
  }
  const scopes = numberedScopes(sheets);
  for (const file of scopes.moved.keys()) {
    rmSync(join(folder, file));
    files.delete(file);
  }
  for (const [file, css] of scopes.sheets) write(file, css);
  const allowed = new Set(allowedScripts());
  const styles = new Map<string, string>();
  const linked: Linked[] = [];
  const pages = [...files].filter((file) => file.endsWith('.html'));
  const texts = new Map<string, string>();
  for (const file of pages) {
    const html = scopes.page(withoutTheme(readFileSync(join(folder, file), 'utf8')));
    const tags = tagsOf(html);
    hold(file, tags, allowed);
    linked.push(linkedIn(file, tags));
    const plain = withoutStyles(html, tags);
    for (const [name, style] of plain.styles) styles.set(name, style);
    texts.set(file, plain.html);
  }
  const sheet = [...styles].sort().map(([name, style]) => `.${name}{${style}}\n`);
  const name = `_astro/styles.${createHash('sha256').update(sheet.join('')).digest('hex').slice(0, 8)}.css`;
  write(name, sheet.join(''));
  for (const [file, text] of texts)
    write(
      file,
      text.replace('</head>', () => `<link rel="stylesheet" href="${base}${name}"></head>`),
    );
  return brokenLinks(linked, files, base);
}

/** Holds a page against the policy that it carries. */
function hold(file: string, tags: readonly Tag[], allowed: ReadonlySet<string>): void {
  for (const { name, attributes, text } of tags) {
    if (name === 'style') throw new Defect(`${file} holds a style sheet, which its policy stops`);
    if (name === 'script' && !attributes.has('src') && !allowed.has(digestOf(text)))
      throw new Defect(`${file} holds a script that its policy stops: ${text.slice(0, 80)}`);
    for (const attribute of attributes.keys())
      if (attribute.startsWith('on'))
        throw new Defect(`${file} holds the attribute ${attribute}, which its policy stops`);
  }
}
