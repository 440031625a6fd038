/** From files to tables: which files, how each is read, and what is said about those that cannot be. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatDiagnostic } from '../../model/table/diagnostic.ts';
import { parseTable } from '../../model/table/parse.ts';
import type { Places } from '../../model/table/places.ts';
import { readTable } from '../../model/table/read.ts';
import type { Table } from '../../model/table/types.ts';
import { EXIT, Stop } from '../exit.ts';
import { shown } from '../files.ts';
import type { Config } from './config.ts';
import { typescriptPlaces } from './places-typescript.ts';

/** A table with the file it was read from, as its user would type it. */
export type Loaded = { readonly file: string; readonly table: Table; readonly places: Places };

/** What loading gives: the tables, and for each unreadable file what is wrong, ready to print. */
export type Loading = { readonly loaded: readonly Loaded[]; readonly problems: readonly string[] };

const PATTERN = '**/*.atlas.{ts,mts,js,mjs,yaml,yml,json}';
const MODULE = /\.atlas\.m?[jt]s$/;
const TEXT = /\.atlas\.(ya?ml|json)$/;
const SKIPPED = /(^|\/)(node_modules|dist|\.git)(\/|$)/;

const found = (pattern: string, cwd: string): readonly string[] =>
  globSync(pattern, { cwd, exclude: (name) => SKIPPED.test(name) })
    .filter((file) => !SKIPPED.test(file))
    .map((file) => resolve(cwd, file))
    .sort((a, b) => (a < b ? -1 : 1));

const isFolder = (path: string): boolean | undefined => statSync(path, { throwIfNoEntry: false })?.isDirectory();

/** The files that the arguments name; without any, those of the configuration or else of the working folder. */
export function tableFiles(named: readonly string[], config: Config): readonly string[] {
  const wanted = named.length > 0 ? named : (config.tables ?? ['.']);
  const files = wanted.flatMap((each) => {
    const folder = isFolder(each);
    if (folder === true) return found(PATTERN, resolve(each));
    if (folder === false) {
      if (MODULE.test(each) || TEXT.test(each)) return [resolve(each)];
      throw new Stop(EXIT.usage, `${each} is no table: its name must end in .atlas.ts, .atlas.yaml or .atlas.json`);
    }
    const matched = /[*?{[]/.test(each) ? found(each, process.cwd()) : [];
    if (matched.length === 0) throw new Stop(EXIT.usage, `there is no file ${each}`);
    return matched;
  });
  if (files.length === 0)
    throw new Stop(
      EXIT.usage,
      'there is no table here: no *.atlas.ts, *.atlas.yaml or *.atlas.json. Write one with: stateatlas init',
    );
  return [...new Set(files)];
}

/** Loads tables from files. A file that cannot be read becomes a problem and does not hide the others. */
export async function load(files: readonly string[]): Promise<Loading> {
  const loaded: Loaded[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const result = MODULE.test(file) ? await fromModule(file) : fromText(file);
    loaded.push(...result.loaded);
    problems.push(...result.problems);
  }
  const seen = new Map<string, string>();
  for (const { file, table } of loaded) {
    const other = seen.get(table.name);
    if (other !== undefined)
      problems.push(`${file}: the table ${table.name} is already the name of a table in ${other}`);
    seen.set(table.name, file);
  }
  return { loaded, problems };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function fromText(path: string): Loading {
  const file = shown(path);
  let text: string;
  try {
    text = decoder.decode(readFileSync(path));
  } catch (thrown) {
    const reason = thrown instanceof TypeError ? 'it is not UTF-8 text; save it as UTF-8' : (thrown as Error).message;
    return { loaded: [], problems: [`${file}: cannot be read: ${reason}`] };
  }
  const read = readTable(text, { file, format: file.endsWith('.json') ? 'json' : 'yaml' });
  if (read.ok) return { loaded: [{ file, table: read.table, places: read.places }], problems: [] };
  return { loaded: [], problems: read.diagnostics.map(formatDiagnostic) };
}

const looksLikeTable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'states') && Object.hasOwn(value, 'transitions');

async function fromModule(path: string): Promise<Loading> {
  const file = shown(path);
  let exported: readonly unknown[];
  try {
    exported = Object.values((await import(pathToFileURL(path).href)) as object);
  } catch (thrown) {
    const { name, message, stack = '' } = thrown as Error;
    const line = new RegExp(`${pathToFileURL(path).pathname}:(\\d+)`).exec(stack)?.[1];
    return {
      loaded: [],
      problems: [`${file}${line === undefined ? '' : `:${line}`}: cannot be loaded: ${name}: ${message}`],
    };
  }
  const tables = [...new Set(exported.filter(looksLikeTable))];
  if (tables.length === 0)
    return { loaded: [], problems: [`${file}: exports no table. Write: export const name = defineTable({ … })`] };
  const text = readFileSync(path, 'utf8');
  const loaded: Loaded[] = [];
  const problems: string[] = [];
  for (const value of tables) {
    const places = typescriptPlaces(text, file, String((value as { name?: unknown }).name));
    const parsed = parseTable(value, { places });
    if (parsed.ok) loaded.push({ file, table: parsed.table, places });
    else problems.push(...parsed.diagnostics.map(formatDiagnostic));
  }
  return { loaded, problems };
}
