/** What is reviewed: documents, held against a table where there is one; without documents, what tables restate of their sources. */
import { existsSync } from 'node:fs';
import { isSystem } from '../model/system/types.ts';
import { suggest } from '../model/table/suggest.ts';
import type { Table } from '../model/table/types.ts';
import { type Review, reviewOf } from '../properties/review/index.ts';
import type { LayoutOptions } from './columns.ts';
import { loadNamed } from './commands/common.ts';
import { documentFiles, readAll } from './documents.ts';
import { EXIT, type ExitCode, Stop } from './exit.ts';
import type { Config } from './load/config.ts';
import { tablesHere } from './load/load.ts';

/** A source of the table, and the document that it is. */
export type Restated = { readonly source: string; readonly file: string };

/** What is asked for. */
export type Asked = {
  readonly words: readonly string[];
  /** The file of the table, or its name among those of the project. */
  readonly table?: string;
  readonly restated: readonly Restated[];
} & LayoutOptions;

/** The review, unless nothing could be read; and the exit codes of what could not. */
export type Reviewed = { readonly review?: Review; readonly codes: readonly ExitCode[] };

/** The tables at hand. Without a word for one, those of the project; where documents are reviewed there may be none. */
async function tablesFor({ table }: Asked, config: Config, withDocuments: boolean) {
  const isFile = table !== undefined && existsSync(table);
  if (table === undefined && withDocuments && config.tables === undefined && tablesHere().length === 0)
    return { tables: [], codes: [] };
  const { loaded, codes } = await loadNamed(isFile ? [table] : []);
  const all = loaded.flatMap(({ model }): readonly Table[] => (isSystem(model) ? [] : [model]));
  const named = table === undefined || isFile ? all : all.filter(({ name }) => name === table);
  if (named.length > 0 || codes.length > 0) return { tables: named, codes };
  const meant = suggest(table ?? '', [...all.map(({ name }) => name), ...tablesHere()]);
  throw new Stop(
    EXIT.usage,
    table === undefined || isFile
      ? `there is no table${isFile ? ` in ${table}` : ''}, only systems; name the file of a table with --table`
      : `there is no file and no table ${table}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  );
}

/** Reviews the claims that tables restate, each table by itself. */
function restatedOf(tables: readonly Table[]): Review {
  const restating = tables.filter(({ sources = {} }) =>
    Object.values(sources).some(({ claims }) => claims !== undefined),
  );
  if (restating.length === 0)
    throw new Stop(EXIT.usage, 'no table restates what a source claims; name the documents to review');
  const reviews = restating.map((table) => reviewOf({ table }));
  return {
    table: reviews.map(({ table }) => table).join(', '),
    documents: reviews.flatMap(({ documents }) => documents),
    findings: reviews.flatMap(({ findings }) => findings),
  };
}

/** Refuses a source that the table does not have. */
function insistOnSources(table: Table | undefined, restated: readonly Restated[]): void {
  for (const { source } of restated) {
    const known = Object.keys(table?.sources ?? {});
    if (known.includes(source)) continue;
    const meant = suggest(source, known);
    throw new Stop(
      EXIT.usage,
      `--source ${source}: ${table === undefined ? 'there is no table' : `the table ${table.name} has no such source`}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    );
  }
}

/** Does the review that is asked for. @throws {Stop} where it is asked for wrongly. */
export async function reviewed(asked: Asked, config: Config): Promise<Reviewed> {
  const configured = asked.words.length === 0 && asked.restated.length === 0;
  const words = configured ? (config.review?.documents ?? []) : asked.words;
  const where = configured ? `${config.file}: review.documents: ` : '';
  const names = [...new Set([...documentFiles(words, where), ...asked.restated.map(({ file }) => file)])];
  const { tables, codes } = await tablesFor(asked, config, names.length > 0);
  if (names.length === 0) return tables.length === 0 ? { codes } : { review: restatedOf(tables), codes };
  if (tables.length > 1)
    throw new Stop(
      EXIT.usage,
      `there are several tables; choose one with --table: ${tables.map(({ name }) => name).join(', ')}`,
    );
  if (codes.length > 0) return { codes };
  const [table] = tables;
  insistOnSources(table, asked.restated);
  const { layout, columns } = asked;
  const read = readAll(names, { ...(layout && { layout }), ...(columns && { columns }) });
  if (read.documents.length === 0) return { codes: read.codes };
  const sources = Object.fromEntries(asked.restated.map(({ source, file }) => [file, source]));
  return { review: reviewOf({ ...(table && { table }), documents: read.documents, sources }), codes: read.codes };
}
