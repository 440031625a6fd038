/** Running outside tools in a folder of their own. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EXIT, Stop } from '../exit.ts';

const execute = promisify(execFile);

/** What a tool printed, and how it ended. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string };

const LARGEST_OUTPUT = 256 * 1024 * 1024;

/**
 * Runs a tool and waits for its end.
 *
 * @throws {Stop} with code 5 and the command that installs it, where the tool is missing or was ended by a signal.
 */
export async function run(folder: string, tool: string, argv: readonly string[], install: string): Promise<Ran> {
  try {
    const { stdout, stderr } = await execute(tool, argv, { cwd: folder, maxBuffer: LARGEST_OUTPUT });
    return { code: 0, out: stdout, err: stderr };
  } catch (thrown) {
    const { code, stdout = '', stderr = '' } = thrown as { code?: unknown; stdout?: string; stderr?: string };
    if (code === 'ENOENT') throw new Stop(EXIT.outside, `${tool} is not installed: ${install}`);
    if (typeof code === 'number') return { code, out: stdout, err: stderr };
    throw new Stop(EXIT.outside, `${tool} failed: ${(thrown as Error).message}`);
  }
}

/** Runs a tool that must succeed. @throws {Stop} with code 5 and what the tool said, where it does not. */
export async function must(folder: string, tool: string, argv: readonly string[], install: string): Promise<Ran> {
  const ran = await run(folder, tool, argv, install);
  if (ran.code === 0) return ran;
  const said = `${ran.err}\n${ran.out}`.trim().split('\n').slice(0, 5).join('\n');
  throw new Stop(EXIT.outside, `${tool} failed with ${ran.code}:\n${said}`);
}

/** Does work in a new temporary folder, which is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'stateatlas-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether so many configurations are worth a compiler's effort. */
export const isLarge = (configurations: number): boolean => configurations > 20_000;

/** Does several pieces of work, as many at a time as keep two processors busy. Gives what each comes to, in order. */
export async function inTurns<T>(tasks: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const done: T[] = [];
  const left = [...tasks.entries()];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) done[next[0]] = await next[1]();
  };
  await Promise.all([work(), work()]);
  return done;
}
