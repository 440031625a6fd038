/** `review`: holds documents against the table and against themselves, and reports what contradicts. */
import { extname } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { reviewGithub } from '../../generators/review/github.ts';
import { reviewHtml } from '../../generators/review/html.ts';
import { reviewJson } from '../../generators/review/json.ts';
import { reviewJunit } from '../../generators/review/junit.ts';
import { reviewMarkdown } from '../../generators/review/markdown.ts';
import { findingsText, SEVERITIES, type Severity, subjectText } from '../../generators/review/parts.ts';
import { reviewSarif } from '../../generators/review/sarif.ts';
import { reviewText } from '../../generators/review/text.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { type Review, undecided } from '../../properties/review/index.ts';
import { type LayoutOptions, layable } from '../columns.ts';
import { EXIT, Stop, strongest } from '../exit.ts';
import { replace } from '../files.ts';
import { loadConfig } from '../load/config.ts';
import { type Restated, reviewed } from '../reviewing.ts';
import { emphasis, out } from '../terminal.ts';
import { ends } from './common.ts';

const FORMATS = ['text', 'json', 'markdown', 'html', 'sarif', 'github', 'junit'] as const;
type Format = (typeof FORMATS)[number];

/** The format that the end of a file's name tells, where several files are written or none is demanded. */
const BY_ENDING: { readonly [ending: string]: Format } = {
  '.txt': 'text',
  '.json': 'json',
  '.md': 'markdown',
  '.html': 'html',
  '.sarif': 'sarif',
  '.xml': 'junit',
};

type Options = LayoutOptions & {
  readonly table?: string;
  readonly source?: readonly Restated[];
  readonly format?: Format;
  readonly out?: readonly string[];
  readonly failOn?: Severity;
  readonly strict?: true;
  readonly quiet?: true;
};

const EXAMPLES = `
Formats of --out FILE, by its ending: .txt .json .md .html .sarif .xml (JUnit); --format says another one.

Example:
  $ stateatlas review article.html
  $ stateatlas review --table order.atlas.yaml --strict 'docs/**/*.md'
  $ stateatlas review --source article=article.txt --out review.html --out review.sarif
  $ stateatlas review --format markdown > comment.md`;

export const reviewCommand = (version: string): Command =>
  layable(
    new Command('review')
      .description('hold documents against the table and against themselves, and report what contradicts')
      .argument('[documents...]', 'files, globs, or - for standard input; what tables restate unless given')
      .option('--table <table>', 'the file of the table, or its name, where that is not clear')
      .option('--source <key=file>', 'a document that is a source of the table; can be given several times', sourceOf),
  )
    .addOption(new Option('--format <format>', 'how to report; text unless given').choices([...FORMATS]))
    .option('--out <file>', 'a file to write the report to; can be given several times', listed)
    .addOption(
      new Option('--fail-on <severity>', 'the least severity of an open finding that fails').choices([...SEVERITIES]),
    )
    .addOption(new Option('--strict', 'fail on anything that is open').conflicts('failOn'))
    .option('--quiet', 'print only what is open, and nothing where a file is written')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: Options, command: Command) => {
      const config = loadConfig();
      const { review, codes } = await reviewed({ ...options, words, restated: options.source ?? [] }, config);
      if (review === undefined) return ends(command, strongest(codes));
      const least = options.strict ? 'note' : (options.failOn ?? config.review?.failOn ?? 'warning');
      const report = (format: Format): string =>
        reportOf(review, format, { version, least, codes: config.review?.codes });
      const files = options.out ?? [];
      const reports = files.map((file) => [file, report(formatOf(file, options))] as const);
      for (const [file, text] of reports) replace(file, text);
      if (files.length === 0) print(review, options, report);
      else if (!options.quiet) tell(review, files);
      ends(command, strongest([...codes, ...(undecided(review, least).length > 0 ? [EXIT.open] : [])]));
    });

function sourceOf(text: string, before: readonly Restated[] = []): readonly Restated[] {
  const [, source, file] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (source === undefined || file === undefined)
    throw new InvalidArgumentError('It must be the name of a source, = and a file: article=article.txt.');
  return [...before, { source, file }];
}

function listed(file: string, before: readonly string[] = []): readonly string[] {
  return [...before, file];
}

/** The format of a file: as demanded where it is the only one, else as its ending tells. */
function formatOf(file: string, { format, out: files = [] }: Options): Format {
  const told = BY_ENDING[extname(file).toLowerCase()];
  const found = files.length === 1 ? (format ?? told) : (told ?? format);
  if (found !== undefined) return found;
  throw new Stop(EXIT.usage, `the ending of ${file} tells no format; say it with --format`);
}

type Said = { readonly version: string; readonly least: Severity; readonly codes: string | undefined };

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The report in a format, with its line end. */
function reportOf(review: Review, format: Format, { version, least, codes }: Said): string {
  switch (format) {
    case 'text':
      return `${reviewText(review)}\n`;
    case 'json':
      return asJson(reviewJson(review, version));
    case 'markdown':
      return reviewMarkdown(review);
    case 'html':
      return reviewHtml(review);
    case 'sarif':
      return asJson(reviewSarif(review, { version, ...(codes !== undefined && { codes }) }));
    case 'github':
      return reviewGithub(review);
    case 'junit':
      return reviewJunit(review, least);
  }
}

/** Columns of a terminal: where it does not say how many, and the least that are counted on. */
const USUAL = 100;
const NARROWEST = 60;

/** The report on standard output: as text it is as wide as the terminal. */
function print(review: Review, { format = 'text', quiet }: Options, report: (format: Format) => string): void {
  if (format !== 'text') return void process.stdout.write(report(format));
  const columns = process.stdout.columns || USUAL;
  const text = reviewText(review, { style: emphasis(), quiet: quiet === true, width: Math.max(columns, NARROWEST) });
  if (text !== '') out(text);
  const lacksTable = review.table === undefined && review.findings.length > 0;
  if (lacksTable && !quiet)
    out('  findings are decided in a table; write its draft with: stateatlas import --write <documents>');
}

function tell(review: Review, files: readonly string[]): void {
  out(visible(`${subjectText(review)}: ${findingsText(review.findings)}`));
  for (const file of files) out(visible(`  see ${file}`));
}
