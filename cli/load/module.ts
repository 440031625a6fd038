/** Tables and systems out of JavaScript and TypeScript modules, and what is said where a module cannot be loaded. */
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseModel } from '../../model/system/parse.ts';
import { formatDiagnostic, visible } from '../../model/table/diagnostic.ts';
import { EXIT } from '../exit.ts';
import { shown } from '../files.ts';
import { err } from '../terminal.ts';
import { shareCarried } from './carried.ts';
import type { Loaded, Loading } from './loaded.ts';
import { typescriptPlaces } from './places-typescript.ts';
import { sourceAt } from './source-file.ts';

const has = (value: object, parts: readonly string[]): number =>
  parts.filter((part) => Object.hasOwn(value, part)).length;

/**
 * An object with at least two of a table's parts is meant as a table, one with instances and tables as a system: what it lacks is then said with
 * its place.
 */
const looksLikeModel = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (has(value, ['name', 'states', 'events', 'transitions']) >= 2 || has(value, ['instances', 'tables']) === 2);

shareCarried();

/** Loads the tables and systems that a module exports. */
export async function fromModule(path: string): Promise<Loading> {
  const file = shown(path);
  let exported: readonly (readonly [name: string, value: unknown])[];
  try {
    exported = Object.entries(await imported(path, file));
  } catch (thrown) {
    return { loaded: [], problems: [unloadable(path, file, thrown)] };
  }
  const models = new Map(exported.flatMap(([name, value]) => (looksLikeModel(value) ? [[value, name] as const] : [])));
  if (models.size === 0)
    return { loaded: [], problems: [`${file}:1 exports no table\n    Write: export const name = defineTable({ … })`] };
  const source = sourceAt(path) ?? { file, text: '', imported: () => undefined };
  const loaded: Loaded[] = [];
  const problems: string[] = [];
  for (const [value, name] of models) {
    const places = typescriptPlaces(source, { name: (value as { name?: unknown }).name, exported: name });
    const parsed = parseModel(value, { places });
    if (parsed.ok) loaded.push({ file, model: parsed.model, places });
    else problems.push(...parsed.diagnostics.map(formatDiagnostic));
  }
  return { loaded, problems };
}

/**
 * Imports a module and waits until what it started has had its turn. A module that ends the process, or waits for what
 * never comes, is named and makes the command fail: it must not look like a check that passed. What it prints goes to standard
 * error, since standard output is the report's.
 */
async function imported(path: string, file: string): Promise<object> {
  const ended = (): void => {
    err(`${file}:1 ends the process while it is loaded, or waits for ever\n    ${DATA_ONLY}`);
    process.exitCode = EXIT.unreadable;
  };
  let fail: (thrown: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  process.on('exit', ended).on('uncaughtException', fail);
  const { write } = process.stdout;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    const loading = (async () => {
      const module = (await import(pathToFileURL(path).href)) as object;
      await setImmediate();
      return module;
    })();
    return await Promise.race([loading, failed]);
  } finally {
    process.stdout.write = write;
    process.off('exit', ended).off('uncaughtException', fail);
  }
}

const DATA_ONLY = 'A table is data: export it and do nothing else in its file.';

/** Place, error and remedy of a module that cannot be loaded. */
function unloadable(path: string, file: string, thrown: unknown): string {
  const { name, message, stack = '', code } = (thrown instanceof Error ? thrown : {}) as Partial<NodeJS.ErrnoException>;
  const said =
    message === undefined ? `throws ${visible(JSON.stringify(thrown) ?? 'undefined')}` : `${name}: ${message}`;
  const places = [pathToFileURL(path).pathname, path].map((each) => stack.split(`${each}:`)[1]?.match(/^\d+/)?.[0]);
  const line = places.find((each) => each !== undefined) ?? '1';
  return `${file}:${line} cannot be loaded: ${visible(said.replaceAll(`${process.cwd()}/`, ''))}\n    ${remedy(code, said)}`;
}

function remedy(code: string | undefined, said: string): string {
  const missing = /Cannot find package '([^']+)'/.exec(said)?.[1];
  if (missing !== undefined) return `Install it: npm install --save-dev ${missing}`;
  if (code === 'ERR_MODULE_NOT_FOUND') return 'Check the path of the import; it names the whole file, with its ending.';
  if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX')
    return 'Node runs TypeScript by leaving the types out: no enum, no namespace, no parameter property.';
  if (said.startsWith('SyntaxError')) return 'Mend the syntax there.';
  return DATA_ONLY;
}
