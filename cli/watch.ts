/** Running the command again whenever a table is saved. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { EXIT, Stop } from './exit.ts';
import { reasonOf, shown } from './files.ts';
import { CONFIG_FILES, loadConfig } from './load/config.ts';
import { tableFiles } from './load/load.ts';
import { err } from './terminal.ts';

const SETTLE_MS = 100;
const SOURCE = /\.([mc]?[jt]s|ya?ml|json)$/;

/**
 * Runs the command without `--watch` in a fresh process, so that changed modules are read anew; again at each save of a file
 * beside a table or of the configuration. A save while it runs ends that run. Goes on while a file is missing or broken;
 * ends by the signal that it is sent.
 */
export function watching(files: readonly string[]): Promise<never> {
  const argv = process.argv.slice(1).filter((word) => word !== '--watch');
  let running: ChildProcess | undefined;
  const again = (): void => {
    running?.kill();
    const run = spawn(process.execPath, [...process.execArgv, ...argv], { stdio: 'inherit' });
    running = run;
    run.on('exit', () => {
      if (run === running) err('watching for changes; end with Ctrl-C');
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      running?.kill();
      process.kill(process.pid, signal);
    });
  whenSaved(() => tableFiles(files, loadConfig()), again);
  return new Promise(() => {});
}

/**
 * Calls `again` now, and after each save of a file beside one of the files or of the configuration. What the files are is asked anew
 * each time; while they cannot be told, those of before are watched. `source` says which names matter.
 */
export function whenSaved(files: () => readonly string[], again: () => void, source = SOURCE): void {
  const here = process.cwd();
  const foldersNow = (): ReadonlySet<string> => new Set(files().map(dirname));
  let folders = foldersNow();
  let watchers: readonly FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;

  const saved = (folder: string, name: string | null): void => {
    if (name !== null && !(folders.has(folder) ? source.test(name) : isAwaited(folder, name))) return;
    clearTimeout(timer);
    timer = setTimeout(watchAndCall, SETTLE_MS);
  };
  /** A configuration that is saved in the working folder, or a part of the way to a folder that is gone. */
  const isAwaited = (folder: string, name: string): boolean =>
    (folder === here && CONFIG_FILES.includes(name)) ||
    [...folders].some((each) => `${each}${sep}`.startsWith(`${resolve(folder, name)}${sep}`));
  const watchAndCall = (): void => {
    try {
      folders = foldersNow();
    } catch (thrown) {
      if (!(thrown instanceof Stop)) throw thrown;
    }
    for (const each of watchers) each.close();
    watchers = [...new Set([here, ...[...folders].map(nearest)])].map((folder) => watched(folder, saved));
    again();
  };
  watchAndCall();
}

/** A folder, or the nearest one above it that is there. */
const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)));

function watched(folder: string, saved: (folder: string, name: string | null) => void): FSWatcher {
  try {
    return watch(folder, (_, name) => saved(folder, name)).on('error', () => saved(folder, null));
  } catch (thrown) {
    throw new Stop(EXIT.outside, `${shown(folder)} cannot be watched: ${reasonOf(thrown)}`);
  }
}
