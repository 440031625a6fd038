/**
 * The service as a process of its own, on a free port of this machine. Who began it hears the port, moves its clock, and says whose turn it is; without them it
 * ends.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { VirtualClock } from '../../suites/virtual-clock.ts';
import type { Turn } from '../turns.ts';
import { type ServiceDefect, serviceOf } from './service.ts';

/** What the process is told: let time pass, or go on with a turn; each is answered with the same number. */
export type Told =
  | { readonly number: number; readonly advance: number }
  | { readonly number: number; readonly go: number };
/** What the process says: the port it listens on, that it waits for a turn, or that what it was told is done. */
export type Says =
  | { readonly port: number }
  | { readonly turn: number; readonly label: string }
  | { readonly done: number };

const [file = '', now = '0', defect] = process.argv.slice(2);
const say = (said: Says): void => void process.send?.(said);

const waiting = new Map<number, () => unknown>();
let turns = 0;
/** Asks for a turn; what is done in it is done before the answer that it is done. */
const turn: Turn = (label, act) =>
  new Promise((resolve, reject) => {
    waiting.set(++turns, async () => {
      try {
        resolve(await act());
      } catch (thrown) {
        reject(thrown);
      }
    });
    say({ turn: turns, label });
  });

const clock = new VirtualClock();
await clock.advance(Number(now));
const app = serviceOf({ file, clock, turn, defect: defect as ServiceDefect | undefined });

process.on('disconnect', () => process.exit());
process.on('message', async (told: Told) => {
  if ('advance' in told) await clock.advance(told.advance);
  else await waiting.get(told.go)?.();
  say({ done: told.number });
});

const server = createServer(async (request, response) => {
  const answer = await app.request(request.url ?? '/', { method: request.method ?? 'GET' });
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});
server.listen(0, '127.0.0.1', () => say({ port: (server.address() as AddressInfo).port }));
