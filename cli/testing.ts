/** Runs the real command in a folder of its own. For tests. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const MAIN = join(import.meta.dirname, 'main.ts');

/** A table with a violated property and a deadlock. */
export const ORDER = `name: order
states: { cart: { initial: true }, placed: {}, shipped: { final: true }, lost: {} }
events: { place: { by: customer }, ship: { by: shop }, lose: { by: shop } }
transitions:
  - { from: cart, on: place, to: placed }
  - { from: placed, on: ship, to: shipped }
  - { from: placed, on: lose, to: lost }
properties:
  every order can be shipped: { alwaysCanReach: { state: shipped } }
`;

/** Two sessions and a technician: a violated property for one binding, and one that holds. */
export const DESK = `name: desk
tables:
  - name: session
    states: { waiting: { initial: true }, active: {}, onHold: {}, over: { final: true } }
    events: { pickUp: {}, hold: { by: technician }, resume: {}, close: { by: technician } }
    transitions:
      - { from: waiting, on: pickUp, to: active }
      - { from: active, on: hold, to: onHold }
      - { from: onHold, on: resume, to: active }
      - { from: [active, onHold], on: close, to: over }
instances:
  session: { table: session, count: 2, memory: { owner: { instance: technician } } }
  technician: { count: 1 }
events:
  pickUp:
    by: technician
    with: { s: session, t: technician }
    when: { count: { of: { other: session }, is: { other: { state: active, owner: t } }, lt: 1 } }
    moves: { s: pickUp }
    set: { s: { owner: t } }
  resume:
    by: technician
    with: { s: session, t: technician }
    when: { s: { owner: t } }
    moves: { s: resume }
properties:
  nobody works on two sessions at once:
    forAll: { t: technician }
    invariant: { count: { of: { s: session }, is: { s: { state: active, owner: t } }, le: 1 } }
  every session can still end:
    forAll: { s: session }
    alwaysCanReach: { s: { final: true } }
`;

/** A temporary folder with files, removed after the tests of the file. */
export function folderWith(files: { readonly [path: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'stateatlas-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What a run of the command printed, and its exit code. */
export function stateatlas(
  cwd: string,
  argv: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...argv], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** The command while it runs: what it has printed so far, waiting for more, and its end. */
export type Running = {
  /** Waits until what was printed since the last wait matches. */
  until(pattern: RegExp): Promise<string>;
  /** Sends a signal and gives the exit code as a shell would: 128 and the number of the signal that ended it. */
  end(signal: 'SIGINT' | 'SIGTERM'): Promise<number>;
};

const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;

/** Starts the command and leaves it running; it is ended after the tests of the file where it still runs. */
export function started(cwd: string, argv: readonly string[]): Running {
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...argv], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  afterAll(() => void child.kill('SIGKILL'));
  const over = new Promise<number>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? 128 + SIGNALS[signal as keyof typeof SIGNALS])),
  );
  let printed = '';
  let check: () => void = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => {
      printed += text.toString();
      check();
    });
  return {
    until: (pattern) =>
      new Promise((resolve, reject) => {
        check = () => {
          const found = pattern.exec(printed);
          if (found === null) return;
          const seen = printed.slice(0, found.index + found[0].length);
          printed = printed.slice(seen.length);
          check = () => {};
          resolve(seen);
        };
        void over.then((code) => reject(new Error(`ended with ${code} before ${pattern}: ${printed}`)));
        check();
      }),
    end(signal) {
      child.kill(signal);
      return over;
    },
  };
}

/** Runs a line of shell in a folder, where `stateatlas` and `npx stateatlas` are the command of these sources. Lines end as on a page. */
export function shell(cwd: string, line: string): { readonly code: number | null; readonly printed: string } {
  const { status, stdout } = spawnSync('bash', ['-c', `exec 2>&1; ${line}`], {
    cwd,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, PATH: `${shims()}${delimiter}${process.env.PATH}` },
  });
  return { code: status, printed: stdout.replaceAll('\r\n', '\n') };
}

let folderOfShims: string | undefined;

function shims(): string {
  if (folderOfShims !== undefined) return folderOfShims;
  folderOfShims = folderWith({
    stateatlas: `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`,
    npx: '#!/bin/sh\nexec "$@"\n',
  });
  for (const name of ['stateatlas', 'npx']) chmodSync(join(folderOfShims, name), 0o755);
  return folderOfShims;
}
