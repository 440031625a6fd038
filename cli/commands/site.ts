/** `site`: builds a static site of tables and systems, says whether a built one is stale, serves it, or follows what is saved. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { EXIT, Stop, strongest } from '../exit.ts';
import { shown } from '../files.ts';
import { loadConfig, siteOf } from '../load/config.ts';
import { type SiteReport, toolOf } from '../reports.ts';
import { developing } from '../site/develop.ts';
import { manifestIn, type StaleFile, staleness, writeSite } from '../site/output.ts';
import { type Asked, PLANNING, plan } from '../site/plan.ts';
import { serveSite } from '../site/serve.ts';
import { err, out, outJson } from '../terminal.ts';
import { type Common, common, ends, progressing, wholeFrom } from './common.ts';

type Options = Common &
  Asked & {
    readonly progress?: 'auto' | 'none' | 'json';
    readonly check?: true;
    readonly dev?: true;
    readonly serve?: true;
    readonly port: number;
  };

const PORT = 4321;

export const siteCommand = (version: string): Command =>
  progressing(common(new Command('site'), 'print only problems'))
    .description('build a static site of tables and systems, with a simulator and a search')
    .argument('[files...]', 'tables, systems, folders or globs; those of the project unless given')
    .option('--out <folder>', 'folder of the site; site unless configured')
    .option('--base <path>', 'path that the site is served below; / unless configured')
    .option('--title <text>', 'title of the site')
    .option('--languages <tags>', 'languages, separated by commas; the first one stands at the root')
    .option('--versions <revs>', 'git revisions or patterns of tags, separated by commas, whose changes are told')
    .option('--check', 'write nothing; exit 1 when the site that is there is not the one of these tables')
    .option('--dev', 'serve the site and follow what is saved')
    .option('--serve', 'serve the site that is there')
    .option('--port <n>', 'port of --dev and --serve', wholeFrom(0), PORT)
    .addHelpText(
      'after',
      '\nExample:\n  $ stateatlas site --out public --languages en,fr order.atlas.yaml\n  $ stateatlas site --dev',
    )
    .action(async (files: string[], options: Options, command: Command) => {
      if ([options.check, options.dev, options.serve].filter(Boolean).length > 1)
        throw new Stop(EXIT.usage, 'of --check, --dev and --serve only one can be done at a time');
      const folder = resolve(options.out ?? siteOf(loadConfig()).out);
      if (options.dev) return developing(files, options.port);
      if (options.serve) return serving(folder, options.port);
      const { site, codes } = await plan(files, options, options);
      if (process.env[PLANNING] === 'site' && process.send !== undefined) {
        // A table that could not be read would be missing from the site: the one of before is better.
        process.send(codes.length === 0 ? site : null, () => process.disconnect());
        return ends(command, EXIT.well);
      }
      const report = { tool: toolOf(version), check: options.check === true, folder: shown(folder), base: site.base };
      const languages = [...site.languages];
      if (options.check) {
        const { changed, files: stale } = staleness(folder, site);
        const fresh = !changed && stale.length === 0;
        tell(options, { ...report, languages, pages: site.pages.length, current: fresh, stale: [...stale] }, () =>
          sayStale(shown(folder), changed, stale, options.quiet === true),
        );
        return ends(command, strongest([...codes, fresh ? EXIT.well : EXIT.open]));
      }
      await writeSite(site, folder);
      tell(options, { ...report, languages, pages: site.pages.length, current: true, stale: [] }, () => {
        if (options.quiet) return;
        out(`${site.pages.length} pages in ${shown(folder)}`);
        out(`  see them with: stateatlas site --serve${options.out === undefined ? '' : ` --out ${options.out}`}`);
      });
      ends(command, strongest(codes));
    });

function tell({ format }: Options, report: SiteReport, say: () => void): void {
  if (format === 'json') outJson(report);
  else say();
}

function sayStale(folder: string, changed: boolean, stale: readonly StaleFile[], quiet: boolean): void {
  if (!changed && stale.length === 0) {
    if (!quiet) out(`${folder} is up to date`);
    return;
  }
  if (changed) out(`${folder} is not the site of these tables and pages`);
  for (const { file, state } of stale) out(`${folder}/${file} is ${state}`);
  out('Bring it up to date with: stateatlas site');
}

async function serving(folder: string, port: number): Promise<never> {
  const manifest = manifestIn(folder);
  if (manifest === undefined)
    throw new Stop(EXIT.usage, `there is no site in ${shown(folder)}; build it with: stateatlas site`);
  const { url } = await serveSite(folder, manifest.base, port);
  out(url);
  err('end with Ctrl-C');
  return new Promise(() => {});
}
