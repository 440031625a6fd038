/** `check`: explores every table and system and judges every property. What only some options use is loaded when one of them is given. */
import { Command, Option } from 'commander';
import { ENGINES, type EngineName } from '../../generators/report/opinion.ts';
import { type Reported, textReport } from '../../generators/report/text.ts';
import type { Asked } from '../checkpoint/checkpoints.ts';
import { EXIT, Stop, strongest } from '../exit.ts';
import { checkLoaded, codesOf, type Kept, mutated, type Watched } from '../judging.ts';
import type { Bounds } from '../limits.ts';
import { chosen } from '../load/chosen.ts';
import type { Loaded } from '../load/loaded.ts';
import { emphasis, out, outJson } from '../terminal.ts';
import { bounded, type Common, common, ends, loadNamed, notNegative, progressing } from './common.ts';

type Options = Common &
  Bounds &
  Asked &
  Pick<Watched, 'progress'> & {
    readonly watch?: true;
    readonly table?: string;
    readonly mutate?: true;
    readonly diagram?: true;
    readonly explain?: true;
    readonly symmetry?: true;
    readonly language: string;
    readonly engine?: EngineName;
  };

const EXAMPLE = `
Example:
  $ stateatlas check order.atlas.yaml
  $ stateatlas check --format json > check.json`;

export const checkCommand = (version: string): Command =>
  progressing(bounded(common(new Command('check'), 'print only what is open or undecided, and no progress')))
    .description('explore every table and system, judge every property, report findings')
    .argument('[files...]', 'tables, systems, folders or globs; those of the project unless given')
    .addOption(new Option('--table <name>', 'only the table or system of this name').conflicts('watch'))
    .option('--watch', 'check again whenever a file beside a table is saved')
    .addOption(new Option('--engine <engine>', 'ask an outside engine for a second opinion').choices([...ENGINES]))
    .addOption(
      new Option('--checkpoint <file>', 'save now and then how far exploring is, for --resume').conflicts('watch'),
    )
    .addOption(new Option('--resume <file>', 'go on from a checkpoint, and go on saving to it').conflicts('watch'))
    .addOption(
      new Option('--checkpoint-interval <seconds>', 'at least so much time between two saves')
        .argParser(notNegative)
        .default(10),
    )
    .addOption(
      new Option(
        '--symmetry',
        'explore one configuration for all that differ only in which instance is which',
      ).conflicts(['watch', 'mutate', 'checkpoint', 'resume']),
    )
    .option('--mutate', 'also put every small fault into each table, and say which ones no property notices')
    .option('--explain', 'also say how each check was planned: components, strategy, expected memory')
    .option('--diagram', 'also draw each table as text, and what moves together in a system')
    .option('--language <tag>', 'language of the labels in the diagram', 'en')
    .addHelpText('after', EXAMPLE)
    .action(async (files: string[], options: Options, command: Command) => {
      if (options.watch) return (await import('../watch.ts')).watching(files);
      const { loaded: all, codes } = await loadNamed(files);
      const loaded = options.table === undefined ? all : [chosen(all, options.table)];
      const reports: Reported[] = [];
      const keeping = await kept(loaded, options, version);
      for (const each of loaded) {
        const attended = { ...options, ...keeping, stoppable: true };
        const reported = await (options.mutate ? mutated : checkLoaded)(each, attended);
        reports.push(options.engine === undefined ? reported : await withOpinionOf(options.engine, reported));
      }
      if (options.format === 'json')
        outJson((await import('../../generators/report/json.ts')).jsonReport(version, reports));
      else {
        const style = emphasis();
        const shown = options.quiet ? reports.filter((each) => codesOf(each).length > 0) : reports;
        const drawn = options.diagram ? (await import('../../generators/text/diagram.ts')).textDiagram : undefined;
        const texts = shown.flatMap((each) => [
          ...(drawn ? [drawn(each.model, options.language)] : []),
          textReport(each, { style, quiet: options.quiet === true }),
        ]);
        if (texts.length > 0) out(texts.join('\n\n'));
      }
      ends(command, strongest([...codes, ...reports.flatMap(codesOf)]));
    });

/** How a check is saved, where that is asked for: then it is the only one. */
async function kept(loaded: readonly Loaded[], asked: Options, version: string): Promise<Kept> {
  const [one] = loaded;
  if ((asked.checkpoint ?? asked.resume) === undefined || one === undefined) return {};
  if (loaded.length > 1) {
    const names = loaded.map(({ model }) => model.name).join(', ');
    throw new Stop(EXIT.usage, `a checkpoint is of one table or system; choose one with --table: ${names}`);
  }
  const { Checkpoints } = await import('../checkpoint/checkpoints.ts');
  return { checkpoints: (plan) => new Checkpoints(asked, version, one.model, plan, asked.maxConfigurations) };
}

const withOpinionOf = async (engine: EngineName, reported: Reported): Promise<Reported> =>
  (await import('../engines/ask.ts')).withOpinion(reported, engine);
