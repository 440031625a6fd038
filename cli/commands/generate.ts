/** `generate`: writes the atlas of every table and system, fills embedded blocks, draws pictures; or says what is out of date. */
import { dirname, join, relative, sep } from 'node:path';
import { Command } from 'commander';
import type { Input } from '../../generators/artefact.ts';
import { atlas } from '../../generators/atlas.ts';
import type { Embeddable } from '../../generators/embed/blocks.ts';
import { jsonReport } from '../../generators/report/json.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { filled } from '../embedding/index.ts';
import { EXIT, type ExitCode, strongest } from '../exit.ts';
import { textOf } from '../files.ts';
import { checkLoaded, type Watched } from '../judging.ts';
import { type Config, loadConfig } from '../load/config.ts';
import type { PictureJob } from '../pictures/index.ts';
import { type GenerateReport, toolOf } from '../reports.ts';
import { err, out, outJson } from '../terminal.ts';
import { compare, type FileState, foldersBeside, type Wanted, writeAll } from '../wanted.ts';
import { type Common, common, ends, loadNamed, progressing } from './common.ts';

type Options = Common &
  Pick<Watched, 'progress'> & {
    readonly check?: true;
    readonly pictures: boolean;
    readonly out?: string;
    readonly language?: string;
  };

export const generateCommand = (version: string): Command =>
  progressing(common(new Command('generate'), 'print only what is out of date'))
    .description('write diagrams, Markdown, types and embedded blocks of every table and system')
    .argument('[files...]', 'tables, systems, folders or globs; those of the project unless given')
    .option('--check', 'write nothing; exit 1 and show a diff when anything on disk differs')
    .option('--no-pictures', 'draw no pictures')
    .option('--out <folder>', 'folder of the atlas; docs/atlas unless configured')
    .option('--language <tag>', 'language of labels and descriptions')
    .addHelpText(
      'after',
      '\nExample:\n  $ stateatlas generate --out docs/atlas order.atlas.yaml\n  $ stateatlas generate --check',
    )
    .action(async (files: string[], options: Options, command: Command) => {
      const config = loadConfig();
      const { loaded, codes } = await loadNamed(files);
      const all: Embeddable[] = [];
      const texts = new Map<string, string>();
      const pictures: PictureJob[] = [];
      const root = options.out ?? config.out;
      for (const each of loaded) {
        const reported = await checkLoaded(each, options);
        const input: Input = { ...reported, language: options.language ?? config.language, ...shownPictures(config) };
        const { artefacts, diagrams } = atlas(input);
        const folder = join(root, each.model.name);
        for (const { path, content } of artefacts) texts.set(join(folder, path), content);
        texts.set(join(folder, 'check.json'), `${JSON.stringify(jsonReport(version, [reported]), null, 2)}\n`);
        if (options.pictures) pictures.push(...jobs(config, folder, diagrams));
        all.push({ input, diagrams, folder });
      }
      // A block may show a table that could not be read: what stands there is then left as it is.
      const embedded = codes.length > 0 ? [] : embedAll(config, all, texts);
      const folders = all.map(({ folder }) => folder);
      // Only who generates all that there is knows that a folder is nobody’s.
      const abandoned = files.length === 0 && codes.length === 0 ? foldersBeside(root, folders) : [];
      const wanted: Wanted = { texts, pictures, folders, abandoned };
      const { files: done, code } = options.check ? compare(wanted) : await writeAll(wanted, options.quiet === true);
      const report: GenerateReport = { tool: toolOf(version), check: options.check === true, files: [...done] };
      if (options.format === 'json') outJson(report);
      else print(report, folders, options.quiet === true);
      ends(command, strongest([...codes, ...embedded, code]));
    });

/** What pages may show: of several formats the first one that is configured. */
function shownPictures({ pictures }: Config): Pick<Input, 'pictures'> {
  const format = pictures?.formats[0];
  if (pictures === undefined || format === undefined || pictures.themes.length === 0) return {};
  const { themes, diagrams } = pictures;
  return { pictures: { format, themes, ...(diagrams && { diagrams }) } };
}

function jobs({ pictures }: Config, folder: string, diagrams: Embeddable['diagrams']): readonly PictureJob[] {
  if (pictures === undefined) return [];
  const wanted = pictures.diagrams && new Set(pictures.diagrams);
  return diagrams
    .filter(({ name }) => wanted === undefined || wanted.has(name))
    .flatMap(({ name, source }) =>
      pictures.formats.flatMap((format) =>
        pictures.themes.map((theme) => ({
          source,
          format,
          theme,
          file: join(folder, 'pictures', `${name}.${theme}.${format}`),
        })),
      ),
    );
}

/** Fills the blocks of the configured files; a file with a problem is left as it is. */
function embedAll(config: Config, all: readonly Embeddable[], texts: Map<string, string>): readonly ExitCode[] {
  const codes: ExitCode[] = [];
  for (const file of config.embed) {
    const text = textOf(file);
    if (text === undefined) {
      err(`${config.file}: embed: there is no file ${file}; create it or take it out`);
      codes.push(EXIT.usage);
      continue;
    }
    const tables = new Map(
      all.map((each) => [
        each.input.model.name,
        { ...each, folder: relative(dirname(file), each.folder).split(sep).join('/') },
      ]),
    );
    const { text: full, problems } = filled(file, text, tables);
    for (const { line, column, message } of problems) err(`${file}:${line}:${column} ${visible(message)}`);
    if (problems.length > 0) codes.push(EXIT.usage);
    else texts.set(file, full);
  }
  return codes;
}

/** What was done, or found to do, in words. */
function print({ check, files }: GenerateReport, folders: readonly string[], quiet: boolean): void {
  const say = quiet ? () => {} : out;
  const of = (...states: readonly FileState[]) => files.filter(({ state }) => states.includes(state));
  if (!check) {
    const texts = files.filter(({ kind, state }) => kind === 'text' && state !== 'removed');
    const pictures = files.filter(({ kind, state }) => kind === 'picture' && state !== 'removed');
    const fresh = (all: typeof texts): number => all.filter(({ state }) => state === 'up to date').length;
    const removed = of('removed').length;
    say(
      `${texts.length} texts: ${texts.length - fresh(texts)} written, ${fresh(texts)} up to date${removed > 0 ? `, ${removed} removed` : ''}`,
    );
    for (const folder of folders) say(`  see ${join(folder, 'README.md').split(sep).join('/')}`);
    if (pictures.length > 0 && of('not drawn').length === 0)
      say(`${pictures.length} pictures: ${pictures.length - fresh(pictures)} drawn, ${fresh(pictures)} up to date`);
    return;
  }
  const stale = files.filter(({ state }) => state !== 'up to date');
  for (const { file, kind, state, difference } of stale) {
    const how = kind === 'picture' && state === 'out of date' ? 'missing or drawn from another diagram' : state;
    out(`${file} is ${how}${difference === undefined ? '' : `\n${visibleLines(difference)}`}`);
  }
  if (stale.length > 0) out(`${stale.length} out of date; bring them up to date with: ${againWithout('--check')}`);
  else {
    const texts = files.filter(({ kind }) => kind === 'text').length;
    say(`${texts} texts and ${files.length - texts} pictures are up to date`);
  }
}

const againWithout = (option: string): string =>
  ['stateatlas', ...process.argv.slice(2).filter((word) => word !== option)].join(' ');

const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');
