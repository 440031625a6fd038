/** What is reviewed: documents, held against a table where there is one; without documents, what tables restate of their sources. */
import { existsSync } from 'node:fs';
import { isSystem } from '../model/system/types.ts';
import { visible } from '../model/table/diagnostic.ts';
import { suggest } from '../model/table/suggest.ts';
import type { Table } from '../model/table/types.ts';
import { isAbout, isGenerated, isSourceOf, type Review, reviewOf } from '../properties/review/index.ts';
import type { LayoutOptions } from './columns.ts';
import { loadNamed } from './commands/common.ts';
import { documentFiles, isMarkdown, type ReadDocument, readAll } from './documents.ts';
import { EXIT, type ExitCode, Stop } from './exit.ts';
import type { Config } from './load/config.ts';
import { tablesHere } from './load/load.ts';
import { err } from './terminal.ts';

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
  return together(restating.map((table) => reviewOf({ table })));
}

/** Reviews as one. */
function together(reviews: readonly Review[]): Review {
  const tables = reviews.flatMap(({ table }) => table ?? []);
  return {
    ...(tables.length > 0 && { table: tables.join(', ') }),
    documents: reviews.flatMap(({ documents }) => documents),
    findings: reviews.flatMap(({ findings }) => findings),
  };
}

/** Refuses a source that no table has. */
function insistOnSources(tables: readonly Table[], restated: readonly Restated[]): void {
  const known = tables.flatMap(({ sources = {} }) => Object.keys(sources));
  for (const { source } of restated) {
    if (known.includes(source)) continue;
    const meant = suggest(source, known);
    const where =
      tables.length === 0
        ? 'there is no table'
        : `no table has such a source (${tables.map(({ name }) => name).join(', ')})`;
    throw new Stop(EXIT.usage, `--source ${source}: ${where}${meant === undefined ? '' : `; did you mean ${meant}?`}`);
  }
}

/** The table that a document is held against: the only one, else the one of which it is a source. */
function tableFor(name: string, tables: readonly Table[], restated: readonly Restated[]): Table | undefined {
  if (tables.length < 2) return tables[0];
  const told = restated.find(({ file }) => file === name);
  const owners = tables.filter((table) =>
    told === undefined ? isSourceOf(table, name) : Object.hasOwn(table.sources ?? {}, told.source),
  );
  if (owners.length === 1) return owners[0];
  throw new Stop(
    EXIT.usage,
    `${name}: there are several tables, and ${owners.length === 0 ? 'none' : 'more than one'} has it as the location of a source; choose one with --table: ${tables.map((table) => table.name).join(', ')}`,
  );
}

/** Whether a Markdown document is held against the table as a whole, beside its prose: it is a source of it, or about its lifecycle. */
function isHeld(document: ReadDocument, table: Table, sources: { readonly [name: string]: string }): boolean {
  const { name, reading } = document;
  if (Object.hasOwn(sources, name) || isSourceOf(table, name) || isAbout(table, document, reading)) return true;
  if (reading.claims.length > 0 && reading.layout !== 'definitions' && !isGenerated(document.text))
    err(
      visible(
        `${name}: what was read of it (${reading.layout}) is not about the states of ${table.name}; only its prose is reviewed`,
      ),
    );
  return false;
}

/** Does the review that is asked for. @throws {Stop} where it is asked for wrongly. */
export async function reviewed(asked: Asked, config: Config): Promise<Reviewed> {
  const configured = asked.words.length === 0 && asked.restated.length === 0;
  const words = configured ? (config.review?.documents ?? []) : asked.words;
  const where = configured ? `${config.file}: review.documents: ` : '';
  const names = [...new Set([...documentFiles(words, where), ...asked.restated.map(({ file }) => file)])];
  const { tables, codes } = await tablesFor(asked, config, names.length > 0);
  if (names.length === 0) return tables.length === 0 ? { codes } : { review: restatedOf(tables), codes };
  if (codes.length > 0) return { codes };
  insistOnSources(tables, asked.restated);
  const owners = new Map(names.map((name) => [name, tableFor(name, tables, asked.restated)]));
  const { layout, columns } = asked;
  const isDemanded = layout !== undefined || columns !== undefined;
  const isProse = (name: string): boolean => !isDemanded && owners.get(name) !== undefined && isMarkdown(name);
  const read = readAll(names, { ...(layout && { layout }), ...(columns && { columns }) }, { isProse });
  if (read.documents.length + read.prose.length === 0) return { codes: read.codes };
  const sources = Object.fromEntries(asked.restated.map(({ source, file }) => [file, source]));
  const groups = Map.groupBy([...read.documents, ...read.prose], ({ name }) => owners.get(name));
  const reviews = [...groups].map(([table, all]) => {
    const own = read.documents.filter(({ name }) => owners.get(name) === table);
    const documents = own.filter((each) => table === undefined || !isProse(each.name) || isHeld(each, table, sources));
    const prose = all.filter(({ name }) => isProse(name));
    return reviewOf({ ...(table && { table }), documents, prose, sources });
  });
  return { review: together(reviews), codes: read.codes };
}
