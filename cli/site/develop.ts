/** `site --dev`: the site with live reload while its tables and pages are edited. */
import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { type Development, develop } from '../../docs/site/develop.ts';
import type { Site } from '../../docs/site/site.ts';
import { documentFiles } from '../documents.ts';
import { Stop } from '../exit.ts';
import { loadConfig, siteOf } from '../load/config.ts';
import { err, out } from '../terminal.ts';
import { whenSaved } from '../watch.ts';
import { filesOfSite, PLANNING } from './plan.ts';
import { HOST } from './serve.ts';

const SOURCE = /\.([mc]?[jt]s|ya?ml|json|md)$/;

/**
 * Serves the site and follows what is saved. A broken table or page is printed with its place, and the last good site stays; ends by
 * the signal that the process is sent.
 *
 * @throws {Stop} where the files name nothing, or the site cannot be served.
 */
export async function developing(files: readonly string[], port: number): Promise<never> {
  const argv = process.argv.slice(2).filter((word) => word !== '--dev');
  let served: Promise<Development> | undefined;
  let running: ChildProcess | undefined;
  const { promise, reject } = Promise.withResolvers<never>();

  const show = async (site: Site): Promise<void> => {
    if (served === undefined) {
      served = develop(site, { host: HOST, port });
      out(`${(await served).url}\nthe site follows what you save; end with Ctrl-C`);
    } else {
      const started = performance.now();
      await (await served).show(site);
      err(`shown anew, ${Math.round(performance.now() - started)} ms`);
    }
  };
  const stays = (): void =>
    err(served === undefined ? 'waiting for a table that can be read' : 'the site of before stays');
  const again = (): void => {
    running?.kill();
    const child = fork(process.argv[1] as string, argv, {
      serialization: 'advanced',
      env: { ...process.env, [PLANNING]: 'site' },
    });
    running = child;
    child.once('message', (site: Site | null) => {
      if (child !== running) return;
      if (site === null) stays();
      else show(site).catch(reject);
    });
    child.once('exit', (code) => {
      if (child !== running) return;
      running = undefined;
      if (code !== 0) stays();
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, async () => {
      running?.kill();
      await (await served)?.stop();
      process.kill(process.pid, signal);
    });
  whenSaved(() => [...filesOfSite(files), ...pageFiles()], again, SOURCE);
  return promise;
}

/** The files of the sections, as far as they are there. */
function pageFiles(): readonly string[] {
  return siteOf(loadConfig()).sections.flatMap((section) => {
    try {
      return documentFiles(section.files).map((file) => resolve(file));
    } catch (thrown) {
      if (thrown instanceof Stop) return [];
      throw thrown;
    }
  });
}
