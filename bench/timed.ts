/** Running a command and measuring it from outside: seconds on the clock and of the processors, the most memory it held. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a command printed, how it ended, and what that took. */
export type Timed = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** From its start to its end, that of its process included. */
  readonly seconds: number;
  /** What its process and those it started took of the processors, in seconds. */
  readonly processor?: number;
  /** The most memory that it held at once, in megabytes of 2^20 bytes; none, and no time of processors, where GNU time is missing. */
  readonly megabytes?: number;
  /** Why it was ended from outside. */
  readonly stopped?: string;
};

/** How the program that measures memory is installed. */
export const TIME_INSTALL = 'apt-get install time';

/** Whether GNU time is there: it asks the system for the memory of a process that has ended. */
export const canMeasureMemory = spawnSync('time', ['-f', '%M', 'true']).status === 0;

/** The groups of processes that are being measured: whatever ends the measurement ends them as well. */
const groups = new Set<number>();
process.on('exit', () => groups.forEach(end));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const end = (group: number): void => void process.kill(-group, 'SIGKILL');

/** Runs a command in a folder to its end, or for so many seconds. */
export function timed(folder: string, command: readonly string[], limit: number): Promise<Timed> {
  const report = join(folder, 'memory.txt');
  const [tool = '', ...argv] = canMeasureMemory ? ['time', '-f', '%M %U %S', '-o', report, ...command] : command;
  return new Promise((resolve, reject) => {
    const started = performance.now();
    // In a group of its own, so that both the command and what measures it are ended.
    const child = spawn(tool, argv, { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const { pid } = child;
    if (pid !== undefined) groups.add(pid);
    let out = '';
    let err = '';
    let stopped: string | undefined;
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    const timer = setTimeout(() => {
      stopped = `${limit} s`;
      end(pid as number);
    }, limit * 1000);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      groups.delete(pid as number);
      const seconds = (performance.now() - started) / 1000;
      const isKnown = canMeasureMemory && stopped === undefined;
      const last = isKnown ? readFileSync(report, 'utf8').trim().split('\n').at(-1) : undefined;
      const [kilobytes = 0, user = 0, system = 0] = last?.split(' ').map(Number) ?? [];
      resolve({
        ...{ code, out, err, seconds },
        ...(isKnown && { megabytes: kilobytes / 1024, processor: user + system }),
        ...(stopped !== undefined && { stopped }),
      });
    });
  });
}
