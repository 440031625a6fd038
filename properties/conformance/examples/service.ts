/** A ticket behind an HTTP service that keeps it in a SQLite file; and with defects on request. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';
import type { Driver } from '../../suites/follow.ts';
import type { RacingDriver } from '../racing.ts';
import type { Turn } from '../turns.ts';

/** `kept in memory`: replies are counted beside the file; `race`: reading and writing are not one. */
export type ServiceDefect = 'kept in memory' | 'race';

type Stored = { state: string; resumes: string | null; replies: number };

const alone: Turn = async (_label, act) => act();

/** A service over a database file. What may happen is written down here by hand, since it is what is to be tested. */
function serviceOf(database: DatabaseSync, defect: ServiceDefect | undefined, turn: Turn): Hono {
  const cached = { replies: 0 };
  const read = (): Stored => {
    const stored = database.prepare('select state, resumes, replies from ticket').get() as unknown as Stored;
    return defect === 'kept in memory' ? { ...stored, ...cached } : stored;
  };
  const app = new Hono();
  app.get('/ticket', (context) => context.json(read()));
  app.post('/ticket/:event', async (context) => {
    const event = context.req.param('event');
    for (;;) {
      const before = await turn(`${event}: read`, read);
      const after = next(before, event);
      if (after === undefined) return context.json(before, 409);
      const written = await turn(`${event}: write`, () => {
        const sql = 'update ticket set state = ?, resumes = ?, replies = ?';
        const values = [after.state, after.resumes, after.replies];
        if (defect === 'race') return database.prepare(sql).run(...values).changes;
        // Only what is still as it was read is written; who comes too late reads again.
        return database
          .prepare(`${sql} where state = ? and resumes is ? and replies = ?`)
          .run(...values, before.state, before.resumes, before.replies).changes;
      });
      cached.replies = after.replies;
      if (written !== 0) return context.json(after);
    }
  });
  return app;
}

function next({ state, resumes, replies }: Stored, event: string): Stored | undefined {
  const is = (...states: readonly string[]): boolean => states.includes(state);
  if (event === 'take' && is('new')) return { state: 'open', resumes, replies };
  if (event === 'answer' && is('open')) return { state: 'answered', resumes, replies };
  if (event === 'reply' && is('answered') && replies < 2) return { state: 'open', resumes, replies: replies + 1 };
  if (event === 'hold' && is('open', 'answered')) return { state: 'held', resumes: state, replies };
  if (event === 'resume' && is('held') && resumes !== null) return { state: resumes, resumes: null, replies };
  if (event === 'close' && is('open', 'answered')) return { state: 'closed', resumes, replies };
  return event === 'expire' && is('answered') ? { state: 'closed', resumes, replies } : undefined;
}

/** Drives the service over its requests; the database is a file, which is deleted in the end. */
export function serviceDriver(defect?: ServiceDefect): Driver & RacingDriver {
  let folder = '';
  let database: DatabaseSync;
  let app: Hono;
  let turn = alone;
  const begin = (): void => {
    database = new DatabaseSync(join(folder, 'ticket.sqlite'));
    database.exec('pragma synchronous = off');
    app = serviceOf(database, defect, turn);
  };
  return {
    refuses: 'returns false',
    start: (_initial: unknown, given?: Turn) => {
      turn = given ?? alone;
      folder = mkdtempSync(join(tmpdir(), 'ticket-'));
      begin();
      database.exec('create table ticket (state text, resumes text, replies integer)');
      database.exec("insert into ticket values ('new', null, 0)");
    },
    send: async (event: string) => (await app.request(`/ticket/${event}`, { method: 'POST' })).ok,
    restart: () => {
      database.close();
      begin();
    },
    observe: async () => {
      const { state, resumes, replies } = (await (await app.request('/ticket')).json()) as Stored;
      return { state, memory: { resumes, replies } };
    },
    stop: () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
