/** `generate`: writes the atlas of every table, fills embedded blocks, draws pictures; or says what is out of date. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Command } from 'commander';
import type { Input } from '../../generators/artefact.ts';
import { atlas } from '../../generators/atlas.ts';
import { type Embeddable, resolver } from '../../generators/embed/blocks.ts';
import { embed } from '../../generators/embed/embed.ts';
import { jsonReport } from '../../generators/report/json.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { difference } from '../difference.ts';
import { EXIT, type ExitCode, strongest } from '../exit.ts';
import { textOf, write } from '../files.ts';
import { checkLoaded } from '../judging.ts';
import { type Config, loadConfig } from '../load/config.ts';
import { isFresh, MissingTool, type PictureJob, renderPictures } from '../pictures/index.ts';
import { err, out } from '../terminal.ts';
import { ends, loadNamed } from './common.ts';

type Options = {
  readonly check?: true;
  readonly pictures: boolean;
  readonly out?: string;
  readonly language?: string;
  readonly quiet?: true;
};

/** Everything that should be on disk: texts by file, and pictures. */
type Wanted = {
  readonly texts: ReadonlyMap<string, string>;
  readonly pictures: readonly PictureJob[];
  readonly folders: readonly string[];
};

const MANIFEST = '.atlas.json';

export const generateCommand = (version: string): Command =>
  new Command('generate')
    .description('write diagrams, Markdown, types and embedded blocks of every table')
    .argument('[files...]', 'tables, folders or globs; the project’s tables unless given')
    .option('--check', 'write nothing; exit 1 and show a diff when anything on disk differs')
    .option('--no-pictures', 'draw no pictures')
    .option('--out <folder>', 'folder of the atlas; docs/atlas unless configured')
    .option('--language <tag>', 'language of labels and descriptions')
    .option('--quiet', 'print only problems')
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
        const reported = checkLoaded(each);
        const input: Input = { ...reported, language: options.language ?? config.language, ...shownPictures(config) };
        const { artefacts, diagrams } = atlas(input);
        const folder = join(root, each.table.name);
        for (const { path, content } of artefacts) texts.set(join(folder, path), content);
        texts.set(join(folder, 'check.json'), `${JSON.stringify(jsonReport(version, [reported]), null, 2)}\n`);
        if (options.pictures) pictures.push(...jobs(config, folder, diagrams));
        all.push({ input, diagrams, folder });
      }
      const embedded = embedAll(config, all, texts);
      const folders = all.map(({ folder }) => folder);
      const wanted: Wanted = { texts, pictures, folders };
      const done = options.check ? compare(wanted) : await writeAll(wanted, options.quiet === true);
      ends(command, strongest([...codes, ...embedded, done]));
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

/** Fills the blocks of the configured Markdown files; a file with a problem is left as it is. */
function embedAll(
  { embed: files }: Config,
  all: readonly Embeddable[],
  texts: Map<string, string>,
): readonly ExitCode[] {
  const codes: ExitCode[] = [];
  for (const file of files) {
    const text = textOf(file);
    if (text === undefined) {
      err(`${file}: there is no such file; it stands under embed in the configuration`);
      codes.push(EXIT.usage);
      continue;
    }
    const tables = new Map(
      all.map((each) => [
        each.input.table.name,
        { ...each, folder: relative(dirname(file), each.folder).split(sep).join('/') },
      ]),
    );
    const filled = embed(text, resolver(tables));
    for (const { line, column, message } of filled.problems) err(`${file}:${line}:${column} ${visible(message)}`);
    if (filled.problems.length > 0) codes.push(EXIT.usage);
    else texts.set(file, filled.text);
  }
  return codes;
}

/** Files below a folder that an earlier run wrote and that are no longer wanted. */
function leftOver(folder: string, { texts, pictures }: Wanted): readonly string[] {
  const manifest = textOf(join(folder, MANIFEST));
  if (manifest === undefined) return [];
  const wanted = new Set([...texts.keys(), ...pictures.map(({ file }) => file)]);
  return (JSON.parse(manifest) as string[])
    .map((path) => join(folder, path))
    .filter(
      (file) =>
        !wanted.has(file) &&
        textOf(file) !== undefined &&
        !(pictures.length === 0 && file.includes(`${sep}pictures${sep}`)),
    );
}

const inside = (folder: string, file: string): boolean => file.startsWith(folder + sep);

async function writeAll(wanted: Wanted, quiet: boolean): Promise<ExitCode> {
  const { texts, pictures, folders } = wanted;
  const say = quiet ? () => {} : out;
  const removed = folders.flatMap((folder) => leftOver(folder, wanted));
  for (const file of removed) rmSync(file);
  let written = 0;
  for (const [file, content] of texts) if (write(file, content)) written++;
  for (const folder of folders) {
    const files = [...texts.keys(), ...pictures.map(({ file }) => file)].filter((file) => inside(folder, file));
    const paths = [...new Set(files)].map((file) => relative(folder, file).split(sep).join('/')).sort();
    write(join(folder, MANIFEST), `${JSON.stringify(paths, null, 1)}\n`);
    mkdirSync(join(folder, 'pictures'), { recursive: true });
    if (readdirSync(join(folder, 'pictures')).length === 0 && !pictures.some(({ file }) => inside(folder, file)))
      rmSync(join(folder, 'pictures'), { recursive: true });
  }
  say(
    `${texts.size} texts: ${written} written, ${texts.size - written} up to date${removed.length > 0 ? `, ${removed.length} removed` : ''}`,
  );
  for (const folder of folders) say(`  see ${join(folder, 'README.md').split(sep).join('/')}`);
  if (pictures.length === 0) return EXIT.well;
  try {
    const progress = (done: number, of: number): void => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[Kdrawing picture ${done + 1} of ${of}`);
    };
    const { rendered, fresh } = await renderPictures(pictures, progress);
    if (process.stderr.isTTY && rendered > 0) process.stderr.write('\r\u001b[K');
    say(`${pictures.length} pictures: ${rendered} drawn, ${fresh} up to date`);
    return EXIT.well;
  } catch (thrown) {
    if (!(thrown instanceof MissingTool)) throw thrown;
    err(thrown.message);
    return EXIT.outside;
  }
}

/** Says what on disk differs from what the tables give. */
function compare(wanted: Wanted): ExitCode {
  const problems: string[] = [];
  for (const [file, content] of wanted.texts) {
    const there = textOf(file);
    if (there === undefined) problems.push(`${file} is missing`);
    else if (there !== content) problems.push(`${file} is out of date\n${visibleLines(difference(there, content))}`);
  }
  for (const job of wanted.pictures)
    if (!isFresh(job.file, job)) problems.push(`${job.file} is missing or drawn from another diagram`);
  for (const folder of wanted.folders) problems.push(...leftOver(folder, wanted).map((file) => `${file} is left over`));
  if (problems.length === 0) {
    out(`${wanted.texts.size} texts and ${wanted.pictures.length} pictures are up to date`);
    return EXIT.well;
  }
  out(problems.join('\n'));
  out(`${problems.length} out of date; bring them up to date with: stateatlas generate`);
  return EXIT.open;
}

const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');
