/** Runs commands in this process. For tests. */
import { perform } from '../run.ts';
import type { stateatlas } from '../testing.ts';

/** What the command prints and its exit code, without a process of its own: for commands that read no standard input and start nothing. */
export async function performed(cwd: string, argv: readonly string[]): Promise<ReturnType<typeof stateatlas>> {
  const printed = { out: '', err: '' };
  const into = (stream: keyof typeof printed) => (text: string | Uint8Array) => {
    printed[stream] += String(text);
    return true;
  };
  const { write: out } = process.stdout;
  const { write: err } = process.stderr;
  const before = process.cwd();
  process.chdir(cwd);
  process.stdout.write = into('out');
  process.stderr.write = into('err');
  try {
    const code = await perform(argv);
    return { code, ...printed };
  } finally {
    process.stdout.write = out;
    process.stderr.write = err;
    process.chdir(before);
  }
}
