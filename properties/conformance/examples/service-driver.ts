/** Drives the service in a process of its own over HTTP; a crash kills the process, and the next one finds the file as it was left. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from '../../suites/follow.ts';
import type { RacingDriver } from '../racing.ts';
import { alone, type Turn } from '../turns.ts';
import type { ServiceDefect } from './service.ts';
import type { Says, Told } from './service-process.ts';

const PROGRAM = join(import.meta.dirname, 'service-process.ts');

/** A service that runs, until it is killed. */
class Running {
  readonly #child: ChildProcess;
  readonly #address: Promise<string>;
  readonly #told = new Map<number, () => void>();
  #count = 0;
  turn: Turn = alone;

  constructor(file: string, now: number, defect: ServiceDefect | undefined) {
    this.#child = fork(PROGRAM, [file, `${now}`, ...(defect === undefined ? [] : [defect])], { execArgv: [] });
    this.#address = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
      this.#child.on('message', (said: Says) => {
        if ('port' in said) resolve(`http://127.0.0.1:${said.port}`);
        else if ('done' in said) this.#told.get(said.done)?.();
        else void this.turn(said.label, () => this.#tell({ go: said.turn }));
      });
    });
    this.#address.catch(() => undefined);
  }

  advance = (milliseconds: number): Promise<void> => this.#tell({ advance: milliseconds });

  async fetch(path: string, method = 'GET'): Promise<Response> {
    return fetch(`${await this.#address}${path}`, { method });
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }

  #tell(what: { readonly advance: number } | { readonly go: number }): Promise<void> {
    const number = ++this.#count;
    return new Promise((resolve) => {
      this.#told.set(number, () => {
        this.#told.delete(number);
        resolve();
      });
      this.#child.send({ number, ...what } satisfies Told);
    });
  }
}

/** Does something with a driver of the service. In the end, whatever comes of it, no process and no file is left. */
export async function withService<T>(
  defect: ServiceDefect | undefined,
  use: (driver: Driver & RacingDriver, kills: () => number) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tickets-'));
  const file = join(folder, 'tickets.sqlite');
  let now = 0;
  let kills = 0;
  let service = new Running(file, now, defect);
  let ticket = '';
  const driver: Driver & RacingDriver = {
    refuses: 'returns false',
    start: async (_initial: unknown, turn: Turn = alone) => {
      service.turn = turn;
      const { id } = (await (await service.fetch('/tickets', 'POST')).json()) as { readonly id: number };
      ticket = `/tickets/${id}`;
    },
    send: async (event: string) => (await service.fetch(`${ticket}/${event}`, 'POST')).ok,
    advance: async (milliseconds) => {
      now += milliseconds;
      await service.advance(milliseconds);
    },
    restart: async () => {
      await service.kill();
      kills++;
      service = new Running(file, now, defect);
    },
    observe: async () => {
      const { state, replies } = (await (await service.fetch(ticket)).json()) as {
        readonly state: string;
        readonly replies: number;
      };
      return { state, memory: { replies } };
    },
  };
  try {
    return await use(driver, () => kills);
  } finally {
    await service.kill();
    rmSync(folder, { recursive: true });
  }
}
