/** `export`: a table or a system in the languages of other tools. */
import { Argument, Command } from 'commander';
import { EXPORTS, type ExportLanguage, exportModel } from '../../generators/export/index.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { EXIT, Stop, strongest } from '../exit.ts';
import { write } from '../files.ts';
import { chosen } from '../load/chosen.ts';
import { type ExportReport, toolOf } from '../reports.ts';
import { err, out, outJson } from '../terminal.ts';
import { type Common, common, ends, loadNamed } from './common.ts';

type Options = Common & {
  readonly table?: string;
  readonly property?: string;
  readonly out?: string;
  readonly language: string;
};

export const exportCommand = (version: string): Command =>
  common(new Command('export'), 'do not list what the other language cannot say')
    .description('write a table or a system in the language of another tool')
    .addArgument(new Argument('<to>', 'the other language').choices(EXPORTS))
    .argument('[files...]', 'tables, systems, folders or globs; those of the project unless given')
    .option('--table <name>', 'the table or system to export, where there are several')
    .option('--property <name>', 'a model that asks for this property alone (promela, murphi)')
    .option('--out <file>', 'the file to write; standard output unless given')
    .option('--language <tag>', 'language of the labels (dot)', 'en')
    .addHelpText(
      'after',
      '\nExample:\n  $ stateatlas export promela order.atlas.yaml --out order.pml\n  $ stateatlas export xstate order.atlas.yaml > order.machine.ts',
    )
    .action(async (to: ExportLanguage, files: string[], options: Options, command: Command) => {
      const { loaded, codes } = await loadNamed(files);
      if (loaded.length === 0) return ends(command, strongest(codes));
      const { model } = chosen(loaded, options.table);
      const { text, leavesOut } = exported(model, to, options);
      if (options.out !== undefined) write(options.out, text);
      if (options.format === 'json') {
        const where = options.out === undefined ? { text } : { file: options.out };
        const report: ExportReport = {
          tool: toolOf(version),
          ...(isSystem(model) ? { system: model.name } : { table: model.name }),
          to,
          leavesOut: [...leavesOut],
          ...where,
        };
        outJson(report);
      } else {
        if (options.out === undefined) process.stdout.write(text);
        else if (!options.quiet) out(`wrote ${options.out}`);
        if (!options.quiet) for (const each of leavesOut) err(`left out: ${visible(each)}`);
      }
      ends(command, strongest([...codes, EXIT.well]));
    });

function exported(model: Model, to: ExportLanguage, { property, language }: Options) {
  if (property !== undefined && !Object.hasOwn(model.properties ?? {}, property)) {
    const names = Object.keys(model.properties ?? {}).map((each) => `“${each}”`);
    throw new Stop(
      EXIT.usage,
      `there is no property “${visible(property)}”; there ${names.length === 0 ? 'is none' : `are: ${names.join(', ')}`}`,
    );
  }
  try {
    return exportModel(model, to, { labels: language, ...(property !== undefined && { property }) });
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new Stop(EXIT.usage, `--property: ${thrown.message}`);
    throw thrown;
  }
}
