/** Sections: Markdown files of the project as pages of its site, beside those of its tables. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Way } from '../../docs/site/home.ts';
import type { Page, Planned, Site } from '../../docs/site/site.ts';
import type { MenuEntry } from '../../generators/site/page.ts';
import { foreign, type Worded, worded } from '../../generators/site/text.ts';
import type { Text } from '../../model/table/types.ts';
import { documentFiles } from '../documents.ts';
import { EXIT, Stop } from '../exit.ts';
import { shown, textOf } from '../files.ts';
import { type MarkdownFile, readMarkdown } from './markdown.ts';

/** Files that become pages below a path. */
export type Section = {
  readonly path: string;
  readonly title: Text;
  readonly description?: Text | undefined;
  readonly files: readonly string[];
};

/** A file with its place on the site. */
type Placed = { readonly file: string; readonly path: string; readonly language: string; readonly section: Section };

const PICTURE = /\.(svg|png|jpe?g|gif|webp|avif)$/i;

/** What sections give to a site. */
export type Sections = {
  readonly pages: readonly Page<Planned>[];
  readonly menuIn: (language: string) => readonly MenuEntry[];
  readonly waysIn: (language: string) => readonly Way[];
  readonly files: Site['files'];
};

/**
 * Reads the files of sections. `name.fr.md` and `fr/name.md` are `name.md` in
 * French; a file without a language is in the first one.
 *
 * @throws {Stop} where a file or what it links to is not there.
 */
export function readSections(sections: readonly Section[], languages: readonly string[]): Sections {
  const placed = sections.flatMap((section) =>
    documentFiles(section.files, `site.sections: ${section.path}: `).map((file) => place(file, section, languages)),
  );
  const pathOf = new Map(placed.map(({ file, path }) => [resolve(file), path]));
  const files: { [path: string]: string | Uint8Array } = {};
  const read = placed.map((each) => {
    const lead = (link: string): string | undefined => led(link, each, pathOf, files);
    return { ...each, ...readFile(each, lead) };
  });
  const linksOf = (section: Section, language: string): readonly Extract<MenuEntry, { path: string }>[] => {
    const own = read.filter((each) => each.section === section);
    return [...new Set(own.map(({ path }) => path))].map((path) => {
      const editions = own.filter((each) => each.path === path);
      const best = editions.find((each) => each.language === language) ?? editions[0];
      const title = { text: best?.title ?? path, language: best?.language ?? language };
      return { label: title.text, path, ...foreign('language', title, language) };
    });
  };
  const said = (text: Text, language: string): Worded =>
    worded(text, language, languages[0] as string) ?? { text: '', language };
  read.sort((a, b) => (a.order === b.order ? (a.path < b.path ? -1 : 1) : a.order - b.order));
  return {
    files,
    pages: read.map(({ path, language, title, description, body, file }) => ({
      path,
      language,
      title,
      description,
      pieces: [body],
      source: shown(resolve(file)),
    })),
    menuIn: (language) =>
      sections.map((section) => {
        const { text, ...title } = said(section.title, language);
        return {
          label: text,
          ...foreign('language', { text, ...title }, language),
          entries: linksOf(section, language),
        };
      }),
    waysIn: (language) =>
      sections.flatMap((section) => {
        const [first, ...others] = linksOf(section, language);
        if (first === undefined) return [];
        const title = said(section.title, language);
        const description = said(section.description ?? '', language);
        const label = { text: first.label, language: first.language ?? language };
        return [{ title, description, path: first.path, first: label, pages: others.length + 1 }];
      }),
  };
}

function place(file: string, section: Section, languages: readonly string[]): Placed {
  const [, name = '', tag] = /^(.*?)(?:\.([a-zA-Z-]{2,}))?\.(?:md|markdown)$/.exec(basename(file)) ?? [];
  if (name === '')
    throw new Stop(EXIT.usage, `site.sections: ${section.path}: ${file} is no Markdown file: its name must end in .md`);
  const language = languages.find((each) => each === tag) ?? languages.find((each) => each === basename(dirname(file)));
  const whole = tag === undefined || language === tag ? name : `${name}.${tag}`;
  const own = whole.toLowerCase() === 'readme' || whole.toLowerCase() === 'index' ? '' : `/${whole}`;
  return { file, path: `${section.path}${own}`, language: language ?? (languages[0] as string), section };
}

function readFile({ file, path }: Placed, lead: (link: string) => string | undefined): MarkdownFile {
  try {
    return readMarkdown(textOf(file) ?? '', basename(path), lead);
  } catch (thrown) {
    if (thrown instanceof Stop) throw thrown;
    throw new Stop(EXIT.usage, `${file}:1 its frontmatter cannot be read: ${(thrown as Error).message.split('\n')[0]}`);
  }
}

/** Where a relative link goes on the site: to the page of a file, or to a picture that is taken along. */
function led(
  link: string,
  { file, section }: Placed,
  pathOf: ReadonlyMap<string, string>,
  files: { [path: string]: string | Uint8Array },
): string | undefined {
  const [, target = '', rest = ''] = /^([^?#]*)(.*)$/.exec(link) ?? [];
  const wanted = resolve(dirname(file), decodeURI(target));
  const path = pathOf.get(wanted);
  if (path !== undefined) return `/${path}/${rest}`;
  const text = PICTURE.test(wanted) ? bytesOf(wanted) : textOf(wanted) === undefined ? undefined : 'there';
  if (text === undefined) throw new Stop(EXIT.usage, `${file} links to ${link}, which is not there`);
  if (typeof text === 'string') return undefined;
  const picture = `${section.path}/${basename(wanted)}`;
  files[picture] = text;
  return `/${picture.split('/').map(encodeURIComponent).join('/')}`;
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(join(file));
  } catch {
    return undefined;
  }
}
