/** From files to tables and systems: which files, how each is read, and what is said about those that cannot be. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readModel } from '../../model/system/read.ts';
import { isSystem } from '../../model/system/types.ts';
import { formatDiagnostic } from '../../model/table/diagnostic.ts';
import { suggest } from '../../model/table/suggest.ts';
import { EXIT, Stop } from '../exit.ts';
import { reasonOf, shown } from '../files.ts';
import type { Config } from './config.ts';
import type { Loaded, Loading } from './loaded.ts';

const PATTERN = '**/*.atlas.{ts,mts,js,mjs,yaml,yml,json}';
const MODULE = /\.atlas\.m?[jt]s$/;
const TEXT = /\.atlas\.(ya?ml|json)$/;
/** Folders that are never looked into. */
export const SKIPPED = /(^|\/)(node_modules|dist|\.git)(\/|$)/;

const named = (file: string): boolean => MODULE.test(file) || TEXT.test(file);

/** The tables that a pattern matches. */
const found = (pattern: string, cwd: string): readonly string[] =>
  globSync(pattern, { cwd, exclude: (name) => SKIPPED.test(name) })
    .filter((file) => named(file) && !SKIPPED.test(file))
    .map((file) => resolve(cwd, file))
    .filter((file) => isFolder(file) !== true)
    .sort((a, b) => (a < b ? -1 : 1));

/** Whether a path is a folder; `undefined` where nothing is there. What cannot be looked at is left to who reads it. */
function isFolder(path: string): boolean | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory();
  } catch {
    return false;
  }
}

/** The tables of the working folder and below it. */
export const tablesHere = (): readonly string[] => found(PATTERN, process.cwd());

const NO_TABLE = 'no *.atlas.ts, *.atlas.yaml or *.atlas.json';

/** The files that the arguments name; without any, those of the configuration or else of the working folder. */
export function tableFiles(given: readonly string[], config: Config): readonly string[] {
  const configured = given.length === 0 && config.tables !== undefined;
  const where = configured ? `${config.file}: tables: ` : '';
  const wanted = given.length > 0 ? given : (config.tables ?? ['.']);
  if (wanted.length === 0)
    throw new Stop(EXIT.usage, `${where}it names nothing; name a file, a folder or a glob there`);
  return [...new Set(wanted.flatMap((each) => matching(each, where)))];
}

/** The tables that one word names. */
function matching(word: string, where: string): readonly string[] {
  const folder = isFolder(word);
  if (folder === false) {
    if (named(word)) return [resolve(word)];
    throw new Stop(
      EXIT.usage,
      `${where}${word} is no table: its name must end in .atlas.ts, .atlas.yaml or .atlas.json`,
    );
  }
  const pattern = folder === undefined && /[*?{[]/.test(word);
  const files = folder ? found(PATTERN, resolve(word)) : pattern ? found(word, process.cwd()) : [];
  if (files.length > 0) return files;
  if (folder) {
    const here = shown(resolve(word)) === '.' ? 'here' : `in ${word}`;
    throw new Stop(EXIT.usage, `${where}there is no table ${here}: ${NO_TABLE}. Write one with: stateatlas init`);
  }
  if (pattern) throw new Stop(EXIT.usage, `${where}no table matches ${word}: ${NO_TABLE} is among what it names`);
  const meant = similar(word);
  throw new Stop(
    EXIT.usage,
    `${where}there is no file ${word}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  );
}

/** The table whose name, without its ending, is nearest in spelling. */
function similar(word: string): string | undefined {
  const stem = (file: string): string => file.replace(/\.atlas\.\w+$|\.\w+$/, '');
  const stems = new Map(tablesHere().map((file) => [stem(shown(file)), shown(file)]));
  return stems.get(suggest(stem(word), stems.keys()) ?? '');
}

/**
 * Loads tables and systems from files. A file that cannot be read becomes a problem and does not hide the others; of two of one
 * name the first is kept.
 */
export async function load(files: readonly string[]): Promise<Loading> {
  const loaded = new Map<string, Loaded>();
  const problems: string[] = [];
  for (const path of files) {
    const result = MODULE.test(path) ? await (await import('./module.ts')).fromModule(path) : fromText(path);
    problems.push(...result.problems);
    for (const each of result.loaded) {
      const { file, model, places } = each;
      const other = loaded.get(model.name);
      if (other === undefined) loaded.set(model.name, each);
      else
        problems.push(
          `${file}:${places(['name'])?.line ?? 1} there is already a ${isSystem(other.model) ? 'system' : 'table'} ${model.name}, in ${other.file}\n    Give one of them another name.`,
        );
    }
  }
  return { loaded: [...loaded.values()], problems };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function fromText(path: string): Loading {
  const file = shown(path);
  let text: string;
  try {
    text = decoder.decode(readFileSync(path));
  } catch (thrown) {
    const reason = thrown instanceof TypeError ? 'it is not UTF-8 text; save it as UTF-8' : reasonOf(thrown);
    return { loaded: [], problems: [`${file}:1 cannot be read: ${reason}`] };
  }
  const read = readModel(text, { file, format: file.endsWith('.json') ? 'json' : 'yaml' });
  if (read.ok) return { loaded: [{ file, model: read.model, places: read.places }], problems: [] };
  return { loaded: [], problems: read.diagnostics.map(formatDiagnostic) };
}
