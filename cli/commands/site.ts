/** `site`: builds a static site of tables and systems. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { buildSite, MissingPackages } from '../../docs/site/build.ts';
import { EXIT, Stop, strongest } from '../exit.ts';
import { collect } from '../site/collect.ts';
import { err } from '../terminal.ts';
import { type Common, common, ends, loadNamed } from './common.ts';

type Options = Common & {
  readonly out: string;
  readonly base: string;
  readonly title: string;
  readonly languages: string;
};

export const siteCommand = (_version: string): Command =>
  common(new Command('site'), 'print only problems')
    .description('build a static site of tables and systems')
    .argument('[files...]', 'tables, systems, folders or globs; those of the project unless given')
    .option('--out <folder>', 'folder of the site', 'site')
    .option('--base <path>', 'path that the site is served below', '/')
    .option('--title <text>', 'title of the site', 'State Atlas')
    .option('--languages <tags>', 'languages, separated by commas; the first one stands at the root', 'en')
    .addHelpText('after', '\nExample:\n  $ stateatlas site --out public --languages en,fr order.atlas.yaml')
    .action(async (files: string[], options: Options, command: Command) => {
      const { loaded, codes } = await loadNamed(files);
      const setting = { title: options.title, base: options.base, languages: options.languages.split(',') };
      const site = await collect(loaded, setting, options);
      try {
        for (const { file, link } of await buildSite(site, resolve(options.out)))
          err(`${file} links to ${link}, which is not there`);
      } catch (thrown) {
        if (thrown instanceof MissingPackages) throw new Stop(EXIT.outside, thrown.message);
        throw thrown;
      }
      ends(command, strongest(codes));
    });
