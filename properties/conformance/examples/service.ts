/** Tickets behind an HTTP service that keeps them in a SQLite file; and with defects on request. */
import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';
import type { VirtualClock } from '../../suites/virtual-clock.ts';
import type { Turn } from '../turns.ts';
import { type Defect, FORTNIGHT } from './defects.ts';

/** `replies in memory` and `timer in memory`: they are not in the file, so a crash loses them. */
export type ServiceDefect = Defect | 'replies in memory' | 'timer in memory';

/** What a service is given: its file, its clock, its defect, and the turns of who calls it. */
export type ServiceParts = {
  readonly file: string;
  readonly clock: VirtualClock;
  readonly turn: Turn;
  readonly defect: ServiceDefect | undefined;
};

type Stored = {
  readonly id: number;
  readonly version: number;
  readonly state: string;
  readonly resumes: string | null;
  readonly replies: number;
  readonly expires: number | null;
};

/** A service over a database file, which may be there already. What may happen is written down here by hand, since it is what is to be tested. */
export function serviceOf({ file, clock, turn, defect }: ServiceParts): Hono {
  const database = new DatabaseSync(file);
  // The file survives that the process is killed; that the machine is, costs more time than a test has.
  database.exec('pragma journal_mode = wal; pragma synchronous = off');
  database.exec(`create table if not exists ticket
    (id integer primary key, version integer, state text, resumes text, replies integer, expires integer)`);
  const replies = new Map<number, number>();

  function read(id: number): Stored | undefined {
    const stored = database.prepare('select * from ticket where id = ?').get(id) as unknown as Stored | undefined;
    return stored === undefined || defect !== 'replies in memory'
      ? stored
      : { ...stored, replies: replies.get(id) ?? 0 };
  }

  /** Writes only over what is still as it was read. */
  function write({ id, version, ...before }: Stored, next: Partial<Stored>): boolean {
    const { state, resumes, replies: count, expires } = { ...before, expires: null, ...next };
    const where = defect === 'race' ? 'id = ?' : 'id = ? and version = ?';
    const { changes } = database
      .prepare(
        `update ticket set version = version + 1, state = ?, resumes = ?, replies = ?, expires = ? where ${where}`,
      )
      .run(state, resumes, count, expires, ...(defect === 'race' ? [id] : [id, version]));
    if (changes !== 0) replies.set(id, count);
    return changes !== 0;
  }

  function next({ state, resumes, replies: count }: Stored, event: string): Partial<Stored> | undefined {
    const is = (...states: readonly string[]): boolean => states.includes(state);
    if (event === 'take' && is('new')) return { state: 'open' };
    if (event === 'answer' && is('open')) return answered();
    if (event === 'reply' && is('answered') && (count < 2 || defect === 'forgotten guard'))
      return { state: 'open', replies: count + 1 };
    if (event === 'hold' && is('open', 'answered'))
      return { state: 'held', resumes: defect === 'stale resume target' ? (resumes ?? 'open') : state };
    if (event === 'resume' && is('held')) return resumes === 'answered' ? answered() : { state: 'open' };
    if (event === 'close' && is('open', 'answered', ...(defect === 'double close' ? ['closed'] : [])))
      return { state: 'closed' };
    return undefined;
  }

  function answered(): Partial<Stored> {
    return { state: 'answered', ...(defect !== 'lost timer' && { expires: clock.now() + FORTNIGHT }) };
  }

  /** Closes what nobody replied to, as soon as it is due; also what became due while the service was down. */
  function wake(id: number, expires: number | null): void {
    if (expires === null) return;
    clock.setTimeout(() => {
      const stored = read(id);
      if (stored?.expires === expires) write(stored, { state: 'closed' });
    }, expires - clock.now());
  }
  if (defect !== 'timer in memory')
    for (const { id, expires } of database.prepare('select id, expires from ticket').all() as unknown as Stored[])
      wake(id, expires);

  const app = new Hono();
  app.post('/tickets', (context) => {
    const sql = "insert into ticket (version, state, replies) values (0, 'new', 0)";
    return context.json({ id: Number(database.prepare(sql).run().lastInsertRowid) }, 201);
  });
  app.get('/tickets/:id', (context) => {
    const stored = read(Number(context.req.param('id')));
    return stored === undefined ? context.notFound() : context.json(stored);
  });
  app.post('/tickets/:id/:event', async (context) => {
    const { id, event } = context.req.param();
    for (;;) {
      const before = await turn(`${event}: read`, () => read(Number(id)));
      if (before === undefined) return context.notFound();
      const after = next(before, event);
      if (after === undefined) return context.json(before, 409);
      if (!(await turn(`${event}: write`, () => write(before, after)))) continue;
      wake(Number(id), after.expires ?? null);
      return context.json({ ...before, ...after });
    }
  });
  return app;
}
