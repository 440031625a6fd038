/** What a site is to show: its setting from the command line and the configuration, its tables checked, its sections read. */
import type { Site } from '../../docs/site/site.ts';
import { textIn } from '../../model/table/text.ts';
import type { Text } from '../../model/table/types.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Watched } from '../judging.ts';
import { type Config, loadConfig, siteOf } from '../load/config.ts';
import { load, tableFiles } from '../load/load.ts';
import { err } from '../terminal.ts';
import { collect } from './collect.ts';
import { readSections } from './sections.ts';

/** What the command line says of a site; what it does not say is the configuration’s. */
export type Asked = {
  readonly out?: string;
  readonly base?: string;
  readonly title?: string;
  /** Tags, separated by commas. */
  readonly languages?: string;
  /** Revisions and patterns of tags, separated by commas. */
  readonly versions?: string;
};

/**
 * Set in the environment of a process that plans for another one: changed modules are read anew only in a fresh process. It sends the site to
 * the process that started it and writes nothing.
 */
export const PLANNING = 'STATEATLAS_PLANNING';

/** A path with a slash at either end. @throws {Stop} where it cannot be one. */
export function baseOf(base: string): string {
  const path = `/${base}/`.replace(/\/{2,}/g, '/');
  if (/^(\/[\w.~-]+)*\/$/.test(path) && !/\/\.{1,2}\//.test(path)) return path;
  throw new Stop(EXIT.usage, `--base ${base} is no path of an address: write it like /docs/`);
}

/** The languages, each once. @throws {Stop} where one is no tag. */
function languagesOf(words: readonly string[]): readonly string[] {
  const tags = [...new Set(words.map((each) => each.trim()).filter(Boolean))];
  for (const tag of tags)
    try {
      Intl.getCanonicalLocales(tag);
    } catch {
      throw new Stop(EXIT.usage, `--languages: ${tag} is no language; write its tag, such as en or fr`);
    }
  if (tags.length > 0) return tags;
  throw new Stop(EXIT.usage, '--languages names no language; write tags, such as en,fr');
}

/** The files of the tables that a site shows. @throws {Stop} where they name nothing. */
export function filesOfSite(files: readonly string[], config: Config = loadConfig()): readonly string[] {
  const { tables } = siteOf(config);
  return tableFiles(files, tables === undefined ? config : { ...config, tables });
}

/** A planned site, and the exit codes that its tables ask for: none where all could be read. */
export type Plan = { readonly site: Site; readonly codes: readonly ExitCode[] };

/** Plans the site of the named tables, or of the project’s. Prints what could not be read. @throws {Stop} */
export async function plan(files: readonly string[], asked: Asked, watched: Watched): Promise<Plan> {
  const config = loadConfig();
  const said = siteOf(config);
  const languages = languagesOf(asked.languages?.split(',') ?? said.languages);
  const inEach = (text: Text): Site['title'] => Object.fromEntries(languages.map((each) => [each, textIn(text, each)]));
  const { loaded, problems } = await load(filesOfSite(files, config));
  for (const problem of problems) err(problem);
  const site = await collect(
    loaded,
    {
      title: inEach(asked.title ?? said.title),
      tagline: said.description,
      languages,
      base: baseOf(asked.base ?? said.base),
      ...(said.source !== undefined && { source: said.source }),
    },
    readSections(said.sections, languages),
    watched,
    asked.versions === undefined
      ? said.versions
      : asked.versions
          .split(',')
          .map((each) => each.trim())
          .filter(Boolean),
  );
  return { site, codes: problems.length > 0 ? [EXIT.unreadable] : [] };
}
