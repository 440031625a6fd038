/** The project's configuration: which tables, where the atlas goes, what is drawn. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import * as z from 'zod';
import { suggest } from '../../model/table/suggest.ts';
import { EXIT, Stop } from '../exit.ts';
import { textOf } from '../files.ts';

const picturesSchema = z.strictObject({
  formats: z.array(z.enum(['svg', 'png'])).default(['svg']),
  themes: z.array(z.enum(['light', 'dark'])).default(['light', 'dark']),
  diagrams: z.array(z.string()).describe('Names of the diagrams to draw; all of them unless given').optional(),
});

const reviewSchema = z.strictObject({
  documents: z.array(z.string()).describe('Files or globs of the documents to review').optional(),
  failOn: z
    .enum(['error', 'warning', 'note'])
    .describe('The least severity of an open finding that fails; warning unless given')
    .optional(),
  codes: z.url().describe('Address of the page on codes that SARIF rules link to').optional(),
});

const textSchema = z.union([z.string(), z.record(z.string(), z.string())]);

const sectionSchema = z.strictObject({
  path: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*$/)
    .describe('Where its pages stand, such as guides'),
  title: textSchema.describe('Its name in the menu, or one for each language'),
  description: textSchema.describe('What its pages are for, on the home of the site').optional(),
  files: z.array(z.string()).describe('Markdown files or globs; name.fr.md and fr/name.md are name.md in French'),
});

const siteSchema = z.strictObject({
  tables: z.array(z.string()).describe('Tables of the site; those of the project unless given').optional(),
  out: z.string().describe('Folder of the site').default('site'),
  base: z.string().describe('Path that the site is served below').default('/'),
  title: textSchema.describe('Title of the site, or one for each language').default('State Atlas'),
  description: textSchema.describe('What the site is, in a sentence on its home').default(''),
  languages: z.array(z.string()).min(1).describe('Languages; the first one stands at the root').optional(),
  versions: z
    .array(z.string())
    .describe('Git revisions, or patterns of tags such as v*, whose changes the site tells')
    .default([]),
  source: z
    .url({ protocol: /^https?$/ })
    .describe('How readers reach the sources: an address with {file} and {line} in it')
    .optional(),
  sections: z.array(sectionSchema).describe('Markdown files that become pages beside those of the tables').default([]),
});

const configSchema = z.strictObject({
  $schema: z.string().optional(),
  tables: z.array(z.string()).describe('Files, folders or globs of tables').optional(),
  out: z.string().describe('Folder of the generated atlas').default('docs/atlas'),
  language: z.string().describe('Language of labels and descriptions, such as en').default('en'),
  embed: z
    .array(z.string())
    .describe('Markdown, MDX and AsciiDoc files whose atlas blocks are kept up to date')
    .default([]),
  pictures: picturesSchema.describe('What is rendered to pictures; none unless given').optional(),
  site: siteSchema.describe('What `site` builds unless its command line says otherwise').optional(),
  review: reviewSchema.describe('What `review` does unless its command line says otherwise').optional(),
});

/** The configuration with its defaults, and the file it was read from. */
export type Config = z.infer<typeof configSchema> & { readonly file?: string };

/** The JSON Schema (2020-12) of the configuration file. */
export const configJsonSchema = (): unknown => ({
  title: 'State Atlas configuration',
  ...z.toJSONSchema(configSchema, { io: 'input' }),
});

/** Where the configuration is looked for, in this order. */
export const CONFIG_FILES = ['stateatlas.config.yaml', 'stateatlas.config.yml', 'stateatlas.config.json'];

/** The site of a configuration, with its defaults. */
export type SiteConfig = z.infer<typeof siteSchema>;

export const siteOf = ({ site, language }: Config): SiteConfig & { readonly languages: readonly string[] } => {
  const given = siteSchema.parse(site ?? {});
  return { ...given, languages: given.languages ?? [language] };
};

/** Reads the configuration of the working folder. @throws {Stop} with code 2 where it cannot be used. */
export function loadConfig(): Config {
  const file = CONFIG_FILES.find((name) => existsSync(join(process.cwd(), name)));
  if (file === undefined) return configSchema.parse({});
  const lines = new LineCounter();
  const document = parseDocument(textOf(file) ?? '', { lineCounter: lines });
  const at = (offset: number | undefined): string => {
    const { line, col } = lines.linePos(offset ?? 0);
    return `${file}:${line || 1}:${col || 1}`;
  };
  const [broken] = document.errors;
  if (broken !== undefined)
    throw new Stop(EXIT.usage, `${at(broken.pos[0])} cannot be read: ${broken.message.split(/ at line |\n/)[0]}`);
  const result = configSchema.safeParse(document.toJS() ?? {});
  if (result.success) return { ...result.data, file };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, document, at));
  throw new Stop(
    EXIT.usage,
    `${problems.join('\n')}\nKeys: tables, out, language, embed, pictures { formats, themes, diagrams }, site { tables, out, base, title, description, languages, versions, source, sections [{ path, title, description, files }] }, review { documents, failOn, codes }.`,
  );
}

type Issue = z.core.$ZodIssue;

/** The schema of the object that stands at a path. */
const schemaAt = ([key, inner]: readonly (string | number)[]): z.ZodObject => {
  if (key === undefined) return configSchema;
  if (key === 'review') return reviewSchema;
  if (key === 'site') return inner === 'sections' ? sectionSchema : siteSchema;
  return picturesSchema;
};

/** What is wrong with a configuration, each with its place; an unknown key with the key that was probably meant. */
function problemsOf(issue: Issue, document: Document, at: (offset: number | undefined) => string): readonly string[] {
  const path = issue.path as (string | number)[];
  if (issue.code !== 'unrecognized_keys') {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    return [`${at(node?.range?.[0])} ${path.join('.') || 'the file'}: ${issue.message}`];
  }
  const known = Object.keys(schemaAt(path).shape);
  return issue.keys.map((key) => {
    const map = document.getIn(path, true) as YAMLMap<{ value: string; range: [number, number, number] }>;
    const written = map.items.find((each) => each.key.value === key);
    const meant = suggest(key, known);
    return `${at(written?.key.range[0])} there is no key ${key}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
  });
}
