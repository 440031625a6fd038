/** `check`: explores every table and judges every property. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { jsonReport } from '../../generators/report/json.ts';
import { textReport } from '../../generators/report/text.ts';
import { textDiagram } from '../../generators/text/diagram.ts';
import { strongest } from '../exit.ts';
import { type Bounds, checkLoaded, codesOf } from '../judging.ts';
import { loadConfig } from '../load/config.ts';
import { tableFiles } from '../load/load.ts';
import { emphasis, err, out } from '../terminal.ts';
import { bounded, type Common, common, ends, loadNamed } from './common.ts';

type Options = Common & Bounds & { readonly watch?: true; readonly diagram?: true; readonly language: string };

const EXAMPLE = `
Example:
  $ stateatlas check order.atlas.yaml
  $ stateatlas check --format json > check.json`;

const SETTLE_MS = 100;

export const checkCommand = (version: string): Command =>
  bounded(common(new Command('check')))
    .description('explore every table, judge every property, report findings')
    .argument('[files...]', 'tables, folders or globs; the project’s tables unless given')
    .option('--watch', 'check again whenever a file beside a table is saved')
    .option('--diagram', 'also draw each table as text')
    .option('--language <tag>', 'language of the labels in the diagram', 'en')
    .addHelpText('after', EXAMPLE)
    .action(async (files: string[], options: Options, command: Command) => {
      if (options.watch) return watching(files);
      const { loaded, codes } = await loadNamed(files);
      const reports = loaded.map((each) => checkLoaded(each, options));
      if (options.format === 'json') out(JSON.stringify(jsonReport(version, reports), null, 2));
      else {
        const style = emphasis();
        const texts = reports.flatMap((each) => [
          ...(options.diagram ? [textDiagram(each.table, options.language)] : []),
          textReport(each, { style, quiet: options.quiet === true }),
        ]);
        if (texts.length > 0) out(texts.join('\n\n'));
      }
      ends(command, strongest([...codes, ...reports.flatMap(codesOf)]));
    });

/** Checks again in a fresh process at each save, so that changed modules are read anew. Ends with the terminal. */
function watching(files: readonly string[]): Promise<void> {
  const argv = process.argv.slice(1).filter((word) => word !== '--watch');
  let running: ReturnType<typeof spawn> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    running?.kill();
    running = spawn(process.execPath, argv, { stdio: 'inherit' });
    running.on('exit', () => err('watching for changes; end with Ctrl-C'));
  };
  const folders = new Set(tableFiles(files, loadConfig()).map(dirname));
  for (const folder of folders)
    watch(folder, (_, name) => {
      if (name === null || !/\.([mc]?[jt]s|ya?ml|json)$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(again, SETTLE_MS);
    });
  again();
  return new Promise(() => {});
}
